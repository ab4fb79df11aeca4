/** Shares of variance of functions whose shares are known. */
import { describe, expect, test } from 'vitest'
import type { Point } from '../../../sim/experiments/morris.ts'
import { keyedDraws } from '../../../sim/experiments/resample.ts'
import { design, shares } from '../../../sim/experiments/sobol.ts'

function sharesOf(parameters: number, samples: number, f: (point: Point) => number) {
  const { a, b, mixed } = design(parameters, samples, keyedDraws('1', 'test of samples'))
  return shares({ a: a.map(f), b: b.map(f), mixed: mixed.map(points => points.map(f)) }, keyedDraws('1', 'test of bootstrap'))
}

describe('the design', () => {
  const { a, b, mixed } = design(3, 20, keyedDraws('1', 'test of samples'))

  test('takes one column at a time from the other sample', () => {
    mixed.forEach((points, p) => points.forEach((point, n) =>
      expect(point).toEqual([0, 1, 2].map(at => at === p ? b[n][at] : a[n][at]))))
  })

  test('has two samples that share no number', () => {
    expect(new Set([...a, ...b].flat()).size).toBe(2 * 20 * 3)
  })
})

describe('Ishigami’s function, a = 7, b = 0.1', () => {
  const angle = (x: number) => Math.PI * (2 * x - 1)
  const found = sharesOf(3, 4096, ([x, y, z]) => {
    const [sinX, sinY, angleZ] = [Math.sin(angle(x)), Math.sin(angle(y)), angle(z)]
    return sinX + 7 * sinY * sinY + 0.1 * angleZ * angleZ * angleZ * angleZ * sinX
  })
  const known = [{ first: 0.3139, total: 0.5576 }, { first: 0.4424, total: 0.4424 }, { first: 0, total: 0.2437 }]

  test.each(known.map((its, p) => [p, its] as const))('parameter %i: within 0.04 of what is known, and inside the interval', (p, { first, total }) => {
    expect(Math.abs(found[p].first.value - first)).toBeLessThan(0.04)
    expect(Math.abs(found[p].total.value - total)).toBeLessThan(0.04)
    for (const { value, low, high } of [found[p].first, found[p].total]) {
      expect(low).toBeLessThan(value)
      expect(high).toBeGreaterThan(value)
      expect(high - low).toBeLessThan(0.15)
    }
  })
})

describe('Sobol’s g, a = 0, 1, 4.5, 9, 99', () => {
  const a = [0, 1, 4.5, 9, 99]
  const found = sharesOf(5, 4096, point => point.reduce((product, x, p) => product * (Math.abs(4 * x - 2) + a[p]) / (1 + a[p]), 1))
  const alone = a.map(value => 1 / 3 / ((1 + value) * (1 + value)))
  const variance = alone.reduce((product, v) => product * (1 + v), 1) - 1

  test.each(a.map((_, p) => p))('parameter %i', p => {
    const rest = alone.reduce((product, v, other) => other === p ? product : product * (1 + v), 1)
    expect(Math.abs(found[p].first.value - alone[p] / variance)).toBeLessThan(0.04)
    expect(Math.abs(found[p].total.value - alone[p] * rest / variance)).toBeLessThan(0.04)
  })
})

test('where nothing varies nothing is explained', () => {
  const none = { value: 0, low: 0, high: 0 }
  expect(sharesOf(2, 16, () => 3)).toEqual([{ first: none, total: none }, { first: none, total: none }])
})
