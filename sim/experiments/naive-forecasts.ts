/**
 * What one could have said in 2010 without a model: each province goes on as it did in 2000–2010, or all follow the nation's logistic. A model that
 * does not err less has not earned its complexity. The model was fitted to 2010–2015: a third forecast knows these years too.
 */
import { censusByProvince, publishedSeries, type NationData } from '../data.ts'
import { exp, ln, logit, pow, logistic } from '../math.ts'
import { atYearEnd } from './reading.ts'

/** Forecasts of shares are 0–1, of growth relative to 2010. */
export interface NaiveForecast {
  /** Of the nation in a year. */
  urbanShare(year: number): number
  /** By province, 2020. */
  urbanShareByProvince: number[]
  /** Of residents by province, 2010–2020. */
  growthByProvince: number[]
}

/** The change of 2000–2010 goes on: points of urban share; growth of residents. */
export function carriedForward(data: NationData): NaiveForecast {
  const before = data.provinceCensus2000
  const { residents, urban } = censusByProvince(data, 2010)
  const national = nationalSeries(data, 'urbanShare')
  const yearly = (at(national, 2010) - at(national, 2000)) / 10
  return {
    urbanShare: year => within(at(national, 2010) + yearly * (year - 2010)),
    urbanShareByProvince: residents.map((people, q) => {
      const now = urban[q] / people
      return within(now + (now - before.urban[q] / before.residents[q]))
    }),
    growthByProvince: residents.map((people, q) => people / before.residents[q] - 1),
  }
}

/**
 * A logistic through the nation's urban share of 2000–2010; every province moves along by the same logits. Residents grow everywhere at the nation's
 * exponential trend of these years.
 */
export function logisticTrend(data: NationData): NaiveForecast {
  const { residents, urban } = censusByProvince(data, 2010)
  const shares = nationalSeries(data, 'urbanShare')
  const line = leastSquares(shares.map(({ year, value }) => [year - 2010, logit(value)]))
  const people = leastSquares(nationalSeries(data, 'population').map(({ year, value }) => [year - 2010, ln(value)]))
  return {
    urbanShare: year => logistic(line.intercept + line.slope * (year - 2010)),
    urbanShareByProvince: residents.map((number, q) => logistic(logit(urban[q] / number) + 10 * line.slope)),
    growthByProvince: residents.map(() => exp(10 * people.slope) - 1),
  }
}

/** Years from the census of 2010 to the end of 2015. */
const toYearbook = atYearEnd(5, 6)

/** The change from the census of 2010 to the end of 2015 goes on: logits of urban share; growth of residents. */
export function carriedFrom2015(data: NationData): NaiveForecast {
  const { residents, urban } = censusByProvince(data, 2010)
  const after = data.provinceYearbook2015
  const national = nationalSeries(data, 'urbanShare', 2015)
  const yearly = (logit(at(national, 2015)) - logit(at(national, 2010))) / 5
  return {
    urbanShare: year => logistic(logit(at(national, 2015)) + yearly * (year - 2015)),
    urbanShareByProvince: residents.map((people, q) => {
      const before = logit(urban[q] / people)
      return logistic(before + ((logit(after.urban[q] / after.residents[q]) - before) * 10) / toYearbook)
    }),
    growthByProvince: residents.map((people, q) => pow(after.residents[q] / people, 10 / toYearbook) - 1),
  }
}

export function leastSquares(points: readonly (readonly [x: number, y: number])[]): { intercept: number; slope: number } {
  const mean = (of: (point: readonly [number, number]) => number) => points.reduce((sum, point) => sum + of(point), 0) / points.length
  const x = mean(point => point[0])
  const y = mean(point => point[1])
  const slope = mean(point => (point[0] - x) * (point[1] - y)) / mean(point => (point[0] - x) * (point[0] - x))
  return { intercept: y - slope * x, slope }
}

const within = (value: number) => Math.min(1, Math.max(0, value))

/** What was published of 2000–2010, or to a later year. */
function nationalSeries(data: NationData, id: string, last = 2010) {
  return publishedSeries(data, id).points.filter(({ year }) => year <= last)
}

function at(points: readonly { year: number; value: number }[], year: number): number {
  const point = points.find(point => point.year === year)
  if (!point) throw new Error(`forecasts: expected a value of ${year}, found none`)
  return point.value
}
