/** Counts people and households in simulated ones: a walk over people, shorter ones over those whom a question concerns, one over households. */
import { block, inBlocks } from '../processes/process.ts'
import { less } from '../processes/who-works.ts'
import { scratch, scratchZeros } from '../scratch.ts'
import { ageMask, aliveBit, oldestAge, type Households, type People, type Places, type World } from '../world.ts'
import * as at from './positions.ts'
import * as trait from './traits.ts'

export const ages = oldestAge + 1

export interface Tallies {
  /** Group of a place: those of a prefecture and tier, or each place its own. */
  groupOf: Int32Array
  groups: number
  /** `[group * rowWidth + position]` */
  counts: Int32Array
  /** Residents by single year: `[((province * tiers + tier) * 2 + sex) * 128 + age]`; those who live in given places come last. */
  byAge: Int32Array
  /** Houses of a village, and those of them that are empty: `[village * 2]`; contracted land of its households, mu. */
  houses: Int32Array
  landHeld: Float64Array
  /** Workers from a village in its town or city, or another of its villages. */
  sameCounty: Int32Array
  /** Workers from a village in a town or city of its prefecture, where those stand for several counties: see `pairOwn` of places. */
  pairs: Int32Array
}

/** What walks over people leave for those that follow. */
interface Notes {
  /** What the lowest bits of the word tell: see traits.ts. */
  traits: Uint16Array
  /** Where the rows of a place's group and of its residents by age begin: `[place * 2]`, side by side. */
  rows: Int32Array
  /** Who keeps house, by household: see `anybody` of traits.ts. */
  keepers: Uint8Array
  /** Where the grown children of a person live: see `childrenHere`. */
  kinOf: Uint8Array
  /** The old in villages. */
  elders: List
  /** Of a block: villagers by registration who work elsewhere; who lives in a village; minors; the grown whose mother or father is known. */
  workers: List
  inVillages: List
  minors: List
  grown: List
}

/** The first `number` of `persons`. */
interface List {
  persons: Int32Array
  number: number
}

const memory = {
  groupOf: scratch(Int32Array), counts: scratchZeros(Int32Array), byAge: scratchZeros(Int32Array), houses: scratchZeros(Int32Array),
  landHeld: scratchZeros(Float64Array), sameCounty: scratchZeros(Int32Array), pairs: scratchZeros(Int32Array),
  rows: scratch(Int32Array), keepers: scratchZeros(Uint8Array), kinOf: scratchZeros(Uint8Array), elders: scratch(Int32Array),
  workers: scratch(Int32Array), inVillages: scratch(Int32Array), minors: scratch(Int32Array), grown: scratch(Int32Array),
}

/**
 * @param apart each place by itself; else those of a prefecture and tier together, whose few rows stay near the processor
 * @returns counts that hold until the next are asked for
 */
export function tallyUp(world: World, provinces: number, tiers: number, apart: boolean): Tallies {
  const { people, households, places } = world
  const groupOf = memory.groupOf(places.count)
  const groups = apart ? eachItsOwn(groupOf) : together(places, tiers, groupOf)
  const tallies: Tallies = {
    groupOf, groups, counts: memory.counts(groups * at.rowWidth), byAge: memory.byAge((provinces * tiers + 1) * trait.ageSexes),
    houses: memory.houses(places.villages * 2), landHeld: memory.landHeld(places.villages), sameCounty: memory.sameCounty(places.villages),
    pairs: memory.pairs(places.pairOwn.length),
  }
  const list = (persons: Int32Array) => ({ persons, number: 0 })
  const notes: Notes = {
    traits: trait.traits, rows: memory.rows(places.count * 2), keepers: memory.keepers(households.count), kinOf: memory.kinOf(people.count),
    elders: list(memory.elders(people.count)), workers: list(memory.workers(block)), inVillages: list(memory.inVillages(block)),
    minors: list(memory.minors(block)), grown: list(memory.grown(block)),
  }
  for (let j = 0; j < places.count; j++) {
    notes.rows[j * 2] = groupOf[j] * at.rowWidth
    notes.rows[j * 2 + 1] = (places.given[j] >= 0 ? provinces * tiers : places.province[j] * tiers + places.tier[j]) * trait.ageSexes
  }
  inBlocks(people.count, (start, end) => {
    countBlock(people, households, places.villages, tallies, notes, start, end)
    followWorkers(people, households, places, tallies, notes)
    lookIntoVillages(people, households, notes)
    findGrown(people, notes.grown, start, end)
    countMinors(people, tallies, notes)
    tellParents(people, places.town, notes)
  })
  inBlocks(notes.elders.number, (start, end) => countElders(people, households, tallies, notes, start, end))
  inBlocks(households.count, (start, end) => countHouseholds(households, places.villages, tallies, notes, start, end))
  return tallies
}

