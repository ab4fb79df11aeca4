/** What traits tell, bit by bit, and the ages that they tell apart. See traits.ts. */

/** Traits are looked up by these bits of the word and two after them: registered in a village; lives elsewhere than where registered. */
export const mask = 0x7fff
export const fromVillageShift = 15
export const outsideShift = 16
/** How many they are. */
export const told = 1 << 17

/** Bits of the word that tell sex and age. */
export const ageSexBits = 0xff
export const ageSexes = 256

/** Working age, the young who leave, the old. */
export const workingFrom = 16
export const youngUntil = 35
export const oldFrom = 60

/** Who keeps house: anybody; in the bit after, somebody of working age. */
export const anybody = 1
export const adultShift = 1

/**
 * After seven bits of a resident: four of where somebody is registered, see positions.ts; villager by registration who works elsewhere; under 18.
 */
export const originShift = 7
export const originBits = 15
export const awayShift = 11
export const minorShift = 12

/** So many people are looked at, and then those of them whom further questions concern, while what is looked up of them is still near the processor. */
export const block = 1024

/**
 * Where the lists of a block begin, and where they end: villagers by registration who work elsewhere; who lives in a village; minors. Of a second walk: grown
 * children of the old in villages.
 */
export const away = 0
export const inVillages = block
export const minors = 2 * block
export const children = 0
export const listsEnd = 3 * block

/** After three bits of where somebody's children live: old, and in a village. */
export const elderShift = 3
export const elder = 1 << elderShift
