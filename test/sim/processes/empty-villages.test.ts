/** Villages: schools close for want of pupils, and none ever opens. */
import { describe, expect, test } from 'vitest'
import { run } from '../../../sim/index.ts'
import { closeSchools } from '../../../sim/processes/empty-villages.ts'
import { after, censusDay, nation, nowOf, scenarioOf, total } from '../../helpers/nation.ts'

const year = 2013

/** Schools before and after a year with this threshold. */
function schools(schoolClosing: number): { before: Float64Array; now: Float64Array } {
  const world = after(2012)
  const before = world.places.schools.slice()
  closeSchools(world, nowOf(year, { schoolClosing }))
  return { before, now: world.places.schools }
}

describe('village schools', () => {
  test('stay open when the threshold is no pupil at all', () => {
    const { before, now } = schools(0)
    expect(Array.from(now)).toEqual(Array.from(before))
  })

  test('never grow in number, and close in greater number the higher the threshold', () => {
    const left = [0, 30, 60, 120, 300].map(threshold => {
      const { before, now } = schools(threshold)
      before.forEach((number, v) => expect(now[v]).toBeLessThanOrEqual(number))
      return total(now)
    })
    for (let n = 1; n < left.length; n++) expect(left[n]).toBeLessThan(left[n - 1])
  })

  test('never leave a village cluster with fewer than one that had one', () => {
    const { before, now } = schools(1e9)
    before.forEach((number, v) => expect(now[v]).toBeGreaterThanOrEqual(Math.min(1, number)))
  })

  test('are below a threshold at their mean as often as half of a log-normal and what lies between its median and its mean', () => {
    const world = after(2012)
    const { places, scale } = world
    const v = places.pupils.findIndex((pupils, at) => pupils > 0 && places.units[at] > 20 && places.schools[at] > 5)
    const before = places.schools[v]
    closeSchools(world, nowOf(year, { schoolClosing: (places.pupils[v] * scale) / before, schoolClosingSpeed: 1 }))
    // The normal distribution at 0.35, half of the spread of 0.7.
    expect(places.schools[v] / before).toBeCloseTo(1 - 0.6368, 3)
  })

  test('are in every village on census day, however coarse the run, as many as pupils ask for', () => {
    for (const scale of [100_000, 20_000]) {
      const { places } = censusDay(scale)
      expect(Math.min(...places.schools.subarray(0, places.villages))).toBeGreaterThan(0)
      const real = total(places.pupils.subarray(0, places.villages)) * scale / nowOf(2010).parameters.pupilsPerSchool
      expect(total(places.schools) / real).toBeGreaterThan(0.9)
      expect(total(places.schools) / real).toBeLessThan(1.02)
    }
  })

  test('never grow in number, year after year', () => {
    const world = censusDay()
    let before = world.places.schools.slice()
    for (const record of run(scenarioOf({ years: [2010, 2015] }), nation, world)) {
      world.places.schools.forEach((number, v) => expect(number, `village ${v} in ${record.year}`).toBeLessThanOrEqual(before[v]))
      before = world.places.schools.slice()
    }
  })
})
