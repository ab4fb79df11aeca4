/** Work and incomes: migrant workers, jobs, incomes of town and countryside. */
import { everywhere, large, nationOnly, regions, type Indicator } from './indicator.ts'
import { sum } from './sums.ts'

export const workAndIncome: readonly Indicator[] = [
  {
    id: 'migrantWorkers', quantity: 'persons', unit: 'workers by place of registration', levels: large,
    definition: 'People with village registration who work off the farm: away from home for six months or more, or from home.',
    value: (s) => s[sum.outWorkers] + s[sum.localWorkers],
  },
  {
    id: 'outMigrantWorkers', quantity: 'persons', unit: 'workers by place of registration', levels: large,
    definition: 'People registered in a village who live and work elsewhere for six months a year or more.',
    value: (s) => s[sum.outWorkers],
  },
  {
    id: 'outMigrantsInProvinceShare', quantity: 'share', unit: 'share of out-migrant workers', levels: large,
    definition: 'Out-migrant workers who live in the province in which they are registered.',
    value: (s) => s[sum.outWorkersInProvince] / s[sum.outWorkers],
  },
  {
    id: 'migrantMeanAge', quantity: 'years', unit: 'years', levels: large,
    definition: 'Mean age of migrant workers, those away and those who work off the farm from home.',
    value: (s) => s[sum.migrantAge] / (s[sum.outWorkers] + s[sum.localWorkers]),
  },
  {
    id: 'wholeHouseholdShare', quantity: 'share', unit: 'share of out-migrant workers', levels: large,
    definition: 'Out-migrant workers whose whole household lives with them.',
    value: (s) => s[sum.outWorkersWhole] / s[sum.outWorkers],
  },
  {
    id: 'incomeUrban', quantity: 'yuan', unit: 'yuan of 2010 per head a year', levels: large,
    definition: 'Income per head of people living in towns and cities, after contributions and money sent home.',
    value: (s) => s[sum.incomeUrban] / s[sum.personsUrban],
  },
  {
    id: 'incomeRural', quantity: 'yuan', unit: 'yuan of 2010 per head a year', levels: large,
    definition: 'Income per head of people living in villages: farm, wages, pensions, money from members away.',
    value: (s) => s[sum.incomeRural] / s[sum.personsRural],
  },
  {
    id: 'incomeRatio', quantity: 'ratio', unit: 'urban / rural', levels: large,
    definition: 'Income per head in towns and cities over income per head in villages. The published series changes its definition in 2013.',
    value: (s) => s[sum.incomeUrban] / s[sum.personsUrban] / (s[sum.incomeRural] / s[sum.personsRural]),
  },
  {
    id: 'giniIncome', quantity: 'index', unit: 'Gini coefficient, 0–1', levels: nationOnly,
    definition: 'Gini coefficient of household income per head over persons.',
    value: (s) => s[sum.gini],
  },
  {
    id: 'remittanceShareRural', quantity: 'share', unit: 'share of rural income', levels: large,
    definition: 'Money from members who work away, with what it adds to production, in the income of villages.',
    value: (s) => s[sum.remittancesRural] / s[sum.incomeRural],
  },
  {
    id: 'unemployment', quantity: 'share', unit: 'share of the urban labour force', levels: everywhere,
    definition: 'Residents of towns and cities who look for work and have none.',
    value: (s) => s[sum.unemployed] / s[sum.urbanLabour],
  },
  {
    id: 'farmEmploymentShare', quantity: 'share', unit: 'share of the employed', levels: regions,
    definition: 'People whose main work is farming among all employed. The pattern is the census long form’s, the level of 2010 that of the employment statistics.',
    value: (s) => s[sum.farmers] / s[sum.employed],
  },
]
