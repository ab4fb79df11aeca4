/** The table behind a chart: the same numbers for reading, for a screen reader and for a file. */

import type { Quantity } from '../../sim/indicators/indicator.ts'
import { format } from './format.ts'
import type { Line, ObservedPoints } from './lines.ts'
import type { ChartWords } from './words.ts'

export interface Table {
  caption: string
  /** The first heads the rows. */
  columns: string[]
  rows: { head: string; cells: string[] }[]
  /** Which cells of a row hold words; the others hold numbers. */
  words?: readonly boolean[]
}

interface Series {
  title: string
  unit: string
  quantity: Quantity
  /** The largest number that the unit was chosen for. */
  reach?: number
  lines: readonly Line[]
  observed?: readonly ObservedPoints[]
}

/** One row a year; bands and observed points get columns of their own. The unit stands in the caption. */
export function seriesTable(
  { title, unit, quantity, reach, lines, observed = [], difference = false }: Series & { difference?: boolean },
  words: ChartWords,
): Table {
  const numbers = format(quantity, words, false, reach)
  const write = (value: number | undefined) => {
    if (value === undefined) return ''
    return difference ? numbers.signed(value) : numbers.number(value)
  }
  const { columns, years, cell } = grid(title, lines, observed, words)
  return {
    caption: `${title}, ${unit}`,
    columns: [words.table.year, ...columns],
    rows: years.map(year => ({ head: String(year), cells: columns.map((_, column) => write(cell(column, year))) })),
  }
}

/** The same as plain numbers for a CSV: shares in percent, persons and money in the unit of the page, unrounded. */
export function seriesRows(
  { title, unit, quantity, reach, lines, observed = [] }: Series,
  words: ChartWords,
): (string | number)[][] {
  const { scale } = format(quantity, words, false, reach)
  const { columns, years, cell } = grid(title, lines, observed, words)
  const number = (value: number | undefined) =>
    (value === undefined || Number.isNaN(value) ? '' : Number((value * scale).toPrecision(12)))
  return [
    [words.table.year, ...columns.map(column => inUnit(column, unit))],
    ...years.map(year => [year, ...columns.map((_, column) => number(cell(column, year)))]),
  ]
}

/** "Villages (% of residents)"; what the column says already is left out of the unit: "Difference to baseline, low (pp)". */
function inUnit(column: string, unit: string): string {
  const said = unit.slice(0, unit.indexOf(', ') + 2)
  return `${column} (${said && `${column}, `.toLowerCase().startsWith(said.toLowerCase()) ? unit.slice(said.length) : unit})`
}

/** A `<table>` whose heads are marked as such; `className` for the page's style. */
export function tableElement({ caption, columns, rows, words = [] }: Table, className = 'chart-table'): HTMLTableElement {
  const element = document.createElement('table')
  element.className = className
  element.createCaption().textContent = caption
  const head = element.createTHead().insertRow()
  for (const [k, column] of columns.entries()) head.append(heading(column, 'col', words[k - 1]))
  const body = element.createTBody()
  for (const row of rows) {
    const line = body.insertRow()
    line.append(heading(row.head, 'row'))
    for (const [k, text] of row.cells.entries()) {
      const cell = line.insertCell()
      cell.textContent = text
      if (words[k]) cell.className = 'words'
    }
  }
  return element
}

function heading(text: string, scope: 'col' | 'row', ofWords = false): HTMLTableCellElement {
  const cell = document.createElement('th')
  if (ofWords) cell.className = 'words'
  cell.scope = scope
  cell.textContent = text
  return cell
}

/** Observed points of years that no line has are left out. */
function grid(title: string, lines: readonly Line[], observed: readonly ObservedPoints[], words: ChartWords) {
  const columns: string[] = []
  const values: Map<number, number>[] = []
  const add = (label: string, points: Iterable<readonly [number, number]>) => {
    columns.push(label)
    values.push(new Map(points))
  }
  for (const { id, label, points, band, bandOf } of lines) {
    const name = label || id
    add(name, points.map(({ year, value }) => [year, value] as const))
    if (!band?.length) continue
    const end = (head: string) => (bandOf ? `${head} (${bandOf})` : head)
    add(end(words.table.low(name)), band.map(({ year, low }) => [year, low] as const))
    add(end(words.table.high(name)), band.map(({ year, high }) => [year, high] as const))
  }
  for (const { label, points } of observed) {
    add(words.table.observed(label ?? title), points.map(({ year, value }) => [year, value] as const))
  }
  const modelled = lines.length ? values.slice(0, columns.length - observed.length) : values
  const years = [...new Set(modelled.flatMap(column => [...column.keys()]))].sort((a, b) => a - b)
  return { columns, years, cell: (column: number, year: number) => values[column].get(year) }
}
