/** Counts people and households in simulated ones: a walk over people, shorter ones over those whom a question concerns, one over households. */
import { block, inBlocks } from '../blocks.ts'
import { scratch, scratchZeros } from '../scratch.ts'
import { ageMask, aliveBit, aliveShift, oldestAge } from '../person-word.ts'
import type { Households, People, Places, World } from '../world.ts'
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
  /**
   * What is looked up and counted by place, one part after the other: where the row of a place's group and the row of its residents by age begin,
   * `[place * 2]`; those rows; lists of persons of a block. In one column, for each that a loop touches is checked anew for everybody.
   */
  table: Int32Array
  /** Where the lists begin, and where each ends. */
  lists: number
  ends: Int32Array
  /** What the lowest bits of the word tell: see traits.ts. */
  traits: Uint16Array
  /** Who keeps house, by household: see `anybody` of traits.ts. */
  keepers: Uint8Array
  /** Where the grown children of a person live: see `childrenHere`. */
  kinOf: Uint8Array
  /** The old in villages: the first `elderNumber`. */
  elders: Int32Array
  elderNumber: number
}

/** Lists of a block: villagers by registration who work elsewhere; who lives in a village; minors; the grown whose mother or father is known. */
const list = { away: 0, inVillages: 1, minors: 2, grown: 3 } as const
const listNumber = 4
const startOf = (lists: number, which: number): number => lists + which * block

const memory = {
  groupOf: scratch(Int32Array), table: scratchZeros(Int32Array), houses: scratchZeros(Int32Array),
  landHeld: scratchZeros(Float64Array), sameCounty: scratchZeros(Int32Array), pairs: scratchZeros(Int32Array),
  ends: scratch(Int32Array), keepers: scratchZeros(Uint8Array), kinOf: scratchZeros(Uint8Array), elders: scratch(Int32Array),
}

/**
 * @param apart each place by itself; else those of a prefecture and tier together, whose few rows stay near the processor
 * @returns counts that hold until the next are asked for
 */
export function tallyUp(world: World, provinces: number, tiers: number, apart: boolean): Tallies {
  const { people, households, places } = world
  const groupOf = memory.groupOf(places.count)
  const groups = apart ? eachItsOwn(groupOf) : together(places, tiers, groupOf)
  const afterRows = places.count * 2
  const afterGroups = afterRows + groups * at.rowWidth
  const afterAges = afterGroups + (provinces * tiers + 1) * trait.ageSexes
  const table = memory.table(afterAges + listNumber * block)
  for (let j = 0; j < places.count; j++) {
    table[j * 2] = afterRows + groupOf[j] * at.rowWidth
    table[j * 2 + 1] = afterGroups + (places.given[j] >= 0 ? provinces * tiers : places.province[j] * tiers + places.tier[j]) * trait.ageSexes
  }
  const tallies: Tallies = {
    groupOf, groups, counts: table.subarray(afterRows, afterGroups), byAge: table.subarray(afterGroups, afterAges),
    houses: memory.houses(places.villages * 2), landHeld: memory.landHeld(places.villages), sameCounty: memory.sameCounty(places.villages),
    pairs: memory.pairs(places.pairOwn.length),
  }
  const notes: Notes = {
    table, lists: afterAges, ends: memory.ends(listNumber), traits: trait.traits,
    keepers: memory.keepers(households.count), kinOf: memory.kinOf(people.count), elders: memory.elders(people.count), elderNumber: 0,
  }
  inBlocks(people.count, (start, end) => {
    countBlock(people, households, places.villages, notes, start, end)
    followWorkers(people, households, places, tallies, notes)
    lookIntoVillages(people, households, notes)
    countMinors(people, notes)
    tellParents(people, places.town, notes)
  })
  inBlocks(notes.elderNumber, (start, end) => countElders(people, households, notes, start, end))
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
  { word, place, registered, household, mother, father }: People, { home: homeOf }: Households, villages: number,
  { table, lists, ends, traits }: Notes, start: number, end: number,
): void {
  let aways = startOf(lists, list.away)
  let rurals = startOf(lists, list.inVillages)
  let youngs = startOf(lists, list.minors)
  let grownUps = startOf(lists, list.grown)
  for (let i = start; i < end; i++) {
    const now = word[i]
    if ((now & aliveBit) === 0) continue
    const j = place[i]
    const from = registered[i]
    const its = traits[now & 0x7fff]
    const fromTown = ((from - villages) >>> 31) ^ 1
    table[(table[j << 1] + (its & at.residentBits) + (fromTown << at.inTownShift)) | 0]++
    table[(table[(j << 1) | 1] + (now & trait.ageSexBits)) | 0]++
    const outside = -(from ^ j) >>> 31
    const works = (its >>> (trait.worksShift + outside)) & 1
    const row = table[from << 1]
    table[(row + at.origins + ((its >>> trait.originShift) & 12) + (outside << at.outsideShift) + works) | 0]++
    table[(row + at.workersAge) | 0] += now & ageMask & -works
    // Who lives at school is of its family's budget, but of no family household.
    if ((its >>> trait.boardsShift) !== 0) {
      const itsHome = homeOf[household[i]]
      if (itsHome !== j) table[(table[itsHome << 1] + at.householdMembers) | 0]--
    }
    // Everyone is written down, and stays so if the list then moves on.
    table[aways] = i
    aways = (aways + (works & outside & (fromTown ^ 1))) | 0
    table[rurals] = i
    rurals = (rurals + ((j - villages) >>> 31)) | 0
    const isMinor = (its >>> trait.minorShift) & 1
    table[youngs] = i
    youngs = (youngs + isMinor) | 0
    table[grownUps] = i
    grownUps = (grownUps + ((isMinor ^ 1) & (~(mother[i] & father[i]) >>> 31))) | 0
  }
  ends[list.away] = aways
  ends[list.inVillages] = rurals
  ends[list.minors] = youngs
  ends[list.grown] = grownUps
}

