/** Sorting by whole numbers, stable and in time proportional to their number. What is sorted by id no longer knows the order of memory. */
import { scratch, scratchZeros } from './scratch.ts'

const memory = { next: scratch(Int32Array), keys: scratch(Int32Array), keysOf: scratch(Int32Array), keysTo: scratch(Int32Array), digits: scratchZeros(Int32Array) }

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

/** The same, those of equal value by the low half of their id. */
export function byColumnAndId(
  persons: Int32Array, column: Uint16Array, values: number, idLow: Int32Array, into: ReturnType<typeof scratchOrdered>,
): Ordered {
  const ordered = byColumn(persons, column, values, into)
  const { start, members } = ordered
  const keys = memory.keys(members.length)
  for (let n = 0; n < keys.length; n++) keys[n] = idLow[members[n]]
  for (let j = 0; j < values; j++) {
    if (start[j + 1] - start[j] > few) members.set(byId(members.subarray(start[j], start[j + 1]), idLow), start[j])
    else insert(keys, members, start[j], start[j + 1])
  }
  return ordered
}

/** Up to this number, insertion takes less time than passes over all digits. */
const few = 128

/** Insertion sort of keys, each with its person. */
function insert(keys: Int32Array, members: Int32Array, start: number, end: number): void {
  for (let n = start + 1; n < end; n++) {
    const key = keys[n]
    const member = members[n]
    let to = n
    for (; to > start && keys[to - 1] > key; to--) {
      keys[to] = keys[to - 1]
      members[to] = members[to - 1]
    }
    keys[to] = key
    members[to] = member
  }
}

const bits = 11
const digits = 1 << bits

/** Persons by the low half of their id, 11 bits at a time. */
export function byId(persons: Int32Array, idLow: Int32Array): Int32Array {
  const { length } = persons
  let from = persons
  // Signed numbers: turning the highest bit makes their order that of unsigned ones.
  let keys = memory.keysOf(length)
  for (let n = 0; n < length; n++) keys[n] = idLow[persons[n]] ^ 0x80000000
  let to: Int32Array = new Int32Array(length)
  let keysTo = memory.keysTo(length)
  for (let shift = 0; shift < 32; shift += bits) {
    const next = memory.digits(digits + 1)
    for (let n = 0; n < length; n++) next[((keys[n] >>> shift) & (digits - 1)) + 1]++
    for (let value = 0; value < digits; value++) next[value + 1] += next[value]
    for (let n = 0; n < length; n++) {
      const at = next[(keys[n] >>> shift) & (digits - 1)]++
      to[at] = from[n]
      keysTo[at] = keys[n]
    }
    const done: Int32Array = from === persons ? new Int32Array(length) : from
    from = to
    to = done
    ;[keys, keysTo] = [keysTo, keys]
  }
  return from
}
