/** Letting: what is let is rented, larger farms take more of it where there is a market, and rents change hands without a rest. */
import { describe, expect, test } from 'vitest'
import type { Parameters } from '../../../sim/parameters.ts'
import { farmersMask, farmersShift } from '../../../sim/codes/household-word.ts'
import { letLand } from '../../../sim/processes/let-land.ts'
import { work } from '../../../sim/processes/work.ts'
import type { Households, World } from '../../../sim/world.ts'
import { after, chances, nowOf, total } from '../../helpers/nation.ts'

const year = 2013

function letOut(changes: Partial<Parameters> = {}, years = 1): World {
  const world = after(2012, 20_000)
  for (let n = 0; n < years; n++) letLand(world, nowOf(year + n, changes))
  return world
}

/** Land that a household which farms at home holds or rents, mu: its own, less what it lets, and what it rents. */
const farmSize = ({ land, landLet, landRented }: Households, h: number) => land[h] - landLet[h] + landRented[h]

const farmersOf = ({ households: { word } }: World, h: number) => (word[h] >>> farmersShift) & farmersMask

const farmsAt = (world: World): number[] => Array.from({ length: world.households.count }, (_, h) => h).filter(h =>
  world.households.first[h] >= 0 && world.households.home[h] === world.households.origin[h] && world.households.origin[h] < world.places.villages
  && farmersOf(world, h) > 0)

/** Farms that work more than so much, with their workers' part of what is worked without a lease. */
function above(world: World, mu: number): number {
  const { households, places: { landFarmed }, scale } = world
  const farms = farmsAt(world)
  const left = Float64Array.from(landFarmed, all => all / scale)
  const farmers = new Float64Array(left.length)
  for (const h of farms) {
    left[households.origin[h]] -= farmSize(households, h)
    farmers[households.origin[h]] += farmersOf(world, h)
  }
  return farms.filter(h => farmSize(households, h) + (left[households.origin[h]] * farmersOf(world, h)) / farmers[households.origin[h]] > mu).length
}

describe('land let', () => {
  test('is land rented, village by village', () => {
    const { households: { landLet, landRented, origin, count, first }, places } = letOut()
    const balance = new Float64Array(places.villages)
    const held = new Float64Array(places.villages)
    for (let h = 0; h < count; h++) {
      if (first[h] < 0 || origin[h] >= places.villages) continue
      balance[origin[h]] += landLet[h] - landRented[h]
      held[origin[h]] += landLet[h]
    }
    balance.forEach((mu, v) => expect(Math.abs(mu)).toBeLessThanOrEqual(1e-5 * held[v]))
    expect(total(places.landLet)).toBeGreaterThan(0)
  })

  test('goes to farms only', () => {
    const world = letOut()
    const farms = new Set(farmsAt(world))
    for (let h = 0; h < world.households.count; h++) {
      expect(world.households.landRented[h]).toBeGreaterThanOrEqual(0)
      if (!farms.has(h)) expect(world.households.landRented[h]).toBe(0)
    }
  })

  test('lies idle where nobody farms', () => {
    const world = after(2012, 20_000)
    const { households, places } = world
    for (let h = 0; h < households.count; h++) if (households.origin[h] === 0) households.word[h] &= ~(farmersMask << farmersShift)
    letLand(world, nowOf(year))
    expect(places.landLet[0]).toBe(0)
    expect(places.landIdle[0]).toBe(places.farmland[0])
    expect(places.landFarmed[0]).toBe(0)
    expect(Array.from(households.landLet).filter((mu, h) => mu > 0 && households.origin[h] === 0 && households.first[h] >= 0)).toEqual([])
  })

  test('is farmed, and so is what is worked without a lease: all land is farmed or idle', () => {
    for (const world of [letOut(), letOut({ lettingCost: 0 }), letOut({ lettingCost: 1.5 })]) {
      const { places: { villages, farmland, landFarmed, landIdle, landLet } } = world
      for (let v = 0; v < villages; v++) {
        expect(Math.abs(landFarmed[v] + landIdle[v] - farmland[v])).toBeLessThanOrEqual(1e-6 * farmland[v])
        expect(landLet[v]).toBeLessThanOrEqual(landFarmed[v] * (1 + 1e-6))
      }
    }
  })

  test('waits for who comes to farm where nobody did', () => {
    const world = after(2012, 20_000)
    world.places.landFarmed[0] = 0
    world.places.landIdle[0] = world.places.farmland[0]
    work(world, nowOf(year), chances('work', year))
    const idle = after(2012, 20_000)
    idle.places.landIdle[0] = 0
    work(idle, nowOf(year), chances('work', year))
    expect(world.places.farmIncome[0]).toBe(idle.places.farmIncome[0])
  })

  test('is more, and makes more farms of over 50 mu, the less letting costs', () => {
    const [free, usual, dear] = [0, 1, 1.5].map(lettingCost => letOut({ lettingCost }, 5))
    expect(total(free.places.landLet)).toBeGreaterThan(total(usual.places.landLet))
    expect(total(usual.places.landLet)).toBeGreaterThan(total(dear.places.landLet))
    expect(above(free, 50)).toBeGreaterThan(above(usual, 50))
    expect(above(usual, 50)).toBeGreaterThan(above(dear, 50))
    expect(total(usual.places.largeFarms)).toBe(above(usual, 50) * usual.scale)
    expect(total(usual.places.farms)).toBe(farmsAt(usual).length * usual.scale)
    expect(total(free.places.landIdle.filter((_, v) => free.places.landFarmed[v] > 0))).toBe(0)
  })

  test('is shared alike by farm workers where size earns no bid', () => {
    const world = letOut({ farmScaleBid: 0 }, 40)
    const perFarmer = new Map<number, number[]>()
    for (const h of farmsAt(world)) {
      const v = world.households.origin[h]
      perFarmer.set(v, [...perFarmer.get(v) ?? [], world.households.landRented[h] / farmersOf(world, h)])
    }
    for (const values of perFarmer.values()) expect(Math.max(...values) - Math.min(...values)).toBeLessThan(1e-2 * Math.max(...values) + 1e-9)
  })

  test('never breaks a lease early while there is as much land on offer', () => {
    const world = letOut({}, 3)
    const before = world.households.landRented.slice()
    letLand(world, nowOf(year + 3))
    for (const h of farmsAt(world)) expect(world.households.landRented[h]).toBeGreaterThanOrEqual(before[h] * (1 - 1 / 5) * (1 - 1e-6))
  })
})

test('rents change hands: they make no farm income and take none away', () => {
  const incomes = [0, 0.6].map(landRentShare => {
    const world = letOut()
    work(world, nowOf(year + 1, { landRentShare }), chances('work', year + 1))
    return total(world.ledger.farm)
  })
  // A few tenants have left the fields since the leases were made and pay nothing.
  expect(Math.abs(incomes[1] / incomes[0] - 1)).toBeLessThan(0.005)
})
