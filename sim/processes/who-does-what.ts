/**
 * What each person does this year, on the farm, off it or looking for work, and what cash is due: told first as jobs were the year before, and settled when
 * the year's markets have balanced jobs and those who look for them.
 */
import { belowShare, certain, draw, type Chance } from '../random.ts'
import { scratch, scratchZeros } from '../scratch.ts'
import {
  activity, activityShift, ageMask, aliveBit, educationShift, eventBit, female, sexShift, villagerBit, villagerShift, type People, type Places, type World,
} from '../world.ts'
import { inBlocks } from '../blocks.ts'
import {
  less, offFarm, offFarmAt, otherwise, retirement, traits, wordOf, worksBelow,
} from './who-works.ts'

// Bits of what somebody does. Each is a constant of its own, because compiled code has to look up what stands in an object.
/** Of 3–15 years, and of 60 or older. */
export const childBit = 1 << 0
export const elderBit = 1 << 1
/** Registered in a village, with work off the farm. */
export const migrantShift = 2
/** Something happened this year that makes the household think anew. */
export const happenedBit = 1 << 3
export const pupilBit = 1 << 4
/** Works on the farm. */
export const farmShift = 5
/** Works off the farm or, in towns and cities, looks for work. */
export const offFarmShift = 6
/** What cash is due, two bits. */
export const dueShift = 7
/** Worked off the farm last year. */
const workedShift = 9
/**
 * From here on a number of eight per place, for its kinds of pay: with work (1) or without (0), registered as a villager or not (2), skilled or not (4).
 * The bit of a villager stands where it does in a person's word.
 */
export const payShift = 13
const employedBit = 1 << payShift
export const skilledShift = 15
/** The place where somebody lives. */
export const placeShift = 16

/** Kinds of cash that is due. */
export const due = { nothing: 0, ruralPension: 1, urbanPension: 2, support: 3 } as const
export const kindsDue = 4
/** Cash for children ends at this age. */
const supportEnds = 16

const otherwiseShift = 16
const uncoveredShift = 20
const coveredShift = 22
const toldByTraits = childBit | elderBit | pupilBit | (1 << workedShift)

/** By traits: the bits that these tell; what somebody is who does not work; and the cash due without a worker's pension, and with one. */
const known = Int32Array.from({ length: 1 << 13 }, (_, its) => {
  const word = wordOf(its)
  const before = (word >>> activityShift) & 7
  // The dead stay as they are, and get nothing.
  if ((word & aliveBit) === 0) return before << otherwiseShift
  const age = word & ageMask
  const villager = (word & villagerBit) !== 0
  const retired = age >= retirement[((word >>> sexShift) & 1) === female ? 1 : 0]
  const uncovered = age < supportEnds ? due.support : villager && age >= 60 ? due.ruralPension : due.nothing
  return (age >= 3 && age <= 15 ? childBit : age >= 60 ? elderBit : 0) | (otherwise[its] === activity.pupil ? pupilBit : 0)
    | (before === activity.offFarm ? 1 << workedShift : 0)
    | (otherwise[its] << otherwiseShift) | (uncovered << uncoveredShift) | ((!villager && retired ? due.urbanPension : uncovered) << coveredShift)
})

