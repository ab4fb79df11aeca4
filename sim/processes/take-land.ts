/**
 * Land: growing places take land from their villages, whose households are paid, sometimes dispute it, and become townspeople; then land of those
 * who do not farm is let.
 */
import { censusByProvince } from '../data.ts'
import { logistic, pow } from '../math.ts'
import type { Parameters } from '../parameters.ts'
import { certain, draw } from '../random.ts'
import { columnOf, scratchIn, zerosOf, scratchZerosIn, sharedIn } from '../scratch.ts'
import { aliveBit, villagerBit } from '../codes/person-word.ts'
import { wageIndex } from '../wage-index.ts'
import { mean, type World } from '../world.ts'
import type { ChanceFor, Now } from './process.ts'
import { letLand } from './let-land.ts'
import { spendOnProgramme } from './outlays.ts'

/** Output of a mu in 2010, yuan; compensation is a multiple of what it has become since. Derived: 3.7 tn yuan of crop output on 1,826 m mu. */
const outputPerMu2010 = 2000

export function takeLand(world: World, now: Now, chanceFor: ChanceFor): void {
  if (now.first) lookBack(world, now)
  else expropriate(world, now, chanceFor)
  letLand(world, now)
}

/**
 * Land follows the growth of the year before, as statistics tell it. For the year before the first that is the yearly growth of the province's towns and
 * cities between the censuses of 2000 and 2010, less those who lived on the land already. What was got for that land is spent in the year to come, as in the
 * first one, but for what its holders were paid, whom nobody follows.
 */
function lookBack(world: World, { parameters: p, data }: Now): void {
  const { villages, count, residents, largest, province, rent } = world.places
  const { landRevenue } = world.governments
  const wanted = new Float64Array(count)
  world.ledger.means[mean.farmOutputBase] = farmOutput(world)
  const share = censusByProvince(data, 2010).urban.map((urban, q) => Math.max(0, 1 - pow(data.provinceCensus2000.urban[q] / urban, 1 / 10)))
  for (let j = villages; j < count; j++) {
    const villagersPerNewcomer = landForNewcomer(p, rent[j]) / p.fringeLandPerHead
    const newcomers = (residents[j] * share[province[j]]) / (1 + villagersPerNewcomer)
    largest[j] = Math.round(residents[j] - newcomers)
    wanted[j] = newcomers * world.scale * landForNewcomer(p, rent[j])
  }
  const revenue = revenuePerMu(world, p.landRevenue, wanted)
  landRevenue.fill(0)
  for (let j = villages; j < count; j++) landRevenue[province[j]] += wanted[j] * Math.max(0, revenue[j] - outputPerMu2010 * p.compensation)
}

/** What a town or city gets for a mu before holders are paid, yuan: as its rent is dear, `mean` in all for the land that is wanted. */
function revenuePerMu({ places: { villages, count, rent } }: World, mean: number, wanted: Float64Array): Float64Array {
  let [land, rents] = [0, 0]
  for (let j = villages; j < count; j++) {
    land += wanted[j]
    rents += wanted[j] * rent[j]
  }
  return rent.map(its => (rents > 0 ? (mean * its * land) / rents : mean))
}

/** What all farms make of a mu, yuan. */
function farmOutput({ places: { villages, farmland, farmIncome, farmWorkers }, scale }: World): number {
  let output = 0
  let land = 0
  for (let v = 0; v < villages; v++) {
    output += farmIncome[v] * farmWorkers[v] * scale
    land += farmland[v]
  }
  return land > 0 ? output / land : 0
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
  const left = scratch.left(villages)
  for (let v = 0; v < villages; v++) left[v] = withinReach * Math.max(0, farmland[v] - p.farmlandKept * farmlandBase[v])
  landTaken.fill(0)
  disputes.fill(0)
  governments.landRevenue.fill(0)
  const terms = termsOf(world, p)
  const near = takeFrom(world, p, terms, left, places.town, scratch.near, scratch.nearDue)
  const far = takeFrom(world, p, terms, left, places.city, scratch.far, scratch.farDue)
  settle(world, p, near, far, chanceFor)
  for (let v = 0; v < villages; v++) farmland[v] -= landTaken[v]
}

