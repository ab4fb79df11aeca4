/** Villages: small schools are closed, and small villages merge where policy asks for it. What is hollow is observed, not decided. */
import { ln } from '../math.ts'
import { normal } from '../normal.ts'
import type { World } from '../world.ts'
import { mergeVillages } from './merge-villages.ts'
import type { Now } from './process.ts'

/** Spread of the sizes of the schools in a village cluster, standard deviation of ln(pupils). Assumption. */
const spread = 0.7

export function emptyVillages(world: World, now: Now): void {
  closeSchools(world, now)
  mergeVillages(world, now)
}

/**
 * Closes a share of the schools below the threshold. A representative village stands for many real ones: their schools are taken as log-normal in size
 * around the mean, and pupils of closed schools go to those that remain.
 */
export function closeSchools({ places, scale }: World, { parameters: p }: Now): void {
  for (let v = 0; v < places.villages; v++) {
    if (places.schools[v] <= 0) continue
    const mean = Math.max(1, (places.pupils[v] * scale) / places.schools[v])
    const below = p.schoolClosing <= 0 ? 0 : normal((ln(p.schoolClosing / mean) + (spread * spread) / 2) / spread)
    // The last school of a cluster of villages stays open; a single village may lose its own, and its pupils go to another's.
    const last = places.units[v] > 1 ? Math.min(1, places.schools[v]) : 0
    places.schools[v] = Math.max(last, places.schools[v] * (1 - p.schoolClosingSpeed * below))
  }
}
