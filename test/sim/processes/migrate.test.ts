/** Migration: who never moves, that moving loses nobody, and that the sample of places stands for all of them. */
import { describe, expect, test } from 'vitest'
import type { Parameters } from '../../../sim/parameters.ts'
import { decide } from '../../../sim/processes/decide.ts'
import { destinationsOf } from '../../../sim/processes/destinations.ts'
import { migrate } from '../../../sim/processes/migrate.ts'
import { block } from '../../../sim/blocks.ts'
import { liftedByReform } from '../../../sim/access.ts'
import { membersOf } from '../../../sim/processes/find-thinkers.ts'
import { register, townspeople } from '../../../sim/processes/register.ts'
import { placesInMind, placeValues } from '../../../sim/processes/place-values.ts'
import { sampleDraws, sampleSize } from '../../../sim/codes/sample-size.ts'
import { thinkersOf } from '../../../sim/processes/thinker.ts'
import * as thinking from '../../../sim/codes/thinking.ts'
import * as fact from '../../../sim/codes/thinker-facts.ts'
import * as way from '../../../sim/codes/ways.ts'
import { householdEvent, membersMask, workersMask, workersShift } from '../../../sim/codes/household-word.ts'
import { work } from '../../../sim/processes/work.ts'
import { chanceOf } from '../../../sim/random.ts'
import { tiers } from '../../../sim/record.ts'
import {
  activityShift, ageMask, educationShift, eventBit, offFarm, unemployed, villagerBit, yearsAwayMask, yearsAwayShift,
} from '../../../sim/codes/person-word.ts'
import { activity, copyWorld, emptyTally, type World } from '../../../sim/world.ts'
import { after, ageOf, brokenLinks, chances, living, nation, nowOf, total } from '../../helpers/nation.ts'

const year = 2012
const constants = (value: number) =>
  ({ constantSend: value, constantMove: value, constantJoin: value, constantReturn: value })

let atWork: World | undefined

/** People at work in a year, about to move. */
function aboutToMove(events = true): World {
  if (!atWork) {
    atWork = after(2011, 20_000)
    atWork.tally = emptyTally()
    work(atWork, nowOf(year), chances('work', year))
  }
  const world = copyWorld(atWork)
  if (!events) {
    for (const i of living(world)) world.people.word[i] &= ~eventBit
    for (let h = 0; h < world.households.count; h++) world.households.word[h] &= ~householdEvent
  }
  return world
}

/** How ready somebody of that age is to go. */
const propensityOf = (world: World, i: number) => {
  const word = world.people.word[i]
  return membersOf(world, 1).propensity[(word & ageMask) | (((word >>> activityShift) & 7) << 7)]
}

const places = ({ people, households }: World) =>
  [people.place.slice(0, people.count), households.home.slice(0, households.count)]

function moved(world: World, changes: Partial<Parameters> = {}): World {
  migrate(world, nowOf(year, changes), chances('migration', year))
  return world
}

describe('nobody moves', () => {
  test('when nobody thinks anew and nothing has happened', () => {
    const world = aboutToMove(false)
    const before = places(world)
    moved(world, { reconsider: 0 })
    expect(places(world)).toEqual(before)
    expect([world.tally.sent, world.tally.movedWhole, world.tally.returned]).toEqual([0, 0, 0])
  })

  test('when every way of moving is out of the question', () => {
    const world = aboutToMove()
    const before = places(world)
    moved(world, { ...constants(-50), reconsider: 1 })
    expect(places(world)).toEqual(before)
  })
})

describe('everybody who thinks', () => {
  test('moves when staying is out of the question and there is somewhere to go', () => {
    const { tally } = moved(aboutToMove(), { reconsider: 1 })
    const { tally: eager } = moved(aboutToMove(), { ...constants(50), reconsider: 1 })
    const { tally: reluctant } = moved(aboutToMove(), { ...constants(-8), reconsider: 1 })
    const all = ({ sent, movedWhole, returned }: typeof tally) => sent + movedWhole + returned
    expect(all(eager)).toBeGreaterThan(1.5 * all(tally))
    expect(all(tally)).toBeGreaterThan(1.5 * all(reluctant))
  })

  test('goes one way when only that way is open', () => {
    const only = (open: Partial<Parameters>) => moved(aboutToMove(), { ...constants(-50), ...open, reconsider: 1 }).tally
    const send = only({ constantSend: 5 })
    expect([send.sent > 0, send.movedWhole, send.returned]).toEqual([true, 0, 0])
    const move = only({ constantMove: 5 })
    expect([move.sent, move.movedWhole > 0, move.returned]).toEqual([0, true, 0])
    const back = only({ constantReturn: 5 })
    expect([back.sent, back.movedWhole, back.returned > 0]).toEqual([0, 0, true])
  })

  test('thinks more often when thinking is easier', () => {
    const all = [0.05, 0.3, 1].map(reconsider => {
      const { sent, movedWhole, returned } = moved(aboutToMove(false), { reconsider }).tally
      return sent + movedWhole + returned
    })
    expect(all[1]).toBeGreaterThan(all[0])
    expect(all[2]).toBeGreaterThan(all[1])
  })
})