/** Land that is taken for somebody who does not live on it already, mu: where land is dear people build more densely (Alonso, Muth). */
const landForNewcomer = (p: Parameters, rent: number): number => p.landPerResident * pow(Math.max(leastRent, rent), -p.landRentElasticity)
/** Below the rent of a town of 20,000 people build no less densely. Assumption. */
const leastRent = 0.5

/** Land that the taker of each village, its town or its city, gets of it, mu, and what is due for it, yuan. */
interface Taking {
  taker: Int32Array
  taken: Float64Array
  due: Float64Array
}

const scratch = {
  left: columnOf(Float64Array), near: zerosOf(Float64Array), far: zerosOf(Float64Array),
  nearDue: zerosOf(Float64Array), farDue: zerosOf(Float64Array), reach: zerosOf(Float64Array), part: zerosOf(Float64Array),
  fair: columnOf(Float64Array), disputed: columnOf(Float64Array),
  toNear: columnOf(Float64Array), toEither: scratchIn(Float64Array), losers: sharedIn(0, Int32Array),
  held: scratchZerosIn(Float64Array), times: scratchIn(Float64Array),
}

/**
 * What holders take as fair of each town that takes their land, multiples of yearly output; and the chance of a dispute. Yearly output of a mu, and what each
 * town gets for one before holders are paid, yuan.
 */
interface LandTerms {
  fair: Float64Array
  disputed: Float64Array
  output: number
  revenue: Float64Array
}

function termsOf(world: World, p: Parameters): LandTerms {
  const { places: { count, villages, rent, landShort }, ledger: { means } } = world
  const fair = scratch.fair(count)
  const disputed = scratch.disputed(count)
  for (let j = villages; j < count; j++) {
    // Who wants no land is not asked.
    if (landShort[j] <= 0) continue
    fair[j] = p.fairCompensation * pow(rent[j], p.fairRentElasticity)
    disputed[j] = disputeChance(p, fair[j])
  }
  const base = means[mean.farmOutputBase]
  const output = base > 0 ? (outputPerMu2010 * farmOutput(world)) / base : outputPerMu2010
  return { fair, disputed, output, revenue: revenuePerMu(world, p.landRevenue * wageIndex(world), world.places.landShort) }
}

/** Takes what is wanted, from each village in proportion to what it has left; books what is got and what is due for it, and disputes. */
function takeFrom(
  world: World, p: Parameters, terms: LandTerms, left: Float64Array, taker: Int32Array, takenIn: typeof scratch.near, dueIn: typeof scratch.nearDue,
): Taking {
  const { places, governments } = world
  const { landShort, landTaken, disputes } = places
  const reach = scratch.reach(places.count)
  for (let v = 0; v < left.length; v++) reach[taker[v]] += left[v]
  const part = scratch.part(places.count)
  for (let j = 0; j < part.length; j++) if (reach[j] > 0) part[j] = Math.min(1, landShort[j] / reach[j])
  const taken = takenIn(left.length)
  const due = dueIn(left.length)
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
    const province = places.province[v]
    governments.landRevenue[province] += mu * terms.revenue[j]
    taken[v] = mu
    due[v] = mu * terms.output * paid
    // Households of villages that are given are not simulated: what they are paid is spent, and followed no further.
    if (places.given[v] < 0) governments.landDue[province] += due[v]
    else spendOnProgramme(world, province, due[v])
  }
  return { taker, taken, due }
}

/**
 * Mu per villager at the edge of the built-up land. Where towns expand people are many and land is scarce; further out it is more. It rises evenly with the
 * villagers taken in, so that all villagers hold all land: after a part f of the land is gone, l² = l₀² + 4 l̄ (l̄ − l₀) f.
 */
