/** Work and incomes: migrant workers, jobs, incomes of town and countryside. */
import { everywhere, large, nationOnly, regions, urbanToRural, yuanPerHead, yuanPerYear, type Indicator } from './indicator.ts'
import { sum } from './sums.ts'

const byRegistration = { en: 'workers by place of registration', zh: '人' }
const giniUnit = { en: 'Gini coefficient, 0–1', zh: '基尼系数，0—1' }
const ofOutMigrants = { en: 'share of out-migrant workers', zh: '占外出农民工比重' }

/** By how far from the village they live; the town of a county's villages, or the city of a district's, counts as the county. */
const distanceBands = [
  {
    id: 'sameCounty', en: 'within the county', zh: '县内', of: 'in the town or city of their own county, or in another of its villages',
    ofZh: '在本县城镇或本县其他村居住', value: (s: Float64Array) => s[sum.outWorkersSameCounty],
  },
  {
    id: 'sameProvince', en: 'elsewhere in the province', zh: '省内县外', of: 'in their own province outside their county',
    ofZh: '在本省其他县市居住', value: (s: Float64Array) => s[sum.outWorkersInProvince] - s[sum.outWorkersSameCounty],
  },
  {
    id: 'otherProvince', en: 'in another province', zh: '跨省', of: 'in another province',
    ofZh: '在外省居住', value: (s: Float64Array) => s[sum.outWorkers] - s[sum.outWorkersInProvince],
  },
] as const

