/** Services: what money buys, what small numbers cost, and how far the way is. */
import { describe, expect, test } from 'vitest'
import { deliveryOf, priceServices, serve } from '../../../sim/processes/serve.ts'
import { schoolWay } from '../../../sim/school-way.ts'
import { health, schooling, services } from '../../../sim/services.ts'
import { mean, type World } from '../../../sim/world.ts'
import type { Now } from '../../../sim/processes/process.ts'
import { after, nowOf, total } from '../../helpers/nation.ts'
import { tinyNow, tinyWorld, village } from '../../helpers/tiny-world.ts'

const width = services.length

/** Prices services, as the budget does, and serves. */
function priced(world: World, now: Now): void {
  priceServices(world, now.parameters)
  serve(world, now)
}

/** The price of a service to a user of a village with so many users. */
function costOf(users: number, k: number, changes = {}): number {
  const world = served()
  world.places.users[village * width + k] = users
  priceServices(world, tinyNow(2010, changes).parameters)
  return world.places.unitCost[village * width + k]
}

/** Users and money enough everywhere, and the first year served. */
function served(): World {
  const world = tinyWorld()
  world.ledger.means[mean.urbanWage] = world.ledger.means[mean.urbanWageBase] = 20_000
  world.places.users.fill(500)
  world.places.schools.fill(1)
  world.places.spending.fill(1e6)
  priced(world, tinyNow(2010))
  return world
}

describe('the level of a service', () => {
  test('is the census’s in the first year', () => {
    const world = served()
    expect(Array.from(world.places.level)).toEqual(Array.from(world.places.levelBase))
  })

  test('is the same whatever is assumed to leak, as long as supervision is what it was', () => {
    expect(deliveryOf(tinyWorld(), tinyNow(2010, { leak: 0.35 }).parameters).supervised).toBe(1)
    expect(deliveryOf(tinyWorld(), tinyNow(2010, { leak: 0.35, supervision: 1 }).parameters).supervised).toBeGreaterThan(1)
  })

  test('never falls with more money, in any place and for any service', () => {
    const levels = (factor: number) => {
      const world = after(2011)
      for (let at = 0; at < world.places.spending.length; at++) world.places.spending[at] *= factor
      priced(world, nowOf(2011))
      return world.places.level
    }
    const byMoney = [0, 0.01, 0.5, 1, 1.01, 2, 100].map(levels)
    for (let n = 2; n < byMoney.length; n++) {
      byMoney[n].forEach((level, at) => expect(level).toBeGreaterThanOrEqual(byMoney[n - 1][at]))
    }
  })

  test('rises with money by its elasticity', () => {
    const world = served()
    const before = world.places.level.slice()
    for (let at = 0; at < world.places.spending.length; at++) world.places.spending[at] *= 4
    priced(world, tinyNow(2011, { qualityElasticity: 0.5 }))
    world.places.level.forEach((level, at) => expect(level / before[at]).toBeCloseTo(2, 12))
  })

  test('rises with supervision, for the same money', () => {
    const [none, full] = [0, 1].map(supervision => {
      const world = served()
      priced(world, tinyNow(2011, { supervision }))
      return total(world.places.level)
    })
    expect(full).toBeGreaterThan(none)
  })

  test('falls when the same money serves more users', () => {
    const world = served()
    const before = world.places.level.slice()
    for (let at = 0; at < world.places.users.length; at++) world.places.users[at] *= 2
    priced(world, tinyNow(2011))
    world.places.level.forEach((level, at) => expect(level).toBeLessThan(before[at]))
  })

  test('falls to the least there is where users have no money left, and stays so', () => {
    const world = served()
    world.places.spending.fill(0)
    const { qualityElasticity } = tinyNow(2011).parameters
    for (const year of [2011, 2012]) {
      priced(world, tinyNow(year))
      world.places.level.forEach((level, at) => expect(level).toBeCloseTo(world.places.levelBase[at] * 0.01 ** qualityElasticity, 12))
    }
  })

  test('stays where nobody uses the service', () => {
    const world = served()
    world.places.users.fill(0)
    const before = Array.from(world.places.level)
    priced(world, tinyNow(2011))
    expect(Array.from(world.places.level)).toEqual(before)
  })
})

