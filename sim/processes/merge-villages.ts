/**
 * Merging: real villages below a threshold of residents move together into new rural communities. Services then cost less per user, the move is paid
 * for, and the fields are further away.
 */
import { ln } from '../math.ts'
import { normal } from '../normal.ts'
import { wageIndex } from '../wage-index.ts'
import type { World } from '../world.ts'
import { spendOnProgramme, withGiven } from './outlays.ts'
import { inBlocks } from '../blocks.ts'
import type { Now } from './process.ts'

/** Spread of the sizes of real villages, standard deviation of ln(residents). Assumption. */
const spread = 0.7

/**
 * Shares of the villages with fewer residents than a threshold, and of their people. A representative village stands for many: they are log-normal in residents
 * around the mean, and of the people fewer live in small ones. A real village, which `units` is no more than 1, is below it or not.
 */
function below(threshold: number, mean: number, units: number): { villages: number; people: number } {
  if (units <= 1) return { villages: Number(mean < threshold), people: Number(mean < threshold) }
  const z = (ln(threshold / mean) + (spread * spread) / 2) / spread
  return { villages: normal(z), people: normal(z - spread) }
}

/** A real village that has merged is part of a community: less than one unit. */
export function mergeVillages(world: World, { parameters: p }: Now): void {
  if (p.villageMerging === 0) return
  const { places, households, scale } = world
  // Where less is paid than a move costs, fewer agree to it.
  const speed = p.mergingSpeed * Math.min(1, p.mergingBudget / p.mergingCost)
  const moved = new Float64Array(places.villages)
  for (let v = 0; v < places.villages; v++) {
    const units = places.units[v]
    const mean = (places.residents[v] * scale) / units
    if (mean <= 0) continue
    const { villages, people } = below(p.villageMerging, mean, units)
    const community = Math.max(p.communitySize, p.villageMerging)
    moved[v] = speed * people
    const left = Math.max(Math.min(1, mean / community), units - Math.max(0, speed * units * villages - (moved[v] * mean * units) / community))
    places.merged[v] = 1 - (1 - places.merged[v]) * (left / units)
    places.units[v] = left
    places.schools[v] = Math.min(places.schools[v], left)
  }
  const houses = new Int32Array(places.villages)
  inBlocks(households.count, (start, end) => {
    const { first, origin } = households
    for (let h = start; h < end; h++) if (first[h] >= 0 && origin[h] < places.villages) houses[origin[h]]++
  })
  const yuan = p.mergingBudget * wageIndex(world) * scale
  withGiven(places, houses, places.registered).forEach((number, v) => spendOnProgramme(world, places.province[v], moved[v] * number * yuan))
}
