/** Providers beside the government: where the market comes, what social organisations can do, who pays. */
import { describe, expect, test } from 'vitest'
import { forEachService, referenceUsers, schooling, services } from '../../../sim/services.ts'
import type { Parameters } from '../../../sim/parameters.ts'
import { priceServices, serve } from '../../../sim/processes/serve.ts'
import { work } from '../../../sim/processes/work.ts'
import { mean, type World } from '../../../sim/world.ts'
import { after, chances, nowOf, total } from '../../helpers/nation.ts'
import { city, otherVillage, tinyNow, tinyWorld, village } from '../../helpers/tiny-world.ts'

const width = services.length

/** So many users in the first village, 500 in the other, many in town and city; the same money per user; two years served. */
function served(users: number, changes: Partial<Parameters> = {}): World {
  const world = tinyWorld()
  const { places, ledger } = world
  ledger.means[mean.urbanWage] = ledger.means[mean.urbanWageBase] = 20_000
  places.users.fill(500)
  places.users.fill(users, village * width, village * width + width)
  places.users.fill(100_000, city * width)
  places.users.forEach((number, at) => { places.spending[at] = 1000 * number })
  for (const [year, parameters] of [[2010, {}], [2011, changes]] as const) {
    const now = tinyNow(year, parameters)
    priceServices(world, now.parameters)
    serve(world, now)
  }
  return world
}

const levels = (world: World, j: number) => Array.from(world.places.level.slice(j * width, j * width + width))
const alone = forEachService(0)
const market = (share: number) => ({ marketShare: forEachService(share), socialShare: alone })
const social = (share: number) => ({ marketShare: alone, socialShare: forEachService(share) })

describe('the market', () => {
  test('comes only where users cover its fixed cost', () => {
    const { fixedCost, marketPrice } = tinyNow(2011).parameters
    // Half the users at price less running cost, against the fixed cost of a facility.
    const enough = (fixedCost * referenceUsers[schooling]) / (0.5 * (marketPrice - 1))
    const half = { ...market(0.5), marketShare: { ...alone, schooling: 0.5 } }
    for (const [users, comes] of [[enough * 0.99, false], [enough * 1.01, true]] as const) {
      const world = served(users, half)
      const government = served(users)
      expect(world.places.fees[village] > 0).toBe(comes)
      expect(levels(world, village)[schooling] > levels(government, village)[schooling]).toBe(comes)
    }
  })

  test('leaves users whom it does not reach to the government, as they were', () => {
    const world = served(20, market(0.5))
    expect(levels(world, village)).toEqual(levels(served(20), village))
    expect(world.places.fees[village]).toBe(0)
  })

  test('lets the same public money serve fewer in cities, so that the level rises', () => {
    levels(served(500, market(0.3)), city).forEach((level, k) => expect(level).toBeGreaterThan(levels(served(500), city)[k]))
  })

  test('is paid by users: they have less to live on in the next year, and no public money moves', () => {
    const run = (changes: Partial<Parameters>) => {
      const world = after(2011)
      const before = Array.from(world.places.spending)
      const now = nowOf(2011, changes)
      priceServices(world, now.parameters)
      serve(world, now)
      expect(Array.from(world.places.spending)).toEqual(before)
      const fees = total(world.places.fees)
      work(world, nowOf(2012, changes), chances('work', 2012))
      return { fees, income: total(world.ledger.income) * world.scale }
    }
    const without = run({})
    const withMarket = run(market(0.3))
    expect(without.fees).toBe(0)
    expect(withMarket.fees).toBeGreaterThan(0)
    // Incomes rise over the year between, and with them what the same share of them is.
    const lost = without.income - withMarket.income
    expect(lost / withMarket.fees).toBeGreaterThan(0.95)
    expect(lost / withMarket.fees).toBeLessThan(1.25)
  })
})

describe('social organisations', () => {
  test('raise the level for the same money, more in villages than in cities', () => {
    const world = served(500, social(0.4))
    const government = served(500)
    const gain = (j: number) => levels(world, j)[schooling] / levels(government, j)[schooling]
    expect(gain(otherVillage)).toBeGreaterThan(gain(city))
    expect(gain(city)).toBeGreaterThan(1)
    expect(total(world.places.fees)).toBe(0)
  })

  test('do no more than they can', () => {
    const { socialCapacityVillage, socialCapacityUrban } = tinyNow(2011).parameters
    expect(socialCapacityVillage).toBeGreaterThan(socialCapacityUrban)
    expect(levels(served(500, social(0.4)), otherVillage)).toEqual(levels(served(500, social(socialCapacityVillage)), otherVillage))
    expect(levels(served(500, social(0.4)), city)).toEqual(levels(served(500, social(socialCapacityUrban)), city))
  })

  test('help as far as they are cheaper', () => {
    expect(levels(served(500, { ...social(0.2), socialCost: 1 }), city)).toEqual(levels(served(500), city))
  })
})
