/** What one simulated year leaves behind: plain arrays that may be posted from a worker. */

export const areas = ['village', 'town', 'city'] as const
export type Area = (typeof areas)[number]

/** Tiers of the State Council (2014) by urban residents, with towns below and villages apart. */
export const tiers = ['village', 'town', 'small', 'medium', 'large', 'veryLarge', 'mega'] as const
export type Tier = (typeof tiers)[number]

/** Values are in the order of `indicators`; where an indicator makes no sense at a level its value is NaN. */
export interface YearRecord {
  year: number
  /** `nation[indicator]` */
  nation: Float64Array
  /** `provinces[province * indicators.length + indicator]`, in the order of `data.provinces` */
  provinces: Float64Array
  /** `prefectures[prefecture * indicators.length + indicator]`, in the order of `data.prefectures`; to seven digits, for they are many */
  prefectures: Float32Array
  /** `byTier[tier * indicators.length + indicator]`: in the order of `tiers` */
  byTier: Float64Array
  /** `byArea[area * indicators.length + indicator]`: village, town, city */
  byArea: Float64Array
  /** Residents, real persons: `pyramid[(area * 2 + sex) * 18 + ageGroup]`; sex 0 male, 1 female */
  pyramid: Float64Array
  /** Of a county or the village: `places[row * indicators.length + indicator]`, its own villages and towns in the order of `placesOf`; at the level of prefectures. */
  places?: Float32Array
  /** Towns and cities to draw as circles; the same order every year of a run. */
  settlements: Settlements
  /** The accounts of people and money of this year. */
  accounts: Accounts
}

export interface Settlements {
  /** Index of the county whose name it bears. */
  county: Int32Array
  longitude: Float64Array
  latitude: Float64Array
  /** Urban residents, real persons. */
  residents: Float64Array
  /** Index into `tiers`. */
  tier: Uint8Array
}

interface Accounts {
  /** Simulated persons. */
  residentsBefore: number
  births: number
  deaths: number
  /** Of a county or the village: who came from the rest of China, and who was followed no further. */
  arrivals: number
  departures: number
  residentsAfter: number
  /** 100 million yuan of 2010. */
  raised: number
  transferredDown: number
  transferredReceived: number
  borrowed: number
  spent: number
}
