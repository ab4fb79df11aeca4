/** What measures cost where nobody is simulated: in the places around a county or village. */
import { expect, test } from 'vitest'
import { withGiven } from '../../../sim/processes/outlays.ts'
import { emptyPlaces } from '../../../sim/world.ts'

test('given places count as many among their persons as the places of the stage, whatever was counted there', () => {
  const places = emptyPlaces(4, 2, 0)
  places.given.set([-1, 5, -1, 6])
  expect(Array.from(withGiven(places, [3, 99, 1, 0], [30, 200, 10, 50]))).toEqual([3, 20, 1, 5])
  places.given.fill(-1)
  expect(Array.from(withGiven(places, [3, 99, 1, 0], [30, 200, 10, 50]))).toEqual([3, 99, 1, 0])
})

test('of nobody in the stage nothing is known of others', () => {
  const places = emptyPlaces(2, 1, 0)
  places.given.set([-1, 5])
  expect(Array.from(withGiven(places, [0, 7], [0, 100]))).toEqual([0, 0])
})