test('who is not looked at more closely would have stayed: a bound that settles nobody changes no decision', () => {
  const decisions = (times: number) => {
    const world = aboutToMove()
    const { parameters } = nowOf(year, { reconsider: 1 })
    const destinations = destinationsOf(world, nation, townspeople(world).incomers)
    const values = placeValues(world, parameters)
    const { number, household, way, person, place } = decide(world, parameters, destinations, { ...values, highestPay: values.highestPay * times }, chances('migration', year))
    return [household, way, person, place].map(column => Array.from(column.subarray(0, number)))
  }
  const [close, loose] = [1, 1e6].map(decisions)
  expect(close[0].length).toBeGreaterThan(100)
  expect(close).toEqual(loose)
})

test('what leaves with the one member of a household in town is what it has, in work and out of it, whatever the skill', () => {
  const world = aboutToMove()
  const { memory, people, households } = world
  const { parameters } = nowOf(year, { reconsider: 1 })
  const destinations = destinationsOf(world, nation, townspeople(world).incomers)
  const values = placeValues(world, parameters)
  const { household, person, rest } = thinkersOf(memory)
  const kinds = new Set<string>()
  const all = households.count
  for (let from = 0; from < all; from += block) {
    // Of the last block that thought the columns are still there.
    households.count = Math.min(all, from + block)
    decide(world, parameters, destinations, values, chances('migration', year))
    for (let n = 0; household[n] >= from && (n === 0 || household[n] > household[n - 1]); n++) {
      const h = household[n]
      const i = person[n]
      const does = (people.word[i] >>> activityShift) & 7
      if (households.first[h] !== i || people.next[i] >= 0 || households.origin[h] < world.places.villages || households.home[h] !== people.place[i]) continue
      // Later some have a pension beside, which stays.
      if ((does !== offFarm && does !== unemployed) || ageOf(world, i) >= 50) continue
      kinds.add(`${does} ${(people.word[i] >>> (educationShift + 1)) & 1}`)
      expect(households.income[h]).toBeGreaterThan(0)
      expect(rest[n]).toBeLessThan(1e-6)
    }
  }
  expect([...kinds].sort()).toEqual([`${offFarm} 0`, `${offFarm} 1`, `${unemployed} 0`, `${unemployed} 1`])
})

/** What the households of one block are told and decide, all of them thinking; `change` is made before. */
function decided(changes: Partial<Parameters> = {}, change: (world: World) => void = () => {}, room?: Float64Array) {
  const world = aboutToMove()
  change(world)
  const { parameters } = nowOf(year, { reconsider: 1, ...changes })
  const destinations = destinationsOf(world, nation, townspeople(world).incomers)
  // Columns are those of the last block: there is one.
  world.households.count = block
  const { number, ...columns } = decide(world, parameters, destinations, placeValues(world, parameters, undefined, room), chances('migration', year))
  const decisions = Array.from({ length: number }, (_, n) => ({ h: columns.household[n], way: columns.way[n], i: columns.person[n], to: columns.place[n] }))
  const thinkers = thinkersOf(world.memory)
  let last = 1
  while (last < block && thinkers.household[last] > thinkers.household[last - 1]) last++
  return { world, decisions, thinkers, all: Array.from({ length: last }, (_, n) => n) }
}

