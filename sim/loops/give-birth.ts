/** Who has a child, and what it is: see sim/processes/give-birth.ts. */
import {
  activityShift, ageMask, aliveBit, childrenShift, eventBit, infant, lowBits, sexShift, villagerBit, yearsAwayMask, yearsAwayShift,
} from '../codes/person-word.ts'
import { draw, halfId } from './random.ts'

/**
 * Counts women of 15–49 by age, and lists those with a partner, without branches, which processors would guess wrong for people.
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

/** @returns how many `mothers` lists */
export function whoBears(
  people: People, households: Households, wives: Int32s, number: i32, weights: Float32s, bearing: BearingOf, chance: Chance, mothers: Int32s,
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
  let births = 0
  for (let n = 0; n < number; n++) {
    const i = wives[n]
    let threshold = certain * perShare[word[i] & ageMask] * weights[n]
    if (support !== 0) threshold *= 1.0 + response * Math.min(1, support / Math.max(leastIncome, income[household[i]]))
    if (f64(draw(k0, k1, idLow[i], idHigh[i])) < threshold) mothers[births++] = i
  }
  return births
}

/** See `Children`. */
@unmanaged
export class ChildrenOf {
  word!: Int32s
  idLow!: Int32s
  idHigh!: Int32s
  place!: Uint16s
  motherLow!: Int32s
}

/** The child that each mother has now. */
export function bear(
  people: People, households: Households, mothers: Int32s, number: i32, bearing: BearingOf, childByRank: Int32s, sexChance: Chance, homeChance: Chance,
  children: ChildrenOf,
): void {
  const word = people.word
  const idLow = people.idLow
  const idHigh = people.idHigh
  const household = people.household
  const place = people.place
  const home = households.home
  const itsWord = children.word
  const itsIdLow = children.idLow
  const itsIdHigh = children.idHigh
  const itsPlace = children.place
  const motherLow = children.motherLow
  const girls = bearing.girls
  const stays = bearing.stays
  const sex0 = sexChance.k0
  const sex1 = sexChance.k1
  const home0 = homeChance.k0
  const home1 = homeChance.k1
  for (let n = 0; n < number; n++) {
    const mother = mothers[n]
    const before = word[mother]
    const low = idLow[mother]
    const high = idHigh[mother]
    const at = ((before >>> childrenShift) & 15) * 4
    const itsLow = halfId(childByRank[at], childByRank[at + 1], low, high)
    const itsHigh = halfId(childByRank[at + 2], childByRank[at + 3], low, high)
    const h = household[mother]
    const here = place[mother]
    const withGrandparents = here !== home[h] && someoneAtHome(people, households, h) && f64(draw(home0, home1, itsLow, itsHigh)) < stays
    const sex = i32(f64(draw(sex0, sex1, itsLow, itsHigh)) < girls)
    itsWord[n] = (infant << activityShift) | aliveBit | (before & villagerBit) | (sex << sexShift)
    itsIdLow[n] = itsLow
    itsIdHigh[n] = itsHigh
    itsPlace[n] = withGrandparents ? home[h] : here
    motherLow[n] = low
    word[mother] = (before + (1 << childrenShift)) | eventBit
  }
}

/** Whether a grown member lives where the household keeps house. */
function someoneAtHome(people: People, households: Households, h: i32): boolean {
  const home = households.home[h]
  const place = people.place
  const word = people.word
  const next = people.next
  for (let i = households.first[h]; i >= 0; i = next[i]) {
    if (place[i] === home && (word[i] & ageMask) >= 35) return true
  }
  return false
}
