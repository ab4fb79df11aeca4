// Reads the source tables and keeps the numbers tidy: blank is zero only where a rule says so.

import { readFileSync } from 'node:fs'
import { csvParse } from 'd3'

const folder = new URL('sources/', import.meta.url)

/** The rows of a source table, every cell still text. */
export const readTable = path => csvParse(readText(path))

/** A source file as text; `path` is relative to `sources/`. */
export const readText = path => readFileSync(new URL(path, folder), 'utf8')

/** A cell that must hold a number. @throws Error naming the cell */
export function number(row, column) {
  const text = row[column]
  const value = Number(text)
  if (text === undefined || text === '' || !Number.isFinite(value)) {
    throw new Error(`${column} of ${JSON.stringify(Object.values(row).slice(0, 3))}: expected a number, got "${text}"`)
  }
  return value
}

/** Rounds to a number of decimals: shares carry four, coordinates three. */
export const round = (value, decimals = 4) => Number(value.toFixed(decimals))

export const sum = values => values.reduce((total, value) => total + value, 0)
