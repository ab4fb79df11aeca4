/**
 * Partnership and new households: unpartnered women of 18–49 find a partner by an age hazard, mostly in their own place, else among people of
 * their own registration; the couple lives where both live, else at his home. Couples leave his parents at marriage or later; those who both work away in
 * the same town or city keep house there when they have a child with them. MODEL section 3.
 */
import { exp } from '../math.ts'
import { certain, draw, halfId } from '../random.ts'
import { ageMask, aliveBit, aliveShift, eventBit, female, lowBits, sexShift } from '../person-word.ts'
import { addHousehold, changeHousehold, type People, type World } from '../world.ts'
import { byColumn, byId, scratchOrdered, type Ordered } from '../order.ts'
import { scratch } from '../scratch.ts'
import { block, inBlocks } from '../blocks.ts'
import type { ChanceFor, Now } from './process.ts'

/** Share of women who look in their place of residence first; the others look among those registered where they are. Assumption. */
const looksNearby = 0.7
/** What somebody may do, as bits: wives may leave his parents, women look for a partner, and men be found. */
const may = { nothing: 0, leave: 1, seek: 2, beFound: 4 } as const
/** A bit beside the low ones of a word: whoever has no partner. */
const freeShift = aliveShift + 1
/** By the low bits of a word and the free bit. */
const mayOf = Uint8Array.from({ length: 2 << freeShift }, (_, its) => {
  const age = its & ageMask
  const free = its >>> freeShift === 1
  if ((its & aliveBit) === 0) return may.nothing
  if (((its >>> sexShift) & 1) !== female) return free && age >= 20 && age <= 55 ? may.beFound : may.nothing
  if (free) return age >= 18 && age < 50 ? may.seek : may.nothing
  return age >= 22 && age <= 45 ? may.leave : may.nothing
})

/** People of a block: wives who may leave his parents, women who may look for a partner, and men who may be found. */
const wivesHere = new Int32Array(block)
const womenHere = new Int32Array(block)
const menHere = new Int32Array(block)

/**
 * What is asked of people who look for a partner, side by side and in the order of memory. It is asked in the order of ids and in that of places, in which
 * each look at a column of all people would be a wait.
 */
interface Singles {
  number: number
  person: Int32Array
  idLow: Int32Array
  motherId: Int32Array
  fatherId: Int32Array
  place: Uint16Array
  registered: Uint16Array
  age: Uint8Array
}

const memory = {
  leaving: scratch(Int32Array), brides: scratch(Int32Array), order: scratch(Int32Array), nearby: scratchOrdered(), byOrigin: scratchOrdered(),
}
const scratchSingles = () => {
  const memory = {
    person: scratch(Int32Array), idLow: scratch(Int32Array), motherId: scratch(Int32Array), fatherId: scratch(Int32Array), place: scratch(Uint16Array),
    registered: scratch(Uint16Array), age: scratch(Uint8Array),
  }
  return (most: number): Singles => ({
    number: 0, person: memory.person(most), idLow: memory.idLow(most), motherId: memory.motherId(most), fatherId: memory.fatherId(most),
    place: memory.place(most), registered: memory.registered(most), age: memory.age(most),
  })
}
const single = { women: scratchSingles(), men: scratchSingles() }

export function pair(world: World, now: Now, chanceFor: ChanceFor): void {
  const { people } = world
  const { word, idLow, idHigh } = people
  const chance = chanceFor('finding a partner')
  const search = chanceFor('where to look')
  const hazard = marriageHazard(now)
  const later = chanceFor('leaving the parents later')
  const threshold = now.parameters.fission * certain
  const women = single.women(people.count)
  const men = single.men(people.count)
  const leaving = memory.leaving(people.count)
  let leavers = 0
  inBlocks(people.count, (start, end) => {
    const number = sortOut(people, start, end)
    for (let n = 0; n < number.wives; n++) {
      const i = wivesHere[n]
      if (draw(later, idLow[i], idHigh[i]) < threshold) leaving[leavers++] = i
    }
    let seeking = 0
    for (let n = 0; n < number.women; n++) {
      const i = womenHere[n]
      if (draw(chance, idLow[i], idHigh[i]) < hazard[word[i] & ageMask]) womenHere[seeking++] = i
    }
    add(people, womenHere, seeking, women)
    add(people, menHere, number.men, men)
  })
  const menById = byId(numbered(men.number), men.idLow)
  const nearby = byColumn(menById, men.place, world.places.count, memory.nearby)
  const byOrigin = byColumn(menById, men.registered, world.places.count, memory.byOrigin)
  const brides = memory.brides(women.number)
  let wed = 0
  for (const woman of byId(numbered(women.number), women.idLow)) {
    const { person, place, registered } = women
    const from = draw(search, women.idLow[woman], idHigh[person[woman]])
    const first = from < looksNearby * certain
    const man = find(women, woman, men, from, first ? nearby : byOrigin, first ? place[woman] : registered[woman])
    const found = man >= 0 ? man : find(women, woman, men, from, first ? byOrigin : nearby, first ? registered[woman] : place[woman])
    if (found < 0) continue
    marry(world, person[woman], men.person[found])
    men.age[found] = taken
    brides[wed++] = person[woman]
  }
  settle(world, brides.subarray(0, wed), byId(leaving.subarray(0, leavers), idLow), now, chanceFor)
}

