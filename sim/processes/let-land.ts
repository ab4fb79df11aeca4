/**
 * Letting: land of households with too few farm workers is offered to those who stay. As markets open a larger part finds a taker, and larger farms,
 * whose costs are lower up to a size, outbid neighbours and kin. What nobody wants lies idle. MODEL section 3, land.
 */
import { exp, pow } from '../math.ts'
import { scratch, scratchZeros } from '../scratch.ts'
import type { World } from '../world.ts'
import { inBlocks } from '../blocks.ts'
import type { Now } from './process.ts'
import { householdWord } from './share-income.ts'

/** Part of the land without a worker and without a taker that relatives do not work either. Assumption. */
const idleShare = 0.3
/** Farm, mu, against which the bids of others are measured. */
const usualFarm = 10
/** A farm above this is a large one, mu. */
const largeFarm = 50

const { farmersShift, workersShift, awayShift } = householdWord

const memory = {
  supply: scratchZeros(Float64Array), running: scratchZeros(Float64Array), bidding: scratchZeros(Float64Array), farms: scratch(Int32Array),
}

/** Terms of letting, and by village: land on offer that finds a taker, leases that run on, and bids for the rest. */
interface Market {
  friction: number
  /** Share of leases that run on. */
  renewed: number
  bids: Float64Array
  supply: Float64Array
  running: Float64Array
  bidding: Float64Array
  /** Households who farm. */
  farms: Int32Array
}

export function letLand(world: World, { parameters: p, elapsed }: Now): void {
  const { households, places, scale } = world
  const { villages } = places
  const friction = Math.min(1, p.lettingCost * (p.lettingCostLate + (p.lettingCost2010 - p.lettingCostLate) * exp(-elapsed / p.lettingFade)))
  const supply = memory.supply(villages)
  const running = memory.running(villages)
  const bidding = memory.bidding(villages)
  const farms = memory.farms(households.count)
  const market = { friction, renewed: 1 - 1 / p.leaseYears, bids: bidTable(1 - friction, p.farmScaleBid, p.farmScaleEnd), supply, running, bidding, farms }
  places.landLet.fill(0)
  places.landIdle.fill(0)
  places.landFarmed.fill(0)
  places.farms.fill(0)
  places.largeFarms.fill(0)
  let number = 0
  inBlocks(households.count, (start, end) => { number = offer(world, market, number, start, end) })
  // Leases run on as far as there is land; the rest goes by bids, and lies idle in a village without farmers.
  const kept = running.map((land, v) => (land > 0 ? Math.min(1, supply[v] / land) : 0))
  const perBid = supply.map((land, v) => (bidding[v] > 0 ? (land - running[v] * kept[v]) / bidding[v] : 0))
  for (let v = 0; v < villages; v++) places[bidding[v] > 0 ? 'landLet' : 'landIdle'][v] += supply[v] * scale
  inBlocks(number, (start, end) => lease(world, market, kept, perBid, start, end))
  inBlocks(households.count, (start, end) => withdraw(world, bidding, start, end))
}

/** What households offer and bid for. @param number farms listed so far @returns farms listed now */
function offer({ households, places, scale }: World, market: Market, number: number, start: number, end: number): number {
  const { first, origin, home, land, landLet, landRented, word } = households
  const { villages, landIdle } = places
  const { friction, renewed, bids, supply, running, bidding, farms } = market
  const last = bids.length - 1
  for (let h = start; h < end; h++) {
    const village = origin[h]
    if (first[h] < 0 || village >= villages) {
      landLet[h] = landRented[h] = 0
      continue
    }
    const farmers = (word[h] >>> farmersShift) & 15
    if (home[h] === village && farmers > 0) {
      const workers = ((word[h] >>> workersShift) & 15) + ((word[h] >>> awayShift) & 63)
      landLet[h] = land[h] * 0.5 * (1 - farmers / workers) * (1 - friction)
      landRented[h] *= renewed
      running[village] += landRented[h]
      bidding[village] += farmers * bids[Math.min(last, (land[h] - landLet[h] + landRented[h]) | 0)]
      farms[number++] = h
    } else {
      landLet[h] = land[h] * (1 - friction)
      landRented[h] = 0
      // What nobody takes is worked by those who stay as far as they can; land with no worker at all lies idle.
      landIdle[village] += land[h] * friction * idleShare * scale
    }
    supply[village] += landLet[h]
  }
  return number
}

/** What farms lease, by old leases and new ones. */
function lease({ households, places, scale }: World, { bids, farms }: Market, kept: Float64Array, perBid: Float64Array, start: number, end: number): void {
  const { origin, land, landLet, landRented, word } = households
  const { landFarmed, farms: farmsOf, largeFarms } = places
  const last = bids.length - 1
  for (let n = start; n < end; n++) {
    const h = farms[n]
    const village = origin[h]
    const farmers = (word[h] >>> farmersShift) & 15
    const own = land[h] - landLet[h]
    // The bid is that of the farm as it was when it was made: leases are renewed after it.
    landRented[h] = landRented[h] * kept[village] + farmers * bids[Math.min(last, (own + landRented[h]) | 0)] * perBid[village]
    const size = own + landRented[h]
    landFarmed[village] += size * scale
    farmsOf[village] += scale
    if (size > largeFarm) largeFarms[village] += scale
  }
}

/** Land in a village without farmers finds no taker. */
function withdraw({ households, places }: World, bidding: Float64Array, start: number, end: number): void {
  const { origin, landLet } = households
  const { villages } = places
  for (let h = start; h < end; h++) if (origin[h] < villages && bidding[origin[h]] === 0) landLet[h] = 0
}

/**
 * Bids for land by the mu a farm works already: alike for kin and neighbours, where letting is costly; rising with size, where there is a market, up to
 * the size at which costs fall no further.
 */
function bidTable(market: number, rise: number, end: number): Float64Array {
  return Float64Array.from({ length: Math.ceil(end) + 1 }, (_, mu) =>
    1 - market + market * pow(Math.min(end, mu + 0.5) / usualFarm, rise))
}
