/** Which parameters drive which indicators: screening of all that are uncertain, then shares of variance of those that matter most. */
import type { Parameter } from '../parameter.ts'
import { defaultParameters, parameters, type ParameterId } from '../parameters.ts'
import { policies } from '../policies/index.ts'
import { adjusted, extremes } from '../policies/policy.ts'
import type { Scenario } from '../scenario.ts'
import { seedSeries } from './compare.ts'
import { elementaryEffects, screened, trajectories, type Point, type Screened } from './morris.ts'
import { keyedDraws } from './resample.ts'
import type { ParameterEffect, SensitivityReport } from './sensitivity-report.ts'
import { design, shares } from './sobol.ts'
import { mean } from './statistics.ts'

export const sensitivityYears: [number, number] = [2010, 2030]

/** What is looked at in the last year. */
export const outcomes = [
  'urbanShare', 'registeredUrbanShare', 'incomeRatio', 'giniIncome', 'outMigrantWorkers', 'outMigrantsInProvinceShare', 'migrantMeanAge',
  'farmEmploymentShare', 'landLetShare', 'share60PlusVillage', 'householdSize', 'leftBehindChildShare', 'hollowVillageShare', 'serviceLevel',
  'serviceRatio', 'serviceTheil',
] as const

/** Parameters that go on to the second stage. */
const few = 8
/** Runs of the baseline with other seeds. */
const repetitions = 8

export interface Range {
  id: ParameterId
  low: number
  high: number
}

/** Either way of what was measured or published, as a share of it. Assumption. */
const errorOfMeasurement = 0.1
/** Rates that the UN estimates well, though nobody published how far off they are. */
const wellKnown: ReadonlySet<string> = new Set(['fertilityFactor', 'mortalityFactor'])

/** What is uncertain: every parameter that no lever sets and that defines no indicator, over a range that its source supports. */
export function uncertain(): Range[] {
  const chosen = setByLevers()
  return (Object.keys(parameters) as ParameterId[]).filter(id => !chosen.has(id) && parameters[id].basis !== 'definition').map(rangeOf)
}

/**
 * How far a parameter may be off. What calibration fitted: the interval it found, and one standard deviation where it has not been run. What was measured: a tenth. What the literature reports: the range in
 * which files may set it. Assumptions: half the way to the ends of that range, which are bounds rather than estimates.
 */
function rangeOf(id: ParameterId): Range {
  const { value, min, max, basis, fit, fitted }: Parameter = parameters[id]
  const within = (low: number, high: number): Range => ({ id, low: Math.max(min, low), high: Math.min(max, high) })
  if (fitted) return within(fitted.low, fitted.high)
  if (fit !== undefined) return within(value - fit, value + fit)
  if (wellKnown.has(id) || basis === 'measured') {
    const error = errorOfMeasurement * Math.abs(value)
    return within(value - error, value + error)
  }
  if (basis !== 'assumption') return within(min, max)
  return within((value + min) / 2, (value + max) / 2)
}

/** Parameters that a lever sets: a choice, not an uncertainty. */
export function setByLevers(): Set<string> {
  const defaults = defaultParameters()
  return new Set(policies.flatMap(policy => extremes(policy).flatMap(value => {
    const moved = adjusted(policy, defaults, value)
    return Object.keys(defaults).filter(id => moved[id as ParameterId] !== defaults[id as ParameterId])
  })))
}

/** Runs needed at most. */
export const runsOf = (ranges: readonly Range[], number: number, samples: number): number =>
  repetitions + 2 * ranges.length + number * (ranges.length + 1) + samples * (Math.min(few, ranges.length) + 2)

/** Runs a scenario and gives its `outcomes` in the last year. */
export type ExecuteLast = (scenario: Scenario) => Promise<readonly number[]>

/**
 * @param number of Morris trajectories
 * @param samples of Sobol's design
 */
export async function findSensitivity(
  base: Scenario, ranges: readonly Range[], number: number, samples: number, execute: ExecuteLast,
): Promise<SensitivityReport['indicators']> {
  const run = (assumptions: Record<string, number>, seed = base.seed): Promise<readonly number[]> =>
    execute({ ...base, seed, assumptions: { ...base.assumptions, ...assumptions } })
  const at = (point: Point, its: readonly Range[]) =>
    run(Object.fromEntries(its.map(({ id, low, high }, p) => [id, low + (high - low) * point[p]])))
  const all = (points: readonly Point[], its: readonly Range[]) => Promise.all(points.map(point => at(point, its)))

  const [repeated, lows, highs] = await Promise.all([
    Promise.all(seedSeries(base.seed, repetitions).map(seed => run({}, seed))),
    Promise.all(ranges.map(({ id, low }) => run({ [id]: low }))),
    Promise.all(ranges.map(({ id, high }) => run({ [id]: high }))),
  ])
  // What changes nothing to the last bit belongs to a lever that is not moved: it is not screened.
  const active = ranges.filter((_, p) => !same(lows[p], repeated[0]) || !same(highs[p], repeated[0]))
  const paths = trajectories(active.length, number, keyedDraws(base.seed, 'trajectories'))
  const along = await Promise.all(paths.map(({ points }) => all(points, active)))
  const screening = outcomes.map((_, o) => elementaryEffects(paths, along.map(path => path.map(values => values[o])))
    .map(screened))

  const chosen = mostImportant(screening.map(ofOutcome => ofOutcome.map(({ muStar }) => muStar)), few).map(p => active[p])
  const points = design(chosen.length, samples, keyedDraws(base.seed, 'samples'))
  const [a, b, mixed] = await Promise.all([
    all(points.a, chosen), all(points.b, chosen), Promise.all(points.mixed.map(ofParameter => all(ofParameter, chosen))),
  ])
  return outcomes.map((id, o) => {
    const of = (runs: readonly (readonly number[])[]) => runs.map(values => values[o])
    const shared = shares({ a: of(a), b: of(b), mixed: mixed.map(of) }, keyedDraws(base.seed, 'bootstrap of shares'))
    return {
      id, year: base.years[1], base: repeated[0][o], luck: meanGap(of(repeated)),
      parameters: ranges.map((range, p): ParameterEffect => ({
        ...range, ...screening[o][active.indexOf(range)] ?? noEffect, ...shared[chosen.indexOf(range)],
        lowValue: lows[p][o], highValue: highs[p][o],
      })),
    }
  })
}

const noEffect: Screened = { muStar: 0, muStarLow: 0, muStarHigh: 0, mu: 0, sigma: 0 }

const same = (values: readonly number[], others: readonly number[]): boolean => values.every((value, n) => Object.is(value, others[n]))

/**
 * The parameters with the largest mean share in the effects on an outcome, over outcomes.
 * @param muStar by outcome and parameter
 */
export function mostImportant(muStar: readonly (readonly number[])[], number: number): number[] {
  const shareIn = muStar.map(ofOutcome => {
    const sum = ofOutcome.reduce((total, value) => total + value, 0)
    return ofOutcome.map(value => sum > 0 ? value / sum : 0)
  })
  return shareIn[0].map((_, p) => ({ p, share: mean(shareIn.map(ofOutcome => ofOutcome[p])) }))
    .sort((x, y) => y.share - x.share || x.p - y.p).slice(0, number).map(({ p }) => p)
}

/** Mean size of the difference between two of these values. */
function meanGap(values: readonly number[]): number {
  return mean(values.flatMap((value, n) => values.slice(n + 1).map(other => Math.abs(value - other))))
}
