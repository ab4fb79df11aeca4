/**
 * Fertility: women with a partner have children at rates that add up to the UN's for all women, more in villages than in cities;
 * a migrant takes on the rate of the destination over some years. MODEL section 3, demography.
 */
import { exp } from '../math.ts'
import { certain, chanceOf, draw, halfId } from '../random.ts'
import { areaOf } from '../places.ts'
import {
  activity, activityShift, addPerson, ageMask, aliveBit, childrenShift, eventBit, female, oldestAge, sexShift, villagerBit, yearsAwayMask,
  yearsAwayShift, type World,
} from '../world.ts'
import { wageIndex } from '../wage-index.ts'
import { birthRates } from './rates.ts'
import { byId } from '../order.ts'
import { scratch } from '../scratch.ts'
import { inBlocks, type ChanceFor, type Now } from './process.ts'
import { givenBirths } from './surround.ts'

/** A child's id is a function of its mother's and its rank: nobody else's birth changes it. */
const childByRank = Array.from({ length: 16 }, (_, rank) => ({ low: chanceOf('child', 'low', rank), high: chanceOf('child', 'high', rank) }))

/** 1 for women of 15–49; by sex and age, the low byte of a word. */
const mayBear = Uint8Array.from({ length: 1 << (sexShift + 1) }, (_, low) =>
  (low >>> sexShift === female && (low & ageMask) >= 15 && (low & ageMask) <= 49 ? 1 : 0))

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

const memory = { wives: scratch(Int32Array), weights: scratch(Float32Array) }

/** They hold until they are asked for again. */
export function wivesOf({ people, places, governments }: World, now: Now): Wives {
  const { data, year, parameters } = now
  const { word, place, registered, partner } = people
  const rates = birthRates(data, year, parameters.fertilityVariant, parameters.fertilityFactor)
  const areaFactor = [parameters.fertilityVillage, parameters.fertilityTown, parameters.fertilityCity]
  const area = new Uint8Array(places.count)
  for (let j = 0; j < places.count; j++) area[j] = areaOf(places, j)
  // Weight of the area of registration after so many years away.
  const kept = Float64Array.from({ length: yearsAwayMask + 1 }, (_, years) => exp(-years / parameters.fertilityAdaptation))
  const { fertilityAfterSecond } = parameters
  const byProvince = governments.fertility
  const propensity = (i: number): number => {
    const here = areaFactor[area[place[i]]]
    const there = areaFactor[area[registered[i]]]
    const years = (word[i] >>> yearsAwayShift) & yearsAwayMask
    const parity = (word[i] >>> childrenShift) & 15
    return byProvince[places.province[place[i]]] * (here + (there - here) * kept[years]) * (parity < 2 ? 1 : parity === 15 ? 0 : fertilityAfterSecond)
  }

  // Births expected of all women of an age, shared out among those with a partner by their propensity.
  const women = new Float64Array(oldestAge + 1)
  const shares = new Float64Array(oldestAge + 1)
  // Each has a partner of her own, so they are half of the people at most.
  const wives = memory.wives(people.count >> 1)
  const weights = memory.weights(people.count >> 1)
  let wed = 0
  inBlocks(people.count, (start, end) => {
    for (let i = start; i < end; i++) {
      const now = word[i]
      if (mayBear[now & 0xff] === 0 || (now & aliveBit) === 0) continue
      const age = now & ageMask
      women[age]++
      if (partner[i] < 0) continue
      wives[wed] = i
      weights[wed] = propensity(i)
      shares[age] += weights[wed++]
    }
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

export function giveBirth(world: World, now: Now, chanceFor: ChanceFor): void {
  const { data, year, parameters } = now
  const { people, households } = world
  const { word, idLow, idHigh } = people
  const chance = chanceFor('birth')
  const sexChance = chanceFor('sex of a child')
  const homeChance = chanceFor('where a child lives')
  const { number, wives, weights, perShare } = wivesOf(world, now)
  // Births that cash for children adds: the more, the more it is beside what the household lives on.
  const support = parameters.familySupport * wageIndex(world)
  const { income } = households
  const added = (h: number) => 1 + parameters.familyResponse * Math.min(1, support / Math.max(leastIncome, income[h]))
  const mothers: number[] = []
  inBlocks(number, (start, end) => {
    for (let n = start; n < end; n++) {
      const i = wives[n]
      if (draw(chance, idLow[i], idHigh[i]) < certain * perShare[word[i] & ageMask] * weights[n] * (support === 0 ? 1 : added(people.household[i]))) mothers.push(i)
    }
  })

  const girls = certain / (1 + data.fertility.boysPerGirl[Math.min(data.fertility.tfrYear.indexOf(year), data.fertility.boysPerGirl.length - 1)])
  for (const mother of byId(Int32Array.from(mothers), idLow)) {
    // Adding may replace the columns: read them anew each time.
    const columns = world.people
    const low = columns.idLow[mother]
    const high = columns.idHigh[mother]
    const rank = (columns.word[mother] >>> childrenShift) & 15
    const itsLow = halfId(childByRank[rank].low, low, high)
    const itsHigh = halfId(childByRank[rank].high, low, high)
    const h = columns.household[mother]
    const father = columns.partner[mother]
    const away = columns.place[mother] !== households.home[h]
    const withGrandparents = away && someoneAtHome(world, h)
      && draw(homeChance, itsLow, itsHigh) < certain * parameters.babyStaysHome
    columns.word[mother] += 1 << childrenShift
    columns.word[mother] |= eventBit
    addPerson(world, {
      word: (activity.infant << activityShift) | aliveBit | (columns.word[mother] & villagerBit)
        | ((draw(sexChance, itsLow, itsHigh) < girls ? 1 : 0) << sexShift),
      idLow: itsLow, idHigh: itsHigh, household: h,
      place: withGrandparents ? households.home[h] : columns.place[mother],
      registered: columns.registered[mother], mother, father,
    })
  }
  world.tally.births = mothers.length
}

/** Whether a grown member lives where the household keeps house. */
function someoneAtHome({ people, households }: World, h: number): boolean {
  for (let i = households.first[h]; i >= 0; i = people.next[i]) {
    if (people.place[i] === households.home[h] && (people.word[i] & ageMask) >= 35) return true
  }
  return false
}
