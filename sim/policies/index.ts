/** All levers, in the order of the paper's sections, and how policies in force make a year's parameters. */
import { defaultParameters, type Parameters } from '../parameters.ts'
import { boarding } from './boarding.ts'
import { centralResponsibility } from './central-responsibility.ts'
import { countyPooling } from './county-pooling.ts'
import { countyResponsibility } from './county-responsibility.ts'
import { equalizationFormula } from './equalization-formula.ts'
import { familySupport } from './family-support.ts'
import { farmlandRedline } from './farmland-redline.ts'
import { hukouOpenness } from './hukou-openness.ts'
import { landCompensation } from './land-compensation.ts'
import { landLetting } from './land-letting.ts'
import { marketProviders } from './market-providers.ts'
import { mergingBudget } from './merging-budget.ts'
import {
  adjusted, isByPart, type ChoicePolicy, type LeverValue, type NumberPolicy, type PartsPolicy, type Policy, type PolicyInForce, type SharesPolicy, type Written,
} from './policy.ts'
import { rentalHousing } from './rental-housing.ts'
import { ruralAssistance } from './rural-assistance.ts'
import { ruralJobs } from './rural-jobs.ts'
import { ruralPension } from './rural-pension.ts'
import { ruralTilt } from './rural-tilt.ts'
import { schoolClosing } from './school-closing.ts'
import { socialProviders } from './social-providers.ts'
import { standards } from './standards.ts'
import { supervision } from './supervision.ts'
import { training } from './training.ts'
import { transferMix } from './transfer-mix.ts'
import { transferPool } from './transfer-pool.ts'
import { transport } from './transport.ts'
import { villageMerging } from './village-merging.ts'

const written: readonly (Written<NumberPolicy> | Written<SharesPolicy> | Written<PartsPolicy> | Written<ChoicePolicy>)[] = [
  transferPool, transferMix, equalizationFormula, countyPooling, centralResponsibility, countyResponsibility,
  ruralTilt, standards, supervision, marketProviders, socialProviders, schoolClosing, boarding,
  ruralPension, ruralAssistance, ruralJobs, hukouOpenness,
  villageMerging, mergingBudget, farmlandRedline, transport, rentalHousing, familySupport, landLetting, training, landCompensation,
]

const standard = defaultParameters()
/** With the value of each by default. `read` gives one of the lever's kind. */
export const policies: readonly Policy[] = written.map(policy => ({ ...policy, default: policy.read(standard) }) as Policy)

/**
 * The parameters of a year: the defaults, then the scenario's assumptions, then each policy in force.
 * @param inForce policies as a scenario lists them, already validated
 */
export function parametersAt(year: number, assumptions: Partial<Parameters>, inForce: readonly PolicyInForce[]): Parameters {
  const assumed: Parameters = { ...defaultParameters(), ...assumptions }
  let parameters = assumed
  for (const id of new Set(inForce.map(use => use.id))) {
    const policy = policies.find(policy => policy.id === id)
    if (!policy) throw new Error(`policies: expected the id of a lever, got ${JSON.stringify(id)}`)
    const steps = inForce.filter(use => use.id === id).toSorted((a, b) => a.from - b.from)
    const value = valueAt(year, policy, policy.read(assumed), steps)
    if (value !== undefined) parameters = adjusted(policy, parameters, value)
  }
  return parameters
}

/** The value a lever has in a year, of its parts those that are moved; undefined in years when it is not. */
function valueAt(year: number, { kind }: Policy, assumed: LeverValue, steps: PolicyInForce[]): LeverValue | undefined {
  if (kind !== 'parts') return steps.some(step => holds(step, year)) ? reached(year, assumed, steps) : undefined
  const parts = new Set(steps.filter(step => holds(step, year)).flatMap(({ value }) => Object.keys(value as object)))
  if (parts.size === 0) return undefined
  const of = (value: LeverValue, part: string) => (value as Record<string, number>)[part]
  return Object.fromEntries([...parts].map(part => [part, reached(year, of(assumed, part), steps
    .filter(({ value }) => of(value, part) !== undefined).map(step => ({ ...step, value: of(step.value, part) }))) as number]))
}

const holds = ({ from, to = Infinity }: PolicyInForce, year: number): boolean => from <= year && year <= to

/** The step begun last of those in force, on its way from the value of the year before it. */
function reached(year: number, assumed: LeverValue, steps: PolicyInForce[]): LeverValue {
  const step = steps.findLast(step => holds(step, year))
  if (!step) return assumed
  const part = step.phaseIn > 0 ? Math.min(1, (year - step.from + 1) / step.phaseIn) : 1
  return part === 1 ? step.value : between(reached(step.from - 1, assumed, steps), step.value, part)
}

/** The value on the way from `start` to `end`; a choice has no way between and counts from its first year. */
function between(start: LeverValue, end: LeverValue, part: number): LeverValue {
  if (typeof start === 'number' && typeof end === 'number') return start + (end - start) * part
  if (isByPart(start) && isByPart(end)) {
    return Object.fromEntries(Object.entries(end).map(([name, to]) => [name, start[name] + (to - start[name]) * part]))
  }
  return end
}
