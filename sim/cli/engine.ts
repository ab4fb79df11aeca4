/** The engine as a thread offers it: start a scenario, ask for its years one by one. */
import { observeCounties, populate, run, stageData, type CountyTable, type Scenario, type Stage } from '../index.ts'
import type { NationData } from '../data.ts'
import { loadSurroundings } from './data.ts'
import type { YearRecord } from '../record.ts'

export interface SimulatedYear {
  record: YearRecord
  /** Only if asked for. */
  counties?: CountyTable
}

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
    start(scenario: Scenario, withCounties: boolean): void {
      years = simulate(scenario, dataOf(scenario), withCounties)
    },
    /** The next year; nothing after the last. */
    next(): SimulatedYear | undefined {
      return years?.next().value ?? undefined
    },
  }
}
export type Engine = ReturnType<typeof makeEngine>

function* simulate(scenario: Scenario, data: NationData, withCounties: boolean): Generator<SimulatedYear, void> {
  const world = populate(scenario, data)
  for (const record of run(scenario, data, world)) {
    yield withCounties ? { record, counties: observeCounties(world, data) } : { record }
  }
}
