/** Services and public money: levels, their equality, transfers, spending. */
import { services, type Service } from '../services.ts'
import { ln } from '../math.ts'
import type { Words } from '../words.ts'
import {
  everywhere, large, regions, shareOfResidents, toLevelOf2010, urbanToRural, yuanPerResident, yuanPerYear, type Indicator,
} from './indicator.ts'
import { moneyFor, ruralLevel, sum, urbanLevel } from './sums.ts'

const perUrban = (s: Float64Array, at: number) => s[at] / s[sum.urbanResidents]
const perRural = (s: Float64Array, at: number) => s[at] / s[sum.villageResidents]

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
    unit: toLevelOf2010,
    definition: {
      en: 'Level of the six services as residents reach it: quality times access, unweighted mean.',
      zh: '居民实际享有的六类基本公共服务水平：质量乘以可及性，六类等权平均。',
    },
    value: (s) => s[sum.composite] / s[sum.residents],
  },
  {
    id: 'serviceRatio', quantity: 'ratio', levels: regions,
    name: { en: 'Urban to rural services', zh: '城乡基本公共服务比' },
    unit: urbanToRural,
    definition: {
      en: 'Level of services for residents of towns and cities over that for residents of villages, mean of the six.',
      zh: '城镇居民享有的基本公共服务水平与乡村居民之比，六类平均（乡村=1）。',
    },
    value: (s) => perUrban(s, sum.compositeUrban) / perRural(s, sum.compositeRural),
  },
  ...services.map((service, k): Indicator => ({
    id: `serviceRatio.${service}`, quantity: 'ratio', levels: regions,
    name: { en: `Urban to rural services: ${service}`, zh: `城乡${serviceWords[service].zh}水平比` },
    unit: urbanToRural,
    definition: {
      en: `Level of ${serviceWords[service].en} for residents of towns and cities over that for residents of villages.`,
      zh: `城镇居民享有的${serviceWords[service].zh}水平与乡村居民之比（乡村=1）。`,
    },
    value: (s) => perUrban(s, urbanLevel(k)) / perRural(s, ruralLevel(k)),
  })),
  ...services.map((service, k): Indicator => ({
    id: `serviceLevel.${service}`, quantity: 'index', levels: everywhere,
    name: { en: `Service level: ${service}`, zh: `${serviceWords[service].zh}水平` },
    unit: toLevelOf2010,
    definition: {
      en: `Level of ${serviceWords[service].en} as residents reach it: quality times access.`,
      zh: `居民实际享有的${serviceWords[service].zh}水平：质量乘以可及性。`,
    },
    value: (s) => (s[urbanLevel(k)] + s[ruralLevel(k)]) / s[sum.residents],
  })),
  {
    id: 'serviceTheil', quantity: 'index', levels: large,
    name: { en: 'Inequality of services', zh: '基本公共服务泰尔指数' },
    unit: { en: 'Theil index', zh: '泰尔指数' },
    definition: {
      en: 'Theil index of the level of services over residents, by place: 0 when all reach the same.',
      zh: '以各地常住人口为权重的基本公共服务水平泰尔指数：各地水平完全相同时为0。',
    },
    value: (s) => Math.max(0, s[sum.compositeLog] / s[sum.composite] - ln(s[sum.composite] / s[sum.residents])),
  },
  {
    id: 'peopleAtStandard', quantity: 'share', levels: everywhere,
    name: { en: 'People at the service standard', zh: '基本公共服务达标人口比重' },
    unit: shareOfResidents,
    definition: {
      en: 'Residents of places where the mean level of services reaches 80 % of the national mean of 2010 (assumed standard).',
      zh: '基本公共服务平均水平达到2010年全国平均80%（假定标准）的地方的常住人口比重。',
    },
    value: (s) => s[sum.atStandard] / s[sum.residents],
  },
  {
    id: 'needPerHead', quantity: 'index', levels: large,
    name: { en: 'Need for services per head', zh: '人均公共服务需求' },
    unit: { en: '1 = schooling of one pupil', zh: '一名学生的教育成本=1' },
    definition: {
      en: 'Users times unit cost of the six services per resident, at the wages of the base year.',
      zh: '按基年工资计算的六类服务使用人数乘以单位成本，除以常住人口。',
    },
    value: (s) => s[sum.needPerHead] / s[sum.residents],
  },
  {
    id: 'transfersTotal', quantity: 'money', levels: large,
    name: { en: 'Transfers to provinces', zh: '中央对地方转移支付和税收返还' },
    unit: yuanPerYear,
    definition: {
      en: 'Central money received by provinces: rebates, equalization and earmarked grants.',
      zh: '各省得到的中央资金：税收返还、一般性转移支付和专项转移支付。',
    },
    value: (s) => s[sum.rebates] + s[sum.equalization] + s[sum.earmarked],
  },
  {
    id: 'transfers.rebates', quantity: 'money', levels: large,
    name: { en: 'Transfers: rebates', zh: '税收返还' },
    unit: yuanPerYear,
    definition: { en: 'Tax rebates received: they follow revenue.', zh: '得到的税收返还：随税收收入分配。' },
    value: (s) => s[sum.rebates],
  },
  {
    id: 'transfers.equalization', quantity: 'money', levels: large,
    name: { en: 'Transfers: equalization', zh: '一般性转移支付' },
    unit: yuanPerYear,
    definition: { en: 'General equalization received.', zh: '得到的一般性（均衡性）转移支付。' },
    value: (s) => s[sum.equalization],
  },
  {
    id: 'transfers.earmarked', quantity: 'money', levels: large,
    name: { en: 'Transfers: earmarked', zh: '专项转移支付' },
    unit: yuanPerYear,
    definition: {
      en: 'Earmarked grants received: they match own money, by service.',
      zh: '得到的专项转移支付：按服务类别安排，并要求地方配套。',
    },
    value: (s) => s[sum.earmarked],
  },
  {
    id: 'transfersPerHead', quantity: 'yuan', levels: regions,
    name: { en: 'Transfers per head', zh: '人均转移支付' },
    unit: yuanPerResident,
    definition: {
      en: 'Central money per resident that reaches the services of a place: its part of the province’s transfers by users, cost and rural weight, and earmarked grants.',
      zh: '人均落实到当地公共服务的中央资金：按使用人数、成本和农村权重分得的本省转移支付，以及专项转移支付。',
    },
    value: (s) => s[sum.transfersHere] / s[sum.residents],
  },
  {
    id: 'spendingPerHead', quantity: 'yuan', levels: everywhere,
    name: { en: 'Public spending per head', zh: '人均公共服务支出' },
    unit: yuanPerResident,
    definition: {
      en: 'Public money spent on the six services per resident, cash benefits not included.',
      zh: '按常住人口平均的六类公共服务财政支出，不含现金发放。',
    },
    value: (s) => s[sum.servicesMoney] / s[sum.residents],
  },
  ...services.map((service, k): Indicator => ({
    id: `spending.${service}`, quantity: 'money', levels: large,
    name: { en: `Public spending: ${service}`, zh: `${serviceWords[service].zh}支出` },
    unit: yuanPerYear,
    definition: {
      en: `Local public money spent on ${serviceWords[service].en}, cash benefits not included.`,
      zh: `地方财政用于${serviceWords[service].zh}的支出，不含现金发放。`,
    },
    value: (s) => s[moneyFor(k)],
  })),
  {
    id: 'rent', quantity: 'index', levels: everywhere,
    name: { en: 'Rent', zh: '房租指数' },
    unit: { en: '1 = a town of 200,000', zh: '20万人的城镇=1' },
    definition: {
      en: 'Rent index of the places where people live, which rises with their size.',
      zh: '居民居住地的房租指数，随城镇规模上升。',
    },
    value: (s) => s[sum.rent] / s[sum.residents],
  },
  {
    id: 'spendingTotal', quantity: 'money', levels: large,
    name: { en: 'Public spending', zh: '一般公共预算支出' },
    unit: yuanPerYear,
    definition: {
      en: 'All local public spending, services, cash and administration; for the nation with the centre’s own.',
      zh: '全部地方财政支出，包括公共服务、现金发放和行政管理；全国数含中央本级支出。',
    },
    value: (s) => s[sum.spending] + s[sum.centralSpending],
  },
  {
    id: 'revenueLocal', quantity: 'money', levels: large,
    name: { en: 'Local revenue', zh: '地方财政收入' },
    unit: yuanPerYear,
    definition: {
      en: 'Own revenue of provinces after sharing with the centre, with revenue from land.',
      zh: '与中央分享后的地方本级收入，含土地收入。',
    },
    value: (s) => s[sum.ownRevenue],
  },
  {
    id: 'borrowing', quantity: 'money', levels: large,
    name: { en: 'Borrowing', zh: '财政借款' },
    unit: yuanPerYear,
    definition: {
      en: 'Spending that neither revenue nor transfers cover; for the nation with the centre’s, negative when the centre saves.',
      zh: '收入和转移支付都不能覆盖的支出；全国数含中央，中央有结余时为负。',
    },
    value: (s) => s[sum.borrowed],
  },
]
