/** Where each house stands in its village: where it stood last year; a new one takes the first free place. */

import type { HouseholdsData } from './houses.ts'

export function houseSlots() {
  let run: unknown
  let slots = new Map<string, number>()
  let taken: (string | undefined)[][] = []
  return {
    /** By block, the id of the house in each slot. */
    get rows(): readonly (readonly (string | undefined)[])[] { return taken },
    /** Of a house that was settled. */
    of: (id: string): number => slots.get(id)!,
    settle(data: HouseholdsData) {
      if (data.run !== run) {
        run = data.run
        slots = new Map()
        taken = data.blocks.map(() => [])
      }
      const there = new Map(data.houses.map(({ id, block }) => [id, block]))
      for (const [block, row] of taken.entries()) {
        for (const [slot, id] of row.entries()) {
          if (id === undefined || there.get(id) === block) continue
          row[slot] = undefined
          slots.delete(id)
        }
      }
      for (const { id, block } of data.houses) {
        if (slots.has(id)) continue
        const free = taken[block].indexOf(undefined)
        const slot = free < 0 ? taken[block].length : free
        taken[block][slot] = id
        slots.set(id, slot)
      }
    },
  }
}
