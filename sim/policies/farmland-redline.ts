/** How much farmland must not be built on. */
import { inPercent, type NumberPolicy, type Written } from './policy.ts'

export const farmlandRedline: Written<NumberPolicy> = {
  id: 'farmlandRedline', kind: 'number', section: '2.1', unit: '% of the farmland of 2010',
  min: 0, max: 100, step: 1,
  meaning: 'Farmland kept in every countryside: beyond it towns get no land for growth, and their rents rise.',
  source: 'default: in 2010–2020 land taken was made up for elsewhere, so that no place was kept from building',
  reference: 'the national redline of 1.8 bn mu is 98.6 % of the farmland of 2010',
  read: ({ farmlandKept }) => inPercent(farmlandKept),
  adjust: (parameters, value) => ({ ...parameters, farmlandKept: value / 100 }),
}
