/**
 * Merging: real villages below a threshold of residents move together into new rural communities. Services then cost less per user, the move is paid
 * for, and the fields are further away.
 */
import { ln } from '../math.ts'
import { normal } from '../normal.ts'
import { wageIndex } from '../wage-index.ts'
import type { World } from '../world.ts'
import { spendOnProgramme } from './outlays.ts'
import { inBlocks } from '../blocks.ts'
import type { Now } from './process.ts'

/** Spread of the sizes of real villages, standard deviation of ln(residents). Assumption. */
const spread = 0.7

/** A representative village stands for many: they are log-normal in residents around the mean. */
export function mergeVillages(world: World, { parameters: p }: Now): void {
  if (p.villageMerging === 0) return
  const { places, households, scale } = world
  // Where less is paid than a move costs, fewer agree to it.
  const speed = p.mergingSpeed * Math.min(1, p.mergingBudget / p.mergingCost)
  const moved = new Float64Array(places.villages)
  for (let v = 0; v < places.villages; v++) {
    const units = places.units[v]
    const mean = (places.residents[v] * scale) / units
    if (mean <= 0 || units <= 1) continue
    const middle = ln(mean) - (spread * spread) / 2
    const z = (ln(p.villageMerging) - middle) / spread
    const leaving = speed * units * normal(z)
    // People of the small villages are fewer than their number of villages tells: the log-normal of sizes, weighted by size.
    moved[v] = speed * normal(z - spread)
    const communities = (moved[v] * mean * units) / Math.max(p.communitySize, p.villageMerging)
    const left = Math.max(1, units - Math.max(0, leaving - communities))
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
  for (let v = 0; v < places.villages; v++) if (moved[v] > 0) spendOnProgramme(world, places.province[v], moved[v] * houses[v] * yuan)
}
