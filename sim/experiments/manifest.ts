/** What a result came from: enough to make it again. */
import type { Scenario } from '../scenario.ts'

export interface Manifest {
  program: 'chengxiang'
  version: string
  /** Complete, defaults included. */
  scenario: Scenario
  /** The scenario compared with it, if any. */
  other?: Scenario
  /** By run. */
  seeds: string[]
  seed: string
  scale: number
  years: [number, number]
  /** Of the tables the engine read. */
  dataHash: string
}
