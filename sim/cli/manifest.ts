/** Writes down what a result came from. */
import type { NationData } from '../data.ts'
import type { Manifest } from '../experiments/manifest.ts'
import type { Scenario } from '../index.ts'
import { programVersion } from './data.ts'

export function manifestOf(scenario: Scenario, seeds: string[], data: NationData, other?: Scenario): Manifest {
  const { seed, scale, years } = scenario
  return {
    program: 'chengxiang', version: programVersion(), scenario, ...(other ? { other } : {}),
    seeds, seed, scale, years, dataHash: data.hash,
  }
}
