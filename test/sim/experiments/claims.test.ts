/** The paper's claims: the table is sound, the verdicts are fair, and every experiment runs. */
import { describe, expect, test } from 'vitest'
import { arms, claims, claimYears, type ClaimExperiment, type Reading } from '../../../sim/experiments/claims.ts'
import { idleReasons } from '../../../sim/policies/idle.ts'
import { parametersAt } from '../../../sim/policies/index.ts'
import { formula, quantityOf, read } from '../../../sim/experiments/reading.ts'
import { armsOf, scenarioOfArm, testClaims, verdictOf, verdictOfAll } from '../../../sim/experiments/test-claims.ts'
import { areas, indicatorIndex, indicators, readScenario, run, tiers, type Scenario, type YearRecord } from '../../../sim/index.ts'
import { censusDay, nation, scenarioOf } from '../../helpers/nation.ts'

const base = readScenario({ format: 1, years: claimYears, scale: 100_000 })
const readings = claims.flatMap(({ parts }) => parts.flatMap(({ from, to }) => [from, to]))

describe('the table of claims', () => {
  test('has ids of its own, and parts with ids of their own', () => {
    const distinct = (ids: string[]) => expect(new Set(ids).size).toBe(ids.length)
    distinct(claims.map(({ id }) => id))
    for (const { parts } of claims) distinct(parts.map(({ id }) => id))
  })

  test('equalization and rebates are compared at the same money for services: as much is earmarked', () => {
    for (const arm of ['equalization', 'rebates'] as const) {
      const { mixEarmarked } = parametersAt(2030, {}, scenarioOfArm(base, arm).policies)
      expect(mixEarmarked).toBeCloseTo(parametersAt(2030, {}, []).mixEarmarked, 12)
    }
  })

  test.each(Object.keys(arms) as (keyof typeof arms)[])('arm %s is a valid scenario, and some claim reads it', arm => {
    const { name, policies, assumptions } = scenarioOfArm(base, arm)
    expect(() => readScenario({ format: 1, name, years: claimYears, policies, assumptions })).not.toThrow()
    expect(idleReasons(scenarioOfArm(base, arm))).toEqual([])
    expect(armsOf(claims)).toContain(arm)
  })

  test.each(readings.map(reading => [formula(reading.measure), reading] as const))('%s exists where it is read', (_, { year, measure }: Reading) => {
    expect(year >= claimYears[0] && year <= claimYears[1]).toBe(true)
    if (typeof measure.in === 'object') return expect(measure).toMatchObject({ indicator: 'population', share: true })
    const level = measure.in === undefined ? 'nation' : measure.in.endsWith('Growing') ? 'prefecture' : 'area'
    for (const id of measure.per ? [measure.indicator, measure.per] : [measure.indicator]) {
      expect(indicators[indicatorIndex(id)].levels).toContain(level)
    }
    expect(quantityOf(measure)).toBeTruthy()
  })

  test('every part compares two different readings', () => {
    for (const { parts } of claims) for (const { from, to } of parts) expect(from).not.toEqual(to)
  })
})

describe('the verdict', () => {
  test('follows the interval, not the difference', () => {
    expect(verdictOf('rises', 0.1, 0.2)).toBe('agrees')
    expect(verdictOf('falls', 0.1, 0.2)).toBe('disagrees')
    expect(verdictOf('falls', -0.2, -0.1)).toBe('agrees')
    expect(verdictOf('rises', -0.2, -0.1)).toBe('disagrees')
    expect(verdictOf('rises', -0.1, 0.2)).toBe('undecided')
  })

  test('is open when the interval touches zero, is not there, or makes no sense', () => {
    for (const [low, high] of [[0, 1], [-1, 0], [0, 0], [NaN, NaN]]) expect(verdictOf('rises', low, high)).toBe('undecided')
    expect(verdictOf('rises', null, null)).toBe('undecided')
  })

  test('of a claim: all parts must agree, and one that disagrees decides', () => {
    expect(verdictOfAll(['agrees', 'agrees'])).toBe('agrees')
    expect(verdictOfAll(['agrees', 'undecided'])).toBe('undecided')
    expect(verdictOfAll(['undecided', 'disagrees', 'agrees'])).toBe('disagrees')
  })
})

