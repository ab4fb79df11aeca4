/** How ties to villages are found, and that they hold people there. */
import { expect, test } from 'vitest'
import { tiesOf } from '../../../sim/fitted.ts'
import { mostTie, nextTies, sharesToMeet, urbanShares2015 } from '../../../sim/experiments/ties.ts'
import { indicatorIndex, indicators, populate, run, type YearRecord } from '../../../sim/index.ts'
import { nation, scenarioOf } from '../../helpers/nation.ts'

const { residents, urban } = nation.provinceYearbook2015
const published = residents.map((people, q) => urban[q] / people)
const logit = (share: number) => Math.log(share / (1 - share))
const none = published.map(() => 0)
const villagers = published.map((_, q) => nation.counties.rural.reduce((sum, people, c) => sum + (nation.counties.province[c] === q ? people : 0), 0))

test('shares to meet have the national share of the run, and the yearbook’s odds of one province to another', () => {
  const shares = published.map((share, q) => share * (q % 2 ? 0.9 : 0.8))
  const wanted = sharesToMeet(shares, nation)
  const national = (of: number[]) => of.reduce((sum, share, q) => sum + share * residents[q], 0)
  expect(national(wanted) / national(shares)).toBeCloseTo(1, 9)
  wanted.forEach((share, q) => expect(logit(share) - logit(published[q])).toBeCloseTo(logit(wanted[0]) - logit(published[0]), 9))
})

test('a run as the yearbook leaves ties as they are; where towns have too many people, ties rise, on average by nothing', () => {
  nextTies(none, published, nation).forEach(tie => expect(tie).toBeCloseTo(0, 6))
  const fuller = published.map((share, q) => (q === 3 ? share + 0.02 : share))
  const ties = nextTies(none, fuller, nation)
  expect(ties[3]).toBeGreaterThan(0.5)
  expect(Math.max(...ties.filter((_, q) => q !== 3))).toBeLessThan(0)
  expect(ties.reduce((sum, tie, q) => sum + tie * villagers[q], 0) / villagers.reduce((sum, people) => sum + people)).toBeCloseTo(0, 9)
  for (const tie of nextTies(none, published.map((share, q) => (q % 2 ? 0.99 : share)), nation)) expect(Math.abs(tie)).toBeLessThanOrEqual(mostTie)
})

test('the end of 2015 is a sixth of the way to the next census day, and a run must hold both', () => {
  const record = (year: number, share: number) => {
    const provinces = new Float64Array(indicators.length)
    provinces[indicatorIndex('urbanShare')] = share
    return { year, provinces }
  }
  expect(urbanShares2015([record(2015, 0.5), record(2016, 0.56)])[0]).toBeCloseTo(0.51, 12)
  expect(() => urbanShares2015([record(2015, 0.5)])).toThrow('expected a run that holds 2016, got 2015')
})

test('fitted ties: one for each province, within the most that is allowed, and none on average', () => {
  const ties = tiesOf(nation)
  expect(ties).toHaveLength(nation.provinces.code.length)
  for (const tie of ties) expect(Math.abs(tie)).toBeLessThanOrEqual(mostTie + 1e-3)
  expect(() => tiesOf(nation, {})).toThrow('expected a tie of province 110000, found none')
})

test('a tie keeps the people of its province in their villages, and a parameter takes all ties off', () => {
  const scenario = scenarioOf({ years: [2010, 2014], scale: 50_000 })
  const sichuan = nation.provinces.code.indexOf(510000)
  const urbanShareOf = (ties: number[], assumptions = {}) => {
    const trial = { ...scenario, assumptions, ties }
    let last: YearRecord | undefined
    for (const record of run(trial, nation, populate(trial, nation))) last = record
    return last!.provinces[sichuan * indicators.length + indicatorIndex('urbanShare')]
  }
  const tied = none.map((_, q) => (q === sichuan ? 4 : 0))
  const free = urbanShareOf(none)
  expect(urbanShareOf(tied)).toBeLessThan(free - 0.01)
  expect(urbanShareOf(tied, { villageTies: 0 })).toBe(free)
})
