/** Who looks for a partner and finds one: see sim/processes/pair.ts. */
import { ageMask, eventBit, lowBits } from '../codes/person-word.ts'
import { beFoundBit, beFoundShift, freeShift, leaveAloneShift, leaveBit, seekBit, seekShift } from '../codes/may-word.ts'
import { draw, halfId } from './random.ts'
import { changeHousehold, foundHousehold, moveTo } from './world.ts'

/**
 * Lists people by what they may do, without branches.
 * @param found how many wives, women, men and singles there are
 */
export function sortOut(people: People, mayOf: Uint8s, wives: Int32s, women: Int32s, men: Int32s, singles: Int32s, found: Int32s): void {
  const word = people.word
  const partner = people.partner
  const count = people.count
  let numberOfWives = 0
  let numberOfWomen = 0
  let numberOfMen = 0
  let numberOfSingles = 0
  for (let i = 0; i < count; i++) {
    const its = mayOf[(word[i] & lowBits) | ((partner[i] >>> 31) << freeShift)]
    wives[numberOfWives] = i
    numberOfWives += its & leaveBit
    women[numberOfWomen] = i
    numberOfWomen += (its & seekBit) >>> seekShift
    men[numberOfMen] = i
    numberOfMen += (its & beFoundBit) >>> beFoundShift
    singles[numberOfSingles] = i
    numberOfSingles += its >>> leaveAloneShift
  }
  found[0] = numberOfWives
  found[1] = numberOfWomen
  found[2] = numberOfMen
  found[3] = numberOfSingles
}

/** Leaves in the list those whose draw is below the threshold of their age. @returns how many */
export function drawByAge(people: People, list: Int32s, number: i32, chance: Chance, thresholds: Float64s): i32 {
  const word = people.word
  const idLow = people.idLow
  const idHigh = people.idHigh
  const k0 = chance.k0
  const k1 = chance.k1
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
  person!: Int32s
  idLow!: Int32s
  motherId!: Int32s
  fatherId!: Int32s
  place!: Uint16s
  registered!: Uint16s
  age!: Uint8s
}

