/** Counts people and households in simulated ones: a walk over people, shorter ones over those whom a question concerns, one over households. */
import { scratchIn, scratchZerosIn, sharedIn } from '../scratch.ts'
import { oldestAge } from '../codes/person-word.ts'
import type { Places, World } from '../world.ts'
import * as at from '../codes/positions.ts'
import * as trait from '../codes/trait-bits.ts'
import { traits } from './traits.ts'

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

/** What walks over people look up, and leave for those that follow. */
interface Notes {
  /** Where the counts of a place's group begin, and its residents by age, which stand in the same memory after them: `[place * 2]`. */
  rows: Int32Array
  /** What word and registration tell: see traits.ts. */
  traits: Uint16Array
  /** Who keeps house, by household: see `anybody` of trait-bits.ts. */
  keepers: Uint8Array
  /** Who is old and in a village, and where their grown children live, by index + 1, so that nobody, −1, is found there as well: see `elder`, `childrenHere`. */
  kinOf: Uint8Array
  /** The old in villages. */
  elders: Int32Array
  /** Lists of a block, one after another: see `away` of trait-bits.ts. */
  lists: Int32Array
}

const scratch = {
  groupOf: scratchIn(Int32Array), rows: scratchIn(Int32Array), counts: scratchZerosIn(Int32Array),
  houses: scratchZerosIn(Int32Array), landHeld: scratchZerosIn(Float64Array), sameCounty: scratchZerosIn(Int32Array), pairs: scratchZerosIn(Int32Array),
  keepers: sharedIn(0, Uint8Array), kinOf: sharedIn(1, Uint8Array), elders: sharedIn(2, Int32Array),
  lists: scratchIn(Int32Array),
}

/**
 * @param apart each place by itself; else those of a prefecture and tier together, whose few rows stay near the processor
 * @returns counts that hold until the next are asked for
 */
export function tallyUp(world: World, provinces: number, tiers: number, apart: boolean): Tallies {
  const { memory, people, households, places } = world
  const { villages, town, province, prefecture, urbanRank, pairStart } = places
  const groupOf = scratch.groupOf(memory, places.count)
  const groups = apart ? eachItsOwn(groupOf) : together(places, tiers, groupOf)
  const rows = scratch.rows(memory, places.count * 2)
  const agesFrom = groups * at.rowWidth
  for (let j = 0; j < places.count; j++) {
    rows[j * 2] = groupOf[j] * at.rowWidth
    rows[j * 2 + 1] = agesFrom + (places.given[j] >= 0 ? provinces * tiers : province[j] * tiers + places.tier[j]) * trait.ageSexes
  }
  const counts = scratch.counts(memory, agesFrom + (provinces * tiers + 1) * trait.ageSexes)
  const tallies = {
    counts,
    houses: scratch.houses(memory, villages * 2), landHeld: scratch.landHeld(memory, villages), sameCounty: scratch.sameCounty(memory, villages),
    pairs: scratch.pairs(memory, places.pairOwn.length),
  }
  const notes: Notes = {
    rows, traits, keepers: scratch.keepers(memory, households.count).fill(0), kinOf: scratch.kinOf(memory, people.count + 1).fill(0),
    elders: scratch.elders(memory, people.count),
    lists: scratch.lists(memory, trait.listsEnd),
  }
  const joined = tallies.pairs.length > 0 ? 1 : 0
  memory.loops.tallyPeople(people, households, { villages, town, province, prefecture, urbanRank, pairStart }, tallies, notes, joined)
  memory.loops.tallyHouseholds(households, villages, tallies, notes)
  return { groupOf, groups, ...tallies, counts: counts.subarray(0, agesFrom), byAge: counts.subarray(agesFrom) }
}

function eachItsOwn(groupOf: Int32Array): number {
  for (let j = 0; j < groupOf.length; j++) groupOf[j] = j
  return groupOf.length
}

/** Groups are numbered as they are met. */
function together({ prefecture, tier }: Places, tiers: number, groupOf: Int32Array): number {
  /** By prefecture and tier. */
  const met: number[] = []
  let groups = 0
  for (let j = 0; j < groupOf.length; j++) groupOf[j] = met[prefecture[j] * tiers + tier[j]] ??= groups++
  return groups
}
