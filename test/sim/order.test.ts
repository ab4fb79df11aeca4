/** Sorting people: by a column and by id, those who are equal in the order they came. */
import { expect, test } from 'vitest'
import { createMemory, type Column, type Kind } from '../../sim/memory.ts'
import { byColumn, byId, scratchOrdered } from '../../sim/order.ts'
import { chanceOf, halfId } from '../../sim/random.ts'

const number = 10_000
const chance = chanceOf('order')
const memory = createMemory(1 << 20)
/** A column of the memory, where compiled loops reach it. */
function column<T extends Column>(kind: Kind<T>, values: ArrayLike<number>): T {
  const its = memory.column(kind, values.length)
  its.set(values)
  return its
}
/** Some share an id, and some ids are negative. */
const idLow = column(Int32Array, Array.from({ length: number }, (_, i) => halfId(chance, i % 9_000, 1)))
const place = column(Uint16Array, Array.from({ length: number }, (_, i) => (halfId(chance, i, 2) >>> 8) % 300))
const everySecond = () => column(Int32Array, Array.from({ length: number / 2 }, (_, n) => number - 2 - 2 * n))

test('people are sorted by the low half of their id, in place, and those who share one stay as they were', () => {
  const persons = everySecond()
  const expected = Array.from(persons).sort((a, b) => idLow[a] - idLow[b])
  expect(byId(memory, persons, idLow)).toBe(persons)
  expect(Array.from(persons)).toEqual(expected)
})

test('few and nobody can be sorted too', () => {
  expect(Array.from(byId(memory, column(Int32Array, [7, 3, 5]), column(Int32Array, [0, 0, 0, -1, 0, -1073741824, 0, 1073741823])))).toEqual([5, 3, 7])
  expect(byId(memory, column(Int32Array, []), idLow).length).toBe(0)
})

test('by a column, people of one place stand together in the order they came', () => {
  const persons = everySecond()
  const { start, members } = byColumn(memory, persons, place, 300, scratchOrdered())
  expect(Array.from(members)).toEqual(Array.from(persons).sort((a, b) => place[a] - place[b]))
  for (let j = 0; j < 300; j++) for (let n = start[j]; n < start[j + 1]; n++) expect(place[members[n]]).toBe(j)
  expect(start[300]).toBe(persons.length)
})
