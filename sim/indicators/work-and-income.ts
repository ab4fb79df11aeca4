/** Work and incomes: migrant workers, jobs, incomes of town and countryside. */
import { everywhere, large, nationOnly, regions, urbanToRural, yuanPerHead, type Indicator } from './indicator.ts'
import { sum } from './sums.ts'

const byRegistration = { en: 'workers by place of registration', zh: '人' }
const ofOutMigrants = { en: 'share of out-migrant workers', zh: '占外出农民工比重' }

export const workAndIncome: readonly Indicator[] = [
  {
    id: 'migrantWorkers', quantity: 'persons', levels: large,
    name: { en: 'Migrant workers', zh: '农民工' },
    unit: byRegistration,
    definition: {
      en: 'People with village registration who work off the farm: away from home for six months or more, or from home.',
      zh: '户籍在农村、从事非农工作的劳动者，包括外出半年及以上的外出农民工和本地农民工，按户籍地统计。',
    },
    value: (s) => s[sum.outWorkers] + s[sum.localWorkers],
  },
  {
    id: 'outMigrantWorkers', quantity: 'persons', levels: large,
    name: { en: 'Migrant workers away from home', zh: '外出农民工' },
    unit: byRegistration,
    definition: {
      en: 'People registered in a village who live and work elsewhere for six months a year or more.',
      zh: '户籍在农村、在户籍地以外居住并从业半年及以上的劳动者，按户籍地统计。',
    },
    value: (s) => s[sum.outWorkers],
  },
  {
    id: 'outMigrantsInProvinceShare', quantity: 'share', levels: large,
    name: { en: 'Migrants within their province', zh: '省内流动农民工比重' },
    unit: ofOutMigrants,
    definition: {
      en: 'Out-migrant workers who live in the province in which they are registered.',
      zh: '在户籍所在省内居住的外出农民工占全部外出农民工的比重。',
    },
    value: (s) => s[sum.outWorkersInProvince] / s[sum.outWorkers],
  },
  {
    id: 'migrantMeanAge', quantity: 'years', levels: large,
    name: { en: 'Mean age of migrant workers', zh: '农民工平均年龄' },
    unit: { en: 'years', zh: '岁' },
    definition: {
      en: 'Mean age of migrant workers, those away and those who work off the farm from home.',
      zh: '全部农民工（外出和本地）的平均年龄。',
    },
    value: (s) => s[sum.migrantAge] / (s[sum.outWorkers] + s[sum.localWorkers]),
  },
  {
    id: 'wholeHouseholdShare', quantity: 'share', levels: large,
    name: { en: 'Migrants who moved with the whole household', zh: '举家外出农民工比重' },
    unit: ofOutMigrants,
    definition: { en: 'Out-migrant workers whose whole household lives with them.', zh: '举家外出的农民工占全部外出农民工的比重。' },
    value: (s) => s[sum.outWorkersWhole] / s[sum.outWorkers],
  },
  {
    id: 'youngAwayShare', quantity: 'share', levels: large,
    name: { en: 'Young villagers who live elsewhere', zh: '农村青年外出比重' },
    unit: { en: 'share of people of 16–34 registered in villages', zh: '占农村户籍16–34岁人口比重' },
    definition: {
      en: 'People of 16–34 registered in a village who live elsewhere for six months a year or more.',
      zh: '户籍在农村的16–34岁人口中，在户籍地以外居住半年及以上者的比重。',
    },
    value: (s) => s[sum.youngAway] / s[sum.youngRegistered],
  },
  {
    id: 'oldAwayShare', quantity: 'share', levels: large,
    name: { en: 'Old villagers who live elsewhere', zh: '农村老人外出比重' },
    unit: { en: 'share of people of 60 and over registered in villages', zh: '占农村户籍60岁及以上人口比重' },
    definition: {
      en: 'People of 60 and over registered in a village who live elsewhere for six months a year or more.',
      zh: '户籍在农村的60岁及以上人口中，在户籍地以外居住半年及以上者的比重。',
    },
    value: (s) => s[sum.oldAway] / s[sum.oldRegistered],
  },
  {
    id: 'incomeUrban', quantity: 'yuan', levels: large,
    name: { en: 'Urban income per head', zh: '城镇居民人均收入' },
    unit: yuanPerHead,
    definition: {
      en: 'Income per head of people living in towns and cities, after contributions and money sent home.',
      zh: '城镇常住居民人均收入，已扣除社会保险缴费和寄回老家的款项。',
    },
    value: (s) => s[sum.incomeUrban] / s[sum.personsUrban],
  },
  {
    id: 'incomeRural', quantity: 'yuan', levels: large,
    name: { en: 'Rural income per head', zh: '农村居民人均收入' },
    unit: yuanPerHead,
    definition: {
      en: 'Income per head of people living in villages: farm, wages, pensions, money from members away.',
      zh: '乡村常住居民人均收入：经营农业、工资、养老金以及外出成员寄回的款项。',
    },
    value: (s) => s[sum.incomeRural] / s[sum.personsRural],
  },
  {
    id: 'farmIncomePerWorker', quantity: 'yuan', levels: large,
    name: { en: 'Farm income per farm worker', zh: '农业劳动者人均农业收入' },
    unit: { en: 'yuan of 2010 per farm worker a year', zh: '元/农业劳动者·年（2010年价格）' },
    definition: {
      en: 'What village households earn by farming, rent of land let included, per person whose main work is farming.',
      zh: '农村住户的农业收入（含土地流转租金）除以以农业为主要工作的人数。',
    },
    value: (s) => s[sum.farmIncomeRural] / s[sum.farmers],
  },
  {
    id: 'incomeRatio', quantity: 'ratio', levels: large,
    name: { en: 'Urban to rural income', zh: '城乡居民收入比' },
    unit: urbanToRural,
    definition: {
      en: 'Income per head in towns and cities over income per head in villages. The published series changes its definition in 2013.',
      zh: '城镇居民人均收入与农村居民人均收入之比（农村=1）。公布的数据序列自2013年起改变了口径。',
    },
    value: (s) => s[sum.incomeUrban] / s[sum.personsUrban] / (s[sum.incomeRural] / s[sum.personsRural]),
  },
  {
    id: 'giniIncome', quantity: 'index', levels: nationOnly,
    name: { en: 'Gini of incomes', zh: '居民收入基尼系数' },
    unit: { en: 'Gini coefficient, 0–1', zh: '基尼系数，0—1' },
    definition: {
      en: 'Gini coefficient of household income per head over persons, from all incomes in order, without classes of income.',
      zh: '按人计算的家庭人均收入基尼系数，由全部收入排序后直接计算，不作分组近似。',
    },
    value: (s) => s[sum.gini],
  },
  {
    id: 'remittanceShareRural', quantity: 'share', levels: large,
    name: { en: 'Remittances in rural income', zh: '汇款占农村居民收入比重' },
    unit: { en: 'share of rural income', zh: '占农村居民收入比重' },
    definition: {
      en: 'Money from members who work away, with what it adds to production, in the income of villages.',
      zh: '外出务工成员寄回的款项（含其对生产的带动）占农村居民收入的比重。',
    },
    value: (s) => s[sum.remittancesRural] / s[sum.incomeRural],
  },
  {
    id: 'unemployment', quantity: 'share', levels: everywhere,
    name: { en: 'Urban unemployment', zh: '城镇失业率' },
    unit: { en: 'share of the urban labour force', zh: '占城镇劳动力比重' },
    definition: {
      en: 'Residents of towns and cities who look for work and have none.',
      zh: '城镇常住人口中没有工作且正在寻找工作的人占城镇劳动力的比重。',
    },
    value: (s) => s[sum.unemployed] / s[sum.urbanLabour],
  },
  {
    id: 'farmEmploymentShare', quantity: 'share', levels: regions,
    name: { en: 'Employed in farming', zh: '农业就业比重' },
    unit: { en: 'share of the employed', zh: '占就业人员比重' },
    definition: {
      en: 'People whose main work is farming among all employed. The pattern is the census long form’s, the level of 2010 that of the employment statistics.',
      zh: '以农业为主要工作的人占全部就业人员的比重。地区结构取自人口普查长表，2010年的水平取自就业统计。',
    },
    value: (s) => s[sum.farmers] / s[sum.employed],
  },
]
