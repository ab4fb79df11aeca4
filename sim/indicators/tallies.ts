/** Counts people and households by place, in simulated ones: one walk over people, a short one over the old, one over households. */
import { inBlocks } from '../processes/process.ts'
import { schoolAge } from '../school-age.ts'
import { scratch, scratchZeros } from '../scratch.ts'
import {
  activity, activityShift, ageMask, aliveBit, education, educationShift, oldestAge, sexShift, villagerBit, type World,
} from '../world.ts'

export const ages = oldestAge + 1
export const ageGroups = 18
/** Sexes × age groups. */
export const cells = 2 * ageGroups

/** Working age, and the young who leave. */
const workingFrom = 16
const youngUntil = 35
const oldFrom = 60
const [child, young, middleAged, old] = [0, 1, 2, 3]

/** Position of each count in the row of the place where people live. */
export const tally = {
  /** Residents: `[sex * 18 + ageGroup]`. */
  ageSex: 0,
  /** Residents by activity, and after eight those of them who are registered as villagers. */
  activity: cells,
  minors: cells + 16, minorsMigrant: cells + 17, leftByFather: cells + 18, leftByMother: cells + 19, leftByBoth: cells + 20,
  under16: cells + 21, under16LeftByBoth: cells + 22,
  cohort: cells + 23, cohortSenior: cells + 24, cohortCollege: cells + 25,
  eldersWithChildren: cells + 26, eldersLeft: cells + 27, eldersLeftFromVillage: cells + 28, eldersLeftByAny: cells + 29, eldersWithoutAdult: cells + 30,
  households: cells + 31, householdMembers: cells + 32, houses: cells + 33, emptyHouses: cells + 34,
  villageHouseholds: cells + 35, withoutAdult: cells + 36,
  /** Villagers by the old kind of registration who are registered in a town or city. */
  townVillagers: cells + 37,
} as const
export const tallyWidth = cells + 38

/** Position of each count in the row of the village where villagers by registration are registered. */
export const origin = {
  /** Those who live there, and those who live elsewhere. */
  young: 0, youngAway: 1, old: 2, oldAway: 3,
  /** Who works off the farm from home; who works or looks for work elsewhere; the sum of the ages of both. */
  localWorkers: 4, outWorkers: 5, migrantAge: 6,
  /** Workers away: in the town or city of their villages, or another of its villages; in the province; with their whole household. */
  sameCounty: 7, inProvince: 8, whole: 9,
} as const
export const originWidth = 10

export interface Tallies {
  /** `[place * tallyWidth + position]` */
  counts: Int32Array
  /** `[village * originWidth + position]` */
  origins: Int32Array
  /** Residents by single year: `[(province * tiers + tier) * ages + age]`; those who live in given places come last. */
  byAge: Int32Array
  /** Contracted land of the households of a village, mu. */
  landHeld: Float64Array
  /** Workers from a village in a town or city of its prefecture, where those stand for several counties: see `pairOwn` of places. */
  pairs: Int32Array
}

/** What walks over people leave for those that follow. */
interface Notes {
  /** Who keeps house in a village, by household: see `home`. */
  keepers: Uint8Array
  /** Place of the old in villages, plus one, and 0 for others; stands one further than the person, so that nobody has 0 too. */
  elders: Uint16Array
  /** Who they are, and how many. */
  oldVillagers: Int32Array
  number: number
  /** What the old in villages have of grown children: see `kin`. */
  grownChildren: Uint8Array
}

/** Who keeps house: anybody; somebody of working age. */
const home = { anybody: 1, adult: 2 } as const
/** Grown children: any; one in the village, its town or a neighbour; one in the village itself; one further away. */
const kin = { any: 1, near: 2, here: 4, away: 8 } as const

/** Of the low byte of a word, sex and age: the cell. By age: the class, and what a keeper adds. */
const cellOf = Uint8Array.from({ length: 1 << (sexShift + 1) }, (_, low) =>
  (low >>> sexShift) * ageGroups + Math.min(ageGroups - 1, Math.floor((low & ageMask) / 5)))
const ageClassOf = Uint8Array.from({ length: ageMask + 1 }, (_, age) => (age < workingFrom ? child : age < youngUntil ? young : age < oldFrom ? middleAged : old))
const keeperOf = ageClassOf.map((ageClass) => (ageClass === young || ageClass === middleAged ? home.anybody | home.adult : home.anybody))

