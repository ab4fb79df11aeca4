/** The year's death and birth rates by single age, from the UN's periods and groups. */
import { ageGroupOf, ageGroups, type NationData } from '../data.ts'
import { exp, ln, pow } from '../math.ts'
import type { FertilityVariant, Parameters } from '../parameters.ts'
import { oldestAge } from '../codes/person-word.ts'

const ages = oldestAge + 1

/** Gompertz lines ln m(x) = A + B x of 2001–05 by area (village, town, city) and sex: only how areas differ is taken from them. Assumption. */
const gompertz = [
  [[-9.297, 0.0865], [-10.015, 0.0909]],
  [[-10.146, 0.0952], [-10.918, 0.0995]],
  [[-10.069, 0.0919], [-11.37, 0.1039]],
] as const

/** The middle of those years. */
const areasMeasured = 2003

/** Logarithms of the rates of those lines, `[(area * 2 + sex) * ages + age]`. Beyond 30–89 they stay what they are there. */
const areaLogs = Float64Array.from({ length: 3 * 2 * ages }, (_, at) => {
  const [level, slope] = gompertz[Math.floor(at / ages / 2)][Math.floor(at / ages) % 2]
  return level + slope * Math.min(89, Math.max(30, at % ages))
})

/** Until this year areas come nearer. Assumption: that of the census from which it was reckoned how far they have. */
const nearerUntil = 2020

/** What is left of differences between areas, of which the part `gone` goes evenly from the year `since` until 2020. */
export const differenceLeft = (gone: number, since: number, year: number): number =>
  1 - gone * Math.min(1, Math.max(0, (year - since) / (nearerUntil - since)))

/**
 * What death rates of an area are, × the national ones: `[(area * 2 + sex) * ages + age]`. At each age the people who live in the areas have the national rate
 * on average. The lines hold at 30–89 and run out evenly towards 20 and 100.
 * @param left of the differences between the lines, in logarithms
 */
function areaFactors(living: ArrayLike<number>, left: number): Float64Array {
  const factors = new Float64Array(areaLogs.length).fill(1)
  const areaRates = areaLogs.map(log => exp(left * log))
  for (let sex = 0; sex < 2; sex++) {
    for (let age = 0; age < ages; age++) {
      const full = age < 30 ? Math.max(0, (age - 20) / 10) : age > 89 ? Math.max(0, (100 - age) / 11) : 1
      let people = 0
      let weighted = 0
      for (let area = 0; area < 3; area++) {
        const its = living[(area * 2 + sex) * ageGroups + ageGroupOf(age)]
        people += its
        weighted += its * areaRates[(area * 2 + sex) * ages + age]
      }
      if (people === 0) continue
      for (let at = sex * ages + age; at < factors.length; at += 2 * ages) factors[at] = 1 + full * ((areaRates[at] * people) / weighted - 1)
    }
  }
  return factors
}

/**
 * Chance to die within the year by the age completed in it: `[(area * 2 + sex) * 111 + age]`; area is village, town, city. Who completes age a in the
 * year was a − 1 before, so the chance is 1 − L(a) / L(a − 1) of the national life table; for the newborn of last year 1 − L(1) / l(0), which counts the
 * deaths of their first months with those of the year after. Areas differ by a factor of the hazard.
 * @param living the nation's people by area, sex and five years of age: `[(area * 2 + sex) * 18 + group]`
 */
export function deathProbabilities(
  { mortality }: NationData, year: number, { mortalityFactor, mortalityPace, mortalityConverges }: Parameters, living: ArrayLike<number>,
): Float64Array {
  const result = new Float64Array(3 * 2 * ages)
  const factors = areaFactors(living, differenceLeft(mortalityConverges, areasMeasured, year))
  const lived = new Float64Array(ages)
  for (let sex = 0; sex < 2; sex++) {
    const national = singleAges(mortality.ageStart, sex === 0 ? mortality.male : mortality.female, mortality.periodStart, 2010 + (year - 2010) * mortalityPace)
    let alive = 1
    for (let age = 0; age < ages; age++) {
      const after = alive * exp(-national[age] * mortalityFactor)
      lived[age] = (alive + after) / 2
      alive = after
      const before = age < 2 ? 1 : lived[age - 1]
      // Nobody completes age 0 in the year; should somebody be asked at that age, it is the chance of the first year.
      const reached = age === 0 ? after : lived[age]
      for (let at = sex * ages + age; at < result.length; at += 2 * ages) {
        result[at] = age >= oldestAge || before === 0 ? 1 : 1 - pow(reached / before, factors[at])
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
  let after = years.findIndex(itsYear => itsYear >= year)
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
