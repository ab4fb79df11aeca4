/** Repeats of a comparison with other random events, which tell an effect from chance: both scenarios with each of some seeds, at the quick scale. */
import { signal } from '@preact/signals'
import { pairedDifference, seedSeries } from '../../sim/experiments/compare.ts'
import type { Scenario } from '../../sim/index.ts'
import { createLane, type FailureCause, type Handle, type Lane, type Wanted } from '../engine.ts'
import { atScale, keyOf, quickScaleOf } from './runs.ts'

/** Pairs of runs; the first has the reader's own seed. */
export const pairsWanted = 8

/** What is kept of a year: values by indicator, of the nation or the stage as a whole, and `[province * indicators + indicator]`. */
export interface YearKept {
  nation: Float64Array
  provinces: Float32Array
}

export interface Repeats {
  /** The scenario that is repeated, at the scale of the repeats and with the reader's seed. */
  scenario: Scenario
  /** The pairs that are whole: `[pair][year - first]`. */
  base: YearKept[][]
  other: YearKept[][]
  running: boolean
}

export const repeats = signal<Repeats | undefined>(undefined)

/** What the page does about a worker that died, memory that is short, a run that cannot be done, and one that is done. */
export interface Mishaps {
  onCrash(): void
  onShort?(): void
  onFailure(message: string, cause: FailureCause): void
  /** One more run is done. */
  onRun?(): void
}

let lane: Lane | undefined
const values = new Map<string, YearKept[]>()

const repeated = (scenario: Scenario): Scenario => atScale(scenario, Math.max(quickScaleOf(scenario), scenario.scale))

/** The repeats of a scenario as it is now, whole or not. */
export function repeatsOf(scenario: Scenario): Repeats | undefined {
  const now = repeats.value
  return now && keyOf(now.scenario) === keyOf(repeated(scenario)) ? now : undefined
}

/** Means of the baseline, of the scenario and of their difference, and its 95 % interval. */
export interface Interval {
  base: number
  other: number
  difference: number
  low: number
  high: number
}

/** What the pairs so far tell of a year; nothing while there are fewer than two. @param value what is compared */
export function differenceOf({ scenario, base, other }: Repeats, year: number, value: (kept: YearKept) => number): Interval | undefined {
  const at = year - scenario.years[0]
  const valuesOf = (runs: readonly YearKept[][]) => runs.map(run => (run[at] ? value(run[at]) : NaN))
  const found = pairedDifference(valuesOf(base), valuesOf(other))
  const { low, high } = found
  return low === null || high === null ? undefined : { ...found, low, high }
}

/** Whether there are pairs enough for means to be told instead of the one run. */
export const areMeans = ({ base }: Repeats): boolean => base.length > 1

/** Whether chance alone may make such a difference: zero lies within the interval. */
export const mayBeChance = ({ low, high }: Pick<Interval, 'low' | 'high'>): boolean => low <= 0 && high >= 0

/** Repeats a scenario that has policies, and its baseline, until all pairs are there or `stopRepeats` is called. */
export function startRepeats(scenario: Scenario, open: () => Handle, mishaps: Mishaps): void {
  const own = repeated(scenario)
  repeats.value = { scenario: own, base: [], other: [], running: true }
  values.clear()
  const policyFrom = Math.min(...own.policies.map(({ from }) => from))
  const wanted = seedSeries(own.seed, pairsWanted).flatMap((seed): Wanted[] => {
    const other = { ...own, seed }
    const base = { ...other, policies: [] }
    return [
      { key: keyOf(base), scenario: base, keep: [policyFrom - 1], branch: () => false },
      { key: keyOf(other), scenario: other, keep: [], branch: () => values.has(keyOf(base)) },
    ]
  })
  lane ??= createLane(open, 250, {
    onPlaces() {},
    onStart({ key, scenario: started }, firstYear) {
      const before = started.policies.length > 0 ? values.get(keyOf({ ...started, policies: [] })) : undefined
      values.set(key, before?.slice(0, firstYear - started.years[0]) ?? [])
    },
    onYears({ key }, records) {
      values.get(key)!.push(...records.map(({ nation, provinces }) => ({ nation, provinces: Float32Array.from(provinces) })))
    },
    onEnd({ key, scenario: done }) {
      mishaps.onRun?.()
      const now = repeats.peek()
      if (!now || done.policies.length === 0) return
      const base = values.get(keyOf({ ...done, policies: [] }))!
      const pairs = { base: [...now.base, base], other: [...now.other, values.get(key)!] }
      repeats.value = { ...now, ...pairs, running: pairs.base.length < pairsWanted }
    },
    onCrash: () => mishaps.onCrash(),
    onShort: () => mishaps.onShort?.(),
    onFailure(_, message, cause) {
      stopRepeats()
      mishaps.onFailure(message, cause)
    },
  }, false)
  lane.want(wanted)
}

/** What is there of pairs stays. */
export function stopRepeats(): void {
  lane?.want([])
  const now = repeats.peek()
  if (now?.running) repeats.value = now.base.length > 0 ? { ...now, running: false } : undefined
}

/** Lets go of repeats of anything but this scenario. */
export function keepRepeatsOf(scenario: Scenario): void {
  const now = repeats.peek()
  if (!now || keyOf(now.scenario) === keyOf(repeated(scenario))) return
  stopRepeats()
  repeats.value = undefined
}
