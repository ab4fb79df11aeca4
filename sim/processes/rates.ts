/** The year's death and birth rates by single age, from the UN's periods and groups. */
import type { NationData } from '../data.ts'
import { exp, ln } from '../math.ts'
import type { FertilityVariant, Parameters } from '../parameters.ts'
import { oldestAge } from '../codes/person-word.ts'

const ages = oldestAge + 1

/** Gompertz lines ln m(x) = A + B x of 2001–05 by area (village, town, city) and sex: only how areas differ is taken from them. Assumption. */
const gompertz = [
  [[-9.297, 0.0865], [-10.015, 0.0909]],
  [[-10.146, 0.0952], [-10.918, 0.0995]],
  [[-10.069, 0.0919], [-11.37, 0.1039]],
] as const
/** Residents by area in 2010, census: the weights with which area rates make the national one. */
const areaShare = [0.497, 0.2, 0.303] as const

/** What death rates of an area are, × the national ones: `[(area * 2 + sex) * ages + age]`. They hold at 30–89 and run out evenly towards 20 and 100. */
const areaFactors = new Float64Array(3 * 2 * ages)
for (let sex = 0; sex < 2; sex++) {
  for (let age = 0; age < ages; age++) {
    const line = (area: number) => exp(gompertz[area][sex][0] + gompertz[area][sex][1] * Math.min(89, Math.max(30, age)))
    const mean = areaShare[0] * line(0) + areaShare[1] * line(1) + areaShare[2] * line(2)
    const full = age < 30 ? Math.max(0, (age - 20) / 10) : age > 89 ? Math.max(0, (100 - age) / 11) : 1
    for (let area = 0; area < 3; area++) areaFactors[(area * 2 + sex) * ages + age] = 1 + full * (line(area) / mean - 1)
  }
}

/**
 * Chance to die within the year by the age completed in it: `[(area * 2 + sex) * 111 + age]`; area is village, town, city. Who completes age a in the
 * year was a − 1 before, so the chance is 1 − L(a) / L(a − 1) of the life table; for the newborn of last year 1 − L(1) / l(0), which counts the deaths of
 * their first months with those of the year after.
 */
export function deathProbabilities({ mortality }: NationData, year: number, { mortalityFactor, mortalityPace }: Parameters): Float64Array {
  const result = new Float64Array(3 * 2 * ages)
  const lived = new Float64Array(ages)
  for (let sex = 0; sex < 2; sex++) {
    const national = singleAges(mortality.ageStart, sex === 0 ? mortality.male : mortality.female, mortality.periodStart, 2010 + (year - 2010) * mortalityPace)
    for (let area = 0; area < 3; area++) {
      let alive = 1
      for (let age = 0; age < ages; age++) {
        const after = alive * exp(-national[age] * areaFactors[(area * 2 + sex) * ages + age] * mortalityFactor)
        lived[age] = (alive + after) / 2
        alive = after
        const before = age < 2 ? 1 : lived[age - 1]
        // Nobody completes age 0 in the year; should somebody be asked at that age, it is the chance of the first year.
        const reached = age === 0 ? after : lived[age]
        result[(area * 2 + sex) * ages + age] = age >= oldestAge || before === 0 ? 1 : 1 - reached / before
      }
    }
  }
  return result
}

/** Rates at single ages: geometric between the middles of age groups, linear in ln between the middles of periods. */
function singleAges(starts: number[], rates: number[][], periods: number[], year: number): Float64Array {
  const position = Math.min(periods.length - 1, Math.max(0, (year + 0.5 - (periods[0] + 2.5)) / 5))
  const period = Math.min(periods.length - 2, Math.floor(position))
  const late = position - period
  const logs = starts.map((_, group) => (1 - late) * ln(rates[period][group]) + late * ln(rates[period + 1][group]))
  const middle = starts.map((start, group) => (group === 0 ? 0.5 : group === starts.length - 1 ? start + 2.5 : (start + starts[group + 1]) / 2))
  const result = new Float64Array(ages)
  for (let age = 0; age < ages; age++) {
    const at = age + 0.5
    let group = 0
    while (group < starts.length - 2 && middle[group + 1] <= at) group++
    const share = Math.min(1.5, Math.max(0, (at - middle[group]) / (middle[group + 1] - middle[group])))
    // Infants and toddlers are groups of their own: no blending across the first birthday.
    result[age] = age === 0 ? exp(logs[0]) : age < 3 ? exp(logs[1]) : exp(logs[group] + share * (logs[group + 1] - logs[group]))
  }
  return result
}

/** Births per woman and year by single age 15–49, for the variant; ages below 15 and above 49 are zero. */
export function birthRates({ fertility }: NationData, year: number, variant: FertilityVariant, factor: number): Float64Array {
  const result = new Float64Array(ages)
  const years = fertility.year
  let after = years.findIndex((itsYear) => itsYear >= year)
  if (after < 0) after = years.length - 1
  const before = Math.max(0, years[after] === year ? after : after - 1)
  const late = years[after] === years[before] ? 0 : (year - years[before]) / (years[after] - years[before])
  const position = fertility.tfrYear.indexOf(year)
  const total = { low: fertility.tfrLow, medium: fertility.tfrMedium, high: fertility.tfrHigh }[variant][position]
  const shape = fertility.rate[before].map((rate, group) => rate * (1 - late) + fertility.rate[after][group] * late)
  const sum = shape.reduce((all, rate) => all + 5 * rate, 0)
  for (let age = 15; age < 50; age++) result[age] = (shape[Math.floor((age - 15) / 5)] * factor * total) / sum
  return result
}
