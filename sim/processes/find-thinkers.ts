/**
 * The households of a block that think anew about where to live, who of them would go, and who is close to that person. What is asked of each is asked without
 * a branch where people differ, for processors guess such branches wrong half of the time: a condition becomes a number, `+(a < b)`, and the next free position
 * moves on by it.
 */
import { exp } from '../math.ts'
import { certain, draw, drawEach, type Chance } from '../random.ts'
import { scratch } from '../scratch.ts'
import { activityShift, ageMask, oldestAge } from '../person-word.ts'
import { activity, type Households, type People, type World } from '../world.ts'
import { householdWord } from './share-income.ts'
import * as fact from './thinker-facts.ts'
import { thinker } from './thinker.ts'

const ages = oldestAge + 1
/** Age and activity in ten bits of a person's word. */
const readiness = (word: number): number => (word & ageMask) | ((word >>> (activityShift - 7)) & 0x380)
/** Rogers–Castro propensity by age (a1 .02 α1 .1 a2 .06 α2 .1 μ2 20 λ2 .4 c .003), 1 at its peak; nobody below 16 decides, and no pupil. By readiness. */
const propensity = (() => {
  const curve = Float64Array.from({ length: ages }, (_, age) =>
    0.02 * exp(-0.1 * age) + 0.06 * exp(-0.1 * (age - 20) - exp(-0.4 * (age - 20))) + 0.003)
  const peak = Math.max(...curve.subarray(16))
  return Float64Array.from({ length: 1 << 10 }, (_, its) => {
    const age = its & ageMask
    return age < 16 || age > oldestAge || its >>> 7 === activity.pupil ? 0 : curve[age] / peak
  })
})()

/** Share of people of 75 and over who need help in the year. Assumption. */
const frailShare = 0.3

/** Members of thinkers, side by side in the order of these. */
interface Members {
  member: Int32Array
  /** The thinker whose it is, and the propensity to go of the member and of those before it in the household. */
  whose: Int32Array
  running: Float64Array
  /** Positions of old members at home and of members who live elsewhere. */
  elder: Int32Array
  absent: Int32Array
}

const memory = {
  member: scratch(Int32Array), whose: scratch(Int32Array), running: scratch(Float64Array), elder: scratch(Int32Array), absent: scratch(Int32Array),
}

/** Room for as many members as there are people, of which a block needs few: what is not touched takes no memory. */
const membersOfAll = (people: number): Members => ({
  member: memory.member(people), whose: memory.whose(people), running: memory.running(people), elder: memory.elder(people), absent: memory.absent(people),
})

/** What is drawn of a household that may think. */
export interface Chances {
  again: Chance
  who: Chance
  frailty: Chance
}

/** Fills the columns for the households from `start` to `end`. @param reconsider share of the households that think without cause @returns how many think */
export function findThinkers({ people, households }: World, start: number, end: number, reconsider: number, { again, who, frailty }: Chances): number {
  const { idLow, idHigh, drawn } = thinker
  const before = whoThinks(households, start, end, again, reconsider * certain)
  drawEach(who, idLow, idHigh, before, drawn)
  const members = membersOfAll(people.count)
  const number = whoGoes(people, households, members, before)
  families(people, members, number, frailty)
  return number
}

/** Households to which something has happened, and some of the others. @returns how many they are */
function whoThinks({ first, home, origin, word, idLow, idHigh }: Households, start: number, end: number, again: Chance, threshold: number): number {
  const { household, idLow: itsIdLow, idHigh: itsIdHigh, home: itsHome, origin: itsOrigin, word: itsWord } = thinker
  let number = 0
  for (let h = start; h < end; h++) {
    household[number] = h
    number += (+((word[h] & householdWord.event) !== 0) | +(draw(again, idLow[h], idHigh[h]) < threshold)) & +(first[h] >= 0)
  }
  for (let n = 0; n < number; n++) {
    const h = household[n]
    itsIdLow[n] = idLow[h]
    itsIdHigh[n] = idHigh[h]
    itsHome[n] = home[h]
    itsOrigin[n] = origin[h]
    itsWord[n] = word[h]
  }
  return number
}

