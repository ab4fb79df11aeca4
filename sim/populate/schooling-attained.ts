/** The education of the first year: a national pattern by age, fitted to each county's counts by level. */
import * as schoolAge from '../codes/school-age.ts'
import { ageGroupOf, ageGroups, type NationData } from '../data.ts'
import { onceFor } from '../once-for.ts'
import { zerosOf } from '../scratch.ts'

export const levels = 4
export const classes = 12
/** Age classes: to 11, 12–14, 15, 16–18, 19, 20–24, 25–29, 30–34, 35–39, 40–49, 50–59, 60 and over. */
export const ageClass = (age: number): number => {
  if (age < schoolAge.juniorEnd) return age < schoolAge.junior ? 0 : age < 15 ? 1 : 2
  if (age < 20) return age < schoolAge.seniorEnd ? 3 : 4
  if (age < 40) return 5 + Math.floor((age - 20) / 5)
  return Math.min(11, 9 + Math.floor((age - 40) / 10))
}

/**
 * Shares by level (primary or less, junior, senior, college) and age class. Assumption after the census of 2010, whose class 15–19 (0.05, 0.45, 0.43, 0.07) is
 * split by the ages at which the model's pupils go on: junior secondary school to 15, senior secondary from 16 to 18, college from 19.
 */
const pattern = new Float64Array([
  1, 0, 0, 0,
  0.2, 0.8, 0, 0,
  0.05, 0.95, 0, 0,
  0.05, 0.36, 0.59, 0,
  0.05, 0.3, 0.35, 0.3,
  0.05, 0.48, 0.22, 0.25,
  0.07, 0.51, 0.22, 0.2,
  0.12, 0.53, 0.19, 0.16,
  0.17, 0.55, 0.17, 0.11,
  0.23, 0.52, 0.18, 0.07,
  0.41, 0.37, 0.17, 0.05,
  0.71, 0.19, 0.07, 0.03,
])
/** Odds of higher levels in towns and, relative to them, in the countryside of a county. Assumption. */
const oddsByArea = [new Float64Array(levels).fill(1), new Float64Array([1.5, 1.25, 0.5, 0.2])]

/** Numbers by sex, age class and level: `[(sex * classes + ageClass) * levels + level]`. */
export const tableSize = 2 * classes * levels

/** Running shares by level, of townspeople and of villagers: two tables. */
export function educationOfCounty(data: NationData, c: number): Float64Array {
  const known = knownOf(data.counties)
  let education = known.get(c)
  if (!education) known.set(c, (education = fittedTo(data, c)))
  return education
}

const knownOf = onceFor<NationData['counties'], Map<number, Float64Array>>(() => new Map())

/** People of an age group in each class, by sex: in the proportions of single ages. The census asks from the age of entry on. */
export const classesOfGroups = onceFor<NationData['singleAge2010'], Float64Array[][]>(({ male, female }) => [male, female].map(persons =>
  Array.from({ length: ageGroups }, (_, group) => {
    const shares = new Float64Array(classes)
    let all = 0
    persons.forEach((number, age) => {
      if (ageGroupOf(age) !== group) return
      all += number
      if (age >= schoolAge.entry) shares[ageClass(age)] += number
    })
    return shares.map(number => number / all)
  })))

const scratch = { people: zerosOf(Float64Array) }

function fittedTo({ counties, singleAge2010 }: NationData, c: number): Float64Array {
  const classesOf = classesOfGroups(singleAge2010)
  const result = new Float64Array(2 * tableSize)
  const total = Math.max(1, counties.urban[c] + counties.rural[c])
  const weights = [counties.urban[c] / total, counties.rural[c] / total]
  const shares = new Float64Array(levels)
  for (let sex = 0; sex < 2; sex++) {
    const people = scratch.people(classes)
    for (let group = 1; group < ageGroups; group++) addByClass(people, 0, counties.ageSex[c][sex * ageGroups + group], classesOf[sex][group])
    const factor = new Float64Array(levels).fill(1)
    for (let round = 0; round < 6; round++) {
      const reached = new Float64Array(levels)
      for (let rural = 0; rural < 2; rural++) addReached(reached, people, weights[rural], factor, oddsByArea[rural], shares)
      for (let level = 0; level < levels; level++) if (reached[level] > 0) factor[level] *= counties.education[c][sex * levels + level] / reached[level]
    }
    for (let rural = 0; rural < 2; rural++) {
      for (let a = 0; a < classes; a++) {
        const sum = sharesAt(a, factor, oddsByArea[rural], shares)
        let running = 0
        for (let level = 0; level < levels; level++) {
          running += shares[level] / sum
          result[((rural * 2 + sex) * classes + a) * levels + level] = running
        }
      }
    }
  }
  return result
}

/** Adds persons of an age group, of whom such shares are in each class, to the classes from `first` on. */
export function addByClass(people: Float64Array, first: number, persons: number, shares: Float64Array): void {
  for (let a = 0; a < classes; a++) people[first + a] += persons * shares[a]
}

/** Adds those who reach each level, of the part of `people` that lives in an area. */
function addReached(reached: Float64Array, people: Float64Array, part: number, factor: Float64Array, odds: Float64Array, shares: Float64Array): void {
  for (let a = 0; a < classes; a++) {
    const sum = sharesAt(a, factor, odds, shares)
    for (let level = 0; level < levels; level++) reached[level] += (people[a] * part * shares[level]) / sum
  }
}

/** Writes the shares of an age class by level, not yet scaled to one. @returns their sum */
function sharesAt(a: number, factor: Float64Array, odds: Float64Array, shares: Float64Array): number {
  let sum = 1e-12
  for (let level = 0; level < levels; level++) sum += shares[level] = pattern[a * levels + level] * factor[level] * odds[level]
  return sum
}

/** The level attained by the table of a place, for a number in [0, 1). */
export function levelAttained(table: Float64Array, sex: number, age: number, u: number): number {
  if (age < 12) return 0
  const at = (sex * classes + ageClass(age)) * levels
  let level = 0
  while (level < levels - 1 && table[at + level] <= u) level++
  return level
}
