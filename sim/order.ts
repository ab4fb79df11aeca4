/** Sorting by whole numbers, stable and in time proportional to their number. What is sorted by id no longer knows the order of memory. */
import type { Memory } from './memory.ts'
import { scratchIn, scratchZerosIn, sharedIn } from './scratch.ts'

const scratch = { next: scratchIn(Int32Array), digits: scratchZerosIn(Int32Array), once: sharedIn(3, Int32Array), twice: sharedIn(4, Int32Array) }

/** Persons in order: `members[start[value]] … members[start[value + 1]]` have the value. */
export interface Ordered {
  start: Int32Array
  members: Int32Array
}

/** Scratch columns for persons in order: they hold until they are used again. */
export function scratchOrdered(): (memory: Memory, values: number, persons: number) => Ordered {
  const start = scratchZerosIn(Int32Array)
  const members = scratchIn(Int32Array)
  return (memory, values, persons) => ({ start: start(memory, values + 1), members: members(memory, persons) })
}

/**
 * Counting sort: persons by a column, those of equal value in the order they came.
 * @param memory where persons and column are
 * @param into scratch columns for what it gives
 */
export function byColumn(memory: Memory, persons: Int32Array, column: Uint16Array, values: number, into: ReturnType<typeof scratchOrdered>): Ordered {
  const { start, members } = into(memory, values, persons.length)
  memory.loops.sortByColumn(persons, persons.length, column, values, start, scratch.next(memory, values + 1), members)
  return { start, members }
}

/**
 * Sorts persons by the low half of their id, those of equal id in the order they came; in place. It uses the shared lists 3 and 4.
 * @param memory where persons and ids are
 * @returns the same array
 */
export function byId(memory: Memory, persons: Int32Array, idLow: Int32Array): Int32Array {
  const { length } = persons
  const once = scratch.once(memory, 2 * length)
  const twice = scratch.twice(memory, 2 * length)
  // For each of three digits of 11 bits, as many as it has values.
  memory.loops.sortById(persons, length, idLow, once, twice, scratch.digits(memory, 3 << 11))
  return persons
}
