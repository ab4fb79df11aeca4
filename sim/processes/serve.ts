/**
 * Services: what spending buys. Unit cost falls with the users of a facility, quality rises with quantity and supervision, and access falls with the
 * way to the nearest open facility. MODEL section 3, services.
 */
import { exp, pow } from '../math.ts'
import { parameters, type Parameters } from '../parameters.ts'
import { health, schooling, services } from '../services.ts'
import { mean, type World } from '../world.ts'
import type { Now } from './process.ts'

/** Yearly cost of a user by service at the national standard, relative to schooling, before scale. Only ratios between places matter. */
const variableCost = [1, 0.25, 0.6, 0.2, 1, 0.07] as const
/** Users of a real village or town at which the fixed cost has its stated size. */
const referenceUsers = [200, 1500, 150, 1100, 1100, 1100] as const
/** A town or city spreads its fixed cost over facilities of this many times the reference. */
const facilityUrban = 6

/** Cost of a user by place and service: variable cost plus the fixed cost over the users of a facility, rising with wages. */
export function priceServices({ places, ledger, scale }: World, { fixedCost }: Parameters): void {
  const wage = ledger.means[mean.urbanWage] / Math.max(1, ledger.means[mean.urbanWageBase])
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

export function serve({ places, ledger, scale }: World, { parameters: p }: Now): void {
  const width = services.length
  const cost = pow(ledger.means[mean.urbanWage] / Math.max(1, ledger.means[mean.urbanWageBase]), p.wageCostShare - 1)
  const supervised = (1 - p.leak * (1 - p.supervision)) / supervisedBase
  const { qualityElasticity, schoolDistance, clinicDistance } = p
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
    }
    if (j >= places.villages) continue
    const way = schoolWay(places.schools[j], places.units[j], places.townDistance[j])
    places.access[j * width + schooling] = exp((0.5 - way) / schoolDistance)
    places.access[j * width + health] = exp(-Math.min(20, places.townDistance[j] / 4) / clinicDistance)
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
