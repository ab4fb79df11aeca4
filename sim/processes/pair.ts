/**
 * Partnership and new households: unpartnered women of 18–49 find a partner by an age hazard, mostly in their own place, else among people of
 * their own registration; the couple lives where both live, else at his home. Couples leave his parents at marriage or later; those who both work away in
 * the same town or city keep house there when they have a child with them. MODEL section 3.
 */
import { exp } from '../math.ts'
import { certain, draw, halfId } from '../random.ts'
import {
  addHousehold, ageMask, aliveBit, changeHousehold, eventBit, female, lowBits, sexShift, type People, type World,
} from '../world.ts'
import { byColumn, byId, scratchOrdered, type Ordered } from '../order.ts'
import { scratch } from '../scratch.ts'
import { block, inBlocks, type ChanceFor, type Now } from './process.ts'

/** Share of women who look in their place of residence first; the others look among those registered where they are. Assumption. */
const looksNearby = 0.7
/** Women who may look for a partner, wives who may leave his parents, and men whom women may find; by the low bits of a word. */
const can = { marry: 1, leave: 2, beMarried: 4 } as const
const mayOf = Uint8Array.from({ length: lowBits + 1 }, (_, low) => {
  const age = low & ageMask
  if ((low & aliveBit) === 0) return 0
  if (((low >>> sexShift) & 1) !== female) return age >= 20 && age <= 55 ? can.beMarried : 0
  return (age >= 18 && age < 50 ? can.marry : 0) | (age >= 22 && age <= 45 ? can.leave : 0)
})

/** Lists of people, and how many are in each. */
interface Lists {
  wives: Int32Array
  women: Int32Array
  men: Int32Array
  number: { wives: number; women: number; men: number }
}

const memory = {
  wives: scratch(Int32Array), women: scratch(Int32Array), men: scratch(Int32Array), brides: scratch(Int32Array), leaving: scratch(Int32Array),
  nearby: scratchOrdered(), byOrigin: scratchOrdered(),
}

export function pair(world: World, now: Now, chanceFor: ChanceFor): void {
  const { people } = world
  const { word, place, registered, idLow, idHigh } = people
  const chance = chanceFor('finding a partner')
  const search = chanceFor('where to look')
  const hazard = marriageHazard(now)
  const later = chanceFor('leaving the parents later')
  const threshold = now.parameters.fission * certain
  const lists: Lists = {
    wives: memory.wives(block), women: memory.women(block), men: memory.men(people.count), number: { wives: 0, women: 0, men: 0 },
  }
  const leaving = memory.leaving(people.count)
  const seeking = memory.brides(people.count)
  let leavers = 0
  let seekers = 0
  inBlocks(people.count, (start, end) => {
    whoMay(people, start, end, lists)
    const { wives, women, number } = lists
    for (let n = 0; n < number.wives; n++) {
      const i = wives[n]
      if (draw(later, idLow[i], idHigh[i]) < threshold) leaving[leavers++] = i
    }
    for (let n = 0; n < number.women; n++) {
      const i = women[n]
      if (draw(chance, idLow[i], idHigh[i]) < hazard[word[i] & ageMask]) seeking[seekers++] = i
    }
  })
  const men = byId(lists.men.subarray(0, lists.number.men), idLow)
  const nearby = byColumn(men, place, world.places.count, memory.nearby)
  const byOrigin = byColumn(men, registered, world.places.count, memory.byOrigin)
  const brides = byId(seeking.subarray(0, seekers), idLow)
  for (const woman of brides) {
    const from = draw(search, idLow[woman], idHigh[woman])
    const first = from < looksNearby * certain
    const man = find(world, woman, from, first ? nearby : byOrigin, first ? place[woman] : registered[woman])
    const found = man >= 0 ? man : find(world, woman, from, first ? byOrigin : nearby, first ? registered[woman] : place[woman])
    if (found >= 0) marry(world, woman, found)
  }
  settle(world, brides, byId(leaving.subarray(0, leavers), idLow), now, chanceFor)
}

/** Lists wives and women of the block anew, and adds to the men: without branches, which processors would guess wrong for people. */
function whoMay({ word, partner }: People, start: number, end: number, { wives, women, men, number }: Lists): void {
  let numberOfWives = 0
  let numberOfWomen = 0
  let numberOfMen = number.men
  for (let i = start; i < end; i++) {
    // Those without a partner may marry and be married, the others leave.
    const may = mayOf[word[i] & lowBits] & (can.leave ^ ((partner[i] >> 31) & (can.leave | can.marry | can.beMarried)))
    women[numberOfWomen] = i
    numberOfWomen += may & can.marry
    wives[numberOfWives] = i
    numberOfWives += (may & can.leave) >>> 1
    men[numberOfMen] = i
    numberOfMen += (may & can.beMarried) >>> 2
  }
  number.wives = numberOfWives
  number.women = numberOfWomen
  number.men = numberOfMen
}

/** Thresholds by age: a rise around the mean age at marriage, a slow fall after 32. */
function marriageHazard({ year, parameters }: Now): Float64Array {
  const progress = Math.min(1, Math.max(0, (year - 2010) / 10))
  const mean = parameters.marriageAge2010 + (parameters.marriageAge2020 - parameters.marriageAge2010) * progress
  return Float64Array.from({ length: 50 }, (_, age) =>
    certain * parameters.marriageHazard * (1 / (1 + exp(-(age - mean + 2.5) / 2))) * exp(-Math.max(0, age - 33) / 8))
}

/** Looks at a dozen men of the list from a place that her draw decides, and takes the one whose age fits best; −1 if none does. */
function find({ people }: World, woman: number, chosen: number, { start, members }: Ordered, j: number): number {
  const number = start[j + 1] - start[j]
  if (number === 0) return -1
  const { word, partner } = people
  const wanted = (word[woman] & ageMask) + 2
  let best = -1
  let least = 9
  let at = chosen % number
  for (let n = Math.min(12, number); n > 0; n--) {
    const man = members[start[j] + at]
    const off = Math.abs((word[man] & ageMask) - wanted)
    at++
    if (at === number) at = 0
    if (off >= least || partner[man] >= 0 || areKin(people, woman, man)) continue
    least = off
    best = man
  }
  return best
}

/** Brother and sister, also by one parent only, or parent and child. */
function areKin({ motherId, fatherId, idLow }: People, woman: number, man: number): boolean {
  return (motherId[woman] !== 0 && motherId[woman] === motherId[man]) || (fatherId[woman] !== 0 && fatherId[woman] === fatherId[man])
    || motherId[man] === idLow[woman] || fatherId[woman] === idLow[man]
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
    const { partner, place, idLow, idHigh } = world.people
    const custom = place[woman] < villages ? parameters.neolocalRural : parameters.neolocalUrban
    if (partner[woman] >= 0 && (draw(atMarriage, idLow[woman], idHigh[woman]) < certain * custom || hasOtherCouple(world, woman))) leave(woman)
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
