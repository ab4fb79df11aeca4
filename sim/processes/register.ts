/** Registration (hukou): those who live in a town or city may take it up there, sooner in small places, with skill and with their household. */
import { closedCost, openness, reformYear } from '../access.ts'
import { exp } from '../math.ts'
import type { Parameters } from '../parameters.ts'
import { certain } from '../random.ts'
import { tiers } from '../record.ts'
import { scratchIn, sharedIn } from '../scratch.ts'
import type { World } from '../world.ts'
import { kindsOfCandidates, recent, settled, skilled } from '../codes/candidate-kinds.ts'
import type { ChanceFor, Now } from './process.ts'

const scratch = { list: sharedIn(0, Int32Array), found: scratchIn(Int32Array), below: scratchIn(Int32Array), candidates: sharedIn(1, Int32Array) }

/** People who live in a town or city: registered elsewhere; or here, but still as villagers. They hold until the step of migration ends. */
export function townspeople({ memory, people, places }: World): { incomers: Int32Array; villagers: Int32Array } {
  // One list, filled from both ends.
  const list = scratch.list(memory, people.count)
  const found = scratch.found(memory, 2)
  memory.loops.findTownspeople(people, places.villages, list, found)
  return { incomers: list.subarray(0, found[0]), villagers: list.subarray(found[1]) }
}

// Chances of those who came lately, of the skilled, and of those whose household keeps house elsewhere, × those of others. Assumptions.
const ofRecent = 0.3
const ofSkilled = 1.6
const ofUnsettled = 0.3

/** Gives registration to some of the candidates, sooner after some years. */
export function register(world: World, candidates: Int32Array, { year, parameters: p }: Now, chanceFor: ChanceFor): void {
  const { memory, people, households, places } = world
  const reform = year >= reformYear ? p.conversionReform : 1
  const below = scratch.below(memory, tiers.length * kindsOfCandidates)
  for (let tier = 0; tier < tiers.length; tier++) {
    for (let kind = 0; kind < kindsOfCandidates; kind++) {
      const closed = easeIn(year, (kind & skilled) !== 0)[tier]
      const byTier = certain * p.conversion * reform * wish(p, tier) * (closed + (open - closed) * openness(p, tier))
      const weight = ((kind & recent) !== 0 ? ofRecent : 1) * ((kind & skilled) !== 0 ? ofSkilled : 1) * ((kind & settled) !== 0 ? 1 : ofUnsettled)
      below[tier * kindsOfCandidates + kind] = Math.min(certain, Math.ceil(byTier * weight))
    }
  }
  // Households that were founded since they were found may have moved the world to another memory.
  const here = scratch.candidates(memory, candidates.length)
  here.set(candidates)
  world.tally.converted += memory.loops.takeUp(people, households, places.villages, places.tier, here, here.length, below, chanceFor('registration'))
}

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