function eachItsOwn(groupOf: Int32Array): number {
  for (let j = 0; j < groupOf.length; j++) groupOf[j] = j
  return groupOf.length
}

/** Groups are numbered as they are met. */
function together({ prefecture, tier }: Places, tiers: number, groupOf: Int32Array): number {
  const met = new Map<number, number>()
  for (let j = 0; j < groupOf.length; j++) {
    const key = prefecture[j] * tiers + tier[j]
    let group = met.get(key)
    if (group === undefined) met.set(key, (group = met.size))
    groupOf[j] = group
  }
  return met.size
}

/** What everybody's word, place and place of registration tell, by sums in place of branches: processors would guess wrong for people. */
function countBlock(
  { word, place, registered, household }: People, { home: homeOf }: Households, villages: number, { counts, byAge }: Tallies,
  { traits, rows, workers, inVillages, minors }: Notes, start: number, end: number,
): void {
  const { persons: working } = workers
  const { persons: rural } = inVillages
  const { persons: young } = minors
  let atWork = 0
  let rurals = 0
  let youngs = 0
  for (let i = start; i < end; i++) {
    const now = word[i]
    if ((now & aliveBit) === 0) continue
    const j = place[i]
    const from = registered[i]
    const its = traits[now & 0x7fff]
    const fromVillage = less(from, villages)
    counts[rows[j * 2] + (its & at.residentBits) + (fromVillage ^ 1) * at.isRegisteredInTown]++
    byAge[rows[j * 2 + 1] + (now & trait.ageSexBits)]++
    const outside = less(0, from ^ j)
    const works = (its >>> (trait.worksShift + outside)) & 1
    const row = rows[from * 2]
    counts[row + at.origins + ((its >>> trait.originShift) & 12) + outside * at.livesOutside + works]++
    counts[row + at.workersAge] += now & ageMask & -works
    // Who lives at school is of its family's budget, but of no family household.
    if ((its >>> trait.boardsShift) !== 0) {
      const itsHome = homeOf[household[i]]
      if (itsHome !== j) counts[rows[itsHome * 2] + at.householdMembers]--
    }
    working[atWork] = i
    atWork += works & outside & fromVillage
    rural[rurals] = i
    rurals += less(j, villages)
    young[youngs] = i
    youngs += (its >>> trait.minorShift) & 1
  }
  workers.number = atWork
  inVillages.number = rurals
  minors.number = youngs
}

/** Where villagers by registration who work elsewhere have gone. */
function followWorkers(
  { place, registered, household }: People, { home: homeOf, origin: originOf, land }: Households,
  { villages, town, province, prefecture, pairStart, urbanRank }: Places, { counts, sameCounty, pairs }: Tallies, { rows, workers }: Notes,
): void {
  const { persons, number } = workers
  const joined = pairs.length > 0
  for (let n = 0; n < number; n++) {
    const i = persons[n]
    const j = place[i]
    const from = registered[i]
    if (province[from] === province[j]) {
      counts[rows[from * 2] + at.workersInProvince]++
      if (joined && j >= villages && prefecture[from] === prefecture[j]) pairs[pairStart[from] + urbanRank[j]]++
      else if (town[from] === town[j]) sameCounty[from]++
    }
    const h = household[i]
    // Households that split off from one that stays hold no land.
    if (homeOf[h] === j && originOf[h] !== j && land[h] > 0) counts[rows[from * 2] + at.workersWhole]++
  }
}

