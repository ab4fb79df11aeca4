/** Sorting by whole numbers: see sim/order.ts. */

/** 0, 1, 2 …, as many as that, to be sorted. */
export function countOff(persons: Int32s, number: i32): void {
  for (let n = 0; n < number; n++) persons[n] = n
}

/**
 * Counting sort by a column.
 * @param start zeros at first, one more than there are values
 * @param next as many as `start`
 */
export function sortByColumn(persons: Int32s, number: i32, column: Uint16s, values: i32, start: Int32s, next: Int32s, members: Int32s): void {
  for (let n = 0; n < number; n++) start[column[persons[n]] + 1]++
  next[0] = 0
  for (let value = 0; value < values; value++) {
    const before = start[value] + start[value + 1]
    start[value + 1] = before
    next[value + 1] = before
  }
  for (let n = 0; n < number; n++) {
    const person = persons[n]
    const value = column[person]
    const at = next[value]
    next[value] = at + 1
    members[at] = person
  }
}

const bits = 11
const digits = 1 << bits

/**
 * Sorts by the low half of the id, 11 bits at a time, in place.
 * @param once and `twice`: room for as many pairs of a key and whose it is
 * @param next zeros at first, for each of the three digits as many as it has values
 */
export function sortById(persons: Int32s, number: i32, idLow: Int32s, once: Int32s, twice: Int32s, next: Int32s): void {
  for (let n = 0; n < number; n++) {
    const key = keyOf(idLow, persons[n])
    next[key & (digits - 1)]++
    next[digits + ((key >>> bits) & (digits - 1))]++
    next[2 * digits + (key >>> (2 * bits))]++
  }
  // From how many have each value of a digit to where the first of them goes.
  for (let digit = 0; digit < 3; digit++) {
    let before = 0
    for (let at = digit * digits; at < (digit + 1) * digits; at++) {
      const those = next[at]
      next[at] = before
      before += those
    }
  }
  for (let n = 0; n < number; n++) {
    const person = persons[n]
    const key = keyOf(idLow, person)
    const digit = key & (digits - 1)
    const at = next[digit]
    next[digit] = at + 1
    once[2 * at] = key
    once[2 * at + 1] = person
  }
  for (let n = 0; n < number; n++) {
    const key = once[2 * n]
    const digit = digits + ((key >>> bits) & (digits - 1))
    const at = next[digit]
    next[digit] = at + 1
    twice[2 * at] = key
    twice[2 * at + 1] = once[2 * n + 1]
  }
  for (let n = 0; n < number; n++) {
    const digit = 2 * digits + (twice[2 * n] >>> (2 * bits))
    const at = next[digit]
    next[digit] = at + 1
    persons[at] = twice[2 * n + 1]
  }
}

/** Signed numbers: turning the highest bit makes their order that of unsigned ones. */
function keyOf(idLow: Int32s, person: i32): i32 {
  return idLow[person] ^ i32(0x80000000)
}
