// Provinces, birthplaces of migrants, and the United Nations' rates of birth and death.

import { number, readTable, round, sum } from './read.mjs'

/** Provinces in the order of their codes, with their economy and budget; money in 100 million yuan, current prices. */
export function buildProvinces() {
  const keys = readTable('provinces/province_keys.csv')
  const economy = readTable('provinces/economy_annual.csv')
  const budget = readTable('provinces/fiscal_annual.csv')
  const census = readTable('provinces/census_province_2010_2020.csv')
  const codes = keys.map(row => number(row, 'adcode'))
  const series = (table, column, year, decimals) => codes.map(code =>
    round(number(table.find(row => Number(row.adcode) === code && Number(row.year) === year), column), decimals))
  return {
    code: codes,
    nameEn: keys.map(row => row.name_en),
    nameZh: keys.map(row => row.name_zh),
    longitude: keys.map(row => round(number(row, 'label_lon'), 3)),
    latitude: keys.map(row => round(number(row, 'label_lat'), 3)),
    gdp2010: series(economy, 'gdp_100m', 2010, 1),
    income2010: series(economy, 'disp_income_pc', 2010, 0),
    revenue2014: series(budget, 'gen_budget_rev_100m', 2014, 1),
    gdp2014: series(economy, 'gdp_100m', 2014, 1),
    birthRate2010: series(census, 'birth_rate_permille', 2010, 2),
  }
}

/** Residents of 2010 by province of birth (row) and residence (column); the diagonal was not published and is 0. */
export function buildOriginDestination(provinceCodes) {
  const size = provinceCodes.length
  const matrix = new Array(size * size).fill(0)
  for (const row of readTable('provinces/interprovincial_lifetime_od_2000_2010.csv')) {
    if (row.census_year !== '2010') continue
    const origin = provinceCodes.indexOf(number(row, 'origin_adcode'))
    const destination = provinceCodes.indexOf(number(row, 'dest_adcode'))
    matrix[origin * size + destination] = number(row, 'sample_count')
  }
  return matrix
}

/** Whose figures stand in the rows of these six provinces: in the source their names are shifted. */
const shifted = { 540000: 650000, 610000: 540000, 620000: 610000, 630000: 620000, 640000: 630000, 650000: 640000 }

/** People of 2015 who lived in another province in 2010, by province of arrival and of departure; persons. */
export function buildRecentMigrants(provinceCodes) {
  const rows = readTable('provinces/interprovincial_5yr_inout_2005_2015.csv').filter(({ period }) => period === '2010-2015')
  const column = name => provinceCodes.map(code =>
    Math.round(number(rows.find(row => (shifted[row.adcode] ?? number(row, 'adcode')) === code), name) * 1e6))
  return { arrivals: column('in_million'), departures: column('out_million') }
}

/** Death rates of the periods 2000–2005 to 2045–2050, six decimals. */
export function buildMortality() {
  const rows = readTable('national/un_wpp2024_mortality_5yr.csv').filter(({ period }) => period >= '2000')
  const periods = [...new Set(rows.map(({ period }) => period))]
  const ageStart = [...new Set(rows.map(row => number(row, 'age_start')))]
  const rates = wanted => periods.map(period => ageStart.map(age => round(number(
    rows.find(row => row.period === period && row.sex === wanted && Number(row.age_start) === age),
    'mx_deaths_per_person_year'), 6)))
  const periodStart = periods.map(period => Number(period.slice(0, 4)))
  return { periodStart, ageStart, male: rates('male'), female: rates('female') }
}

/**
 * Births per woman and year from 2000 on, six decimals. The rates of 10–14 and 50–54 are added to their neighbours, so
 * that the births of a woman's life (the total fertility) stay the same.
 */
export function buildFertility() {
  const rows = readTable('national/un_wpp2024_asfr.csv').filter(row => number(row, 'year') >= 2000)
  const years = [...new Set(rows.map(row => number(row, 'year')))]
  const groups = [['10-14', '15-19'], ['20-24'], ['25-29'], ['30-34'], ['35-39'], ['40-44'], ['45-49', '50-54']]
  const rateOf = (year, merged) => {
    const parts = rows.filter(row => Number(row.year) === year && merged.includes(row.mother_age_group))
    if (parts.length !== merged.length) throw new Error(`fertility ${year}: expected ${merged}, got ${parts.length}`)
    return round(sum(parts.map(row => number(row, 'asfr_births_per_1000_women'))) / 1000, 6)
  }
  const annual = readTable('national/un_wpp2024_annual.csv').filter(row => number(row, 'year') >= 2000)
  // The variants part in 2024; before that all three are the estimate.
  const variant = column => annual.map(row => number(row, row[column] === '' ? 'tfr_births_per_woman' : column))
  return {
    year: years,
    rate: years.map(year => groups.map(merged => rateOf(year, merged))),
    tfrYear: annual.map(row => number(row, 'year')),
    tfrMedium: variant('tfr_births_per_woman'),
    tfrLow: variant('tfr_low_variant'),
    tfrHigh: variant('tfr_high_variant'),
    boysPerGirl: variant('sex_ratio_at_birth_m_per_f'),
  }
}

/** From 1 July, to which the source refers, to the census of 1 November: a third of those of an age have had their birthday. */
const birthdaysToCensus = 1 / 3

/** Persons by single age on the day of the census, from those of mid-2010: cohorts as unequal as those of 1961 and 1963 must not be a third of a year off. */
export function buildSingleAges() {
  const rows = readTable('national/un_wpp2024_population_single_age_sex.csv').filter(({ year }) => year === '2010')
  const persons = column => rows.map((row, age) => {
    const younger = age === 0 ? row : rows[age - 1]
    return Math.round(number(row, column) * (1 - birthdaysToCensus) + number(younger, column) * birthdaysToCensus)
  })
  return { male: persons('male_persons'), female: persons('female_persons') }
}
