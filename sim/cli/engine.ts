/** The engine as a thread offers it: start a scenario, ask for its years one by one. */
import { observeCounties, populate, run, type CountyTable, type Scenario } from '../index.ts'
import type { NationData } from '../data.ts'
import type { YearRecord } from '../record.ts'

export interface SimulatedYear {
  record: YearRecord
  /** Only if asked for. */
  counties?: CountyTable
}

export function makeEngine(data: NationData) {
  let years: Iterator<SimulatedYear, void> | undefined
  return {
    start(scenario: Scenario, withCounties: boolean): void {
      years = simulate(scenario, data, withCounties)
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
