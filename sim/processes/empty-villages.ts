/** Villages: small schools are closed. What is hollow is observed, not decided. MODEL section 3, villages. */
import { exp, ln } from '../math.ts'
import type { World } from '../world.ts'
import type { Now } from './process.ts'

/** Spread of the sizes of the schools in a village cluster, standard deviation of ln(pupils). Assumption. */
const spread = 0.7

/**
 * Closes a share of the schools below the threshold. A representative village stands for many real ones: their schools are taken as log-normal in size
 * around the mean, and pupils of closed schools go to those that remain.
 */
export function closeSchools({ places, scale }: World, { parameters: p, first }: Now): void {
  if (first) return
  for (let v = 0; v < places.villages; v++) {
    if (places.schools[v] <= 0) continue
    const mean = Math.max(1, (places.pupils[v] * scale) / places.schools[v])
    const below = p.schoolClosing <= 0 ? 0 : normal(ln(p.schoolClosing / mean) / spread)
    // The last school of a cluster of villages stays open.
    places.schools[v] = Math.max(Math.min(1, places.schools[v]), places.schools[v] * (1 - p.schoolClosingSpeed * below))
  }
}

/** The standard normal distribution function, by its logistic approximation (Bowling et al. 2009, within 0.0002). */
const normal = (z: number): number => 1 / (1 + exp(-(0.07056 * z * z * z + 1.5976 * z)))