describe('what is read', () => {
  const [first, last] = [...run(scenarioOf({ years: [2010, 2012] }), nation)].filter(({ year }) => year !== 2011)
  const at = (record: YearRecord, id: string) => record.nation[indicatorIndex(id)]

  test('an indicator of the nation, of villages, and per another', () => {
    expect(read(last, first, { indicator: 'urbanShare' })).toBe(at(last, 'urbanShare'))
    const inAreas = areas.map(area => read(last, first, { indicator: 'population', in: area }))
    expect(inAreas.reduce((sum, value) => sum + value, 0)).toBeCloseTo(at(last, 'population'), 0)
    expect(read(last, first, { indicator: 'ruralResidents', per: 'population', times: 100 })).toBeCloseTo(100 - 100 * at(last, 'urbanShare'), 9)
    expect(read(last, first, { indicator: 'population', in: 'village', share: true })).toBeCloseTo(1 - at(last, 'urbanShare'), 12)
  })

  test('people in the towns and cities of all tiers of the first year are the urban', () => {
    expect(read(last, first, { indicator: 'population', in: tiers, share: true })).toBeCloseTo(at(last, 'urbanShare'), 9)
    const mega = read(last, first, { indicator: 'population', in: ['mega'] })
    expect(mega).toBeGreaterThan(2e7)
    expect(mega).toBeLessThan(0.2 * at(last, 'population'))
  })

  test('amounts of prefectures that grew fast and slowly add up to nearly all', () => {
    const sum = (['fastGrowing', 'slowGrowing'] as const).map(where => read(last, first, { indicator: 'farmland', in: where }))
      .reduce((total, value) => total + value, 0)
    expect(sum / at(last, 'farmland')).toBeGreaterThan(0.98)
    expect(sum / at(last, 'farmland')).toBeLessThanOrEqual(1 + 1e-9)
  })
})

describe('a test of claims', () => {
  const claim = (expected: 'rises' | 'falls'): ClaimExperiment => ({
    id: 'made up', section: '1', paper: '', experiment: '', restsOn: '',
    parts: [{
      id: 'part', label: '', expected,
      from: { arm: 'baseline', year: 2030, measure: { indicator: 'urbanShare' } },
      to: { arm: 'ruralTilt', year: 2030, measure: { indicator: 'urbanShare' } },
    }],
  })
  /** The urban share falls by a tenth and the seed's hundredth when the lever is moved. */
  const execute = async ({ seed, policies }: Scenario, onYear: (record: YearRecord) => void) => {
    for (const year of [2010, 2030]) {
      const national = new Float64Array(indicators.length)
      national[indicatorIndex('urbanShare')] = year === 2010 ? 9 : 0.6 - policies.length * (0.1 + Number(seed) / 100)
      onYear({ year, nation: national } as YearRecord)
    }
  }

  test('pairs runs of the same seed and gives the first part’s figures to the claim', async () => {
    const [found] = await testClaims([claim('falls')], base, 3, execute)
    expect(found).toMatchObject({ indicator: 'urbanShare', quantity: 'share', year: 2030, expected: 'falls', verdict: 'agrees' })
    expect(found.difference).toBeCloseTo(-0.12, 12)
    expect(found.parts[0].base).toBeCloseTo(0.6, 12)
    // Three differences of 11, 12 and 13 hundredths: t with two degrees of freedom is 4.3027.
    expect(found.low).toBeCloseTo(-0.12 - 4.30265 * 0.01 / Math.sqrt(3), 6)
  })

  test('says so when the model contradicts the paper, and when one run cannot tell', async () => {
    expect((await testClaims([claim('rises')], base, 3, execute))[0].verdict).toBe('disagrees')
    const [alone] = await testClaims([claim('falls')], base, 1, execute)
    expect(alone).toMatchObject({ low: null, high: null, verdict: 'undecided' })
  })
})

test('every claim runs on a tiny China and has figures', async () => {
  // A few years with the levers moved stand for all: the last of them is read as the last year.
  const last = 2017
  const found = await testClaims(claims, { ...base, years: [2010, last] }, 1, async (scenario, onYear) => {
    for (const record of run(scenario, nation, censusDay())) {
      onYear(record)
      if (record.year === last) for (const year of [2020, claimYears[1]]) onYear({ ...record, year })
    }
  })
  for (const { id, parts } of found) {
    for (const part of parts) {
      expect(Number.isFinite(part.base) && Number.isFinite(part.difference), `${id}: ${part.id}`).toBe(true)
    }
    expect(parts.some(({ difference }) => difference !== 0), id).toBe(true)
  }
}, 300_000)