/** Reads what is asked of those who look for a partner, from `person` on. */
export function readSingles(people: People, singles: SinglesOf, number: i32): void {
  const word = people.word
  const idLow = people.idLow
  const motherId = people.motherId
  const fatherId = people.fatherId
  const place = people.place
  const registered = people.registered
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
  people: People, women: SinglesOf, order: Int32s, number: i32, men: SinglesOf, nearby: OrderedOf, byOrigin: OrderedOf, search: Chance, firstNearby: f64,
  brides: Int32s, grooms: Int32s,
): i32 {
  const idHigh = people.idHigh
  const k0 = search.k0
  const k1 = search.k1
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

// Assumptions. The age that fits is this many years above hers; whose age is so many years off it or more does not fit; and so many men come to mind.
const yearsOlder = 2
const yearsOff = 9
const menInMind = 12

/** Looks at some men of the list from a place that her draw decides, and takes the one whose age fits best; −1 if none does. */
function find(women: SinglesOf, woman: i32, men: SinglesOf, chosen: i32, ordered: OrderedOf, j: i32): i32 {
  const from = ordered.start[j]
  const number = ordered.start[j + 1] - from
  if (number === 0) return -1
  const members = ordered.members
  const age = men.age
  const wanted = women.age[woman] + yearsOlder
  let best = -1
  let least = yearsOff
  let at = chosen % number
  for (let n = number < menInMind ? number : menInMind; n > 0; n--) {
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

/** Brides and grooms of the lists become couples, each in his household. */
export function marry(people: People, households: Households, brides: Int32s, grooms: Int32s, number: i32, villages: i32): void {
  const word = people.word
  const household = people.household
  const partner = people.partner
  const place = people.place
  const registered = people.registered
  for (let n = 0; n < number; n++) {
    const woman = brides[n]
    const man = grooms[n]
    partner[woman] = man
    partner[man] = woman
    word[woman] |= eventBit
    word[man] |= eventBit
    const his = household[man]
    const hers = household[woman]
    const apart = place[man] !== place[woman]
    const there = place[man]
    if (his !== hers) changeHousehold(people, households, woman, his)
    bringChildren(people, households, hers, woman, his, apart ? there : -1)
    if (apart) moveTo(people, woman, there)
    // A wife from a village is registered in the village she marries into, wherever the two live.
    if (registered[man] < villages && (registered[woman] < villages || there === registered[man])) registered[woman] = registered[man]
  }
}

/**
 * Her young children come along; others stay with the household they know.
 * @param to where they live from now on; −1 for where they lived
 */
function bringChildren(people: People, households: Households, hers: i32, woman: i32, his: i32, to: i32): void {
  const next = people.next
  for (let child = households.first[hers]; child >= 0;) {
    const after = next[child]
    if (people.mother[child] === woman && (people.word[child] & ageMask) < 16) {
      changeHousehold(people, households, child, his)
      if (to >= 0) moveTo(people, child, to)
    }
    child = after
  }
}

/** See `Custom`. */
@unmanaged
export class CustomOf {
  rural!: f64
  urban!: f64
}

/**
 * Couples, listed by the wife, who live with others set up house: where the draw is below the custom of where they live, or a brother or sister of
 * his has stayed. There is room for their households.
 * @param id the key of the ids of households @param before how many are founded already
 * @returns how many there are now
 */
export function settle(
  people: People, households: Households, list: Int32s, number: i32, villages: i32, chance: Chance, custom: CustomOf, id: Chance, before: i32,
): i32 {
  const idLow = people.idLow
  const idHigh = people.idHigh
  const partner = people.partner
  const household = people.household
  const place = people.place
  const home = households.home
  const count = households.count
  const rural = custom.rural
  const urban = custom.urban
  const k0 = chance.k0
  const k1 = chance.k1
  let founded = before
  for (let n = 0; n < number; n++) {
    const woman = list[n]
    const man = partner[woman]
    const there = place[woman]
    const drawn = draw(k0, k1, idLow[woman], idHigh[woman])
    if (f64(drawn) >= (there < villages ? rural : urban) && !hasOtherCouple(people, households, man)) continue
    const h = household[woman]
    if (household[man] !== h || place[man] !== there) continue
    if (there === home[h]) {
      if (!hasElders(people, households, h, woman, man)) continue
    } else if (there < villages || !isTogether(people, households, h, woman, there)) continue
    const to = count + founded
    foundHousehold(households, to, halfId(id.k0, id.k1, idLow[man], idHigh[man]), idHigh[man], there, households.origin[h])
    moveOut(people, households, h, woman, man, there, to)
    founded++
  }
  return founded
}

/**
 * Whether a brother or sister of his keeps house there with a partner: one married child stays with the parents, the others divide the family. Joint families
 * were 0.6 % of households in 2000 (Wang Yuesheng 2006).
 */
function hasOtherCouple(people: People, households: Households, man: i32): boolean {
  const partner = people.partner
  const household = people.household
  const mother = people.mother
  const father = people.father
  const place = people.place
  const next = people.next
  const h = household[man]
  const home = households.home[h]
  for (let i = households.first[h]; i >= 0; i = next[i]) {
    if (i === man || partner[i] < 0 || household[partner[i]] !== h || place[i] !== home) continue
    if ((mother[i] >= 0 && mother[i] === mother[man]) || (father[i] >= 0 && father[i] === father[man])) return true
  }
  return false
}

/** Whether somebody of the generation before keeps house with the couple. */
function hasElders(people: People, households: Households, h: i32, woman: i32, man: i32): boolean {
  const word = people.word
  const place = people.place
  const next = people.next
  const home = households.home[h]
  const elder = (word[man] & ageMask) + 16
  for (let i = households.first[h]; i >= 0; i = next[i]) {
    if (i !== woman && i !== man && place[i] === home && (word[i] & ageMask) >= elder) return true
  }
  return false
}

/**
 * Whether her children under age live with her, one at least. Couples away keep house of their own when they are a family: until then they belong to the
 * household in the village, where their first child may stay with its grandparents.
 */
function isTogether(people: People, households: Households, h: i32, woman: i32, there: i32): boolean {
  const word = people.word
  const mother = people.mother
  const place = people.place
  const next = people.next
  let children = 0
  for (let i = households.first[h]; i >= 0; i = next[i]) {
    if (mother[i] !== woman || (word[i] & ageMask) >= 18) continue
    if (place[i] !== there) return false
    children++
  }
  return children > 0
}

/**
 * Singles of the list who live with a parent at home in town, and have no child there, set up house alone; who lives in a village stays until marriage.
 * There is room for their households.
 * @param id and `before`: as above @returns how many households are founded now
 */
export function settleAlone(people: People, households: Households, list: Int32s, number: i32, villages: i32, id: Chance, before: i32): i32 {
  const idLow = people.idLow
  const idHigh = people.idHigh
  const place = people.place
  const home = households.home
  const count = households.count
  let founded = before
  for (let n = 0; n < number; n++) {
    const i = list[n]
    const h = people.household[i]
    const there = i32(home[h])
    if (there < villages || i32(place[i]) !== there || people.partner[i] >= 0 || !isGrownChild(people, households, h, i, there)) continue
    const to = count + founded++
    foundHousehold(households, to, halfId(id.k0, id.k1, idLow[i], idHigh[i]), idHigh[i], there, households.origin[h])
    changeHousehold(people, households, i, to)
  }
  return founded
}

/** Whether a mother or father keeps house with `i`, and no child of `i` does. */
function isGrownChild(people: People, households: Households, h: i32, i: i32, home: i32): boolean {
  const mother = people.mother
  const father = people.father
  const place = people.place
  const next = people.next
  let withParent = false
  for (let m = households.first[h]; m >= 0; m = next[m]) {
    if (mother[m] === i || father[m] === i) return false
    if ((m === mother[i] || m === father[i]) && i32(place[m]) === home) withParent = true
  }
  return withParent
}

/** The couple and her children leave for the empty household `to`, and take their share of the land if that is at home. */
function moveOut(people: People, households: Households, h: i32, woman: i32, man: i32, there: i32, to: i32): void {
  const household = people.household
  const next = people.next
  const mother = people.mother
  const partner = people.partner
  const first = households.first
  const land = households.land
  let members = 0
  let leaving = 0
  let itsFirst = -1
  let before = -1
  for (let i = first[h]; i >= 0;) {
    const after = next[i]
    members++
    // Married children stay with the household that they and their partner keep.
    if (i === woman || i === man || (mother[i] === woman && partner[i] < 0)) {
      if (before < 0) first[h] = after
      else next[before] = after
      household[i] = to
      next[i] = itsFirst
      itsFirst = i
      leaving++
    } else {
      before = i
    }
    i = after
  }
  first[to] = itsFirst
  // Away from home the land stays with those who farm it, unless nobody stays.
  if (there !== households.home[h] && leaving < members) return
  land[to] = land[h] * f64(leaving) / f64(members)
  land[h] -= land[to]
}
