/** All levers, in the order of the paper's sections, and how policies in force make a year's parameters. */
import { defaultParameters, type Parameters } from '../parameters.ts'
import { equalizationFormula } from './equalization-formula.ts'
import { hukouOpenness } from './hukou-openness.ts'
import type { LeverValue, Policy, PolicyInForce } from './policy.ts'
import { ruralJobs } from './rural-jobs.ts'
import { ruralPension } from './rural-pension.ts'
import { ruralTilt } from './rural-tilt.ts'
import { schoolClosing } from './school-closing.ts'
import { transferMix } from './transfer-mix.ts'
import { transferPool } from './transfer-pool.ts'

export const policies: readonly Policy[] = [
  transferPool, transferMix, equalizationFormula, ruralTilt, schoolClosing, ruralPension, ruralJobs, hukouOpenness,
]

/**
 * The parameters of a year: the defaults, then the scenario's assumptions, then each policy in force, in turn.
 * @param inForce policies as a scenario lists them, already validated
 */
export function parametersAt(year: number, assumptions: Partial<Parameters>, inForce: readonly PolicyInForce[]): Parameters {
  let parameters: Parameters = { ...defaultParameters(), ...assumptions }
  for (const use of inForce) {
    if (year < use.from || (use.to !== undefined && year > use.to)) continue
    const policy = policies.find(({ id }) => id === use.id)
    if (!policy) throw new Error(`policies: expected the id of a lever, got ${JSON.stringify(use.id)}`)
    const reached = use.phaseIn > 0 ? Math.min(1, (year - use.from + 1) / use.phaseIn) : 1
    // The value was checked against the lever's kind when the scenario was read.
    parameters = policy.adjust(parameters, between(policy.default, use.value, reached) as never)
  }
  return parameters
}

/** The value on the way from `start` to `end`; a choice has no way between and counts from its first year. */
function between(start: LeverValue, end: LeverValue, reached: number): LeverValue {
  if (typeof start === 'number' && typeof end === 'number') return start + (end - start) * reached
  if (typeof start === 'object' && typeof end === 'object') {
    return Object.fromEntries(Object.entries(start).map(([part, from]) => [part, from + ((end[part] ?? from) - from) * reached]))
  }
  return end
}