/** Lists people of a block by what they may do, without branches, which processors would guess wrong for people. @returns how many are in each list */
function sortOut({ word, partner }: People, start: number, end: number): { wives: number; women: number; men: number } {
  let numberOfWives = 0
  let numberOfWomen = 0
  let numberOfMen = 0
  for (let i = start; i < end; i++) {
    const its = mayOf[(word[i] & lowBits) | ((partner[i] >>> 31) << freeShift)]
    wivesHere[numberOfWives] = i
    numberOfWives += its & may.leave
    womenHere[numberOfWomen] = i
    numberOfWomen += (its & may.seek) >>> 1
    menHere[numberOfMen] = i
    numberOfMen += (its & may.beFound) >>> 2
  }
  return { wives: numberOfWives, women: numberOfWomen, men: numberOfMen }
}

/** Adds some people to those who look for a partner. */
function add({ word, idLow, motherId, fatherId, place, registered }: People, list: Int32Array, number: number, singles: Singles): void {
  for (let n = 0, to = singles.number; n < number; n++, to++) {
    const i = list[n]
    singles.person[to] = i
    singles.idLow[to] = idLow[i]
    singles.motherId[to] = motherId[i]
    singles.fatherId[to] = fatherId[i]
    singles.place[to] = place[i]
    singles.registered[to] = registered[i]
    singles.age[to] = word[i] & ageMask
  }
  singles.number += number
}

/** 0, 1, 2 …, as many as that, to be sorted; they hold until they are asked for again. */
function numbered(number: number): Int32Array {
  const order = memory.order(number)
  for (let n = 0; n < number; n++) order[n] = n
  return order
}

/** Thresholds by age: a rise around the mean age at marriage, a slow fall after 32. */
function marriageHazard({ year, parameters }: Now): Float64Array {
  const progress = Math.min(1, Math.max(0, (year - 2010) / 10))
  const mean = parameters.marriageAge2010 + (parameters.marriageAge2020 - parameters.marriageAge2010) * progress
  return Float64Array.from({ length: 50 }, (_, age) =>
    certain * parameters.marriageHazard * (1 / (1 + exp(-(age - mean + 2.5) / 2))) * exp(-Math.max(0, age - 33) / 8))
}

/** In the place of the age of a man who has found somebody: it fits nobody. */
const taken = 255

/** Looks at a dozen men of the list from a place that her draw decides, and takes the one whose age fits best; −1 if none does. */
function find(women: Singles, woman: number, men: Singles, chosen: number, { start, members }: Ordered, j: number): number {
  const number = start[j + 1] - start[j]
  if (number === 0) return -1
  const wanted = women.age[woman] + 2
  let best = -1
  let least = 9
  let at = chosen % number
  for (let n = Math.min(12, number); n > 0; n--) {
    const man = members[start[j] + at]
    at++
    if (at === number) at = 0
    const off = Math.abs(men.age[man] - wanted)
    if (off >= least || areKin(women, woman, men, man)) continue
    least = off
    best = man
  }
  return best
}

/** Brother and sister, also by one parent only, or parent and child. */
function areKin(women: Singles, woman: number, men: Singles, man: number): boolean {
  const mother = women.motherId[woman]
  const father = women.fatherId[woman]
  const id = women.idLow[woman]
  return (mother !== 0 && mother === men.motherId[man]) || (father !== 0 && father === men.fatherId[man])
    || men.motherId[man] === id || father === men.idLow[man]
}

