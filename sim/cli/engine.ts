/** The engine as a thread offers it: start a scenario, ask for its years one by one. */
import { measureCounties, observeCounties, placesOf, populate, run, stageData, type CountyTable, type PlaceSeen, type Scenario, type Stage } from '../index.ts'
import type { NationData } from '../data.ts'
import { parametersAt } from '../policies/index.ts'
import { loadCountyIndex, loadSurroundings } from './data.ts'
import type { YearRecord } from '../record.ts'

export interface SimulatedYear {
  record: YearRecord
  /** Only if asked for. */
  counties?: CountyTable
  /** `[county * indicators.length + indicator]`, only if asked for. */
  countyIndicators?: Float64Array
  /** Of a county or the village, in place of counties: its own villages and towns, only if asked for. */
  places?: PlaceSeen[]
}

/** What is told of counties: their people, and their indicators too. */
export type CountyDetail = 'none' | 'people' | 'indicators'

export function makeEngine(data: NationData) {
  let years: Iterator<SimulatedYear, void> | undefined
  const byStage = new Map<Stage, NationData>([['nation', data]])
  /** The stage's data; the stored run around a county is read when the first county is asked for. */
  const dataOf = ({ stage }: Scenario): NationData => {
    const known = byStage.get(stage) ?? stageData(stage, data, loadSurroundings())
    byStage.set(stage, known)
    return known
  }
  return {
    start(scenario: Scenario, detail: CountyDetail): void {
      years = simulate(scenario, dataOf(scenario), detail)
    },
    /** The next year; nothing after the last. */
    next(): SimulatedYear | undefined {
      return years?.next().value ?? undefined
    },
  }
}
export type Engine = ReturnType<typeof makeEngine>

function* simulate(scenario: Scenario, data: NationData, detail: CountyDetail): Generator<SimulatedYear, void> {
  const world = populate(scenario, data)
  if (data.stage) {
    const places = detail === 'none' ? undefined : placesOf(world, data, loadCountyIndex()).filter(({ own }) => own)
    for (const record of run(scenario, data, world)) yield { record, places }
    return
  }
  let first: Float64Array | undefined
  for (const record of run(scenario, data, world)) {
    const year: SimulatedYear = { record }
    if (detail !== 'none') year.counties = observeCounties(world, data)
    if (detail === 'indicators' && year.counties) {
      first ??= year.counties.residents
      year.countyIndicators = measureCounties(world, data, parametersAt(record.year, scenario.assumptions, scenario.policies), first)
    }
    yield year
  }
}
