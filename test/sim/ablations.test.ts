/** What vanishes when a mechanism is taken out: each carries something that the others do not. */
import { describe, expect, test } from 'vitest'
import { run, type PolicyInForce, type World, type YearRecord } from '../../sim/index.ts'
import { tiers } from '../../sim/record.ts'
import { aliveBit, villagerBit, yearsAwayMask, yearsAwayShift } from '../../sim/codes/person-word.ts'
import { censusDay, nation, scenarioOf, valueOf } from '../helpers/nation.ts'

interface Decade {
  world: World
  first: YearRecord
  last: YearRecord
  /** Simulated persons and households that went home, over all years. */
  returned: number
}

/** 2010 to 2020 at 1:50,000, where shares mean something; the same events in all. */
function decade(assumptions: Record<string, number>, policies: PolicyInForce[] = []): Decade {
  // Past the range that files may set: a mechanism is out only at zero.
  const scenario = { ...scenarioOf({ scale: 50_000, years: [2010, 2020] }), assumptions, policies }
  const world = censusDay(50_000)
  let first: YearRecord | undefined
  let last: YearRecord | undefined
  let returned = 0
  for (const record of run(scenario, nation, world)) {
    first ??= record
    last = record
    returned += world.tally.returned
  }
  return { world, first: first!, last: last!, returned }
}

/** The chance that two who left the same village in these years, for beyond its prefecture with its schools and colleges, live in the same town or city. */
function together({ people, places }: World): number {
  const byOrigin = new Map<number, Map<number, number>>()
  for (let i = 0; i < people.count; i++) {
    const [from, to] = [people.registered[i], people.place[i]]
    if ((people.word[i] & aliveBit) === 0 || (people.word[i] & villagerBit) === 0 || from >= places.villages || to < places.villages) continue
    if (places.prefecture[from] === places.prefecture[to] || ((people.word[i] >>> yearsAwayShift) & yearsAwayMask) >= 10) continue
    const known = byOrigin.get(from) ?? new Map<number, number>()
    byOrigin.set(from, known.set(to, (known.get(to) ?? 0) + 1))
  }
  let [pairs, same] = [0, 0]
  for (const known of byOrigin.values()) {
    const away = [...known.values()]
    const all = away.reduce((sum, number) => sum + number, 0)
    pairs += all * (all - 1)
    same += away.reduce((sum, number) => sum + number * (number - 1), 0)
  }
  return same / pairs
}

/** Of the cities that were mega in 2010. */
const residentsOfMegaCities = ({ first, last: { settlements: { residents } } }: Decade): number =>
  residents.reduce((sum, number, n) => first.settlements.tier[n] === 6 ? sum + number : sum, 0)

const everywhereOpen: PolicyInForce = {
  id: 'hukouOpenness', value: { town: 1, small: 1, medium: 1, large: 1, veryLarge: 1, mega: 1 }, from: 2012, phaseIn: 0,
}
const whole = decade({})

describe('without return migration', () => {
  const without = decade({ constantReturn: -50 })

  test('nobody goes home, where otherwise many do', () => {
    expect(without.returned).toBe(0)
    expect(whole.returned).toBeGreaterThan(200)
  })

  test('more villagers are away, and more villages are hollow', () => {
    for (const id of ['outMigrantWorkers', 'youngAwayShare', 'hollowVillageShare', 'urbanShare']) {
      expect(valueOf(without.last, id), id).toBeGreaterThan(1.005 * valueOf(whole.last, id))
    }
  })
})

describe('without networks of co-villagers', () => {
  const without = decade({ networkWeight: 0 })

  test('those who left one village live less together', () => {
    expect(together(without.world)).toBeLessThan(0.99 * together(whole.world))
  })

  test('fewer leave, and villages hollow less: leaving no longer makes leaving easier', () => {
    expect(valueOf(without.last, 'outMigrantWorkers')).toBeLessThan(0.99 * valueOf(whole.last, 'outMigrantWorkers'))
    expect(valueOf(without.last, 'hollowVillageShare')).toBeLessThan(0.98 * valueOf(whole.last, 'hollowVillageShare'))
  })
})

test('without the answer of wages, cities that open pay newcomers as much as before', () => {
  /** Pay of basic work in the largest cities, × the mean of all towns and cities. */
  const pay = ({ world: { places } }: Decade) => {
    const mean = (holds: (j: number) => boolean) => {
      let [sum, number] = [0, 0]
      for (let j = places.villages; j < places.count; j++) {
        if (!holds(j)) continue
        sum += places.wage[j * 2] * places.labour[j * 2]
        number += places.labour[j * 2]
      }
      return sum / number
    }
    return mean(j => places.tier[j] === tiers.indexOf('mega')) / mean(() => true)
  }
  const change = (assumptions: Record<string, number>) => pay(decade(assumptions, [everywhereOpen])) / pay(decade(assumptions)) - 1
  expect(change({})).toBeLessThan(-0.01)
  expect(Math.abs(change({ wageAdjustment: 0 }))).toBeLessThan(0.5 * Math.abs(change({})))
})

test('where rents weigh nothing opening all cities brings more people to the largest', () => {
  const gain = (assumptions: Record<string, number>) =>
    residentsOfMegaCities(decade(assumptions, [everywhereOpen])) - residentsOfMegaCities(decade(assumptions))
  const [weighed, weightless] = [gain({}), gain({ weightRent: 0 })]
  expect(weighed).toBeGreaterThan(0)
  expect(weightless).toBeGreaterThan(1.2 * weighed)
})

test('nothing open to people registered elsewhere keeps them from services, not from moving', () => {
  const closed = decade({ accessAssistance: 0, accessHealth: 0 })
  expect(valueOf(closed.last, 'outMigrantWorkers')).toBeGreaterThan(0.5 * valueOf(whole.last, 'outMigrantWorkers'))
})
