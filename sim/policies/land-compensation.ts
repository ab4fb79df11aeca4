/** What holders of contracted land are paid when it is taken for building. */
import type { NumberPolicy, Written } from './policy.ts'

export const landCompensation: Written<NumberPolicy> = {
  id: 'landCompensation', kind: 'number', section: '3.2', unit: '× yearly output',
  min: 5, max: 60, step: 1,
  meaning: 'Compensation for land taken: a low offer brings disputes, which delay building and cost; a high one leaves cities less land revenue.',
  source: 'assumption: within the 16 to 30 times of the Land Administration Law of 2004',
  reference: 'up to 30 times yearly output in the law of 2004',
  read: ({ compensation }) => compensation,
  idle: ({ farmlandKept, landPerResident }) =>
    (farmlandKept >= 1 ? 'All farmland is kept: no land is taken.' : landPerResident === 0 ? 'Towns are assumed to grow without land.' : undefined),
  adjust: (parameters, value) => ({ ...parameters, compensation: value }),
}
