/** Carries out what households decide: see sim/processes/migrate.ts. */
import { ageMask } from '../codes/person-word.ts'
import * as way from '../codes/ways.ts'
import type { Decided } from './decide.ts'
import { aGeneration, isOfCouple } from './find-thinkers.ts'
import { halfId } from './random.ts'
import { changeHousehold, foundHousehold, moveTo } from './world.ts'

/**
 * Moves people; those who move whole leave the old behind in a household of their own if there is a generation before them. There is room for their households.
 * @param id the key of the ids of households @param moves how many there are of each kind: sent, returned, whole
 * @returns how many households are founded
 */
export function carryOut(people: People, households: Households, decided: Decided, number: i32, id: Chance, moves: Int32s): i32 {
  const place = people.place
  const home = households.home
  const count = households.count
  let founded = 0
  let sent = 0
  let returned = 0
  let whole = 0
  for (let n = 0; n < number; n++) {
    const h = decided.household[n]
    const how = decided.way[n]
    const i = decided.person[n]
    const to = decided.place[n]
    if (how === way.send) {
      moveTo(people, i, to)
      // Who lives alone and has no land leaves nothing behind.
      if (households.first[h] === i && people.next[i] < 0 && households.land[h] === 0) home[h] = to
      sent++
      continue
    }
    if (how === way.goBack) {
      returned++
      if (place[i] === home[h]) moveAll(people, households, h, to)
      else moveTo(people, i, to)
      continue
    }
    whole++
    if (hasElders(people, households, h, i)) {
      const its = count + founded++
      foundHousehold(households, its, halfId(id.k0, id.k1, people.idLow[i], people.idHigh[i]), people.idHigh[i], home[h], households.origin[h])
      takeAlong(people, households, h, i, its)
      moveAll(people, households, its, to)
    } else {
      moveAll(people, households, h, to)
    }
  }
  moves[0] = sent
  moves[1] = returned
  moves[2] = whole
  return founded
}

/** The members who keep house move to `to`. */
function moveAll(people: People, households: Households, h: i32, to: i32): void {
  const place = people.place
  const next = people.next
  const from = households.home[h]
  for (let i = households.first[h]; i >= 0; i = next[i]) if (place[i] === from) moveTo(people, i, to)
  households.home[h] = to
}

/** Whether there is somebody of the generation before the mover, other than the partner. */
function hasElders(people: People, households: Households, h: i32, mover: i32): boolean {
  const word = people.word
  const next = people.next
  const partner = people.partner[mover]
  const elder = (word[mover] & ageMask) + aGeneration
  for (let i = households.first[h]; i >= 0; i = next[i]) if (i !== partner && (word[i] & ageMask) >= elder) return true
  return false
}

/** The couple and their children leave for the household `to`; married children stay. */
function takeAlong(people: People, households: Households, h: i32, mover: i32, to: i32): void {
  const next = people.next
  const partner = people.partner[mover]
  for (let i = households.first[h]; i >= 0;) {
    const after = next[i]
    if (isOfCouple(people, i, mover, partner)) changeHousehold(people, households, i, to)
    i = after
  }
}
