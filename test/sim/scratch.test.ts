/** Scratch memory: the same every time, as long as it is asked for, and zeros where zeros are promised. */
import { expect, test } from 'vitest'
import { columnOf, zerosOf } from '../../sim/scratch.ts'

test('memory comes again, of the length asked for, with what was left in it', () => {
  const get = columnOf(Int32Array)
  const first = get(4)
  first.fill(7)
  expect(get(4)).toBe(first)
  expect(get(2)).toHaveLength(2)
  expect(Array.from(get(2))).toEqual([7, 7])
  expect(get(2).buffer).toBe(first.buffer)
  expect(get(1000)).toHaveLength(1000)
})

test('zeros are zeros, also where memory is used again', () => {
  const get = zerosOf(Float64Array)
  for (const length of [3, 5, 2, 5, 100]) {
    const given = get(length)
    expect(Array.from(given)).toEqual(new Array(length).fill(0))
    given.fill(1)
  }
})
