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

  test('never grow in number, year after year', () => {
    const world = censusDay()
    let before = world.places.schools.slice()
    for (const record of run(scenarioOf({ years: [2010, 2015] }), nation, world)) {
      world.places.schools.forEach((number, v) => expect(number, `village ${v} in ${record.year}`).toBeLessThanOrEqual(before[v]))
      before = world.places.schools.slice()
    }
  })
})
