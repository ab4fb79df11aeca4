/** People: how many, where, how old, in which households. */
import { tiers, type Tier } from '../record.ts'
import { everywhere, large, largeAndSizes, nationOnly, regions, shareOfResidents, type Indicator } from './indicator.ts'
import { sum } from './sums.ts'

const areaWords = [
  { id: 'Village', en: 'villages', zh: '乡村' },
  { id: 'Town', en: 'towns', zh: '镇' },
  { id: 'City', en: 'cities', zh: '城市' },
] as const

/** Tiers of towns and cities, with the classes of the State Council of 2014. */
const tierWords: Record<Exclude<Tier, 'village'>, { en: string; zh: string; of: string; ofZh: string }> = {
  town: { en: 'towns', zh: '镇', of: 'towns with fewer than 100,000 urban residents', ofZh: '城镇人口不足10万的镇' },
  small: { en: 'small cities', zh: '小城市', of: 'cities of 100,000 to 500,000 urban residents', ofZh: '城区常住人口10万至50万的小城市' },
  medium: { en: 'medium cities', zh: '中等城市', of: 'cities of 500,000 to 1 million urban residents', ofZh: '城区常住人口50万至100万的中等城市' },
  large: { en: 'large cities', zh: '大城市', of: 'cities of 1 to 5 million urban residents', ofZh: '城区常住人口100万至500万的大城市' },
  veryLarge: { en: 'very large cities', zh: '特大城市', of: 'cities of 5 to 10 million urban residents', ofZh: '城区常住人口500万至1000万的特大城市' },
  mega: { en: 'mega cities', zh: '超大城市', of: 'cities of 10 million urban residents and more', ofZh: '城区常住人口1000万及以上的超大城市' },
}
const residentsOfTier = {
  town: sum.residentsTown, small: sum.residentsSmall, medium: sum.residentsMedium, large: sum.residentsLarge,
  veryLarge: sum.residentsVeryLarge, mega: sum.residentsMega,
} as const

