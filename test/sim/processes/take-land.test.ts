/** Land: farmland only ever shrinks, by what is taken, and never where a redline keeps it. */
import { describe, expect, test } from 'vitest'
import { run } from '../../../sim/index.ts'
import type { Parameters } from '../../../sim/parameters.ts'
import { takeLand } from '../../../sim/processes/take-land.ts'
import { villagerBit, type World } from '../../../sim/world.ts'
import { after, brokenLinks, censusDay, chances, living, nation, nowOf, scenarioOf, total } from '../../helpers/nation.ts'

const year = 2013

/** A year in which every town and city has grown by a tenth. */
function grown(changes: Partial<Parameters> = {}, growth = 0.1): { world: World; before: Float64Array } {
  const world = after(2012, 20_000)
  const { places } = world
  for (let j = 0; j < places.count; j++) places.largest[j] = Math.round(places.residents[j] * (1 - growth))
  const before = places.farmland.slice()
  takeLand(world, nowOf(year, changes), chances('land', year))
  return { world, before }
}

describe('land', () => {
  test('is taken where cities grow: what villages lose is what was taken', () => {
    const { world: { places }, before } = grown()
    expect(total(places.landTaken)).toBeGreaterThan(0)
    before.forEach((farmland, v) => {
      expect(places.farmland[v]).toBeLessThanOrEqual(farmland)
      expect(places.farmland[v]).toBeGreaterThanOrEqual(0)
      expect(Math.abs(farmland - places.farmland[v] - places.landTaken[v])).toBeLessThanOrEqual(1e-9 * farmland)
    })
  })

  test('is left alone when all of it is to be kept', () => {
    const { world, before } = grown({ farmlandKept: 1 })
    expect(Array.from(world.places.farmland)).toEqual(Array.from(before))
    expect(total(world.places.landTaken)).toBe(0)
    expect(total(world.places.disputes)).toBe(0)
    expect(total(world.governments.landRevenue)).toBe(0)
  })

  test('is left alone where no town grows, and in the first year', () => {
    expect(total(grown({}, -0.1).world.places.landTaken)).toBe(0)
    const world = censusDay()
    takeLand(world, nowOf(2010), chances('land', 2010))
    expect(total(world.places.landTaken)).toBe(0)
  })

  test('never grows and never falls below a redline, year after year', () => {
    const kept = 0.99
    const scenario = scenarioOf({ years: [2010, 2016], assumptions: { farmlandKept: kept } })
    const world = censusDay()
    const start = world.places.farmland.slice()
    let before = start
    for (const record of run(scenario, nation, world)) {
      world.places.farmland.forEach((farmland, v) => {
        expect(farmland, `village ${v} in ${record.year}`).toBeLessThanOrEqual(before[v])
        expect(farmland).toBeGreaterThanOrEqual(kept * start[v] * (1 - 1e-12))
      })
      before = world.places.farmland.slice()
    }
    expect(total(before)).toBeLessThan(total(start))
  })

  test('held by a household that loses it turns its villagers into townspeople of the town or city nearby', () => {
    const world = after(2012, 20_000)
    const { places } = world
    for (let j = 0; j < places.count; j++) places.largest[j] = Math.round(places.residents[j] * 0.5)
    const [origin, registered] = [world.households.origin.slice(), world.people.registered.slice()]
    const people = living(world).length
    takeLand(world, nowOf(year, { fringeLandPerHead: 0.05 }), chances('land', year))
    let movers = 0
    for (let h = 0; h < world.households.count; h++) {
      if (world.households.first[h] < 0 || world.households.origin[h] === origin[h]) continue
      const village = origin[h]
      expect([places.town[village], places.city[village]]).toContain(world.households.origin[h])
      expect(world.households.land[h]).toBe(0)
      for (let i = world.households.first[h]; i >= 0; i = world.people.next[i]) {
        expect(world.people.place[i]).not.toBe(village)
        if (registered[i] !== village) continue
        movers++
        expect(world.people.registered[i]).toBe(world.households.origin[h])
        expect(world.people.word[i] & villagerBit).toBe(0)
      }
    }
    expect(movers).toBeGreaterThan(100)
    expect(living(world)).toHaveLength(people)
    expect(brokenLinks(world)).toEqual([])
  })

  test('disputes are more where the offer is worse', () => {
    const disputes = [10, 20, 40].map(compensation => {
      const { places } = grown({ compensation }).world
      return total(places.disputes) / total(places.landTaken)
    })
    expect(disputes[0]).toBeGreaterThan(disputes[1])
    expect(disputes[1]).toBeGreaterThan(disputes[2])
  })

  test('let is never more than held, by household and by village', () => {
    const { world } = grown({}, -0.1)
    const { households, places } = world
    const held = new Float64Array(places.count)
    for (let h = 0; h < households.count; h++) {
      if (households.first[h] < 0) continue
      expect(households.landLet[h]).toBeGreaterThanOrEqual(0)
      expect(households.landLet[h]).toBeLessThanOrEqual(households.land[h])
      held[households.origin[h]] += households.land[h] * world.scale
    }
    for (let v = 0; v < places.villages; v++) expect(places.landLet[v] + places.landIdle[v]).toBeLessThanOrEqual(held[v] * (1 + 1e-9))
  })

  test('is not let at all where letting costs everything, and none of it lies idle where it costs nothing', () => {
    expect(total(grown({ lettingCost2010: 1, lettingCostLate: 1 }).world.places.landLet)).toBe(0)
    expect(total(grown({ lettingCost2010: 0, lettingCostLate: 0 }).world.places.landIdle)).toBe(0)
  })
})
