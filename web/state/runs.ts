/** Which runs are wanted for what the reader sees, which of them are there, and which to show. */
import { stageKind, type Scenario, type StageKind } from '../../sim/index.ts'
import type { PlaceSeen } from '../../sim/index.ts'
import type { Year } from '../worker.ts'
import { anchored } from './anchor.ts'
import { defaultDates } from './laboratory.ts'

export interface Run {
  key: string
  scenario: Scenario
  /** In order of years; fewer than the scenario's while the run goes on. */
  records: Year[]
  /** Of a county or the village: its own places and those around. */
  places?: PlaceSeen[]
  /** Years between observed ones were drawn as a straight line: good enough while a lever moves. */
  sketched?: boolean
  whole: boolean
  /** The model refused it or its worker died over it; it is not tried again by itself. */
  failed: boolean
}

/** What charts and map show: a baseline and a scenario of the same seed and years, whose difference is of one scale. */
export interface Picture {
  /** Of the pair of runs that the difference is from. */
  scale: number
  /** The scale of the baseline, where it is finer and the scenario is told from it: see anchor.ts. */
  levels?: number
  base: Run
  /** The same object as `base` while no lever is moved: the difference is then zero by construction. */
  other: Run
  /** The baseline of the default assumptions, where others are set and it is there already. */
  plain?: Run
  /** The baseline as the browser kept it from the last visit: it stands in until the first run of this one. */
  lastTime?: boolean
}

/** Real persons in one simulated: while a lever is being dragged, for the first picture, and what the reader may choose. */
export const scalesOf: Record<StageKind, { preview: number; quick: number; choices: readonly number[] }> = {
  nation: { preview: 100_000, quick: 10_000, choices: [40_000, 10_000, 4_000, 1_000] },
  county: { preview: 50, quick: 10, choices: [10, 1] },
  village: { preview: 1, quick: 1, choices: [1] },
}

export const previewScaleOf = ({ stage }: Scenario): number => scalesOf[stageKind(stage)].preview
export const quickScaleOf = ({ stage }: Scenario): number => scalesOf[stageKind(stage)].quick

/** What makes a run what it is; the name does not. */
export function keyOf({ stage, years, scale, seed, assumptions, policies }: Scenario): string {
  return JSON.stringify([stage, years, scale, seed, assumptions, policies])
}

export const atScale = (scenario: Scenario, scale: number): Scenario => ({ ...scenario, scale })

/** The scales a scenario is run at, coarse to fine, ending at its own. */
export function ladder(scenario: Scenario): number[] {
  return [previewScaleOf(scenario), quickScaleOf(scenario)].filter(scale => scale > scenario.scale).concat(scenario.scale)
}

/**
 * Runs for the quick lane, most urgent first. While a lever is dragged: only its preview, and the baselines it is held against.
 * @param plain the baseline of the default assumptions, where it differs from `base`
 */
export function quickRuns(base: Scenario, other: Scenario, dragging: boolean, plain?: Scenario): Scenario[] {
  const preview = Math.max(previewScaleOf(base), base.scale)
  const quick = Math.max(quickScaleOf(base), base.scale)
  const all = [base, other, plain].filter(scenario => scenario !== undefined)
  const at = (scale: number) => distinct(all.map(scenario => atScale(scenario, scale)))
  if (dragging) return at(preview)
  // The preview baseline is made ready before anyone asks.
  if (other.policies.length === 0 && !plain) return [...at(quick), ...at(preview)]
  return distinct([...at(preview), ...at(quick)])
}

/** Runs for the thorough lane: none where the quick lane reaches the scenario's scale. */
export function thoroughRuns(base: Scenario, other: Scenario, plain?: Scenario): Scenario[] {
  if (base.scale >= quickScaleOf(base)) return []
  return distinct([base, other, plain].filter(scenario => scenario !== undefined))
}

function distinct(scenarios: Scenario[]): Scenario[] {
  const keys = scenarios.map(keyOf)
  return scenarios.filter((_, k) => keys.indexOf(keys[k]) === k)
}

