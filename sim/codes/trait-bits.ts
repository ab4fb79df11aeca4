/** What traits tell, bit by bit, and the ages that they tell apart. See traits.ts. */

/** Bits of the word that traits are told by; those of sex and age alone. */
export const mask = 0x7fff
export const ageSexBits = 0xff
export const ageSexes = 256

/** Working age, the young who leave, the old. */
export const workingFrom = 16
export const youngUntil = 35
export const oldFrom = 60

/** Who keeps house: anybody; in the bit after, somebody of working age. */
export const anybody = 1
export const adultShift = 1

/** After seven bits of a resident: those of a villager by registration; works off the farm, or would if living elsewhere; under 18; pupil of an age that boards. */
export const originShift = 7
export const worksShift = 11
export const minorShift = 13
export const boardsShift = 14

/** So many people are looked at, and then those of them whom further questions concern, while what they are told by is still near the processor. */
export const block = 1024
