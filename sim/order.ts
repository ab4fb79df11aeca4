/** Sorting by whole numbers, stable and in time proportional to their number. What is sorted by id no longer knows the order of memory. */
import { scratch, scratchZeros } from './scratch.ts'

const memory = {
  next: scratch(Int32Array), digits: scratchZeros(Int32Array), once: scratch(Int32Array), twice: scratch(Int32Array),
  keys: scratch(Int32Array), keysOnce: scratch(Int32Array), keysTwice: scratch(Int32Array),
}

/** Persons in order: `members[start[value]] … members[start[value + 1]]` have the value. */
export interface Ordered {
  start: Int32Array
  members: Int32Array
}

/** Scratch memory for persons in order: they hold until it is used again. */
export function scratchOrdered(): (values: number, persons: number) => Ordered {
  const start = scratchZeros(Int32Array)
  const members = scratch(Int32Array)
  return (values, persons) => ({ start: start(values + 1), members: members(persons) })
}

/** Counting sort: persons by a column, those of equal value in the order they came. @param into scratch memory for what it gives */
export function byColumn(persons: Int32Array, column: Uint16Array, values: number, into: ReturnType<typeof scratchOrdered>): Ordered {
  const { start, members } = into(values, persons.length)
  for (let n = 0; n < persons.length; n++) start[column[persons[n]] + 1]++
  for (let j = 0; j < values; j++) start[j + 1] += start[j]
  const next = memory.next(values + 1)
  next.set(start)
  for (let n = 0; n < persons.length; n++) members[next[column[persons[n]]]++] = persons[n]
  return { start, members }
}

const bits = 11
const digits = 1 << bits

/**
 * Sorts persons by the low half of their id, 11 bits at a time; in place.
 * @returns the same array
 */
export function byId(persons: Int32Array, idLow: Int32Array): Int32Array {
  const { length } = persons
  const once = memory.once(length)
  const twice = memory.twice(length)
  const keys = memory.keys(length)
  const keysOnce = memory.keysOnce(length)
  const keysTwice = memory.keysTwice(length)
  const next = memory.digits(3 * digits)
  countDigits(persons, idLow, keys, next)
  distribute(persons, keys, once, keysOnce, next.subarray(0, digits), 0)
  distribute(once, keysOnce, twice, keysTwice, next.subarray(digits, 2 * digits), bits)
  distribute(twice, keysTwice, persons, keys, next.subarray(2 * digits), 2 * bits)
  return persons
}

/** Reads the keys, and where each value of each of their three digits begins. */
function countDigits(persons: Int32Array, idLow: Int32Array, keys: Int32Array, next: Int32Array): void {
  for (let n = 0; n < persons.length; n++) {
    // Signed numbers: turning the highest bit makes their order that of unsigned ones.
    const key = idLow[persons[n]] ^ 0x80000000
    keys[n] = key
    next[key & (digits - 1)]++
    next[digits + ((key >>> bits) & (digits - 1))]++
    next[2 * digits + (key >>> (2 * bits))]++
  }
  for (let digit = 0; digit < 3; digit++) {
    let before = 0
    for (let at = digit * digits; at < (digit + 1) * digits; at++) {
      const number = next[at]
      next[at] = before
      before += number
    }
  }
}

function distribute(from: Int32Array, keysFrom: Int32Array, to: Int32Array, keysTo: Int32Array, next: Int32Array, shift: number): void {
  for (let n = 0; n < from.length; n++) {
    const key = keysFrom[n]
    const at = next[(key >>> shift) & (digits - 1)]++
    to[at] = from[n]
    keysTo[at] = key
  }
}
