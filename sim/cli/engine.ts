/** The engine as a thread offers it: start a scenario, ask for its years one by one. */
import { measureCounties, observeCounties, populate, run, stageData, type CountyTable, type Scenario, type Stage } from '../index.ts'
import type { NationData } from '../data.ts'
import { parametersAt } from '../policies/index.ts'
import { loadSurroundings } from './data.ts'
import type { YearRecord } from '../record.ts'

export interface SimulatedYear {
  record: YearRecord
  /** Only if asked for. */
  counties?: CountyTable
  /** `[county * indicators.length + indicator]`, only if asked for. */
  countyIndicators?: Float64Array
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
  for (const record of run(scenario, data, world)) {
    const year: SimulatedYear = { record }
    if (detail !== 'none') year.counties = observeCounties(world, data)
    if (detail === 'indicators') {
      year.countyIndicators = measureCounties(world, data, parametersAt(record.year, scenario.assumptions, scenario.policies))
    }
    yield year
  }
}
