/**
 * Fertility: women with a partner have children at rates that add up to the UN's for all women, more in villages than in cities;
 * a migrant takes on the rate of the destination over some years. MODEL section 3, demography.
 */
import { exp } from '../math.ts'
import { certain, chanceOf, draw, halfId } from '../random.ts'
import type { Parameters } from '../parameters.ts'
import { areaOf } from '../places.ts'
import {
  activityShift, ageMask, aliveBit, childrenShift, eventBit, female, lowBits, oldestAge, sexShift, villagerBit, yearsAwayMask, yearsAwayShift,
} from '../person-word.ts'
import { activity, addPerson, type Households, type NewPerson, type People, type World } from '../world.ts'
import { wageIndex } from '../wage-index.ts'
import { birthRates } from './rates.ts'
import { byId } from '../order.ts'
import { scratch } from '../scratch.ts'
import { block, inBlocks } from '../blocks.ts'
import type { ChanceFor, Now } from './process.ts'
import { givenBirths } from './surround.ts'

/** A child's id is a function of its mother's and its rank: nobody else's birth changes it. */
const childByRank = Array.from({ length: 16 }, (_, rank) => ({ low: chanceOf('child', 'low', rank), high: chanceOf('child', 'high', rank) }))

/** 1 for women of 15–49; by the low bits of a word. */
const mayBear = Uint8Array.from({ length: lowBits + 1 }, (_, low) => {
  const age = low & ageMask
  return (low & aliveBit) !== 0 && ((low >>> sexShift) & 1) === female && age >= 15 && age <= 49 ? 1 : 0
})

/** Most births per partnered woman and year, × her propensity. */
const mostPerShare = 0.35
/** Incomes per head below this count as this beside support for children, yuan of 2010. */
const leastIncome = 1000

/** Women with a partner, the propensity of each, and births per unit of it by age. */
export interface Wives {
  number: number
  wives: Int32Array
  weights: Float32Array
  perShare: Float64Array
}

/** Women of a block who may have a child. */
const womenHere = new Int32Array(block)

const memory = {
  wives: scratch(Int32Array), weights: scratch(Float32Array), motherLow: scratch(Int32Array), order: scratch(Int32Array), byPlace: scratch(Float64Array),
}

/** They hold until they are asked for again. */
export function wivesOf(world: World, now: Now): Wives {
  const { data, year, parameters } = now
  const { people } = world
  const rates = birthRates(data, year, parameters.fertilityVariant, parameters.fertilityFactor)
  const propensities = propensitiesOf(world, parameters)
  // Births expected of all women of an age, shared out among those with a partner by their propensity.
  const women = new Int32Array(oldestAge + 1)
  const shares = new Float64Array(oldestAge + 1)
  const wives = memory.wives(people.count)
  const weights = memory.weights(people.count)
  let wed = 0
  inBlocks(people.count, (start, end) => {
    const before = wed
    wed = listWives(people, listWomen(people, start, end), women, wives, wed)
    weigh(people, wives, before, wed, propensities, weights, shares)
  })
  // Where too few women of an age have a partner, the births that are missing come a year later.
  const perShare = new Float64Array(oldestAge + 1)
  let due = 0
  for (let age = 15; age < 50; age++) {
    due += rates[age] * women[age]
    perShare[age] = shares[age] > 0 ? Math.min(mostPerShare, due / shares[age]) : 0
    due -= perShare[age] * shares[age]
  }
  const given = givenBirths(now, rates.reduce((total, rate) => total + rate, 0))
  if (given) for (let age = 15; age < 50; age++) perShare[age] = given(age)
  return { number: wed, wives, weights, perShare }
}

/** Lists women of 15–49 without branches, which processors would guess wrong for people. @returns how many there are */
function listWomen({ word }: People, start: number, end: number): number {
  let number = 0
  for (let i = start; i < end; i++) {
    womenHere[number] = i
    number += mayBear[word[i] & lowBits]
  }
  return number
}

/** Counts women by age, and adds those with a partner to the list. @returns how many are in it now */
function listWives({ word, partner }: People, number: number, byAge: Int32Array, wives: Int32Array, wed: number): number {
  for (let n = 0; n < number; n++) {
    const i = womenHere[n]
    byAge[word[i] & ageMask]++
    wives[wed] = i
    wed += ~partner[i] >>> 31
  }
  return wed
}

/** What a woman's propensity to have a child is told by. */
interface Propensities {
  /** `[place * 2]`: that of the place's area; after it that of the level of its province. */
  byPlace: Float64Array
  /** Weight of the area of registration after so many years away. */
  kept: Float64Array
  /** By children born. */
  byParity: Float64Array
}

