/** What a place is worth: distance is discounted by better transport as a whole, not by the kilometre. */
import { expect, test } from 'vitest'
import { placeValues } from '../../../sim/processes/place-values.ts'
import { tinyNow, tinyWorld } from '../../helpers/tiny-world.ts'

const distances = (changes: object) => {
  const world = tinyWorld()
  world.ledger.means.fill(20_000)
  return Array.from(placeValues(world, tinyNow(2012, changes).parameters).distance)
}

test('better transport takes its part off the cost of every distance', () => {
  const [usual, better] = [{}, { transportEase: 0.3 }].map(distances)
  expect(better[0]).toBe(1)
  for (let n = 1; n < usual.length; n++) expect(Math.log(better[n]) / Math.log(usual[n])).toBeCloseTo(0.7, 9)
})
