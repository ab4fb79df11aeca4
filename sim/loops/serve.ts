/** What spending buys, and the ways to it, by place: see sim/processes/serve.ts. */
import { doctorsOnTheWay, farthestDoctor } from '../codes/way-to-doctor.ts'
import { exp, pow } from './math.ts'

/** A facility has at least this part of the usual users, so that its unit cost has an end. Assumption. */
const leastUsers = 0.05

/** Places, as far as services are concerned; see `deliver` for what is read of each. */
@unmanaged
export class Served {
  count!: i32
  villages!: i32
  province!: Uint8s
  townDistance!: Float64s
  units!: Float64s
  schools!: Float64s
  users!: Float64s
  spending!: Float64s
  unitCost!: Float64s
  quantityBase!: Float64s
  levelBase!: Float64s
  level!: Float64s
  access!: Float64s
  pupils!: Int32s
}

/** See `Prices`. */
@unmanaged
export class PricesOf {
  schooling!: i32
  services!: i32
  scale!: f64
  wage!: f64
  fixedCost!: f64
  facilityUrban!: f64
  variable!: Float64s
  reference!: Float64s
}

/** See `Delivery`. */
@unmanaged
export class DeliveryOf {
  scale!: f64
  cost!: f64
  supervised!: f64
  qualityElasticity!: f64
}

/** See `Ways`. */
@unmanaged
export class WaysOf {
  schooling!: i32
  health!: i32
  services!: i32
  scale!: f64
  wageIndex!: f64
  school!: Float64s
  programmes!: Float64s
}

/** The parameters of ways to services, by name. */
@unmanaged
export class WayTerms {
  transportEase!: f64
  schoolDistance!: f64
  clinicDistance!: f64
  boarding!: f64
  boardingCost!: f64
  boardingReach!: f64
}

/** What a user of each service costs in each place. */
export function price(places: Served, prices: PricesOf): void {
  const count = places.count
  const villages = places.villages
  const units = places.units
  const schools = places.schools
  const users = places.users
  const unitCost = places.unitCost
  const schooling = prices.schooling
  const services = prices.services
  const scale = prices.scale
  const wage = prices.wage
  const fixedCost = prices.fixedCost
  const facilityUrban = prices.facilityUrban
  const variable = prices.variable
  const reference = prices.reference
  for (let j = 0; j < count; j++) {
    for (let k = 0; k < services; k++) {
      const at = j * services + k
      const usual = reference[k]
      const real = (users[at] * scale) / Math.max(1e-9, units[j])
      const largest = facilityUrban * usual
      let facility = real
      // Pupils of closed schools share those that remain, or go to town.
      if (k === schooling && j < villages) facility = schools[j] > 0 ? (real * units[j]) / schools[j] : largest
      unitCost[at] = variable[k] * wage * (1.0 + (fixedCost * usual) / Math.max(leastUsers * usual, Math.min(facility, largest)))
    }
  }
}

/** The level of each service in each place. Where nobody uses a service nothing is spent on it, and its level stays what it was. */
export function deliver(places: Served, number: i32, delivery: DeliveryOf): void {
  const users = places.users
  const spending = places.spending
  const unitCost = places.unitCost
  const quantityBase = places.quantityBase
  const levelBase = places.levelBase
  const level = places.level
  const access = places.access
  const scale = delivery.scale
  const cost = delivery.cost
  const supervised = delivery.supervised
  const elasticity = delivery.qualityElasticity
  for (let at = 0; at < number; at++) {
    access[at] = 1
    if (users[at] <= 0) continue
    const quantity = spending[at] / (users[at] * scale * unitCost[at] * cost)
    if (quantityBase[at] === 0) quantityBase[at] = quantity
    if (quantityBase[at] === 0) continue
    // The first level is the census's; later ones differ from it by what quantity does to quality.
    level[at] = levelBase[at] * pow(Math.max(0.01, quantity / quantityBase[at]), elasticity) * supervised
  }
}

/** Ways to school and to the doctor from villages; boarding gives back what the way to school takes, and is paid for. */
export function reachVillages(places: Served, ways: WaysOf, p: WayTerms): void {
  const villages = places.villages
  const province = places.province
  const townDistance = places.townDistance
  const pupils = places.pupils
  const users = places.users
  const access = places.access
  const school = ways.school
  const programmes = ways.programmes
  const scale = ways.scale
  const wageIndex = ways.wageIndex
  const far = 1.0 - p.transportEase
  const schoolDistance = p.schoolDistance
  const clinicDistance = p.clinicDistance
  const boarding = p.boarding
  const boardingCost = p.boardingCost
  const boardingReach = p.boardingReach
  for (let v = 0; v < villages; v++) {
    let toSchool = exp(((0.5 - school[v]) * far) / schoolDistance)
    const learners = users[v * ways.services + ways.schooling]
    if (boarding > 0 && learners > 0) {
      // Of the pupils of primary school those board whom the way would keep from it, as many as the money covers.
      const board = (1.0 - toSchool) * Math.min(1.0, boarding / boardingCost)
      toSchool += board * boardingReach * Math.min(1.0, f64(pupils[v]) / f64(learners))
      programmes[province[v]] += f64(pupils[v]) * scale * board * boardingCost * wageIndex
    }
    access[v * ways.services + ways.schooling] = toSchool
    access[v * ways.services + ways.health] = exp((-Math.min(f64(farthestDoctor), townDistance[v] / f64(doctorsOnTheWay)) * far) / clinicDistance)
  }
}
