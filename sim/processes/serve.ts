/**
 * Services: what spending buys. Unit cost falls with the users of a facility, quality rises with quantity and supervision, and access falls with the
 * way to the nearest open facility.
 */
import { pow } from '../math.ts'
import { constant } from '../memory.ts'
import { parameters, type Parameters } from '../parameters.ts'
import { schoolWay } from '../school-way.ts'
import { scratchIn } from '../scratch.ts'
import { health, referenceUsers, schooling, services, variableCost } from '../services.ts'
import { wageIndex } from '../wage-index.ts'
import type { World } from '../world.ts'
import type { Now } from './process.ts'
import { boostOf, chargeUsers, providersOf, type Providers } from './providers.ts'

/** No facility has more users than this many times the reference: beyond it a town or city has several. Assumption. */
const facilityUrban = 6

/** Cost of a user by place and service: variable cost plus the fixed cost over the users of a facility, rising with wages. */
export function priceServices(world: World, { fixedCost }: Parameters): void {
  const { scale } = world
  const prices: Prices = { schooling, services: services.length, scale, wage: wageIndex(world), fixedCost, facilityUrban, variable, reference }
  world.memory.loops.price(world.places, prices)
}

/** What a user costs. */
interface Prices {
  schooling: number
  /** How many services there are. */
  services: number
  scale: number
  wage: number
  fixedCost: number
  facilityUrban: number
  /** By service. */
  variable: Float64Array
  reference: Float64Array
}

const variable = constant(Float64Array.from(variableCost))
const reference = constant(Float64Array.from(referenceUsers))

/** What spending is turned into services by. */
interface Delivery {
  scale: number
  cost: number
  supervised: number
  qualityElasticity: number
}

/** What the ways of villages to services depend on. */
interface Ways {
  schooling: number
  health: number
  /** How many services there are. */
  services: number
  scale: number
  wageIndex: number
  /** Mean way of a pupil to school by village, km. */
  school: Float64Array
  /** As governments have them. */
  programmes: Float64Array
}

const scratch = { school: scratchIn(Float64Array) }

export function serve(world: World, now: Now): void {
  const { memory, places, governments, scale } = world
  const { users, level, villages } = places
  const p = now.parameters
  const { cost, supervised, providers } = deliveryOf(world, p)
  const delivery: Delivery = { scale, cost, supervised, qualityElasticity: p.qualityElasticity }
  memory.loops.deliver(places, level.length, delivery)
  if (providers) {
    for (let at = 0; at < level.length; at++) {
      if (users[at] > 0) level[at] *= boostOf(world, providers, Math.floor(at / services.length), at % services.length)
    }
  }
  const school = scratch.school(memory, villages)
  for (let v = 0; v < villages; v++) school[v] = schoolWay(places.schools[v], places.units[v], places.townDistance[v])
  const ways: Ways = { schooling, health, services: services.length, scale, wageIndex: wageIndex(world), school, programmes: governments.programmes }
  memory.loops.reachVillages(places, ways, p)
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

/**
 * What a yuan of spending gives beyond its quantity: the price level of services, supervision beyond that of the base year, for which the census's levels stand,
 * and providers other than the government.
 */
export function deliveryOf(world: World, p: Parameters): { cost: number; supervised: number; providers: Providers | undefined } {
  return {
    cost: pow(wageIndex(world), p.wageCostShare - 1),
    supervised: (1 - p.leak * (1 - p.supervision)) / (1 - p.leak * (1 - parameters.supervision.value)),
    providers: providersOf(p),
  }
}
