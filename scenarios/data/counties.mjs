// The 2,861 counties of the 2010 census as columns, each with its unit on the map and a point on the ground.

import { number, readTable, round, sum } from './read.mjs'
import { educationLevels, repairCounties, sexes, tabulatedAges } from './repairs.mjs'
import { isDistrict, unitOf } from './units.mjs'

/**
 * @param provinceCodes GB/T codes in the order of `provinces`
 * @param shapes the units of the map, by code, in feature order
 */
export function buildCounties(provinceCodes, shapes) {
  const unitCodes = new Set(shapes.keys())
  const unitOrder = [...unitCodes]
  const { counties, touched } = repairCounties(readTable('counties/counties-2010.csv'))
  for (const county of counties) {
    const { unit, rule } = unitOf(county, unitCodes)
    county.unit = unit
    county.district = isDistrict(county) ? 1 : 0
    if (rule !== 'prefecture') touched[`unit: ${rule}`] = (touched[`unit: ${rule}`] ?? 0) + 1
  }
  touched['point moved into its unit'] = moveStrayPoints(counties, shapes)
  const column = read => counties.map(read)
  const count = name => column(county => county[name])
  const share = (part, whole) => column(county => round(county[part] / county[whole]))
  const table = {
    code: count('code'),
    nameZh: count('name'),
    province: column(({ code }) => provinceCodes.indexOf(Math.floor(code / 10000) * 10000)),
    prefecture: column(({ unit }) => unitOrder.indexOf(unit)),
    district: count('district'),
    longitude: column(({ longitude }) => round(longitude, 3)),
    latitude: column(({ latitude }) => round(latitude, 3)),
    residents: count('population'),
    registered: count('registered_population'),
    urban: count('urban_population'),
    rural: count('rural_population'),
    nonAgricultural: column(county => round(county.non_agricultural_hukou_pct / 100)),
    incomersSameCounty: count('residents_registered_elsewhere_same_county'),
    incomersSameProvince: count('residents_registered_elsewhere_same_province'),
    incomersOtherProvince: count('residents_registered_other_province'),
    ageSex: column(ageSexOf),
    households: count('family_households'),
    householdPopulation: count('family_household_population'),
    education: column(educationOf),
    employedShare16Up: share('longform_employed', 'longform_persons_16_up'),
    agricultureShareOfEmployed: share('longform_industry_agriculture', 'longform_employed'),
    educationStaffShare: share('longform_industry_education', 'longform_employed'),
    healthStaffShare: share('longform_industry_health_welfare', 'longform_employed'),
    tapWater: share('longform_tap_water', 'longform_households'),
    toilet: share('longform_toilet', 'longform_households'),
    bath: share('longform_bath', 'longform_households'),
    rented: share('longform_rented', 'longform_households'),
  }
  return { table, touched }
}

/** Ages 0 and 1–4 become 0–4: eighteen groups of men, then of women. */
function ageSexOf(county) {
  return sexes.flatMap(sex => {
    const [infants, young, ...older] = tabulatedAges.map(age => county[`${sex}_${age}`])
    return [infants + young, ...older]
  })
}

/** Primary or less, junior, senior secondary, college (with university): four levels of men, then of women. */
function educationOf(county) {
  return sexes.flatMap(sex => {
    const [none, primary, junior, senior, college, university] =
      educationLevels.map(level => county[`education_${sex}_${level}`])
    return [none + primary, junior, senior, college + university]
  })
}

/**
 * Points were joined to counties by name, and some names occur twice. A point that lies in another unit, and more than
 * a tenth of a degree from its own (the map is simplified), is wrong: the county goes to the mean of the other
 * districts (for a district) or other counties of its unit, or to the centre of the unit if it is the only one there.
 * @returns how many points were moved
 */
function moveStrayPoints(counties, shapes) {
  const stray = counties.filter(county => {
    const point = [county.longitude, county.latitude]
    const shape = shapes.get(county.unit)
    if (shape.holds(point) || shape.distance(point) <= 0.1) return false
    return [...shapes.values()].some(other => other.holds(point))
  })
  const settled = counties.filter(county => !stray.includes(county))
  for (const county of stray) {
    const inUnit = settled.filter(other => other.unit === county.unit)
    const alike = inUnit.filter(other => other.district === county.district)
    const others = alike.length > 0 ? alike : inUnit
    const mean = name => sum(others.map(other => other[name])) / others.length
    const [longitude, latitude] = others.length > 0
      ? [mean('longitude'), mean('latitude')]
      : shapes.get(county.unit).centre
    Object.assign(county, { longitude, latitude })
  }
  return stray.length
}

/** Residents, urban residents, age, household size by province in the censuses of 2010 and 2020. */
export function buildProvinceCensus(provinceCodes) {
  const rows = readTable('provinces/census_province_2010_2020.csv')
  return [2010, 2020].map(year => {
    const byProvince = provinceCodes.map(code =>
      rows.find(row => number(row, 'adcode') === code && number(row, 'year') === year))
    const column = read => byProvince.map(read)
    return {
      year,
      residents: column(row => number(row, 'pop')),
      urban: column(row => number(row, 'urban')),
    }
  })
}

/** Residents and their urban part by province in the census of 2000, for forecasts from what was known in 2010; and at the end of 2015. */
export function buildProvincesOf(year, provinceCodes) {
  const rows = readTable(`provinces/population_${year}.csv`)
  const column = name => provinceCodes.map(code => Math.round(number(rows.find(row => number(row, 'adcode') === code), name) * 10000))
  return { residents: column('total_pop_wd_10k'), urban: column('urban_pop_wd_10k') }
}
