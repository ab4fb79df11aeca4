/** What the centre pays for each service by itself. */
import { services } from '../services.ts'
import { toPercent, withPercent } from './by-service.ts'
import type { PartsPolicy, Written } from './policy.ts'

export const centralResponsibility: Written<PartsPolicy> = {
  id: 'centralResponsibility', kind: 'parts', section: '4.1, 4.2', unit: '% on top of local spending',
  parts: services, min: 0, max: 100, step: 5,
  meaning: 'The centre pays this share of what is spent on a service in the nation by itself and on top, by users times unit cost, alike everywhere; 0 leaves it to transfers, as today. The centre borrows it; debt has no further effect here.',
  source: 'default: the centre pays for local services through transfers, which the transfer levers move',
  reference: 'the centre’s own spending was 5.7 % of public money for education, 1.5 % for health and 4.9 % for social security in 2010 (National Bureau of Statistics)',
  read: ({ centralDuty }) => toPercent(centralDuty),
  adjust: (parameters, value) => ({ ...parameters, centralDuty: withPercent(parameters.centralDuty, value) }),
}
