/** Counts people and households in simulated ones: a walk over people, shorter ones over those whom a question concerns, one over households. */
import { block, inBlocks } from '../processes/process.ts'
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
    notes.rows[j << 1] = groupOf[j] * at.rowWidth
    notes.rows[(j << 1) | 1] = (places.given[j] >= 0 ? provinces * tiers : places.province[j] * tiers + places.tier[j]) * trait.ageSexes
  }
  inBlocks(people.count, (start, end) => {
    countBlock(people, households, places.villages, tallies, notes, start, end)
    followWorkers(people, households, places, tallies, notes)
    lookIntoVillages(people, households, notes)
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

/**
 * What everybody's word, place, place of registration and parents tell. Sums in place of branches, which processors would guess wrong for people: the sign of
 * a − b, (a − b) >>> 31, is 1 where a < b. Written out, as everything here is kept to numbers: what is defined elsewhere is looked up anew for everybody.
 */
function countBlock(
  { word, place, registered, household, mother, father }: People, { home: homeOf }: Households, villages: number, { counts, byAge }: Tallies,
  { traits, rows, workers, inVillages, minors, grown }: Notes, start: number, end: number,
): void {
  const { persons: away } = workers
  const { persons: rural } = inVillages
  const { persons: young } = minors
  const { persons: children } = grown
  let aways = 0
  let rurals = 0
  let youngs = 0
  let grownUps = 0
  for (let i = start; i < end; i++) {
    const now = word[i]
    if ((now & aliveBit) === 0) continue
    const j = place[i]
    const from = registered[i]
    const its = traits[now & 0x7fff]
    const fromTown = ((from - villages) >>> 31) ^ 1
    counts[(rows[j << 1] + (its & at.residentBits) + (fromTown << at.inTownShift)) | 0]++
    byAge[(rows[(j << 1) | 1] + (now & trait.ageSexBits)) | 0]++
    const outside = -(from ^ j) >>> 31
    const works = (its >>> (trait.worksShift + outside)) & 1
    const row = rows[from << 1]
    counts[(row + at.origins + ((its >>> trait.originShift) & 12) + (outside << at.outsideShift) + works) | 0]++
    counts[(row + at.workersAge) | 0] += now & ageMask & -works
    // Who lives at school is of its family's budget, but of no family household.
    if ((its >>> trait.boardsShift) !== 0) {
      const itsHome = homeOf[household[i]]
      if (itsHome !== j) counts[(rows[itsHome << 1] + at.householdMembers) | 0]--
    }
    // Everyone is written down, and stays so if the list then moves on.
    away[aways] = i
    aways = (aways + (works & outside & (fromTown ^ 1))) | 0
    rural[rurals] = i
    rurals = (rurals + ((j - villages) >>> 31)) | 0
    const isMinor = (its >>> trait.minorShift) & 1
    young[youngs] = i
    youngs = (youngs + isMinor) | 0
    children[grownUps] = i
    grownUps = (grownUps + ((isMinor ^ 1) & (~(mother[i] & father[i]) >>> 31))) | 0
  }
  workers.number = aways
  inVillages.number = rurals
  minors.number = youngs
  grown.number = grownUps
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
    const row = rows[from << 1]
    const inProvince = (-(province[from] ^ province[j]) >>> 31) ^ 1
    counts[(row + at.workersInProvince) | 0] += inProvince
    if (joined && j >= villages && prefecture[from] === prefecture[j]) pairs[pairStart[from] + urbanRank[j]] += inProvince
    else sameCounty[from] += inProvince & ((-(town[from] ^ town[j]) >>> 31) ^ 1)
    const h = household[i]
    // Households that split off from one that stays hold no land.
    if (homeOf[h] === j && originOf[h] !== j && land[h] > 0) counts[(row + at.workersWhole) | 0]++
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
    const isOld = (trait.oldFrom - 1 - age) >>> 31
    const isAdult = ((trait.workingFrom - 1 - age) >>> 31) ^ isOld
    const isAway = -(homeOf[h] ^ place[i]) >>> 31
    keepers[h] |= (trait.anybody | (isAdult << trait.adultShift)) & (isAway - 1)
    old[olds] = i
    olds = (olds + isOld) | 0
  }
  elders.number = olds
}

function countMinors({ word, place, registered, mother, father }: People, { counts }: Tallies, { rows, minors }: Notes): void {
  const { persons, number } = minors
  for (let n = 0; n < number; n++) {
    const i = persons[n]
    const j = place[i]
    const byMother = livesElsewhere(mother[i], j, word, place)
    const byFather = livesElsewhere(father[i], j, word, place)
    const under16 = ((word[i] & ageMask) - 16) >>> 31
    const migrant = -(registered[i] ^ j) >>> 31
    counts[(rows[j << 1] + at.minors + (byMother | (byFather << 1) | (under16 << 2) | (migrant << 3))) | 0]++
  }
}

/** 1 if the parent is known, alive, and not in place `j`; else 0. */
function livesElsewhere(parent: number, j: number, word: Uint32Array, place: Uint16Array): number {
  const someone = parent & ~(parent >> 31)
  return (~parent >>> 31) & (-(place[someone] ^ j) >>> 31) & (word[someone] >>> trait.aliveShift)
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
  kinOf[someone] |= (~parent >>> 31) << ((-(there ^ j) >>> 31) + (-(town[there] ^ town[j]) >>> 31))
}

/** The old in villages, when all their children are known. */
function countElders(
  { household, place }: People, { home: homeOf }: Households, { counts }: Tallies, { rows, elders, keepers, kinOf }: Notes, start: number, end: number,
): void {
  const { persons } = elders
  for (let n = start; n < end; n++) {
    const i = persons[n]
    const j = place[i]
    const row = rows[j << 1]
    const h = household[i]
    counts[(row + at.elders + kinOf[i]) | 0]++
    counts[(row + at.eldersWithoutAdult) | 0] += (-(homeOf[h] ^ j) >>> 31) | ((keepers[h] >>> trait.adultShift) ^ 1)
  }
}

function countHouseholds(
  { first, home: homeOf, origin: originOf, word, land }: Households, villages: number, { counts, houses, landHeld }: Tallies, { rows, keepers }: Notes,
  start: number, end: number,
): void {
  for (let h = start; h < end; h++) {
    if (first[h] < 0) continue
    const itsHome = homeOf[h]
    const row = rows[itsHome << 1]
    const members = word[h] & 0x3f
    const any = -members >>> 31
    const keepsHouse = keepers[h]
    counts[(row + at.households) | 0] += any
    counts[(row + at.householdMembers) | 0] += members
    counts[(row + at.villageHouseholds) | 0] += keepsHouse & trait.anybody
    counts[(row + at.withoutAdult) | 0] += keepsHouse & ((keepsHouse >>> trait.adultShift) ^ 1)
    const from = originOf[h]
    if (from >= villages) continue
    houses[from << 1]++
    houses[(from << 1) | 1] += (-(itsHome ^ from) >>> 31) | (any ^ 1)
    landHeld[from] += land[h]
  }
}