const memory = {
  counts: scratchZeros(Int32Array), origins: scratchZeros(Int32Array), byAge: scratchZeros(Int32Array), landHeld: scratchZeros(Float64Array), pairs: scratchZeros(Int32Array),
  keepers: scratchZeros(Uint8Array), elders: scratchZeros(Uint16Array), oldVillagers: scratch(Int32Array), grownChildren: scratchZeros(Uint8Array),
}

/** @returns counts that hold until the next are asked for */
export function tallyUp(world: World, provinces: number, tiers: number): Tallies {
  const { people, households, places } = world
  const tallies: Tallies = {
    counts: memory.counts(places.count * tallyWidth), origins: memory.origins(places.villages * originWidth),
    byAge: memory.byAge((provinces * tiers + 1) * ages), landHeld: memory.landHeld(places.villages),
    pairs: memory.pairs(places.pairOwn.length),
  }
  const notes: Notes = {
    keepers: memory.keepers(households.count), elders: memory.elders(people.count + 1),
    oldVillagers: memory.oldVillagers(people.count), number: 0, grownChildren: memory.grownChildren(people.count),
  }
  findElders(world, notes)
  const ageRow = new Int32Array(places.count)
  for (let j = 0; j < places.count; j++) {
    ageRow[j] = (places.given[j] >= 0 ? provinces * tiers : places.province[j] * tiers + places.tier[j]) * ages
  }
  countPeople(world, tallies, notes, ageRow)
  countElders(world, tallies, notes)
  countHouseholds(world, tallies, notes)
  return tallies
}

function findElders({ people, places }: World, notes: Notes): void {
  inBlocks(people.count, (start, end) => {
    const { word, place } = people
    const { villages } = places
    const { elders, oldVillagers } = notes
    let { number } = notes
    for (let i = start; i < end; i++) {
      if ((word[i] & ageMask) < oldFrom || (word[i] & aliveBit) === 0 || place[i] >= villages) continue
      elders[i + 1] = place[i] + 1
      oldVillagers[number++] = i
    }
    notes.number = number
  })
}

/** Of villagers by registration, what stands before their activity. */
const villager = villagerBit >>> (activityShift + 1)