describe('the cost of a user', () => {
  // Users of a real village at which the fixed cost has its stated size: an assumption of the model, written in services.ts.
  test.each(services.map((service, k): [string, number, number] => [service, k, [200, 1500, 150, 1100, 1100, 1100][k]]))(
    'of %s rises by 30 to 40 per cent when the users of a village at the reference size are halved', (_, k, reference) => {
      const ratio = costOf(reference / 2, k) / costOf(reference, k)
      expect(ratio).toBeGreaterThan(1.3)
      expect(ratio).toBeLessThan(1.4)
    })

  test('falls with users and has a floor', () => {
    const costs = [0, 1, 10, 100, 1000, 10_000, 1e6].map(users => costOf(users, health))
    for (let n = 1; n < costs.length; n++) expect(costs[n]).toBeLessThanOrEqual(costs[n - 1])
    expect(costs.every(cost => cost > 0 && Number.isFinite(cost))).toBe(true)
  })

  test('of schooling falls as villages share fewer schools, and with none is that of a school in town', () => {
    const costs = [1, 0.75, 0.5, 0].map(schools => {
      const world = served()
      world.places.schools.fill(schools)
      priceServices(world, tinyNow(2010).parameters)
      return world.places.unitCost[village * width + schooling]
    })
    for (let n = 1; n < costs.length; n++) expect(costs[n]).toBeLessThan(costs[n - 1])
    expect(costs[3]).toBe(costOf(1e6, schooling))
  })

  test('is the same for all numbers where nothing is fixed', () => {
    expect(costOf(1, schooling, { fixedCost: 0 })).toBe(costOf(1000, schooling, { fixedCost: 0 }))
  })
})

describe('access', () => {
  test('lies between 0 and 1 everywhere, and is whole in towns and cities', () => {
    const { places } = after(2012)
    places.access.forEach((access, at) => {
      expect(access).toBeGreaterThan(0)
      expect(access).toBeLessThanOrEqual(1)
      if (at >= places.villages * width) expect(access).toBe(1)
    })
  })

  test('to a doctor is told by a quarter of the way to town, at most 20 km', () => {
    const accessAt = (townDistance: number) => {
      const world = served()
      world.places.townDistance[village] = townDistance
      serve(world, tinyNow(2010, { clinicDistance: 8 }))
      return world.places.access[village * width + health]
    }
    expect(accessAt(32)).toBeCloseTo(Math.exp(-1), 12)
    expect(accessAt(200)).toBeCloseTo(Math.exp(-20 / 8), 12)
  })

  test('to school falls as schools close', () => {
    const access = [1, 0.5, 0.1].map(schools => {
      const world = served()
      world.places.schools[village] = schools
      priced(world, tinyNow(2011))
      return world.places.access[village * width + schooling]
    })
    expect(access[0]).toBe(1)
    expect(access[1]).toBeLessThan(access[0])
    expect(access[2]).toBeLessThan(access[1])
  })

  test('is never worse than the way to town', () => {
    expect(schoolWay(0, 10, 7)).toBe(7)
    for (const schools of [0.01, 0.1, 1, 5, 10]) expect(schoolWay(schools, 10, 7)).toBeLessThanOrEqual(7)
  })

  test('to school comes back for those who board, and their province pays', () => {
    const [none, half, full] = [0, 1500, 3000].map(boarding => {
      const world = served()
      world.places.schools[village] = 0
      world.places.pupils[village] = 100
      priced(world, tinyNow(2011, { boarding }))
      return { access: world.places.access[village * width + schooling], paid: world.governments.programmes[0] }
    })
    expect(none.access).toBeLessThan(half.access)
    expect(half.access).toBeLessThan(full.access)
    expect(full.access).toBeLessThan(1)
    expect(none.paid).toBe(0)
    // Twice the money pays for twice as many, each at its full cost.
    expect(full.paid / half.paid).toBeCloseTo(2, 12)
    expect(full.paid).toBeLessThanOrEqual(100 * 3000)
  })

  test('to school comes back for the share of users who are in primary school', () => {
    const gained = (users: number) => {
      const accesses = [0, 3000].map(boarding => {
        const world = served()
        world.places.schools[village] = 0
        world.places.pupils[village] = 100
        world.places.users[village * width + schooling] = users
        priced(world, tinyNow(2011, { boarding }))
        return world.places.access[village * width + schooling]
      })
      return accesses[1] - accesses[0]
    }
    expect(gained(250) / gained(100)).toBeCloseTo(0.4, 12)
  })

  test('is not bought where every village has its school', () => {
    const world = served()
    world.places.schools.fill(1)
    world.places.pupils.fill(100)
    priced(world, tinyNow(2011, { boarding: 3000 }))
    expect(world.governments.programmes[0]).toBe(0)
  })
})

test('better transport shortens the ways to school and clinic, and changes nothing else', () => {
  const [usual, better] = [0, 0.4].map(transportEase => {
    const world = served()
    world.places.schools[village] = 0.2
    priced(world, tinyNow(2012, { transportEase }))
    return world.places
  })
  for (const k of [schooling, health]) {
    expect(better.access[village * width + k]).toBeGreaterThan(usual.access[village * width + k])
    expect(better.access[village * width + k]).toBeLessThan(1)
  }
  expect(Array.from(better.level)).toEqual(Array.from(usual.level))
})
