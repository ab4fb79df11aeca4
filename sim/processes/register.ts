/** Registration (hukou): those who live in a town or city may take it up there, sooner in small places, with skill and with their household. */
import { closedCost, openness } from '../access.ts'
import { exp } from '../math.ts'
import type { Parameters } from '../parameters.ts'
import { certain, draw, type Chance } from '../random.ts'
import { tiers } from '../record.ts'
import { scratch } from '../scratch.ts'
import { aliveShift, educationShift, villagerBit, villagerShift, yearsAwayMask, yearsAwayShift } from '../person-word.ts'
import type { People, World } from '../world.ts'
import { inBlocks } from '../blocks.ts'
import type { ChanceFor, Now } from './process.ts'
import { less } from './who-works.ts'

const memory = { found: scratch(Int32Array), below: scratch(Int32Array) }

/** People who live in a town or city: registered elsewhere; or here, but still as villagers. They hold until they are asked for again. */
export function townspeople({ people, places }: World): { strangers: Int32Array; villagers: Int32Array } {
  // One array filled from both ends.
  const found = memory.found(people.count)
  let strangers = 0
  let villagers = people.count
  inBlocks(people.count, (start, end) => {
    const more = find(people, places.villages, found, strangers, villagers, start, end)
    strangers += more & 0xffff
    villagers -= more >>> 16
  })
  return { strangers: found.subarray(0, strangers), villagers: found.subarray(villagers) }
}

/**
 * Everybody is written to both ends, which move on by 1 for those who are meant and by 0 for others: without a branch, which would be guessed wrong.
 * @returns how many of both there are in the block, in 16 bits each
 */
function find(
  { word, place, registered }: People, villages: number, found: Int32Array, firstStranger: number, afterVillagers: number, start: number, end: number,
): number {
  let strangers = firstStranger
  let villagers = afterVillagers
  for (let i = start; i < end; i++) {
    const now = word[i]
    const j = place[i]
    const inTown = less(villages - 1, j) & (now >>> aliveShift)
    const stranger = less(0, registered[i] ^ j)
    found[strangers] = i
    found[villagers - 1] = i
    strangers += inTown & stranger
    villagers -= inTown & (stranger ^ 1) & (now >>> villagerShift)
  }
  return (strangers - firstStranger) | ((afterVillagers - villagers) << 16)
}

/** Gives registration to some of the candidates, sooner after some years. */
export function register(world: World, candidates: Int32Array, { year, parameters: p }: Now, chanceFor: ChanceFor): void {
  const chance = chanceFor('registration')
  const reform = year >= reformYear ? p.conversionReform : 1
  const below = memory.below(tiers.length * 8)
  for (let tier = 0; tier < tiers.length; tier++) {
    for (let kind = 0; kind < 8; kind++) {
      const closed = easeIn(year, (kind & skilled) !== 0)[tier]
      const byTier = certain * p.conversion * reform * wish(p, tier) * (closed + (open - closed) * openness(p, tier))
      const weight = ((kind & recent) !== 0 ? 0.3 : 1) * ((kind & skilled) !== 0 ? 1.6 : 1) * ((kind & settled) !== 0 ? 1 : 0.3)
      below[tier * 8 + kind] = Math.min(certain, Math.ceil(byTier * weight))
    }
  }
  inBlocks(candidates.length, (start, end) => {
    world.tally.converted += registerBlock(world, candidates, chance, below, start, end)
  })
}

/** Kinds of candidates: here for less than three years; skilled; with their household. */
const recent = 1
const skilled = 2
const settled = 4

/** @returns how many take registration up */
function registerBlock(
  { people, households, places }: World, candidates: Int32Array, chance: Chance, below: Int32Array, start: number, end: number,
): number {
  const { word, place, registered, household, idLow, idHigh } = people
  const { home, idLow: householdLow, idHigh: householdHigh } = households
  const { villages, tier } = places
  let number = 0
  for (let n = start; n < end; n++) {
    const i = candidates[n]
    const now = word[i]
    const j = place[i]
    const h = household[i]
    const isSettled = less(0, home[h] ^ j) ^ 1
    const isRecent = less(0, registered[i] ^ j) & less((now >>> yearsAwayShift) & yearsAwayMask, 3)
    const its = below[tier[j] * 8 + isSettled * settled + ((now >>> educationShift) & skilled) + isRecent * recent]
    // Members who live with their household take the step together: the draw is the household's.
    const low = isSettled === 1 ? householdLow[h] : idLow[i]
    const high = isSettled === 1 ? householdHigh[h] : idHigh[i]
    // Some have gone home this year.
    if (draw(chance, low, high) >= its || j < villages) continue
    registered[i] = j
    word[i] = now & ~villagerBit & ~(yearsAwayMask << yearsAwayShift)
    number++
  }
  return number
}

/** The opinion of the State Council on reform of the household registration system. */
export const reformYear = 2014
/**
 * From then on cities below 1 m residents had lifted their restrictions, those of 1 to 3 m were to lift them and those of 3 to 5 m to relax them (National
 * Development and Reform Commission, key tasks of new urbanization 2019).
 */
const largeCitiesOpen = 2019
/** Provincial capitals and all smaller cities were to open to graduates and skilled workers (State Council 2016, No. 72). */
const openToSkilled = 2017
/**
 * Ease of registration by tier (village … mega): before, since large cities opened, and for the skilled since these are welcome, for most cities of 5 to 10 m are
 * capitals; and where a tier is fully open. Assumption: the larger the city, the harder.
 */
const ease = [0, 1, 1, 0.8, 0.4, 0.3, 0.15]
const easeSince = [0, 1, 1, 1, 0.9, 0.3, 0.15]
const easeForSkilled = [0, 1, 1, 1, 1, 0.9, 0.15]
const open = 1.5

const easeIn = (year: number, skilled: boolean): readonly number[] =>
  skilled && year >= openToSkilled ? easeForSkilled : year >= largeCitiesOpen ? easeSince : ease

/**
 * How many would take registration up where they may: more, the more it costs to live without it. In towns little is gained by it, and a claim to
 * land is given up.
 */
const wish = (p: Parameters, tier: number): number => 1 - exp(-closedCost(p, tier))