export const landPerVillager = ({ fringeLandPerHead: edge, landPerHead: all }: Parameters, gone: number): number =>
  Math.sqrt(edge * edge + 4 * all * Math.max(0, all - edge) * gone)

/**
 * Households whose land is taken, drawn by their share of the village's people: they live where they lived, now a part of the town, and give all their land. Where
 * that is more than was taken the village's other households get the rest, where it is less they give what is missing: contracted land falls by what is taken.
 */
function settle(world: World, p: Parameters, near: Taking, far: Taking, chanceFor: ChanceFor): void {
  const { people, households, places, scale } = world
  const chance = chanceFor('whose land is taken')
  const perVillager = (v: number) => landPerVillager(p, 1 - places.farmland[v] / Math.max(1e-9, places.farmlandBase[v]))
  // Shares of the villagers that go to the near taker, and to either.
  const share = (v: number, mu: number) => mu / perVillager(v) / Math.max(1, places.registered[v] * scale)
  const toNear = scratch.toNear(places.villages)
  const toEither = scratch.toEither(world.memory, places.villages)
  for (let v = 0; v < places.villages; v++) {
    toNear[v] = share(v, near.taken[v]) * certain
    toEither[v] = toNear[v] + share(v, far.taken[v]) * certain
  }
  const held = scratch.held(world.memory, places.villages)
  world.memory.loops.addHeld(households, places.villages, held)
  const times = scratch.times(world.memory, places.villages)
  times.set(held)
  const losers = scratch.losers(world.memory, households.count)
  const number = world.memory.loops.whoLosesLand(households, places.villages, toEither, chance, losers)
  for (let n = 0; n < number; n++) {
    const h = losers[n]
    const village = households.origin[h]
    const { taker, taken, due } = draw(chance, households.idLow[h], households.idHigh[h]) < toNear[village] ? near : far
    const town = taker[village]
    let members = 0
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
      members++
    }
    world.tally.newcomersFromLand += members
    // At first what is due for the land of so many.
    households.landPay[h] = taken[village] > 0 ? (members * perVillager(village) * due[village]) / taken[village] : 0
    times[village] -= households.land[h]
    if (atVillage) households.home[h] = town
    households.origin[h] = town
    households.land[h] = 0
    households.landLet[h] = 0
    households.landRented[h] = 0
  }
  for (let v = 0; v < places.villages; v++) {
    const left = Math.max(0, held[v] - (near.taken[v] + far.taken[v]) / scale)
    times[v] = times[v] > 0 ? left / times[v] : 0
  }
  world.memory.loops.changeHeld(households, places.villages, times)
  shareLandPay(world, losers.subarray(0, number))
}

/**
 * What is due for land in a province goes to all there who lost theirs, by what is due to each: where few people stand for many those drawn hold more or less
 * than was taken. It waits where nobody was drawn, and is paid with the next year's incomes.
 */
function shareLandPay({ households: { origin, landPay }, places: { province }, governments: { landDue }, scale }: World, losers: Int32Array): void {
  const claims = new Float64Array(landDue.length)
  for (const h of losers) claims[province[origin[h]]] += landPay[h] * scale
  for (const h of losers) {
    const q = province[origin[h]]
    if (claims[q] > 0) landPay[h] *= Math.max(0, landDue[q]) / claims[q]
  }
}

/** Land in a case of expropriation, mu; part of disputed land that is not had in the year; where between offer and fair value disputes end. Assumptions. */
const muPerCase = 300
const disputeDelay = 0.3
const settledAt = 0.5

/** A dispute starts by a logit in (fair value − offer) / offer and want of consent; jobs and pensions for those who lose land lessen it. */
const disputeChance = (p: Parameters, fair: number): number =>
  logistic(p.disputeConstant + p.disputeSlope * ((fair - p.compensation) / p.compensation)
    + p.disputeConsent * (1 - p.landConsent) - p.disputePackage * p.landPackage)
