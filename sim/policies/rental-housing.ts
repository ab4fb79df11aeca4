/** Rent paid for families that live where they are not registered. */
import { inPercent, type NumberPolicy, type Written } from './policy.ts'

export const rentalHousing: Written<NumberPolicy> = {
  id: 'rentalHousing', kind: 'number', section: '2.2', unit: '% of rent',
  min: 0, max: 80, step: 5,
  meaning: 'Part of the rent that is paid for families registered elsewhere, in towns and cities; workers who come alone live where they work.',
  source: 'assumption: none by default',
  reference: 'about 1 % of migrant workers had public rental housing in 2014',
  read: ({ rentSubsidy }) => inPercent(rentSubsidy),
  adjust: (parameters, value) => ({ ...parameters, rentSubsidy: value / 100 }),
}
