/**
 * What the baseline is held against: published facts, each year of one a fact of its own. C may be used to calibrate; V must not.
 * Published values, their sources and definitions are in `data.observed`; here stands how the model's side is measured and how near is near enough.
 */
import { publishedSeries, type NationData } from '../data.ts'
import type { Quantity } from '../indicators/indicator.ts'
import { indicatorIndex, indicators } from '../indicators/index.ts'
import { pow } from '../math.ts'
import { atYearEnd } from './reading.ts'
import { rmse } from './statistics.ts'
import type { Use } from './validate-report.ts'

/** An indicator of the nation in a year; the same for a run and for what is published. */
export type ValueAt = (indicator: string, year: number) => number
/** The same of every province. */
export type ProvincesAt = (indicator: string, year: number) => number[]

export interface FactRow {
  id: string
  year: number
  label: string
  unit: string
  quantity: Quantity
  /** What the model counts. */
  definition: string
  /** Who published the observed value, and what is counted there. */
  source: string
  observed: number
  /** Half of the range that counts as met. */
  tolerance: number
  use: Use
  /** Whether it is read at the end of the year, from this year's value and the next one's. */
  atYearEnd?: boolean
  measure: (at: ValueAt, ofProvinces: ProvincesAt) => number
  /** The same in another year, where that means something. */
  read?: (at: ValueAt, year: number, atYearEnd: boolean) => number
}

/** No fact after this year may be used to calibrate. */
export const lastCalibrationYear = 2015

export const endOfYear = (at: ValueAt): ValueAt => (id, year) => atYearEnd(at(id, year), at(id, year + 1))

/** An indicator as it stands, in the years in which it may be calibrated to (C) and in those in which it must not (V). */
interface LevelRow {
  indicator: string
  /** In the indicator's unit, or as a share of the observed value. */
  tolerance: number | { share: number }
  calibrate: readonly number[]
  check: readonly number[]
  /** Years for which it is published as of 31 December, if not all of them are of a census or of the year as a whole. */
  yearEnd?: readonly number[]
  /** What of the indicator comes from land, which the published figure leaves out. */
  fromLand?: (at: ValueAt, year: number) => number
}

const years = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, n) => first + n)

/**
 * Tolerances are assumptions: how near a model of this kind should come. Numbers of migrants and budgets are met within 10 %.
 */
const levelRows: readonly LevelRow[] = [
  { indicator: 'urbanShare', tolerance: 0.015, calibrate: years(2010, 2015), check: [2016, 2020, 2023, 2024], yearEnd: years(2010, 2024) },
  { indicator: 'registeredUrbanShare', tolerance: 0.02, calibrate: [2010, 2011, 2012, 2015], check: [2018, 2020, 2023], yearEnd: years(2010, 2023) },
  { indicator: 'share60Plus', tolerance: 0.007, calibrate: [], check: [2010, 2020, 2023], yearEnd: [2023] },
  { indicator: 'incomeRatio', tolerance: 0.25, calibrate: [2010], check: [2020, 2024] },
  { indicator: 'migrantWorkers', tolerance: { share: 0.1 }, calibrate: years(2010, 2014), check: [2023] },
  { indicator: 'outMigrantWorkers', tolerance: { share: 0.1 }, calibrate: years(2010, 2014), check: [2023] },
  { indicator: 'migrantMeanAge', tolerance: 1.5, calibrate: [], check: [2012, 2019, 2023] },
  { indicator: 'outMigrantsInProvinceShare', tolerance: 0.03, calibrate: [2011], check: [2023] },
  { indicator: 'wholeHouseholdShare', tolerance: { share: 0.1 }, calibrate: [2010, 2014], check: [] },
  { indicator: 'leftBehindChildShare', tolerance: 0.02, calibrate: [2010], check: [] },
  { indicator: 'leftBehindChildren', tolerance: 5e6, calibrate: [], check: [2020] },
  { indicator: 'householdSize', tolerance: 0.15, calibrate: [], check: [2010, 2020] },
  { indicator: 'landLetShare', tolerance: 0.03, calibrate: [2015], check: [] },
  { indicator: 'farmEmploymentShare', tolerance: 0.03, calibrate: [2010], check: [2014, 2020] },
  {
    indicator: 'spendingTotal', tolerance: { share: 0.1 }, calibrate: [2010], check: [2011, 2012, 2013, 2014, 2020],
    fromLand: (at, year) => at('revenueLocal', year) - at('revenueLocalTaxes', year),
  },
  { indicator: 'revenueLocalTaxes', tolerance: { share: 0.1 }, calibrate: [2010], check: [2011, 2012, 2013, 2014, 2020] },
  { indicator: 'transfersTotal', tolerance: { share: 0.1 }, calibrate: [2010], check: [2011, 2012, 2013, 2014] },
  {
    indicator: 'spending.schooling', tolerance: { share: 0.1 }, calibrate: [2010], check: [2011, 2012, 2013, 2014, 2020],
    fromLand: (at, year) => at('spendingFromLand.schooling', year),
  },
  {
    indicator: 'spending.health', tolerance: { share: 0.1 }, calibrate: [2010], check: [2011, 2012, 2013, 2014, 2020],
    fromLand: (at, year) => at('spendingFromLand.health', year),
  },
]

