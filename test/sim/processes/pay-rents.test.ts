/** Rental housing: the subsidy is booked for families registered elsewhere, and draws them, not workers alone or locals. */
import { expect, test } from 'vitest'
import { defaultParameters } from '../../../sim/parameters.ts'
import { payRents } from '../../../sim/processes/pay-rents.ts'
import { placeValues } from '../../../sim/processes/place-values.ts'
import { membersMask } from '../../../sim/codes/household-word.ts'
import { city, household, person, tinyNow, tinyWorld, village } from '../../helpers/tiny-world.ts'

const { rentPerHead } = defaultParameters()

function booked(rentSubsidy: number, registered: number, members: number): number {
  const world = tinyWorld()
  const h = household(world, city, village)
  for (let n = 0; n < members; n++) person(world, h, { age: 30, place: city, registered })
  world.households.word[h] = members
  expect(members & membersMask).toBe(members)
  world.places.rent[city] = 2
  payRents(world, tinyNow(2012, { rentSubsidy }))
  return world.governments.programmes[0]
}

test('pays its share of the rent of every member of a family registered elsewhere', () => {
  expect(booked(0.5, village, 3)).toBeCloseTo(0.5 * 3 * 2 * rentPerHead, 6)
  expect(booked(0.25, village, 2)).toBeCloseTo(0.25 * 2 * 2 * rentPerHead, 6)
})

test('pays nothing to locals, to workers alone, or without a subsidy', () => {
  expect(booked(0.5, city, 3)).toBe(0)
  expect(booked(0.5, village, 1)).toBe(0)
  expect(booked(0, village, 3)).toBe(0)
})

test('makes towns worth more to families registered elsewhere, and to nobody else', () => {
  const [none, half] = [0, 0.5].map(rentSubsidy => {
    const world = tinyWorld()
    world.ledger.means.fill(20_000)
    return placeValues(world, tinyNow(2012, { rentSubsidy }).parameters)
  })
  const places = 4
  expect(Array.from(half.insider)).toEqual(Array.from(none.insider))
  for (let kind = 0; kind < 5; kind++) {
    const ratio = half.outsider[kind * places + city] / none.outsider[kind * places + city]
    if (kind === 0) expect(ratio).toBe(1)
    else expect(ratio).toBeCloseTo(Math.SQRT2, 9) // half the rent, at the weight 0.5 of its logarithm
    expect(half.outsider[kind * places + village]).toBe(none.outsider[kind * places + village])
  }
})
