/** Lays the members of households side by side: see `tidy` in sim/world.ts. */

/**
 * The new order of people and households: `order` and `kept` say who was where; links within households are made anew.
 * @param newIndex by index + 1, so that nobody, −1, is found there as well; −1 at first
 * @param laid how many people and households there are now
 */
export function layOut(people: People, households: Households, newIndex: Int32s, order: Int32s, kept: Int32s, laid: Int32s): void {
  const next = people.next
  const household = people.household
  const first = households.first
  const count = households.count
  let persons = 0
  let number = 0
  for (let h = 0; h < count; h++) {
    let i = first[h]
    if (i < 0) continue
    first[number] = persons
    for (; i >= 0; i = next[i]) {
      order[persons] = i
      household[persons] = number
      newIndex[i + 1] = persons++
    }
    kept[number++] = h
  }
  for (let h = number; h < count; h++) first[h] = -1
  for (let i = 0; i < persons; i++) next[i] = i + 1
  // The last of each household before others, and of all.
  for (let h = 1; h < number; h++) next[first[h] - 1] = -1
  if (persons > 0) next[persons - 1] = -1
  laid[0] = persons
  laid[1] = number
}

/** In place: nobody moves up. */
export function moveDown(column: Int32s, from: Int32s, number: i32): void {
  for (let n = 0; n < number; n++) column[n] = column[from[n]]
}

export function moveDownShort(column: Uint16s, from: Int32s, number: i32): void {
  for (let n = 0; n < number; n++) column[n] = column[from[n]]
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
