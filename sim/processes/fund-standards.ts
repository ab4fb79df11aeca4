/**
 * Standards: a province's pool first lifts its places to a floor, in per cent of the national level, and shares the rest out by need. Where the pool
 * is too small for all floors, each place below gets the same part of what it lacks.
 */
import { pow } from '../math.ts'
import type { Parameters } from '../parameters.ts'
import { services } from '../services.ts'
import type { World } from '../world.ts'
import type { Funds, Keys } from './funds.ts'
import { boostOf } from './providers.ts'
import { deliveryOf } from './serve.ts'

const width = services.length

/** Moves the pool's money for each service with a floor between the places of a province; its sum stays. */
export function fundStandards(world: World, p: Parameters, { pool, centreInPool }: Funds, { cost, needed }: Keys): void {
  const { count, province, spending, transfers } = world.places
  const gap = new Float64Array(count)
  const usual = new Float64Array(count)
  for (let k = 0; k < width; k++) {
    if (p.floor[services[k]] === 0) continue
    for (let j = 0; j < count; j++) {
      const its = province[j] * width + k
      usual[j] = needed[its] > 0 ? (pool[its] * cost[j * width + k]) / needed[its] : 0
    }
    findGaps(world, p, k, usual, gap)
    const { rest, weight, short, lifted } = split(world, k, gap, pool, cost, needed)
    for (let j = 0; j < count; j++) {
      const q = province[j]
      const at = j * width + k
      const its = q * width + k
      // Where nobody is below the floor all stays as it is.
      if (rest[q] === pool[its] && short[q] === 0) continue
      if (pool[its] <= 0 || cost[at] <= 0) continue
      const gets = short[q] > 0 ? (gap[j] * pool[its]) / short[q]
        : lifted[j] === 1 ? gap[j] : (rest[q] * cost[at]) / weight[q]
      spending[at] = Math.max(0, spending[at] - usual[j]) + gets
      transfers[j] = Math.max(0, transfers[j] + (centreInPool[its] / pool[its]) * (gets - usual[j]))
    }
  }
}

/** What each place lacks for the floor beyond the money that does not come from the pool. */
function findGaps(world: World, p: Parameters, k: number, usual: Float64Array, gap: Float64Array): void {
  const { places, scale } = world
  const { count, users, unitCost, level, levelBase, quantityBase, spending } = places
  const { cost, supervised, providers } = deliveryOf(world, p)
  let reached = 0
  let all = 0
  for (let at = k; at < count * width; at += width) {
    reached += level[at] * users[at]
    all += users[at]
  }
  const floor = all > 0 ? (p.floor[services[k]] * reached) / all : 0
  for (let j = 0; j < count; j++) {
    const at = j * width + k
    const base = levelBase[at] * supervised * (providers ? boostOf(world, providers, j, k) : 1)
    const quantity = quantityBase[at] * pow(floor / base, 1 / p.qualityElasticity)
    gap[j] = Math.max(0, quantity * users[at] * scale * unitCost[at] * cost - (spending[at] - usual[j]))
  }
}

/**
 * Who is lifted to the floor and what is left for the others, by province: places whose share of the rest would not reach their floor get the floor,
 * which leaves less for the rest, until nobody else falls below.
 * @returns who is lifted; money and weight of those who share the rest; where the pool is too small, all that is lacking (else 0)
 */
function split({ places, governments }: World, k: number, gap: Float64Array, pool: Float64Array, cost: Float64Array, needed: Float64Array) {
  const { count, province } = places
  const provinces = governments.output.length
  const rest = new Float64Array(provinces)
  const weight = new Float64Array(provinces)
  const short = new Float64Array(provinces)
  for (let j = 0; j < count; j++) short[province[j]] += gap[j]
  for (let q = 0; q < provinces; q++) {
    rest[q] = pool[q * width + k]
    weight[q] = needed[q * width + k]
    if (short[q] < rest[q]) short[q] = 0
  }
  const lifted = new Uint8Array(count)
  for (let before = -1, now = 0; now !== before;) {
    before = now
    for (let j = 0; j < count; j++) {
      const q = province[j]
      const itsCost = cost[j * width + k]
      if (lifted[j] === 1 || gap[j] === 0 || short[q] > 0 || gap[j] * weight[q] < rest[q] * itsCost) continue
      lifted[j] = 1
      now++
      rest[q] -= gap[j]
      weight[q] -= itsCost
    }
  }
  return { rest, weight, short, lifted }
}
