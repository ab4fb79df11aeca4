/** What a place is worth: distance is discounted by better transport as a whole, not by the kilometre. */
import { expect, test } from 'vitest'
import { placeValues } from '../../../sim/processes/place-values.ts'
import { mean } from '../../../sim/world.ts'
import { city, tinyNow, tinyWorld, village } from '../../helpers/tiny-world.ts'

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

test('pay is expected as it is had: after contributions in towns and cities, whole in villages', () => {
  const expected = (rate: number) => {
    const world = tinyWorld()
    world.ledger.means[mean.urbanWage] = 20_000
    world.ledger.means[mean.contributionRate] = rate
    world.places.employment.fill(1)
    return placeValues(world, tinyNow(2012).parameters).expected.slice()
  }
  const [whole, net] = [0, 0.25].map(expected)
  expect(net[city * 2] / whole[city * 2]).toBeCloseTo(0.75, 12)
  expect(net[village * 2]).toBe(whole[village * 2])
})
