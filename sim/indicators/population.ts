/** People: how many, where, how old, in which households. */
import { everywhere, large, nationOnly, regions, shareOfResidents, type Indicator } from './indicator.ts'
import { sum } from './sums.ts'

const areaWords = [
  { id: 'Village', en: 'villages', zh: '乡村' },
  { id: 'Town', en: 'towns', zh: '镇' },
  { id: 'City', en: 'cities', zh: '城市' },
] as const

export const population: readonly Indicator[] = [
  {
    id: 'population', quantity: 'persons', levels: everywhere,
    name: { en: 'Residents', zh: '常住人口' },
    unit: { en: 'residents', zh: '人' },
    definition: { en: 'People who live here six months a year or more.', zh: '在本地居住半年及以上的人口。' },
    value: (s) => s[sum.residents],
  },
  {
    id: 'populationChange', quantity: 'share', levels: everywhere,
    name: { en: 'Change of residents', zh: '常住人口变动' },
    unit: { en: 'change of residents since 2010', zh: '较2010年的常住人口变动' },
    definition: { en: 'Residents relative to the first year of the run, less one.', zh: '常住人口与模拟起始年之比减一。' },
    value: (s) => s[sum.residents] / s[sum.residentsBase] - 1,
  },
  {
    id: 'urbanShare', quantity: 'share', levels: regions,
    name: { en: 'Urban residents', zh: '常住人口城镇化率' },
    unit: shareOfResidents,
    definition: {
      en: 'Residents of towns and cities among all residents (six months a year or more).',
      zh: '居住在城镇（城市和镇）半年及以上的人口占全部常住人口的比重。',
    },
    value: (s) => s[sum.urbanResidents] / s[sum.residents],
  },
  {
    id: 'registeredUrbanShare', quantity: 'share', levels: regions,
    name: { en: 'Urban by registration', zh: '户籍人口城镇化率' },
    unit: shareOfResidents,
    definition: {
      en: 'Residents with non-agricultural registration, from 2014 registered in a town or city, among all residents.',
      zh: '具有非农业户口（2014年户籍制度改革后为城镇户籍）的人口占全部常住人口的比重。',
    },
    value: (s) => s[sum.urbanRegistered] / s[sum.residents],
  },
  {
    id: 'ruralResidents', quantity: 'persons', levels: regions,
    name: { en: 'Rural residents', zh: '乡村常住人口' },
    unit: { en: 'residents of villages', zh: '人' },
    definition: { en: 'People who live in villages six months a year or more.', zh: '在乡村居住半年及以上的人口。' },
    value: (s) => s[sum.villageResidents],
  },
  {
    id: 'share60Plus', quantity: 'share', levels: everywhere,
    name: { en: 'Aged 60 and over', zh: '60岁及以上人口比重' },
    unit: shareOfResidents,
    definition: { en: 'Residents aged 60 and over among all residents.', zh: '60岁及以上常住人口占全部常住人口的比重。' },
    value: (s) => s[sum.residents60] / s[sum.residents],
  },
  {
    id: 'share65Plus', quantity: 'share', levels: everywhere,
    name: { en: 'Aged 65 and over', zh: '65岁及以上人口比重' },
    unit: shareOfResidents,
    definition: { en: 'Residents aged 65 and over among all residents.', zh: '65岁及以上常住人口占全部常住人口的比重。' },
    value: (s) => s[sum.residents65] / s[sum.residents],
  },
  {
    id: 'incomerShare', quantity: 'share', levels: everywhere,
    name: { en: 'Registered elsewhere', zh: '人户分离的常住人口比重' },
    unit: shareOfResidents,
    definition: {
      en: 'Residents registered in another place than where they live.',
      zh: '户口登记地不在现居住地的常住人口占全部常住人口的比重。',
    },
    value: (s) => s[sum.incomers] / s[sum.residents],
  },
  ...areaWords.map(({ id, en, zh }): Indicator => ({
    id: `share60Plus${id}`, quantity: 'share', levels: nationOnly,
    name: { en: `Aged 60 and over, ${en}`, zh: `${zh}60岁及以上人口比重` },
    unit: { en: `share of residents of ${en}`, zh: `占${zh}常住人口比重` },
    definition: {
      en: `Residents of ${en} aged 60 and over among all who live there.`,
      zh: `居住在${zh}的60岁及以上人口占${zh}常住人口的比重。`,
    },
    value: (s) => s[sum[`residents60${id}`]] / s[sum[`residents${id}`]],
  })),
  {
    id: 'medianAge', quantity: 'years', levels: large,
    name: { en: 'Median age', zh: '年龄中位数' },
    unit: { en: 'years', zh: '岁' },
    definition: { en: 'Age that half of the residents have passed.', zh: '将常住人口按年龄分为人数相等两半的年龄。' },
    value: (s) => s[sum.medianAge],
  },
  {
    id: 'householdSize', quantity: 'ratio', levels: regions,
    name: { en: 'Household size', zh: '家庭户平均规模' },
    unit: { en: 'persons per household', zh: '人/户' },
    definition: {
      en: 'Residents living together in family households; people away on their own live in collective households and are not counted.',
      zh: '平均每个家庭户中共同居住的常住人口；独自外出者计入集体户，不在其内。',
    },
    value: (s) => s[sum.householdMembers] / s[sum.households],
  },
]