function propensitiesOf({ places, governments }: World, parameters: Parameters): Propensities {
  const byArea = [parameters.fertilityVillage, parameters.fertilityTown, parameters.fertilityCity]
  const byPlace = memory.byPlace(places.count * 2)
  for (let j = 0; j < places.count; j++) {
    byPlace[j * 2] = byArea[areaOf(places, j)]
    byPlace[j * 2 + 1] = governments.fertility[places.province[j]]
  }
  return {
    byPlace,
    kept: Float64Array.from({ length: yearsAwayMask + 1 }, (_, years) => exp(-years / parameters.fertilityAdaptation)),
    byParity: Float64Array.from({ length: 16 }, (_, parity) => (parity < 2 ? 1 : parity === 15 ? 0 : parameters.fertilityAfterSecond)),
  }
}

/** The propensities of some of the wives, and their sums by age. */
function weigh(
  { word, place, registered }: People, wives: Int32Array, from: number, to: number, { byPlace, kept, byParity }: Propensities,
  weights: Float32Array, shares: Float64Array,
): void {
  for (let n = from; n < to; n++) {
    const i = wives[n]
    const now = word[i]
    const here = byPlace[place[i] * 2]
    const there = byPlace[registered[i] * 2]
    const area = here + (there - here) * kept[(now >>> yearsAwayShift) & yearsAwayMask]
    weights[n] = byPlace[place[i] * 2 + 1] * area * byParity[(now >>> childrenShift) & 15]
    shares[now & ageMask] += weights[n]
  }
}

/** Mothers of a block of wives, and what a child takes from its own. */
const mothers = {
  person: new Int32Array(block), household: new Int32Array(block), home: new Int32Array(block), place: new Int32Array(block),
  registered: new Int32Array(block), partner: new Int32Array(block),
}

export function giveBirth(world: World, now: Now, chanceFor: ChanceFor): void {
  const { data, year, parameters } = now
  const { people, households } = world
  const { word, idLow, idHigh, household } = people
  const chance = chanceFor('birth')
  const { number, wives, weights, perShare } = wivesOf(world, now)
  // Births that cash for children adds: the more, the more it is beside what the household lives on.
  const support = parameters.familySupport * wageIndex(world)
  const { income } = households
  const added = (h: number) => 1 + parameters.familyResponse * Math.min(1, support / Math.max(leastIncome, income[h]))
  const sexChance = chanceFor('sex of a child')
  const homeChance = chanceFor('where a child lives')
  const girls = certain / (1 + data.fertility.boysPerGirl[Math.min(data.fertility.tfrYear.indexOf(year), data.fertility.boysPerGirl.length - 1)])
  // Children are made in the order of memory, which takes less time, and added in the order of their mothers' ids.
  const children: NewPerson[] = []
  inBlocks(number, (start, end) => {
    let births = 0
    for (let n = start; n < end; n++) {
      const i = wives[n]
      const threshold = certain * perShare[word[i] & ageMask] * weights[n] * (support === 0 ? 1 : added(household[i]))
      if (draw(chance, idLow[i], idHigh[i]) < threshold) mothers.person[births++] = i
    }
    readMothers(people, households, births)
    for (let n = 0; n < births; n++) children.push(bear(n))
  })
  const motherLow = memory.motherLow(children.length)
  const order = memory.order(children.length)
  for (let n = 0; n < children.length; n++) {
    motherLow[n] = idLow[children[n].mother]
    order[n] = n
  }
  for (const n of byId(order, motherLow)) addPerson(world, children[n])
  world.tally.births = children.length

  /** The child that a mother of the block has now. */
  function bear(n: number): NewPerson {
    const mother = mothers.person[n]
    const h = mothers.household[n]
    const home = mothers.home[n]
    const place = mothers.place[n]
    const low = idLow[mother]
    const high = idHigh[mother]
    const rank = (word[mother] >>> childrenShift) & 15
    const itsLow = halfId(childByRank[rank].low, low, high)
    const itsHigh = halfId(childByRank[rank].high, low, high)
    const withGrandparents = place !== home && someoneAtHome(world, h) && draw(homeChance, itsLow, itsHigh) < certain * parameters.babyStaysHome
    const sex = draw(sexChance, itsLow, itsHigh) < girls ? 1 : 0
    const its = (activity.infant << activityShift) | aliveBit | (word[mother] & villagerBit) | (sex << sexShift)
    word[mother] = (word[mother] + (1 << childrenShift)) | eventBit
    return {
      word: its, idLow: itsLow, idHigh: itsHigh, household: h, place: withGrandparents ? home : place, registered: mothers.registered[n],
      mother, father: mothers.partner[n],
    }
  }
}

/** All of a block together: loads that do not wait for each other take less time. */
function readMothers({ household, place, registered, partner }: People, { home }: Households, number: number): void {
  for (let n = 0; n < number; n++) {
    const i = mothers.person[n]
    mothers.household[n] = household[i]
    mothers.home[n] = home[household[i]]
    mothers.place[n] = place[i]
    mothers.registered[n] = registered[i]
    mothers.partner[n] = partner[i]
  }
}

/** Whether a grown member lives where the household keeps house. */
function someoneAtHome({ people, households }: World, h: number): boolean {
  for (let i = households.first[h]; i >= 0; i = people.next[i]) {
    if (people.place[i] === households.home[h] && (people.word[i] & ageMask) >= 35) return true
  }
  return false
}
