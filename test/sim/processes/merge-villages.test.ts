/** Merging: small villages become fewer and larger, at a cost, with cheaper services and a longer way to the fields. */
import { describe, expect, test } from 'vitest'
import type { Parameters } from '../../../sim/parameters.ts'
import { mergeVillages } from '../../../sim/processes/merge-villages.ts'
import { priceServices } from '../../../sim/processes/serve.ts'
import { schoolWay } from '../../../sim/school-way.ts'
import { work } from '../../../sim/processes/work.ts'
import type { World } from '../../../sim/world.ts'
import { after, chances, living, nowOf, total } from '../../helpers/nation.ts'
import { counted, household, otherVillage, person, tinyNow, tinyWorld, village } from '../../helpers/tiny-world.ts'

const year = 2013

function merged(villageMerging: number, years = 1, changes: Partial<Parameters> = {}): World {
  const world = after(2012)
  world.governments.programmes.fill(0)
  for (let n = 0; n < years; n++) mergeVillages(world, nowOf(year + n, { villageMerging, ...changes }))
  return world
}

describe('villages', () => {
  test('stay as they are without a threshold', () => {
    const { places, governments } = merged(0)
    expect(Array.from(places.units)).toEqual(Array.from(after(2012).places.units))
    expect(total(places.merged)).toBe(0)
    expect(total(governments.programmes)).toBe(0)
  })

  test('become fewer the higher the threshold, and never none', () => {
    const left = [0, 300, 600, 1000, 2000].map(threshold => merged(threshold, 5).places)
    for (let n = 1; n < left.length; n++) {
      for (let v = 0; v < left[n].villages; v++) {
        expect(left[n].units[v]).toBeLessThanOrEqual(left[n - 1].units[v])
        expect(left[n].units[v]).toBeGreaterThanOrEqual(Math.min(1, left[0].units[v]))
      }
      expect(total(left[n].units)).toBeLessThan(total(left[n - 1].units))
    }
  })

  test('that are real ones merge where they are below the threshold, and not elsewhere', () => {
    const world = tinyWorld()
    for (const [v, residents] of [[village, 300], [otherVillage, 900]]) for (let n = 0; n < residents; n++) person(world, household(world, v), { age: 40 })
    counted(world)
    for (const year of [2013, 2014, 2015, 2016, 2017, 2018]) mergeVillages(world, tinyNow(year, { villageMerging: 500 }))
    const { units, merged: gone } = world.places
    expect(units[otherVillage]).toBe(1)
    // Until the community that it is part of is large enough.
    expect(units[village]).toBeLessThan(0.65)
    expect(units[village]).toBeGreaterThan(300 / 3000)
    expect(gone[village]).toBeCloseTo(1 - units[village], 12)
    expect(world.governments.programmes[0]).toBeGreaterThan(0)
  })

  test('that are gone are remembered as a share', () => {
    const [before, { places }] = [after(2012).places, merged(1000, 4)]
    for (let v = 0; v < places.villages; v++) expect(places.units[v] / before.units[v]).toBeCloseTo(1 - places.merged[v], 9)
  })

  test('merge until hardly any is small: the threshold is reached, not overrun', () => {
    const [ten, fifty] = [10, 50].map(years => total(merged(800, years).places.units))
    const [late, later] = [49, 50].map(years => total(merged(800, years).places.units))
    expect(fifty).toBeLessThan(ten)
    expect((late - later) / late).toBeLessThan(0.01)
  })

  test('move nobody away, and leave no more schools than villages', () => {
    const world = merged(1500, 5)
    const before = after(2012)
    expect(Array.from(world.people.place.subarray(0, world.people.count))).toEqual(Array.from(before.people.place.subarray(0, before.people.count)))
    expect(living(world)).toHaveLength(living(before).length)
    world.places.schools.forEach((schools, v) => expect(schools).toBeLessThanOrEqual(Math.max(before.places.schools[v] === 0 ? 0 : 1, world.places.units[v])))
  })

  test('cost what is paid for moving; where that is too little fewer move', () => {
    const [less, once, twice] = [30_000, 60_000, 120_000].map(mergingBudget => merged(1000, 1, { mergingBudget, mergingCost: 60_000 }))
    const [paidLess, paidOnce, paidTwice] = [less, once, twice].map(({ governments }) => total(governments.programmes))
    expect(paidOnce).toBeGreaterThan(0)
    expect(paidTwice / paidOnce).toBeCloseTo(2, 9)
    expect(paidLess / paidOnce).toBeCloseTo(1 / 4, 9)
    expect(total(less.places.merged)).toBeLessThan(total(once.places.merged))
    expect(Array.from(twice.places.units)).toEqual(Array.from(once.places.units))
    expect(total(merged(1000, 1, { mergingSpeed: 0 }).governments.programmes)).toBe(0)
  })

  test('that have merged have cheaper services, nearer schools and poorer fields', () => {
    const [usual, few] = [0, 1500].map(threshold => {
      const world = merged(threshold, 5)
      const p = nowOf(year).parameters
      priceServices(world, p)
      work(world, nowOf(year + 1), chances('work', year + 1))
      return world.places
    })
    let cheaper = 0
    for (let v = 0; v < usual.villages; v++) {
      for (let k = 0; k < 6; k++) expect(few.unitCost[v * 6 + k]).toBeLessThanOrEqual(usual.unitCost[v * 6 + k] * (1 + 1e-12))
      if (few.unitCost[v * 6 + 1] < usual.unitCost[v * 6 + 1]) cheaper++
      expect(schoolWay(few.schools[v], few.units[v], few.townDistance[v]))
        .toBeLessThanOrEqual(schoolWay(usual.schools[v], usual.units[v], usual.townDistance[v]) + 1e-12)
      expect(few.farmIncome[v]).toBeLessThanOrEqual(usual.farmIncome[v])
    }
    expect(cheaper).toBeGreaterThan(usual.villages / 2)
    expect(total(few.farmIncome)).toBeLessThan(total(usual.farmIncome))
  })
})
