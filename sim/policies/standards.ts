/** Standards by service: what is funded first. */
import { services } from '../services.ts'
import { nothingPooled, toPercent, withPercent } from './by-service.ts'
import type { PartsPolicy, Written } from './policy.ts'

export const standards: Written<PartsPolicy> = {
  id: 'standards', kind: 'parts', section: '4.1', unit: '% of the national level',
  parts: services, min: 0, max: 100, step: 5,
  meaning: 'Floor of each service’s quality: a province’s pool first lifts places below it to the floor, and shares out the rest by users and cost.',
  source: 'assumption: no floor is funded first by default',
  reference: 'the national standards of 2021 list 80 services that everywhere must offer',
  read: ({ floor }) => toPercent(floor),
  idle: nothingPooled,
  adjust: (parameters, value) => ({ ...parameters, floor: withPercent(parameters.floor, value) }),
}
