// Misprinted cells of the county tables: each rule repairs the row in place and says how many cells it touched.
// The repaired figure follows from the row's own totals wherever it can. Columns that no table uses are not looked at.

import { sum } from './read.mjs'

export const sexes = ['male', 'female']
/** Age groups as tabulated: 0 and 1–4 apart. */
export const tabulatedAges = ['0', '1_4', '5_9', '10_14', '15_19', '20_24', '25_29', '30_34', '35_39', '40_44', '45_49',
  '50_54', '55_59', '60_64', '65_69', '70_74', '75_79', '80_84', '85_up']
export const educationLevels = ['none', 'primary', 'junior_secondary', 'senior_secondary', 'college', 'university']
const generations = ['one', 'two', 'three', 'four'].map(number => `${number}_generation_households`)
const incomers = ['residents_registered_elsewhere_same_county', 'residents_registered_elsewhere_same_province',
  'residents_registered_other_province']
const educationColumns = sexes.flatMap(sex => educationLevels.map(level => `education_${sex}_${level}`))
const amenities = ['tap_water', 'toilet', 'bath', 'rented'].map(amenity => `longform_${amenity}`)
const longForm = ['longform_persons_16_up', 'longform_employed', 'longform_not_working',
  'longform_industry_agriculture', 'longform_industry_education', 'longform_industry_health_welfare',
  'longform_households', ...amenities]
const counts = ['population', 'male', 'female', 'registered_population', 'urban_population', 'rural_population',
  'family_households', 'family_household_population', 'one_person_households', ...generations, ...incomers,
  ...sexes.flatMap(sex => tabulatedAges.map(age => `${sex}_${age}`)), ...educationColumns, ...longForm]
const share = ['non_agricultural_hukou_pct']
const coordinates = ['longitude', 'latitude']

/**
 * Cells where blank means that the census found nobody: countryside in a city district, and rare answers in small
 * counties, nearly all in Tibet. In 632721, Yushu, blank toilets and rents follow the earthquake of April 2010.
 */
const zeroWhenBlank = new Set(['rural_population', ...incomers.slice(0, 1), 'longform_industry_education',
  'longform_industry_health_welfare', ...amenities])

/** Misprints that the row's totals cannot undo alone, one digit too many each: county, column, printed, meant. */
const misprints = [
  // The levels of education then add up to 98.0 % of those aged 5 and over, as in other counties (96–100 %).
  [320826, 'education_female_primary', 1138097, 138097],
  // They then add up to 98.9 %; printed, to 104.7 %.
  [371323, 'education_female_university', 60491, 6049],
]

/**
 * Turns the text cells that are used into numbers and repairs the odd ones.
 * @param rows the county table as read
 * @returns numbers by column with code and name, in the same order, and how many cells each rule touched
 * @throws Error when a cell is missing or odd in a way that no rule covers
 */
export function repairCounties(rows) {
  const touched = {}
  const touch = (rule, cells = 1) => { touched[rule] = (touched[rule] ?? 0) + cells }
  const counties = rows.map(row => readCounty(row, touch))
  for (const county of counties) {
    repairMisprints(county, touch)
    repairGenerations(county, touch)
    repairAges(county, touch)
    repairWork(county, touch)
  }
  repairTapWater(counties, touch)
  counties.forEach(check)
  return { counties, touched }
}

/**
 * Blank cells: zero for `zeroWhenBlank`, an error for the rest. A count with a decimal point (87.4, 5.54) is the count
 * without the point: so it is in four columns of industries, not read here, whose total shows it (510682, 130924,
 * 430722, 513433). One-generation households have their own rule.
 */
function readCounty(row, touch) {
  const county = { code: Number(row.code), name: row.name_zh, coordinateSource: row.coordinate_source }
  for (const column of [...counts, ...share, ...coordinates]) {
    let text = row[column]
    if (text === '') {
      if (!zeroWhenBlank.has(column)) throw new Error(`${column} of ${row.code}: expected a number, got a blank`)
      touch(`blank is 0: ${column}`)
      text = '0'
    }
    if (counts.includes(column) && text.includes('.') && column !== 'one_generation_households') {
      touch('decimal point dropped from a count')
      text = text.replace('.', '')
    }
    county[column] = Number(text)
    if (!(county[column] >= 0)) throw new Error(`${column} of ${row.code}: expected 0 or more, got ${text}`)
  }
  return county
}

/** The cells listed above; the printed figure is checked, so that a mended source does not go unseen. */
function repairMisprints(county, touch) {
  for (const [code, column, printed, meant] of misprints) {
    if (county.code !== code) continue
    if (county[column] !== printed) {
      throw new Error(`${column} of ${code}: expected the misprint ${printed}, got ${county[column]}`)
    }
    county[column] = meant
    touch('misprint with one digit too many')
  }
}

