/** Runs of the baseline beside the facts, by nation and by province, and beside naive forecasts. */
import { censusByProvince, type NationData } from '../data.ts'
import { indicatorIndex } from '../indicators/index.ts'
import type { YearRecord } from '../record.ts'
import { endOfYear, factRows, type FactRow, type ProvincesAt, type ValueAt } from './facts.ts'
import type { Manifest } from './manifest.ts'
import { carriedForward, carriedFrom2015, logisticTrend, type NaiveForecast } from './naive-forecasts.ts'
import { byProvince, yearOf } from './reading.ts'
import { mean, rmse, studentInterval } from './statistics.ts'
import { sharesToMeet, urbanShares2015 } from './ties.ts'
import type { Fact, Forecast, ProvinceFact, ProvinceValue, Series, ValidationReport } from './validate-report.ts'

/** The year after the last of which something is published: the end of a year lies between two of the model's. */
export const lastValidationYear = 2025

/** What validation needs of a year's record. */
export type SeenYear = Pick<YearRecord, 'year' | 'nation' | 'provinces'>
export type SeenRun = readonly SeenYear[]

/** @param runs of the baseline from 2010 to `lastValidationYear`, one by seed */
export function validate(runs: readonly SeenRun[], data: NationData, manifest: Manifest): ValidationReport {
  const naive = [carriedForward(data), logisticTrend(data), carriedFrom2015(data)] as const
  const provinces = runs.map(run => ({ urbanShare: urbanShares(run), growth: growths(run) }))
  const observed = { urbanShare: observedShares(data), growth: observedGrowths(data) }
  const shares2015 = runs.map(urbanShares2015)
  const rows = factRows(data)
  const facts = rows.map(row => factOf(row, runs.map(run => row.measure(valueAt(run), provincesAt(run)))))
  return {
    manifest,
    facts: [
      ...facts,
      provincialFact({
        id: 'urbanShareByProvince', year: 2015, label: 'Urban share by province', tolerance: 0.03, use: 'C',
        definition: `${overProvinces} How provinces differ: the published shares are all moved by the same logits to the national share of the model.`,
        source: 'National Bureau of Statistics, yearbook of 2016, as it stood before the census of 2020',
      }, shares2015.map(shares => rmse(shares, sharesToMeet(shares, data)))),
      provincialFact({
        id: 'urbanShareByProvince', year: 2020, label: 'Urban share by province', tolerance: 0.03, use: 'V', definition: overProvinces, source: censusesByProvince,
      }, provinces.map(run => rmse(run.urbanShare, observed.urbanShare))),
      provincialFact({
        id: 'growthByProvince', year: 2020, label: 'Growth of residents by province, 2010–2020', tolerance: 0.04, use: 'V', definition: overProvinces,
        source: censusesByProvince,
      }, provinces.map(run => rmse(run.growth, observed.growth))),
    ],
    provinces: data.provinces.code.map((code, q): ProvinceFact => ({
      code, nameEn: data.provinces.nameEn[q], nameZh: data.provinces.nameZh[q],
      urbanShare: provinceValue(provinces.map(run => run.urbanShare[q]), observed.urbanShare[q], naive.map(of => of.urbanShareByProvince[q])),
      growth: provinceValue(provinces.map(run => run.growth[q]), observed.growth[q], naive.map(of => of.growthByProvince[q])),
    })),
    forecasts: [
      forecast('urbanShareByProvince', 2020, [
        rmse(meanOf(provinces.map(run => run.urbanShare)), observed.urbanShare),
        ...naive.map(of => rmse(of.urbanShareByProvince, observed.urbanShare)),
      ]),
      forecast('growthByProvince', 2020, [
        rmse(meanOf(provinces.map(run => run.growth)), observed.growth), ...naive.map(of => rmse(of.growthByProvince, observed.growth)),
      ]),
      ...facts.filter(({ id, use }) => id === 'urbanShare' && use === 'V').map(fact => nationalForecast(fact, naive)),
    ],
    series: seriesOf(runs, data, rows),
  }
}

/** What runs say: their mean, and its interval. */
function interval(values: readonly number[]): { model: number; low: number | null; high: number | null } {
  const { mean: model, low, high } = studentInterval(values)
  return { model, low, high }
}

