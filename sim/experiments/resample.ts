/** The bootstrap with keyed draws: the same interval every time. */
import { chanceOf, uniform } from '../random.ts'

/** Uniform numbers from 0 up to 1, by row and column. */
export type Draws = (row: number, column: number) => number

export function keyedDraws(seed: string, purpose: string): Draws {
  const chance = chanceOf(seed, 'sensitivity', purpose)
  return (row, column) => uniform(chance, row, column)
}

const resamples = 500

/**
 * The 95 % percentile interval of a statistic of rows (Efron & Tibshirani 1993).
 * @param statistic of the rows drawn, with repetition
 */
export function bootstrapInterval(rows: number, draws: Draws, statistic: (rows: number[]) => number): [low: number, high: number] {
  const values = Float64Array.from({ length: resamples }, (_, sample) =>
    statistic(Array.from({ length: rows }, (_, n) => Math.floor(draws(sample, n) * rows)))).sort()
  return [quantile(values, 0.025), quantile(values, 0.975)]
}

/** Of sorted values, between neighbours by proportion. */
function quantile(sorted: Float64Array, p: number): number {
  const at = p * (sorted.length - 1)
  const below = Math.floor(at)
  const above = Math.min(sorted.length - 1, below + 1)
  return sorted[below] + (sorted[above] - sorted[below]) * (at - below)
}