/** Who might go: by age, pupils not. Without an event the less mobile think less often, so some households drop out. @returns how many are left */
function whoGoes(
  { word, next, place, registered }: People, { first }: Households, { member, running }: Members, before: number,
): number {
  const { household, drawn, word: itsWord, membersEnd, idLow, idHigh, home, origin, person, personWord, registered: itsRegistered, here } = thinker
  let number = 0
  let members = 0
  for (let n = 0; n < before; n++) {
    const h = household[n]
    let end = members
    let total = 0
    for (let m = first[h]; m >= 0; m = next[m]) {
      total += propensity[readiness(word[m])]
      member[end] = m
      running[end++] = total
    }
    const pick = (drawn[n] / certain) * ((itsWord[n] & householdWord.event) !== 0 ? total : Math.max(1, total))
    if (pick >= total) continue
    let k = members
    while (running[k] <= pick) k++
    members = end
    membersEnd[number] = end
    household[number] = h
    idLow[number] = idLow[n]
    idHigh[number] = idHigh[n]
    home[number] = home[n]
    origin[number] = origin[n]
    itsWord[number] = itsWord[n]
    const i = member[k]
    person[number] = i
    personWord[number] = word[i]
    itsRegistered[number] = registered[i]
    here[number++] = place[i]
  }
  return number
}

/** Those whom separation hurts: partner and children of the person at home, who is away; whether a child at home goes to school, and who may need care. */
function families(people: People, members: Members, number: number, frailty: Chance): void {
  couples(people, number)
  const { elders, elsewhere } = lookAtMembers(people, members, number)
  careForFrail(people, members, elders, frailty)
  findDearest(people, members, elsewhere)
}

function couples({ place, partner }: People, number: number): void {
  const { itsPartner, person, here, home, facts, origin, familyAt } = thinker
  for (let n = 0; n < number; n++) {
    const other = itsPartner[n] = partner[person[n]]
    const away = +(here[n] !== home[n])
    const apart = other < 0 ? 0 : +(place[other] !== here[n])
    facts[n] = (away * fact.away) | (+(home[n] !== origin[n]) * fact.leftWhole) | ((apart & ~away) * fact.partnerAway)
    familyAt[n] = away * (here[n] + 1) - 1
  }
}

/** Counts whom the person leaves at home. @returns how many members of 75 and over are at home, of persons who may return, and how many live elsewhere */
function lookAtMembers(
  { word, place, mother, father }: People, { member, whose, elder, absent }: Members, number: number,
): { elders: number; elsewhere: number } {
  const { person, home, itsPartner, facts, membersEnd, closeAtHome } = thinker
  let elders = 0
  let elsewhere = 0
  let k = 0
  for (let n = 0; n < number; n++) {
    const i = person[n]
    const itsHome = home[n]
    const other = itsPartner[n]
    const mayReturn = +((facts[n] & (fact.away | fact.leftWhole)) !== 0)
    let close = 0
    let pupils = 0
    for (const end = membersEnd[n]; k < end; k++) {
      const m = member[k]
      const age = word[m] & ageMask
      const atHome = +(place[m] === itsHome)
      const isClose = (+(m === other) | +(mother[m] === i) | +(father[m] === i)) & atHome
      close += isClose
      pupils += isClose & +(age >= 5) & +(age <= 12)
      whose[k] = n
      elder[elders] = k
      elders += mayReturn & atHome & +(age >= 75)
      absent[elsewhere] = k
      elsewhere += atHome ^ 1
    }
    closeAtHome[n] = close
    facts[n] |= +(pupils > 0) * fact.schoolChild
  }
  return { elders, elsewhere }
}

/** Whether somebody of 75 and over at home needs help, for those who may return. */
function careForFrail({ idLow, idHigh }: People, { member, whose, elder }: Members, elders: number, frailty: Chance): void {
  const { facts } = thinker
  for (let k = 0; k < elders; k++) {
    const m = member[elder[k]]
    facts[whose[elder[k]]] |= +(draw(frailty, idLow[m], idHigh[m]) < frailShare * certain) * fact.frail
  }
}

/** Where the others would move: to the person if that is who is away, or to another member, no pupil; to partner or child of the person rather than to others. */
function findDearest({ word, place, mother, father }: People, { member, whose, absent }: Members, elsewhere: number): void {
  const { person, facts, familyAt, itsPartner } = thinker
  for (let k = 0; k < elsewhere; k++) {
    const m = member[absent[k]]
    const n = whose[absent[k]]
    const i = person[n]
    if ((facts[n] & fact.away) !== 0 || ((word[m] >>> activityShift) & 7) === activity.pupil) continue
    if (familyAt[n] < 0 || m === itsPartner[n] || mother[m] === i || father[m] === i) familyAt[n] = place[m]
  }
}
