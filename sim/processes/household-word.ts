/** A household's packed word, written by work and read by migration and land: numbers alone, because compiled loops read this file as well. */

/** How many members keep house at home, at most the mask. */
export const membersMask = 0x3f
/** How many are away. */
export const awayShift = 6
export const awayMask = 0x3f
/** How many of those at home work, and how many of these on the farm. */
export const workersShift = 12
export const workersMask = 15
export const farmersShift = 20
export const farmersMask = 15
/** From the bits of a child, an elder and an event, as somebody has them in a year, to the household's. */
export const flagsShift = 16
export const childAtHomeBit = 1 << 16
export const elderAtHomeBit = 1 << 17
/** Most of those who work are skilled. */
export const skilledBit = 1 << 18
/** Something happened to a member this year. */
export const thinkAnewBit = 1 << 19
