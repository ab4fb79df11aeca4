/** What an indicator is, and the order in which records hold them. */

/** How its numbers are written: shares are 0–1 in the engine and percent on the page. */
export type Quantity = 'share' | 'persons' | 'ratio' | 'index' | 'yuan' | 'years' | 'count' | 'area' | 'money'

/** Where it makes sense: outside these its value is NaN. */
export type Level = 'nation' | 'province' | 'prefecture' | 'area'

export interface Indicator {
  id: string
  quantity: Quantity
  /** The unit in words, such as "share of residents" or "yuan of 2010 per head a year". */
  unit: string
  definition: string
  levels: readonly Level[]
  /** From sums as `sums.ts` lays them out. NaN where nobody or nothing is counted. */
  value: (sums: Float64Array) => number
}

export const everywhere = ['nation', 'province', 'prefecture', 'area'] as const
export const regions = ['nation', 'province', 'prefecture'] as const
export const large = ['nation', 'province'] as const
export const nationOnly = ['nation'] as const
