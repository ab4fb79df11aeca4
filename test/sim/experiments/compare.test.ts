/** Paired comparison: the interval, and what is paired with what. */
import { expect, test } from 'vitest'
import { comparePaired, differences, seedSeries, type YearValues } from '../../../sim/experiments/compare.ts'
import { readScenario } from '../../../sim/scenario-file.ts'

/** Runs of one year and one indicator. */
const runs = (...values: number[]) => values.map(value => [[value]])

test('the interval is Student’s, on the differences of pairs', () => {
  // Gosset 1908, after Cushny & Peebles: hours of sleep gained with two drugs; mean 1.58, 95 % interval 0.70 to 2.46.
  const first = runs(0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0)
  const second = runs(1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4)
  const [[{ base, other, difference, low, high }]] = differences([2010], first, second)
  expect(base).toBeCloseTo(0.75, 12)
  expect(other).toBeCloseTo(2.33, 12)
  expect(difference).toBeCloseTo(1.58, 12)
  expect(low).toBeCloseTo(0.7001142, 6)
  expect(high).toBeCloseTo(2.4598858, 6)
})

test('two pairs: t with one degree of freedom', () => {
  const [[{ low, high }]] = differences([2010], runs(0, 0), runs(1, 3))
  expect(low).toBeCloseTo(2 - 12.7062047364, 8)
  expect(high).toBeCloseTo(2 + 12.7062047364, 8)
})

test('no difference in any pair is exactly no difference', () => {
  const same = runs(0.1, 0.2, 0.3)
  expect(differences([2010], same, same)[0][0]).toMatchObject({ difference: 0, low: 0, high: 0 })
})

test('one pair has a difference but no interval', () => {
  expect(differences([2010], runs(1), runs(3))[0][0])
    .toEqual({ year: 2010, base: 1, other: 3, difference: 2, low: null, high: null })
})

test('what has no value in some run has none on average', () => {
  const [[{ base, other, difference, low }]] = differences([2010], runs(1, NaN), runs(2, 3))
  expect([base, difference, low]).toEqual([NaN, NaN, NaN])
  expect(other).toBe(2.5)
})

test('every indicator and year is compared with its own', () => {
  const base = [[[1, 10], [2, 20]]]
  const other = [[[1, 11], [4, 20]]]
  expect(differences([2010, 2011], base, other).map(years => years.map(({ difference }) => difference)))
    .toEqual([[0, 2], [1, 0]])
})

test('seeds of whole numbers count up, others are numbered', () => {
  expect(seedSeries('1', 3)).toEqual(['1', '2', '3'])
  expect(seedSeries('autumn', 3)).toEqual(['autumn', 'autumn-1', 'autumn-2'])
  expect(seedSeries('007', 2)).toEqual(['007', '007-1'])
  expect(() => seedSeries('1', 0)).toThrow('runs: must be at least 1, got 0')
})

test('both scenarios run with the same seeds, and finish in any order', async () => {
  const base = readScenario({ format: 1, seed: '5' })
  const other = { ...base, scale: base.scale, policies: [{ id: 'ruralTilt', value: 2, from: 2025, phaseIn: 0 }] }
  const execute = async ({ seed, policies }: typeof base): Promise<YearValues[]> => {
    await new Promise(resolve => setTimeout(resolve, seed === '5' ? 5 : 0))
    return [{ year: 2010, nation: [Number(seed) * 100 + policies.length] }]
  }
  const [[difference]] = await comparePaired(base, other, 2, execute)
  expect(difference).toMatchObject({ base: 550, other: 551, difference: 1, low: 1, high: 1 })
})

test('scenarios that differ in seed, scale or years make no pairs', async () => {
  const base = readScenario({ format: 1 })
  await expect(comparePaired(base, { ...base, scale: 500 }, 1, async () => [])).rejects
    .toThrow('scale: must be the same in both scenarios, got 1000 and 500')
})