/** How a fact reads a run. */
export function valueAt(run: readonly Pick<YearRecord, 'year' | 'nation'>[]): ValueAt {
  return (indicator, year) => yearOf(run, year).nation[indicatorIndex(indicator)]
}

/** How a fact reads the provinces of a run. */
export function provincesAt(run: readonly Pick<YearRecord, 'year' | 'provinces'>[]): ProvincesAt {
  return (indicator, year) => byProvince(yearOf(run, year), indicator)
}

function factOf(row: FactRow, values: number[]): Fact {
  const { id, year, label, unit, quantity, definition, source, observed, tolerance, use } = row
  return judged({ id, year, label, unit, quantity, definition, source, ...interval(values), observed, tolerance, use })
}

function judged(fact: Omit<Fact, 'error' | 'inside'>): Fact {
  const error = (fact.model - fact.observed) / fact.tolerance
  return { ...fact, error, inside: Math.abs(error) <= 1 }
}

/** An error over provinces, which is best at zero. */
function provincialFact(of: Pick<Fact, 'id' | 'year' | 'label' | 'tolerance' | 'use' | 'definition' | 'source'>, errors: number[]): Fact {
  return judged({ ...of, unit: 'root mean square error over 31 provinces, points', quantity: 'share', ...interval(errors), observed: 0 })
}

const overProvinces = 'Root mean square of model less published over provinces, each province counting once.'
const censusesByProvince = 'National Bureau of Statistics, census of 2020 (and of 2010, for growth), by province'

function forecast(id: Forecast['id'], year: number, [model, carriedForward, logistic, from2015]: number[]): Forecast {
  return { id, year, model, carriedForward, logistic, from2015, beaten: model < carriedForward && model < logistic }
}

function nationalForecast({ year, model, observed }: Fact, naive: readonly NaiveForecast[]): Forecast {
  return forecast('urbanShare', year, [model, ...naive.map(of => of.urbanShare(year))].map(value => Math.abs(value - observed)))
}

function provinceValue(values: number[], observed: number, [carriedForward, logistic]: number[]): ProvinceValue {
  return { ...interval(values), observed, carriedForward, logistic }
}

/**
 * Every indicator that has a published series, year by year, each year read as its fact is. Where all facts are read at the end of the year so are the years
 * between, and the last one, of which no end is known, is left out.
 */
function seriesOf(runs: readonly SeenRun[], { observed }: NationData, rows: readonly FactRow[]): Series[] {
  const last = runs[0].at(-1)!.year
  return observed.map(({ indicator, points }) => {
    const facts = rows.filter(({ id }) => id === indicator)
    const read: NonNullable<FactRow['read']> = facts[0]?.read ?? ((at, year, atEnd) => (atEnd ? endOfYear(at) : at)(indicator, year))
    const allAtEnd = facts.length > 0 && facts.every(({ atYearEnd }) => atYearEnd)
    return {
      indicator,
      points: runs[0].filter(({ year }) => !allAtEnd || year < last).map(({ year }) => {
        const published = points.find(point => point.year === year)
        const fact = facts.find(fact => fact.year === year)
        const atEnd = fact ? fact.atYearEnd === true : allAtEnd
        return {
          year, ...interval(runs.map(run => read(valueAt(run), year, atEnd))),
          ...(published ? { observed: published.value } : {}), ...(fact ? { use: fact.use } : {}),
        }
      }),
    }
  })
}

const urbanShares = (run: SeenRun) => byProvince(yearOf(run, 2020), 'urbanShare')

function growths(run: SeenRun): number[] {
  const before = byProvince(yearOf(run, 2010), 'population')
  return byProvince(yearOf(run, 2020), 'population').map((residents, q) => residents / before[q] - 1)
}

function observedShares(data: NationData): number[] {
  const { residents, urban } = censusByProvince(data, 2020)
  return residents.map((people, q) => urban[q] / people)
}

function observedGrowths(data: NationData): number[] {
  const before = censusByProvince(data, 2010).residents
  return censusByProvince(data, 2020).residents.map((people, q) => people / before[q] - 1)
}

/** Row by row over runs. */
const meanOf = (runs: readonly (readonly number[])[]) => runs[0].map((_, q) => mean(runs.map(run => run[q])))
