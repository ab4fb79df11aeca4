/**
 * Scratch memory: columns that a step fills, reads and needs no longer. The next year has them again, because memory that is fetched anew from the system
 * takes longer to touch than to fill, in browsers many times longer. What was given before is lost when the same is asked for again.
 */
import type { Column, Kind, Memory } from './memory.ts'

/** @returns a function that gives a column of a length, for whoever writes all of it: it holds what was left in it */
export function columnOf<T extends Column>(kind: new (length: number) => T): (length: number) => T {
  let memory = new kind(0)
  let given = memory
  return length => {
    if (length > memory.length) memory = new kind(Math.ceil(length * 1.25))
    if (given.length !== length || given.buffer !== memory.buffer) given = memory.subarray(0, length) as T
    return given
  }
}

/** The same, of zeros. */
export function zerosOf<T extends Column>(kind: new (length: number) => T): (length: number) => T {
  const get = columnOf(kind)
  return length => get(length).fill(0) as T
}

/** @returns a function that gives a column in the memory of a world, where compiled loops reach it; for whoever writes all of it: it holds what was left in it */
export function scratchIn<T extends Column>(kind: Kind<T>): (memory: Memory, length: number) => T {
  const owner = {}
  return (memory, length) => memory.scratch(owner, kind, length)
}

/** The same, of zeros. */
export function scratchZerosIn<T extends Column>(kind: Kind<T>): (memory: Memory, length: number) => T {
  const get = scratchIn(kind)
  return (memory, length) => get(memory, length).fill(0) as T
}

const lists = Array.from({ length: 5 }, () => ({}))

/**
 * The same as `scratchIn`, in memory that all share who name the same list: for columns about as long as there are people, which a step makes and needs no
 * longer when it ends. Two of the same list must not be in use at a time.
 * @param list 0 … 4
 */
export function sharedIn<T extends Column>(list: 0 | 1 | 2 | 3 | 4, kind: Kind<T>): (memory: Memory, length: number) => T {
  return (memory, length) => memory.scratch(lists[list], kind, length)
}
