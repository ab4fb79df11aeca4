/** What follows from somebody's age, sex, schooling, activity and kind of registration, the lowest bits of the word, and by where it is registered, in one look. */
import { constant } from '../memory.ts'
import { activityShift, ageMask, aliveBit, educationShift, villagerBit } from '../codes/person-word.ts'
import { activity, education } from '../world.ts'
import * as at from '../codes/positions.ts'
import {
  awayShift, fromVillageShift, mask, minorShift, oldFrom, originShift, outsideShift, told, workingFrom, youngUntil,
} from '../codes/trait-bits.ts'

/** By the bits of trait-bits.ts; nothing of the dead. */
export const traits = constant(Uint16Array.from({ length: told }, (_, its) => {
  const word = its & mask
  if ((word & aliveBit) === 0) return 0
  const fromVillage = ((its >>> fromVillageShift) & 1) === 1
  const outside = ((its >>> outsideShift) & 1) === 1
  const age = word & ageMask
  const does = (word >>> activityShift) & 7
  const villager = (word & villagerBit) !== 0
  const works = villager && (does === activity.offFarm || (outside && does === activity.unemployed))
  const resident = workOf(does) | (villager ? at.isVillager : 0) | (fromVillage ? 0 : at.isRegisteredInTown)
    | (stageOf(age, (word >>> educationShift) & 3) << at.stageShift)
  const kind = !villager ? at.isNoVillager : age >= oldFrom ? at.isOld : age >= workingFrom && age < youngUntil ? at.isYoung : 0
  const flag = (yes: boolean, shift: number) => (yes ? 1 << shift : 0)
  const origin = kind | (outside ? at.livesOutside : 0) | (works ? at.works : 0)
  return resident | (origin << originShift)
    | flag(works && outside && fromVillage, awayShift)
    | flag(age < 18, minorShift)
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
