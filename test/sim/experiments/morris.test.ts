/** Elementary effects on functions whose effects are known. */
import { describe, expect, test } from 'vitest'
import { elementaryEffects, screened, trajectories, type Point } from '../../../sim/experiments/morris.ts'
import { keyedDraws } from '../../../sim/experiments/resample.ts'

const draws = keyedDraws('1', 'test of trajectories')

function screen(parameters: number, number: number, f: (point: Point) => number, its = draws) {
  const paths = trajectories(parameters, number, its)
  return elementaryEffects(paths, paths.map(({ points }) => points.map(f))).map(effects => screened(effects))
}

describe('a trajectory', () => {
  const paths = trajectories(7, 50, draws)

  test('moves every parameter once, one at a time, by two thirds of its range, and stays in the unit cube', () => {
    for (const { points, moved } of paths) {
      expect(points).toHaveLength(8)
      expect(moved.toSorted()).toEqual([0, 1, 2, 3, 4, 5, 6])
      moved.forEach((p, n) => {
        const differing = points[n].flatMap((x, at) => x === points[n + 1][at] ? [] : [at])
        expect(differing).toEqual([p])
        expect(Math.abs(points[n + 1][p] - points[n][p])).toBeCloseTo(2 / 3, 12)
      })
      for (const x of points.flat()) expect(x >= 0 && x <= 1 + 1e-12).toBe(true)
    }
  })

  test('starts at any of four levels and moves in any order', () => {
    const starts = new Set(paths.flatMap(({ points }) => points[0].map(x => x.toFixed(3))))
    expect([...starts].sort()).toEqual(['0.000', '0.333', '0.667', '1.000'])
    expect(new Set(paths.map(({ moved }) => moved.join())).size).toBeGreaterThan(45)
  })
})

test('a plane has its slopes as effects, the same everywhere', () => {
  const slopes = [5, -2, 0]
  screen(3, 10, point => point.reduce((sum, x, p) => sum + slopes[p] * x, 1)).forEach(({ muStar, muStarLow, muStarHigh, mu, sigma }, p) => {
    expect(mu).toBeCloseTo(slopes[p], 10)
    for (const size of [muStar, muStarLow, muStarHigh]) expect(size).toBeCloseTo(Math.abs(slopes[p]), 10)
    expect(sigma).toBeCloseTo(0, 10)
  })
})

test('an effect that changes its sign shows in μ* and σ, not in μ', () => {
  // ∂/∂x of (2x − 1)(2y − 1) is 2(2y − 1): ±2 at the outer levels and ±2/3 at the inner ones, 4/3 in the mean.
  const [x] = screen(2, 400, ([x, y]) => (2 * x - 1) * (2 * y - 1))
  expect(Math.abs(x.mu)).toBeLessThan(0.2)
  expect(x.muStar).toBeGreaterThan(4 / 3 - 0.1)
  expect(x.muStar).toBeLessThan(4 / 3 + 0.1)
  expect(x.muStarLow).toBeLessThan(x.muStar)
  expect(x.muStarHigh).toBeGreaterThan(x.muStar)
  expect(x.sigma).toBeGreaterThan(1.3)
})

test('the interval of six trajectories holds the true μ* about 95 times in 100, and nothing below 0', () => {
  const wave = ([x, y, z]: Point) => Math.sin(3 * x) * y + z * z * x
  const truth = screen(3, 20_000, wave).map(({ muStar }) => muStar)
  const repeated = Array.from({ length: 500 }, (_, n) => screen(3, 6, wave, keyedDraws(String(n), 'test of intervals'))).flat()
  const holding = repeated.filter(({ muStarLow, muStarHigh }, n) => muStarLow <= truth[n % 3] && truth[n % 3] <= muStarHigh)
  expect(holding.length / repeated.length).toBeGreaterThan(0.92)
  expect(holding.length / repeated.length).toBeLessThan(0.98)
  expect(screened([0, 0, 0, 0, 0, 6]).muStarLow).toBe(0)
})

test('the same seed gives the same figures to the last bit', () => {
  const wave = ([x, y]: Point) => Math.sin(5 * x) * y
  expect(screen(2, 6, wave)).toEqual(screen(2, 6, wave))
})
