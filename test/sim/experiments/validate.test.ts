/** The table of facts, and what is said of runs beside it. */
import { describe, expect, test } from 'vitest'
import { calibrationRows, factRows, lastCalibrationYear } from '../../../sim/experiments/facts.ts'
import type { Manifest } from '../../../sim/experiments/manifest.ts'
import { rmse, studentInterval } from '../../../sim/experiments/statistics.ts'
import { lastValidationYear, validate, type SeenYear } from '../../../sim/experiments/validate.ts'
import { indicatorIndex, indicators } from '../../../sim/index.ts'
import { nation } from '../../helpers/nation.ts'

const rows = factRows(nation)
const provinces = nation.provinces.code.length

describe('the table of facts', () => {
  test('a year of a fact stands once', () => {
    const keys = rows.map(({ id, year }) => `${id} ${year}`)
    expect(new Set(keys).size).toBe(keys.length)
  })

  test('every fact says what is counted, by whom, and how near is near enough', () => {
    for (const { id, definition, source, observed, tolerance } of rows) {
      expect(definition.length, id).toBeGreaterThan(20)
      expect(source.length, id).toBeGreaterThan(10)
      expect(Number.isFinite(observed), id).toBe(true)
      expect(tolerance, id).toBeGreaterThan(0)
    }
  })

  test('calibration sees no fact that is kept for checking, and none after 2015', () => {
    expect(lastCalibrationYear).toBe(2015)
    for (const { id, year, use } of calibrationRows(nation)) {
      expect(use, `${id} ${year}`).toBe('C')
      expect(year, id).toBeLessThanOrEqual(lastCalibrationYear)
    }
  })

  test.each([
    ['urbanShare', 2020], ['urbanShare', 2023], ['share60Plus', 2020], ['share60PlusGap', 2020], ['incomeRatioFall', 2024],
    ['migrantMeanAge', 2023], ['householdSize', 2020], ['farmEmploymentShare', 2020], ['leftBehindChildren', 2020], ['transfersTotal', 2014],
  ])('%s %i is kept for checking', (id, year) => {
    expect(rows.find(row => row.id === id && row.year === year)?.use).toBe('V')
  })
})

const manifest = { program: 'chengxiang' } as Manifest

/** Whether a fact is read between its year and the next. */
const isOfYearEnd = ({ atYearEnd }: (typeof rows)[0]) => atYearEnd === true

/** Years of an indicator that read as published where something is, and as in the next year elsewhere. */
function publishedYears(id: string): Map<number, number> {
  const values = new Map([[lastValidationYear, 1]])
  for (let year = lastValidationYear - 1; year >= 2010; year--) {
    const next = values.get(year + 1)!
    const published = nation.observed.find(({ indicator }) => indicator === id)?.points.find(point => point.year === year)?.value
    const fact = rows.find(row => row.id === id && row.year === year)
    values.set(year, published === undefined ? next : fact && isOfYearEnd(fact) ? (published - next / 6) / (5 / 6) : published)
  }
  return values
}

/** Left-behind children of 2010 less those of 2005, 58.61 m, a year. */
const leftBehindTrend = (61_025_500 - 58_610_000) / 5

/** A run that is as published where something is; `shift` is added to the urban share of 2020 and, for its end, 2021. */
function publishedRun(shift = 0): SeenYear[] {
  const byIndicator = indicators.map(({ id }) => publishedYears(id))
  return Array.from({ length: lastValidationYear - 2009 }, (_, n): SeenYear => {
    const year = 2010 + n
    const values = byIndicator.map(years => years.get(year)!)
    if (year === 2020 || year === 2021) values[indicatorIndex('urbanShare')] += shift
    values[indicatorIndex('conversions')] = 15e6
    if (year === 2011) values[indicatorIndex('leftBehindChildren')] = 61_025_500 + leftBehindTrend
    // Nothing comes from land.
    values[indicatorIndex('revenueLocal')] = values[indicatorIndex('revenueLocalTaxes')]
    for (const { id } of indicators) if (id.startsWith('spendingFromLand.')) values[indicatorIndex(id)] = 0
    const byProvince = new Float64Array(provinces * indicators.length)
    const census = nation.provinceCensus.find(census => census.year === (year === 2020 ? 2020 : 2010))!
    for (let q = 0; q < provinces; q++) {
      const { residents, urban } = year === 2015 || year === 2016 ? nation.provinceYearbook2015 : census
      byProvince[q * indicators.length + indicatorIndex('population')] = residents[q]
      byProvince[q * indicators.length + indicatorIndex('urbanShare')] = urban[q] / residents[q]
    }
    return { year, nation: Float64Array.from(values), provinces: byProvince }
  })
}