/** Where villagers by registration who work elsewhere have gone. */
function followWorkers(
  { place, registered, household }: People, { home: homeOf, origin: originOf, land }: Households,
  { villages, town, province, prefecture, pairStart, urbanRank }: Places, { sameCounty, pairs }: Tallies, { table, lists, ends }: Notes,
): void {
  const end = ends[list.away]
  const joined = pairs.length > 0
  for (let n = startOf(lists, list.away); n < end; n++) {
    const i = table[n]
    const j = place[i]
    const from = registered[i]
    const row = table[from << 1]
    const inProvince = (-(province[from] ^ province[j]) >>> 31) ^ 1
    table[(row + at.workersInProvince) | 0] += inProvince
    if (joined && j >= villages && prefecture[from] === prefecture[j]) pairs[pairStart[from] + urbanRank[j]] += inProvince
    else sameCounty[from] += inProvince & ((-(town[from] ^ town[j]) >>> 31) ^ 1)
    const h = household[i]
    // Households that split off from one that stays hold no land.
    if (homeOf[h] === j && originOf[h] !== j && land[h] > 0) table[(row + at.workersWhole) | 0]++
  }
}

/** Who keeps house in villages, and the old there. */
function lookIntoVillages({ word, place, household }: People, { home: homeOf }: Households, notes: Notes): void {
  const { table, lists, ends, keepers, elders } = notes
  const end = ends[list.inVillages]
  let olds = notes.elderNumber
  for (let n = startOf(lists, list.inVillages); n < end; n++) {
    const i = table[n]
    const h = household[i]
    const age = word[i] & ageMask
    const isOld = (trait.oldFrom - 1 - age) >>> 31
    const isAdult = ((trait.workingFrom - 1 - age) >>> 31) ^ isOld
    const isAway = -(homeOf[h] ^ place[i]) >>> 31
    keepers[h] |= (trait.anybody | (isAdult << trait.adultShift)) & (isAway - 1)
    elders[olds] = i
    olds = (olds + isOld) | 0
  }
  notes.elderNumber = olds
}

function countMinors({ word, place, registered, mother, father }: People, { table, lists, ends }: Notes): void {
  const end = ends[list.minors]
  for (let n = startOf(lists, list.minors); n < end; n++) {
    const i = table[n]
    const j = place[i]
    const byMother = livesElsewhere(mother[i], j, word, place)
    const byFather = livesElsewhere(father[i], j, word, place)
    const under16 = ((word[i] & ageMask) - 16) >>> 31
    const migrant = -(registered[i] ^ j) >>> 31
    table[(table[j << 1] + at.minors + (byMother | (byFather << 1) | (under16 << 2) | (migrant << 3))) | 0]++
  }
}

/** 1 if the parent is known, alive, and not in place `j`; else 0. */
function livesElsewhere(parent: number, j: number, word: Uint32Array, place: Uint16Array): number {
  const someone = parent & ~(parent >> 31)
  return (~parent >>> 31) & (-(place[someone] ^ j) >>> 31) & (word[someone] >>> aliveShift)
}

/** Lets parents know where their grown children live. */
function tellParents({ place, mother, father }: People, town: Int32Array, { table, lists, ends, kinOf }: Notes): void {
  const end = ends[list.grown]
  for (let n = startOf(lists, list.grown); n < end; n++) {
    const i = table[n]
    const j = place[i]
    const itsTown = town[j]
    tell(mother[i], j, itsTown, place, town, kinOf)
    tell(father[i], j, itsTown, place, town, kinOf)
  }
}

function tell(parent: number, j: number, itsTown: number, place: Uint16Array, town: Int32Array, kinOf: Uint8Array): void {
  const someone = parent & ~(parent >> 31)
  const there = place[someone]
  // Of place and town none, one or both are another: the child is here, near or away.
  kinOf[someone] |= (~parent >>> 31) << ((-(there ^ j) >>> 31) + (-(town[there] ^ itsTown) >>> 31))
}

/** The old in villages, when all their children are known. */
function countElders(
  { household, place }: People, { home: homeOf }: Households, { table, elders, keepers, kinOf }: Notes, start: number, end: number,
): void {
  for (let n = start; n < end; n++) {
    const i = elders[n]
    const j = place[i]
    const row = table[j << 1]
    const h = household[i]
    table[(row + at.elders + kinOf[i]) | 0]++
    table[(row + at.eldersWithoutAdult) | 0] += (-(homeOf[h] ^ j) >>> 31) | ((keepers[h] >>> trait.adultShift) ^ 1)
  }
}

function countHouseholds(
  { first, home: homeOf, origin: originOf, word, land }: Households, villages: number, { houses, landHeld }: Tallies, { table, keepers }: Notes,
  start: number, end: number,
): void {
  for (let h = start; h < end; h++) {
    if (first[h] < 0) continue
    const itsHome = homeOf[h]
    const row = table[itsHome << 1]
    const members = word[h] & 0x3f
    const any = -members >>> 31
    const keepsHouse = keepers[h]
    table[(row + at.households) | 0] += any
    table[(row + at.householdMembers) | 0] += members
    table[(row + at.villageHouseholds) | 0] += keepsHouse & trait.anybody
    table[(row + at.withoutAdult) | 0] += keepsHouse & ((keepsHouse >>> trait.adultShift) ^ 1)
    const from = originOf[h]
    if (from >= villages) continue
    houses[from << 1]++
    houses[(from << 1) | 1] += (-(itsHome ^ from) >>> 31) | (any ^ 1)
    landHeld[from] += land[h]
  }
}