function marry(world: World, woman: number, man: number): void {
  const { people, households } = world
  people.partner[woman] = man
  people.partner[man] = woman
  people.word[woman] |= eventBit
  people.word[man] |= eventBit
  world.tally.marriages++
  const his = people.household[man]
  const hers = people.household[woman]
  if (his !== hers) changeHousehold(world, woman, his)
  // Her young children come along; others stay with the household they know.
  for (let child = households.first[hers]; child >= 0;) {
    const next = people.next[child]
    if (people.mother[child] === woman && (people.word[child] & ageMask) < 16) {
      changeHousehold(world, child, his)
      if (people.place[man] !== people.place[woman]) people.place[child] = households.home[his]
    }
    child = next
  }
  if (people.place[man] !== people.place[woman]) people.place[woman] = households.home[his]
  // A village wife takes up registration in the village she marries into.
  const village = people.registered[man]
  if (village < world.places.villages && people.place[woman] === village) people.registered[woman] = village
}

/** Couples who set up house where they live, at home or away in town: the newly wed by custom of the area, others slowly. */
function settle(world: World, newlyWed: Int32Array, married: Int32Array, { parameters }: Now, chanceFor: ChanceFor): void {
  const atMarriage = chanceFor('leaving the parents at marriage')
  const id = chanceFor('new household')
  const { villages } = world.places
  const leave = (woman: number) => {
    const { people, households } = world
    const man = people.partner[woman]
    const h = people.household[woman]
    if (man < 0 || people.household[man] !== h) return
    const there = people.place[woman]
    if (people.place[man] !== there) return
    if (there === households.home[h] ? !hasElders(world, h, woman, man) : there < villages || !isTogether(world, h, woman, there)) return
    moveOut(world, h, woman, man, there, halfId(id, people.idLow[man], people.idHigh[man]))
  }
  for (const woman of newlyWed) {
    const { place, idLow, idHigh } = world.people
    const custom = place[woman] < villages ? parameters.neolocalRural : parameters.neolocalUrban
    if (draw(atMarriage, idLow[woman], idHigh[woman]) < certain * custom || hasOtherCouple(world, woman)) leave(woman)
  }
  for (const woman of married) if (world.people.partner[woman] >= 0) leave(woman)
}

/**
 * Whether a brother or sister of his keeps house there with a partner: one married child stays with the parents, the others divide the family. Joint families
 * were 0.6 % of households in 2000 (Wang Yuesheng 2006).
 */
function hasOtherCouple({ people, households }: World, woman: number): boolean {
  const { partner, place, mother, father, next, household } = people
  const man = partner[woman]
  const h = household[man]
  for (let i = households.first[h]; i >= 0; i = next[i]) {
    if (i === man || partner[i] < 0 || household[partner[i]] !== h || place[i] !== households.home[h]) continue
    if ((mother[i] >= 0 && mother[i] === mother[man]) || (father[i] >= 0 && father[i] === father[man])) return true
  }
  return false
}

/** Whether somebody of the generation before keeps house with the couple. */
function hasElders({ people, households }: World, h: number, woman: number, man: number): boolean {
  const age = people.word[man] & ageMask
  for (let i = households.first[h]; i >= 0; i = people.next[i]) {
    if (i !== woman && i !== man && people.place[i] === households.home[h] && (people.word[i] & ageMask) >= age + 16) return true
  }
  return false
}

/**
 * Whether her children under age live with her, one at least. Couples away keep house of their own when they are a family: until then they belong to the
 * household in the village, where their first child may stay with its grandparents.
 */
function isTogether({ people, households }: World, h: number, woman: number, there: number): boolean {
  let children = 0
  for (let i = households.first[h]; i >= 0; i = people.next[i]) {
    if (people.mother[i] !== woman || (people.word[i] & ageMask) >= 18) continue
    if (people.place[i] !== there) return false
    children++
  }
  return children > 0
}

/** The couple and her children found a household where they live, and take their share of the land if that is at home. */
function moveOut(world: World, h: number, woman: number, man: number, there: number, idLow: number): void {
  const founded = addHousehold(world, idLow, world.people.idHigh[man], there, world.households.origin[h])
  const { people, households } = world
  let members = 0
  let leaving = 0
  for (let i = households.first[h]; i >= 0;) {
    const next = people.next[i]
    members++
    // Married children stay with the household that they and their partner keep.
    if (i === woman || i === man || (people.mother[i] === woman && people.partner[i] < 0)) {
      changeHousehold(world, i, founded)
      leaving++
    }
    i = next
  }
  // Away from home the land stays with those who farm it, unless nobody stays.
  if (there !== households.home[h] && leaving < members) return
  households.land[founded] = (households.land[h] * leaving) / members
  households.land[h] -= households.land[founded]
}
