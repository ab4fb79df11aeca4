/** From sums to indicators. */
import type { Level } from './indicator.ts'
import { indicators } from './index.ts'
import { width } from './sums.ts'

const levels = ['nation', 'province', 'prefecture', 'county', 'tier', 'area'] as const satisfies readonly Level[]
/** Positions of the indicators that make sense at each level. */
const sensible = Object.fromEntries(levels.map((level) =>
  [level, indicators.flatMap((indicator, n) => (indicator.levels.includes(level) ? [n] : []))])) as Record<Level, number[]>

/** The indicators of each row of sums. */
export function measure(sums: Float64Array, level: Level): Float64Array {
  return measureInto(new Float64Array((sums.length / width) * indicators.length), sums, level)
}

/** The same, into an array of the caller's. */
export function measureInto<Values extends Float64Array | Float32Array>(values: Values, sums: Float64Array, level: Level): Values {
  values.fill(NaN)
  for (let row = 0; row * width < sums.length; row++) {
    const its = sums.subarray(row * width, row * width + width)
    for (const n of sensible[level]) {
      const value = indicators[n].value(its)
      if (Number.isFinite(value)) values[row * indicators.length + n] = value
    }
  }
  return values
}
