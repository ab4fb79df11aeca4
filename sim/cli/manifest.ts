/** Writes down what a result came from. */
import type { NationData } from '../data.ts'
import type { Manifest } from '../experiments/manifest.ts'
import { idleReasons, type IdleLever, type Scenario } from '../index.ts'
import { loadSurroundings, programVersion } from './data.ts'
import type { Terminal } from './terminal.ts'

export function manifestOf(scenario: Scenario, seeds: string[], data: NationData, other?: Scenario): Manifest {
  const { seed, scale, years } = scenario
  return {
    program: 'chengxiang', version: programVersion(), scenario, ...(other ? { other } : {}), idle: idleIn(scenario, other),
    seeds, seed, scale, years, dataHash: data.hash,
    ...(scenario.stage === 'nation' ? {} : { surroundingsHash: loadSurroundings().hash }),
  }
}

/** Each idle lever once, though both scenarios may move it alike. */
function idleIn(...scenarios: (Scenario | undefined)[]): IdleLever[] {
  const found = scenarios.flatMap(scenario => scenario ? idleReasons(scenario) : [])
  return [...new Map(found.map(idle => [JSON.stringify(idle), idle])).values()]
}

/** Says on `err` which levers change nothing. */
export function warnOfIdle(terminal: Terminal, ...scenarios: Scenario[]): void {
  for (const { id, from, reason } of idleIn(...scenarios)) terminal.err(`${id} from ${from} changes nothing: ${reason}\n`)
}
