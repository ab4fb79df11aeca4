/** Who does what: bits and words tell the same, counts are those of the people, and markets change only what they decide. */
import { expect, test } from 'vitest'
import {
  countWidth, dueShift, farmShift, kindsDue, migrantShift, migrantsFrom, offFarmShift, placeShift,
} from '../../../sim/codes/doing-word.ts'
import { countLabour, due, findWork, lookForWork } from '../../../sim/processes/who-does-what.ts'
import { activityShift, ageMask, eventBit, villagerBit } from '../../../sim/codes/person-word.ts'
import { activity, type World } from '../../../sim/world.ts'
import { censusDay, chances, living } from '../../helpers/nation.ts'

const doing = ({ people }: World, i: number) => (people.word[i] >>> activityShift) & 7
const chance = chances('work', 2011)('out of work')

function settled(change: (world: World) => void = () => {}) {
  const world = censusDay()
  const found = lookForWork(world, 1, 0.6)
  const before = world.people.word.slice()
  change(world)
  findWork(world, 1, found, chance)
  return { world, before, ...found }
}

test('work off the farm, on it and the place are the same in bits and in words', () => {
  const { world, does } = settled()
  for (const i of living(world)) {
    const its = doing(world, i)
    expect((does[i] >>> farmShift) & 1).toBe(its === activity.farm ? 1 : 0)
    expect((does[i] >>> offFarmShift) & 1).toBe(its === activity.offFarm || its === activity.unemployed ? 1 : 0)
    expect(does[i] >>> placeShift).toBe(world.people.place[i])
  }
})

test('cash is due to children, to villagers of 60 and to some pensioners in towns', () => {
  const { world, does } = settled()
  const dues = new Map<number, number>()
  for (const i of living(world)) {
    const word = world.people.word[i]
    const age = word & ageMask
    const its = (does[i] >>> dueShift) & 3
    dues.set(its, (dues.get(its) ?? 0) + 1)
    expect(its === due.support).toBe(age < 16)
    expect(its === due.ruralPension).toBe(age >= 60 && (word & villagerBit) !== 0)
    if (its === due.urbanPension) expect(age).toBeGreaterThanOrEqual(55)
  }
  for (const kind of Object.values(due)) expect(dues.get(kind)).toBeGreaterThan(0)
})

test('counts are those of the people, also after work is found and lost', () => {
  const { world, does, counts } = settled(({ places }) => { places.localShare.fill(0.1); places.employment.fill(0.8) })
  const expected = new Int32Array(world.places.count * kindsDue * 2)
  for (const i of living(world)) {
    const migrant = (does[i] >>> migrantShift) & 1
    if (migrant === 1) expect(doing(world, i)).toBe(activity.offFarm)
    expected[(world.people.place[i] * 2 + migrant) * kindsDue + ((does[i] >>> dueShift) & 3)]++
  }
  for (let j = 0; j < world.places.count; j++) {
    for (let kind = 1; kind < kindsDue; kind++) {
      expect(counts[j * countWidth + kind]).toBe(expected[j * 2 * kindsDue + kind])
      expect(counts[j * countWidth + migrantsFrom + kind]).toBe(expected[(j * 2 + 1) * kindsDue + kind])
    }
    expect(counts[j * countWidth + migrantsFrom]).toBe(expected[(j * 2 + 1) * kindsDue])
  }
})

test('where jobs off the farm are as many as before and everybody who looks for work has it, nothing changes', () => {
  const { world, before } = settled(({ places }) => places.employment.fill(1))
  expect(world.people.word).toEqual(before)
})

test('more jobs off the farm take villagers from the farm, fewer send them back, and nobody else is concerned', () => {
  for (const [share, from, to] of [[0.9, activity.farm, activity.offFarm], [0, activity.offFarm, activity.farm]] as const) {
    const { world, before, villagers } = settled(({ places }) => { places.localShare.fill(share); places.employment.fill(1) })
    const changed = living(world).filter(i => world.people.word[i] !== before[i])
    expect(changed.length).toBeGreaterThan(0)
    const those = new Set(villagers)
    for (const i of changed) {
      expect(those.has(i)).toBe(true)
      expect([(before[i] >>> activityShift) & 7, doing(world, i)]).toEqual([from, to])
    }
  }
})

test('to lose work is an event, and only in towns and cities', () => {
  const { world, before } = settled(({ places }) => places.employment.fill(0.5, places.villages * 2))
  const lost = living(world).filter(i => doing(world, i) === activity.unemployed)
  expect(lost.length).toBeGreaterThan(0)
  for (const i of lost) {
    expect(world.people.place[i]).toBeGreaterThanOrEqual(world.places.villages)
    expect(((before[i] >>> activityShift) & 7)).toBe(activity.offFarm)
  }
  expect(lost.some(i => (world.people.word[i] & eventBit) !== 0)).toBe(true)
})

test('a count of workers leaves people as they are', () => {
  const world = censusDay()
  const before = world.people.word.slice()
  countLabour(world, 0)
  expect(world.people.word).toEqual(before)
})
