/** What an indicator is, and the units that many share. */
import type { Words } from '../words.ts'

/** How its numbers are written: shares are 0–1 in the engine and percent on the page. */
export type Quantity = 'share' | 'persons' | 'ratio' | 'index' | 'yuan' | 'years' | 'count' | 'area' | 'money'

/** Where it makes sense: outside these its value is NaN. The county's are computed on demand: see counties.ts. */
export type Level = 'nation' | 'province' | 'prefecture' | 'county' | 'tier' | 'area'

export interface Indicator {
  id: string
  quantity: Quantity
  /** A short title. */
  name: Words
  /**
   * The unit in words, such as "share of residents" or "yuan of 2010 per head a year". English shares begin with "share of", Chinese ones with
   * 占, and those of persons and money can stand after million and 万 or 亿.
   */
  unit: Words
  definition: Words
  levels: readonly Level[]
  /** From sums as `sums.ts` lays them out. NaN where nobody or nothing is counted. */
  value: (sums: Float64Array) => number
}

export const everywhere = ['nation', 'province', 'prefecture', 'county', 'tier', 'area'] as const
export const regions = ['nation', 'province', 'prefecture', 'county'] as const
export const large = ['nation', 'province'] as const
export const largeAndSizes = ['nation', 'province', 'tier', 'area'] as const
export const nationOnly = ['nation'] as const

export const shareOfResidents: Words = { en: 'share of residents', zh: '占常住人口比重' }
export const shareOfVillages: Words = { en: 'share of villages', zh: '占行政村比重' }
export const yuanPerHead: Words = { en: 'yuan of 2010 per head a year', zh: '元/人·年（2010年价格）' }
export const yuanPerResident: Words = { en: 'yuan of 2010 per resident a year', zh: '元/常住人口·年（2010年价格）' }
export const yuanPerYear: Words = { en: 'yuan of 2010 a year', zh: '元/年（2010年价格）' }
export const urbanToRural: Words = { en: 'urban / rural', zh: '城镇/乡村' }
/** Quality alone is so measured: distance and registration lower what residents reach of it, in 2010 as later. */
export const toQualityOf2010: Words = { en: '1 = mean quality at the facility in 2010, before distance and registration', zh: '1=2010年全国服务机构平均质量（未扣除距离和户籍限制）' }
export const mu: Words = { en: 'mu', zh: '亩' }
