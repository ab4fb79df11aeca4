/** What each person does, and how many of each place work: see sim/processes/who-does-what.ts. */
import { activityShift, ageMask, educationShift, eventBit, farm, offFarm, unemployed, villagerBit, villagerShift } from '../codes/person-word.ts'
import {
  countWidth, coveredShift, dueShift, employedBit, farmShift, happenedBit, migrantShift, migrantsFrom, offFarmClasses,
  offFarmShift, otherwiseShift, payShift, placeShift, skilledShift, toldByTraits, uncoveredShift, workedShift, workersFrom,
} from '../codes/doing-word.ts'
import { draw } from './random.ts'

const activityBits = 7 << activityShift
/** The upper bit of education, in a person's word. */
const skilledInWordShift = educationShift + 1
/** From the bit of an event in a person's word. */
const eventToHappened = 12

/** Who works off the farm: see `OffFarm`. */
@unmanaged
export class OffFarmOf {
  below!: Int32s
  classOf!: Uint8s
}

/** Age, sex, activity, being alive and registration in 13 bits of a person's word. */
function traits(word: i32): i32 {
  return (word & 0xff) | ((word >>> 2) & 0x1f00)
}

/** Where in `below` the threshold of somebody stands. */
function offFarmAt(classOf: Uint8s, place: i32, word: i32): i32 {
  return place * offFarmClasses + classOf[word & ageMask]
}

/**
 * Everybody in the order of memory, which takes a third of the time that it takes household by household, and without branches.
 * @param list filled from both ends: who looks for work in towns and cities, and who works in the village of registration
 * @param found how many look for work, and where villagers begin
 */
export function look(
  people: People, villages: i32, offFarm: OffFarmOf, coveredBelow: i32, known: Int32s, worksBelow: Int32s, does: Int32s, counts: Int32s, list: Int32s, found: Int32s,
): void {
  const word = people.word
  const place = people.place
  const registered = people.registered
  const idLow = people.idLow
  const idHigh = people.idHigh
  const below = offFarm.below
  const classOf = offFarm.classOf
  const number = people.count
  let seekers = 0
  let villagers = number
  for (let i = 0; i < number; i++) {
    const before = word[i]
    const j = place[i]
    const its = traits(before)
    const told = known[its]
    const skilled = (before >>> skilledInWordShift) & 1
    const works = i32(idLow[i] < worksBelow[its])
    // Who came from elsewhere came for work off the farm.
    const incomer = i32(registered[i] !== j)
    const off = works & (i32(idHigh[i] < below[offFarmAt(classOf, j, before)]) | incomer)
    const migrant = off & (before >>> villagerShift) & i32(registered[i] < villages)
    const itsDue = (told >>> (uncoveredShift + (coveredShift - uncoveredShift) * i32(idHigh[i] < coveredBelow))) & 3
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
    const inVillage = i32(j < villages)
    seekers += works & (inVillage ^ 1)
    villagers -= works & inVillage & (incomer ^ 1)
  }
  found[0] = seekers
  found[1] = villagers
}

/** Villagers go to work off the farm, or back, as there are more such jobs than the year before, or fewer. */
export function changeWork(people: People, does: Int32s, counts: Int32s, villagers: Int32s, number: i32, offFarmNow: OffFarmOf): void {
  const word = people.word
  const idHigh = people.idHigh
  const below = offFarmNow.below
  const classOf = offFarmNow.classOf
  for (let n = 0; n < number; n++) {
    const i = villagers[n]
    const its = does[i]
    const now = word[i]
    const off = i32(idHigh[i] < below[offFarmAt(classOf, its >>> placeShift, now)])
    if (off === ((its >>> offFarmShift) & 1)) continue
    const migrant = off & (now >>> villagerShift)
    word[i] = (now & ~activityBits) | ((off === 1 ? offFarm : farm) << activityShift)
    does[i] = asMigrant(its, counts, migrant) ^ ((1 << farmShift) | (1 << offFarmShift))
  }
}

/**
 * Those who look for work and find none: to lose it is an event.
 * @param paid counts those who find it by place and kind of pay
 */
export function loseWork(
  people: People, does: Int32s, counts: Int32s, paid: Int32s, seekers: Int32s, number: i32, employedBelow: Int32s, chance: Chance,
): void {
  const word = people.word
  const idLow = people.idLow
  const idHigh = people.idHigh
  const k0 = chance.k0
  const k1 = chance.k1
  for (let n = 0; n < number; n++) {
    const i = seekers[n]
    const its = does[i]
    if (draw(k0, k1, idLow[i], idHigh[i]) < employedBelow[its >>> skilledShift]) {
      paid[its >>> payShift]++
      continue
    }
    const worked = (its >>> workedShift) & 1
    word[i] = (word[i] & ~activityBits) | (unemployed << activityShift) | (worked * eventBit)
    does[i] = (asMigrant(its, counts, 0) & ~employedBit) | (worked * happenedBit)
  }
}

/** What somebody does, as a migrant (1) or not (0), and counted so. */
function asMigrant(its: i32, counts: Int32s, migrant: i32): i32 {
  const at = (its >>> placeShift) * countWidth + ((its >>> dueShift) & 3)
  counts[at + ((its >>> migrantShift) & 1) * migrantsFrom]--
  counts[at + migrant * migrantsFrom]++
  return (its & ~(1 << migrantShift)) | (migrant << migrantShift)
}
