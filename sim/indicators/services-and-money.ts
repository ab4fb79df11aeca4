/** Services and public money: levels, their equality, transfers, spending. */
import { services } from '../services.ts'
import { ln } from '../math.ts'
import { everywhere, large, regions, type Indicator } from './indicator.ts'
import { moneyFor, ruralLevel, sum, urbanLevel } from './sums.ts'

const perUrban = (s: Float64Array, at: number) => s[at] / s[sum.urbanResidents]
const perRural = (s: Float64Array, at: number) => s[at] / s[sum.villageResidents]
const title: Record<string, string> = {
  schooling: 'schooling and childcare', health: 'health care', care: 'elderly care', assistance: 'assistance and employment',
  infrastructure: 'housing and infrastructure', culture: 'culture and sport',
}

export const servicesAndMoney: readonly Indicator[] = [
  {
    id: 'serviceLevel', quantity: 'index', unit: '1 = national mean of 2010', levels: everywhere,
    definition: 'Level of the six services as residents reach it: quality times access, unweighted mean.',
    value: (s) => s[sum.composite] / s[sum.residents],
  },
  {
    id: 'serviceRatio', quantity: 'ratio', unit: 'urban / rural', levels: regions,
    definition: 'Level of services for residents of towns and cities over that for residents of villages, mean of the six.',
    value: (s) => perUrban(s, sum.compositeUrban) / perRural(s, sum.compositeRural),
  },
  ...services.map((service, k): Indicator => ({
    id: `serviceRatio.${service}`, quantity: 'ratio', unit: 'urban / rural', levels: regions,
    definition: `Level of ${title[service]} for residents of towns and cities over that for residents of villages.`,
    value: (s) => perUrban(s, urbanLevel(k)) / perRural(s, ruralLevel(k)),
  })),
  ...services.map((service, k): Indicator => ({
    id: `serviceLevel.${service}`, quantity: 'index', unit: '1 = national mean of 2010', levels: everywhere,
    definition: `Level of ${title[service]} as residents reach it: quality times access.`,
    value: (s) => (s[urbanLevel(k)] + s[ruralLevel(k)]) / s[sum.residents],
  })),
  {
    id: 'serviceTheil', quantity: 'index', unit: 'Theil index', levels: large,
    definition: 'Theil index of the level of services over residents, by place: 0 when all reach the same.',
    value: (s) => Math.max(0, s[sum.compositeLog] / s[sum.composite] - ln(s[sum.composite] / s[sum.residents])),
  },
  {
    id: 'peopleAtStandard', quantity: 'share', unit: 'share of residents', levels: everywhere,
    definition: 'Residents of places where the mean level of services reaches 80 % of the national mean of 2010 (assumed standard).',
    value: (s) => s[sum.atStandard] / s[sum.residents],
  },
  {
    id: 'needPerHead', quantity: 'index', unit: '1 = schooling of one pupil', levels: large,
    definition: 'Users times unit cost of the six services per resident, at the wages of the base year.',
    value: (s) => s[sum.needPerHead] / s[sum.residents],
  },
  {
    id: 'transfersTotal', quantity: 'money', unit: 'yuan of 2010 a year', levels: large,
    definition: 'Central money received by provinces: rebates, equalization and earmarked grants.',
    value: (s) => s[sum.rebates] + s[sum.equalization] + s[sum.earmarked],
  },
  {
    id: 'transfers.rebates', quantity: 'money', unit: 'yuan of 2010 a year', levels: large,
    definition: 'Tax rebates received: they follow revenue.',
    value: (s) => s[sum.rebates],
  },
  {
    id: 'transfers.equalization', quantity: 'money', unit: 'yuan of 2010 a year', levels: large,
    definition: 'General equalization received.',
    value: (s) => s[sum.equalization],
  },
  {
    id: 'transfers.earmarked', quantity: 'money', unit: 'yuan of 2010 a year', levels: large,
    definition: 'Earmarked grants received: they match own money, by service.',
    value: (s) => s[sum.earmarked],
  },
  {
    id: 'transfersPerHead', quantity: 'yuan', unit: 'yuan of 2010 per resident a year', levels: regions,
    definition: 'Central money per resident that reaches the services of a place: its part of the province’s transfers by users, cost and rural weight, and earmarked grants.',
    value: (s) => s[sum.transfersHere] / s[sum.residents],
  },
  {
    id: 'spendingPerHead', quantity: 'yuan', unit: 'yuan of 2010 per resident a year', levels: everywhere,
    definition: 'Public money spent on the six services per resident, cash benefits not included.',
    value: (s) => s[sum.servicesMoney] / s[sum.residents],
  },
  ...services.map((service, k): Indicator => ({
    id: `spending.${service}`, quantity: 'money', unit: 'yuan of 2010 a year', levels: large,
    definition: `Local public money spent on ${title[service]}, cash benefits not included.`,
    value: (s) => s[moneyFor(k)],
  })),
  {
    id: 'rent', quantity: 'index', unit: '1 = a town of 200,000', levels: everywhere,
    definition: 'Rent index of the places where people live, which rises with their size.',
    value: (s) => s[sum.rent] / s[sum.residents],
  },
  {
    id: 'spendingTotal', quantity: 'money', unit: 'yuan of 2010 a year', levels: large,
    definition: 'All local public spending, services, cash and administration; for the nation with the centre’s own.',
    value: (s) => s[sum.spending] + s[sum.centralSpending],
  },
  {
    id: 'revenueLocal', quantity: 'money', unit: 'yuan of 2010 a year', levels: large,
    definition: 'Own revenue of provinces after sharing with the centre, with revenue from land.',
    value: (s) => s[sum.ownRevenue],
  },
  {
    id: 'borrowing', quantity: 'money', unit: 'yuan of 2010 a year', levels: large,
    definition: 'Spending that neither revenue nor transfers cover; for the nation with the centre’s, negative when the centre saves.',
    value: (s) => s[sum.borrowed],
  },
]
