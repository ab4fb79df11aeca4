/**
 * Fertility: women with a partner have children at rates that add up to the UN's for all women, more in villages than in cities, though ever less so;
 * a migrant takes on the rate of the destination over some years.
 */
import { block } from '../blocks.ts'
import { exp, pow } from '../math.ts'
import { constant, type Memory } from '../memory.ts'
import { certain, chanceOf } from '../random.ts'
import type { Parameters } from '../parameters.ts'
import { areaOf } from '../places.ts'
import { ageMask, aliveBit, female, lowBits, oldestAge, sexShift, yearsAwayMask } from '../codes/person-word.ts'
import { makeRoom, type World } from '../world.ts'
import { wageIndex } from '../wage-index.ts'
import { birthRates, differenceLeft } from './rates.ts'
import { byId } from '../order.ts'
import { scratchIn, scratchZerosIn, sharedIn } from '../scratch.ts'
import type { ChanceFor, Now } from './process.ts'
import { givenBirths } from './surround.ts'

/** A child's id is a function of its mother's and its rank: nobody else's birth changes it. Four words by rank: the keys of the two halves. */
const childByRank = constant(Int32Array.from(Array.from({ length: 16 }, (_, rank) => [chanceOf('child', 'low', rank), chanceOf('child', 'high', rank)])
  .flat().flatMap(({ k0, k1 }) => [k0, k1])))

/** 1 for women of 15–49; by the low bits of a word. */
const mayBear = constant(Uint8Array.from({ length: lowBits + 1 }, (_, low) => {
  const age = low & ageMask
  return (low & aliveBit) !== 0 && ((low >>> sexShift) & 1) === female && age >= 15 && age <= 49 ? 1 : 0
}))

/** Most births per partnered woman without a child and year, × her propensity by area. Assumption. */
const mostBirths = 0.35
/** Incomes per head below this count as this beside support for children, yuan of 2010. */
const leastIncome = 1000

/** Women with a partner, the propensity of each, and births per unit of it by age. */
export interface Wives {
  number: number
  wives: Int32Array
  weights: Float32Array
  perShare: Float64Array
}

const scratch = {
  wives: sharedIn(0, Int32Array), weights: sharedIn(1, Float32Array), women: scratchZerosIn(Int32Array), shares: scratchZerosIn(Float64Array),
  perShare: scratchZerosIn(Float64Array), byPlace: scratchIn(Float64Array), kept: scratchIn(Float64Array), byParity: scratchIn(Float64Array),
  order: scratchIn(Int32Array), word: scratchIn(Int32Array), idLow: scratchIn(Int32Array), idHigh: scratchIn(Int32Array), household: scratchIn(Int32Array),
  home: scratchIn(Uint16Array), first: scratchIn(Int32Array), place: scratchIn(Uint16Array), registered: scratchIn(Uint16Array),
  mother: sharedIn(2, Int32Array), father: scratchIn(Int32Array), motherId: scratchIn(Int32Array), fatherId: scratchIn(Int32Array),
}

/** They hold until they are asked for again. */
export function wivesOf(world: World, now: Now): Wives {
  const { data, year, parameters } = now
  const { memory, people } = world
  const rates = birthRates(data, year, parameters.fertilityVariant, parameters.fertilityFactor)
  const propensities = propensitiesOf(world, parameters, year)
  // Births expected of all women of an age, shared out among those with a partner by their propensity.
  const women = scratch.women(memory, oldestAge + 1)
  const shares = scratch.shares(memory, oldestAge + 1)
  const wives = scratch.wives(memory, people.count)
  const weights = scratch.weights(memory, people.count)
  const wed = memory.loops.listWives(people, mayBear, women, wives)
  memory.loops.weighWives(people, wives, wed, propensities, weights, shares)
  // Where too few women of an age have a partner, the births that are missing come a year later.
  const perShare = scratch.perShare(memory, oldestAge + 1)
  let due = 0
  for (let age = 15; age < 50; age++) {
    due += rates[age] * women[age]
    perShare[age] = shares[age] > 0 ? Math.min(mostBirths / parameters.fertilityFirst, due / shares[age]) : 0
    due -= perShare[age] * shares[age]
  }
  const given = givenBirths(now, rates.reduce((total, rate) => total + rate, 0))
  if (given) for (let age = 15; age < 50; age++) perShare[age] = given(age)
  return { number: wed, wives, weights, perShare }
}

