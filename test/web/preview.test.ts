/** A preview leaves out the counting of some years: what it counts must be what a whole run counts. */
import { expect, it } from 'vitest'
import { live, observe, run } from '../../sim/index.ts'
import { censusDay, nation, scenarioOf } from '../helpers/nation.ts'

it('observation changes nothing in the world, so that it may be left out', () => {
  const scenario = scenarioOf({ years: [2010, 2014], policies: [{ id: 'ruralTilt', value: 2, from: 2011 }] })
  const whole = [...run(scenario, nation, censusDay())]
  const world = censusDay()
  const some = new Map<number, unknown>()
  for (const now of live(scenario, nation, world)) if (now.year % 2 === 0) some.set(now.year, observe(world, now))
  expect([...some.keys()]).toEqual([2010, 2012, 2014])
  for (const k of [0, 2, 4]) expect(some.get(2010 + k)).toEqual(whole[k])
})
