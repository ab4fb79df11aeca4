/** Persons of a house stand between its walls, however many they are. */
import { expect, test } from 'vitest'
import { standing } from '../../../web/charts/house-marks.ts'

test('nobody stands outside the walls, and all stand apart from the next', () => {
  for (let count = 1; count <= 12; count++) {
    const all = standing(count)
    expect(all.map(({ index }) => index)).toEqual(Array.from({ length: count }, (_, k) => k))
    for (const { x, size } of all) expect(Math.abs(x) + 2.5 * size).toBeLessThan(10)
    expect(new Set(all.map(({ x, y }) => `${x} ${y}`)).size).toBe(count)
  }
})
