/** Migration: households decide to stay, send a member, bring the family after, move whole or return; then registration follows for some. */
import { halfId, type Chance } from '../random.ts'
import { ageMask, yearsAwayMask, yearsAwayShift } from '../codes/person-word.ts'
import { addHousehold, changeHousehold, type World } from '../world.ts'
import { roomForNewcomers } from './ceilings.ts'
import { crossTheBorder } from './cross-the-border.ts'
import { decide, type Decision } from './decide.ts'
import { destinationsOf } from './destinations.ts'
import { placeValues } from './place-values.ts'
import { payRents } from './pay-rents.ts'
import type { ChanceFor, Now } from './process.ts'
import { register, townspeople } from './register.ts'
import * as ways from '../codes/ways.ts'

export function migrate(world: World, now: Now, chanceFor: ChanceFor): void {
  const { strangers, villagers } = townspeople(world)
  const destinations = destinationsOf(world, now.data, strangers)
  const values = placeValues(world, now.parameters, roomForNewcomers(world, now))
  const decisions = decide(world, now.parameters, destinations, values, chanceFor)
  const newHousehold = chanceFor('household of those who move')
  for (const decision of decisions) carryOut(world, decision, newHousehold)
  payRents(world, now)
  register(world, strangers, now, chanceFor)
  register(world, villagers, now, chanceFor)
  crossTheBorder(world, now, chanceFor)
}

/** Moves people; those who move whole leave the old behind in a household of their own if there is a generation before them. */
function carryOut(world: World, { household: h, way, person: i, place: to }: Decision, newHousehold: Chance): void {
  const { people, households, tally } = world
  const { place, word } = people
  if (way === ways.send) {
    place[i] = to
    word[i] &= ~(yearsAwayMask << yearsAwayShift)
    tally.sent++
    return
  }
  if (way === ways.goBack && place[i] !== households.home[h]) {
    place[i] = to
    tally.returned++
    return
  }
  const from = households.home[h]
  const moving = way === ways.goBack ? h : withoutElders(world, h, i, newHousehold)
  const columns = world.people
  for (let m = world.households.first[moving]; m >= 0; m = columns.next[m]) {
    if (columns.place[m] === from || columns.place[m] === to) columns.place[m] = to
  }
  world.households.home[moving] = to
  if (way === ways.goBack) tally.returned++
  else tally.movedWhole++
}

/** The household that moves: all of it, or, where parents of the mover keep house too, a new one of the couple and their children. */
function withoutElders(world: World, h: number, i: number, newHousehold: Chance): number {
  const { word, mother, father, partner } = world.people
  const itsPartner = partner[i]
  const before = (m: number) => m >= 0 && m !== i && m !== itsPartner
  let elders = false
  for (let m = world.households.first[h]; m >= 0; m = world.people.next[m]) {
    if (before(m) && (word[m] & ageMask) >= (word[i] & ageMask) + 16) elders = true
  }
  if (!elders) return h
  const founded = addHousehold(world,
    halfId(newHousehold, world.people.idLow[i], world.people.idHigh[i]), world.people.idHigh[i], world.households.home[h], world.households.origin[h])
  for (let m = world.households.first[h]; m >= 0;) {
    const next = world.people.next[m]
    const own = m === i || m === itsPartner || mother[m] === i || father[m] === i || (itsPartner >= 0 && (mother[m] === itsPartner || father[m] === itsPartner))
    if (own && !(m !== i && m !== itsPartner && partner[m] >= 0)) changeHousehold(world, m, founded)
    m = next
  }
  return founded
}
