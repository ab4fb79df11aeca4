/** From sums to indicators. */
import type { Level } from './indicator.ts'
import { indicators } from './index.ts'
import { width } from './sums.ts'

const levels = ['nation', 'province', 'prefecture', 'county', 'tier', 'area'] as const satisfies readonly Level[]
/** Positions of the indicators that make sense at each level. */
const sensible = Object.fromEntries(levels.map(level =>
  [level, indicators.flatMap((indicator, n) => (indicator.levels.includes(level) ? [n] : []))])) as Record<Level, number[]>

/** The indicators of each row of sums. */
export function measure(sums: Float64Array, level: Level): Float64Array {
  return measureInto(new Float64Array((sums.length / width) * indicators.length), sums, level)
}

/** The same, into an array of the caller's. */
export function measureInto<Values extends Float64Array | Float32Array>(values: Values, sums: Float64Array, level: Level): Values {
  values.fill(NaN)
  const rows = Array.from({ length: sums.length / width }, (_, row) => sums.subarray(row * width, row * width + width))
  // Indicator by indicator: a formula that is called again and again is fast.
  for (const n of sensible[level]) measureOne(values, rows, n, formulas[n])
  return values
}

const formulas = indicators.map(({ value }) => value)

function measureOne(values: Float64Array | Float32Array, rows: Float64Array[], n: number, formula: (sums: Float64Array) => number): void {
  for (let row = 0; row < rows.length; row++) {
    const value = formula(rows[row])
    if (Number.isFinite(value)) values[row * formulas.length + n] = value
  }
}
