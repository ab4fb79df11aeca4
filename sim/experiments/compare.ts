/** Paired runs: the same seeds with and without a change, so that the difference is the change, not luck. */
import quantile from '@stdlib/stats-base-dists-t-quantile'
import type { Scenario } from '../scenario.ts'

/** One run's values: `run[year][indicator]`; NaN where an indicator makes no sense. */
export type RunValues = readonly ArrayLike<number>[]

/** One indicator in one year over all pairs. All are NaN where any run has no value. */
export interface Difference {
  year: number
  /** Means over the runs. */
  base: number
  other: number
  difference: number
  /** 95 % interval of the mean difference; null with a single pair, which cannot tell. */
  low: number | null
  high: number | null
}

/** What `compare` needs of a year's record. */
export interface YearValues {
  year: number
  nation: ArrayLike<number>
}

/** Runs a scenario to its end: here, on a thread or elsewhere. */
export type Execute = (scenario: Scenario) => Promise<YearValues[]>

/**
 * The seeds of a series of runs: whole numbers count up, other seeds are numbered from the second on.
 * @throws {RangeError} if there is not at least one run
 */
export function seedSeries(seed: string, runs: number): string[] {
  if (!(runs >= 1)) throw new RangeError(`runs: must be at least 1, got ${runs}`)
  const counts = /^(0|[1-9]\d{0,14})$/.test(seed)
  return Array.from({ length: runs }, (_, k) => counts ? String(Number(seed) + k) : k === 0 ? seed : `${seed}-${k}`)
}

/**
 * Runs both scenarios with each seed and compares them. Seed, scale and years must be the same in both.
 * @returns by indicator (in record order), one difference a year
 */
export async function comparePaired(
  base: Scenario, other: Scenario, runs: number, execute: Execute,
): Promise<Difference[][]> {
  for (const key of ['seed', 'scale', 'years'] as const) {
    if (String(base[key]) === String(other[key])) continue
    throw new RangeError(`${key}: must be the same in both scenarios, got ${base[key]} and ${other[key]}`)
  }
  const seeds = seedSeries(base.seed, runs)
  const of = (scenario: Scenario) => Promise.all(seeds.map(async seed => await execute({ ...scenario, seed })))
  const [baseRuns, otherRuns] = await Promise.all([of(base), of(other)])
  const values = (years: YearValues[]) => years.map(({ nation }) => nation)
  return differences(baseRuns[0].map(({ year }) => year), baseRuns.map(values), otherRuns.map(values))
}

/**
 * Compares runs pair by pair: `base[k]` with `other[k]`.
 * @returns `differences[indicator][year]`
 */
export function differences(
  years: readonly number[], base: readonly RunValues[], other: readonly RunValues[],
): Difference[][] {
  const runs = base.length
  // A 95 % interval leaves 2.5 % on each side.
  const t = runs > 1 ? quantile(0.975, runs - 1) : NaN
  const indicators = base[0]?.[0]?.length ?? 0
  return Array.from({ length: indicators }, (_, indicator) => years.map((year, y) => {
    const ofBase = base.map(run => run[y][indicator])
    const ofOther = other.map(run => run[y][indicator])
    const paired = ofOther.map((value, k) => value - ofBase[k])
    const difference = mean(paired)
    const halfWidth = t * standardError(paired, difference)
    return {
      year, base: mean(ofBase), other: mean(ofOther), difference,
      low: runs > 1 ? difference - halfWidth : null,
      high: runs > 1 ? difference + halfWidth : null,
    }
  }))
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** Of the mean, from the sample standard deviation. */
function standardError(values: readonly number[], mean: number): number {
  const squares = values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0)
  return Math.sqrt(squares / (values.length - 1) / values.length)
}
