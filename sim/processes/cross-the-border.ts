/**
 * People who come to the stage from the rest of China, and those of them who leave it again. In the nation nobody does, for there is no outside.
 *
 * How many come is read from the stored run, per worker in places of the same kind, and how many leave again, per resident from elsewhere: policies in the
 * county do not change it, but that more leave where more decide to. Who comes is learnt from those who came before: each arriving household is like one that lives
 * there was when it arrived. Of those who left somebody at home nothing is known there, so that their return cannot come of what they decide alone.
 */
import { sum } from '../math.ts'
import { byId } from '../order.ts'
import { certain, draw, halfId } from '../random.ts'
import * as schoolAge from '../codes/school-age.ts'
import { scratchIn } from '../scratch.ts'
import { givenColumn, givenWidth, valuesIn } from '../stages/surroundings.ts'
import { activityShift, ageMask, aliveBit, childrenShift, educationShift, sexShift, villagerBit, yearsAwayMask, yearsAwayShift } from '../codes/person-word.ts'
import { activity, addHousehold, addPerson, haveParents, type World } from '../world.ts'
import type { ChanceFor, Now } from './process.ts'

const scratch = { guests: scratchIn(Int32Array) }

export function crossTheBorder(world: World, now: Now, chanceFor: ChanceFor): void {
  if (!now.data.stage) return
  const left = leave(world)
  const { arrivals, leavers } = crossings(world, now)
  const chance = chanceFor('whom newcomers are like')
  const again = chanceFor('who goes back')
  const { idLow, idHigh, first, home, origin, count } = world.households
  const { villages, given } = world.places
  const guests: number[] = []
  /** By place, newcomers if each guest had one like it. */
  const likeGuests = new Float64Array(world.places.count)
  let persons = left
  let due = 0
  for (let h = 0; h < count; h++) {
    const j = home[h]
    if (first[h] < 0 || j < villages || given[j] >= 0 || given[origin[h]] < 0) continue
    guests.push(h)
    let members = 0
    for (let i = first[h]; i >= 0; i = world.people.next[i]) if (given[world.people.registered[i]] >= 0) members++
    persons += members
    likeGuests[j] += whoCame(world, h).members.length
    due += leavers[j] * members
  }
  const further = persons > left ? Math.max(0, due * (persons / (persons - left)) - left) / (persons - left) : 0
  // Where nobody is to be learnt from, those who are due come to the other places.
  const learnt = sum(arrivals.filter((_, j) => likeGuests[j] > 0))
  const all = sum(arrivals)
  const copiesOfEach = arrivals.map((number, j) => (likeGuests[j] > 0 ? (number * all) / (learnt * likeGuests[j]) : 0))
  const inOrder = scratch.guests(world.memory, guests.length)
  inOrder.set(guests)
  const models = Array.from(byId(world.memory, inOrder, idLow), h => {
    const expected = copiesOfEach[home[h]]
    const copies = Math.floor(expected)
    return { h, copies: copies + (draw(chance, idLow[h], idHigh[h]) < (expected - copies) * certain ? 1 : 0) }
  })
  for (const { h, copies } of models) for (let copy = 0; copy < copies; copy++) arrive(world, h, copy, chanceFor)
  for (const h of guests) if (draw(again, world.households.idLow[h], world.households.idHigh[h]) < further * certain) dismiss(world, h)
}

/** Of the stored run by place: arrivals in the towns and cities of the stage, simulated persons, and leavers per resident from elsewhere. */
export function crossings({ places }: World, { data, year }: Now): { arrivals: Float64Array; leavers: Float64Array } {
  const { surroundings } = data.stage!
  const values = valuesIn(surroundings, year)
  const rates = (column: number, of: (its: Float64Array, j: number) => number) => Float64Array.from({ length: places.count }, (_, j) => {
    if (j < places.villages || places.given[j] >= 0) return 0
    const isCity = data.counties.district[places.county[j]] === 1
    const unit = isCity ? surroundings.cityUnit[places.prefecture[j]] : surroundings.townsUnit[places.province[j]]
    if (unit < 0) return 0
    const its = values.subarray(unit * givenWidth, unit * givenWidth + givenWidth)
    return its[column] * of(its, j)
  })
  return {
    arrivals: rates(givenColumn.arrivals, (its, j) =>
      (places.labour[j * 2] + places.labour[j * 2 + 1]) / Math.max(1, its[givenColumn.labour] + its[givenColumn.skilledLabour])),
    leavers: rates(givenColumn.leavers, its => 1 / Math.max(1, its[givenColumn.outsiders])),
  }
}

