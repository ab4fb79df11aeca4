/** Services and public money: levels, their equality, transfers, spending. */
import { services, type Service } from '../services.ts'
import type { Words } from '../words.ts'
import { ofGroup, theil, theilBetween, theilWithin, variation } from './inequality.ts'
import {
  everywhere, large, largeAndSizes, nationOnly, regions, shareOfResidents, toQualityOf2010, urbanToRural, yuanPerResident, yuanPerYear, type Indicator,
} from './indicator.ts'
import { atStandardFor, moneyFor, ruralLevel, sum, urbanLevel } from './sums.ts'

const perUrban = (s: Float64Array, at: number) => s[at] / s[sum.urbanResidents]
const urbanComposite = (s: Float64Array) => (s[sum.compositeTown] + s[sum.compositeCity]) / s[sum.urbanResidents]
const perRural = (s: Float64Array, at: number) => s[at] / s[sum.residentsVillage]

const theilUnit = { en: 'Theil index', zh: '泰尔指数' }
/** B of the Theil index over village, town and city. */
const byArea = (s: Float64Array) => ofGroup(s[sum.residentsVillage], s[sum.compositeVillage])
  + ofGroup(s[sum.residentsTown], s[sum.compositeTown]) + ofGroup(s[sum.residentsCity], s[sum.compositeCity])
const transfers = (s: Float64Array) => s[sum.rebates] + s[sum.equalization] + s[sum.earmarked]

/** Whose money is spent on services. */
const governmentLevels = [
  {
    id: 'centre', en: 'the centre’s money', zh: '中央资金', value: (s: Float64Array) => s[sum.byCentre],
    definition: {
      en: 'Public money spent on the six services that came from the centre: transfers that reach services, earmarked grants, direct payments.',
      zh: '六类公共服务支出中来自中央的资金：落实到服务的转移支付、专项转移支付和中央直接支出。',
    },
  },
  {
    id: 'province', en: 'the province’s money', zh: '省级资金', value: (s: Float64Array) => s[sum.byProvince],
    definition: {
      en: 'Public money spent on the six services that provinces raised or borrowed and pooled.',
      zh: '六类公共服务支出中由省级筹集或借入并统筹的资金。',
    },
  },
  {
    id: 'county', en: 'the county’s money', zh: '市县资金', value: (s: Float64Array) => s[sum.byCounty],
    definition: {
      en: 'Public money spent on the six services out of revenue kept where it is collected.',
      zh: '六类公共服务支出中来自就地留用收入的市县资金。',
    },
  },
] as const

/** The kinds of service in full; the name of an indicator has the id in English. */
const serviceWords: Record<Service, Words> = {
  schooling: { en: 'schooling and childcare', zh: '教育与托育' },
  health: { en: 'health care', zh: '医疗卫生' },
  care: { en: 'elderly care', zh: '养老服务' },
  assistance: { en: 'assistance and employment', zh: '社会救助与就业' },
  infrastructure: { en: 'housing and infrastructure', zh: '住房与基础设施' },
  culture: { en: 'culture and sport', zh: '文化体育' },
}

