/** Paired runs: the same seeds with and without a change, so that the difference is the change, not luck. */
import type { Scenario } from '../scenario.ts'
import { mean, studentInterval } from './statistics.ts'

/** One run's values: `run[year][indicator]`; NaN where an indicator makes no sense. */
export type RunValues = readonly ArrayLike<number>[]

/** What pairs of values tell. All are NaN where any run has no value. */
export interface PairedDifference {
  /** Means over the runs. */
  base: number
  other: number
  difference: number
  /** 95 % interval of the mean difference; null with a single pair, which cannot tell. */
  low: number | null
  high: number | null
}

/** One indicator in one year over all pairs. */
export interface Difference extends PairedDifference {
  year: number
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
  const indicators = base[0]?.[0]?.length ?? 0
  return Array.from({ length: indicators }, (_, indicator) => years.map((year, y) => {
    const valuesOf = (runs: readonly RunValues[]) => runs.map(run => run[y][indicator])
    return { year, ...pairedDifference(valuesOf(base), valuesOf(other)) }
  }))
}

/** Compares values pair by pair, `base[k]` with `other[k]`: the mean difference with Student's 95 % interval. */
export function pairedDifference(base: readonly number[], other: readonly number[]): PairedDifference {
  const { mean: difference, low, high } = studentInterval(other.map((value, k) => value - base[k]))
  return { base: mean(base), other: mean(other), difference, low, high }
}