describe('what ways are weighed by', () => {
  test('pensions go along when all move, join or return, and weigh on nothing where nobody has one', () => {
    const withCash = decided({ separation: 0 })
    const ways = ({ thinkers: { join, back }, all }: typeof withCash) => all.map(n => [join[n], back[n]])
    const before = ways(withCash)
    const { thinkers: { household: h, facts }, all, world } = withCash
    const { pensions, support } = world.households
    const cash = all.map(n => ((facts[n] & fact.eldersStay) === 0 ? pensions[h[n]] : 0) + support[h[n]])
    const after = ways(decided({ separation: 0 }, ({ households }) => {
      households.pensions.fill(0)
      households.support.fill(0)
    }))
    let more = 0
    for (const n of all) {
      expect(before[n][0]).toBeGreaterThanOrEqual(after[n][0])
      if ((facts[n] & fact.away) === 0) expect(before[n][1]).toBeGreaterThanOrEqual(after[n][1])
      if (cash[n] === 0) expect(before[n][0]).toBe(after[n][0])
      else if (before[n][0] > after[n][0]) more++
    }
    expect(cash.some(yuan => yuan > 0)).toBe(true)
    expect(more).toBeGreaterThan(0)
  })

  test('being registered elsewhere costs nobody anything who is registered where he lives', () => {
    const costly = { hukouSmall: 5, hukouMedium: 5, hukouLarge: 5, hukouMega: 5 }
    const register = ({ people, places }: World) => {
      for (let i = 0; i < people.count; i++) if (people.place[i] >= places.villages && people.idLow[i] % 2 === 0) people.registered[i] = people.place[i]
    }
    const [free, dear] = [{}, costly].map(changes => decided(changes, register))
    const seen = [0, 0]
    for (const n of free.all) {
      const { facts, registered, here } = free.thinkers
      // In towns everybody may register.
      if ((facts[n] & fact.away) === 0 || free.world.places.tier[here[n]] <= tiers.indexOf('town')) continue
      const isRegistered = registered[n] === here[n]
      seen[Number(isRegistered)]++
      if (isRegistered) expect(Math.abs(dear.thinkers.stay[n] / free.thinkers.stay[n] - 1)).toBeLessThan(1e-12)
      else expect(dear.thinkers.stay[n]).toBeLessThan(free.thinkers.stay[n])
    }
    expect(Math.min(...seen)).toBeGreaterThan(5)
  })

  test('nobody who lives with a partner leaves alone when to be apart is out of the question', () => {
    const alone = (separation: number) => {
      const { world: { people, households }, decisions } = decided({ separation })
      const isTogether = (i: number) => people.partner[i] >= 0 && people.place[people.partner[i]] === people.place[i]
      const hasChildAtHome = (i: number, h: number) => {
        for (let m = households.first[h]; m >= 0; m = people.next[m]) if ((people.mother[m] === i || people.father[m] === i) && people.place[m] === households.home[h]) return true
        return false
      }
      const sent = decisions.filter(({ way: how, i }) => how === way.send && isTogether(i))
      // Who returns to children is with them instead.
      const returned = decisions.filter(({ way: how, h, i }) => how === way.goBack && people.place[i] !== households.home[h] && isTogether(i) && !hasChildAtHome(i, h))
      return [sent.length, returned.length]
    }
    expect(alone(100)).toEqual([0, 0])
    expect(Math.min(...alone(0))).toBeGreaterThan(0)
  })

  test('who has a partner elsewhere goes there rather than anywhere else when to be apart is out of the question', () => {
    const reunited = (separation: number) => {
      const { world: { people }, decisions } = decided({ separation })
      const apart = decisions.filter(({ way: how, i }) => how === way.send && people.partner[i] >= 0 && people.place[people.partner[i]] !== people.place[i])
      return apart.filter(({ i, to }) => to === people.place[people.partner[i]]).length / apart.length
    }
    expect(reunited(100)).toBeGreaterThan(2 * reunited(0))
  })

  test('what is weighed of a whole move is of those who then move: elders stay with what they receive', () => {
    const whole = { ...constants(-50), constantMove: 8 }
    const { world, thinkers, all, decisions } = decided(whole)
    const positions = new Map(all.map(n => [thinkers.household[n], n]))
    const { people, households } = world
    const before = people.place.slice(0, people.count)
    const members = (h: number) => {
      const its: number[] = []
      for (let m = households.first[h]; m >= 0; m = people.next[m]) its.push(m)
      return its
    }
    const moving = decisions.map(({ h }) => ({ n: positions.get(h)!, members: members(h), home: households.home[h] }))
    migrate(world, nowOf(year, { reconsider: 1, conversion: 0, ...whole }), chances('migration', year))
    const seen = [0, 0]
    for (const { n, members: its, home } of moving) {
      // Who lives at school is of the budget, and stays there.
      if (its.some(m => before[m] !== home && ((people.word[m] >>> activityShift) & 7) === activity.pupil)) continue
      const left = its.filter(m => people.place[m] !== before[m]).length
      expect(thinkers.moversWord[n] & membersMask).toBe(left)
      seen[Number((thinkers.facts[n] & fact.eldersStay) !== 0)]++
    }
    expect(Math.min(...seen)).toBeGreaterThan(5)
  })

  test('families do not come after where there is no room for newcomers', () => {
    const open = { ...constants(-50), constantJoin: 5 }
    const joins = (room: number) => {
      const { world: { people }, decisions } = decided(open, undefined, new Float64Array(after(2011, 20_000).places.count).fill(room))
      // Who is registered there is no newcomer, nor are those who come after.
      return decisions.filter(({ way: how, i, to }) => how === way.join && people.registered[i] !== to).length
    }
    expect(joins(1)).toBeGreaterThan(0)
    expect(joins(0)).toBe(0)
  })

  test('nobody returns to where he is', () => {
    const { world: { people }, decisions } = decided({ ...constants(-50), constantReturn: 20, returnTown: 1 })
    expect(decisions.length).toBeGreaterThan(100)
    for (const { i, to } of decisions) expect(to).not.toBe(people.place[i])
  })

  test('what members away send works in villages, and is what it is in towns', () => {
    const [none, much] = [1, 1.8].map(remittanceReturn => decided({ remittanceReturn }))
    const seen = [0, 0]
    for (const n of none.all) {
      const { facts, home, rest } = none.thinkers
      if ((facts[n] & fact.away) === 0 || rest[n] === 0) continue
      const inTown = home[n] >= none.world.places.villages
      seen[Number(inTown)]++
      if (inTown) expect(much.thinkers.rest[n]).toBe(rest[n])
      else expect(much.thinkers.rest[n]).toBeLessThanOrEqual(rest[n])
    }
    expect(Math.min(...seen)).toBeGreaterThan(5)
  })

  test('more co-villagers away than were registered count as all of them', () => {
    const [many, more] = [1e3, 1e4].map(times => {
      const world = aboutToMove()
      const { parameters } = nowOf(year, { reconsider: 1 })
      const destinations = destinationsOf(world, nation, townspeople(world).incomers)
      for (let at = 0; at < destinations.perRegistered.length; at++) destinations.perRegistered[at] *= times
      const { number, household, place } = decide(world, parameters, destinations, placeValues(world, parameters), chances('migration', year))
      return [household, place].map(column => Array.from(column.subarray(0, number)))
    })
    expect(many).toEqual(more)
  })

  test('the old without work who move whole live on what they receive', () => {
    const { world: { people, households, places }, decisions } = decided({ ...constants(-50), constantMove: 8 })
    const isWorkless = ({ h, i }: { h: number; i: number }) => ageOf({ people } as World, i) >= 60 && ((households.word[h] >>> workersShift) & workersMask) === 0
    const rich = decided({ ...constants(-50), constantMove: 8 }, world => { for (let at = places.villages * 2; at < world.places.wage.length; at++) world.places.wage[at] *= 3 })
    const share = (all: typeof decisions) => all.filter(isWorkless).length
    expect(share(decisions)).toBeGreaterThan(0)
    // Pay in towns is nothing to them.
    expect(share(rich.decisions)).toBeLessThanOrEqual(share(decisions))
  })
})

