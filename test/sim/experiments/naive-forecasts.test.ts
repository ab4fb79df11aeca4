/** The naive forecasts, against numbers worked out by hand. */
import { expect, test } from 'vitest'
import type { NationData } from '../../../sim/data.ts'
import { carriedForward, carriedFrom2015, leastSquares, logisticTrend } from '../../../sim/experiments/naive-forecasts.ts'
import { nation } from '../../helpers/nation.ts'

const series = (indicator: string, values: Record<number, number>) =>
  ({ indicator, source: '', points: Object.entries(values).map(([year, value]) => ({ year: Number(year), value })) })

/** Two provinces, one of which became half urban while it lost people. What came after 2010 must not be used, but by the third, and nothing after 2015 by it. */
const data = {
  ...nation,
  provinceCensus2000: { residents: [100, 200], urban: [20, 180] },
  provinceYearbook2015: { residents: [80 * 1.1 ** (5 + 1 / 6), 250], urban: [60 * 1.1 ** (5 + 1 / 6), 245] },
  provinceCensus: [{ year: 2010, residents: [80, 250], urban: [40, 245] }],
  observed: [
    series('urbanShare', { 2000: 0.2, 2010: 0.5, 2015: 0.75, 2020: 0.9 }),
    series('population', { 2000: 1000, 2010: 1100, 2020: 5000 }),
  ],
} as NationData

test('what changed in ten years changes again, and nobody is more than urban', () => {
  const { urbanShare, urbanShareByProvince, growthByProvince } = carriedForward(data)
  expect(urbanShareByProvince[0]).toBeCloseTo(0.8, 12)
  // 0.98 + (0.98 − 0.9) would be more than all.
  expect(urbanShareByProvince[1]).toBe(1)
  expect(growthByProvince[0]).toBeCloseTo(-0.2, 12)
  expect(growthByProvince[1]).toBeCloseTo(0.25, 12)
  expect(urbanShare(2015)).toBeCloseTo(0.65, 12)
})

test('the logistic passes through its two years, and provinces shift by the same odds', () => {
  const { urbanShare, urbanShareByProvince, growthByProvince } = logisticTrend(data)
  expect(urbanShare(2000)).toBeCloseTo(0.2, 12)
  expect(urbanShare(2010)).toBeCloseTo(0.5, 12)
  // The odds grow fourfold in ten years, from 1/4 to 1 to 4.
  expect(urbanShare(2020)).toBeCloseTo(0.8, 12)
  // 1 → 4, and 49 → 196.
  expect(urbanShareByProvince[0]).toBeCloseTo(4 / 5, 12)
  expect(urbanShareByProvince[1]).toBeCloseTo(196 / 197, 12)
  expect(growthByProvince[0]).toBeCloseTo(0.1, 12)
})

test('what changed from 2010 to the end of 2015 goes on at the same yearly rate', () => {
  const { urbanShare, urbanShareByProvince, growthByProvince } = carriedFrom2015(data)
  // The odds of the nation went from 1 to 3, and go to 9.
  expect(urbanShare(2020)).toBeCloseTo(0.9, 12)
  // From 1 to 3 in five years and a sixth.
  const odds = 3 ** (10 / (5 + 1 / 6))
  expect(urbanShareByProvince[0]).toBeCloseTo(odds / (1 + odds), 12)
  expect(urbanShareByProvince[1]).toBeCloseTo(0.98, 12)
  expect(growthByProvince[0]).toBeCloseTo(1.1 ** 10 - 1, 12)
  expect(growthByProvince[1]).toBeCloseTo(0, 12)
})

test('a line through points that lie beside it', () => {
  // y = 1 + 2x with errors +1, −2, +1, which leave slope and mean alone.
  const { intercept, slope } = leastSquares([[0, 2], [1, 1], [2, 6]])
  expect(slope).toBeCloseTo(2, 12)
  expect(intercept).toBeCloseTo(1, 12)
})

test('published forecasts for 2020 are near what came: the competition is not a straw man', () => {
  for (const naive of [carriedForward(nation), logisticTrend(nation), carriedFrom2015(nation)]) expect(Math.abs(naive.urbanShare(2020) - 0.6389)).toBeLessThan(0.01)
})
