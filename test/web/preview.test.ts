/** A preview leaves out the counting of some years: what it counts must be what a whole run counts. */
import { expect, it } from 'vitest'
import { run } from '../../sim/index.ts'
import { censusDay, nation, scenarioOf } from '../helpers/nation.ts'

it('observation changes nothing in the world, so that it may be left out', () => {
  const scenario = scenarioOf({ years: [2010, 2014], policies: [{ id: 'ruralTilt', value: 2, from: 2011 }] })
  const whole = [...run(scenario, nation, censusDay())]
  const world = censusDay()
  const some = [...run(scenario, nation, world, (name, step) => {
    if (name !== 'observation' || world.year % 2 === 0) step()
  })]
  expect(some.map(record => record?.year)).toEqual([2010, undefined, 2012, undefined, 2014])
  for (const k of [0, 2, 4]) expect(some[k]).toEqual(whole[k])
})
