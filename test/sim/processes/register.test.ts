/** Registration: who may take it up, found without missing anybody, and for whom it is sooner. */
import { expect, test } from 'vitest'
import { register, townspeople } from '../../../sim/processes/register.ts'
import { aliveBit, villagerBit } from '../../../sim/codes/person-word.ts'
import { censusDay, chances, nowOf } from '../../helpers/nation.ts'

test('townspeople are all who live in a town or city and are registered elsewhere or as villagers, and nobody else', () => {
  const world = censusDay()
  for (let i = 0; i < world.people.count; i += 7) world.people.word[i] &= ~aliveBit
  const { word, place, registered, count } = world.people
  const { incomers, villagers } = townspeople(world)
  const inTown = Array.from({ length: count }, (_, i) => i).filter(i => (word[i] & aliveBit) !== 0 && place[i] >= world.places.villages)
  expect(Array.from(incomers)).toEqual(inTown.filter(i => registered[i] !== place[i]))
  expect(Array.from(villagers).reverse()).toEqual(inTown.filter(i => registered[i] === place[i] && (word[i] & villagerBit) !== 0))
})

test('who takes registration up is registered where they live, as townspeople, and is counted', () => {
  const world = censusDay()
  const { incomers } = townspeople(world)
  const { word, place, registered } = world.people
  register(world, incomers, nowOf(2020), chances('migration', 2020))
  const converted = Array.from(incomers).filter(i => registered[i] === place[i])
  expect(converted.length).toBeGreaterThan(0)
  expect(converted.length).toBeLessThan(incomers.length / 2)
  expect(world.tally.converted).toBe(converted.length)
  for (const i of converted) expect(word[i] & villagerBit).toBe(0)
})

test('more take it up after the reform, and none where it may not be had', () => {
  const converted = (year: number, changes = {}) => {
    const world = censusDay()
    register(world, townspeople(world).incomers, nowOf(year, changes), chances('migration', 2020))
    return world.tally.converted
  }
  expect(converted(2020)).toBeGreaterThan(converted(2013))
  expect(converted(2020, { conversion: 0 })).toBe(0)
})