/** Changes and differences: the published value is the same formula of the published series, unless it stands here. */
interface FormulaRow {
  id: string
  year: number
  label: string
  unit: string
  quantity: Quantity
  definition: string
  /** The published series that it is computed from, or the source of `observed` where that is a number. */
  from: string
  /** What is published, where it is not the same formula. */
  observed?: number | ((published: ValueAt) => number)
  /** V where nothing else is said. */
  use?: Use
  /** From the observed value. A direction alone is met within its own size. */
  tolerance: (observed: number) => number
  measure: (at: ValueAt) => number
}

const perYear = (at: ValueAt, id: string, from: number, to: number) => pow(at(id, to) / at(id, from), 1 / (to - from)) - 1

const formulaRows: readonly FormulaRow[] = [
  {
    id: 'conversions', year: 2015, label: 'New urban registrations', unit: 'persons a year', quantity: 'persons', use: 'C',
    definition: 'People who took up registration where they live in town, or were given it because their land was taken, in 2015. Met within half of the '
      + 'yearly mean of ten years, for how the number spreads over them is not known. It overlaps with the registered urban shares of 2018, 2020 and 2023, which are '
      + 'therefore no independent test.',
    from: 'Ministry of Public Security, press conference of 27 August 2024: 150 m people of farm registration took up that of a town from 2014 to 2023, so '
      + '15 m a year',
    observed: 15e6, tolerance: observed => observed / 2,
    measure: at => at('conversions', 2015),
  },
  {
    id: 'leftBehindChildrenTrend', year: 2011, label: 'Change of left-behind children in the first year', unit: 'persons a year', quantity: 'persons', use: 'C',
    definition: 'Left-behind children of villages in 2011 less those in 2010. It is held against the mean yearly change from 2005 to 2010: families do not begin to '
      + 'come together, or to part, in the year with which the model begins. Met within 2.5 m.',
    from: 'leftBehindChildren', tolerance: () => 2.5e6,
    observed: published => (published('leftBehindChildren', 2010) - published('leftBehindChildren', 2005)) / 5,
    measure: at => at('leftBehindChildren', 2011) - at('leftBehindChildren', 2010),
  },
  {
    id: 'share60PlusGap', year: 2010, label: 'Aged 60 and over, villages less cities', unit: 'points of share', quantity: 'share', use: 'C',
    definition: 'Share of residents aged 60 and over in villages, less that in cities. The first year is set up to it, so it tests nothing.',
    from: 'Du Peng, Gerontology Institute of Renmin University, October 2012, after the census of 2010: 15 % in villages, 11.5 % in cities',
    observed: 0.035, tolerance: () => 0.015,
    measure: at => at('share60PlusVillage', 2010) - at('share60PlusCity', 2010),
  },
  {
    id: 'share60PlusGap', year: 2020, label: 'Aged 60 and over, villages less cities', unit: 'points of share', quantity: 'share',
    definition: 'Share of residents aged 60 and over in villages, less that in cities.',
    from: 'National Health Commission, communiqué on ageing of October 2021, after the census of 2020: 23.8 % in villages, 8.0 points more than in towns and cities '
      + 'together; 6 to 9 points are taken for villages less cities',
    observed: 0.075, tolerance: () => 0.015,
    measure: at => at('share60PlusVillage', 2020) - at('share60PlusCity', 2020),
  },
  {
    id: 'incomeRatioFall', year: 2024, label: 'Fall of the income ratio since 2010', unit: 'urban / rural', quantity: 'ratio',
    definition: 'Income ratio of 2010 less that of 2024; met from 0.5 on. A part of the published fall is the new definition of 2013.',
    from: 'incomeRatio', tolerance: observed => observed - 0.5,
    measure: at => at('incomeRatio', 2010) - at('incomeRatio', 2024),
  },
  {
    id: 'migrantWorkersSlowing', year: 2023, label: 'Growth of migrant workers, 2014–2023 less 2010–2014', unit: 'points a year', quantity: 'share',
    definition: 'Mean yearly growth of migrant workers 2014–2023 less that of 2010–2014; met when it slows, by up to twice as much as published.',
    from: 'migrantWorkers', tolerance: Math.abs,
    measure: at => perYear(at, 'migrantWorkers', 2014, 2023) - perYear(at, 'migrantWorkers', 2010, 2014),
  },
  {
    id: 'inProvinceRise', year: 2023, label: 'Rise of out-migrants inside their province since 2011', unit: 'points of share', quantity: 'share',
    definition: 'Share of out-migrant workers inside their province in 2023 less that of 2011; met when it rises, by up to twice as much as published.',
    from: 'outMigrantsInProvinceShare', tolerance: Math.abs,
    measure: at => at('outMigrantsInProvinceShare', 2023) - at('outMigrantsInProvinceShare', 2011),
  },
]

