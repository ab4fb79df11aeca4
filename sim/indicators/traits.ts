/** What is told by somebody's age, sex, schooling, activity and kind of registration, the lowest bits of the word, in one look. Numbers as in positions.ts. */
import * as schoolAge from '../school-age.ts'
import { activityShift, ageMask, educationShift, villagerBit } from '../person-word.ts'
import { activity, education } from '../world.ts'
import * as at from './positions.ts'

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

/** By the lowest bits of the word. */
export const traits = Uint16Array.from({ length: mask + 1 }, (_, word) => {
  const age = word & ageMask
  const does = (word >>> activityShift) & 7
  const villager = (word & villagerBit) !== 0
  const resident = workOf(does) | (villager ? at.isVillager : 0) | (stageOf(age, (word >>> educationShift) & 3) << at.stageShift)
  const origin = !villager ? at.isNoVillager : age >= oldFrom ? at.isOld : age >= workingFrom && age < youngUntil ? at.isYoung : 0
  const flag = (yes: boolean, shift: number) => (yes ? 1 << shift : 0)
  return resident | (origin << originShift)
    | flag(villager && does === activity.offFarm, worksShift)
    | flag(villager && (does === activity.offFarm || does === activity.unemployed), worksShift + 1)
    | flag(age < 18, minorShift)
    | flag(does === activity.pupil && age >= schoolAge.juniorEnd, boardsShift)
})

function workOf(does: number): number {
  if (does === activity.farm) return at.farms
  if (does === activity.offFarm) return at.worksOffFarm
  return does === activity.unemployed ? at.isUnemployed : 0
}

function stageOf(age: number, level: number): number {
  if (age < 15) return at.stage.child
  if (age >= 65) return at.stage.from65
  if (age >= 60) return at.stage.from60
  if (age < 20 || age > 24) return at.stage.middle
  return level === education.college ? at.stage.cohortCollege : level === education.senior ? at.stage.cohortSenior : at.stage.cohort
}
