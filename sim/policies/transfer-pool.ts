/** How much central money is handed down to the provinces. */
import { inPercent, type NumberPolicy, type Written } from './policy.ts'

export const transferPool: Written<NumberPolicy> = {
  id: 'transferPool', kind: 'number', section: '4.2', unit: '% of national revenue',
  min: 0, max: 60, step: 0.1,
  meaning: 'Central revenue handed down to the provinces, as rebates, equalization and earmarked grants together. Beyond what it has left of its taxes the centre borrows; debt has no further effect here.',
  source: 'default derived: 3,234 of 8,310 bn yuan in 2010 (Finance Yearbook; National Bureau of Statistics)',
  reference: '38.9 % in 2010, 36.8 % in 2014',
  read: ({ transferPool: share }) => inPercent(share),
  adjust: (parameters, value) => ({ ...parameters, transferPool: value / 100 }),
}
