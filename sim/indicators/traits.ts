/** What is told by somebody's age, sex, schooling, activity and kind of registration, the lowest bits of the word, in one look. */
import { constant } from '../memory.ts'
import * as schoolAge from '../codes/school-age.ts'
import { activityShift, ageMask, educationShift, villagerBit } from '../codes/person-word.ts'
import { activity, education } from '../world.ts'
import * as at from '../codes/positions.ts'
import {
  boardsShift, mask, minorShift, oldFrom, originShift, workingFrom, worksShift, youngUntil,
} from '../codes/trait-bits.ts'

/** By the lowest bits of the word. */
export const traits = constant(Uint16Array.from({ length: mask + 1 }, (_, word) => {
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
}))

function workOf(does: number): number {
  if (does === activity.farm) return at.farms
  if (does === activity.offFarm) return at.worksOffFarm
  return does === activity.unemployed ? at.isUnemployed : 0
}

function stageOf(age: number, level: number): number {
  if (age < 15) return at.childStage
  if (age >= 65) return at.from65Stage
  if (age >= 60) return at.from60Stage
  if (age < 20 || age > 24) return at.middleStage
  return level === education.college ? at.cohortCollegeStage : level === education.senior ? at.cohortSeniorStage : at.cohortStage
}
