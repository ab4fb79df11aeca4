/**
 * What each person does this year, on the farm, off it or looking for work, and what cash is due: told first as jobs were the year before, and settled when
 * the year's markets have balanced jobs and those who look for them.
 */
import { constant } from '../memory.ts'
import { activityShift, ageMask, aliveBit, female, sexShift, villagerBit } from '../codes/person-word.ts'
import { belowShare, certain, type Chance } from '../random.ts'
import { scratchIn, scratchZerosIn, sharedIn } from '../scratch.ts'
import { activity, type Places, type World } from '../world.ts'
import {
  childBit, childFrom, childUntil, countWidth, coveredShift, elderBit, elderFrom, kindsOfPay, otherwiseShift, pupilBit, supportDue, uncoveredShift, workedShift, workersFrom,
} from '../codes/doing-word.ts'
import { offFarm, otherwise, retirement, wordOf, worksBelow } from './who-works.ts'

/** Kinds of cash that is due. */
export const due = { nothing: 0, ruralPension: 1, urbanPension: 2, support: supportDue } as const
/** Cash for children ends at this age. */
const supportEnds = 16

/** By traits: the bits that these tell; what somebody is who does not work; and the cash due without a worker's pension, and with one. */
const known = constant(Int32Array.from({ length: 1 << 13 }, (_, its) => {
  const word = wordOf(its)
  const before = (word >>> activityShift) & 7
  // The dead stay as they are, and get nothing.
  if ((word & aliveBit) === 0) return before << otherwiseShift
  const age = word & ageMask
  const villager = (word & villagerBit) !== 0
  const retired = age >= retirement[((word >>> sexShift) & 1) === female ? 1 : 0]
  const uncovered = age < supportEnds ? due.support : villager && age >= 60 ? due.ruralPension : due.nothing
  return (age >= childFrom && age <= childUntil ? childBit : age >= elderFrom ? elderBit : 0) | (otherwise[its] === activity.pupil ? pupilBit : 0)
    | (before === activity.offFarm ? 1 << workedShift : 0)
    | (otherwise[its] << otherwiseShift) | (uncovered << uncoveredShift) | ((!villager && retired ? due.urbanPension : uncovered) << coveredShift)
}))

const scratch = {
  does: sharedIn(0, Int32Array), counts: scratchZerosIn(Int32Array), list: sharedIn(1, Int32Array), found: scratchIn(Int32Array),
  employedBelow: scratchIn(Int32Array), paid: scratchZerosIn(Int32Array), before: sharedIn(2, Uint32Array),
}

export interface Doing {
  /** By person. */
  does: Int32Array
  /** By place, see `countWidth`. */
  counts: Int32Array
  /** Who looks for work in towns and cities. */
  seekers: Int32Array
  /** Who works in the village of their registration. */
  villagers: Int32Array
}

/**
 * Who works or looks for work, counted by place and skill, villagers on and off the farm. It takes jobs off the farm to be those of the year before, and all
 * who look for work in towns and cities to have it, and writes people's activities. What it gives holds until the step of work ends.
 * @param elapsed years since the first
 */
export function lookForWork(world: World, elapsed: number, pensionCoverage: number): Doing {
  const { memory, people, places } = world
  const does = scratch.does(memory, people.count)
  const counts = scratch.counts(memory, places.count * countWidth)
  // One list, filled from both ends.
  const list = scratch.list(memory, people.count)
  const found = scratch.found(memory, 2)
  const coveredBelow = Math.ceil(belowShare(pensionCoverage))
  memory.loops.look(people, places.villages, offFarm(world, elapsed), coveredBelow, known, worksBelow, does, counts, list, found)
  countWorkers(places, counts)
  return { does, counts, seekers: list.subarray(0, found[0]), villagers: list.subarray(found[1]) }
}

/** The count of workers alone: people's activities stay as they are. @param elapsed years since the first */
export function countLabour(world: World, elapsed: number): void {
  const { word, count } = world.people
  const before = scratch.before(world.memory, count)
  before.set(word.subarray(0, count))
  lookForWork(world, elapsed, 0)
  word.set(before)
}

/**
 * Settles who works where, when the year's markets are known.
 * @param elapsed years since the first
 * @returns how many work in each town and city, by place and kind of pay
 */
export function findWork(world: World, elapsed: number, { does, counts, villagers, seekers }: Doing, chance: Chance): Int32Array {
  const { memory, people, places } = world
  memory.loops.changeWork(people, does, counts, villagers, villagers.length, offFarm(world, elapsed))
  const employedBelow = scratch.employedBelow(memory, places.employment.length)
  for (let at = 0; at < employedBelow.length; at++) employedBelow[at] = Math.ceil(certain * places.employment[at])
  const paid = scratch.paid(memory, places.count * kindsOfPay)
  memory.loops.loseWork(people, does, counts, paid, seekers, seekers.length, employedBelow, chance)
  return paid
}

function countWorkers({ count, villages, labour, farmWorkers, offFarmWorkers }: Places, counts: Int32Array): void {
  for (let j = 0; j < count; j++) {
    const at = j * countWidth + workersFrom
    labour[j * 2] = counts[at] + counts[at + 1]
    labour[j * 2 + 1] = counts[at + 2] + counts[at + 3]
    farmWorkers[j] = counts[at] + counts[at + 2]
    // In towns and cities all work is off the farm.
    offFarmWorkers[j] = j < villages ? counts[at + 1] + counts[at + 3] : 0
  }
}