describe('who is sent, and who returns', () => {
  const works = ({ people }: World, i: number) => [activity.farm, activity.offFarm, activity.unemployed].includes(((people.word[i] >>> activityShift) & 7) as never)

  test('nobody is sent who does not work or look for work, and they would be if they did', () => {
    const sent = (change?: (world: World) => void) => {
      const { world, decisions } = decided({ ...constants(-50), constantSend: 8 }, change)
      return { world, who: decisions.filter(({ way: how }) => how === way.send).map(({ i }) => i) }
    }
    const { world, who } = sent()
    expect(who.length).toBeGreaterThan(100)
    for (const i of who) expect(works(world, i)).toBe(true)
    const more = sent(({ people }) => {
      for (let i = 0; i < people.count; i++) people.word[i] = (people.word[i] & ~(7 << activityShift)) | (offFarm << activityShift)
    }).who
    expect(more.length).toBeGreaterThan(who.length)
  })

  test('somebody alone is sent too: with land the house is kept, without it the home goes along', () => {
    const world = aboutToMove()
    const { people, households, places } = world
    const isAlone = (h: number) => households.first[h] >= 0 && people.next[households.first[h]] < 0 && people.place[households.first[h]] === households.home[h]
    const alone = Array.from({ length: households.count }, (_, h) => h).filter(isAlone)
    const home = households.home.slice(0, households.count)
    moved(world, { ...constants(-50), constantSend: 8, reconsider: 1, conversion: 0 })
    const seen = [0, 0]
    for (const h of alone) {
      const i = households.first[h]
      if (people.place[i] === home[h]) continue
      seen[Number(households.land[h] > 0)]++
      expect(households.home[h]).toBe(households.land[h] > 0 ? home[h] : people.place[i])
      expect(people.place[i]).toBeGreaterThanOrEqual(places.villages)
    }
    expect(Math.min(...seen)).toBeGreaterThan(5)
  })

  test('returning is as likely at any age, and for whoever is asked after an event', () => {
    const { thinkers, all, world } = decided({})
    const seen = [0, 0]
    for (const n of all) {
      const h = thinkers.household[n]
      const away = (thinkers.facts[n] & fact.away) !== 0
      const event = (world.households.word[h] & householdEvent) !== 0
      // The chance that the draw comes to somebody of this household, and to the person.
      let sum = 0
      for (let m = world.households.first[h]; m >= 0; m = world.people.next[m]) sum += propensityOf(world, m)
      const chance = event ? 1 : Math.min(1, sum)
      const toPerson = (propensityOf(world, thinkers.person[n]) / sum) * chance
      seen[Number(event)]++
      // An event makes households think for certain, others as often as they ever do: × how ready they are, all are asked alike.
      const asked = (away ? toPerson : chance) / thinkers.ready[n]
      expect(Math.abs(asked / (away ? Math.min(1, 1 / sum) : 1) - 1)).toBeLessThan(1e-9)
    }
    expect(Math.min(...seen)).toBeGreaterThan(20)
  })

  test('what others away earn counts in staying, and joining them is worth more the more of them work', () => {
    const rich = ({ households }: World) => { for (let h = 0; h < households.count; h++) households.payAway[h] *= 2 }
    const [before, after] = [decided({}), decided({}, rich)]
    let more = 0
    for (const n of before.all) {
      const h = before.thinkers.household[n]
      if (before.world.households.payAway[h] === 0) expect(after.thinkers.stay[n]).toBe(before.thinkers.stay[n])
      else if (after.thinkers.stay[n] > before.thinkers.stay[n]) more++
      expect(after.thinkers.stay[n]).toBeGreaterThanOrEqual(before.thinkers.stay[n] * (1 - 1e-6))
    }
    expect(more).toBeGreaterThan(20)
  })

  test('to live unregistered costs less where the reform of 2014 has opened cities, and as much as before in the largest', () => {
    const world = aboutToMove()
    const { parameters } = nowOf(2020)
    expect(liftedByReform(parameters, 2013)).toEqual(tiers.map(() => 0))
    const firstYear = liftedByReform(parameters, 2014)
    expect(firstYear.slice(0, 3)).toEqual([0, 1, 1])
    expect(firstYear[3]).toBeCloseTo(1 / 7, 12)
    expect(liftedByReform(parameters, 2020)).toEqual([0, 1, 1, 1, 0.5, 0, 0])
    expect(liftedByReform(parameters, 2050)).toEqual(liftedByReform(parameters, 2020))
    expect(liftedByReform({ ...parameters, hukouReform: 0 }, 2020)).toEqual(tiers.map(() => 0))
    const outsider = (at: number) => placeValues(world, parameters, liftedByReform(parameters, at)).outsider.slice()
    const [before, after] = [2013, 2020].map(outsider)
    const insider = placeValues(world, parameters, liftedByReform(parameters, 2020)).insider
    expect(insider.every((value, at) => value >= after[at] * (1 - 1e-12))).toBe(true)
    const { count, tier } = world.places
    for (let j = 0; j < count; j++) {
      const open = [1, 2, 3, 4].includes(tier[j])
      expect(after[j] > before[j]).toBe(open)
    }
  })
})

