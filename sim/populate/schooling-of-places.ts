/**
 * The education of the first year by place of registration: as the census found it among the residents of the place's counties, at odds with which all people
 * together have the schooling that it counted. Many of those who went to school for long live where they are not registered, so that it is too little otherwise.
 */
import { ageGroups, type NationData } from '../data.ts'
import type { Norms } from '../stages/surroundings.ts'
import type { Places } from '../world.ts'
import type { Absentees } from './absentees.ts'
import { cells } from './margins.ts'
import { ageClass, classes, classesOfGroups, educationOfCounty, levels } from './schooling-attained.ts'

/** Running shares of a place, as those of a county, by position. @param told takes down the odds, which a stage reads from its surroundings */
export function schoolingOfPlaces(
  data: NationData, places: Places, locals: Int32Array, absentees: Absentees, told: Partial<Norms>,
): (place: number) => Float64Array {
  const tables = Array.from({ length: places.count }, (_, j) => schoolingOf(data, places, j))
  const odds = told.schooling = data.stage?.surroundings.norms.schooling ?? fittedOdds(data, places, tables, locals, absentees)
  return j => atOdds(tables[j], odds)
}

/** The mean of the place's counties, by their residents. */
function schoolingOf(data: NationData, places: Places, j: number): Float64Array {
  const [first, end] = [places.partStart[j], places.partStart[j + 1]]
  if (end - first === 1) return educationOfCounty(data, places.partCounty[first])
  const parts = Array.from({ length: end - first }, (_, n) => {
    const c = places.partCounty[first + n]
    return { table: educationOfCounty(data, c), weight: data.counties.residents[c] * places.partShare[first + n] }
  })
  const residents = parts.reduce((sum, { weight }) => sum + weight, 0)
  return parts[0].table.map((_, at) => parts.reduce((sum, { table, weight }) => sum + table[at] * weight, 0) / residents)
}

const rounds = 8

/** By sex and level: `[sex * levels + level]`. */
function fittedOdds(data: NationData, places: Places, tables: Float64Array[], locals: Int32Array, absentees: Absentees): number[] {
  const counted = shares(Array.from({ length: 2 * levels }, (_, at) => data.counties.education.reduce((sum, its) => sum + its[at], 0)))
  // Of the people of each place, sex and age class: their number, and their shares by level.
  const people = new Float64Array(places.count * 2 * classes)
  const usual = new Float64Array(people.length * levels)
  for (let j = 0; j < places.count; j++) {
    people.set(peopleByClass(data, locals, absentees, j), j * 2 * classes)
    usual.set(parted(tables[j], j < places.villages ? 1 : 0), j * 2 * classes * levels)
  }
  const odds = new Array<number>(2 * levels).fill(1)
  for (let round = 0; round < rounds; round++) {
    const reached = new Array<number>(2 * levels).fill(0)
    for (let cell = 0; cell < people.length; cell++) {
      const of = (Math.floor(cell / classes) % 2) * levels
      const at = cell * levels
      let all = 0
      for (let level = 0; level < levels; level++) all += usual[at + level] * odds[of + level]
      for (let level = 0; level < levels; level++) reached[of + level] += (people[cell] * usual[at + level] * odds[of + level]) / all
    }
    shares(reached).forEach((share, at) => { odds[at] *= counted[at] / share })
  }
  return odds
}

/** Of each sex, the part of each level. */
function shares(persons: readonly number[]): number[] {
  return persons.map((number, at) => {
    const first = at - (at % levels)
    return number / persons.slice(first, first + levels).reduce((sum, its) => sum + its, 0)
  })
}

/** People registered in a place by sex and age class, those who live elsewhere too: `[sex * classes + class]`. */
function peopleByClass({ singleAge2010 }: NationData, locals: Int32Array, absentees: Absentees, j: number): Float64Array {
  const people = new Float64Array(2 * classes)
  const classesOf = classesOfGroups(singleAge2010)
  for (let cell = 0; cell < cells; cell++) {
    const sex = cell < ageGroups ? 0 : 1
    classesOf[sex][cell % ageGroups].forEach((share, a) => { people[sex * classes + a] += locals[j * cells + cell] * share })
  }
  for (let m = absentees.memberStart[absentees.start[j]]; m < absentees.memberStart[absentees.start[j + 1]]; m++) {
    people[absentees.sex[m] * classes + ageClass(absentees.age[m])]++
  }
  return people
}

/** Shares by level, from running ones: those of townspeople (0) or of villagers (1). */
function parted(table: Float64Array, rural: number): Float64Array {
  const part = table.slice(rural * 2 * classes * levels, (rural + 1) * 2 * classes * levels)
  for (let n = part.length - 1; n > 0; n--) if (n % levels > 0) part[n] -= part[n - 1]
  return part
}

/** Running shares at other odds. */
function atOdds(table: Float64Array, odds: readonly number[]): Float64Array {
  const result = new Float64Array(table.length)
  for (const rural of [0, 1]) {
    const usual = parted(table, rural)
    const from = rural * usual.length
    for (let cell = 0; cell < 2 * classes; cell++) {
      const of = Math.floor(cell / classes) * levels
      let all = 0
      for (let level = 0; level < levels; level++) all += usual[cell * levels + level] * odds[of + level]
      let running = 0
      for (let level = 0; level < levels; level++) result[from + cell * levels + level] = running += (usual[cell * levels + level] * odds[of + level]) / all
    }
  }
  return result
}
