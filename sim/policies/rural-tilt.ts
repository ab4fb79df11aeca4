/** How much a rural user counts when a province shares out its spending. */
import { nothingPooled } from './by-service.ts'
import type { NumberPolicy, Written } from './policy.ts'

export const ruralTilt: Written<NumberPolicy> = {
  id: 'ruralTilt', kind: 'number', section: '4.1', unit: '× weight of an urban user',
  min: 0.3, max: 3, step: 0.05,
  meaning: 'Weight of a rural user in a province’s allocation of spending; the total stays the same.',
  source: 'assumption: equal weight by default',
  reference: '1 means the same money for the same cost',
  read: ({ ruralWeight }) => ruralWeight,
  idle: nothingPooled,
  adjust: (parameters, value) => ({ ...parameters, ruralWeight: value }),
}
