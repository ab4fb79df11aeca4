/** From years of records to what charts and map draw. */
import { indicatorIndex, indicators } from '../../sim/index.ts'
import type { Quantity } from '../../sim/indicators/indicator.ts'
import type { Year } from '../worker.ts'
import { recordOf, type Picture, type Run } from './runs.ts'

export interface Point {
  year: number
  value: number
}

/** What the map can show. */
export const mapIndicators: readonly string[] = [
  'urbanShare', 'populationChange', 'share60Plus', 'leftBehindChildShare', 'hollowVillageShare', 'serviceRatio', 'serviceLevel',
  'transfersPerHead',
]

/** The nation's values of one indicator, as far as the run has come. */
export function nationSeries(run: Run, id: string): Point[] {
  const position = indicatorIndex(id)
  return run.records.map(({ year, nation }) => ({ year, value: nation[position] }))
}

/** One run less another, year by year. */
export function differenceSeries(base: Run, other: Run, id: string): Point[] {
  const from = nationSeries(base, id)
  return nationSeries(other, id).slice(0, from.length).map(({ year, value }, k) => ({ year, value: value - from[k].value }))
}

export function nationValue(run: Run, id: string, year: number): number {
  const position = indicatorIndex(id)
  return recordOf(run, year)?.nation[position] ?? NaN
}

export type MapKind = 'level' | 'change' | 'difference'

export interface MapValues {
  values: Float64Array
  nationalValue: number
  quantity: Quantity
  /** The values are changes relative to where they began, 0–1: so it is with numbers of people and with money. */
  relative: boolean
}

/** One indicator of every unit of the map, prefectures or the places of a county: its level, its change since the first year, or its difference to the baseline. */
export function mapValues(picture: Picture, id: string, kind: MapKind, year: number): MapValues | undefined {
  const position = indicatorIndex(id)
  const now = recordOf(picture.other, year)
  if (!now) return undefined
  const { quantity } = indicators[position]
  if (kind === 'level') {
    // A change that is an indicator of its own is written as one.
    const relative = id === 'populationChange'
    return { values: column(unitsOf(now), position), nationalValue: now.nation[position], quantity, relative }
  }
  const then = kind === 'change' ? picture.other.records[0] : recordOf(picture.base, year)
  if (!then) return undefined
  const relative = isRelative(quantity)
  const compare = (after: number, before: number) => (relative ? after / before - 1 : after - before)
  const after = column(unitsOf(now), position)
  const before = column(unitsOf(then), position)
  return {
    values: after.map((value, unit) => compare(value, before[unit])),
    nationalValue: compare(now.nation[position], then.nation[position]),
    quantity,
    relative,
  }
}

/** Numbers that depend on how large a place is say more as percent of where they began. */
export function isRelative(quantity: Quantity): boolean {
  return quantity === 'persons' || quantity === 'count' || quantity === 'area' || quantity === 'money' || quantity === 'yuan'
}

const unitsOf = ({ places, prefectures }: Year): ArrayLike<number> => places ?? prefectures

function column(table: ArrayLike<number>, position: number): Float64Array {
  const width = indicators.length
  return Float64Array.from({ length: table.length / width }, (_, row) => table[row * width + position])
}

/** Whether people and money add up in every year: the accounts that the run itself keeps. */
export function isConserved(run: Run): boolean {
  return run.records.every(({ accounts }) => {
    const { residentsBefore, births, deaths, arrivals, departures, residentsAfter } = accounts
    const { raised, transferredDown, transferredReceived, borrowed, spent } = accounts
    const people = residentsBefore + births - deaths + arrivals - departures === residentsAfter
    const money = close(raised + borrowed, spent, raised) && close(transferredDown, transferredReceived, raised)
    return people && money
  })
}

/** Sums of many numbers differ in the last digits. */
function close(a: number, b: number, size: number): boolean {
  return Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(size))
}
