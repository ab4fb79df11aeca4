/** Means and their uncertainty. */
import quantile from '@stdlib/stats-base-dists-t-quantile'

/** Standard deviations of a normal distribution that leave 2.5 % on each side. */
export const normal95 = 1.959964

export const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

/** Of the population from which the values are a sample. */
export function standardDeviation(values: readonly number[]): number {
  return Math.sqrt(squares(values) / (values.length - 1))
}

/** The mean with Student's 95 % interval, which leaves 2.5 % on each side; a single value has none. */
export function studentInterval(values: readonly number[]): { mean: number; low: number | null; high: number | null } {
  const middle = mean(values)
  if (values.length < 2) return { mean: middle, low: null, high: null }
  const halfWidth = quantile(0.975, values.length - 1) * Math.sqrt(squares(values) / (values.length - 1) / values.length)
  return { mean: middle, low: middle - halfWidth, high: middle + halfWidth }
}

/** Around the mean. */
function squares(values: readonly number[]): number {
  const middle = mean(values)
  return values.reduce((sum, value) => sum + (value - middle) * (value - middle), 0)
}

/** Root mean square error. */
export function rmse(values: readonly number[], observed: readonly number[]): number {
  return Math.sqrt(mean(values.map((value, n) => (value - observed[n]) * (value - observed[n]))))
}
