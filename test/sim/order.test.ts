/** Sorting people: by a column and by id, those who are equal in the order they came. */
import { expect, test } from 'vitest'
import { byColumn, byId, scratchOrdered } from '../../sim/order.ts'
import { chanceOf, halfId } from '../../sim/random.ts'

const number = 10_000
const chance = chanceOf('order')
/** Some share an id, and some ids are negative. */
const idLow = Int32Array.from({ length: number }, (_, i) => halfId(chance, i % 9_000, 1))
const place = Uint16Array.from({ length: number }, (_, i) => (halfId(chance, i, 2) >>> 8) % 300)
const everySecond = () => Int32Array.from({ length: number / 2 }, (_, n) => number - 2 - 2 * n)

test('people are sorted by the low half of their id, in place, and those who share one stay as they were', () => {
  const persons = everySecond()
  const expected = Array.from(persons).sort((a, b) => idLow[a] - idLow[b])
  expect(byId(persons, idLow)).toBe(persons)
  expect(Array.from(persons)).toEqual(expected)
})

test('few and nobody can be sorted too', () => {
  expect(Array.from(byId(Int32Array.of(7, 3, 5), Int32Array.of(0, 0, 0, -1, 0, -1073741824, 0, 1073741823)))).toEqual([5, 3, 7])
  expect(byId(new Int32Array(0), idLow).length).toBe(0)
})

test('by a column, people of one place stand together in the order they came', () => {
  const persons = everySecond()
  const { start, members } = byColumn(persons, place, 300, scratchOrdered())
  expect(Array.from(members)).toEqual(Array.from(persons).sort((a, b) => place[a] - place[b]))
  for (let j = 0; j < 300; j++) for (let n = start[j]; n < start[j + 1]; n++) expect(place[members[n]]).toBe(j)
  expect(start[300]).toBe(persons.length)
})
