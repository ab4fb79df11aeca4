/** When a village school is closed for want of pupils. */
import type { NumberPolicy, Written } from './policy.ts'

export const schoolClosing: Written<NumberPolicy> = {
  id: 'schoolClosing', kind: 'number', section: '4.1', unit: 'pupils',
  min: 0, max: 300, step: 5,
  meaning: 'Rural primary schools with fewer pupils are closed; 0 keeps every school, at a higher cost per pupil.',
  source: 'assumption: the practice of merging schools in 2001–2012',
  reference: 'rural primary schools: 440,284 in 2000, 210,894 in 2010',
  read: ({ schoolClosing: pupils }) => pupils,
  idle: ({ schoolClosingSpeed }) => (schoolClosingSpeed === 0 ? 'Schools below the threshold are assumed never to close.' : undefined),
  adjust: (parameters, value) => ({ ...parameters, schoolClosing: value }),
}
