/** Who has a child, and what it is: see sim/processes/give-birth.ts. */
import {
  activityShift, ageMask, aliveBit, childrenShift, eventBit, infant, lowBits, sexShift, villagerBit, yearsAwayMask, yearsAwayShift,
} from '../codes/person-word.ts'
import { draw, halfId } from './random.ts'
import { link } from './world.ts'

/**
 * Counts women of 15–49 by age, and lists those with a partner, without branches.
 * @returns how many are listed
 */
export function listWives(people: People, mayBear: Uint8s, byAge: Int32s, wives: Int32s): i32 {
  const word = people.word
  const partner = people.partner
  const count = people.count
  let wed = 0
  for (let i = 0; i < count; i++) {
    const low = word[i] & lowBits
    const may = mayBear[low]
    byAge[low & ageMask] += may
    wives[wed] = i
    wed += may & (~partner[i] >>> 31)
  }
  return wed
}

/** See `Propensities`. */
@unmanaged
export class PropensitiesOf {
  byPlace!: Float64s
  kept!: Float64s
  byParity!: Float64s
}

/** The propensities of wives, and their sums by age. */
export function weighWives(people: People, wives: Int32s, number: i32, propensities: PropensitiesOf, weights: Float32s, shares: Float64s): void {
  const word = people.word
  const place = people.place
  const registered = people.registered
  const byPlace = propensities.byPlace
  const kept = propensities.kept
  const byParity = propensities.byParity
  for (let n = 0; n < number; n++) {
    const i = wives[n]
    const now = word[i]
    const at = place[i] * 2
    const here = byPlace[at]
    const there = byPlace[registered[i] * 2]
    const area = here + (there - here) * kept[(now >>> yearsAwayShift) & yearsAwayMask]
    weights[n] = byPlace[at + 1] * area * byParity[(now >>> childrenShift) & 15]
    shares[now & ageMask] += weights[n]
  }
}

/** See `Bearing`. */
@unmanaged
export class BearingOf {
  certain!: f64
  perShare!: Float64s
  support!: f64
  response!: f64
  leastIncome!: f64
  girls!: f64
  stays!: f64
}

/** See `Children`. */
@unmanaged
export class ChildrenOf {
  word!: Int32s
  idLow!: Int32s
  idHigh!: Int32s
  household!: Int32s
  home!: Uint16s
  first!: Int32s
  place!: Uint16s
  registered!: Uint16s
  mother!: Int32s
  father!: Int32s
  motherId!: Int32s
  fatherId!: Int32s
}

/**
 * Who has a child this year, and the child that each of them has.
 * @param block wives who are asked at a time: what is looked up of a mother is still at hand when her child is made
 * @returns how many `children` there are
 */
export function giveBirth(
  people: People, households: Households, wives: Int32s, number: i32, block: i32, weights: Float32s, bearing: BearingOf, childByRank: Int32s, birth: Chance,
  sexChance: Chance, homeChance: Chance, children: ChildrenOf,
): i32 {
  let births = 0
  for (let start = 0; start < number; start += block) {
    const end = start + block
    const before = births
    births = whoBears(people, households, wives, start, end < number ? end : number, weights, bearing, birth, children.mother, before)
    lookUp(people, households, before, births, children)
    bear(people, before, births, bearing, childByRank, sexChance, homeChance, children)
  }
  return births
}

/** @returns how many `mothers` lists, with those before */
function whoBears(
  people: People, households: Households, wives: Int32s, start: i32, end: i32, weights: Float32s, bearing: BearingOf, chance: Chance, mothers: Int32s,
  before: i32,
): i32 {
  const word = people.word
  const idLow = people.idLow
  const idHigh = people.idHigh
  const household = people.household
  const income = households.income
  const certain = bearing.certain
  const perShare = bearing.perShare
  const support = bearing.support
  const response = bearing.response
  const leastIncome = bearing.leastIncome
  const k0 = chance.k0
  const k1 = chance.k1
  let births = before
  for (let n = start; n < end; n++) {
    const i = wives[n]
    let threshold = certain * perShare[word[i] & ageMask] * weights[n]
    if (support !== 0) threshold *= 1.0 + response * Math.min(1, support / Math.max(leastIncome, income[household[i]]))
    if (f64(draw(k0, k1, idLow[i], idHigh[i])) < threshold) mothers[births++] = i
  }
  return births
}