/**
 * Households of one to four generations add up to all family households. A cell with a decimal point (500231, 9.04) is
 * what the others leave; a small rest (350681, 9 households) goes to the largest of the four.
 */
function repairGenerations(county, touch) {
  const rest = county.family_households - sum(generations.map(column => county[column]))
  if (rest === 0) return
  const broken = generations.find(column => !Number.isInteger(county[column]))
  if (broken) {
    county[broken] = Math.round(county[broken] + rest)
    touch('generations: broken cell from the total')
  } else {
    county[largest(county, generations)] += rest
    touch('generations: rest to the largest group')
  }
}

/**
 * Age groups add up to the sex's total. A rest of a whole 10,000s is one wrong digit: 211422, women of 35–39, 48,236
 * printed for 18,236, the only group that stands out from its neighbours. A small rest (430407, 6 men) goes to the
 * largest group. Either way it is the largest group that is wrong or hides it best.
 */
function repairAges(county, touch) {
  for (const sex of sexes) {
    const columns = tabulatedAges.map(age => `${sex}_${age}`)
    const rest = county[sex] - sum(columns.map(column => county[column]))
    if (rest === 0) continue
    county[largest(county, columns)] += rest
    touch(rest % 10000 === 0 ? 'ages: one wrong digit' : 'ages: rest to the largest group')
  }
}

/**
 * Persons aged 16 and over = employed + not working. Where this fails, more employed than persons means that the
 * employed are misprinted (420702: 884,230 for 8,842, also the sum of its industries), else the persons are
 * (421381: 154,152 for 54,152; 430525: 58,869 for 58,866).
 */
function repairWork(county, touch) {
  const { longform_persons_16_up: persons, longform_employed: employed, longform_not_working: notWorking } = county
  if (persons === employed + notWorking) return
  if (employed > persons) county.longform_employed = persons - notWorking
  else county.longform_persons_16_up = employed + notWorking
  touch('persons of 16 and over = employed + not working')
}

/**
 * Tap water is blank in 211321, a county of half a million with 15,237 sampled households: not zero but missing.
 * It gets the share of the other counties, not districts, of its prefecture.
 */
function repairTapWater(counties, touch) {
  const county = counties.find(({ code }) => code === 211321)
  const others = counties.filter(({ code }) => code > 211320 && code < 211400 && code !== county.code)
  const households = sum(others.map(other => other.longform_households))
  const withTap = sum(others.map(other => other.longform_tap_water))
  county.longform_tap_water = Math.round(county.longform_households * withTap / households)
  touch('missing tap water from the prefecture’s other counties')
}

const largest = (county, columns) => columns.reduce((a, b) => county[b] > county[a] ? b : a)

/** What must hold after the repairs. @throws Error naming the county and the balance that fails */
function check(county) {
  const expect = (holds, what) => {
    if (!holds) throw new Error(`county ${county.code} ${county.name}: ${what} does not hold`)
  }
  for (const column of counts) expect(Number.isInteger(county[column]) && county[column] >= 0, `${column} a count`)
  expect(county.population > 0 && county.registered_population > 0, 'residents and registered above 0')
  expect(county.male + county.female === county.population, 'men + women = residents')
  expect(county.urban_population + county.rural_population === county.population, 'urban + rural = residents')
  const ages = sexes.flatMap(sex => tabulatedAges.map(age => county[`${sex}_${age}`]))
  expect(sum(ages) === county.population, 'age groups = residents')
  expect(sum(generations.map(column => county[column])) === county.family_households, 'generations = households')
  expect(county.one_person_households <= county.one_generation_households, 'one person ≤ one generation')
  expect(county.family_households > 0 && county.family_household_population <= county.population, 'households')
  expect(sum(incomers.map(column => county[column])) <= county.population, 'incomers ≤ residents')
  const under5 = sum(sexes.flatMap(sex => [county[`${sex}_0`], county[`${sex}_1_4`]]))
  const schooled = sum(educationColumns.map(column => county[column]))
  expect(schooled <= county.population - under5, 'persons by education ≤ residents aged 5 and over')
  expect(county.longform_employed <= county.longform_persons_16_up, 'employed ≤ persons of 16 and over')
  expect(county.longform_industry_agriculture <= county.longform_employed, 'farming ≤ employed')
  for (const amenity of amenities) expect(county[amenity] <= county.longform_households, `${amenity} ≤ households`)
  expect(county.non_agricultural_hukou_pct > 0 && county.non_agricultural_hukou_pct < 100, 'non-agricultural share')
}
