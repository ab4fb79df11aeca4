/**
 * Letting: land of households with too few farm workers is offered to those who stay. As markets open a larger part finds a taker, and larger farms,
 * whose costs are lower up to a size, outbid neighbours and kin. Of what finds no taker those who farm work a part without a lease, and of land that has no
 * holder all; the rest lies idle: all land is farmed or idle.
 */
import { exp, pow } from '../math.ts'
import { scratchIn, scratchZerosIn, sharedIn } from '../scratch.ts'
import type { World } from '../world.ts'
import type { Now } from './process.ts'

/** Part of the land without a worker and without a taker that relatives do not work either. Assumption. */
const idleShare = 0.3
/** Farm, mu, against which the bids of others are measured. */
const usualFarm = 10
/** A farm above this is a large one, mu. */
const largeFarm = 50

const scratch = {
  supply: scratchZerosIn(Float64Array), running: scratchZerosIn(Float64Array), bidding: scratchZerosIn(Float64Array),
  own: scratchZerosIn(Float64Array), farmers: scratchZerosIn(Float64Array), kin: scratchZerosIn(Float64Array),
  kept: scratchZerosIn(Float64Array), perBid: scratchZerosIn(Float64Array), bids: scratchIn(Float64Array), list: sharedIn(0, Int32Array),
}

/** What letting goes by, and columns by village. */
interface Market {
  friction: number
  /** Share of leases that run on. */
  renewed: number
  idleShare: number
  largeFarm: number
  scale: number
  villages: number
  /** Bids by the mu that a farm works, and the last of them. */
  bids: Float64Array
  last: number
  /** Land on offer that finds a taker, leases that run on, and bids for the rest. */
  supply: Float64Array
  running: Float64Array
  bidding: Float64Array
  /** What households who farm keep of their own land, and how many farm. */
  own: Float64Array
  farmers: Float64Array
  /** Land that each of them works without a lease: of kin, of neighbours and of nobody. */
  kin: Float64Array
  /** Share of leases there is land for, and the land that a bid gets. */
  kept: Float64Array
  perBid: Float64Array
  /** Households who farm. */
  list: Int32Array
  /** As places have them. */
  idle: Float64Array
  farmed: Float64Array
  farms: Float64Array
  largeFarms: Float64Array
}

export function letLand({ memory, households, places, scale }: World, { parameters: p, elapsed }: Now): void {
  const { villages, given, farmland, landLet, landIdle: idle, landFarmed: farmed, farms, largeFarms } = places
  const friction = Math.min(1, p.lettingCost * (p.lettingCostLate + (p.lettingCost2010 - p.lettingCostLate) * exp(-elapsed / p.lettingFade)))
  const table = bidTable(1 - friction, p.farmScaleBid, p.farmScaleEnd)
  const bids = scratch.bids(memory, table.length)
  bids.set(table)
  const supply = scratch.supply(memory, villages)
  const running = scratch.running(memory, villages)
  const bidding = scratch.bidding(memory, villages)
  const own = scratch.own(memory, villages)
  const farmers = scratch.farmers(memory, villages)
  const kin = scratch.kin(memory, villages)
  const kept = scratch.kept(memory, villages)
  const perBid = scratch.perBid(memory, villages)
  const market: Market = {
    friction, renewed: 1 - 1 / p.leaseYears, idleShare, largeFarm, scale, villages, bids, last: bids.length - 1, supply, running, bidding, own, farmers, kin, kept, perBid,
    list: scratch.list(memory, households.count), idle, farmed, farms, largeFarms,
  }
  for (const column of [landLet, idle, farmed, farms, largeFarms]) column.fill(0)
  const number = memory.loops.offerLand(households, market)
  for (let v = 0; v < villages; v++) {
    // Leases run on as far as there is land; the rest goes by bids, and lies idle in a village without farmers.
    if (running[v] > 0) kept[v] = Math.min(1, supply[v] / running[v])
    if (bidding[v] > 0) perBid[v] = (supply[v] - running[v] * kept[v]) / bidding[v]
    // In villages that are given others farm who are not simulated.
    if (bidding[v] === 0) idle[v] = given[v] < 0 ? farmland[v] : idle[v] + supply[v] * scale
    else {
      landLet[v] = supply[v] * scale
      kin[v] = Math.max(0, (farmland[v] - idle[v]) / scale - own[v] - supply[v]) / farmers[v]
    }
  }
  memory.loops.leaseLand(households, market, number)
  memory.loops.withdrawLand(households, market)
}

/**
 * Bids for land by the mu a farm works already: alike for kin and neighbours, where letting is costly; rising with size, where there is a market, up to
 * the size at which costs fall no further.
 */
function bidTable(market: number, rise: number, end: number): Float64Array {
  return Float64Array.from({ length: Math.ceil(end) + 1 }, (_, mu) =>
    1 - market + market * pow(Math.min(end, mu + 0.5) / usualFarm, rise))
}