/** Those of a household who came, where there is an adult among them; how long ago; and who was born there since. */
function whoCame({ people, households }: World, h: number): { members: number[]; years: number; born: number[] } {
  const home = households.home[h]
  const all: number[] = []
  let years = 0
  for (let m = households.first[h]; m >= 0; m = people.next[m]) {
    if (people.place[m] !== home) continue
    all.push(m)
    if ((people.word[m] & ageMask) >= adult) years = Math.max(years, (people.word[m] >>> yearsAwayShift) & yearsAwayMask)
  }
  const ageThen = (m: number) => (people.word[m] & ageMask) - years
  const members = all.filter(m => ageThen(m) >= 0)
  return { members: members.some(m => ageThen(m) >= adult) ? members : [], years, born: all.filter(m => ageThen(m) < 0) }
}

const adult = 16

/** A household like another was when it came: as old, without the children born since, registered where that one is from; the first or a further copy of it. */
function arrive(world: World, model: number, copy: number, chanceFor: ChanceFor): void {
  const { members, years, born } = whoCame(world, model)
  if (members.length === 0) return
  const id = { low: chanceFor(`newcomer ${copy}`), high: chanceFor(`newcomer ${copy}, second half`) }
  const { households, people } = world
  const origin = households.origin[model]
  const home = households.home[model]
  const h = addHousehold(world, halfId(id.low, households.idLow[model], households.idHigh[model]),
    halfId(id.high, households.idLow[model], households.idHigh[model]), home, origin)
  const index = new Map<number, number>()
  // Adding may replace the columns: what is read of the model is read from those before.
  for (const m of members) {
    const word = people.word[m]
    const age = (word & ageMask) - years
    const level = (word >>> educationShift) & 3
    const since = born.filter(child => people.mother[child] === m || people.father[child] === m).length
    const children = Math.max(0, ((word >>> childrenShift) & 15) - since)
    index.set(m, addPerson(world, {
      word: age | (word & (1 << sexShift)) | (level << educationShift) | ((age < schoolAge.entry ? activity.infant : age < schoolAge.juniorEnd ? activity.pupil : activity.atHome) << activityShift) | aliveBit
        | (origin < world.places.villages ? villagerBit : word & villagerBit) | (children << childrenShift),
      idLow: halfId(id.low, people.idLow[m], people.idHigh[m]), idHigh: halfId(id.high, people.idLow[m], people.idHigh[m]),
      household: h, place: home, registered: origin, mother: -1, father: -1,
    }))
  }
  const kin = (m: number) => (m >= 0 ? index.get(m) ?? -1 : -1)
  for (const m of members) {
    const i = index.get(m)!
    const partner = kin(people.partner[m])
    world.people.partner[i] = partner
    haveParents(world.people, i, kin(people.mother[m]), kin(people.father[m]))
  }
  world.tally.arrivals += members.length
}

/**
 * Households from elsewhere of whom nobody lives in the stage any more are no longer followed.
 * @returns how many persons they were
 */
function leave(world: World): number {
  const { people, households, places, tally } = world
  const before = tally.departures
  const { given } = places
  for (let h = 0; h < households.count; h++) {
    if (households.first[h] < 0 || given[households.origin[h]] < 0) continue
    let all = true
    for (let i = households.first[h]; i >= 0 && all; i = people.next[i]) all = given[people.place[i]] >= 0
    if (all) dismiss(world, h)
  }
  return tally.departures - before
}

/** A household that is no longer followed, unless somebody of it belongs to the stage by marriage or registration. */
function dismiss({ people, households, places, tally }: World, h: number): void {
  for (let i = households.first[h]; i >= 0; i = people.next[i]) {
    const partner = people.partner[i]
    if (places.given[people.registered[i]] < 0 || (partner >= 0 && people.household[partner] !== h)) return
  }
  for (let i = households.first[h]; i >= 0; i = people.next[i]) {
    people.word[i] &= ~aliveBit
    tally.departures++
  }
  households.first[h] = -1
}
