/** Who has the land of households that end by a death: see sim/processes/die.ts. */

/** What has happened to somebody this year; what happens to the ill happens to the dead too. */
export const ill = 1
export const deadShift = 1
export const dead = ill | (1 << deadShift)

/**
 * Children whose own household is of the same village share it alike, wherever they live. Where there is no such child nobody holds it, and those who farm there
 * work it.
 * @param stricken by index + 1, `ill` or `dead` of this year @param children the first `number` are those who have lost a parent
 * @param heirs zeros by household
 */
export function inherit(people: People, households: Households, stricken: Uint8s, children: Int32s, number: i32, heirs: Uint8s): void {
  const land = households.land
  let some = 0
  for (let n = 0; n < number; n++) {
    const i = children[n]
    let inherits = 0
    for (let parent = 0; parent < 2; parent++) {
      const h = endedWith(people, households, stricken, i, parent)
      if (h < 0) continue
      heirs[h]++
      inherits = 1
    }
    children[some] = i
    some += inherits
  }
  for (let n = 0; n < some; n++) {
    for (let parent = 0; parent < 2; parent++) {
      const h = endedWith(people, households, stricken, children[n], parent)
      if (h < 0) continue
      const part = land[h] / f64(heirs[h]--)
      land[people.household[children[n]]] += part
      land[h] -= part
    }
  }
}

/** The household that has ended with the mother (0) or the father (1) of `i`, if its land is for `i`, else −1. Of one that ended with both the mother tells. */
function endedWith(people: People, households: Households, stricken: Uint8s, i: i32, which: i32): i32 {
  const mother = people.mother[i]
  const parent = which === 0 ? mother : people.father[i]
  if (stricken[parent + 1] !== dead) return -1
  const household = people.household
  const h = household[parent]
  if (households.first[h] >= 0 || households.origin[h] !== households.origin[household[i]]) return -1
  return which === 1 && stricken[mother + 1] === dead && household[mother] === h ? -1 : h
}
