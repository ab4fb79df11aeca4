/** The money that provinces have for services, and what it is shared out by: what one step of allocation hands to the next. */

/** What provinces have for services. */
export interface Funds {
  /** By province: revenue kept where it is collected. */
  kept: Float64Array
  /** `[province * 6 + service]`: shared out by need, and the part of it that the centre handed down. */
  pool: Float64Array
  centreInPool: Float64Array
  earmarked: Float64Array
  /** The same: what counties must pay from their own revenue on top of what they keep anyway. */
  counties: Float64Array
  /** By service: part of the money that is not earmarked; part of the kept revenue that stays where it is collected. */
  parts: readonly number[]
  stays: Float64Array
}

/** What money is shared out by. */
export interface Keys {
  /** Output of a town or city, on which its revenue is collected; 0 for villages. */
  base: Float64Array
  /** The same by province. */
  collected: Float64Array
  /** Users × unit cost × weight: `[place * 6 + service]`, and by province. */
  cost: Float64Array
  needed: Float64Array
}