export const servicesAndMoney: readonly Indicator[] = [
  {
    id: 'serviceLevel', quantity: 'index', levels: everywhere,
    name: { en: 'Service level', zh: '基本公共服务水平' },
    unit: toQualityOf2010,
    definition: {
      en: 'Level of the six services as residents reach it: quality times access, unweighted mean. Residents registered elsewhere count with the share of access that their place gives them.',
      zh: '居民实际享有的六类基本公共服务水平：质量乘以可及性，六类等权平均。户籍在外地的常住人口按居住地对其开放的比例计算。',
    },
    value: s => s[sum.composite] / s[sum.residents],
  },
  {
    id: 'serviceLevelUrban', quantity: 'index', levels: large,
    name: { en: 'Service level, urban', zh: '城镇基本公共服务水平' },
    unit: toQualityOf2010,
    definition: {
      en: 'Level of the six services as residents of towns and cities reach it, unweighted mean; those registered elsewhere with their share of access.',
      zh: '城镇居民实际享有的六类基本公共服务水平，六类等权平均；户籍在外地者按对其开放的比例计算。',
    },
    value: urbanComposite,
  },
  {
    id: 'serviceLevelRural', quantity: 'index', levels: large,
    name: { en: 'Service level, rural', zh: '乡村基本公共服务水平' },
    unit: toQualityOf2010,
    definition: {
      en: 'Level of the six services as residents of villages reach it, unweighted mean; those registered elsewhere with their share of access.',
      zh: '乡村居民实际享有的六类基本公共服务水平，六类等权平均；户籍在外地者按对其开放的比例计算。',
    },
    value: s => perRural(s, sum.compositeVillage),
  },
  ...services.map((service, k): Indicator => ({
    id: `serviceLevelUrban.${service}`, quantity: 'index', levels: large,
    name: { en: `Service level, urban: ${service}`, zh: `城镇${serviceWords[service].zh}水平` },
    unit: toQualityOf2010,
    definition: {
      en: `Level of ${serviceWords[service].en} as residents of towns and cities reach it: quality times access, for those registered elsewhere times their share of it.`,
      zh: `城镇居民实际享有的${serviceWords[service].zh}水平：质量乘以可及性，户籍在外地者再乘以对其开放的比例。`,
    },
    value: s => perUrban(s, urbanLevel(k)),
  })),
  ...services.map((service, k): Indicator => ({
    id: `serviceLevelRural.${service}`, quantity: 'index', levels: large,
    name: { en: `Service level, rural: ${service}`, zh: `乡村${serviceWords[service].zh}水平` },
    unit: toQualityOf2010,
    definition: {
      en: `Level of ${serviceWords[service].en} as residents of villages reach it: quality times access, for those registered elsewhere times their share of it.`,
      zh: `乡村居民实际享有的${serviceWords[service].zh}水平：质量乘以可及性，户籍在外地者再乘以对其开放的比例。`,
    },
    value: s => perRural(s, ruralLevel(k)),
  })),
  {
    id: 'serviceRatio', quantity: 'ratio', levels: regions,
    name: { en: 'Urban to rural services', zh: '城乡基本公共服务比' },
    unit: urbanToRural,
    definition: {
      en: 'Level of services for residents of towns and cities over that for residents of villages, mean of the six; residents registered elsewhere with their share of access.',
      zh: '城镇居民享有的基本公共服务水平与乡村居民之比，六类平均（乡村=1）；户籍在外地的常住人口按对其开放的比例计算。',
    },
    value: s => urbanComposite(s) / perRural(s, sum.compositeVillage),
  },
  ...services.map((service, k): Indicator => ({
    id: `serviceRatio.${service}`, quantity: 'ratio', levels: regions,
    name: { en: `Urban to rural services: ${service}`, zh: `城乡${serviceWords[service].zh}水平比` },
    unit: urbanToRural,
    definition: {
      en: `Level of ${serviceWords[service].en} for residents of towns and cities over that for residents of villages; residents registered elsewhere with their share of access.`,
      zh: `城镇居民享有的${serviceWords[service].zh}水平与乡村居民之比（乡村=1）；户籍在外地的常住人口按对其开放的比例计算。`,
    },
    value: s => perUrban(s, urbanLevel(k)) / perRural(s, ruralLevel(k)),
  })),
  ...services.map((service, k): Indicator => ({
    id: `serviceLevel.${service}`, quantity: 'index', levels: everywhere,
    name: { en: `Service level: ${service}`, zh: `${serviceWords[service].zh}水平` },
    unit: toQualityOf2010,
    definition: {
      en: `Level of ${serviceWords[service].en} as residents reach it: quality times access, for those registered elsewhere times their share of it.`,
      zh: `居民实际享有的${serviceWords[service].zh}水平：质量乘以可及性，户籍在外地者再乘以对其开放的比例。`,
    },
    value: s => (s[urbanLevel(k)] + s[ruralLevel(k)]) / s[sum.residents],
  })),
  {
    id: 'serviceTheil', quantity: 'index', levels: large,
    name: { en: 'Inequality of services', zh: '基本公共服务泰尔指数' },
    unit: theilUnit,
    definition: {
      en: 'Theil index of the level of services over residents, by place and by whether they are registered there: 0 when all reach the same.',
      zh: '以各地本地户籍与外来常住人口为权重的基本公共服务水平泰尔指数：人人水平完全相同时为0。',
    },
    value: s => theil(s[sum.residents], s[sum.composite], s[sum.compositeLog]),
  },
  {
    id: 'serviceTheil.withinAreas', quantity: 'index', levels: large,
    name: { en: 'Inequality of services: within village, town and city', zh: '泰尔指数：村、镇、城市内部差异' },
    unit: theilUnit,
    definition: {
      en: 'Part of the Theil index of services that lies within villages, within towns and within cities; with the part between them it is the whole.',
      zh: '基本公共服务泰尔指数中村、镇、城市各自内部差异的部分；与三者之间的部分相加等于总指数。',
    },
    value: s => theilWithin(s[sum.composite], s[sum.compositeLog], byArea(s)),
  },
  {
    id: 'serviceTheil.betweenAreas', quantity: 'index', levels: large,
    name: { en: 'Inequality of services: between village, town and city', zh: '泰尔指数：村、镇、城市之间差异' },
    unit: theilUnit,
    definition: {
      en: 'Part of the Theil index of services that lies between the means of villages, towns and cities.',
      zh: '基本公共服务泰尔指数中村、镇、城市三者平均水平之间差异的部分。',
    },
    value: s => theilBetween(s[sum.residents], s[sum.composite], byArea(s)),
  },
  {
    id: 'serviceTheil.withinProvinces', quantity: 'index', levels: nationOnly,
    name: { en: 'Inequality of services: within provinces', zh: '泰尔指数：省内差异' },
    unit: theilUnit,
    definition: {
      en: 'Part of the Theil index of services that lies within provinces; with the part between them it is the whole.',
      zh: '基本公共服务泰尔指数中各省内部差异的部分；与省际部分相加等于总指数。',
    },
    value: s => theilWithin(s[sum.composite], s[sum.compositeLog], s[sum.compositeByProvinces]),
  },
  {
    id: 'serviceTheil.betweenProvinces', quantity: 'index', levels: nationOnly,
    name: { en: 'Inequality of services: between provinces', zh: '泰尔指数：省际差异' },
    unit: theilUnit,
    definition: {
      en: 'Part of the Theil index of services that lies between the means of provinces.',
      zh: '基本公共服务泰尔指数中各省平均水平之间差异的部分。',
    },
    value: s => theilBetween(s[sum.residents], s[sum.composite], s[sum.compositeByProvinces]),
  },
  {
    id: 'serviceGini', quantity: 'index', levels: large,
    name: { en: 'Gini of services', zh: '基本公共服务基尼系数' },
    unit: { en: 'Gini coefficient, 0–1', zh: '基尼系数，0—1' },
    definition: {
      en: 'Gini coefficient of the level of services over residents, by place and by whether they are registered there: 0 when all reach the same.',
      zh: '以各地本地户籍与外来常住人口为权重的基本公共服务水平基尼系数：人人水平完全相同时为0。',
    },
    value: s => s[sum.serviceGini],
  },
  {
    id: 'serviceVariation', quantity: 'index', levels: largeAndSizes,
    name: { en: 'Coefficient of variation of services', zh: '基本公共服务变异系数' },
    unit: { en: 'standard deviation / mean', zh: '标准差/均值' },
    definition: {
      en: 'Standard deviation of the level of services over its mean, over residents, by place and by whether they are registered there.',
      zh: '以各地本地户籍与外来常住人口为权重的基本公共服务水平标准差与均值之比。',
    },
    value: s => variation(s[sum.residents], s[sum.composite], s[sum.compositeSquared]),
  },
  {
    id: 'peopleAtStandard', quantity: 'share', levels: everywhere,
    name: { en: 'People at the service standard', zh: '基本公共服务达标人口比重' },
    unit: shareOfResidents,
    definition: {
      en: 'Residents whose mean level of services reaches 0.8, that is 80 % of the mean quality at the facility in 2010, before distance and registration (an assumed standard, the parameter serviceStandard); within a place those registered elsewhere, who have a share of access, may be below it where others are not.',
      zh: '享有的基本公共服务平均水平达到0.8，即2010年全国服务机构平均质量（未扣除距离和户籍限制）80%（假定标准，参数serviceStandard）的常住人口比重；同一地方，户籍在外地者只享有部分服务，可能低于标准。',
    },
    value: s => s[sum.atStandard] / s[sum.residents],
  },
  {
    id: 'peopleAtStandardAll', quantity: 'share', levels: everywhere,
    name: { en: 'People at the standard in every service', zh: '六类服务全部达标人口比重' },
    unit: shareOfResidents,
    definition: {
      en: 'Residents for whom each of the six services reaches the standard, not only their mean; those registered elsewhere have a share of access.',
      zh: '享有的六类基本公共服务每一类都达到标准的常住人口比重；户籍在外地者按对其开放的比例计算。',
    },
    value: s => s[sum.atStandardAll] / s[sum.residents],
  },
  ...services.map((service, k): Indicator => ({
    id: `peopleAtStandard.${service}`, quantity: 'share', levels: largeAndSizes,
    name: { en: `People at the service standard: ${service}`, zh: `${serviceWords[service].zh}达标人口比重` },
    unit: shareOfResidents,
    definition: {
      en: `Residents for whom the level of ${serviceWords[service].en} reaches the standard; those registered elsewhere have a share of access.`,
      zh: `享有的${serviceWords[service].zh}水平达到标准的常住人口比重；户籍在外地者按对其开放的比例计算。`,
    },
    value: s => s[atStandardFor(k)] / s[sum.residents],
  })),
  {
    id: 'needPerHead', quantity: 'index', levels: largeAndSizes,
    name: { en: 'Need for services per head', zh: '人均公共服务需求' },
    unit: { en: '1 = variable cost of one pupil’s schooling', zh: '一名学生教育的可变成本=1' },
    definition: {
      en: 'Users times unit cost of the six services per resident, at the wages of the base year. A user costs the variable cost and a part of the fixed cost of the facility.',
      zh: '按基年工资计算的六类服务使用人数乘以单位成本，除以常住人口；单位成本含可变成本和分摊的设施固定成本。',
    },
    value: s => s[sum.need] / s[sum.residents],
  },
  {
    id: 'transfersTotal', quantity: 'money', levels: large,
    name: { en: 'Transfers to provinces', zh: '中央对地方转移支付和税收返还' },
    unit: yuanPerYear,
    definition: {
      en: 'Central money received by provinces: rebates, equalization and earmarked grants.',
      zh: '各省得到的中央资金：税收返还、一般性转移支付和专项转移支付。',
    },
    value: s => transfers(s),
  },
  {
    id: 'transfers.rebates', quantity: 'money', levels: large,
    name: { en: 'Transfers: rebates', zh: '税收返还' },
    unit: yuanPerYear,
    definition: { en: 'Tax rebates received: they follow revenue.', zh: '得到的税收返还：随税收收入分配。' },
    value: s => s[sum.rebates],
  },
  {
    id: 'transfers.equalization', quantity: 'money', levels: large,
    name: { en: 'Transfers: equalization', zh: '一般性转移支付' },
    unit: yuanPerYear,
    definition: { en: 'General equalization received.', zh: '得到的一般性（均衡性）转移支付。' },
    value: s => s[sum.equalization],
  },
  {
    id: 'transfers.earmarked', quantity: 'money', levels: large,
    name: { en: 'Transfers: earmarked', zh: '专项转移支付' },
    unit: yuanPerYear,
    definition: {
      en: 'Earmarked grants received: they match own money, by service.',
      zh: '得到的专项转移支付：按服务类别安排，并要求地方配套。',
    },
    value: s => s[sum.earmarked],
  },
  {
    id: 'transfers.direct', quantity: 'money', levels: large,
    name: { en: 'Transfers: paid by the centre directly', zh: '中央直接承担的服务支出' },
    unit: yuanPerYear,
    definition: {
      en: 'What the centre pays for services by itself on top of the pool of transfers, where a lever makes it responsible.',
      zh: '在转移支付总额之外，按支出责任由中央直接承担的公共服务支出。',
    },
    value: s => s[sum.direct],
  },
  {
    id: 'transfersPerHead', quantity: 'yuan', levels: everywhere,
    name: { en: 'Central money in services per head', zh: '人均公共服务支出中的中央资金' },
    unit: yuanPerResident,
    definition: {
      en: 'Central money per resident that reaches the services of a place: its part of the province’s transfers by users, cost and rural weight, earmarked grants, and what the centre pays directly. What provinces spend of their transfers on all else is not in it.',
      zh: '人均落实到当地公共服务的中央资金：按使用人数、成本和农村权重分得的本省转移支付、专项转移支付，以及中央直接承担的支出；各省转移支付中用于其他方面的部分不计入。',
    },
    value: s => s[sum.transfersHere] / s[sum.residents],
  },
  {
    id: 'spendingPerHead', quantity: 'yuan', levels: everywhere,
    name: { en: 'Public spending per head', zh: '人均公共服务支出' },
    unit: yuanPerResident,
    definition: {
      en: 'Public money spent on the six services per resident, cash benefits not included.',
      zh: '按常住人口平均的六类公共服务财政支出，不含现金发放。',
    },
    value: s => s[sum.servicesMoney] / s[sum.residents],
  },
  ...governmentLevels.map(({ id, en, zh, definition, value }): Indicator => ({
    id: `spendingBy.${id}`, quantity: 'money', levels: large,
    name: { en: `Spending on services: ${en}`, zh: `公共服务支出：${zh}` },
    unit: yuanPerYear,
    definition,
    value,
  })),
  ...governmentLevels.map(({ id, en, zh, value }): Indicator => ({
    id: `spendingByShare.${id}`, quantity: 'share', levels: large,
    name: { en: `Share of spending on services: ${en}`, zh: `公共服务支出中${zh}比重` },
    unit: { en: 'share of spending on services', zh: '占六类公共服务支出比重' },
    definition: {
      en: `Part of the public money spent on the six services that is ${en}.`,
      zh: `六类公共服务财政支出中${zh}所占的比重。`,
    },
    value: s => value(s) / s[sum.servicesMoney],
  })),
  ...services.map((service, k): Indicator => ({
    id: `spending.${service}`, quantity: 'money', levels: large,
    name: { en: `Public spending: ${service}`, zh: `${serviceWords[service].zh}支出` },
    unit: yuanPerYear,
    definition: {
      en: `Local public money spent on ${serviceWords[service].en}, cash benefits not included.`,
      zh: `地方财政用于${serviceWords[service].zh}的支出，不含现金发放。`,
    },
    value: s => s[moneyFor(k)],
  })),
  ...services.map((service, k): Indicator => ({
    id: `spendingFromLand.${service}`, quantity: 'money', levels: nationOnly,
    name: { en: `Public spending from land: ${service}`, zh: `${serviceWords[service].zh}支出中的土地收入` },
    unit: yuanPerYear,
    definition: {
      en: `What of the local public money spent on ${serviceWords[service].en} comes from land, which the published accounts of the general budget leave out.`,
      zh: `地方财政用于${serviceWords[service].zh}的支出中来自土地收入的部分；公布的一般公共预算支出不含这一部分。`,
    },
    value: s => s[sum.fromLand + k],
  })),
  {
    id: 'rent', quantity: 'index', levels: everywhere,
    name: { en: 'Rent', zh: '房租指数' },
    unit: { en: '1 = a town of 200,000', zh: '20万人的城镇=1' },
    definition: {
      en: 'Rent index of the places where people live, which rises with their size.',
      zh: '居民居住地的房租指数，随城镇规模上升。',
    },
    value: s => s[sum.rent] / s[sum.residents],
  },
  {
    id: 'spendingTotal', quantity: 'money', levels: large,
    name: { en: 'Public spending', zh: '财政支出' },
    unit: yuanPerYear,
    definition: {
      en: 'All local public spending, services, cash and administration, what is paid from land included; for the nation with the centre’s own.',
      zh: '全部地方财政支出，包括公共服务、现金发放和行政管理，含土地收入安排的支出；全国数含中央本级支出。',
    },
    value: s => s[sum.spending] + s[sum.centralSpending],
  },
  {
    id: 'spendingTotalPerHead', quantity: 'yuan', levels: large,
    name: { en: 'All public spending per head', zh: '人均财政支出' },
    unit: yuanPerResident,
    definition: {
      en: 'All local public spending per resident; for the nation with the centre’s own.',
      zh: '按常住人口平均的全部地方财政支出；全国数含中央本级支出。',
    },
    value: s => (s[sum.spending] + s[sum.centralSpending]) / s[sum.residents],
  },
  {
    id: 'spending.cash', quantity: 'money', levels: large,
    name: { en: 'Public spending: cash benefits', zh: '现金发放支出' },
    unit: yuanPerYear,
    definition: {
      en: 'Rural pensions and assistance paid in cash by provinces.',
      zh: '各省以现金发放的城乡居民基本养老金和社会救助。',
    },
    value: s => s[sum.cash],
  },
  {
    id: 'spending.administration', quantity: 'money', levels: large,
    name: { en: 'Public spending: administration and all else', zh: '行政管理及其他支出' },
    unit: yuanPerYear,
    definition: {
      en: 'Local public spending that goes to none of the six services and is not paid in cash.',
      zh: '地方财政支出中既不用于六类公共服务、也不以现金发放的部分。',
    },
    value: s => s[sum.administration],
  },
  {
    id: 'spending.programmes', quantity: 'money', levels: large,
    name: { en: 'Public spending: programmes', zh: '专门项目支出' },
    unit: yuanPerYear,
    definition: {
      en: 'Outlays of provinces on programmes such as training, rental housing or the merging of villages, and on those who lose land, paid in the year.',
      zh: '各省当年用于培训、租赁住房、村庄合并等专门项目以及征地补偿的支出。',
    },
    value: s => s[sum.programmes],
  },
  {
    id: 'spendingCentral', quantity: 'money', levels: nationOnly,
    name: { en: 'The centre’s own spending', zh: '中央本级支出' },
    unit: yuanPerYear,
    definition: { en: 'What the centre spends itself, transfers to provinces not included.', zh: '中央财政的本级支出，不含对地方的转移支付。' },
    value: s => s[sum.centralSpending],
  },
  {
    id: 'revenueTotal', quantity: 'money', levels: nationOnly,
    name: { en: 'Public revenue', zh: '全国财政收入' },
    unit: yuanPerYear,
    definition: {
      en: 'All public revenue of the centre and of provinces, with revenue from land and without pension contributions.',
      zh: '中央与地方全部财政收入，含土地收入，不含社会保险缴费。',
    },
    value: s => s[sum.ownRevenue] + s[sum.centralRevenue],
  },
  {
    id: 'revenueCentral', quantity: 'money', levels: nationOnly,
    name: { en: 'Central revenue', zh: '中央财政收入' },
    unit: yuanPerYear,
    definition: { en: 'The centre’s share of taxes.', zh: '分税后归中央的税收收入。' },
    value: s => s[sum.centralRevenue],
  },
  {
    id: 'revenueLocal', quantity: 'money', levels: large,
    name: { en: 'Local revenue', zh: '地方财政收入' },
    unit: yuanPerYear,
    definition: {
      en: 'Own revenue of provinces after sharing with the centre, with revenue from land.',
      zh: '与中央分享后的地方本级收入，含土地收入。',
    },
    value: s => s[sum.ownRevenue],
  },
  {
    id: 'revenueLocalTaxes', quantity: 'money', levels: nationOnly,
    name: { en: 'Local revenue without land', zh: '地方财政收入（不含土地）' },
    unit: yuanPerYear,
    definition: {
      en: 'Own revenue of provinces after sharing with the centre, without revenue from land: what is published as general budget revenue.',
      zh: '与中央分享后的地方本级收入，不含土地收入，与公布的地方一般公共预算收入口径一致。',
    },
    value: s => s[sum.taxes] - s[sum.centralRevenue],
  },
  {
    id: 'revenuePerHead', quantity: 'yuan', levels: large,
    name: { en: 'Local revenue per head', zh: '人均地方财政收入' },
    unit: yuanPerResident,
    definition: {
      en: 'Own revenue of provinces after sharing with the centre per resident, with revenue from land.',
      zh: '按常住人口平均的地方本级收入（与中央分享后），含土地收入。',
    },
    value: s => s[sum.ownRevenue] / s[sum.residents],
  },
  {
    id: 'transfersTotalPerHead', quantity: 'yuan', levels: large,
    name: { en: 'Transfers to provinces per head', zh: '人均中央对地方转移支付和税收返还' },
    unit: yuanPerResident,
    definition: {
      en: 'Central money received by provinces per resident: rebates, equalization and earmarked grants.',
      zh: '按常住人口平均的各省所得中央资金：税收返还、一般性转移支付和专项转移支付。',
    },
    value: s => transfers(s) / s[sum.residents],
  },
  {
    id: 'selfSufficiency', quantity: 'share', levels: large,
    name: { en: 'Fiscal self-sufficiency', zh: '财政自给率' },
    unit: { en: 'share of local spending', zh: '占地方财政支出比重' },
    definition: {
      en: 'Own revenue of provinces among all their spending; transfers and borrowing cover the rest.',
      zh: '地方本级收入占地方财政支出的比重；其余由转移支付和借款弥补。',
    },
    value: s => s[sum.ownRevenue] / s[sum.spending],
  },
  {
    id: 'revenueVariation', quantity: 'index', levels: nationOnly,
    name: { en: 'Inequality of revenue between provinces', zh: '省际人均财政收入变异系数' },
    unit: { en: 'standard deviation / mean', zh: '标准差/均值' },
    definition: {
      en: 'Coefficient of variation of own revenue per head between provinces, by residents: before transfers.',
      zh: '以常住人口为权重的省际人均地方本级收入变异系数：转移支付之前。',
    },
    value: s => s[sum.revenueVariation],
  },
  {
    id: 'meansVariation', quantity: 'index', levels: nationOnly,
    name: { en: 'Inequality of means between provinces', zh: '省际人均可用财力变异系数' },
    unit: { en: 'standard deviation / mean', zh: '标准差/均值' },
    definition: {
      en: 'Coefficient of variation of own revenue with transfers per head between provinces, by residents: after transfers.',
      zh: '以常住人口为权重的省际人均可用财力（本级收入加转移支付）变异系数：转移支付之后。',
    },
    value: s => s[sum.meansVariation],
  },
  {
    id: 'borrowing', quantity: 'money', levels: large,
    name: { en: 'Borrowing', zh: '财政借款' },
    unit: yuanPerYear,
    definition: {
      en: 'Spending that neither revenue nor transfers cover; for the nation with the centre’s, negative when the centre saves.',
      zh: '收入和转移支付都不能覆盖的支出；全国数含中央，中央有结余时为负。',
    },
    value: s => s[sum.borrowed],
  },
  {
    id: 'balance', quantity: 'money', levels: large,
    name: { en: 'Fiscal balance', zh: '财政收支差额' },
    unit: yuanPerYear,
    definition: {
      en: 'Revenue and transfers less spending, before borrowing; for the nation of the centre and all provinces.',
      zh: '收入与转移支付之和减去支出，借款之前；全国数为中央与各省合计。',
    },
    value: s => -s[sum.borrowed],
  },
  {
    id: 'debt', quantity: 'money', levels: large,
    name: { en: 'Debt', zh: '累计借款' },
    unit: { en: 'yuan of 2010', zh: '元（2010年价格）' },
    definition: {
      en: 'Borrowed since the first year, without interest; for the nation with the centre’s.',
      zh: '自模拟起始年以来的累计借款，不计利息；全国数含中央。',
    },
    value: s => s[sum.debt],
  },
]
