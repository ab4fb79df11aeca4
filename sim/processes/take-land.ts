/**
 * Land: growing places take land from their villages, whose households are paid, sometimes dispute it, and become townspeople; then land of those
 * who do not farm is let.
 */
import { censusByProvince } from '../data.ts'
import { exp, pow } from '../math.ts'
import type { Parameters } from '../parameters.ts'
import { certain, draw } from '../random.ts'
import { scratch, scratchIn, scratchZeros, sharedIn } from '../scratch.ts'
import { aliveBit, villagerBit } from '../codes/person-word.ts'
import type { World } from '../world.ts'
import type { ChanceFor, Now } from './process.ts'
import { letLand } from './let-land.ts'

/** Output of a mu in yuan of 2010: compensation is a multiple of it. Derived: 3.7 tn yuan of crop output on 1,826 m mu. */
const outputPerMu = 2000

export function takeLand(world: World, now: Now, chanceFor: ChanceFor): void {
  if (now.first) lookBack(world, now)
  else expropriate(world, now, chanceFor)
  letLand(world, now)
}

/**
 * Land follows the growth of the year before, as statistics tell it. For the year before the first that is the yearly growth of the province's towns and
 * cities between the censuses of 2000 and 2010, less those who lived on the land already.
 */
function lookBack({ places }: World, { parameters: p, data }: Now): void {
  const { villages, count, residents, largest, province, rent } = places
  const share = censusByProvince(data, 2010).urban.map((urban, q) => Math.max(0, 1 - pow(data.provinceCensus2000.urban[q] / urban, 1 / 10)))
  for (let j = villages; j < count; j++) {
    const villagersPerNewcomer = landForNewcomer(p, rent[j]) / p.fringeLandPerHead
    largest[j] = Math.round(residents[j] * (1 - share[province[j]] / (1 + villagersPerNewcomer)))
  }
}

/** Part of a village's land above the redline that can be taken in a year. Assumption. */
const withinReach = 0.05

/**
 * Towns and cities that grew take land, first of their own villages, then, a prefecture's city, of the whole prefecture; what they do not get they want
 * next year too, and it makes them dear. Holders are paid, may dispute, and settle in town with urban registration.
 */
function expropriate(world: World, { parameters: p }: Now, chanceFor: ChanceFor): void {
  const { places, governments, scale } = world
  const { villages, count, farmland, farmlandBase, landShort, landTaken, disputes } = places
  for (let j = villages; j < count; j++) {
    const newcomers = Math.max(0, places.residents[j] - places.largest[j]) * scale
    if (newcomers > 0) landShort[j] += newcomers * landForNewcomer(p, places.rent[j])
  }
  for (let j = 0; j < count; j++) places.largest[j] = Math.max(places.largest[j], places.residents[j])
  const left = memory.left(villages)
  for (let v = 0; v < villages; v++) left[v] = withinReach * Math.max(0, farmland[v] - p.farmlandKept * farmlandBase[v])
  landTaken.fill(0)
  disputes.fill(0)
  governments.landRevenue.fill(0)
  const terms = termsOf(world, p)
  const near = takeFrom(world, p, terms, left, places.town, memory.near)
  const far = takeFrom(world, p, terms, left, places.city, memory.far)
  settle(world, p, near, far, chanceFor)
  for (let v = 0; v < villages; v++) farmland[v] -= landTaken[v]
}

/** Land that is taken for somebody who does not live on it already, mu: where land is dear people build more densely (Alonso, Muth). */
const landForNewcomer = (p: Parameters, rent: number): number => p.landPerResident * pow(Math.max(leastRent, rent), -p.landRentElasticity)
/** Below the rent of a town of 20,000 people build no less densely. Assumption. */
const leastRent = 0.5

/** Land that the taker of each village, its town or its city, gets of it, mu. */
interface Taking {
  taker: Int32Array
  taken: Float64Array
}

const memory = {
  left: scratch(Float64Array), near: scratchZeros(Float64Array), far: scratchZeros(Float64Array), reach: scratchZeros(Float64Array), part: scratchZeros(Float64Array),
  fair: scratch(Float64Array), disputed: scratch(Float64Array),
  toNear: scratch(Float64Array), toEither: scratchIn(Float64Array), losers: sharedIn(0, Int32Array),
}

/** What holders take as fair of each town that takes their land, multiples of yearly output; and the chance of a dispute. */
interface Terms {
  fair: Float64Array
  disputed: Float64Array
}

