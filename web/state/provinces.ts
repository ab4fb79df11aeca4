/** Province by province: what a scenario changes, and how far apart the provinces are. */
import { indicatorIndex, indicators } from '../../sim/index.ts'
import { differenceOf, repeatsOf, type Interval } from './repeats.ts'
import { recordOf, type Picture, type Run } from './runs.ts'

/** What may be compared between provinces: an indicator, or several that add up. */
export const provinceMeasures = [
  { id: 'means', of: ['revenuePerHead', 'transfersTotalPerHead'] },
  ...['transfersTotalPerHead', 'revenuePerHead', 'spendingTotalPerHead', 'serviceLevel', 'peopleAtStandard', 'incomePerHead', 'population']
    .map(id => ({ id, of: [id] })),
]

/** What is compared: of one pair of runs, or, where there are repeats, means of them, so that the one less the other is the difference. */
export interface Compared {
  value: number
  /** The same as `value` where no lever is moved. */
  base: number
  /** What repeats tell of the difference. */
  repeated?: Interval
}

export interface ProvinceRow extends Compared {
  /** In the order of the places. */
  province: number
  residents: number
  baseResidents: number
}

export const comparedBy = (value: number, base: number, repeated: Interval | undefined): Compared =>
  (repeated ? { value: repeated.other, base: repeated.base, repeated } : { value, base })

/** @returns nothing where the run does not tell provinces apart, as the picture of the last visit does not */
export function provinceRows({ base, other }: Picture, measure: string, year: number): ProvinceRow[] | undefined {
  const of = provinceMeasures.find(({ id }) => id === measure)?.of
  const count = (recordOf(other, year)?.provinces.length ?? 0) / indicators.length
  if (!of || count === 0 || other.scenario.stage !== 'nation' || !recordOf(base, year)?.provinces.length) return undefined
  const now = columnOf(other, of, year)
  const then = columnOf(base, of, year)
  const residents = columnOf(other, ['population'], year)
  const baseResidents = columnOf(base, ['population'], year)
  const repeats = repeatsOf(other.scenario)
  const positions = of.map(indicatorIndex)
  return Array.from({ length: count }, (_, province) => ({
    province,
    ...comparedBy(now(province), then(province), repeats && differenceOf(repeats, year, ({ provinces }) =>
      positions.reduce((sum, position) => sum + provinces[province * indicators.length + position], 0))),
    residents: residents(province),
    baseResidents: baseResidents(province),
  }))
}

function columnOf(run: Run, ids: readonly string[], year: number): (province: number) => number {
  const { provinces } = recordOf(run, year)!
  const positions = ids.map(indicatorIndex)
  return province => positions.reduce((sum, position) => sum + provinces[province * indicators.length + position], 0)
}

/** How far apart the provinces are: the coefficient of variation, each weighted by its residents. */
export function spreadOf(values: readonly { value: number; weight: number }[]): number {
  const known = values.filter(({ value, weight }) => Number.isFinite(value) && weight > 0)
  const whole = known.reduce((sum, { weight }) => sum + weight, 0)
  const mean = known.reduce((sum, { value, weight }) => sum + value * weight, 0) / whole
  return Math.sqrt(known.reduce((sum, { value, weight }) => sum + weight * (value - mean) ** 2, 0) / whole) / Math.abs(mean)
}
