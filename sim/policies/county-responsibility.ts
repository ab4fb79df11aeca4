/** What counties must pay for each service from what they raise themselves. */
import { usualCountyDuty } from '../parameters.ts'
import { services } from '../services.ts'
import { toPercent, withPercent } from './by-service.ts'
import type { PartsPolicy, Written } from './policy.ts'

export const countyResponsibility: Written<PartsPolicy> = {
  id: 'countyResponsibility', kind: 'parts', section: '4.1, 4.2', unit: '% of what province and counties raise',
  parts: services, min: 0, max: 100, step: 5,
  meaning: 'Part of the money for a service that counties pay from revenue they collect, for their town and villages; the province pays the rest from its pool by users and cost. 50 leaves it to the pooling of revenue, as today.',
  source: 'default: follows from the half of local revenue that stays where it is collected (assumption)',
  reference: 'rural compulsory schooling was made a duty of counties in 2001',
  read: ({ countyDuty }) => toPercent(countyDuty),
  idle: ({ countyDuty, keptLocally }) =>
    keptLocally === 1 && services.every(service => countyDuty[service] >= usualCountyDuty) ? 'Nothing is pooled: counties spend all that they collect as it is.'
    : keptLocally === 0 && services.every(service => countyDuty[service] <= usualCountyDuty) ? 'All is pooled: counties keep nothing that they could hand over.' : undefined,
  adjust: (parameters, value) => ({ ...parameters, countyDuty: withPercent(parameters.countyDuty, value) }),
}
