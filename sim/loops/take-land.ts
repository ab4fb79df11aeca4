/** Whose land is taken, and what all others hold then: see sim/processes/take-land.ts. */
import { draw } from './random.ts'

/**
 * Every household is written, and the next free position moves on by 1 for those whose land is taken, and by 0 for others.
 * @param below by village, land that is taken as thresholds of a draw @param taken those whose land is taken @returns how many they are
 */
export function whoLosesLand(households: Households, villages: i32, below: Float64s, chance: Chance, taken: Int32s): i32 {
  const origin = households.origin
  const first = households.first
  const idLow = households.idLow
  const idHigh = households.idHigh
  const number = households.count
  const k0 = chance.k0
  const k1 = chance.k1
  let found = 0
  for (let h = 0; h < number; h++) {
    const village = origin[h]
    // Most villages lose none.
    if (village >= villages || below[village] === 0) continue
    taken[found] = h
    found += i32(f64(draw(k0, k1, idLow[h], idHigh[h])) < below[village]) & i32(first[h] >= 0)
  }
  return found
}

/** Adds up what households hold in each village, mu per real household. */
export function addHeld(households: Households, villages: i32, held: Float64s): void {
  const origin = households.origin
  const first = households.first
  const land = households.land
  const number = households.count
  for (let h = 0; h < number; h++) if (first[h] >= 0 && origin[h] < villages) held[origin[h]] += land[h]
}

/** What each household of a village holds becomes a multiple of it. */
export function changeHeld(households: Households, villages: i32, times: Float64s): void {
  const origin = households.origin
  const first = households.first
  const land = households.land
  const number = households.count
  for (let h = 0; h < number; h++) if (first[h] >= 0 && origin[h] < villages) land[h] = land[h] * times[origin[h]]
}
