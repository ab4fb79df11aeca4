/** The sums of a group of places that follow from who was counted there, in real persons. */
import { reformYear } from '../access.ts'
import { scratchIn, scratchZerosIn } from '../scratch.ts'
import type { World } from '../world.ts'
import type { Targets } from './place-sums.ts'
import * as at from '../codes/positions.ts'
import { width } from './sums.ts'
import type { Tallies } from './tallies.ts'

const scratch = { counted: scratchIn(Float64Array), living: scratchIn(Float64Array), done: scratchZerosIn(Uint8Array) }

export interface PeopleSums {
  /** Writes the sums of a group of places of a tier into a row of the world's memory; sums that it does not name stay as they are. */
  fill: (group: number, tier: number, row: Float64Array) => void
  /** Adds all groups up. */
  add: (to: Targets) => void
}

export function peopleSums({ year, scale, memory, places }: World, { counts, groupOf, groups }: Tallies): PeopleSums {
  const counted = {
    counts, groupOf, scale,
    // The reform ended the difference between kinds of registration: since then the place counts.
    unified: year >= reformYear ? 1 : 0,
    counted: scratch.counted(memory, at.rowWidth), living: scratch.living(memory, at.stages), done: scratch.done(memory, groups),
  }
  return {
    fill(group, tier, row) { memory.loops.fillPeople(counted, group, tier, row) },
    add(to) { memory.loops.addGroups(counted, places.count, to, width) },
  }
}
