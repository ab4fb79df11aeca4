/**
 * What households decide: to stay, send one member, bring the family after, move whole or return.
 * A nested logit: ways of moving above, places below.
 *
 *   V = β_w ln(expected income per head) + Σ β_k ln(access·quality) − θ ln(1 + d/30 km) − hukou(tier) + β_n n/(n+κ) − separation − β_r ln rent
 *
 * is the value of a place; the value of a way of moving is its constant + λ ln Σ_places jobs · exp V, and of staying λ V.
 */
import { block } from '../blocks.ts'
import type { Parameters } from '../parameters.ts'
import type { Chance } from '../random.ts'
import { scratchIn } from '../scratch.ts'
import type { World } from '../world.ts'
import type { Destinations } from './destinations.ts'
import { membersOf } from './find-thinkers.ts'
import { placesInMind, type PlaceValues } from './place-values.ts'
import type { ChanceFor } from './process.ts'
import { sampleDraws } from '../codes/sample-size.ts'
import { thinkersOf } from './thinker.ts'
import * as thinking from '../codes/thinking.ts'
import { termsOf } from './weigh-ways.ts'

/** Who decides to move, how, who goes and where to. They hold until they are asked for again. */
export interface Decisions {
  number: number
  household: Int32Array
  /** See ways.ts. */
  way: Int32Array
  person: Int32Array
  place: Int32Array
}

const scratch = {
  keys: scratchIn(Int32Array), household: scratchIn(Int32Array), way: scratchIn(Int32Array), person: scratchIn(Int32Array), place: scratchIn(Int32Array),
}

/** What every household that thinks decides, of those that do not stay. */
export function decide(
  world: World, parameters: Parameters, destinations: Destinations, values: PlaceValues, chanceFor: ChanceFor,
): Decisions {
  const { memory, people, households } = world
  const [household, way, person, place] = [scratch.household, scratch.way, scratch.person, scratch.place].map(get => get(memory, households.count))
  const number = memory.loops.decide(
    people, households, placesInMind(world), destinations, values, termsOf(world, parameters), thinkersOf(memory), membersOf(world, parameters.reconsider),
    keysOf(world, chanceFor), block, { household, way, person, place })
  return { number, household, way, person, place }
}

/** The keys of all draws, two words each, in the order of thinking.ts. */
function keysOf({ memory }: World, chanceFor: ChanceFor): Int32Array {
  const chances: Chance[] = []
  chances[thinking.again] = chanceFor('thinking anew')
  chances[thinking.who] = chanceFor('who goes')
  chances[thinking.frailty] = chanceFor('staying with frail parents')
  chances[thinking.how] = chanceFor('how to move')
  for (let n = 0; n < sampleDraws; n++) chances[thinking.where + n] = chanceFor(`place ${n} that comes to mind`)
  const keys = scratch.keys(memory, chances.length * 2)
  keys.set(chances.flatMap(({ k0, k1 }) => [k0, k1]))
  return keys
}
