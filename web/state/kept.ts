/** Settings that the reader has put aside to compare them: what each changes in the nation, year by year. */
import { signal } from '@preact/signals'
import { indicatorIndex, type Scenario } from '../../sim/index.ts'
import { recordOf, keyOf, type Picture } from './runs.ts'

export interface Kept {
  /** Settings are numbered as they were kept. */
  number: number
  scenario: Scenario
  /** Of the runs that the differences are taken from. */
  scale: number
  /** Scenario less baseline, `[year - first][indicator]`, met by the same random events. */
  differences: Float64Array[]
}

/** For as long as the page is open. */
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

/** Keeps the scenario shown; the coarser result of the same levers gives way. @param scenario as the reader has it, whatever scale is shown */
export function keep(scenario: Scenario, { scale, base, other }: Picture): void {
  const differences = other.records.map(({ nation }, n) => nation.map((value, at) => value - base.records[n].nation[at]))
  const before = keptAlready(scenario, kept.peek())
  const number = before?.number ?? 1 + kept.peek().reduce((last, one) => Math.max(last, one.number), 0)
  const one = { number, scenario, scale, differences }
  kept.value = before ? kept.peek().map(its => (its === before ? one : its)) : [...kept.peek(), one].slice(-mostKept)
}

export function letGoOf(one: Kept): void {
  kept.value = kept.peek().filter(its => its !== one)
}

/** Scenario less baseline in a year. */
export const keptDifference = ({ scenario, differences }: Kept, id: string, year: number): number =>
  differences[Math.min(differences.length - 1, year - scenario.years[0])]?.[indicatorIndex(id)] ?? NaN

/** The same of what is shown now. */
export function shownDifference({ base, other }: Picture, id: string, year: number): number {
  const position = indicatorIndex(id)
  return (recordOf(other, year)?.nation[position] ?? NaN) - (recordOf(base, year)?.nation[position] ?? NaN)
}
