/**
 * The households of a block that think anew about where to live, who of them would go, and who is close to that person. What is asked of each is asked without
 * a branch where people differ.
 */
import { childBit, childFrom, childUntil, elderBit, elderFrom } from '../codes/doing-word.ts'
import { activityShift, ageMask, aliveBit, eventBit, farm, offFarm, pupil, unemployed } from '../codes/person-word.ts'
import { awayShift, flagsShift, householdEvent, householdSkilled, workersMask, workersShift } from '../codes/household-word.ts'
import * as fact from '../codes/thinker-facts.ts'
import * as thinking from '../codes/thinking.ts'
import { atMost } from './math.ts'
import { asShare, draw, drawFrom } from './random.ts'
import { livesWithParent } from './world.ts'
import type { Thinker } from './thinker.ts'

/** See `Members` of sim/processes/find-thinkers.ts. */
@unmanaged
export class Members {
  member!: Int32s
  running!: Float64s
  elder!: Int32s
  elderOf!: Int32s
  absent!: Int32s
  absentOf!: Int32s
  propensity!: Float64s
  reconsiderBelow!: i32
  frailBelow!: i32
}

/** Fills the columns for the households from `start` to `end`. @returns how many think */
export function findThinkers(people: People, households: Households, thinker: Thinker, members: Members, keys: Int32s, start: i32, end: i32): i32 {
  const before = whoThinks(households, thinker, start, end, keys, members.reconsiderBelow)
  return whoGoes(people, households, thinker, members, start, end, before, keys)
}

/** Age and activity in ten bits of a person's word. */
function readiness(word: i32): i32 {
  return (word & ageMask) | ((word >>> (activityShift - 7)) & 0x380)
}

/** Households to which something has happened, and some of the others. @returns how many they are */
function whoThinks(households: Households, thinker: Thinker, start: i32, end: i32, keys: Int32s, below: i32): i32 {
  const word = households.word
  const first = households.first
  const some = thinker.some
  const draws = thinker.draws
  drawFrom(keys[thinking.again * 2], keys[thinking.again * 2 + 1], households.idLow, households.idHigh, start, end, draws, 0)
  let number = 0
  for (let h = start; h < end; h++) {
    some[number] = h
    number += (i32((word[h] & householdEvent) !== 0) | i32(draws[h - start] < below)) & i32(first[h] >= 0)
  }
  return number
}

/**
 * Who might go is drawn by age; pupils do not. Without an event the less mobile think less often, so some households drop out. Then, for the others: where
 * the partner is and how many children are at home, whom separation hurts; whether a child at home goes to school; whether somebody of 75 and over at
 * home needs help; and where the rest of the family would move. The two walks over the members are of one length, which processors then guess once.
 * @returns how many households are left
 */
function whoGoes(people: People, households: Households, thinker: Thinker, members: Members, start: i32, end: i32, before: i32, keys: Int32s): i32 {
  const word = people.word
  const next = people.next
  const place = people.place
  const registered = people.registered
  const mother = people.mother
  const father = people.father
  const partner = people.partner
  const first = households.first
  const householdIdLow = households.idLow
  const householdIdHigh = households.idHigh
  const householdHome = households.home
  const householdOrigin = households.origin
  const householdWord = households.word
  const some = thinker.some
  const household = thinker.household
  const idLow = thinker.idLow
  const idHigh = thinker.idHigh
  const home = thinker.home
  const origin = thinker.origin
  const itsWord = thinker.word
  const moversWord = thinker.moversWord
  const person = thinker.person
  const personWord = thinker.personWord
  const itsRegistered = thinker.registered
  const here = thinker.here
  const facts = thinker.facts
  const familyAt = thinker.familyAt
  const childrenAtHome = thinker.childrenAtHome
  const partnerAt = thinker.partnerAt
  const ready = thinker.ready
  const member = members.member
  const running = members.running
  const elder = members.elder
  const elderOf = members.elderOf
  const absent = members.absent
  const absentOf = members.absentOf
  const propensity = members.propensity
  const draws = thinker.draws
  drawFrom(keys[thinking.who * 2], keys[thinking.who * 2 + 1], householdIdLow, householdIdHigh, start, end, draws, 0)
  let number = 0
  let elders = 0
  let elsewhere = 0
  for (let n = 0; n < before; n++) {
    const h = some[n]
    let size = 0
    let total = 0.0
    for (let m = first[h]; m >= 0; m = next[m]) {
      total += propensity[readiness(word[m])]
      member[size] = m
      running[size++] = total
    }
    const its = householdWord[h]
    const pick = asShare(draws[h - start]) * ((its & householdEvent) !== 0 ? total : Math.max(1.0, total))
    if (pick >= total) continue
    let picked = 0
    for (let k = 0; k < size; k++) picked += i32(running[k] <= pick)
    const i = member[picked]
    const itsHome = i32(householdHome[h])
    const itsOrigin = i32(householdOrigin[h])
    const itsHere = i32(place[i])
    const other = partner[i]
    household[number] = h
    idLow[number] = householdIdLow[h]
    idHigh[number] = householdIdHigh[h]
    home[number] = itsHome
    origin[number] = itsOrigin
    itsWord[number] = its
    person[number] = i
    personWord[number] = word[i]
    itsRegistered[number] = registered[i]
    here[number] = itsHere
    const away = i32(itsHere !== itsHome)
    const leftWhole = i32(itsHome !== itsOrigin)
    // The chance with which the draw has come to the person, or to any of the household; an event makes up for it by how often they think.
    const least = Math.min(1.0, total)
    const happened = (its & householdEvent) !== 0
    ready[number] = away === 1 ? propensity[readiness(word[i])] / (happened ? least : 1.0) : happened ? 1.0 : least
    // Of nobody, who is −1, the place of the first person is looked up, and does not count.
    partnerAt[number] = i32(place[other & ~(other >> 31)]) | (other >> 31)
    const older = i32(word[i] & ageMask) + aGeneration
    let elderly = 0
    let children = 0
    let pupils = 0
    for (let k = 0; k < size; k++) {
      const m = member[k]
      const age = word[m] & ageMask
      const atHome = i32(i32(place[m]) === itsHome)
      const isChild = (i32(mother[m] === i) | i32(father[m] === i)) & atHome & i32(age < grownUp)
      elderly |= i32(age >= older) & i32(m !== other)
      children += isChild
      pupils += isChild & i32(age >= 5) & i32(age <= 12)
      elder[elders] = m
      elderOf[elders] = number
      elders += away & atHome & i32(age >= mayBeFrail)
      absent[elsewhere] = m
      absentOf[elsewhere] = number
      elsewhere += atHome ^ 1
    }
    if (away !== 0) elders = addParents(people, members, elders, number, i, itsHome, h)
    moversWord[number] = elderly !== 0 ? wordOfCouple(people, its, member, size, i, itsHome) : its
    childrenAtHome[number] = children
    familyAt[number] = away * (itsHere + 1) - 1
    facts[number++] = (away * fact.away) | (leftWhole * fact.leftWhole) | ((i32(pupils > 0) & away) * fact.schoolChild) | (elderly * fact.eldersStay)
  }
  careForFrail(people, thinker, members, elders, keys)
  findDearest(people, thinker, members, elsewhere)
  return number
}