function countPeople({ people, households, places }: World, tallies: Tallies, notes: Notes, ageRow: Int32Array): void {
  inBlocks(people.count, (start, end) => {
    const { word, place, registered, mother, father, household } = people
    const { home: homeOf, origin: originOf, land } = households
    const { villages, town, province, prefecture, pairStart, urbanRank } = places
    const { counts, origins, byAge, pairs } = tallies
    const joined = pairs.length > 0
    const { keepers, elders, grownChildren } = notes
    const rowOf = ageRow
    const [cell, ageClass, keeper] = [cellOf, ageClassOf, keeperOf]
    for (let i = start; i < end; i++) {
      const now = word[i]
      if ((now & aliveBit) === 0) continue
      const j = place[i]
      const at = j * tallyWidth
      const age = now & ageMask
      const does = (now >>> activityShift) & 7
      counts[at + cell[now & 0xff]]++
      counts[at + tally.activity + (does | ((now >>> (activityShift + 1)) & villager))]++
      byAge[rowOf[j] + age]++
      // Who lives at school is of its family's budget, but of no family household.
      if (does === activity.pupil && age >= schoolAge.juniorEnd) {
        const itsHome = homeOf[household[i]]
        if (itsHome !== j) counts[itsHome * tallyWidth + tally.householdMembers]--
      }
      if (j < villages) {
        const h = household[i]
        if (homeOf[h] === j) keepers[h] |= keeper[age]
      }
      if (age < 18) {
        counts[at + tally.minors]++
        if (age < 16) counts[at + tally.under16]++
        if (registered[i] !== j) counts[at + tally.minorsMigrant]++
        const itsMother = mother[i]
        const itsFather = father[i]
        const byMother = itsMother >= 0 && place[itsMother] !== j && (word[itsMother] & aliveBit) !== 0
        const byFather = itsFather >= 0 && place[itsFather] !== j && (word[itsFather] & aliveBit) !== 0
        if (byMother) counts[at + tally.leftByMother]++
        if (byFather) {
          counts[at + tally.leftByFather]++
          if (byMother) {
            counts[at + tally.leftByBoth]++
            if (age < 16) counts[at + tally.under16LeftByBoth]++
          }
        }
      } else {
        const mothers = elders[mother[i] + 1] - 1
        if (mothers >= 0) {
          grownChildren[mother[i]] |= town[mothers] !== town[j] ? kin.any | kin.away : mothers === j ? kin.any | kin.near | kin.here : kin.any | kin.near
        }
        const fathers = elders[father[i] + 1] - 1
        if (fathers >= 0) {
          grownChildren[father[i]] |= town[fathers] !== town[j] ? kin.any | kin.away : fathers === j ? kin.any | kin.near | kin.here : kin.any | kin.near
        }
        if (age >= 20 && age < 25) {
          const level = (now >>> educationShift) & 3
          counts[at + tally.cohort]++
          if (level >= education.senior) counts[at + tally.cohortSenior]++
          if (level === education.college) counts[at + tally.cohortCollege]++
        }
      }
      const from = registered[i]
      if ((now & villagerBit) === 0) continue
      if (from >= villages) {
        counts[at + tally.townVillagers]++
        continue
      }
      const row = from * originWidth
      const outside = from === j ? 0 : 1
      const itsClass = ageClass[age]
      if (itsClass === young) origins[row + origin.young + outside]++
      else if (itsClass === old) origins[row + origin.old + outside]++
      if (does !== activity.offFarm && (does !== activity.unemployed || outside === 0)) continue
      origins[row + origin.localWorkers + outside]++
      origins[row + origin.migrantAge] += age
      if (outside === 0) continue
      if (province[from] === province[j]) {
        origins[row + origin.inProvince]++
        if (joined && j >= villages && prefecture[from] === prefecture[j]) pairs[pairStart[from] + urbanRank[j]]++
        else if (town[from] === town[j]) origins[row + origin.sameCounty]++
      }
      const h = household[i]
      // Households that split off from one that stays hold no land.
      if (homeOf[h] === j && originOf[h] !== j && land[h] > 0) origins[row + origin.whole]++
    }
  })
}

/** The old in villages, when all their children are known. */
function countElders({ people, households }: World, { counts }: Tallies, { keepers, oldVillagers, number, grownChildren }: Notes): void {
  inBlocks(number, (start, end) => {
    const { household, place } = people
    const { home: homeOf } = households
    for (let n = start; n < end; n++) {
      const i = oldVillagers[n]
      const j = place[i]
      const at = j * tallyWidth
      const its = grownChildren[i]
      if (its !== 0) {
        counts[at + tally.eldersWithChildren]++
        if ((its & kin.near) === 0) counts[at + tally.eldersLeft]++
        if ((its & kin.here) === 0) counts[at + tally.eldersLeftFromVillage]++
        if ((its & kin.away) !== 0) counts[at + tally.eldersLeftByAny]++
      }
      const h = household[i]
      if (homeOf[h] !== j || (keepers[h] & home.adult) === 0) counts[at + tally.eldersWithoutAdult]++
    }
  })
}

function countHouseholds({ households, places }: World, { counts, landHeld }: Tallies, { keepers }: Notes): void {
  inBlocks(households.count, (start, end) => {
    const { first, home: homeOf, origin: originOf, word, land } = households
    const { villages } = places
    for (let h = start; h < end; h++) {
      if (first[h] < 0) continue
      const members = word[h] & 0x3f
      const itsHome = homeOf[h] * tallyWidth
      if (members > 0) {
        counts[itsHome + tally.households]++
        counts[itsHome + tally.householdMembers] += members
      }
      if (keepers[h] !== 0) {
        counts[itsHome + tally.villageHouseholds]++
        if ((keepers[h] & home.adult) === 0) counts[itsHome + tally.withoutAdult]++
      }
      const from = originOf[h]
      if (from >= villages) continue
      counts[from * tallyWidth + tally.houses]++
      if (homeOf[h] !== from || members === 0) counts[from * tallyWidth + tally.emptyHouses]++
      landHeld[from] += land[h]
    }
  })
}
