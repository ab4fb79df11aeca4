/** The engine in a worker, measured and digested. */
import { expose } from 'comlink'
import nationUrl from '../scenarios/data/nation.json?url'
import { digestRun } from './digest.ts'
import { measure, type Measurement } from './measure.ts'

const nation = fetch(nationUrl).then(response => response.json())

const bench = {
  measure: async (scale: number, lastYear: number): Promise<Measurement> => measure(scale, lastYear, await nation),
  digest: async (scenario: unknown): Promise<string> => digestRun(scenario, await nation),
}
export type Bench = typeof bench

expose(bench)
