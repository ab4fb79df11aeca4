/**
 * Services: what spending buys. Unit cost falls with the users of a facility, quality rises with quantity and supervision, and access falls with the
 * way to the nearest open facility. MODEL section 3, services.
 */
import { exp, pow } from '../math.ts'
import { parameters, type Parameters } from '../parameters.ts'
import { health, referenceUsers, schooling, services, variableCost } from '../services.ts'
import { wageIndex } from '../wage-index.ts'
import type { World } from '../world.ts'
import { spendOnProgramme } from './outlays.ts'
import type { Now } from './process.ts'
import { boostOf, chargeUsers, providersOf, type Providers } from './providers.ts'

/** A town or city spreads its fixed cost over facilities of this many times the reference. */
const facilityUrban = 6

/** Cost of a user by place and service: variable cost plus the fixed cost over the users of a facility, rising with wages. */
export function priceServices(world: World, { fixedCost }: Parameters): void {
  const { places, scale } = world
  const wage = wageIndex(world)
  for (let j = 0; j < places.count; j++) {
    for (let k = 0; k < services.length; k++) {
      const at = j * services.length + k
      const reference = referenceUsers[k]
      const real = (places.users[at] * scale) / Math.max(1e-9, places.units[j])
      const facility = j < places.villages ? facilityUsers(places.schools[j], places.units[j], real, k) : facilityUrban * reference
      places.unitCost[at] = variableCost[k] * wage * (1 + (fixedCost * reference) / Math.max(0.05 * reference, Math.min(real, facility)))
    }
  }
}

/** Pupils of closed schools share the schools that remain. */
const facilityUsers = (schools: number, units: number, real: number, k: number): number =>
  k === schooling && schools > 0 ? (real * units) / schools : real

export function serve(world: World, now: Now): void {
  const { places, scale } = world
  const p = now.parameters
  const width = services.length
  const { cost, supervised, providers } = deliveryOf(world, p)
  const { qualityElasticity } = p
  for (let j = 0; j < places.count; j++) {
    for (let k = 0; k < width; k++) {
      const at = j * width + k
      places.access[at] = 1
      // Where nobody uses a service nothing is spent on it, and its level stays what it was.
      if (places.users[at] <= 0 || places.spending[at] <= 0) continue
      const quantity = places.spending[at] / (places.users[at] * scale * places.unitCost[at] * cost)
      if (places.quantityBase[at] === 0) places.quantityBase[at] = quantity
      // The first level is the census's; later ones differ from it by what quantity does to quality.
      places.level[at] = places.levelBase[at] * pow(Math.max(0.01, quantity / places.quantityBase[at]), qualityElasticity) * supervised
      if (providers) places.level[at] *= boostOf(world, providers, j, k)
    }
    if (j < places.villages) reachVillage(world, p, j)
  }
  if (providers) chargeUsers(world, providers)
  else places.fees.fill(0)
}

/** Notes what this budget buys per user as what the census found, where nothing has been noted yet. */
export function rememberQuantities(world: World, p: Parameters): void {
  const { users, spending, unitCost, quantityBase } = world.places
  const { cost } = deliveryOf(world, p)
  for (let at = 0; at < quantityBase.length; at++) {
    if (quantityBase[at] === 0 && users[at] > 0 && spending[at] > 0) quantityBase[at] = spending[at] / (users[at] * world.scale * unitCost[at] * cost)
  }
}

/** Ways to school and to the doctor from a village; boarding gives back what the way to school takes, and is paid for. */
function reachVillage(world: World, p: Parameters, v: number): void {
  const { places, scale } = world
  const width = services.length
  const way = schoolWay(places.schools[v], places.units[v], places.townDistance[v])
  let access = exp(((0.5 - way) * (1 - p.transportEase)) / p.schoolDistance)
  if (p.boarding > 0) {
    // Those board whom the way would keep from school, as many as the money covers.
    const board = (1 - access) * Math.min(1, p.boarding / p.boardingCost)
    access += board * p.boardingReach
    spendOnProgramme(world, places.province[v], places.pupils[v] * scale * board * p.boarding * wageIndex(world))
  }
  places.access[v * width + schooling] = access
  places.access[v * width + health] = exp((-Math.min(20, places.townDistance[v] / 4) * (1 - p.transportEase)) / p.clinicDistance)
}

/** What a yuan of spending gives beyond its quantity: the price level of services, supervision, and providers other than the government. */
export function deliveryOf(world: World, p: Parameters): { cost: number; supervised: number; providers: Providers | undefined } {
  return {
    cost: pow(wageIndex(world), p.wageCostShare - 1),
    supervised: (1 - p.leak * (1 - p.supervision)) / supervisedBase,
    providers: providersOf(p),
  }
}

/** Supervision of the base year, for which the census's levels stand. */
const supervisedBase = 1 - parameters.leak.value * (1 - parameters.supervision.value)

/**
 * Mean way of a pupil to school, km: half a kilometre within the village; to another village's school further as schools thin out, at most to town.
 * Villages lie about 1.8 km apart (assumption); an open school among n villages serves a circle of √n times their spacing.
 */
export function schoolWay(schools: number, units: number, townDistance: number): number {
  const openShare = Math.min(1, schools / Math.max(1e-9, units))
  if (openShare <= 0) return townDistance
  return Math.min(townDistance, 0.5 + 1.8 * (Math.sqrt(1 / openShare) - 1) * 0.7)
}
