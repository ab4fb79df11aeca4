/**
 * Partnership and new households: unpartnered women of 18–49 find a partner by an age hazard, mostly in their own place, else among people of
 * their own registration; the couple lives where both live, else at his home. Couples leave his parents at marriage or later; those who both work away in
 * the same town or city keep house there when they have a child with them. MODEL section 3.
 */
import { exp } from '../math.ts'
import { constant, type Memory } from '../memory.ts'
import { certain, halfId } from '../random.ts'
import { ageMask, aliveBit, eventBit, female, sexShift } from '../codes/person-word.ts'
import { addHousehold, changeHousehold, type World } from '../world.ts'
import { byColumn, byId, scratchOrdered } from '../order.ts'
import { scratchIn, sharedIn } from '../scratch.ts'
import { beFoundBit, freeShift, leaveBit, seekBit } from '../codes/may-word.ts'
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
  person: Int32Array
  idLow: Int32Array
  motherId: Int32Array
  fatherId: Int32Array
  place: Uint16Array
  registered: Uint16Array
  age: Uint8Array
}

const scratch = {
  leaving: sharedIn(0, Int32Array), women: sharedIn(1, Int32Array), men: sharedIn(2, Int32Array), found: scratchIn(Int32Array), hazard: scratchIn(Float64Array),
  fission: scratchIn(Float64Array), order: scratchIn(Int32Array), nearby: scratchOrdered(), byOrigin: scratchOrdered(), brides: scratchIn(Int32Array),
  grooms: scratchIn(Int32Array), man: scratchIn(Int32Array), from: scratchIn(Int32Array), first: scratchIn(Int32Array), land: scratchIn(Float32Array),
}
const scratchSingles = () => {
  const scratch = {
    idLow: scratchIn(Int32Array), motherId: scratchIn(Int32Array), fatherId: scratchIn(Int32Array), place: scratchIn(Uint16Array),
    registered: scratchIn(Uint16Array), age: scratchIn(Uint8Array),
  }
  return ({ memory, people }: World, person: Int32Array): Singles => {
    const number = person.length
    const singles = {
      person, idLow: scratch.idLow(memory, number), motherId: scratch.motherId(memory, number), fatherId: scratch.fatherId(memory, number),
      place: scratch.place(memory, number), registered: scratch.registered(memory, number), age: scratch.age(memory, number),
    }
    memory.loops.readSingles(people, singles, number)
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
  const menById = byId(memory, numbered(memory, men.person.length), men.idLow)
  const nearby = byColumn(memory, menById, men.place, places.count, scratch.nearby)
  const byOrigin = byColumn(memory, menById, men.registered, places.count, scratch.byOrigin)
  const womenById = byId(memory, numbered(memory, women.person.length), women.idLow)
  const brides = scratch.brides(memory, womenById.length)
  const grooms = scratch.grooms(memory, womenById.length)
  const search = chanceFor('where to look')
  const wed = loops.findMen(people, women, womenById, womenById.length, men, nearby, byOrigin, search, looksNearby * certain, brides, grooms)
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

/** Below which draws couples leave his parents, by where they live. */
interface Custom {
  rural: number
  urban: number
}

/** Households that couples found: his index, the household they leave, the first member, and the land they take along, mu per real household. */
interface Founded {
  man: Int32Array
  from: Int32Array
  first: Int32Array
  land: Float32Array
}

/** Couples who set up house where they live, at home or away in town: the newly wed by custom of the area, others slowly. */
function settle(world: World, newlyWed: Int32Array, married: Int32Array, { parameters }: Now, chanceFor: ChanceFor): void {
  const { memory, people, households, places } = world
  const { loops } = memory
  const atMarriage = chanceFor('leaving the parents at marriage')
  const most = newlyWed.length + married.length
  const founded: Founded = {
    man: scratch.man(memory, most), from: scratch.from(memory, most), first: scratch.first(memory, most), land: scratch.land(memory, most),
  }
  const custom: Custom = { rural: certain * parameters.neolocalRural, urban: certain * parameters.neolocalUrban }
  const always: Custom = { rural: certain, urban: certain }
  const byNewlyWed = loops.settle(people, households, newlyWed, newlyWed.length, places.villages, atMarriage, custom, founded, 0)
  const number = loops.settle(people, households, married, married.length, places.villages, atMarriage, always, founded, byNewlyWed)
  const id = chanceFor('new household')
  for (let n = 0; n < number; n++) {
    const man = founded.man[n]
    const { idLow, idHigh, place } = world.people
    const h = addHousehold(world, halfId(id, idLow[man], idHigh[man]), idHigh[man], place[man], world.households.origin[founded.from[n]])
    world.households.first[h] = founded.first[n]
    world.households.land[h] = founded.land[n]
  }
}