/** What a woman's propensity to have a child depends on. */
interface Propensities {
  /** `[place * 2]`: that of the place's area; after it how far its counties’ births differ from what ages and areas give. */
  byPlace: Float64Array
  /** Weight of the area of registration after so many years away. */
  kept: Float64Array
  /** By children born. */
  byParity: Float64Array
}

/** The year to which areas differ as in their tables of 2001–05: children were counted where these have them. Assumption. */
const areasMeasured = 2010

function propensitiesOf({ memory, places }: World, parameters: Parameters, year: number): Propensities {
  const left = differenceLeft(parameters.fertilityConverges, areasMeasured, year)
  const byArea = [parameters.fertilityVillage, parameters.fertilityTown, parameters.fertilityCity].map(factor => pow(factor, left))
  const byPlace = scratch.byPlace(memory, places.count * 2)
  for (let j = 0; j < places.count; j++) {
    byPlace[j * 2] = byArea[areaOf(places, j)]
    byPlace[j * 2 + 1] = places.fertility[j]
  }
  const kept = scratch.kept(memory, yearsAwayMask + 1)
  for (let years = 0; years <= yearsAwayMask; years++) kept[years] = exp(-years / parameters.fertilityAdaptation)
  const byParity = scratch.byParity(memory, 16)
  for (let parity = 0; parity < 16; parity++) byParity[parity] = parity === 0 ? parameters.fertilityFirst : parity === 1 ? 1 : parity === 15 ? 0 : parameters.fertilityAfterSecond
  return { byPlace, kept, byParity }
}

/** What is drawn for a wife, and then for her child. */
interface Bearing {
  certain: number
  /** Births per unit of propensity, by age. */
  perShare: Float64Array
  /** Births that cash for children adds: the more, the more it is beside what the household lives on. */
  support: number
  response: number
  leastIncome: number
  /** Below these draws children are girls, and stay with grandparents. */
  girls: number
  stays: number
}

/** Newborn children, in the order of memory of their mothers, and what people's columns have of them. */
interface Children {
  word: Int32Array
  idLow: Int32Array
  idHigh: Int32Array
  household: Int32Array
  /** Where the household keeps house, and its first member. */
  home: Uint16Array
  first: Int32Array
  place: Uint16Array
  registered: Uint16Array
  mother: Int32Array
  father: Int32Array
  motherId: Int32Array
  fatherId: Int32Array
}

/** Room for as many. */
const childrenIn = (memory: Memory, number: number): Children => ({
  word: scratch.word(memory, number), idLow: scratch.idLow(memory, number), idHigh: scratch.idHigh(memory, number),
  household: scratch.household(memory, number), home: scratch.home(memory, number), first: scratch.first(memory, number),
  place: scratch.place(memory, number), registered: scratch.registered(memory, number), mother: scratch.mother(memory, number),
  father: scratch.father(memory, number), motherId: scratch.motherId(memory, number), fatherId: scratch.fatherId(memory, number),
})

export function giveBirth(world: World, now: Now, chanceFor: ChanceFor): void {
  const { data, year, parameters } = now
  const { memory, people, households } = world
  const { number, wives, weights, perShare } = wivesOf(world, now)
  const bearing: Bearing = {
    certain, perShare, support: parameters.familySupport * wageIndex(world), response: parameters.familyResponse, leastIncome,
    girls: certain / (1 + data.fertility.boysPerGirl[Math.min(data.fertility.tfrYear.indexOf(year), data.fertility.boysPerGirl.length - 1)]),
    stays: certain * parameters.babyStaysHome,
  }
  const newborn = childrenIn(memory, number)
  const births = memory.loops.giveBirth(
    people, households, wives, number, block, weights, bearing, childByRank, chanceFor('birth'), chanceFor('sex of a child'), chanceFor('where a child lives'),
    newborn)
  const children = makeRoom(world, { persons: births, households: 0 }, newborn)
  // Children are made in the order of memory, which takes less time, and added in the order of their mothers' ids.
  const order = scratch.order(world.memory, births)
  world.memory.loops.countOff(order, births)
  world.memory.loops.addChildren(world.people, world.households, children, byId(world.memory, order, children.motherId), births)
  world.people.count += births
  world.tally.births = births
}
