/** What a line chart makes of its lines before it draws them. */
import { expect, test } from 'vitest'
import { endedIn } from '../../../web/charts/lines.ts'

test('a line has ended where nothing follows in a run that goes on, not where the run has not come further yet', () => {
  const line = (...values: number[]) => values.map((value, k) => ({ year: 2010 + k, value }))
  expect(endedIn(line(1, 2, NaN, NaN))).toBe(2011)
  expect(endedIn(line(1, NaN, 3))).toBeUndefined()
  expect(endedIn(line(1, 2))).toBeUndefined()
  expect(endedIn([])).toBeUndefined()
})
