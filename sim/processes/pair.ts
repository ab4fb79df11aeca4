/**
 * Partnership and new households: unpartnered women of 18–49 find a partner by an age hazard, mostly in their own place, else among people of
 * their own registration; the couple lives where both live, else at his home. Couples leave his parents at marriage or later; those who both work away in
 * the same town or city keep house there when they have a child with them. MODEL section 3.
 */
import { exp } from '../math.ts'
import { constant, type Memory } from '../memory.ts'
import { certain, draw, halfId } from '../random.ts'
import { ageMask, aliveBit, eventBit, female, sexShift } from '../person-word.ts'
import { addHousehold, changeHousehold, type World } from '../world.ts'
import { byColumn, byId, scratchOrdered } from '../order.ts'
import { scratchIn } from '../scratch.ts'
import { beFoundBit, freeShift, leaveBit, seekBit } from './may-word.ts'
import type { ChanceFor, Now } from './process.ts'

/** Share of women who look in their place of residence first; the others look among those registered where they are. Assumption. */
const looksNearby = 0.7
/** By the low bits of a word and the free bit. */
const mayOf = constant(Uint8Array.from({ length: 2 << freeShift }, (_, its) => {
  const age = its & ageMask
  const free = its >>> freeShift === 1
  if ((its & aliveBit) === 0) return 0
  if (((its >>> sexShift) & 1) !== female) return free && age >= 20 && age <= 55 ? beFoundBit : 0
  if (free) return age >= 18 && age < 50 ? seekBit : 0
  return age >= 22 && age <= 45 ? leaveBit : 0
}))

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

const scratch = {
  leaving: scratchIn(Int32Array), women: scratchIn(Int32Array), men: scratchIn(Int32Array), found: scratchIn(Int32Array), hazard: scratchIn(Float64Array),
  fission: scratchIn(Float64Array), order: scratchIn(Int32Array), nearby: scratchOrdered(), byOrigin: scratchOrdered(), brides: scratchIn(Int32Array),
  grooms: scratchIn(Int32Array),
}
const scratchSingles = () => {
  const scratch = {
    idLow: scratchIn(Int32Array), motherId: scratchIn(Int32Array), fatherId: scratchIn(Int32Array), place: scratchIn(Uint16Array),
    registered: scratchIn(Uint16Array), age: scratchIn(Uint8Array),
  }
  return ({ memory, people }: World, person: Int32Array): Singles => {
    const number = person.length
    const singles = {
      number, person, idLow: scratch.idLow(memory, number), motherId: scratch.motherId(memory, number), fatherId: scratch.fatherId(memory, number),
      place: scratch.place(memory, number), registered: scratch.registered(memory, number), age: scratch.age(memory, number),
    }
    memory.loops.readSingles(people, singles)
    return singles
  }
}
const single = { women: scratchSingles(), men: scratchSingles() }

export function pair(world: World, now: Now, chanceFor: ChanceFor): void {
  const { memory, people, places } = world
  const { loops } = memory
  const leaving = scratch.leaving(memory, people.count)
  const seeking = scratch.women(memory, people.count)
  const free = scratch.men(memory, people.count)
  const found = scratch.found(memory, 3)
  loops.sortOut(people, mayOf, leaving, seeking, free, found)
  const fission = scratch.fission(memory, ageMask + 1).fill(now.parameters.fission * certain)
  const leavers = loops.drawByAge(people, leaving, found[0], chanceFor('leaving the parents later'), fission)
  const seekers = loops.drawByAge(people, seeking, found[1], chanceFor('finding a partner'), marriageHazard(memory, now))
  const women = single.women(world, seeking.subarray(0, seekers))
  const men = single.men(world, free.subarray(0, found[2]))
  const menById = byId(memory, numbered(memory, men.number), men.idLow)
  const nearby = byColumn(memory, menById, men.place, places.count, scratch.nearby)
  const byOrigin = byColumn(memory, menById, men.registered, places.count, scratch.byOrigin)
  const womenById = byId(memory, numbered(memory, women.number), women.idLow)
  const brides = scratch.brides(memory, women.number)
  const grooms = scratch.grooms(memory, women.number)
  const wed = loops.findMen(people, women, womenById, men, nearby, byOrigin, chanceFor('where to look'), looksNearby * certain, brides, grooms)
  for (let n = 0; n < wed; n++) marry(world, brides[n], grooms[n])
  settle(world, brides.subarray(0, wed), byId(memory, leaving.subarray(0, leavers), people.idLow), now, chanceFor)
}

/** 0, 1, 2 …, as many as that, to be sorted; they hold until they are asked for again. */
function numbered(memory: Memory, number: number): Int32Array {
  const order = scratch.order(memory, number)
  memory.loops.countOff(order, number)
  return order
}

/** Thresholds by age: a rise around the mean age at marriage, a slow fall after 32. */
function marriageHazard(memory: Memory, { year, parameters }: Now): Float64Array {
  const progress = Math.min(1, Math.max(0, (year - 2010) / 10))
  const mean = parameters.marriageAge2010 + (parameters.marriageAge2020 - parameters.marriageAge2010) * progress
  const hazard = scratch.hazard(memory, 50)
  for (let age = 0; age < hazard.length; age++) {
    hazard[age] = certain * parameters.marriageHazard * (1 / (1 + exp(-(age - mean + 2.5) / 2))) * exp(-Math.max(0, age - 33) / 8)
  }
  return hazard
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
