/** The sums of places of what they themselves hold, in real persons and yuan. */
import { accessShares } from '../access.ts'
import { ln } from '../math.ts'
import type { Parameters } from '../parameters.ts'
import { schoolWay } from '../school-way.ts'
import { scratchIn } from '../scratch.ts'
import { services } from '../services.ts'
import { wageIndex } from '../wage-index.ts'
import type { World } from '../world.ts'
import type { PlaceIncomes } from './purses.ts'
import { width, type Range } from './sums.ts'
import type { Tallies } from './tallies.ts'

const scratch = { logarithm: scratchIn(Float64Array), share: scratchIn(Float64Array), way: scratchIn(Float64Array) }

/** Rows of sums that places are added up to, in the world's memory. */
export interface Targets {
  given: Int32Array
  prefecture: Int32Array
  tier: Uint8Array
  /** In a stage, the position of a place among its own; −1 for others. */
  ownRank: Int32Array
  /** `[row * width + sum]` */
  prefectures: Float64Array
  tiers: Float64Array
  own: Float64Array
  /** Scratch memory for a row. */
  row: Float64Array
}

export interface PlaceSums {
  /** Writes what place `j` itself holds into a row of the world's memory; sums that it does not name stay as they are. */
  fill: (j: number, row: Float64Array) => void
  /** Adds places up, villages or others, from one up to another. */
  add: (from: number, until: number, to: Targets) => void
}

/** @param composite see `compositeLevels` */
export function placeSums(
  world: World, { houses, landHeld, sameCounty, pairs }: Tallies, { income, persons }: PlaceIncomes, composite: Float64Array, parameters: Parameters,
): PlaceSums {
  const { scale, memory } = world
  const {
    count, villages, tier, units, residents, registered, incomers, residentsBase, rent, transfers, level, access, spending, users, unitCost, wage, labour,
    schools, pupils, farmland, landLet, landIdle, landFarmed, farms, largeFarms, landTaken, disputes, pairStart, pairLocal,
  } = world.places
  const { hollow, hollowHouses, serviceStandard } = parameters
  const shares = accessShares(parameters)
  const share = scratch.share(memory, shares.length)
  share.set(shares)
  const logarithm = scratch.logarithm(memory, count * 2)
  for (let j = 0; j < count * 2; j++) logarithm[j] = ln(Math.max(1e-6, composite[j]))
  const held = {
    villages, scale, kinds: services.length, wageNow: wageIndex(world),
    serviceStandard, hollow, hollowHouses,
    tier, units, residents, registered, incomers, residentsBase, rent, transfers, level, access, spending, users, unitCost, wage, labour,
    schools, pupils, farmland, landLet, landIdle, landFarmed, farms, largeFarms, landTaken, disputes, pairStart, pairLocal,
    houses, landHeld, sameCounty, pairs, income, persons, composite, logarithm, share, way: waysToSchool(world),
  }
  return {
    fill(j, row) { memory.loops.fillPlace(held, j, row) },
    add(from, until, to) { memory.loops.addPlaces(held, from, until, to, width) },
  }
}

function waysToSchool({ memory, places: { villages, schools, units, townDistance } }: World): Float64Array {
  const way = scratch.way(memory, villages)
  for (let v = 0; v < villages; v++) way[v] = schoolWay(schools[v], units[v], townDistance[v])
  return way
}

/** Adds part of some of the sums of a row to a row of `target`. */
export function addRow(target: Float64Array, at: number, row: Float64Array, ranges: readonly Range[], part: number): void {
  for (const [from, until] of ranges) addRange(target, at * width, row, from, until, part)
}

function addRange(target: Float64Array, to: number, row: Float64Array, from: number, until: number, part: number): void {
  for (let n = from; n < until; n++) target[to + n] += part * row[n]
}
