/** Land: farmland only ever shrinks, by what is taken, and never where a redline keeps it. */
import { describe, expect, test } from 'vitest'
import { run } from '../../../sim/index.ts'
import { defaultParameters, type Parameters } from '../../../sim/parameters.ts'
import { landPerVillager, takeLand } from '../../../sim/processes/take-land.ts'
import { work } from '../../../sim/processes/work.ts'
import { villagerBit } from '../../../sim/codes/person-word.ts'
import type { World } from '../../../sim/world.ts'
import { after, brokenLinks, censusDay, chances, living, nation, nowOf, scenarioOf, total } from '../../helpers/nation.ts'

const year = 2013

/** A year in which every town and city has grown by a tenth, with nothing wanted from before. */
function grown(changes: Partial<Parameters> = {}, growth = 0.1): { world: World; before: Float64Array } {
  const world = after(2012, 20_000)
  const { places } = world
  places.landShort.fill(0)
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

  test('is taken in the second year for the growth of the year before the first, which the censuses tell', () => {
    const { places, scale } = after(2011, 20_000)
    const mu = total(places.landTaken)
    // 6.9 m mu a year were taken in 2011–2015.
    expect(mu).toBeGreaterThan(3e6)
    expect(mu).toBeLessThan(9e6)
    expect(scale).toBe(20_000)
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
    takeLand(world, nowOf(year, { fringeLandPerHead: 0.1 }), chances('land', year))
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

  test('brings no more villagers into towns than hold it: all land would bring in all', () => {
    const p = defaultParameters()
    let villagers = 0
    const steps = 10_000
    for (let n = 0; n < steps; n++) villagers += p.landPerHead / steps / landPerVillager(p, (n + 0.5) / steps)
    expect(villagers).toBeCloseTo(1, 4)
    expect(landPerVillager(p, 0)).toBe(p.fringeLandPerHead)
    expect(landPerVillager(p, 0.2)).toBeGreaterThan(landPerVillager(p, 0.1))
  })

  test('is not taken a second time for villagers who live on it and became townspeople', () => {
    const world = after(2012, 20_000)
    const { places, people } = world
    for (let j = 0; j < places.count; j++) places.largest[j] = Math.round(places.residents[j] * 0.9)
    takeLand(world, nowOf(year), chances('land', year))
    expect(world.tally.newcomersFromLand).toBeGreaterThan(100)
    places.residents.fill(0)
    for (const i of living(world)) places.residents[people.place[i]]++
    const short = places.landShort.slice()
    for (let j = places.villages; j < places.count; j++) expect(places.largest[j]).toBeGreaterThanOrEqual(places.residents[j])
    takeLand(world, nowOf(year + 1), chances('land', year + 1))
    for (let j = places.villages; j < places.count; j++) expect(places.landShort[j]).toBeLessThanOrEqual(short[j])
  })

  test('wanted and not had is wanted still: nothing is had where all is to be kept', () => {
    const { world: { places, scale } } = grown({ farmlandKept: 1 })
    const world = grown().world
    expect(total(places.landShort)).toBeGreaterThan(total(world.places.landShort))
    expect(total(world.places.landShort) + total(world.places.landTaken)).toBeCloseTo(total(places.landShort), -1)
    expect(total(places.landShort)).toBeGreaterThan(0.1 * 0.4 * scale * total(places.residents.subarray(places.villages)) * 0.9)
  })

  test('that is missing makes a town dear', () => {
    const [usual, short] = [0, 1e5].map(mu => {
      const world = after(2012)
      for (let j = world.places.villages; j < world.places.count; j++) world.places.landShort[j] = mu
      work(world, nowOf(year), chances('work', year))
      return world.places
    })
    for (let j = usual.villages; j < usual.count; j++) expect(short.rent[j]).toBeGreaterThan(usual.rent[j])
    expect(Array.from(short.rent.subarray(0, short.villages))).toEqual(Array.from(usual.rent.subarray(0, usual.villages)))
  })

  test('is disputed more at the fringe of a dear city, without consent, and without jobs or pensions', () => {
    const perMu = (changes: Partial<Parameters>) => {
      const { places } = grown(changes).world
      return total(places.disputes) / total(places.landTaken)
    }
    const usual = perMu({})
    expect(perMu({ landConsent: 1 })).toBeLessThan(usual)
    expect(perMu({ landPackage: 1 })).toBeLessThan(usual)
    const { places } = grown().world
    const rates = Array.from({ length: places.villages }, (_, v) => v).filter(v => places.landTaken[v] > 0 && places.town[v] === places.city[v])
      .toSorted((a, b) => places.rent[places.city[a]] - places.rent[places.city[b]]).map(v => places.disputes[v] / places.landTaken[v])
    expect(rates.at(-1)).toBeGreaterThan(2 * rates[0])
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

  test('is not let at all where letting costs everything, and none of it lies idle where it costs nothing and somebody farms', () => {
    expect(total(grown({ lettingCost2010: 1, lettingCostLate: 1 }).world.places.landLet)).toBe(0)
    const { places } = grown({ lettingCost2010: 0, lettingCostLate: 0 }).world
    expect(total(places.landIdle.filter((_, v) => places.landFarmed[v] > 0))).toBe(0)
  })
})