const memory = {
  does: scratch(Int32Array), counts: scratchZeros(Int32Array), list: scratch(Int32Array), employedBelow: scratch(Int32Array),
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
 * Counts by place: people by cash due; the same, of those registered in villages with work off the farm; then workers, by skill, on (0) and off (1) the farm.
 */
export const migrantsFrom = kindsDue
const workersFrom = 2 * kindsDue
export const countWidth = 12

/**
 * Who works or looks for work, counted by place and skill, villagers on and off the farm. It takes jobs off the farm to be those of the year before, and all
 * who look for work in towns and cities to have it, and writes people's activities. What it gives holds until it is asked for again.
 * @param elapsed years since the first
 */
export function lookForWork({ people, places }: World, elapsed: number, pensionCoverage: number): Doing {
  const { below, classOf } = offFarm(places, elapsed)
  const does = memory.does(people.count)
  const counts = memory.counts(places.count * countWidth)
  // One list, filled from both ends.
  const list = memory.list(people.count)
  let seekers = 0
  let villagers = people.count
  const coveredBelow = Math.ceil(belowShare(pensionCoverage))
  inBlocks(people.count, (start, end) => {
    const more = look(people, places.villages, below, classOf, coveredBelow, does, counts, list, seekers, villagers, start, end)
    seekers += more & 0xffff
    villagers -= more >>> 16
  })
  countWorkers(places, counts)
  return { does, counts, seekers: list.subarray(0, seekers), villagers: list.subarray(villagers) }
}

/** The count of workers alone: people's activities stay as they are. @param elapsed years since the first */
export function countLabour(world: World, elapsed: number): void {
  const { word } = world.people
  const before = word.slice()
  lookForWork(world, elapsed, 0)
  word.set(before)
}

/** Settles who works where, when the year's markets are known. @param elapsed years since the first */
export function findWork({ people, places }: World, elapsed: number, doing: Doing, chance: Chance): void {
  const { below, classOf } = offFarm(places, elapsed)
  const { does, counts, villagers, seekers } = doing
  inBlocks(villagers.length, (start, end) => changeWork(people, does, counts, villagers, below, classOf, start, end))
  const employedBelow = memory.employedBelow(places.employment.length)
  for (let at = 0; at < employedBelow.length; at++) employedBelow[at] = Math.ceil(certain * places.employment[at])
  inBlocks(seekers.length, (start, end) => loseWork(people, does, counts, seekers, employedBelow, chance, start, end))
}

const activityBits = 7 << activityShift
const { farm, offFarm: offTheFarm, unemployed } = activity
/** The upper bit of education, in a person's word. */
const skilledInWordShift = educationShift + 1
/** From the bit of an event in a person's word. */
const eventToHappened = 12

/**
 * Everybody of a block, in the order of memory, which takes a third of the time that it takes household by household, and without branches, which processors
 * would guess wrong for people. Arrays are handed over one by one: compiled code that reads them from an object made anew each year may be thrown away with it.
 * @param firstSeeker where in the list seekers go
 * @param afterVillagers where in the list villagers go, from here down
 * @returns how many of both there are, in 16 bits each
 */
function look(
  { word, place, registered, idLow, idHigh }: People, villages: number, below: Int32Array, classOf: Uint8Array, coveredBelow: number,
  does: Int32Array, counts: Int32Array, list: Int32Array, firstSeeker: number, afterVillagers: number, start: number, end: number,
): number {
  let seekers = firstSeeker
  let villagers = afterVillagers
  for (let i = start; i < end; i++) {
    const before = word[i]
    const j = place[i]
    const its = traits(before)
    const told = known[its]
    const skilled = (before >>> skilledInWordShift) & 1
    const works = less(idLow[i], worksBelow[its])
    // Who came from elsewhere came for work off the farm.
    const stranger = less(0, registered[i] ^ j)
    const off = works & (less(idHigh[i], below[offFarmAt(classOf, j, before)]) | stranger)
    const migrant = off & (before >>> villagerShift) & less(registered[i], villages)
    const itsDue = (told >>> (uncoveredShift + (coveredShift - uncoveredShift) * less(idHigh[i], coveredBelow))) & 3
    // Work on the farm or, the next in number, off it; or else what the traits tell.
    const now = (-works & (farm + off)) | ((works - 1) & (told >>> otherwiseShift) & 7)
    word[i] = (before & ~activityBits) | (now << activityShift)
    does[i] = (j << placeShift) | (skilled << skilledShift) | (before & villagerBit) | employedBit | (told & toldByTraits)
      | ((before & eventBit) >>> eventToHappened) | (migrant << migrantShift) | ((works ^ off) << farmShift) | (off << offFarmShift) | (itsDue << dueShift)
    const at = j * countWidth
    counts[at + migrant * migrantsFrom + itsDue]++
    counts[at + workersFrom + skilled * 2 + off] += works
    // Everybody is written to both ends of the list, which move on by 1 for those who are meant.
    list[seekers] = i
    list[villagers - 1] = i
    const inVillage = less(j, villages)
    seekers += works & (inVillage ^ 1)
    villagers -= works & inVillage & (stranger ^ 1)
  }
  return (seekers - firstSeeker) | ((afterVillagers - villagers) << 16)
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

/** Villagers go to work off the farm, or back, as there are more such jobs than the year before, or fewer. */
function changeWork(
  { word, idHigh }: People, does: Int32Array, counts: Int32Array, villagers: Int32Array, below: Int32Array, classOf: Uint8Array, start: number, end: number,
): void {
  for (let n = start; n < end; n++) {
    const i = villagers[n]
    const its = does[i]
    const now = word[i]
    const off = less(idHigh[i], below[offFarmAt(classOf, its >>> placeShift, now)])
    if (off === ((its >>> offFarmShift) & 1)) continue
    const migrant = off & (now >>> villagerShift)
    word[i] = (now & ~activityBits) | ((off === 1 ? offTheFarm : farm) << activityShift)
    does[i] = asMigrant(its, counts, migrant) ^ ((1 << farmShift) | (1 << offFarmShift))
  }
}

/** Those who look for work and find none: to lose it is an event. */
function loseWork(
  { word, idLow, idHigh }: People, does: Int32Array, counts: Int32Array, seekers: Int32Array, employedBelow: Int32Array, chance: Chance, start: number,
  end: number,
): void {
  for (let n = start; n < end; n++) {
    const i = seekers[n]
    const its = does[i]
    if (draw(chance, idLow[i], idHigh[i]) < employedBelow[its >>> skilledShift]) continue
    const worked = (its >>> workedShift) & 1
    word[i] = (word[i] & ~activityBits) | (unemployed << activityShift) | (worked * eventBit)
    does[i] = (asMigrant(its, counts, 0) & ~employedBit) | (worked * happenedBit)
  }
}

/** What somebody does, as a migrant (1) or not (0), and counted so. */
function asMigrant(its: number, counts: Int32Array, migrant: number): number {
  const at = (its >>> placeShift) * countWidth + ((its >>> dueShift) & 3)
  counts[at + ((its >>> migrantShift) & 1) * migrantsFrom]--
  counts[at + migrant * migrantsFrom]++
  return (its & ~(1 << migrantShift)) | (migrant << migrantShift)
}