describe('moving', () => {
  test('lets the years away begin anew, of whoever moves', () => {
    const world = aboutToMove()
    const [before] = places(world)
    moved(world, { reconsider: 1 })
    const movers = living(world).filter(i => world.people.place[i] !== before[i])
    expect(movers.length).toBeGreaterThan(1000)
    for (const i of movers) expect((world.people.word[i] >>> yearsAwayShift) & yearsAwayMask).toBe(0)
  })

  test.each([
    ['as usual', {}],
    ['by everybody', { ...constants(50), reconsider: 1 }],
    ['whole', { ...constants(-50), constantMove: 5, reconsider: 1 }],
    ['to the family', { ...constants(-50), constantJoin: 20, reconsider: 1 }],
  ])('%s loses nobody, breaks no link and changes no one but in place', (_, changes) => {
    const world = aboutToMove()
    const { people } = world
    const before = living(world)
    const [word, idLow, partner, mother] = [people.word.slice(), people.idLow.slice(), people.partner.slice(), people.mother.slice()]
    moved(world, { ...changes, conversion: 0 })
    expect(brokenLinks(world)).toEqual([])
    expect(living(world)).toEqual(before)
    const isAnother = (i: number) => ((people.word[i] ^ word[i]) & (ageMask | villagerBit)) !== 0 || people.idLow[i] !== idLow[i]
      || people.partner[i] !== partner[i] || people.mother[i] !== mother[i]
    expect(before.filter(isAnother)).toEqual([])
  })

  test('nobody is sent to a village, and who is sent is the household’s one member', () => {
    const world = aboutToMove()
    const before = world.people.place.slice()
    moved(world, { ...constants(-50), constantSend: 5, reconsider: 1 })
    const gone = living(world).filter(i => world.people.place[i] !== before[i])
    expect(gone.length).toBe(world.tally.sent)
    for (const i of gone) expect(world.people.place[i]).toBeGreaterThanOrEqual(world.places.villages)
    expect(new Set(gone.map(i => world.people.household[i])).size).toBe(gone.length)
  })

  test('a household that moves keeps house where it went, in town or city, and its members at home came along', () => {
    const world = aboutToMove()
    const { people, households } = world
    const [before, home] = [people.place.slice(), households.home.slice(0, households.count)]
    moved(world, { ...constants(-50), constantMove: 5, reconsider: 1 })
    let movers = 0
    for (let h = 0; h < home.length; h++) {
      if (world.households.first[h] < 0 || world.households.home[h] === home[h]) continue
      movers++
      expect(world.households.home[h]).toBeGreaterThanOrEqual(world.places.villages)
      for (let i = world.households.first[h]; i >= 0; i = people.next[i]) {
        if (before[i] === home[h]) expect(people.place[i]).toBe(world.households.home[h])
      }
    }
    expect(movers).toBeGreaterThan(0)
  })

  test('no child is left without a grown member of its household by a move', () => {
    const alone = (world: World) => living(world).filter(i => {
      if ((world.people.word[i] & ageMask) >= 10) return false
      const grown = (m: number) => (world.people.word[m] & ageMask) >= 16 && world.people.place[m] === world.people.place[i]
      for (let m = world.households.first[world.people.household[i]]; m >= 0; m = world.people.next[m]) if (grown(m)) return false
      return true
    }).length
    const world = aboutToMove()
    const before = alone(world)
    const children = living(world).filter(i => (world.people.word[i] & ageMask) < 10).length
    moved(world)
    // Children away with relatives of whom the census tells nothing are few, and moving makes hardly more.
    expect(alone(world) - before).toBeLessThan(0.01 * children)
  })
})

