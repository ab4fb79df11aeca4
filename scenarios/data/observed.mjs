// The published series that stand beside the model: shares 0–1, persons, yuan; 2000–2024 as far as they go.

import { number, readTable, round, sum } from './read.mjs'

const nbs = 'National Bureau of Statistics'
const migrantSurvey = `${nbs}, survey of migrant workers`

/** @param counties the finished county table, for the household size of 2010 */
export function buildObserved(counties) {
  const population = latestPopulation()
  const migrants = since2000('nbs_migrant_workers')
  const budgets = present('nbs_fiscal_central_local', 'expenditure_total_100m_yuan')
    .filter(({ source_tag: tag }) => !tag.includes('rounded'))
  return [
    {
      indicator: 'population',
      source: `${nbs}, annual data: residents, end of the year; from 2011 revised after the census of 2020`,
      points: points(population, row => number(row, 'total_10k_persons') * 10000),
    },
    {
      indicator: 'urbanShare',
      source: `${nbs}, annual data: share of residents (half a year or more) in cities and towns, end of the year; `
        + 'from 2011 revised after the census of 2020',
      points: points(population, row => percent(row, 'urban_share_pct')),
    },
    {
      indicator: 'registeredUrbanShare',
      source: 'Ministry of Public Security: share with non-agricultural registration to 2012, with urban registration '
        + 'from 2015 (another definition), end of the year',
      points: [...points(present('hukou_urbanisation', 'hukou_urban_share_pct'),
        row => percent(row, 'hukou_urban_share_pct')), ...published('registeredUrbanShare')],
    },
    {
      indicator: 'incomeRatio',
      source: `${nbs}, household surveys: urban disposable income per head to rural net income per head to 2012, to `
        + 'rural disposable income per head from 2013 (joint survey): a break between 2012 and 2013',
      points: points(since2000('nbs_income_urban_rural'), incomeRatio),
    },
    {
      indicator: 'giniIncome',
      source: `${nbs}, release of January 2016: disposable income per head`,
      points: points(since2000('gini'), row => number(row, 'gini_0_1')),
    },
    {
      indicator: 'share60Plus',
      source: `${nbs}: censuses of 2000, 2010 and 2020, one-percent survey of 2015, communiqué on 2023`,
      points: [...points(census('share_60plus'), row => percent(row, 'value')), ...published('share60Plus')],
    },
    {
      indicator: 'householdSize',
      source: `${nbs}, censuses: persons per family household; 2010 from the county tables`,
      points: points(census('family_household_size'), row => row.year === '2010'
        ? round(sum(counties.householdPopulation) / sum(counties.households))
        : number(row, 'value')),
    },
    {
      indicator: 'migrantWorkers',
      source: `${migrantSurvey}: rural registration, half a year or more of off-farm work in or out of the home `
        + 'township; from 2008',
      points: points(migrants, row => number(row, 'total_10k') * 10000),
    },
    {
      indicator: 'outMigrantWorkers',
      source: `${migrantSurvey}: those who work outside their home township; from 2008`,
      points: points(migrants, row => number(row, 'outgoing_10k') * 10000),
    },
    {
      indicator: 'outMigrantsInProvinceShare',
      source: `${migrantSurvey}: out-migrants who work inside their province, share of out-migrants; 2011 and from 2016`,
      points: points(present('nbs_migrant_workers', 'outgoing_intraprovince_10k'),
        row => round(number(row, 'outgoing_intraprovince_10k') / number(row, 'outgoing_10k'))),
    },
    {
      indicator: 'migrantMeanAge',
      source: `${migrantSurvey}: mean age of all migrant workers, in or out of the home township`,
      points: points(present('nbs_migrant_workers', 'mean_age_years'), row => number(row, 'mean_age_years')),
    },
    {
      indicator: 'wholeHouseholdShare',
      source: `${migrantSurvey}: out-migrants whose whole household left, share of out-migrants; to 2014`,
      points: points(present('nbs_migrant_workers', 'outgoing_whole_family_10k'),
        row => round(number(row, 'outgoing_whole_family_10k') / number(row, 'outgoing_10k'))),
    },
    {
      indicator: 'leftBehindChildShare',
      source: 'All-China Women’s Federation 2013, from the census of 2010: children of 0–17 in the countryside with a '
        + 'parent away, share of rural children',
      points: points(leftBehind('rural_left_behind_share_of_rural_children'), row => percent(row, 'value')),
    },
    {
      indicator: 'leftBehindChildren',
      source: 'All-China Women’s Federation 2013, from the census of 2010; NBS, UNICEF and UNFPA 2023, from the census of '
        + '2020: children of 0–17 in the countryside with a parent away; 2020 counts any move out of the township',
      points: points(leftBehind('rural_left_behind_children_0_17'), row => Math.round(number(row, 'value') * 10000)),
    },
    {
      indicator: 'farmEmploymentShare',
      source: `${nbs}: primary sector, share of the employed, annual data to 2014; 2020: agriculture, share of the `
        + 'employed in the long form of the census',
      points: [...points(since2000('nbs_employment'), row => percent(row, 'primary_share_pct')),
        { year: 2020, value: farmShare2020() }],
    },
    {
      indicator: 'landLetShare',
      source: 'Ministry of Agriculture: share of contracted farmland let to others',
      points: published('landLetShare'),
    },
    {
      indicator: 'transfersTotal',
      source: 'Finance Yearbook: general and earmarked transfers and tax rebates to local budgets, to 2014; '
        + inPricesOf2010,
      points: points(since2000('fiscal_transfers_central_to_local').filter(({ year }) => priceLevels.has(Number(year))),
        row => ofPricesOf2010(number(row, 'total_100m_yuan'), row.year)),
    },
    {
      indicator: 'spendingTotal',
      source: `${nbs} and Ministry of Finance: general public budget expenditure, centre and local; without the funds `
        + `that are fed by land; ${inPricesOf2010}`,
      points: points(budgets.filter(({ year }) => priceLevels.has(Number(year))),
        row => ofPricesOf2010(number(row, 'expenditure_total_100m_yuan'), row.year)),
    },
    {
      indicator: 'revenueLocalTaxes',
      source: `${nbs} and Ministry of Finance: local general public budget revenue; without revenue from land; `
        + inPricesOf2010,
      points: points(budgets.filter(({ year }) => priceLevels.has(Number(year))),
        row => ofPricesOf2010(number(row, 'revenue_local_100m_yuan'), row.year)),
    },
    ...[['schooling', 'education'], ['health', 'health']].map(([service, column]) => ({
      indicator: `spending.${service}`,
      source: `${nbs}: local general public budget expenditure on ${column}, sum of the provinces; ${inPricesOf2010}`,
      points: years(2010, 2022).map(year => ({
        year, value: ofPricesOf2010(sum(provincesIn('fiscal_annual', year).map(row => number(row, `exp_${column}_100m`))), year),
      })),
    })),
  ]
}