/** What there is to know of mothers: a loop as short as this waits for many looks side by side, and the next one finds them at hand. */
function lookUp(people: People, households: Households, start: i32, end: i32, children: ChildrenOf): void {
  const idLow = people.idLow
  const household = people.household
  const place = people.place
  const registered = people.registered
  const partner = people.partner
  const home = households.home
  const first = households.first
  for (let n = start; n < end; n++) {
    const mother = children.mother[n]
    const father = partner[mother]
    const h = household[mother]
    children.place[n] = place[mother]
    children.registered[n] = registered[mother]
    children.motherId[n] = idLow[mother]
    children.father[n] = father
    children.fatherId[n] = idLow[father]
    children.household[n] = h
    children.home[n] = home[h]
    children.first[n] = first[h]
  }
}

/** The child that each mother has now. */
function bear(people: People, start: i32, end: i32, bearing: BearingOf, childByRank: Int32s, sexChance: Chance, homeChance: Chance, children: ChildrenOf): void {
  const word = people.word
  const idHigh = people.idHigh
  const girls = bearing.girls
  const stays = bearing.stays
  const sex0 = sexChance.k0
  const sex1 = sexChance.k1
  const home0 = homeChance.k0
  const home1 = homeChance.k1
  for (let n = start; n < end; n++) {
    const mother = children.mother[n]
    const before = word[mother]
    const low = children.motherId[n]
    const high = idHigh[mother]
    const at = ((before >>> childrenShift) & 15) * 4
    const itsLow = halfId(childByRank[at], childByRank[at + 1], low, high)
    const itsHigh = halfId(childByRank[at + 2], childByRank[at + 3], low, high)
    const home = children.home[n]
    if (children.place[n] !== home && someoneAtHome(people, children.first[n], home) && f64(draw(home0, home1, itsLow, itsHigh)) < stays) {
      children.place[n] = home
    }
    const sex = i32(f64(draw(sex0, sex1, itsLow, itsHigh)) < girls)
    children.word[n] = (infant << activityShift) | aliveBit | (before & villagerBit) | (sex << sexShift)
    children.idLow[n] = itsLow
    children.idHigh[n] = itsHigh
    word[mother] = (before + (1 << childrenShift)) | eventBit
  }
}

/** Assumption. */
const youngestGrandparent = 35

/** Whether somebody who may look after a child, of the members from the first on, lives where the household keeps house. */
function someoneAtHome(people: People, first: i32, home: i32): boolean {
  const place = people.place
  const word = people.word
  const next = people.next
  for (let i = first; i >= 0; i = next[i]) {
    if (place[i] === home && (word[i] & ageMask) >= youngestGrandparent) return true
  }
  return false
}

/** Adds the children, in the order of the list, and links them into their households. There is room for them. */
export function addChildren(people: People, households: Households, children: ChildrenOf, list: Int32s, number: i32): void {
  const before = people.count
  for (let n = 0; n < number; n++) {
    const child = list[n]
    const i = before + n
    people.word[i] = children.word[child]
    people.idLow[i] = children.idLow[child]
    people.idHigh[i] = children.idHigh[child]
    people.place[i] = children.place[child]
    people.registered[i] = children.registered[child]
    people.mother[i] = children.mother[child]
    people.father[i] = children.father[child]
    people.motherId[i] = children.motherId[child]
    people.fatherId[i] = children.fatherId[child]
    people.partner[i] = -1
    link(people, households, i, children.household[child])
  }
}
