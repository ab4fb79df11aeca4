/** A scenario: which China to run, how long, which levers moved. */
import type { PolicyInForce } from './policies/policy.ts'
import { stageScale, type Stage } from './stages/stage.ts'

export interface Scenario {
  format: 1
  name: { en: string; zh: string }
  stage: Stage
  /** First and last year of the run. */
  years: [number, number]
  /** Real persons per simulated person. */
  scale: number
  seed: string
  /** Parameters set otherwise than in `parameters.ts`, by id. */
  assumptions: Record<string, number | string>
  policies: PolicyInForce[]
}

/** What calibration tries: ties to villages other than the fitted ones, by province. No file sets them. */
export interface Trial extends Scenario {
  ties: readonly number[]
}

/** What is wrong with a scenario, in one line: where, what was expected, what came. */
export class ScenarioError extends Error {
  override name = 'ScenarioError'
  /** Such as `policies[2].value`; empty for the whole. */
  readonly where: string
  /** Such as `rural tilt must be 0.3 to 3, got -5`. */
  readonly problem: string

  constructor(where: string, problem: string) {
    super(`${where || 'scenario'}: ${problem}`)
    this.where = where
    this.problem = problem
  }
}

/** The census year, and the last year of the published birth and death rates. */
export const firstYear = 2010
export const lastYear = 2050

/** The scenario that differs from the defaults in nothing: what a file that sets nothing says. */
export const defaultScenario: Scenario = {
  format: 1,
  name: { en: 'Baseline', zh: '基准' },
  stage: 'nation',
  years: [firstYear, lastYear],
  scale: stageScale.nation.usual,
  seed: '1',
  policies: [],
  assumptions: {},
}
