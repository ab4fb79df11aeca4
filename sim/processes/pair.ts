/**
 * Partnership and new households: unpartnered women of 18–49 find a partner by an age hazard, mostly in their own place, else among people of
 * their own registration; the couple lives where both live, else where he does. Couples leave his parents at marriage or later; those who both work away in
 * the same town or city keep house there when they have a child with them.
 */
import { exp, logistic } from '../math.ts'
import { constant, type Memory } from '../memory.ts'
import { certain } from '../random.ts'
import { activityShift, ageMask, aliveBit, female, sexShift } from '../codes/person-word.ts'
import { activity, makeRoom, type World } from '../world.ts'
import { byColumn, byId, scratchOrdered } from '../order.ts'
import { scratchIn, sharedIn } from '../scratch.ts'
import { beFoundBit, freeShift, leaveAloneBit, leaveBit, seekBit } from '../codes/may-word.ts'
import type { ChanceFor, Now } from './process.ts'

/** Share of women who look in their place of residence first; the others look among those registered where they are. Assumption. */
const looksNearby = 0.7
/** By the low bits of a word and the free bit. */
const mayOf = constant(Uint8Array.from({ length: 2 << freeShift }, (_, its) => {
  const age = its & ageMask
  const free = its >>> freeShift === 1
  const does = (its >>> activityShift) & 7
  if ((its & aliveBit) === 0 || does === activity.pupil) return 0
  const alone = free && age >= 22 && age < 50 && does === activity.offFarm ? leaveAloneBit : 0
  if (((its >>> sexShift) & 1) !== female) return (free && age >= 20 && age <= 55 ? beFoundBit : 0) | alone
  if (free) return (age >= 18 && age < 50 ? seekBit : 0) | alone
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
  leaving: sharedIn(0, Int32Array), women: sharedIn(1, Int32Array), men: sharedIn(2, Int32Array), singles: scratchIn(Int32Array), found: scratchIn(Int32Array),
  hazard: scratchIn(Float64Array), fission: scratchIn(Float64Array), alone: scratchIn(Float64Array), order: scratchIn(Int32Array), nearby: scratchOrdered(),
  byOrigin: scratchOrdered(), brides: scratchIn(Int32Array), grooms: scratchIn(Int32Array),
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
  const { memory, people, households, places } = world
  const { loops } = memory
  const leaving = scratch.leaving(memory, people.count)
  const seeking = scratch.women(memory, people.count)
  const free = scratch.men(memory, people.count)
  const singles = scratch.singles(memory, people.count)
  const found = scratch.found(memory, 4)
  loops.sortOut(people, mayOf, leaving, seeking, free, singles, found)
  const fission = scratch.fission(memory, ageMask + 1).fill(now.parameters.fission * certain)
  const alone = scratch.alone(memory, ageMask + 1).fill(now.parameters.singlesLeave * certain)
  const leaveAlone = loops.drawByAge(people, singles, found[3], chanceFor('leaving the parents alone'), alone)
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
  loops.marry(people, households, brides, grooms, wed, places.villages)
  world.tally.marriages += wed
  settle(world, {
    newlyWed: brides.subarray(0, wed), married: byId(memory, leaving.subarray(0, leavers), people.idLow), alone: byId(memory, singles.subarray(0, leaveAlone), people.idLow),
  }, now, chanceFor)
}

/** 0, 1, 2 …, as many as that, to be sorted; they hold until they are asked for again. */
function numbered(memory: Memory, number: number): Int32Array {
  const order = scratch.order(memory, number)
  memory.loops.countOff(order, number)
  return order
}

/** Thresholds by age: a rise around the mean age at marriage, a slow fall after 33. */
function marriageHazard(memory: Memory, { year, parameters }: Now): Float64Array {
  const progress = Math.min(1, Math.max(0, (year - 2010) / 10))
  const mean = parameters.marriageAge2010 + (parameters.marriageAge2020 - parameters.marriageAge2010) * progress
  const hazard = scratch.hazard(memory, 50)
  for (let age = 0; age < hazard.length; age++) {
    hazard[age] = certain * parameters.marriageHazard * logistic((age - mean + 2.5) / 2) * exp(-Math.max(0, age - 33) / 8)
  }
  return hazard
}

/** Below which draws couples leave his parents, by where they live. */
interface Custom {
  rural: number
  urban: number
}

/** Who leaves: wives of the newly wed, and of others, and who leaves alone. */
interface Leavers {
  newlyWed: Int32Array
  married: Int32Array
  alone: Int32Array
}

/** Couples who set up house where they live, at home or away in town: the newly wed by custom of the area, others slowly. And those who leave alone. */
function settle(world: World, leavers: Leavers, { parameters }: Now, chanceFor: ChanceFor): void {
  const atMarriage = chanceFor('leaving the parents at marriage')
  const id = chanceFor('new household')
  const most = leavers.newlyWed.length + leavers.married.length + leavers.alone.length
  const { newlyWed, married, alone } = makeRoom(world, { persons: 0, households: most }, leavers)
  const { memory: { loops }, people, households, places: { villages } } = world
  const custom: Custom = { rural: certain * parameters.neolocalRural, urban: certain * parameters.neolocalUrban }
  const always: Custom = { rural: certain, urban: certain }
  const byNewlyWed = loops.settle(people, households, newlyWed, newlyWed.length, villages, atMarriage, custom, id, 0)
  const byMarried = loops.settle(people, households, married, married.length, villages, atMarriage, always, id, byNewlyWed)
  households.count += loops.settleAlone(people, households, alone, alone.length, villages, id, byMarried)
}
