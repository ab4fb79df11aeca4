/** The year's steps, as the model's page tells them. */
import { expect, test } from 'vitest'
import { meanings, schedule } from '../../sim/index.ts'

test('meanings are told of every step, in the order of the year', () => {
  expect(Object.keys(meanings)).toEqual(schedule.map(([name]) => name))
})
