/** A person's packed word. Files of this folder hold numbers alone, because compiled loops read them as well as all others do. */

/** Its bits: age, sex, education, activity, being alive, registration, event, children born, years away. */
export const ageMask = 0x7f
export const sexShift = 7
export const educationShift = 8
export const activityShift = 10
export const aliveShift = 13
export const aliveBit = 1 << aliveShift
/** Age, sex, education, activity and being alive: by which tables over people are looked up, in place of branches, which processors would guess wrong. */
export const lowBits = (1 << (aliveShift + 1)) - 1
/** Registered as a villager (agricultural hukou). */
export const villagerShift = 14
export const villagerBit = 1 << villagerShift
/** Something happened this year that makes the household think anew. */
export const eventBit = 1 << 15
export const childrenShift = 16
export const yearsAwayShift = 20
export const yearsAwayMask = 0x3f

export const male = 0
export const female = 1
export const oldestAge = 110

/** The level of schooling reached or, at senior secondary school and college, gone to. */
export const primary = 0
export const junior = 1
export const senior = 2
export const college = 3

/** What somebody does. */
export const infant = 0
export const pupil = 1
export const farm = 2
export const offFarm = 3
export const unemployed = 4
export const retired = 5
export const atHome = 6
