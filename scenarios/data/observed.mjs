// The published series that stand beside the model: shares 0–1, persons, yuan; 2000–2024 as far as they go.

import { number, readTable, round, sum } from './read.mjs'

const nbs = 'National Bureau of Statistics'
const migrantSurvey = `${nbs}, survey of migrant workers`

/** @param counties the finished county table, for the household size of 2010 */
export function buildObserved(counties) {
  const population = latestPopulation()
  const migrants = since2000('nbs_migrant_workers')
  return [
    {
      indicator: 'population',
      source: `${nbs}, annual data: residents, end of the year; from 2011 revised after the census of 2020`,
      points: points(population, (row) => number(row, 'total_10k_persons') * 10000),
    },
    {
      indicator: 'urbanShare',
      source: `${nbs}, annual data: share of residents (half a year or more) in cities and towns, end of the year; `
        + 'from 2011 revised after the census of 2020',
      points: points(population, (row) => percent(row, 'urban_share_pct')),
    },
    {
      indicator: 'registeredUrbanShare',
      source: 'Ministry of Public Security: share with non-agricultural registration to 2012, with urban registration '
        + 'from 2015 (another definition), end of the year',
      points: [...points(present('hukou_urbanisation', 'hukou_urban_share_pct'),
        (row) => percent(row, 'hukou_urban_share_pct')), ...published('registeredUrbanShare')],
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
      points: points(since2000('gini'), (row) => number(row, 'gini_0_1')),
    },
    {
      indicator: 'share60Plus',
      source: `${nbs}: censuses of 2000, 2010 and 2020, one-percent survey of 2015, communiqué on 2023`,
      points: [...points(census('share_60plus'), (row) => percent(row, 'value')), ...published('share60Plus')],
    },
    {
      indicator: 'householdSize',
      source: `${nbs}, censuses: persons per family household; 2010 from the county tables`,
      points: points(census('family_household_size'), (row) => row.year === '2010'
        ? round(sum(counties.householdPopulation) / sum(counties.households))
        : number(row, 'value')),
    },
    {
      indicator: 'migrantWorkers',
      source: `${migrantSurvey}: rural registration, half a year or more of off-farm work in or out of the home `
        + 'township; from 2008',
      points: points(migrants, (row) => number(row, 'total_10k') * 10000),
    },
    {
      indicator: 'outMigrantWorkers',
      source: `${migrantSurvey}: those who work outside their home township; from 2008`,
      points: points(migrants, (row) => number(row, 'outgoing_10k') * 10000),
    },
    {
      indicator: 'wholeHouseholdShare',
      source: `${migrantSurvey}: out-migrants whose whole household left, share of out-migrants; to 2014`,
      points: points(present('nbs_migrant_workers', 'outgoing_whole_family_10k'),
        (row) => round(number(row, 'outgoing_whole_family_10k') / number(row, 'outgoing_10k'))),
    },
    {
      indicator: 'leftBehindChildShare',
      source: 'All-China Women’s Federation 2013, from the census of 2010: children of 0–17 in the countryside with a '
        + 'parent away, share of rural children',
      points: points(leftBehind('rural_left_behind_share_of_rural_children'), (row) => percent(row, 'value')),
    },
    {
      indicator: 'farmEmploymentShare',
      source: `${nbs}: primary sector, share of the employed, annual data to 2014; 2020: agriculture, share of the `
        + 'employed in the long form of the census',
      points: [...points(since2000('nbs_employment'), (row) => percent(row, 'primary_share_pct')),
        { year: 2020, value: farmShare2020() }],
    },
    {
      indicator: 'landLetShare',
      source: 'Ministry of Agriculture: share of contracted farmland let to others',
      points: published('landLetShare'),
    },
    {
      indicator: 'transfersTotal',
      source: 'Finance Yearbook to 2014, final accounts of the centre from 2022: general and earmarked transfers and '
        + 'tax rebates to local budgets, current prices; the kinds were redefined in 2019',
      points: points(since2000('fiscal_transfers_central_to_local'),
        (row) => Math.round(number(row, 'total_100m_yuan') * 1e8)),
    },
  ]
}

const percent = (row, column) => round(number(row, column) / 100)
const since2000 = (name) => readTable(`national/${name}.csv`).filter((row) => Number(row.year) >= 2000)
const present = (name, column) => since2000(name).filter((row) => row[column] !== '')
const leftBehind = (indicator) => since2000('left_behind_children_elderly').filter((row) => row.indicator === indicator)
const census = (indicator) => readTable('national/nbs_census_summary.csv')
  .filter((row) => row.indicator === indicator && Number(row.census_year) >= 2000)
  .map((row) => ({ ...row, year: row.census_year }))

/** One point per row, in the order of years. */
function points(rows, read) {
  return rows.map((row) => ({ year: number(row, 'year'), value: read(row) })).sort((a, b) => a.year - b.year)
}

/** Figures that stand alone in `sources/published.csv`. */
function published(indicator) {
  return points(readTable('published.csv').filter((row) => row.indicator === indicator), (row) => number(row, 'value'))
}

/** The newest vintage of each year's population. */
function latestPopulation() {
  const vintages = ['web_2025', 'nbsdb_2024', 'nbsdb_2016']
  const rows = since2000('nbs_population')
  return [...new Set(rows.map(({ year }) => year))].map((year) => {
    const found = vintages.map((vintage) => rows.find((row) => row.year === year && row.vintage === vintage))
    return found.find((row) => row !== undefined)
  })
}

/** For 2017 only the ratio was published. */
function incomeRatio(row) {
  if (row.urban_disposable_income_yuan === '') return number(row, 'urban_rural_ratio')
  return round(number(row, 'urban_disposable_income_yuan') / number(row, 'rural_income_yuan'))
}

function farmShare2020() {
  const rows = readTable('provinces/census_province_2010_2020.csv').filter(({ year }) => year === '2020')
  const total = (column) => sum(rows.map((row) => number(row, column)))
  return round(total('emp_sample_agri') / total('emp_sample_total'))
}