/** Who keeps house in villages, and the old there. */
function lookIntoVillages({ word, place, household }: People, { home: homeOf }: Households, { inVillages, keepers, elders }: Notes): void {
  const { persons, number } = inVillages
  const { persons: old } = elders
  let olds = elders.number
  for (let n = 0; n < number; n++) {
    const i = persons[n]
    const h = household[i]
    const age = word[i] & ageMask
    const isOld = less(trait.oldFrom - 1, age)
    const keeps = trait.anybody + trait.adult * (less(trait.workingFrom - 1, age) - isOld)
    keepers[h] |= keeps & (less(0, homeOf[h] ^ place[i]) - 1)
    old[olds] = i
    olds += isOld
  }
  elders.number = olds
}

/** The grown whose mother or father is known: the others are nobody's children. */
function findGrown({ word, mother, father }: People, grown: List, start: number, end: number): void {
  const { persons } = grown
  let number = 0
  for (let i = start; i < end; i++) {
    const now = word[i]
    persons[number] = i
    number += (now >>> trait.aliveShift) & less(17, now & ageMask) & less(-1, mother[i] & father[i])
  }
  grown.number = number
}

function countMinors({ word, place, registered, mother, father }: People, { counts }: Tallies, { rows, minors }: Notes): void {
  const { persons, number } = minors
  for (let n = 0; n < number; n++) {
    const i = persons[n]
    const j = place[i]
    const its = livesElsewhere(mother[i], j, word, place) * at.leftByMother + livesElsewhere(father[i], j, word, place) * at.leftByFather
      + less(word[i] & ageMask, 16) * at.isUnder16 + less(0, registered[i] ^ j) * at.isMigrant
    counts[rows[j * 2] + at.minors + its]++
  }
}

/** 1 if the parent is known, alive, and not in place `j`; else 0. */
function livesElsewhere(parent: number, j: number, word: Uint32Array, place: Uint16Array): number {
  const someone = parent & ~(parent >> 31)
  return less(-1, parent) & less(0, place[someone] ^ j) & (word[someone] >>> trait.aliveShift)
}

/** Lets parents know where their grown children live. */
function tellParents({ place, mother, father }: People, town: Int32Array, { grown, kinOf }: Notes): void {
  const { persons, number } = grown
  for (let n = 0; n < number; n++) {
    const i = persons[n]
    const j = place[i]
    tell(mother[i], j, place, town, kinOf)
    tell(father[i], j, place, town, kinOf)
  }
}

function tell(parent: number, j: number, place: Uint16Array, town: Int32Array, kinOf: Uint8Array): void {
  const someone = parent & ~(parent >> 31)
  const there = place[someone]
  // Of place and town none, one or both are another: the child is here, near or away.
  kinOf[someone] |= less(-1, parent) << (less(0, there ^ j) + less(0, town[there] ^ town[j]))
}

/** The old in villages, when all their children are known. */
function countElders(
  { household, place }: People, { home: homeOf }: Households, { counts }: Tallies, { rows, elders, keepers, kinOf }: Notes, start: number, end: number,
): void {
  const { persons } = elders
  for (let n = start; n < end; n++) {
    const i = persons[n]
    const j = place[i]
    const row = rows[j * 2]
    const h = household[i]
    counts[row + at.elders + kinOf[i]]++
    counts[row + at.eldersWithoutAdult] += less(0, homeOf[h] ^ j) | less(keepers[h], trait.adult)
  }
}

function countHouseholds(
  { first, home: homeOf, origin: originOf, word, land }: Households, villages: number, { counts, houses, landHeld }: Tallies, { rows, keepers }: Notes,
  start: number, end: number,
): void {
  for (let h = start; h < end; h++) {
    if (first[h] < 0) continue
    const itsHome = homeOf[h]
    const row = rows[itsHome * 2]
    const members = word[h] & 0x3f
    const any = less(0, members)
    const keeps = less(0, keepers[h])
    counts[row + at.households] += any
    counts[row + at.householdMembers] += members
    counts[row + at.villageHouseholds] += keeps
    counts[row + at.withoutAdult] += keeps & less(keepers[h], trait.adult)
    const from = originOf[h]
    if (from >= villages) continue
    houses[from * 2]++
    houses[from * 2 + 1] += less(0, itsHome ^ from) | (any ^ 1)
    landHeld[from] += land[h]
  }
}
