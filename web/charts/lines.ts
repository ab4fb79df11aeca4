/** What a line chart is told, and what follows from it whatever its size. */

import type { Quantity } from '../../sim/indicators/indicator.ts'

export interface Point {
  year: number
  value: number
}

export interface Line {
  id: string
  /** Stands at the end of the line; empty for none. */
  label: string
  /** Where the tooltip has a row for each of several things and a column for each run: which row and which column. */
  group?: string
  column?: string
  /** A colour or a custom property, such as `var(--accent)`. */
  colour: string
  dashed?: boolean
  dotted?: boolean
  points: readonly Point[]
  /** Where the value lies in most runs. */
  band?: readonly { year: number; low: number; high: number }[]
  /** What the band is the interval of, where not of the value itself. */
  bandOf?: string
  /** Single runs. */
  faint?: readonly (readonly Point[])[]
}

export interface ObservedPoints {
  /** Publisher and table; shown with the point. */
  source: string
  points: readonly Point[]
  /** What was observed, where the chart has several. */
  label?: string
  /** Whether the model was fitted to these points or they were kept back; unsaid where that is not the question. */
  use?: 'fitted' | 'heldBack'
}

export interface LineChartData {
  title: string
  unit: string
  quantity: Quantity
  /** The largest number that the unit was chosen for. */
  reach?: number
  /** First and last year of the axis. */
  years: readonly [number, number]
  yearShown: number
  lines: readonly Line[]
  observed?: readonly ObservedPoints[]
  /** The first year of a changed policy. */
  policyFrom?: number
  /** The first year that no observation reaches. */
  projectionFrom?: number
  /** What those years are, if not a projection. */
  projectionName?: string
  /** Whether the axis must reach zero. */
  domain?: 'zero' | 'auto'
  /** Values that the axis covers whatever the lines are, so that it does not jump from run to run. */
  covers?: readonly [number, number]
  /** Values are differences: signs and percentage points, and a line at zero. */
  difference?: boolean
  /** The lines are of an older run than the one now asked for, or a lever is being dragged: no transitions. */
  dim?: boolean
  reducedMotion?: boolean
}

/** The last year of a line of which there is nothing more to show, though the run goes on; undefined while there is. */
export function endedIn(points: readonly Point[]): number | undefined {
  const last = points.findLast(({ value }) => !Number.isNaN(value))
  return last === points.at(-1) ? undefined : last?.year
}

/** Lowest and highest value of everything drawn; a flat line still gets an axis. */
export function valueRange(data: LineChartData): [number, number] {
  const { lines, observed = [], domain, difference, years, quantity, covers = [Infinity, -Infinity] } = data
  let low = Math.min(covers[0], domain === 'zero' || difference ? 0 : Infinity)
  let high = Math.max(covers[1], domain === 'zero' || difference ? 0 : -Infinity)
  const take = (value: number, year: number) => {
    if (Number.isNaN(value) || year < years[0] || year > years[1]) return
    low = Math.min(low, value)
    high = Math.max(high, value)
  }
  for (const { points, band = [], faint = [] } of lines) {
    for (const { value, year } of points) take(value, year)
    for (const { year, low: bottom, high: top } of band) {
      take(bottom, year)
      take(top, year)
    }
    for (const run of faint) for (const { value, year } of run) take(value, year)
  }
  for (const { points } of observed) for (const { value, year } of points) take(value, year)
  if (low > high) return [0, 1]
  if (low < high) return [low, high]
  if (low === 0) return difference ? [-littleOf[quantity], littleOf[quantity]] : [0, 1]
  return [low - Math.abs(low) * 0.05, high + Math.abs(high) * 0.05]
}

/** How far an axis goes about differences of nothing: one of what is written where nothing is known of the size. */
const littleOf: Record<Quantity, number> = { share: 0.01, ratio: 0.01, index: 0.01, yuan: 1, years: 1, count: 1, persons: 1e6, area: 1e6, money: 1e9 }

/** NaN where there is none. */
export function valueIn(points: readonly Point[], year: number): number {
  const offset = year - (points[0]?.year ?? year)
  const near = points[offset]
  return (near?.year === year ? near : points.find(point => point.year === year))?.value ?? NaN
}

/** Whether two pictures are the same but for the year shown. */
export function onlyYearDiffers(a: LineChartData, b: LineChartData): boolean {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]) as Set<keyof LineChartData>
  keys.delete('yearShown')
  for (const key of keys) {
    if (key === 'years' ? a.years[0] !== b.years[0] || a.years[1] !== b.years[1] : a[key] !== b[key]) return false
  }
  return true
}
