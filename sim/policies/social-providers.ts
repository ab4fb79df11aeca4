/** Services that social organisations provide for public money. */
import { services } from '../services.ts'
import { toPercent, withPercent } from './by-service.ts'
import type { PartsPolicy, Written } from './policy.ts'

export const socialProviders: Written<PartsPolicy> = {
  id: 'socialProviders', kind: 'parts', section: '4.2', unit: '% of users',
  parts: services, min: 0, max: 40, step: 5,
  meaning: 'Users whom social organisations serve for public money at less cost than the government, up to their capacity, which is larger in villages; beyond it all fall back on the government.',
  source: 'assumption: none beyond the base year’s; capacity reaches 30 % of users in villages and 15 % in towns and cities',
  reference: '0 is the government as today',
  read: ({ socialShare }) => toPercent(socialShare),
  idle: ({ socialCost, socialCapacityVillage, socialCapacityUrban }) =>
    (socialCost === 1 ? 'Social organisations cost what the government costs.'
      : socialCapacityVillage === 0 && socialCapacityUrban === 0 ? 'Social organisations have no capacity.' : undefined),
  adjust: (parameters, value) => ({ ...parameters, socialShare: withPercent(parameters.socialShare, value) }),
}
