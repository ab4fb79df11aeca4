/** Incomers, in groups of those who live in one place and are registered in one place: see sim/processes/destinations.ts. */

/**
 * Sorts incomers by registration, and by place after it: a counting sort by place and then one by registration, of both packed into one number, so that people
 * are looked at once.
 * @param both the incomers, and then what they are packed into: registration (the upper half) and place
 * @param placeStart zeros, as `registrationStart`; where those begin who are registered in a place
 * @param where filled with where they live, in the order into which they are sorted
 */
export function sortIncomers(
  people: People, number: i32, places: i32, both: Int32s, byPlace: Int32s, placeStart: Int32s, registrationStart: Int32s, next: Int32s, where: Uint16s,
): void {
  const place = people.place
  const registered = people.registered
  for (let n = 0; n < number; n++) {
    const i = both[n]
    const j = place[i]
    const from = registered[i]
    both[n] = (from << 16) | j
    placeStart[j + 1]++
    registrationStart[from + 1]++
  }
  for (let j = 0; j < places; j++) {
    placeStart[j + 1] += placeStart[j]
    registrationStart[j + 1] += registrationStart[j]
  }
  for (let n = 0; n < number; n++) {
    const its = both[n]
    const j = its & 0xffff
    const at = placeStart[j]
    placeStart[j] = at + 1
    byPlace[at] = its
  }
  for (let j = 0; j < places; j++) next[j] = registrationStart[j]
  for (let n = 0; n < number; n++) {
    const its = byPlace[n]
    const from = its >>> 16
    const at = next[from]
    next[from] = at + 1
    where[at] = its & 0xffff
  }
}

/** Numbers those who live in one place and are registered in one place. @param where where they live, by registration and then by place */
export function groupIncomers(
  where: Uint16s, places: i32, registrationStart: Int32s, groupStart: Int32s, groupPlace: Uint16s, groupSize: Int32s, coVillagers: Int32s,
): void {
  let groups = 0
  for (let j = 0; j < places; j++) {
    groupStart[j] = groups
    let last = -1
    for (let n = registrationStart[j], end = registrationStart[j + 1]; n < end; n++) {
      const at = i32(where[n])
      groups += i32(at !== last)
      last = at
      groupPlace[groups - 1] = at
      groupSize[groups - 1]++
      coVillagers[n] = groups - 1
    }
  }
  groupStart[places] = groups
}
