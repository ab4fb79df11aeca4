/** What a line chart makes of its lines before it draws them. */
import { expect, test } from 'vitest'
import { format } from '../../../web/charts/format.ts'
import { endedIn, valueRange } from '../../../web/charts/lines.ts'
import { en } from '../../../web/text/en.ts'

test('a line has ended where nothing follows in a run that goes on, not where the run has not come further yet', () => {
  const line = (...values: number[]) => values.map((value, k) => ({ year: 2010 + k, value }))
  expect(endedIn(line(1, 2, NaN, NaN))).toBe(2011)
  expect(endedIn(line(1, NaN, 3))).toBeUndefined()
  expect(endedIn(line(1, 2))).toBeUndefined()
  expect(endedIn([])).toBeUndefined()
})

test('an axis about differences of nothing has numbers that differ', () => {
  for (const quantity of ['share', 'ratio', 'money', 'persons', 'yuan', 'count'] as const) {
    const points = [{ year: 2010, value: 0 }]
    const [low, high] = valueRange({ title: '', unit: '', quantity, years: [2010, 2011], yearShown: 2010, difference: true, lines: [{ id: '', label: '', colour: '', points }] })
    expect(new Set(format(quantity, en.charts, false, 0).axis([low, 0, high], true)).size, quantity).toBe(3)
  }
})
