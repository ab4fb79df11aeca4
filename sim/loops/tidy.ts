/** Lays the members of households side by side: see sim/tidy.ts. */

/** Lists households that have members. @returns how many */
export function listKept(households: Households, list: Int32s): i32 {
  const first = households.first
  const count = households.count
  let number = 0
  for (let h = 0; h < count; h++) {
    list[number] = h
    number += i32(first[h] >= 0)
  }
  return number
}

/**
 * The new order of people, who is `order`, household by household as `kept` lists them; links within households are made anew.
 * @param firstBefore the first members so far
 * @param newIndex by index + 1, so that nobody, −1, is found there as well; −1 at first
 * @returns how many people there are now
 */
export function layOut(people: People, households: Households, firstBefore: Int32s, kept: Int32s, number: i32, newIndex: Int32s, order: Int32s): i32 {
  const next = people.next
  const household = people.household
  const first = households.first
  const count = households.count
  let persons = 0
  for (let h = 0; h < number; h++) {
    first[h] = persons
    for (let i = firstBefore[kept[h]]; i >= 0; i = next[i]) {
      order[persons] = i
      household[persons] = h
      newIndex[i + 1] = persons++
    }
  }
  for (let h = number; h < count; h++) first[h] = -1
  for (let i = 0; i < persons; i++) next[i] = i + 1
  // The last of each household before others, and of all.
  for (let h = 1; h < number; h++) next[first[h] - 1] = -1
  if (persons > 0) next[persons - 1] = -1
  return persons
}

export function arrange(column: Int32s, before: Int32s, order: Int32s, number: i32): void {
  for (let n = 0; n < number; n++) column[n] = before[order[n]]
}

export function arrangeShort(column: Uint16s, before: Uint16s, order: Int32s, number: i32): void {
  for (let n = 0; n < number; n++) column[n] = before[order[n]]
}

/** A column of indices of people. */
export function arrangeLinks(column: Int32s, before: Int32s, order: Int32s, newIndex: Int32s, number: i32): void {
  for (let n = 0; n < number; n++) column[n] = newIndex[before[order[n]] + 1]
}