describe('registration', () => {
  test('stays as it is when nobody converts', () => {
    const world = aboutToMove()
    const before = world.people.registered.slice(0, world.people.count)
    const villagers = living(world).filter(i => (world.people.word[i] & villagerBit) !== 0).length
    moved(world, { conversion: 0 })
    expect(world.people.registered.slice(0, world.people.count)).toEqual(before)
    expect(living(world).filter(i => (world.people.word[i] & villagerBit) !== 0).length).toBe(villagers)
  })

  test('is local for everybody who stayed in a town or city when everybody converts', () => {
    const world = aboutToMove()
    const before = world.people.place.slice()
    moved(world, { conversion: 1000 })
    const urban = living(world).filter(i => world.people.place[i] >= world.places.villages && world.people.place[i] === before[i])
    expect(urban.length).toBeGreaterThan(1000)
    expect(urban.every(i => world.people.registered[i] === world.people.place[i])).toBe(true)
    expect(urban.every(i => (world.people.word[i] & villagerBit) === 0)).toBe(true)
  })

  test('is taken up more where cities are open', () => {
    const closed = moved(aboutToMove()).tally.converted
    const open = moved(aboutToMove(), { hukouOpenness: { town: 1, small: 1, medium: 1, large: 1, veryLarge: 1, mega: 1 } }).tally.converted
    expect(open).toBeGreaterThan(closed)
  })

  test('is open to the skilled in provincial capitals from 2017 on, and to others as before', () => {
    const converted = (inYear: number) => {
      const world = aboutToMove()
      const { incomers } = townspeople(world)
      const candidates = incomers.slice()
      const before = world.people.registered.slice()
      register(world, candidates, nowOf(inYear), chances('migration', year))
      const { word, registered } = world.people
      const skill = (i: number) => (word[i] >>> (educationShift + 1)) & 1
      return [0, 1].map(its => [...candidates].filter(i => skill(i) === its && registered[i] !== before[i]))
    }
    const [others, skilled] = converted(2016)
    const [othersThen, skilledThen] = converted(2017)
    expect(othersThen).toEqual(others)
    expect(skilledThen.length).toBeGreaterThan(1.1 * skilled.length)
    const then = new Set(skilledThen)
    expect(skilled.filter(i => !then.has(i))).toEqual([])
  })
})