describe('validation', () => {
  test('a run that is the published one errs nowhere, and beats both forecasts by province', () => {
    const { facts, forecasts, provinces: byProvince } = validate([publishedRun(), publishedRun()], nation, manifest)
    for (const { id, error, inside, low, high, model } of facts) {
      if (id === 'share60PlusGap') continue // not a published series
      expect(error, id).toBeCloseTo(0, 9)
      expect(inside, id).toBe(true)
      expect([low, high]).toEqual([model, model])
    }
    expect(byProvince).toHaveLength(provinces)
    const shares = forecasts.find(({ id }) => id === 'urbanShareByProvince')!
    expect(shares.model).toBeCloseTo(0, 12)
    expect(shares.beaten).toBe(true)
    expect(Math.min(shares.carriedForward, shares.logistic, shares.from2015)).toBeGreaterThan(0.01)
  })

  test('what comes from land is no part of published spending', () => {
    const run = publishedRun().map(({ year, nation: published, provinces: byProvince }) => {
      const values = published.slice()
      for (const [id, land] of [['revenueLocal', 1e12], ['spendingTotal', 1e12], ['spendingFromLand.health', 1e11], ['spending.health', 1e11]] as const) values[indicatorIndex(id)] += land
      return { year, nation: values, provinces: byProvince }
    })
    for (const { id, year, error } of validate([run], nation, manifest).facts) if (id.startsWith('spending')) expect(error, `${id} ${year}`).toBeCloseTo(0, 9)
  })

  test('an error is told in tolerances, and one beyond them is outside', () => {
    const error = (shift: number) => validate([publishedRun(shift)], nation, manifest).facts.find(({ id, year }) => id === 'urbanShare' && year === 2020)!
    expect(error(0.012)).toMatchObject({ inside: true, low: null, high: null })
    expect(error(0.012).error).toBeCloseTo(0.8, 9)
    expect(error(-0.018)).toMatchObject({ inside: false })
    expect(error(-0.018).error).toBeCloseTo(-1.2, 9)
  })

  test('what is published for the end of a year is read a sixth of the way to the next', () => {
    expect(rows.filter(isOfYearEnd).map(({ id, year }) => `${id} ${year}`)).toEqual(expect.arrayContaining(['urbanShare 2010', 'registeredUrbanShare 2023', 'share60Plus 2023']))
    expect(rows.filter(isOfYearEnd).map(({ id }) => id)).not.toContain('householdSize')
    const { measure } = rows.find(({ id, year }) => id === 'share60Plus' && year === 2023)!
    expect(measure((_, year) => (year === 2023 ? 0.2 : 0.26), () => [])).toBeCloseTo(0.21, 12)
  })

  test('series tell the years of the fit from later ones, and hold what is published', () => {
    const urban = validate([publishedRun()], nation, manifest).series.find(({ indicator }) => indicator === 'urbanShare')!
    expect(urban.points).toHaveLength(15)
    expect(urban.points.find(({ year }) => year === 2013)).toMatchObject({ use: 'C', observed: 0.5449 })
    expect(urban.points.find(({ year }) => year === 2020)).toMatchObject({ use: 'V', observed: 0.6389 })
    expect(urban.points.find(({ year }) => year === 2018)).not.toHaveProperty('use')
  })

  test('a point of a series says what the fact of its year says', () => {
    const { series, facts } = validate([publishedRun(0.01)], nation, manifest)
    let compared = 0
    for (const { indicator, points } of series) {
      for (const { year, model } of points) {
        const fact = facts.find(fact => fact.id === indicator && fact.year === year)
        if (!fact) continue
        expect(model, `${indicator} ${year}`).toBeCloseTo(fact.model, 12)
        compared++
      }
    }
    expect(compared).toBeGreaterThan(50)
    // Between its facts the urban share is read at the end of the year as well.
    const at = (run: readonly SeenYear[], year: number) => run.find(record => record.year === year)!.nation[indicatorIndex('urbanShare')]
    const urban = series.find(({ indicator }) => indicator === 'urbanShare')!.points.find(({ year }) => year === 2018)!
    expect(urban.model).toBeCloseTo(at(publishedRun(), 2018) + (at(publishedRun(), 2019) - at(publishedRun(), 2018)) / 6, 12)
  })

  test('a run that stops before a fact is refused', () => {
    expect(() => validate([publishedRun().slice(0, 6)], nation, manifest)).toThrow('expected a run that holds')
  })
})

test('Student’s interval of two runs, and the root mean square error', () => {
  const { mean, low, high } = studentInterval([1, 3])
  expect(mean).toBe(2)
  expect(low).toBeCloseTo(2 - 12.7062047364, 8)
  expect(high).toBeCloseTo(2 + 12.7062047364, 8)
  expect(rmse([1, 5], [4, 1])).toBeCloseTo(Math.sqrt(12.5), 12)
})
