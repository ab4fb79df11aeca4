/** Links people to households, moves and removes them, and adds households where there is room: see sim/world.ts. */
import { aliveBit, eventBit, yearsAwayMask, yearsAwayShift } from '../codes/person-word.ts'

/** Takes a person out of its household. */
function unlink(people: People, households: Households, i: i32): void {
  const next = people.next
  const first = households.first
  const h = people.household[i]
  let at = first[h]
  if (at === i) {
    first[h] = next[i]
    return
  }
  while (next[at] !== i) at = next[at]
  next[at] = next[i]
}

/** Makes a person who is in no household a member of this one. */
export function link(people: People, households: Households, i: i32, h: i32): void {
  people.household[i] = h
  people.next[i] = households.first[h]
  households.first[h] = i
}

/** Takes a person out of one household and into another; residence does not change. */
export function changeHousehold(people: People, households: Households, i: i32, to: i32): void {
  unlink(people, households, i)
  link(people, households, i, to)
}

/** Whether a parent lives where `i` does. */
export function livesWithParent(people: People, i: i32): boolean {
  return livesAt(people, people.mother[i], i32(people.place[i])) || livesAt(people, people.father[i], i32(people.place[i]))
}

/** Whether somebody is known, alive, and in a place. */
function livesAt(people: People, someone: i32, place: i32): boolean {
  return someone >= 0 && (people.word[someone] & aliveBit) !== 0 && i32(people.place[someone]) === place
}

/** Lets a person live elsewhere, where the years away begin anew; whoever lives there already stays. */
export function moveTo(people: People, i: i32, to: i32): void {
  const word = people.word
  if (i32(people.place[i]) === to) return
  people.place[i] = to
  word[i] &= ~(yearsAwayMask << yearsAwayShift)
}

/** Marks a person dead and takes it out of its household, to which that is an event; the partner is left alone. */
export function bury(people: People, households: Households, i: i32): void {
  const word = people.word
  const partner = people.partner
  word[i] &= ~aliveBit
  unlink(people, households, i)
  const bereaved = households.first[people.household[i]]
  if (bereaved >= 0) word[bereaved] |= eventBit
  const widowed = partner[i]
  if (widowed >= 0) {
    partner[widowed] = -1
    word[widowed] |= eventBit
  }
}

/** An empty household at `home`, in a free slot: it may have been another's before memory was tidied. */
export function foundHousehold(households: Households, h: i32, idLow: i32, idHigh: i32, home: i32, origin: i32): void {
  households.idLow[h] = idLow
  households.idHigh[h] = idHigh
  households.first[h] = -1
  households.home[h] = home
  households.origin[h] = origin
  households.land[h] = 0
  households.landLet[h] = 0
  households.landRented[h] = 0
  households.income[h] = 0
  households.pensions[h] = 0
  households.support[h] = 0
  households.payAway[h] = 0
  households.landPay[h] = 0
  households.word[h] = 0
}
