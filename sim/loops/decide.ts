/** What households decide: to stay, send one member, bring the family after, move whole or return. See sim/processes/decide.ts. */
import { sampleSize } from '../codes/sample-size.ts'
import * as fact from '../codes/thinker-facts.ts'
import * as way from '../codes/ways.ts'
import { findThinkers } from './find-thinkers.ts'
import type { Members } from './find-thinkers.ts'
import type { PlacesInMind, Values } from './place-values.ts'
import { sampleDestinations } from './sample-destinations.ts'
import type { Tables } from './sample-destinations.ts'
import type { Thinker } from './thinker.ts'
import { weighWays } from './weigh-ways.ts'
import type { Terms } from './weigh-ways.ts'

/** Who decides to move, how, who goes and where to. */
@unmanaged
export class Decided {
  household!: Int32s
  way!: Int32s
  person!: Int32s
  place!: Int32s
}

/** @param block households that share the columns of `thinker` at a time @returns how many decide to move */
export function decide(
  people: People, households: Households, places: PlacesInMind, tables: Tables, values: Values, terms: Terms, thinker: Thinker, members: Members, keys: Int32s,
  block: i32, decided: Decided,
): i32 {
  const all = households.count
  let number = 0
  for (let start = 0; start < all; start += block) {
    const end = start + block
    const thinkers = findThinkers(people, households, thinker, members, keys, start, end < all ? end : all)
    sampleDestinations(places, tables, thinker, thinkers, keys)
    const movers = weighWays(households, places, tables, values, terms, thinker, thinkers, keys)
    number = choose(places, terms, thinker, movers, decided, number)
  }
  return number
}

/** Each way of moving has its odds against staying; a draw picks one, and what is left of the draw picks the place. @returns how many have decided so far */
function choose(places: PlacesInMind, terms: Terms, thinker: Thinker, movers: i32, decided: Decided, before: i32): i32 {
  const some = thinker.some
  const drawn = thinker.drawn
  const send = thinker.send
  const join = thinker.join
  const move = thinker.move
  const back = thinker.back
  let number = before
  for (let k = 0; k < movers; k++) {
    const n = some[k]
    let v = drawn[n] * (1.0 + send[n] + join[n] + move[n] + back[n]) - 1.0
    if (v < 0) continue
    let how: i32
    let place: i32
    if (v < send[n]) {
      how = way.send
      place = oneOf(thinker.sample, thinker.sendTo, n, v / send[n], thinker.sumSend[n])
    } else if ((v -= send[n]) < join[n]) {
      how = way.join
      place = thinker.familyAt[n]
    } else if ((v -= join[n]) < move[n]) {
      how = way.move
      place = oneOf(thinker.sample, thinker.moveTo, n, v / move[n], thinker.sumMove[n])
    } else {
      const village = (thinker.facts[n] & fact.away) !== 0 ? thinker.home[n] : thinker.origin[n]
      how = way.goBack
      const town = places.town[village]
      // Who is in the town already can only return further.
      place = v - move[n] < terms.returnTown * back[n] && town !== thinker.here[n] ? town : village
    }
    decided.household[number] = thinker.household[n]
    decided.way[number] = how
    decided.person[number] = thinker.person[n]
    decided.place[number++] = place
  }
  return number
}

/** The place of the n-th thinker's sample at which the running sum of weights passes u × sum. */
function oneOf(sample: Int32s, weights: Float64s, n: i32, u: f64, sum: f64): i32 {
  let left = u * sum
  let chosen = -1
  for (let s = n * sampleSize, end = s + sampleSize; s < end; s++) {
    if (weights[s] === 0) continue
    chosen = sample[s]
    left -= weights[s]
    if (left < 0) break
  }
  return chosen
}
