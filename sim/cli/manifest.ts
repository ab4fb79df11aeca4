/** What a result came from: enough to make it again. */
import type { NationData } from '../data.ts'
import type { Scenario } from '../index.ts'
import { programVersion } from './data.ts'

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

export function manifestOf(scenario: Scenario, seeds: string[], data: NationData, other?: Scenario): Manifest {
  const { seed, scale, years } = scenario
  return {
    program: 'chengxiang', version: programVersion(), scenario, ...(other ? { other } : {}),
    seeds, seed, scale, years, dataHash: data.hash,
  }
}
