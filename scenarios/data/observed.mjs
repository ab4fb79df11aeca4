// The published series that stand beside the model: shares 0–1, persons, yuan; 2000–2024 as far as they go.

import { number, readTable, round, sum } from './read.mjs'

const nbs = 'National Bureau of Statistics'

/** @param counties the finished county table, for the household size of 2010 */
export function buildObserved(counties) {
  const population = latestPopulation()
  const incomes = since2000('nbs_income_urban_rural')
  const migrants = since2000('nbs_migrant_workers')
  return [
    series('population', `${nbs}, annual data: residents at the end of the year, revised after the census of 2020 from 2011 on`,
      population, (row) => number(row, 'total_10k_persons') * 10000),
    series('urbanShare', `${nbs}, annual data: residents of cities and towns (half a year or more), end of the year; revised after the census of 2020 from 2011 on`,
      population, (row) => percent(row, 'urban_share_pct')),
    series('registeredUrbanShare', 'Ministry of Public Security: non-agricultural registration to 2012, urban registration from 2015 (other definition), end of the year',
      since2000('hukou_urbanisation').filter((row) => row.hukou_urban_share_pct !== ''), (row) => percent(row, 'hukou_urban_share_pct'), published('registeredUrbanShare')),
    series('incomeRatio', `${nbs}: urban disposable income per head to rural net income (to 2012) or rural disposable income (from 2013, joint survey): not comparable across 2012–2013`,
      incomes, (row) => row.urban_disposable_income_yuan === '' ? number(row, 'urban_rural_ratio')
        : round(number(row, 'urban_disposable_income_yuan') / number(row, 'rural_income_yuan'))),
    series('giniIncome', `${nbs}: disposable income per head, release of January 2016`,
      since2000('gini').filter(({ source_tag }) => source_tag === 'web_nbs_release_2016'), (row) => number(row, 'gini_0_1')),
    series('share60Plus', `${nbs}: censuses of 2000, 2010 and 2020, one-percent survey of 2015, communiqué on 2023`,
      census('share_60plus'), (row) => percent(row, 'value'), published('share60Plus')),
    {
      indicator: 'householdSize',
      source: `${nbs}: persons per family household, census; 2010 from the county tables`,
      points: [...points(census('family_household_size').filter(({ year }) => year !== '2010'), (row) => number(row, 'value')),
        { year: 2010, value: round(sum(counties.householdPopulation) / sum(counties.households)) }].sort(byYear),
    },
    series('migrantWorkers', `${nbs}, survey of migrant workers: rural registration, off-farm work of six months or more, in or out of the home township; no survey before 2008`,
      migrants, (row) => number(row, 'total_10k') * 10000),
    series('outMigrantWorkers', `${nbs}, survey of migrant workers: those who work outside the home township`,
      migrants, (row) => number(row, 'outgoing_10k') * 10000),
    series('wholeHouseholdShare', `${nbs}, survey of migrant workers: out-migrants whose whole household left, of all out-migrants; not published after 2014`,
      migrants.filter((row) => row.outgoing_whole_family_10k !== ''),
      (row) => round(number(row, 'outgoing_whole_family_10k') / number(row, 'outgoing_10k'))),
    series('leftBehindChildShare', 'All-China Women’s Federation 2013, from the census of 2010: rural children of 0–17 with a parent away, of all rural children',
      readTable('national/left_behind_children_elderly.csv').filter(({ indicator }) => indicator === 'rural_left_behind_share_of_rural_children'),
      (row) => percent(row, 'value')),
    farmEmployment(),
    { indicator: 'landLetShare', source: published('landLetShare')[0].source, points: published('landLetShare').map(({ year, value }) => ({ year, value })) },
    series('transfersTotal', 'Finance Yearbook (2003–2014) and final accounts of the centre: general and earmarked transfers and tax rebates to local budgets, current prices; classes redefined in 2019',
      since2000('fiscal_transfers_central_to_local'), (row) => Math.round(number(row, 'total_100m_yuan') * 1e8)),
  ]
}

const byYear = (a, b) => a.year - b.year
const percent = (row, column) => round(number(row, column) / 100)
const since2000 = (name) => readTable(`national/${name}.csv`).filter((row) => Number(row.year) >= 2000)
const census = (indicator) => since2000('nbs_census_summary').filter((row) => row.indicator === indicator)

/** Figures that stand alone, from `sources/published.csv`. */
const published = (indicator) => readTable('published.csv').filter((row) => row.indicator === indicator)
  .map((row) => ({ year: number(row, 'year'), value: number(row, 'value'), source: row.source }))

/** One point per row whose figure is there, in the order of years. */
function points(rows, read) {
  return rows.map((row) => ({ year: number(row, 'year'), value: read(row) })).sort(byYear)
}

function series(indicator, source, rows, read, more = []) {
  const added = more.map(({ year, value }) => ({ year, value }))
  const sources = [source, ...more.map((point) => `${point.year}: ${point.source}`)].join('; ')
  return { indicator, source: sources, points: [...points(rows, read), ...added].sort(byYear) }
}

/** The newest vintage of each year's population. */
function latestPopulation() {
  const vintages = ['web_2025', 'nbsdb_2024', 'nbsdb_2016']
  const rows = since2000('nbs_population')
  const years = [...new Set(rows.map(({ year }) => year))].sort()
  return years.map((year) => vintages.map((vintage) => rows.find((row) => row.year === year && row.vintage === vintage)).find(Boolean))
}

/** Share of the employed who farm: yearly estimates, then the long form of 2020. */
function farmEmployment() {
  const longForm = readTable('provinces/census_province_2010_2020.csv').filter(({ year }) => year === '2020')
  const total = (column) => sum(longForm.map((row) => number(row, column)))
  return {
    indicator: 'farmEmploymentShare',
    source: `${nbs}: employed in the primary sector, of all employed, annual data to 2014; 2020: agriculture in the long form of the census`,
    points: [...points(since2000('nbs_employment'), (row) => percent(row, 'primary_share_pct')),
      { year: 2020, value: round(total('emp_sample_agri') / total('emp_sample_total')) }],
  }
}
