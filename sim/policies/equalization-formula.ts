/** Who receives general equalization. */
import { equalizationFormulas, type EqualizationFormula } from '../parameters.ts'
import type { ChoicePolicy, Written } from './policy.ts'

export const equalizationFormula: Written<ChoicePolicy> = {
  id: 'equalizationFormula', kind: 'choice', section: '4.2', unit: 'formula',
  choices: equalizationFormulas,
  meaning: 'What general equalization follows: the gap between standard need and standard revenue, residents, registered persons, migrants taken in, or residents by the level of services they reach, up to 1, the mean quality at the facility in 2010.',
  source: 'default: the formula of the general transfer since 1995',
  reference: 'standard need less standard revenue, times a common coefficient',
  read: ({ equalizationFormula: formula }) => formula,
  idle: ({ transferPool, mixEqualization }) =>
    transferPool === 0 ? 'The pool of transfers is empty.' : mixEqualization === 0 ? 'No part of the pool is paid as equalization.' : undefined,
  adjust: (parameters, value) => ({ ...parameters, equalizationFormula: value as EqualizationFormula }),
}
