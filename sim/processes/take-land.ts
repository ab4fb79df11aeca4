/**
 * Land: growing places take land from their villages, whose households are paid, sometimes dispute it, and become townspeople; land of those who do
 * not farm is let or lies idle. MODEL section 3, land.
 */
import { exp } from '../math.ts'
import type { Parameters } from '../parameters.ts'
import { certain, draw } from '../random.ts'
import { aliveBit, villagerBit, type World } from '../world.ts'
import { inBlocks, type ChanceFor, type Now } from './process.ts'
import { householdWord } from './work.ts'

/** Output of a mu in yuan of 2010: compensation is a multiple of it. Derived: 3.7 tn yuan of crop output on 1,826 m mu. */
const outputPerMu = 2000

export function takeLand(world: World, now: Now, chanceFor: ChanceFor): void {
  if (!now.first) expropriate(world, now, chanceFor)
  letLand(world, now)
  const { count, largest, residents } = world.places
  for (let j = 0; j < count; j++) largest[j] = Math.max(largest[j], residents[j])
}

/** Land of households with too few farm workers is offered; a part finds a taker, more as markets open. */
function letLand({ households, places, scale }: World, { parameters: p, elapsed }: Now): void {
  const friction = p.lettingCostLate + (p.lettingCost2010 - p.lettingCostLate) * exp(-elapsed / p.lettingFade)
  const { first, origin, home, land, landLet, word } = households
  places.landLet.fill(0)
  places.landIdle.fill(0)
  inBlocks(households.count, (start, end) => {
    for (let h = start; h < end; h++) {
      const village = origin[h]
      landLet[h] = 0
      if (first[h] < 0 || land[h] === 0 || village >= places.villages) continue
      const farmers = (word[h] >>> householdWord.farmersShift) & 15
      const workers = ((word[h] >>> householdWord.workersShift) & 15) + ((word[h] >>> householdWord.awayShift) & 63)
      const offered = home[h] !== village || farmers === 0 ? 1 : 0.5 * (1 - farmers / workers)
      landLet[h] = land[h] * offered * (1 - friction)
      places.landLet[village] += landLet[h] * scale
      // What nobody takes is worked by those who stay as far as they can; land with no worker at all lies idle.
      if (offered === 1) places.landIdle[village] += land[h] * friction * idleShare * scale
    }
  })
}

/** Part of the land without a worker and without a taker that relatives do not work either. Assumption. */
const idleShare = 0.3

/** Towns and cities that grew take land; holders are paid, may dispute, and settle in town with urban registration. */
function expropriate(world: World, { parameters: p }: Now, chanceFor: ChanceFor): void {
  const { people, households, places, governments, scale } = world
  const wanted = new Float64Array(places.count)
  for (let j = places.villages; j < places.count; j++) {
    wanted[j] = Math.max(0, places.residents[j] - places.largest[j]) * scale * p.landPerResident
  }
  // Land held per village, and villages by the town or city that they lie next to.
  const held = new Float64Array(places.count)
  const next = (v: number) => (places.county[v] === places.county[places.town[v]] ? places.town[v] : places.city[v])
  for (let v = 0; v < places.villages; v++) held[next(v)] += places.farmland[v]
  places.landTaken.fill(0)
  places.disputes.fill(0)
  governments.landRevenue.fill(0)
  const disputed = disputeChance(p)
  for (let v = 0; v < places.villages; v++) {
    const town = next(v)
    if (held[town] <= 0) continue
    const left = Math.max(0, places.farmland[v] - p.farmlandKept * places.farmlandBase[v])
    const taken = Math.min(0.05 * left, (wanted[town] * places.farmland[v]) / held[town] * (1 - disputeDelay * disputed))
    places.landTaken[v] = taken
    places.disputes[v] = (taken / muPerCase) * disputed
    places.farmland[v] -= taken
    const compensation = taken * outputPerMu * p.compensation
    governments.landRevenue[places.province[v]] += Math.max(0, taken * p.landRevenue - compensation)
  }
  // Households whose land is taken: drawn by the share of the village's land.
  const chance = chanceFor('whose land is taken')
  inBlocks(households.count, (start, end) => {
    for (let h = start; h < end; h++) {
      const village = households.origin[h]
      if (households.first[h] < 0 || village >= places.villages || places.landTaken[village] === 0) continue
      const share = places.landTaken[village] / p.fringeLandPerHead / Math.max(1, places.registered[village] * scale)
      if (draw(chance, households.idLow[h], households.idHigh[h]) >= share * certain) continue
      const town = next(village)
      const atVillage = households.home[h] === village
      for (let i = households.first[h]; i >= 0; i = people.next[i]) {
        if ((people.word[i] & aliveBit) === 0) continue
        if (people.place[i] === village) people.place[i] = town
        if (people.registered[i] === village) {
          people.registered[i] = town
          people.word[i] &= ~villagerBit
        }
        world.tally.newcomersFromLand++
      }
      if (atVillage) households.home[h] = town
      households.origin[h] = town
      households.land[h] = 0
      households.landLet[h] = 0
    }
  })
}

/** Land in a case of expropriation, mu, and part of the land that a dispute keeps from being taken in the year. Assumptions. */
const muPerCase = 300
const disputeDelay = 0.3

/** A dispute starts by a logit in (fair value − offer) / offer. */
const disputeChance = (p: Parameters): number =>
  1 / (1 + exp(-(p.disputeConstant + p.disputeSlope * ((p.fairCompensation - p.compensation) / p.compensation))))
