/** What places are worth, read from the tables of the year: see sim/processes/place-values.ts. */
import * as row from '../codes/place-row.ts'
import { distanceStep, farthest, highestIncome, lowestIncome, networkSteps, worthSteps } from '../codes/worth-steps.ts'
import { exp, ln } from './math.ts'

/** Places, as far as who thinks about where to live looks at them. */
@unmanaged
export class PlacesInMind {
  count!: i32
  villages!: i32
  province!: Uint8s
  town!: Int32s
  city!: Int32s
  prefecture!: Int32s
  urbanRank!: Int32s
  pairStart!: Int32s
  x!: Float64s
  y!: Float64s
  z!: Float64s
  farmIncome!: Float64s
  wage!: Float64s
  localShare!: Float64s
}

/** See `PlaceValues`; `joined` is 1 where villages stand for several counties, and 0 elsewhere. */
@unmanaged
export class Values {
  offer!: Float64s
  insider!: Float64s
  outsider!: Float64s
  expected!: Float64s
  highestPay!: f64
  rows!: Float64s
  distance!: Float64s
  pairs!: Float64s
  ownCounty!: Float64s
  network!: Float64s
  worth!: Float64s
  joined!: i32
}

/** y^β_w by linear interpolation. */
export function worth(table: Float64s, income: f64): f64 {
  const at = Math.min(f64(highestIncome) - 0.01, Math.max(lowestIncome, income)) * f64(worthSteps)
  const below = whole(at)
  return table[below] + (table[below + 1] - table[below]) * (at - f64(below))
}

/** The step of the table that holds the distance between two points of the unit sphere, along the chord. */
export function distanceTo(xa: f64, ya: f64, za: f64, xb: f64, yb: f64, zb: f64): i32 {
  const step = whole((6371.0 / f64(distanceStep)) * Math.sqrt(Math.max(0.0, 2.0 - 2.0 * (xa * xb + ya * yb + za * zb))) + 0.5)
  return step < farthest ? step : farthest
}

/** What the way between home and a place is worth. */
export function nearness(places: PlacesInMind, values: Values, home: i32, at: i32): f64 {
  const villages = places.villages
  const prefecture = places.prefecture
  if (values.joined !== 0 && home < villages && at >= villages && prefecture[home] === prefecture[at]) {
    return values.pairs[places.pairStart[home] + places.urbanRank[at]]
  }
  const x = places.x
  const y = places.y
  const z = places.z
  return values.distance[distanceTo(x[home], y[home], z[home], x[at], y[at], z[at])]
}

/** Step of the table of what co-villagers are worth, by their share of last year’s registered: a small village may have had fewer than are away now. */
export function companyOf(share: f64): i32 {
  const step = whole(share * f64(networkSteps) + 0.5)
  return step < networkSteps ? step : networkSteps
}

/** ln(access · quality) by place and service, and what rent takes from a place: its weight · ln(rent). */
export function logLevels(
  level: Float64s, access: Float64s, number: i32, least: f64, logs: Float64s, rents: Float64s, count: i32, weight: f64, logRents: Float64s,
): void {
  for (let at = 0; at < number; at++) logs[at] = ln(Math.max(least, level[at] * access[at]))
  for (let j = 0; j < count; j++) logRents[j] = weight * ln(rents[j])
}

/** See `Offers`. */
@unmanaged
export class OffersOf {
  count!: i32
  villages!: i32
  services!: i32
  tier!: Uint8s
  logs!: Float64s
  logRents!: Float64s
  weights!: Float64s
  lost!: Float64s
}

/**
 * What services and rent are worth to a kind of household, for people registered there and for others.
 * @param paidRent what those others find of a town or city, beside what they lose: see `offers`
 */
export function fillOffer(offers: OffersOf, paidRent: f64, insider: Float64s, outsider: Float64s): void {
  const count = offers.count
  const villages = offers.villages
  const services = offers.services
  const tier = offers.tier
  const logs = offers.logs
  const logRents = offers.logRents
  const weights = offers.weights
  const lost = offers.lost
  for (let j = 0; j < count; j++) {
    let value = -logRents[j]
    for (let k = 0; k < services; k++) value += weights[k] * logs[j * services + k]
    const its = exp(value)
    insider[j] = its
    outsider[j] = its * lost[tier[j]] * (j < villages ? 1.0 : paidRent)
  }
}

/** What is read of a town or city in one go: see place-row.ts. @param room see `placeValues` */
export function fillRows(places: PlacesInMind, values: Values, room: Float64s): void {
  const count = places.count
  const x = places.x
  const y = places.y
  const z = places.z
  const expected = values.expected
  const insider = values.insider
  const outsider = values.outsider
  const rows = values.rows
  // Nobody comes to villages.
  for (let j = places.villages; j < count; j++) {
    const at = j * row.width
    rows[at + row.x] = x[j]
    rows[at + row.y] = y[j]
    rows[at + row.z] = z[j]
    for (let skill = 0; skill < 2; skill++) rows[at + row.expected + skill] = expected[j * 2 + skill]
    for (let kind = 0; kind < row.kinds; kind++) {
      rows[at + row.outsider + kind] = outsider[kind * count + j] * room[j]
      rows[at + row.insider + kind] = insider[kind * count + j]
    }
  }
}