/** Old parents at home who keep a household of their own. @returns how many elders are listed now */
function addParents(people: People, members: Members, elders: i32, number: i32, i: i32, home: i32, h: i32): i32 {
  const elder = members.elder
  const elderOf = members.elderOf
  let listed = elders
  for (let which = 0; which < 2; which++) {
    const parent = which === 0 ? people.mother[i] : people.father[i]
    if (parent < 0) continue
    const now = people.word[parent]
    if ((now & aliveBit) === 0 || (now & ageMask) < mayBeFrail || i32(people.place[parent]) !== home || people.household[parent] === h) continue
    elder[listed] = parent
    elderOf[listed++] = number
  }
  return listed
}

/** The word of those who leave when elders stay behind: the couple and its unmarried children. Pupils who live at school are of their family's budget. */
function wordOfCouple(people: People, its: i32, member: Int32s, size: i32, i: i32, home: i32): i32 {
  const word = people.word
  const place = people.place
  const other = people.partner[i]
  let members = 0
  let away = 0
  let workers = 0
  let flags = 0
  for (let k = 0; k < size; k++) {
    const m = member[k]
    if (!isOfCouple(people, m, i, other)) continue
    const age = word[m] & ageMask
    const does = (word[m] >>> activityShift) & 7
    if (i32(place[m]) !== home && (does !== pupil || livesWithParent(people, m))) {
      away++
      continue
    }
    members++
    workers += i32(does === farm) | i32(does === offFarm) | i32(does === unemployed)
    flags |= age >= elderFrom ? elderBit : age >= childFrom && age <= childUntil ? childBit : 0
  }
  return members | (away << awayShift) | (atMost(workers, workersMask) << workersShift) | (flags << flagsShift) | (its & householdSkilled)
}

/** Of a household whose elders stay behind, whether `m` goes where `mover` goes, whose partner is `partner`. */
export function isOfCouple(people: People, m: i32, mover: i32, partner: i32): boolean {
  if (m === mover || m === partner) return true
  const mother = people.mother[m]
  const father = people.father[m]
  return people.partner[m] < 0 && (mother === mover || father === mover || (partner >= 0 && (mother === partner || father === partner)))
}

/** From this age on somebody may need help. */
const mayBeFrail = 75
/** Children of this age and more are not left behind. */
const grownUp = 18
/** Years by which somebody of the generation before is older at least. */
export const aGeneration = 16

/** The old who need help, and those who have fallen ill this year or lost somebody. */
function careForFrail(people: People, thinker: Thinker, members: Members, elders: i32, keys: Int32s): void {
  const word = people.word
  const idLow = people.idLow
  const idHigh = people.idHigh
  const facts = thinker.facts
  const elder = members.elder
  const elderOf = members.elderOf
  const below = members.frailBelow
  const k0 = keys[thinking.frailty * 2]
  const k1 = keys[thinking.frailty * 2 + 1]
  for (let k = 0; k < elders; k++) {
    const m = elder[k]
    const n = elderOf[k]
    const isFrail = i32(draw(k0, k1, idLow[m], idHigh[m]) < below) | i32((word[m] & eventBit) !== 0)
    facts[n] = facts[n] | (isFrail * fact.frail)
  }
}

/** Where the others would move: to the person if away, or to another member who is, no pupil; to partner or child of the person rather than to others. */
function findDearest(people: People, thinker: Thinker, members: Members, elsewhere: i32): void {
  const word = people.word
  const place = people.place
  const mother = people.mother
  const father = people.father
  const partner = people.partner
  const person = thinker.person
  const facts = thinker.facts
  const familyAt = thinker.familyAt
  const absent = members.absent
  const absentOf = members.absentOf
  for (let k = 0; k < elsewhere; k++) {
    const m = absent[k]
    const n = absentOf[k]
    const i = person[n]
    if ((facts[n] & fact.away) !== 0 || ((word[m] >>> activityShift) & 7) === pupil) continue
    if (familyAt[n] < 0 || m === partner[i] || mother[m] === i || father[m] === i) familyAt[n] = place[m]
  }
}
