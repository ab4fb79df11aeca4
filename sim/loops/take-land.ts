/** Whose land is taken: see sim/processes/take-land.ts. */
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
