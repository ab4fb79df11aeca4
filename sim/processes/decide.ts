/**
 * What households decide: to stay, send one member, bring the family after, move whole or return.
 * A nested logit: ways of moving above, places below. MODEL section 3, migration.
 *
 *   V = β_w ln(expected income per head) + Σ β_k ln(access·quality) − θ ln(1 + d/30 km) − hukou(tier) + β_n n/(n+κ) − separation − β_r ln rent
 *
 * is the value of a place; the value of a way of moving is its constant + λ ln Σ_places jobs · exp V, and of staying λ V.
 */
import type { Parameters } from '../parameters.ts'
import { certain, drawEach } from '../random.ts'
import { mean, type World } from '../world.ts'
import type { Destinations } from './destinations.ts'
import { findThinkers } from './find-thinkers.ts'
import type { PlaceValues } from './place-values.ts'
import * as fact from './thinker-facts.ts'
import { inBlocks } from '../blocks.ts'
import type { ChanceFor } from './process.ts'
import { sampleDestinations, sampleDraws } from './sample-destinations.ts'
import { sampleSize, thinker } from './thinker.ts'
import { weighWays, type Circumstances } from './weigh-ways.ts'

export const ways = { send: 1, join: 2, move: 3, return: 4 } as const

export interface Decision {
  household: number
  way: number
  person: number
  place: number
}

/** What every household that thinks decides. */
export function decide(
  world: World, parameters: Parameters, destinations: Destinations, values: PlaceValues, chanceFor: ChanceFor,
): Decision[] {
  const { idLow, idHigh, drawn } = thinker
  const chances = { again: chanceFor('thinking anew'), who: chanceFor('who goes'), frailty: chanceFor('staying with frail parents') }
  const how = chanceFor('how to move')
  const where = Array.from({ length: sampleDraws }, (_, n) => chanceFor(`place ${n} that comes to mind`))
  const circumstances: Circumstances = { world, parameters, values, wageMean: world.ledger.means[mean.urbanWage] }
  const decisions: Decision[] = []
  inBlocks(world.households.count, (start, end) => {
    const number = findThinkers(world, start, end, parameters.reconsider, chances)
    sampleDestinations(world, destinations, number, where)
    drawEach(how, idLow, idHigh, number, drawn)
    choose(circumstances, weighWays(circumstances, number), decisions)
  })
  return decisions
}

/** Each way of moving has its odds against staying; a draw picks one, and what is left of the draw picks the place. */
function choose({ world, parameters: { returnTown } }: Circumstances, number: number, decisions: Decision[]): void {
  const { some, drawn, send, join, move, back, sample, sendTo, sumSend, familyAt, moveTo, sumMove, facts, home, origin } = thinker
  const { household: itsHousehold, person: itsPerson } = thinker
  const { town } = world.places
  for (let k = 0; k < number; k++) {
    const n = some[k]
    let v = (drawn[n] / certain) * (1 + send[n] + join[n] + move[n] + back[n]) - 1
    if (v < 0) continue
    let way: number
    let place: number
    if (v < send[n]) {
      way = ways.send
      place = oneOf(sample, sendTo, n, v / send[n], sumSend[n])
    } else if ((v -= send[n]) < join[n]) {
      way = ways.join
      place = familyAt[n]
    } else if ((v -= join[n]) < move[n]) {
      way = ways.move
      place = oneOf(sample, moveTo, n, v / move[n], sumMove[n])
    } else {
      const village = (facts[n] & fact.away) !== 0 ? home[n] : origin[n]
      way = ways.return
      place = v - move[n] < returnTown * back[n] ? town[village] : village
    }
    decisions.push({ household: itsHousehold[n], way, person: itsPerson[n], place })
  }
}

/** The place of the n-th thinker's sample at which the running sum of weights passes u × sum. */
function oneOf(sample: Int32Array, weights: Float64Array, n: number, u: number, sum: number): number {
  let left = u * sum
  let chosen = -1
  for (let s = n * sampleSize; s < (n + 1) * sampleSize; s++) {
    if (weights[s] === 0) continue
    chosen = sample[s]
    left -= weights[s]
    if (left < 0) break
  }
  return chosen
}