/** Consumer prices since 2010, mean of the provinces by their residents of 2010; the price indices end in 2022. */
const inPricesOf2010 = 'in prices of 2010, by the consumer price indices of the provinces'
const years = (first, last) => Array.from({ length: last - first + 1 }, (_, n) => first + n)
const provincesIn = (name, year) => readTable(`provinces/${name}.csv`).filter(row => Number(row.year) === year)
const priceLevels = priceLevelsSince2010(2022)
/** From 100 million yuan of a year to yuan of 2010. */
const ofPricesOf2010 = (hundredMillions, year) => Math.round((hundredMillions / priceLevels.get(Number(year))) * 100) * 1e6

function priceLevelsSince2010(last) {
  const residents = new Map(provincesIn('census_province_2010_2020', 2010).map(row => [row.adcode, number(row, 'pop')]))
  const levels = new Map([[2010, 1]])
  for (const year of years(2011, last)) {
    const rows = provincesIn('economy_annual', year)
    const rise = sum(rows.map(row => residents.get(row.adcode) * number(row, 'cpi_prev100'))) / 100 / sum([...residents.values()])
    levels.set(year, levels.get(year - 1) * rise)
  }
  return levels
}

const percent = (row, column) => round(number(row, column) / 100)
const since2000 = name => readTable(`national/${name}.csv`).filter(row => Number(row.year) >= 2000)
const present = (name, column) => since2000(name).filter(row => row[column] !== '')
const leftBehind = indicator => since2000('left_behind_children_elderly').filter(row => row.indicator === indicator)
const census = indicator => readTable('national/nbs_census_summary.csv')
  .filter(row => row.indicator === indicator && Number(row.census_year) >= 2000)
  .map(row => ({ ...row, year: row.census_year }))

/** One point per row, in the order of years. */
function points(rows, read) {
  return rows.map(row => ({ year: number(row, 'year'), value: read(row) })).sort((a, b) => a.year - b.year)
}

/** Figures that stand alone in `sources/published.csv`. */
function published(indicator) {
  return points(readTable('published.csv').filter(row => row.indicator === indicator), row => number(row, 'value'))
}

/** The newest vintage of each year's population. */
function latestPopulation() {
  const vintages = ['web_2025', 'nbsdb_2024', 'nbsdb_2016']
  const rows = since2000('nbs_population')
  return [...new Set(rows.map(({ year }) => year))].map(year => {
    const found = vintages.map(vintage => rows.find(row => row.year === year && row.vintage === vintage))
    return found.find(row => row !== undefined)
  })
}

/** For 2017 only the ratio was published. */
function incomeRatio(row) {
  if (row.urban_disposable_income_yuan === '') return number(row, 'urban_rural_ratio')
  return round(number(row, 'urban_disposable_income_yuan') / number(row, 'rural_income_yuan'))
}

function farmShare2020() {
  const rows = readTable('provinces/census_province_2010_2020.csv').filter(({ year }) => year === '2020')
  const total = column => sum(rows.map(row => number(row, column)))
  return round(total('emp_sample_agri') / total('emp_sample_total'))
}
