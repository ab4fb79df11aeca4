/** A bit beside the low ones of a person's word, for those who have come to the end of a school. */

/** It stands in the place of the villager's bit. */
export const schoolEndShift = 14
export const schoolEndBit = 1 << schoolEndShift
