/** Sorting by whole numbers, stable and in time proportional to their number. What is sorted by id no longer knows the order of memory. */
import { inBlocks } from './blocks.ts'
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
  const next = memory.next(values + 1)
  inBlocks(persons.length, (from, end) => countValues(persons, column, start, from, end))
  inBlocks(values, (from, end) => addUp(start, from, end))
  next.set(start)
  inBlocks(persons.length, (from, end) => placeByValue(persons, column, next, members, from, end))
  return { start, members }
}

function countValues(persons: Int32Array, column: Uint16Array, start: Int32Array, from: number, end: number): void {
  for (let n = from; n < end; n++) start[column[persons[n]] + 1]++
}

function addUp(start: Int32Array, from: number, end: number): void {
  for (let j = from; j < end; j++) start[j + 1] += start[j]
}

function placeByValue(persons: Int32Array, column: Uint16Array, next: Int32Array, members: Int32Array, from: number, end: number): void {
  for (let n = from; n < end; n++) members[next[column[persons[n]]]++] = persons[n]
}

const bits = 11
const digits = 1 << bits

/**
 * Sorts persons by the low half of their id, 11 bits at a time, those of equal id in the order they came; in place.
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
  inBlocks(length, (from, end) => countDigits(persons, idLow, keys, next, from, end))
  for (let digit = 0; digit < 3; digit++) startsOf(next, digit)
  inBlocks(length, (from, end) => placeByDigit(persons, keys, once, keysOnce, next, 0, from, end))
  inBlocks(length, (from, end) => placeByDigit(once, keysOnce, twice, keysTwice, next, 1, from, end))
  inBlocks(length, (from, end) => placeByDigit(twice, keysTwice, persons, keys, next, 2, from, end))
  return persons
}

/** Reads the keys and counts the values of each of their three digits. */
function countDigits(persons: Int32Array, idLow: Int32Array, keys: Int32Array, counts: Int32Array, from: number, end: number): void {
  for (let n = from; n < end; n++) {
    // Signed numbers: turning the highest bit makes their order that of unsigned ones.
    const key = idLow[persons[n]] ^ 0x80000000
    keys[n] = key
    counts[key & (digits - 1)]++
    counts[digits + ((key >>> bits) & (digits - 1))]++
    counts[2 * digits + (key >>> (2 * bits))]++
  }
}

/** From how many have each value of a digit to where the first of them goes. */
function startsOf(counts: Int32Array, digit: number): void {
  let before = 0
  for (let at = digit * digits; at < (digit + 1) * digits; at++) {
    const number = counts[at]
    counts[at] = before
    before += number
  }
}

function placeByDigit(
  persons: Int32Array, keys: Int32Array, to: Int32Array, keysTo: Int32Array, next: Int32Array, digit: number, from: number, end: number,
): void {
  for (let n = from; n < end; n++) {
    const key = keys[n]
    const at = next[digit * digits + ((key >>> (digit * bits)) & (digits - 1))]++
    to[at] = persons[n]
    keysTo[at] = key
  }
}