/** The finest pair that is whole, told from the finest baseline; while a lever is dragged that of the preview, so that scales do not alternate. */
export function pick(
  base: Scenario,
  other: Scenario,
  dragging: boolean,
  runs: ReadonlyMap<string, Run>,
  plain?: Scenario,
): Picture | undefined {
  const scales = dragging ? [Math.max(previewScaleOf(base), base.scale)] : ladder(base).reverse()
  for (const scale of scales) {
    const [a, b, c] = [base, other, plain].map(scenario => scenario && runs.get(keyOf(atScale(scenario, scale))))
    if (a?.whole && b?.whole) return fromFinest(c?.whole ? { scale, base: a, other: b, plain: c } : { scale, base: a, other: b }, runs, base.scale)
  }
}

/**
 * The picture told from the finest baseline that is whole, but none finer than the scale wanted: at that scale a picture is the same whatever was run before.
 * A county or village has other places at another scale, and is shown as it is.
 */
export function fromFinest(picture: Picture, runs: ReadonlyMap<string, Run>, wanted: number): Picture {
  const { scenario } = picture.base
  if (stageKind(scenario.stage) !== 'nation') return picture
  const scales = [wanted, ...scalesOf.nation.choices].sort((a, b) => a - b)
  for (const scale of scales.filter(scale => scale >= wanted && scale < picture.scale)) {
    const base = runs.get(keyOf(atScale(scenario, scale)))
    const plain = picture.plain && runs.get(keyOf(atScale(picture.plain.scenario, scale)))
    if (base?.whole && !base.sketched && (!picture.plain || plain?.whole)) return anchored(picture, { base, plain })
  }
  return picture
}

/** Whether a picture is of these scenarios, at whatever scale. */
export function isOf(picture: Picture, base: Scenario, other: Scenario): boolean {
  return picture.base.key === keyOf(atScale(base, picture.levels ?? picture.scale))
    && picture.other.key === keyOf(atScale(other, picture.scale))
}

/**
 * Years after which a worker keeps a copy of the baseline world: all at preview scale; fewer where a copy is large.
 * A policy starts from the copy of the year before it.
 */
export function yearsToKeep(base: Scenario, other: Scenario, scale: number): number[] {
  const [first, last] = base.years
  const all = Array.from({ length: last - first + 1 }, (_, k) => first + k)
  if (scale >= previewScaleOf(base)) return all
  const policyFrom = Math.min(...other.policies.map(policy => policy.from), defaultDates.from)
  if (scale >= quickScaleOf(base)) return all.filter(year => year === policyFrom - 1 || year % 5 === 4)
  return all.filter(year => year === policyFrom - 1 || year === defaultDates.from - 1)
}

/** Years that a preview counts people and money in: the first, every fifth back from the last, and the one shown. */
export function yearsToObserve([first, last]: readonly [number, number], shown: number): number[] {
  const years = new Set([first, Math.min(last, shown)])
  for (let year = last; year >= first; year -= 5) years.add(year)
  return [...years].sort((a, b) => a - b)
}

/** The year with the places of the run's first, which are the same in every year: whoever draws them can tell that nothing has moved, and they are held once. */
export function withPlacesOf(first: Year | undefined, record: Year): Year {
  if (!first || first.settlements.county.length !== record.settlements.county.length) return record
  const { county, longitude, latitude } = first.settlements
  return { ...record, settlements: { ...record.settlements, county, longitude, latitude } }
}

/**
 * The years from the last known one to the next observed one. Nation and pyramid lie on a straight line between the two;
 * of the places, those of the nearer end.
 */
export function between(before: Year, after: Year): Year[] {
  const span = after.year - before.year
  return Array.from({ length: span - 1 }, (_, k) => {
    const share = (k + 1) / span
    const line = (from: Float64Array, to: Float64Array) => from.map((value, at) => value + share * (to[at] - value))
    return {
      ...(share < 0.5 ? before : after),
      year: before.year + k + 1,
      nation: line(before.nation, after.nation),
      pyramid: line(before.pyramid, after.pyramid),
    }
  })
}

/** A year of a run; the last there is for years not reached. */
export function recordOf(run: Run, year: number): Year | undefined {
  return run.records[Math.min(run.records.length - 1, year - run.scenario.years[0])]
}

/** Lets go of the runs used longest ago; a coarse run holds as much as a fine one. */
export function forgetOld(runs: Map<string, Run>, keep: ReadonlySet<string>, most = 16) {
  for (const key of runs.keys()) {
    if (runs.size <= most) return
    if (!keep.has(key)) runs.delete(key)
  }
}
