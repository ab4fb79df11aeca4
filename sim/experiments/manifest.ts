/** What a result came from: enough to make it again. */
import type { IdleLever } from '../policies/idle.ts'
import type { Scenario } from '../scenario.ts'

export interface Manifest {
  program: 'chengxiang'
  version: string
  /** Complete, defaults included. */
  scenario: Scenario
  /** The scenario compared with it, if any. */
  other?: Scenario
  /** Levers of either scenario that are moved and change nothing. */
  idle: IdleLever[]
  /** By run. */
  seeds: string[]
  seed: string
  scale: number
  years: [number, number]
  /** Of the tables the engine read. */
  dataHash: string
  /** Of the stored run around a county or a village. */
  surroundingsHash?: string
}
