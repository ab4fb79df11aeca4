/** Settings that the reader has put aside to compare them: what each changes in the nation, year by year. */
import { signal } from '@preact/signals'
import { indicatorIndex, type Scenario } from '../../sim/index.ts'
import { areMeans, differenceOf, mayBeChance, type Repeats } from './repeats.ts'
import { recordOf, keyOf, type Picture } from './runs.ts'

/** What is compared, and whether more of it is better (1), or less (−1). */
export const comparedIds = [
  ['peopleAtStandard', 1], ['serviceTheil', -1], ['serviceRatio', -1], ['meansVariation', -1], ['incomeRatio', -1], ['spendingTotalPerHead', 0],
] as const

/** A difference to the baseline; of repeats their mean, with its 95 % interval. */
export interface Found {
  difference: number
  low?: number
  high?: number
}

/** Of the measures compared, by indicator and year. */
export interface FoundInRepeats {
  pairs: number
  scale: number
  of: Record<string, Found[]>
}

export interface Kept {
  /** Settings are numbered as they were kept. */
  number: number
  scenario: Scenario
  /** Of the runs that the differences are taken from. */
  scale: number
  /** Scenario less baseline, `[year - first][indicator]`, met by the same random events. */
  differences: Float64Array[]
  /** Where the comparison had been repeated with other random events when it was kept. */
  repeated?: FoundInRepeats
}

/** For as long as the tab is open. */
export const kept = signal<readonly Kept[]>([])

/** As many as can be compared at a glance: the oldest gives way. */
export const mostKept = 8

const policiesOf = ({ policies }: Scenario) => JSON.stringify(policies)

/** What differences are taken from: settings of another seed, assumption, length or part of China are not comparable. */
export const isComparable = ({ scenario }: Kept, baseline: Scenario): boolean =>
  keyOf({ ...scenario, scale: baseline.scale, policies: [] }) === keyOf({ ...baseline, policies: [] })

/** The same levers, kept already. */
export const keptAlready = (scenario: Scenario, all: readonly Kept[]): Kept | undefined =>
  all.find(one => isComparable(one, scenario) && policiesOf(one.scenario) === policiesOf(scenario))

/** What repeats tell of the measures compared; nothing while they are too few for means. */
export function foundIn(repeats: Repeats | undefined): FoundInRepeats | undefined {
  if (!repeats || !areMeans(repeats)) return undefined
  const { scale, years: [first, last] } = repeats.scenario
  const years = Array.from({ length: last - first + 1 }, (_, k) => first + k)
  const of = Object.fromEntries(comparedIds.map(([id]) => {
    const position = indicatorIndex(id)
    return [id, years.map((year): Found => {
      const { difference = NaN, low, high } = differenceOf(repeats, year, ({ nation }) => nation[position]) ?? {}
      return { difference, low, high }
    })]
  }))
  return { pairs: repeats.base.length, scale, of }
}

/** Whether there is nothing about the scenario shown that is not kept already: no finer run, no more repeats. */
export const isKeptWhole = (before: Kept | undefined, scale: number, repeats: Repeats | undefined): boolean =>
  before !== undefined && before.scale <= scale && (!repeats || !areMeans(repeats) || (before.repeated?.pairs ?? 0) >= repeats.base.length)

/** Keeps the scenario shown; the coarser result of the same levers gives way. @param scenario as the reader has it, whatever scale is shown */
export function keep(scenario: Scenario, { scale, base, other }: Picture, repeats?: Repeats): void {
  const differences = other.records.map(({ nation }, n) => nation.map((value, at) => value - base.records[n].nation[at]))
  const before = keptAlready(scenario, kept.peek())
  const number = before?.number ?? nextNumber(kept.peek())
  const repeated = foundIn(repeats) ?? before?.repeated
  const one: Kept = { number, scenario, scale, differences, ...(repeated && { repeated }) }
  kept.value = before ? kept.peek().map(its => (its === before ? one : its)) : [...kept.peek(), one].slice(-mostKept)
}

export const nextNumber = (all: readonly Kept[]) => 1 + all.reduce((last, one) => Math.max(last, one.number), 0)

export function letGoOf(one: Kept): void {
  kept.value = kept.peek().filter(its => its !== one)
}

/** What is told of a setting in a year: of its repeats, where there are. */
export function keptFound(one: Kept, id: string, year: number): Found {
  const found = one.repeated?.of[id]
  return found ? found[Math.min(found.length - 1, year - one.scenario.years[0])] ?? { difference: NaN } : { difference: keptDifference(one, id, year) }
}

/** Scenario less baseline in a year. */
export const keptDifference = ({ scenario, differences }: Kept, id: string, year: number): number =>
  differences[Math.min(differences.length - 1, year - scenario.years[0])]?.[indicatorIndex(id)] ?? NaN

/** The same of what is shown now. */
export function shownDifference({ base, other }: Picture, id: string, year: number): number {
  const position = indicatorIndex(id)
  return (recordOf(other, year)?.nation[position] ?? NaN) - (recordOf(base, year)?.nation[position] ?? NaN)
}

/**
 * Which of several is the best: better than all others and than the baseline as they are written, and, where it has an interval, told apart from zero by it.
 * @param write a difference as it stands in the table
 * @returns −1 where there is none
 */
export function bestOf(all: readonly (Found | undefined)[], better: number, write: (difference: number) => string): number {
  const known = all.filter(one => one !== undefined && Number.isFinite(one.difference)) as Found[]
  if (better === 0 || known.length < 2) return -1
  const best = known.reduce((a, b) => (b.difference * better > a.difference * better ? b : a))
  const written = write(best.difference)
  const isAlone = known.filter(({ difference }) => write(difference) === written).length === 1
  const isUnsure = best.low !== undefined && best.high !== undefined && mayBeChance({ low: best.low, high: best.high })
  return isAlone && best.difference * better > 0 && written !== write(0) && !isUnsure ? all.indexOf(best) : -1
}