export const population: readonly Indicator[] = [
  {
    id: 'population', quantity: 'persons', levels: everywhere,
    name: { en: 'Residents', zh: '常住人口' },
    unit: { en: 'residents', zh: '人' },
    definition: { en: 'People who live here six months a year or more.', zh: '在本地居住半年及以上的人口。' },
    value: s => s[sum.residents],
  },
  {
    id: 'populationChange', quantity: 'share', levels: everywhere,
    name: { en: 'Change of residents', zh: '常住人口变动' },
    unit: { en: 'change of residents since 2010', zh: '较2010年的常住人口变动' },
    definition: {
      en: 'Residents relative to those of the same places in the first year of the run, less one.',
      zh: '常住人口与同一些地方模拟起始年常住人口之比减一。',
    },
    value: s => s[sum.residents] / s[sum.residentsBase] - 1,
  },
  {
    id: 'urbanShare', quantity: 'share', levels: regions,
    name: { en: 'Urban residents', zh: '常住人口城镇化率' },
    unit: shareOfResidents,
    definition: {
      en: 'Residents of towns and cities among all residents (six months a year or more).',
      zh: '居住在城镇（城市和镇）半年及以上的人口占全部常住人口的比重。',
    },
    value: s => s[sum.urbanResidents] / s[sum.residents],
  },
  {
    id: 'registeredUrbanShare', quantity: 'share', levels: everywhere,
    name: { en: 'Urban by registration', zh: '户籍人口城镇化率' },
    unit: shareOfResidents,
    definition: {
      en: 'Residents with non-agricultural registration, from 2014 registered in a town or city, among all residents.',
      zh: '具有非农业户口（2014年户籍制度改革后为城镇户籍）的人口占全部常住人口的比重。',
    },
    value: s => s[sum.urbanRegistered] / s[sum.residents],
  },
  {
    id: 'ruralResidents', quantity: 'persons', levels: regions,
    name: { en: 'Rural residents', zh: '乡村常住人口' },
    unit: { en: 'residents of villages', zh: '人' },
    definition: { en: 'People who live in villages six months a year or more.', zh: '在乡村居住半年及以上的人口。' },
    value: s => s[sum.residentsVillage],
  },
  {
    id: 'urbanResidents', quantity: 'persons', levels: regions,
    name: { en: 'Urban residents, number', zh: '城镇常住人口' },
    unit: { en: 'residents of towns and cities', zh: '人' },
    definition: { en: 'People who live in towns and cities six months a year or more.', zh: '在城镇（城市和镇）居住半年及以上的人口。' },
    value: s => s[sum.urbanResidents],
  },
  {
    id: 'share0To14', quantity: 'share', levels: largeAndSizes,
    name: { en: 'Aged under 15', zh: '0—14岁人口比重' },
    unit: shareOfResidents,
    definition: { en: 'Residents aged 0 to 14 among all residents.', zh: '0—14岁常住人口占全部常住人口的比重。' },
    value: s => s[sum.children0to14] / s[sum.residents],
  },
  {
    id: 'share60Plus', quantity: 'share', levels: everywhere,
    name: { en: 'Aged 60 and over', zh: '60岁及以上人口比重' },
    unit: shareOfResidents,
    definition: { en: 'Residents aged 60 and over among all residents.', zh: '60岁及以上常住人口占全部常住人口的比重。' },
    value: s => s[sum.residents60] / s[sum.residents],
  },
  {
    id: 'share65Plus', quantity: 'share', levels: everywhere,
    name: { en: 'Aged 65 and over', zh: '65岁及以上人口比重' },
    unit: shareOfResidents,
    definition: { en: 'Residents aged 65 and over among all residents.', zh: '65岁及以上常住人口占全部常住人口的比重。' },
    value: s => s[sum.residents65] / s[sum.residents],
  },
  {
    id: 'incomerShare', quantity: 'share', levels: everywhere,
    name: { en: 'Registered elsewhere', zh: '人户分离的常住人口比重' },
    unit: shareOfResidents,
    definition: {
      en: 'Residents registered in another place than where they live.',
      zh: '户口登记地不在现居住地的常住人口占全部常住人口的比重。',
    },
    value: s => s[sum.incomers] / s[sum.residents],
  },
  ...([['60', sum.residents60Village], ['65', sum.residents65Village]] as const).flatMap(([age, older]) => areaWords.map(({ id, en, zh }, area): Indicator => ({
    id: `share${age}Plus${id}`, quantity: 'share', levels: large,
    name: { en: `Aged ${age} and over, ${en}`, zh: `${zh}${age}岁及以上人口比重` },
    unit: { en: `share of residents of ${en}`, zh: `占${zh}常住人口比重` },
    definition: {
      en: `Residents of ${en} aged ${age} and over among all who live there.`,
      zh: `居住在${zh}的${age}岁及以上人口占${zh}常住人口的比重。`,
    },
    value: s => s[older + area] / s[sum.residentsVillage + area],
  }))),
  {
    id: 'medianAge', quantity: 'years', levels: largeAndSizes,
    name: { en: 'Median age', zh: '年龄中位数' },
    unit: { en: 'years', zh: '岁' },
    definition: { en: 'Age that half of the residents have passed.', zh: '将常住人口按年龄分为人数相等两半的年龄。' },
    value: s => s[sum.medianAge],
  },
  {
    id: 'householdSize', quantity: 'ratio', levels: everywhere,
    name: { en: 'Household size', zh: '家庭户平均规模' },
    unit: { en: 'persons per household', zh: '人/户' },
    definition: {
      en: 'Residents living together in family households, among them women from villages who work away and their husbands who live there too. People away on '
        + 'their own, or at school, live in collective households and are not counted; in the census those of them who live alone are family households of one.',
      zh: '平均每个家庭户中共同居住的常住人口，含与丈夫同住的外出务工农村妇女及其丈夫；独自外出者和住校学生计入集体户，不在其内（普查中单独居住者计为一人家庭户）。',
    },
    value: s => s[sum.householdMembers] / s[sum.households],
  },
  {
    id: 'birthRate', quantity: 'ratio', levels: nationOnly,
    name: { en: 'Birth rate', zh: '出生率' },
    unit: { en: 'births per 1,000 residents a year', zh: '‰' },
    definition: { en: 'Births of the year per 1,000 residents at its end.', zh: '当年出生人数与年末常住人口之比，以千分数表示。' },
    value: s => (1000 * s[sum.births]) / s[sum.residents],
  },
  {
    id: 'deathRate', quantity: 'ratio', levels: nationOnly,
    name: { en: 'Death rate', zh: '死亡率' },
    unit: { en: 'deaths per 1,000 residents a year', zh: '‰' },
    definition: { en: 'Deaths of the year per 1,000 residents at its end.', zh: '当年死亡人数与年末常住人口之比，以千分数表示。' },
    value: s => (1000 * s[sum.deaths]) / s[sum.residents],
  },
  {
    id: 'seniorSecondaryShare', quantity: 'share', levels: everywhere,
    name: { en: 'Senior secondary schooling of the young', zh: '20—24岁人口高中及以上文化程度比重' },
    unit: { en: 'share of residents of 20–24', zh: '占20—24岁常住人口比重' },
    definition: {
      en: 'Residents of 20–24 who entered senior secondary school or college, by where they live now. Migrant workers who were trained for skilled work count.',
      zh: '20—24岁常住人口中受教育程度为高中（含中职）及以上者的比重，按现居住地统计；经培训成为技能劳动力的外出务工者计入。',
    },
    value: s => s[sum.cohortSenior] / s[sum.cohort],
  },
  {
    id: 'collegeShare', quantity: 'share', levels: everywhere,
    name: { en: 'College education of the young', zh: '20—24岁人口大专及以上文化程度比重' },
    unit: { en: 'share of residents of 20–24', zh: '占20—24岁常住人口比重' },
    definition: {
      en: 'Residents of 20–24 who entered college, by where they live now.',
      zh: '20—24岁常住人口中受教育程度为大专及以上者的比重，按现居住地统计。',
    },
    value: s => s[sum.cohortCollege] / s[sum.cohort],
  },
  ...tiers.filter(tier => tier !== 'village').map((tier): Indicator => {
    const { en, zh, of, ofZh } = tierWords[tier]
    return {
      id: `tierShare.${tier}`, quantity: 'share', levels: large,
      name: { en: `Residents of ${en}`, zh: `${zh}人口比重` },
      unit: shareOfResidents,
      definition: {
        en: `Residents of ${of} among all residents; a place’s tier is read anew every year.`,
        zh: `${ofZh}的常住人口占全部常住人口的比重；城镇等级每年按人口重新划分。`,
      },
      value: s => s[residentsOfTier[tier]] / s[sum.residents],
    }
  }),
  {
    id: 'megaCityShare', quantity: 'share', levels: large,
    name: { en: 'Mega cities among urban residents', zh: '超大城市人口占城镇人口比重' },
    unit: { en: 'share of urban residents', zh: '占城镇常住人口比重' },
    definition: {
      en: 'Residents of cities of 10 million and more among all residents of towns and cities. It jumps when a city passes 10 million.',
      zh: '城区常住人口1000万及以上的超大城市人口占全部城镇常住人口的比重；有城市跨过1000万时会出现跳跃。',
    },
    value: s => s[sum.residentsMega] / s[sum.urbanResidents],
  },
  {
    id: 'tenLargestCitiesShare', quantity: 'share', levels: nationOnly,
    name: { en: 'Ten largest cities among urban residents', zh: '十大城市人口占城镇人口比重' },
    unit: { en: 'share of urban residents', zh: '占城镇常住人口比重' },
    definition: {
      en: 'Residents of the year’s ten largest cities among all residents of towns and cities.',
      zh: '当年人口最多的十个城市的常住人口占全部城镇常住人口的比重。',
    },
    value: s => s[sum.tenLargest] / s[sum.urbanResidents],
  },
  {
    id: 'zipfSlope', quantity: 'index', levels: nationOnly,
    name: { en: 'Zipf slope of city sizes', zh: '城市规模分布的齐普夫斜率' },
    unit: { en: 'slope, −1 = Zipf’s law', zh: '斜率，−1为齐普夫定律' },
    definition: {
      en: 'Slope of ln(rank − ½) on ln(urban residents) over cities of 500,000 and more, by least squares (Gabaix & Ibragimov 2011). '
        + 'Nearer to zero: people gather more in the largest cities.',
      zh: '对城区人口50万及以上城市，以ln(位序−½)对ln(城镇人口)作最小二乘回归的斜率（Gabaix和Ibragimov，2011）；越接近0，人口越集中于最大的城市。',
    },
    value: s => s[sum.zipf],
  },
]
