/** Who looks for a partner and finds one: see sim/processes/pair.ts. */
import { ageMask, lowBits } from '../person-word.ts'
import { beFoundShift, freeShift, leaveBit, seekBit, seekShift } from '../processes/may-word.ts'
import { draw } from './random.ts'

/**
 * Lists people by what they may do, without branches, which processors would guess wrong for people.
 * @param found how many wives, women and men there are
 */
export function sortOut(people: People, mayOf: Uint8s, wives: Int32s, women: Int32s, men: Int32s, found: Int32s): void {
  const word = people.word
  const partner = people.partner
  const count = i32(people.count)
  let numberOfWives = 0
  let numberOfWomen = 0
  let numberOfMen = 0
  for (let i = 0; i < count; i++) {
    const its = mayOf[(word[i] & lowBits) | ((partner[i] >>> 31) << freeShift)]
    wives[numberOfWives] = i
    numberOfWives += its & leaveBit
    women[numberOfWomen] = i
    numberOfWomen += (its & seekBit) >>> seekShift
    men[numberOfMen] = i
    numberOfMen += its >>> beFoundShift
  }
  found[0] = numberOfWives
  found[1] = numberOfWomen
  found[2] = numberOfMen
}

/** Leaves in the list those whose draw is below the threshold of their age. @returns how many */
export function drawByAge(people: People, list: Int32s, number: i32, chance: Chance, thresholds: Float64s): i32 {
  const word = people.word
  const idLow = people.idLow
  const idHigh = people.idHigh
  const k0 = i32(chance.k0)
  const k1 = i32(chance.k1)
  let left = 0
  for (let n = 0; n < number; n++) {
    const i = list[n]
    list[left] = i
    left += i32(f64(draw(k0, k1, idLow[i], idHigh[i])) < thresholds[word[i] & ageMask])
  }
  return left
}

/** See `Singles`. */
@unmanaged
export class SinglesOf {
  number!: f64
  person!: Int32s
  idLow!: Int32s
  motherId!: Int32s
  fatherId!: Int32s
  place!: Uint16s
  registered!: Uint16s
  age!: Uint8s
}

/** Reads what is asked of those who look for a partner, from `person` on. */
export function readSingles(people: People, singles: SinglesOf): void {
  const word = people.word
  const idLow = people.idLow
  const motherId = people.motherId
  const fatherId = people.fatherId
  const place = people.place
  const registered = people.registered
  const number = i32(singles.number)
  const person = singles.person
  const itsIdLow = singles.idLow
  const itsMotherId = singles.motherId
  const itsFatherId = singles.fatherId
  const itsPlace = singles.place
  const itsRegistered = singles.registered
  const age = singles.age
  for (let n = 0; n < number; n++) {
    const i = person[n]
    itsIdLow[n] = idLow[i]
    itsMotherId[n] = motherId[i]
    itsFatherId[n] = fatherId[i]
    itsPlace[n] = place[i]
    itsRegistered[n] = registered[i]
    age[n] = word[i] & ageMask
  }
}

/** See `Ordered`. */
@unmanaged
export class OrderedOf {
  start!: Int32s
  members!: Int32s
}

/** In the place of the age of a man who has found somebody: it fits nobody. */
const taken = 255

/**
 * Women look for a man, one after the other.
 * @param firstNearby below this draw they look in their place of residence first
 * @returns how many find one: `brides` and `grooms` list them
 */
export function findMen(
  people: People, women: SinglesOf, order: Int32s, men: SinglesOf, nearby: OrderedOf, byOrigin: OrderedOf, search: Chance, firstNearby: f64, brides: Int32s,
  grooms: Int32s,
): i32 {
  const idHigh = people.idHigh
  const number = i32(women.number)
  const k0 = i32(search.k0)
  const k1 = i32(search.k1)
  let wed = 0
  for (let n = 0; n < number; n++) {
    const woman = order[n]
    const from = draw(k0, k1, women.idLow[woman], idHigh[women.person[woman]])
    const place = women.place[woman]
    const registered = women.registered[woman]
    const first = f64(from) < firstNearby
    let man = find(women, woman, men, from, first ? nearby : byOrigin, first ? place : registered)
    if (man < 0) man = find(women, woman, men, from, first ? byOrigin : nearby, first ? registered : place)
    if (man < 0) continue
    men.age[man] = taken
    brides[wed] = women.person[woman]
    grooms[wed++] = men.person[man]
  }
  return wed
}

/** Looks at a dozen men of the list from a place that her draw decides, and takes the one whose age fits best; −1 if none does. */
function find(women: SinglesOf, woman: i32, men: SinglesOf, chosen: i32, ordered: OrderedOf, j: i32): i32 {
  const from = ordered.start[j]
  const number = ordered.start[j + 1] - from
  if (number === 0) return -1
  const members = ordered.members
  const age = men.age
  const wanted = women.age[woman] + 2
  let best = -1
  let least = 9
  let at = chosen % number
  for (let n = number < 12 ? number : 12; n > 0; n--) {
    const man = members[from + at]
    at++
    if (at === number) at = 0
    const older = age[man] - wanted
    const off = older < 0 ? -older : older
    if (off >= least || areKin(women, woman, men, man)) continue
    least = off
    best = man
  }
  return best
}

/** Brother and sister, also by one parent only, or parent and child. */
function areKin(women: SinglesOf, woman: i32, men: SinglesOf, man: i32): boolean {
  const mother = women.motherId[woman]
  const father = women.fatherId[woman]
  const id = women.idLow[woman]
  return (mother !== 0 && mother === men.motherId[man]) || (father !== 0 && father === men.fatherId[man])
    || men.motherId[man] === id || father === men.idLow[man]
}