/** @throws if a value is not among the published ones */
export function factRows(data: NationData): FactRow[] {
  const published: ValueAt = (id, year) => {
    const value = publishedSeries(data, id).points.find(point => point.year === year)?.value
    if (value === undefined) throw new Error(`facts: expected ${id} ${year} among the published series, found none`)
    return value
  }
  const levels = levelRows.flatMap(row => {
    const { name, unit, quantity, definition } = indicators[indicatorIndex(row.indicator)]
    const { fromLand } = row
    const read: NonNullable<FactRow['read']> = (at, year, atEnd) => (atEnd ? endOfYear(at) : at)(row.indicator, year) - (fromLand?.(at, year) ?? 0)
    return [...row.calibrate, ...row.check].sort((a, b) => a - b).map((year): FactRow => {
      const observed = published(row.indicator, year)
      const { tolerance, yearEnd } = row
      const atEnd = yearEnd?.includes(year) === true
      return {
        id: row.indicator, year, label: name.en, unit: unit.en, quantity,
        definition: definition.en + (atEnd ? ' Read at the end of the year, as it is published: a sixth of the way to next November.' : '')
          + (fromLand ? ' Here without what comes from land, which the published accounts leave out.' : ''),
        source: publishedSeries(data, row.indicator).source, observed,
        tolerance: typeof tolerance === 'number' ? tolerance : tolerance.share * observed,
        use: row.calibrate.includes(year) ? 'C' : 'V', atYearEnd: atEnd,
        measure: at => read(at, year, atEnd), read,
      }
    })
  })
  const formulas = formulaRows.map(({ from, observed: given, tolerance, ...row }): FactRow => {
    const observed = typeof given === 'number' ? given : (given ?? row.measure)(published)
    return { ...row, source: typeof given === 'number' ? from : publishedSeries(data, from).source, observed, tolerance: tolerance(observed), use: row.use ?? 'V' }
  })
  return [...levels, ...formulas, growthTo2015(data)]
}

/** How provinces grew until the end of 2015, as the yearbook had them before the census of 2020: it tells how far people go. */
function growthTo2015({ provinceCensus, provinceYearbook2015 }: NationData): FactRow {
  const census = provinceCensus.find(({ year }) => year === 2010)!.residents
  const published = growthOf(census, provinceYearbook2015.residents)
  return {
    id: 'growthByProvince', year: 2015, label: 'Growth of residents by province, 2010–2015', unit: 'root mean square error over 31 provinces, points', quantity: 'share',
    definition: 'Root mean square of model less published over provinces, each province counting once.',
    source: 'National Bureau of Statistics, census of 2010 and yearbook of 2016, as it stood before the census of 2020',
    observed: 0, tolerance: 0.04, use: 'C',
    measure: (_, ofProvinces) => {
      const [now, next] = [2015, 2016].map(year => ofProvinces('population', year))
      const growth = growthOf(ofProvinces('population', 2010), now.map((people, q) => atYearEnd(people, next[q])))
      return rmse(growth, published)
    },
  }
}

const growthOf = (before: readonly number[], after: readonly number[]) => before.map((people, q) => after[q] / people - 1)

/** The facts that calibration may see. */
export function calibrationRows(data: NationData): FactRow[] {
  return factRows(data).filter(({ use }) => use === 'C')
}
