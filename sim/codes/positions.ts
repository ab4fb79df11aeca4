/** Where the counts of people and households stand, and the bits that say which of them somebody belongs to. */

/** Position in the row of a group of places: residents by `does` and the bits after it, minors by `leftByMother` …, the old in villages by `childrenHere` …. */
export const residents = 0
export const minors = 112
export const elders = 128
export const eldersWithoutAdult = 136
export const households = 137
export const householdMembers = 138
/** Households of villages that somebody keeps, and those of them without anybody of working age. */
export const villageHouseholds = 139
export const withoutAdult = 140
/** Villagers by registration, in the villages where they are registered, by `works` …; of those who work: the sum of their ages, and who left for where and how. */
export const origins = 141
export const workersAge = 157
export const workersInProvince = 158
export const workersWhole = 159
export const rowWidth = 160

/** Of residents: what they do; villager by registration; registered in a town or city; stage of life. */
export const does = 3
export const farms = 1
export const worksOffFarm = 2
export const isUnemployed = 3
export const isVillager = 4
export const isRegisteredInTown = 8
export const stageShift = 4
export const residentBits = 127
/** Children up to 14; all others; those of 20 to 24 by schooling; those of 60 to 64, and older. */
export const childStage = 0
export const middleStage = 1
export const cohortStage = 2
export const cohortSeniorStage = 3
export const cohortCollegeStage = 4
export const from60Stage = 5
export const from65Stage = 6
export const stages = 7

/** Of minors, bit by bit: mother or father lives elsewhere; under 16; registered elsewhere. */
export const leftByMother = 1
export const leftByFather = 2
export const leftByBoth = 3
export const isUnder16 = 4
export const isMigrant = 8
export const minorKinds = 16

/** Of the old: children in the village itself; in its town or a neighbour; further away. Each is twice the one before: see `tell`. */
export const childrenHere = 1
export const childrenNear = 2
export const childrenAway = 4
export const elderKinds = 8

/** Of villagers by registration: works off the farm, or lives elsewhere and looks for such work; lives elsewhere; is 16 to 34; is 60 or older. Others have both. */
export const works = 1
export const livesOutside = 2
export const isYoung = 4
export const isOld = 8
export const isNoVillager = 12
export const originKinds = 12
