/** Sorting by whole numbers, stable and in time proportional to their number. What is sorted by id no longer knows the order of memory. */

/** Counting sort: persons by a column, those of equal value in the order they came; `start[value] … start[value + 1]` finds them. */
export function byColumn(persons: Int32Array, column: Uint16Array, values: number): { start: Int32Array; members: Int32Array } {
  const start = new Int32Array(values + 1)
  for (let n = 0; n < persons.length; n++) start[column[persons[n]] + 1]++
  for (let j = 0; j < values; j++) start[j + 1] += start[j]
  const next = start.slice()
  const members = new Int32Array(persons.length)
  for (let n = 0; n < persons.length; n++) members[next[column[persons[n]]]++] = persons[n]
  return { start, members }
}

const bits = 11
const digits = 1 << bits

/** Persons by the low half of their id, 11 bits at a time. */
export function byId(persons: Int32Array, idLow: Int32Array): Int32Array {
  let from = persons
  for (let shift = 0; shift < 32; shift += bits) {
    const next = new Int32Array(digits + 1)
    // Signed numbers: turning the highest bit makes their order that of unsigned ones.
    for (let n = 0; n < from.length; n++) next[(((idLow[from[n]] ^ 0x80000000) >>> shift) & (digits - 1)) + 1]++
    for (let value = 0; value < digits; value++) next[value + 1] += next[value]
    const to = new Int32Array(from.length)
    for (let n = 0; n < from.length; n++) to[next[((idLow[from[n]] ^ 0x80000000) >>> shift) & (digits - 1)]++] = from[n]
    from = to
  }
  return from
}
