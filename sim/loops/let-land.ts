/** What households offer, bid for and lease: see sim/processes/let-land.ts. */
import { awayMask, awayShift, farmersMask, farmersShift, workersMask, workersShift } from '../codes/household-word.ts'
import { atMost } from './math.ts'

/** Part of the land of workers who do not farm that a household which farms offers all the same. Assumption. */
const spareOffered = 0.5

/** See `Market`. */
@unmanaged
export class MarketOf {
  friction!: f64
  renewed!: f64
  idleShare!: f64
  largeFarm!: f64
  scale!: f64
  villages!: i32
  bids!: Float64s
  last!: i32
  supply!: Float64s
  running!: Float64s
  bidding!: Float64s
  own!: Float64s
  farmers!: Float64s
  kin!: Float64s
  kept!: Float64s
  perBid!: Float64s
  list!: Int32s
  idle!: Float64s
  farmed!: Float64s
  farms!: Float64s
  largeFarms!: Float64s
}

/** What households offer and bid for. @returns how many farms are listed */
export function offerLand(households: Households, market: MarketOf): i32 {
  const first = households.first
  const origin = households.origin
  const home = households.home
  const land = households.land
  const landLet = households.landLet
  const landRented = households.landRented
  const word = households.word
  const lets = 1 - market.friction
  const friction = market.friction
  const renewed = market.renewed
  const idleShare = market.idleShare
  const scale = market.scale
  const villages = market.villages
  const bids = market.bids
  const last = market.last
  const supply = market.supply
  const running = market.running
  const bidding = market.bidding
  const ownLand = market.own
  const farmersOf = market.farmers
  const list = market.list
  const idle = market.idle
  const count = households.count
  let number = 0
  for (let h = 0; h < count; h++) {
    const village = origin[h]
    if (first[h] < 0 || village >= villages) {
      landLet[h] = 0
      landRented[h] = 0
      continue
    }
    const its = word[h]
    const farmers = (its >>> farmersShift) & farmersMask
    if (home[h] === village && farmers > 0) {
      const workers = ((its >>> workersShift) & workersMask) + ((its >>> awayShift) & awayMask)
      landLet[h] = land[h] * spareOffered * (1 - f64(farmers) / f64(workers)) * lets
      landRented[h] *= renewed
      const rented = landRented[h]
      running[village] += rented
      ownLand[village] += f64(land[h]) - f64(landLet[h])
      farmersOf[village] += f64(farmers)
      bidding[village] += f64(farmers) * bids[atMost(i32(land[h] - landLet[h] + rented), last)]
      list[number++] = h
    } else {
      landLet[h] = land[h] * lets
      landRented[h] = 0
      // What nobody takes is worked by those who stay as far as they can.
      idle[village] += land[h] * friction * idleShare * scale
    }
    supply[village] += landLet[h]
  }
  return number
}

/** What farms lease, by old leases and new ones. */
export function leaseLand(households: Households, market: MarketOf, number: i32): void {
  const origin = households.origin
  const land = households.land
  const landLet = households.landLet
  const landRented = households.landRented
  const word = households.word
  const largeFarm = market.largeFarm
  const scale = market.scale
  const bids = market.bids
  const last = market.last
  const kept = market.kept
  const perBid = market.perBid
  const kin = market.kin
  const list = market.list
  const farmed = market.farmed
  const farms = market.farms
  const largeFarms = market.largeFarms
  for (let n = 0; n < number; n++) {
    const h = list[n]
    const village = origin[h]
    const farmers = (word[h] >>> farmersShift) & farmersMask
    const own = land[h] - landLet[h]
    // The bid is that of the farm as it was when it was made: leases are renewed after it.
    landRented[h] = landRented[h] * kept[village] + f64(farmers) * bids[atMost(i32(own + landRented[h]), last)] * perBid[village]
    const size = f64(own) + f64(landRented[h]) + f64(farmers) * kin[village]
    farmed[village] += size * scale
    farms[village] += scale
    if (size > largeFarm) largeFarms[village] += scale
  }
}

/** Land in a village without farmers finds no taker. */
export function withdrawLand(households: Households, market: MarketOf): void {
  const origin = households.origin
  const landLet = households.landLet
  const villages = market.villages
  const bidding = market.bidding
  const number = households.count
  for (let h = 0; h < number; h++) if (origin[h] < villages && bidding[origin[h]] === 0) landLet[h] = 0
}