function termsOf({ places: { count, villages, rent } }: World, p: Parameters): Terms {
  const fair = memory.fair(count)
  const disputed = memory.disputed(count)
  for (let j = villages; j < count; j++) {
    fair[j] = p.fairCompensation * pow(rent[j], p.fairRentElasticity)
    disputed[j] = disputeChance(p, fair[j])
  }
  return { fair, disputed }
}

/** Takes what is wanted, from each village in proportion to what it has left; pays for it and books disputes. */
function takeFrom(
  { places, governments }: World, p: Parameters, terms: Terms, left: Float64Array, taker: Int32Array, takenIn: typeof memory.near,
): Taking {
  const { landShort, landTaken, disputes } = places
  const reach = memory.reach(places.count)
  for (let v = 0; v < left.length; v++) reach[taker[v]] += left[v]
  const part = memory.part(places.count)
  for (let j = 0; j < part.length; j++) if (reach[j] > 0) part[j] = Math.min(1, landShort[j] / reach[j])
  const taken = takenIn(left.length)
  for (let v = 0; v < left.length; v++) {
    const j = taker[v]
    const land = left[v]
    if (land === 0 || part[j] === 0) continue
    const fair = terms.fair[j]
    const disputed = terms.disputed[j]
    const mu = land * part[j] * (1 - disputeDelay * disputed)
    left[v] -= mu
    landShort[j] -= mu
    landTaken[v] += mu
    disputes[v] += (mu / muPerCase) * disputed
    const paid = p.compensation + disputed * Math.max(0, fair - p.compensation) * settledAt
    governments.landRevenue[places.province[v]] += Math.max(0, mu * (p.landRevenue - outputPerMu * paid))
    taken[v] = mu
  }
  return { taker, taken }
}

/**
 * Mu per villager at the edge of the built-up land. Where towns expand people are many and land is scarce; further out it is more. It rises evenly with the
 * villagers taken in, so that all villagers hold all land: after a part f of the land is gone, l² = l₀² + 4 l̄ (l̄ − l₀) f.
 */
export const landPerVillager = ({ fringeLandPerHead: edge, landPerHead: all }: Parameters, gone: number): number =>
  Math.sqrt(edge * edge + 4 * all * Math.max(0, all - edge) * gone)

/** Households whose land is taken, drawn by their share of the village's people: they live where they lived, now a part of the town. */
function settle(world: World, p: Parameters, near: Taking, far: Taking, chanceFor: ChanceFor): void {
  const { people, households, places, scale } = world
  const chance = chanceFor('whose land is taken')
  // Shares of the villagers that go to the near taker, and to either.
  const share = (v: number, mu: number) =>
    mu / landPerVillager(p, 1 - places.farmland[v] / Math.max(1e-9, places.farmlandBase[v])) / Math.max(1, places.registered[v] * scale)
  const toNear = memory.toNear(places.villages)
  const toEither = memory.toEither(world.memory, places.villages)
  for (let v = 0; v < places.villages; v++) {
    toNear[v] = share(v, near.taken[v]) * certain
    toEither[v] = toNear[v] + share(v, far.taken[v]) * certain
  }
  const losers = memory.losers(world.memory, households.count)
  const number = world.memory.loops.whoLosesLand(households, places.villages, toEither, chance, losers)
  for (let n = 0; n < number; n++) {
    const h = losers[n]
    const village = households.origin[h]
    const town = draw(chance, households.idLow[h], households.idHigh[h]) < toNear[village] ? near.taker[village] : far.taker[village]
    const atVillage = households.home[h] === village
    for (let i = households.first[h]; i >= 0; i = people.next[i]) {
      if ((people.word[i] & aliveBit) === 0) continue
      if (people.place[i] === village) {
        people.place[i] = town
        // They bring the ground of their houses: no land is to be taken for them.
        places.largest[town]++
      }
      if (people.registered[i] === village) {
        people.registered[i] = town
        people.word[i] &= ~villagerBit
        world.tally.registeredByLand++
      }
      world.tally.newcomersFromLand++
    }
    if (atVillage) households.home[h] = town
    households.origin[h] = town
    households.land[h] = 0
    households.landLet[h] = 0
    households.landRented[h] = 0
  }
}

/** Land in a case of expropriation, mu; part of disputed land that is not had in the year; where between offer and fair value disputes end. Assumptions. */
const muPerCase = 300
const disputeDelay = 0.3
const settledAt = 0.5

/** A dispute starts by a logit in (fair value − offer) / offer and want of consent; jobs and pensions for those who lose land lessen it. */
const disputeChance = (p: Parameters, fair: number): number =>
  1 / (1 + exp(-(p.disputeConstant + p.disputeSlope * ((fair - p.compensation) / p.compensation)
    + p.disputeConsent * (1 - p.landConsent) - p.disputePackage * p.landPackage)))
