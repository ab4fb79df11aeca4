/** What places are worth, read from the tables of the year: see sim/processes/place-values.ts. */
import { distanceStep, farthest, highestIncome, lowestIncome, networkSteps, worthSteps } from '../processes/worth-steps.ts'

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

/** Step of the table of what co-villagers are worth, by their share. */
export function companyOf(share: f64): i32 {
  return whole(share * f64(networkSteps) + 0.5)
}