export const workAndIncome: readonly Indicator[] = [
  {
    id: 'migrantWorkers', quantity: 'persons', levels: regions,
    name: { en: 'Migrant workers', zh: '农民工' },
    unit: byRegistration,
    definition: {
      en: 'People with village registration who work off the farm: away from home for six months or more, or from home.',
      zh: '户籍在农村、从事非农工作的劳动者，包括外出半年及以上的外出农民工和本地农民工，按户籍地统计。',
    },
    value: s => s[sum.outWorkers] + s[sum.localWorkers],
  },
  {
    id: 'outMigrantWorkers', quantity: 'persons', levels: regions,
    name: { en: 'Migrant workers away from home', zh: '外出农民工' },
    unit: byRegistration,
    definition: {
      en: 'People registered in a village who live and work, or look for work, elsewhere for six months a year or more.',
      zh: '户籍在农村、在户籍地以外居住并从业（含求职）半年及以上的劳动者，按户籍地统计。',
    },
    value: s => s[sum.outWorkers],
  },
  {
    id: 'localMigrantWorkers', quantity: 'persons', levels: regions,
    name: { en: 'Migrant workers at home', zh: '本地农民工' },
    unit: byRegistration,
    definition: {
      en: 'People registered and living in a village who work off the farm.',
      zh: '户籍在农村、居住在户籍地并从事非农工作的劳动者。',
    },
    value: s => s[sum.localWorkers],
  },
  ...distanceBands.map(({ id, en, zh, of, ofZh, value }): Indicator => ({
    id: `outMigrantWorkers.${id}`, quantity: 'persons', levels: large,
    name: { en: `Migrant workers away from home: ${en}`, zh: `外出农民工：${zh}` },
    unit: byRegistration,
    definition: { en: `Out-migrant workers who live ${of}.`, zh: `${ofZh}的外出农民工，按户籍地统计。` },
    value,
  })),
  ...distanceBands.map(({ id, en, zh, of, ofZh, value }): Indicator => ({
    id: `outMigrantShare.${id}`, quantity: 'share', levels: regions,
    name: { en: `Share of migrants: ${en}`, zh: `外出农民工中${zh}流动比重` },
    unit: ofOutMigrants,
    definition: { en: `Out-migrant workers who live ${of} among all of them.`, zh: `${ofZh}的外出农民工占全部外出农民工的比重。` },
    value: s => value(s) / s[sum.outWorkers],
  })),
  {
    id: 'outMigrantsInProvinceShare', quantity: 'share', levels: regions,
    name: { en: 'Migrants within their province', zh: '省内流动农民工比重' },
    unit: ofOutMigrants,
    definition: {
      en: 'Out-migrant workers who live in the province in which they are registered.',
      zh: '在户籍所在省内居住的外出农民工占全部外出农民工的比重。',
    },
    value: s => s[sum.outWorkersInProvince] / s[sum.outWorkers],
  },
  {
    id: 'migrantMeanAge', quantity: 'years', levels: large,
    name: { en: 'Mean age of migrant workers', zh: '农民工平均年龄' },
    unit: { en: 'years', zh: '岁' },
    definition: {
      en: 'Mean age of migrant workers, those away and those who work off the farm from home.',
      zh: '全部农民工（外出和本地）的平均年龄。',
    },
    value: s => s[sum.migrantAge] / (s[sum.outWorkers] + s[sum.localWorkers]),
  },
  {
    id: 'wholeHouseholdShare', quantity: 'share', levels: regions,
    name: { en: 'Migrants who moved with the whole household', zh: '举家外出农民工比重' },
    unit: ofOutMigrants,
    definition: {
      en: 'Out-migrant workers whose whole household left with them; couples who set up house away from a household that stays in the village are not among them.',
      zh: '举家外出的农民工占全部外出农民工的比重；原户仍留在村里、夫妻在外自立门户的不计。',
    },
    value: s => s[sum.outWorkersWhole] / s[sum.outWorkers],
  },
  {
    id: 'youngAwayShare', quantity: 'share', levels: regions,
    name: { en: 'Young villagers who live elsewhere', zh: '农村青年外出比重' },
    unit: { en: 'share of people of 16–34 registered in villages', zh: '占农村户籍16—34岁人口比重' },
    definition: {
      en: 'People of 16–34 registered in a village who live elsewhere for six months a year or more.',
      zh: '户籍在农村的16—34岁人口中，在户籍地以外居住半年及以上者的比重。',
    },
    value: s => s[sum.youngAway] / s[sum.youngRegistered],
  },
  {
    id: 'oldAwayShare', quantity: 'share', levels: regions,
    name: { en: 'Old villagers who live elsewhere', zh: '农村老人外出比重' },
    unit: { en: 'share of people of 60 and over registered in villages', zh: '占农村户籍60岁及以上人口比重' },
    definition: {
      en: 'People of 60 and over registered in a village who live elsewhere for six months a year or more.',
      zh: '户籍在农村的60岁及以上人口中，在户籍地以外居住半年及以上者的比重。',
    },
    value: s => s[sum.oldAway] / s[sum.oldRegistered],
  },
  {
    id: 'departures', quantity: 'persons', levels: nationOnly,
    name: { en: 'Moves of single members', zh: '当年单独外出人次' },
    unit: { en: 'persons a year', zh: '人' },
    definition: {
      en: 'Members whom households sent to work elsewhere, or who moved on from there to another place, in the year.',
      zh: '当年由家庭派出单独外出务工，或从外出地再次流动到别处的人次。',
    },
    value: s => s[sum.departures],
  },
  {
    id: 'wholeMoves', quantity: 'count', levels: nationOnly,
    name: { en: 'Households that moved', zh: '当年举家迁移户数' },
    unit: { en: 'households a year', zh: '户/年' },
    definition: {
      en: 'Households that moved in the year, whole or to join a member who had gone before.',
      zh: '当年整户迁移的家庭，包括随先行外出成员团聚的家庭。',
    },
    value: s => s[sum.wholeMoves],
  },
  {
    id: 'returns', quantity: 'count', levels: nationOnly,
    name: { en: 'Returns', zh: '当年返乡数' },
    unit: { en: 'persons and households a year', zh: '人户/年' },
    definition: {
      en: 'Members away and households that went back to their village or its town in the year, each counted as one.',
      zh: '当年返回本村或所属镇的外出成员和举家外出户，各计为一。',
    },
    value: s => s[sum.returns],
  },
  {
    id: 'conversions', quantity: 'persons', levels: nationOnly,
    name: { en: 'New urban registrations', zh: '当年落户城镇人数' },
    unit: { en: 'persons a year', zh: '人' },
    definition: {
      en: 'People who took up registration in the town or city where they live in the year, or were given it because their land was taken.',
      zh: '当年在现居住城镇取得户口（落户）的人数，含土地被征收后转为城镇户口者。',
    },
    value: s => s[sum.conversions],
  },
  {
    id: 'migrantPay', quantity: 'yuan', levels: large,
    name: { en: 'Pay of migrant workers', zh: '农民工人均工资' },
    unit: { en: 'yuan of 2010 per worker a year', zh: '元/人·年（2010年价格）' },
    definition: {
      en: 'Mean pay of migrant workers, away and at home, by where they work, after contributions.',
      zh: '外出和本地农民工的平均工资，按工作地统计，已扣除社会保险缴费。',
    },
    value: s => s[sum.migrantPay] / s[sum.migrantsPaid],
  },
  {
    id: 'wageUrban', quantity: 'yuan', levels: everywhere,
    name: { en: 'Urban wage', zh: '城镇平均工资' },
    unit: { en: 'yuan of 2010 per worker a year', zh: '元/人·年（2010年价格）' },
    definition: {
      en: 'Mean wage of towns and cities by the skills of those who work or look for work there, before contributions.',
      zh: '按城镇劳动力技能构成加权的平均工资，未扣除社会保险缴费。',
    },
    value: s => s[sum.wages] / s[sum.wageWorkers],
  },
  {
    id: 'incomePerHead', quantity: 'yuan', levels: everywhere,
    name: { en: 'Income per head', zh: '居民人均收入' },
    unit: yuanPerHead,
    definition: {
      en: 'Income per head of all residents, those away counted with what they keep where they live.',
      zh: '全体居民人均收入；外出成员按其在居住地留用的收入计算。',
    },
    value: s => s[sum.income] / s[sum.incomePersons],
  },
  {
    id: 'incomeUrban', quantity: 'yuan', levels: regions,
    name: { en: 'Urban income per head', zh: '城镇居民人均收入' },
    unit: yuanPerHead,
    definition: {
      en: 'Income per head of people living in towns and cities, after contributions and money sent home.',
      zh: '城镇常住居民人均收入，已扣除社会保险缴费和寄回老家的款项。',
    },
    value: s => s[sum.incomeUrban] / s[sum.personsUrban],
  },
  {
    id: 'incomeRural', quantity: 'yuan', levels: regions,
    name: { en: 'Rural income per head', zh: '农村居民人均收入' },
    unit: yuanPerHead,
    definition: {
      en: 'Income per head of people living in villages: farm, wages, pensions, money from members away.',
      zh: '乡村常住居民人均收入：经营农业、工资、养老金以及外出成员寄回的款项。',
    },
    value: s => s[sum.incomeRural] / s[sum.personsRural],
  },
  {
    id: 'incomeRatio', quantity: 'ratio', levels: regions,
    name: { en: 'Urban to rural income', zh: '城乡居民收入比' },
    unit: urbanToRural,
    definition: {
      en: 'Income per head in towns and cities over income per head in villages. The published series changes its definition in 2013.',
      zh: '城镇居民人均收入与农村居民人均收入之比（农村=1）。公布的数据序列自2013年起改变了口径。',
    },
    value: s => s[sum.incomeUrban] / s[sum.personsUrban] / (s[sum.incomeRural] / s[sum.personsRural]),
  },
  {
    id: 'giniIncome', quantity: 'index', levels: large,
    name: { en: 'Gini of incomes', zh: '居民收入基尼系数' },
    unit: giniUnit,
    definition: {
      en: 'Gini coefficient of household income per head over persons, from all incomes in order, without classes of income.',
      zh: '按人计算的家庭人均收入基尼系数，由全部收入排序后直接计算，不作分组近似。',
    },
    value: s => s[sum.gini],
  },
  {
    id: 'giniIncomeUrban', quantity: 'index', levels: nationOnly,
    name: { en: 'Gini of urban incomes', zh: '城镇居民收入基尼系数' },
    unit: giniUnit,
    definition: {
      en: 'The Gini coefficient of income per head among people living in towns and cities.',
      zh: '城镇常住居民内部的人均收入基尼系数。',
    },
    value: s => s[sum.giniUrban],
  },
  {
    id: 'giniIncomeRural', quantity: 'index', levels: nationOnly,
    name: { en: 'Gini of rural incomes', zh: '农村居民收入基尼系数' },
    unit: giniUnit,
    definition: {
      en: 'The Gini coefficient of income per head among people living in villages.',
      zh: '乡村常住居民内部的人均收入基尼系数。',
    },
    value: s => s[sum.giniRural],
  },
  {
    id: 'remittances', quantity: 'money', levels: large,
    name: { en: 'Remittances', zh: '寄回农村的汇款' },
    unit: yuanPerYear,
    definition: {
      en: 'Money received by households in villages from members who work away, with what it adds to production.',
      zh: '乡村家庭收到的外出务工成员寄回的款项，含其对生产的带动。',
    },
    value: s => s[sum.remittancesRural],
  },
  {
    id: 'remittanceShareRural', quantity: 'share', levels: large,
    name: { en: 'Remittances in rural income', zh: '汇款占农村居民收入比重' },
    unit: { en: 'share of rural income', zh: '占农村居民收入比重' },
    definition: {
      en: 'Money from members who work away, with what it adds to production, in the income of villages.',
      zh: '外出务工成员寄回的款项（含其对生产的带动）占农村居民收入的比重。',
    },
    value: s => s[sum.remittancesRural] / s[sum.incomeRuralLedger],
  },
  {
    id: 'farmShareRuralIncome', quantity: 'share', levels: large,
    name: { en: 'Farming in rural income', zh: '农业经营占农村居民收入比重' },
    unit: { en: 'share of rural income', zh: '占农村居民收入比重' },
    definition: {
      en: 'Income from farming, with rent of land let, in the income of villages.',
      zh: '农业经营收入（含土地流转租金）占农村居民收入的比重。',
    },
    value: s => s[sum.farmIncomeRural] / s[sum.incomeRuralLedger],
  },
  {
    id: 'wageShareRuralIncome', quantity: 'share', levels: large,
    name: { en: 'Wages in rural income', zh: '工资性收入占农村居民收入比重' },
    unit: { en: 'share of rural income', zh: '占农村居民收入比重' },
    definition: {
      en: 'Pay of work off the farm from home in the income of villages.',
      zh: '在本地从事非农工作的工资性收入占农村居民收入的比重。',
    },
    value: s => s[sum.wagesRural] / s[sum.incomeRuralLedger],
  },
  {
    id: 'farmIncomePerWorker', quantity: 'yuan', levels: large,
    name: { en: 'Farm income per farm worker', zh: '农业劳动者人均农业收入' },
    unit: { en: 'yuan of 2010 per farm worker a year', zh: '元/农业劳动者·年（2010年价格）' },
    definition: {
      en: 'What village households earn by farming, rent of land let included, per person whose main work is farming.',
      zh: '农村住户的农业收入（含土地流转租金）除以以农业为主要工作的人数。',
    },
    value: s => s[sum.farmIncomeRural] / s[sum.farmers],
  },
  {
    id: 'unemployment', quantity: 'share', levels: everywhere,
    name: { en: 'Urban unemployment', zh: '城镇失业率' },
    unit: { en: 'share of the urban labour force', zh: '占城镇劳动力比重' },
    definition: {
      en: 'Residents of towns and cities who look for work and have none.',
      zh: '城镇常住人口中没有工作且正在寻找工作的人占城镇劳动力的比重。',
    },
    value: s => s[sum.unemployed] / s[sum.urbanLabour],
  },
  {
    id: 'farmEmploymentShare', quantity: 'share', levels: regions,
    name: { en: 'Employed in farming', zh: '农业就业比重' },
    unit: { en: 'share of the employed', zh: '占就业人员比重' },
    definition: {
      en: 'People whose main work is farming among all employed. The pattern is the census long form’s, the level of 2010 that of the employment statistics.',
      zh: '以农业为主要工作的人占全部就业人员的比重。地区结构取自人口普查长表，2010年的水平取自就业统计。',
    },
    value: s => s[sum.farmers] / s[sum.employed],
  },
]