describe('the sample of places', () => {
  const incomers = (world: World) => Int32Array.from(living(world).filter(i =>
    world.people.place[i] >= world.places.villages && world.people.place[i] !== world.people.registered[i]))

  /** Mean over many households of Σ correction × f(place) / size of the sample, and its standard error. */
  function estimate(world: World, home: number, f: (place: number) => number): { mean: number; error: number } {
    const { memory } = world
    const destinations = destinationsOf(world, nation, incomers(world))
    const keys = memory.column(Int32Array, (thinking.where + sampleDraws) * 2)
    keys.set(Array.from({ length: sampleDraws }, (_, n) => chanceOf('sample', n)).flatMap(({ k0, k1 }) => [k0, k1]), thinking.where * 2)
    const number = 10 * block
    const thinker = thinkersOf(memory)
    const { sample, correction, idLow } = thinker
    thinker.home.fill(home)
    thinker.origin.fill(home)
    thinker.idHigh.fill(7)
    let sum = 0
    let squares = 0
    for (let start = 0; start < number; start += block) {
      for (let n = 0; n < block; n++) idLow[n] = start + n
      memory.loops.sampleDestinations(placesInMind(world), destinations, thinker, block, keys)
      for (let n = 0; n < block; n++) {
        let value = 0
        for (let s = n * sampleSize; s < (n + 1) * sampleSize; s++) value += (correction[s] * f(sample[s])) / sampleSize
        sum += value
        squares += value * value
      }
    }
    const mean = sum / number
    return { mean, error: Math.sqrt((squares / number - mean * mean) / number) }
  }

  test('stands for all urban places: sums over it meet sums over all, within three standard errors', () => {
    const world = after(2011)
    const { sizes } = destinationsOf(world, nation, incomers(world))
    const { places, governments: { affinity } } = world
    const functions: ((j: number) => number)[] = [() => 1, j => places.x[j] + 2, j => places.province[j] / 31, j => places.wage[j * 2] / 20_000]
    for (const home of [0, Math.floor(places.villages / 2), places.villages - 1]) {
      const reached = new Set(Array.from({ length: 31 }, (_, q) => q)
        .filter(q => q === places.province[home] || nation.originDestination[places.province[home] * 31 + q] > 0))
      for (const f of functions) {
        let exact = 0
        for (let j = places.villages; j < places.count; j++) if (reached.has(places.province[j])) exact += sizes[j * 2] * affinity[places.province[home] * 31 + places.province[j]] * f(j)
        const { mean, error } = estimate(world, home, f)
        expect(Math.abs(mean - exact)).toBeLessThan(3 * error)
      }
    }
  })

  test('sizes are shares of all urban jobs', () => {
    const world = after(2011)
    const { sizes } = destinationsOf(world, nation, incomers(world))
    expect(total(sizes.filter((_, at) => at % 2 === 0))).toBeCloseTo(1, 12)
  })
})
