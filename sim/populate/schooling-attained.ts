/** The education of the first year: a national pattern by age, fitted to each county's counts by level. */
import { classes, levels, tableSize } from '../codes/schooling-table.ts'
import * as schoolAge from '../codes/school-age.ts'
import { ageGroupOf, ageGroups, type NationData } from '../data.ts'
import { constant, workbench } from '../memory.ts'
import { onceFor } from '../once-for.ts'
import { scratchIn, scratchZerosIn } from '../scratch.ts'

/** The age class of a table of schooling: see `classes`. */
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
const pattern = constant(new Float64Array([
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
]))
/** Odds of higher levels in towns and, relative to them, in the countryside of a county. Assumption. */
const oddsByArea = constant(new Float64Array([1, 1, 1, 1, 1.5, 1.25, 0.5, 0.2]))

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

const scratch = {
  people: scratchZerosIn(Float64Array), reached: scratchIn(Float64Array), urban: scratchIn(Float64Array), rural: scratchIn(Float64Array),
  few: scratchIn(Float64Array), education: scratchIn(Float64Array),
}

/** What the census counted by county: people by sex and age class, those who reached each level by sex, townspeople and villagers; and what is assumed of all. */
interface Schooled {
  people: Float64Array
  reached: Float64Array
  urban: Float64Array
  rural: Float64Array
  pattern: Float64Array
  odds: Float64Array
}

const rounds = 6

/** Running shares by level: of each county two tables, of townspeople and of villagers. */
export function educationByCounty(data: NationData): Float64Array {
  return (knownOf(data.counties).education ??= fitEducation(data))
}

/** Stages have the counties of the nation. */
const knownOf = onceFor<NationData['counties'], { education?: Float64Array }>(() => ({}))

function fitEducation({ counties, singleAge2010 }: NationData): Float64Array {
  const memory = workbench()
  const number = counties.code.length
  const counted: Schooled = {
    people: scratch.people(memory, number * 2 * classes), reached: scratch.reached(memory, number * 2 * levels),
    urban: scratch.urban(memory, number), rural: scratch.rural(memory, number), pattern, odds: oddsByArea,
  }
  const classesOf = classesOfGroups(singleAge2010)
  for (let c = 0; c < number; c++) {
    for (let sex = 0; sex < 2; sex++) {
      const first = (c * 2 + sex) * classes
      for (let group = 1; group < ageGroups; group++) addByClass(counted.people, first, counties.ageSex[c][sex * ageGroups + group], classesOf[sex][group])
    }
    counted.reached.set(counties.education[c], c * 2 * levels)
  }
  counted.urban.set(counties.urban)
  counted.rural.set(counties.rural)
  const education = scratch.education(memory, number * 2 * tableSize)
  memory.loops.fitSchooling(counted, number, rounds, scratch.few(memory, 3 * levels), education)
  return education.slice()
}

/** Adds persons of an age group, of whom such shares are in each class, to the classes from `first` on. */
export function addByClass(people: Float64Array, first: number, persons: number, shares: Float64Array): void {
  for (let a = 0; a < classes; a++) people[first + a] += persons * shares[a]
}

/** The level attained by the table of a place, for a number in [0, 1). */
export function levelAttained(table: Float64Array, sex: number, age: number, u: number): number {
  if (age < 12) return 0
  const at = (sex * classes + ageClass(age)) * levels
  let level = 0
  while (level < levels - 1 && table[at + level] <= u) level++
  return level
}
