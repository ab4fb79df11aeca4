/** How closely the quality of services is watched. */
import type { NumberPolicy, Written } from './policy.ts'

export const supervision: Written<NumberPolicy> = {
  id: 'supervision', kind: 'number', section: '4.1', unit: '0 none, 1 complete',
  min: 0, max: 1, step: 0.05,
  meaning: 'Part of the lost quality that supervision prevents; what it costs beyond today’s is taken from the money for services.',
  source: 'assumption: three tenths of the loss are prevented today',
  reference: 'complete supervision costs a twentieth of the money for services (assumption)',
  read: ({ supervision: watched }) => watched,
  idle: ({ leak, supervisionCost }) => (leak === 0 && supervisionCost === 0 ? 'Nothing leaks, and supervision costs nothing.' : undefined),
  adjust: (parameters, value) => ({ ...parameters, supervision: value }),
}
