/**
 * The education of the first year by place of registration: as the census found it among the residents of the place's counties, at odds with which all people
 * together have the schooling that it counted. Many of those who went to school for long live where they are not registered, so that it is too little otherwise.
 */
import { classes, levels, tableSize } from '../codes/schooling-table.ts'
import { ageGroups, type NationData } from '../data.ts'
import { columnOf } from '../scratch.ts'
import type { Norms } from '../stages/surroundings.ts'
import type { Places } from '../world.ts'
import type { Absentees } from './absentees.ts'
import { cells } from './margins.ts'
import { addByClass, ageClass, classesOfGroups, educationByCounty } from './schooling-attained.ts'

/** Running shares of a place by level. @param told takes down the odds, which a stage reads from its surroundings */
export function schoolingOfPlaces(
  data: NationData, places: Places, locals: Int32Array, absentees: Absentees, told: Partial<Norms>,
): (place: number) => Float64Array {
  const usual = new Float64Array(places.count * tableSize)
  const education = educationByCounty(data)
  for (let j = 0; j < places.count; j++) takeUsual(data, education, places, j, usual)
  const odds = told.schooling = data.stage?.surroundings.norms.schooling ?? fittedOdds(data, usual, peopleByClass(data, places, locals, absentees))
  const odd = Float64Array.from(odds)
  return j => atOdds(usual, j * classes * 2, odd)
}

/** Shares by level of townspeople or of villagers: the mean of the place's counties, by their residents. */
function takeUsual(data: NationData, education: Float64Array, places: Places, j: number, usual: Float64Array): void {
  const to = j * tableSize
  const area = j < places.villages ? 1 : 0
  const [first, end] = [places.partStart[j], places.partStart[j + 1]]
  let residents = 0
  for (let part = first; part < end; part++) {
    const c = places.partCounty[part]
    const weight = end - first === 1 ? 1 : data.counties.residents[c] * places.partShare[part]
    const from = (c * 2 + area) * tableSize
    for (let at = 0; at < tableSize; at++) usual[to + at] += education[from + at] * weight
    residents += weight
  }
  for (let at = 0; at < tableSize; at++) usual[to + at] /= residents
  // They were running ones.
  for (let at = tableSize - 1; at > 0; at--) if (at % levels > 0) usual[to + at] -= usual[to + at - 1]
}

const rounds = 8

/**
 * By sex and level: `[sex * levels + level]`.
 * @param usual by place, the shares by level of each sex and age class; `people`: how many there are
 */
function fittedOdds(data: NationData, usual: Float64Array, people: Float64Array): number[] {
  const counted = shares(Array.from({ length: 2 * levels }, (_, at) => data.counties.education.reduce((sum, its) => sum + its[at], 0)))
  const odds = new Float64Array(2 * levels).fill(1)
  for (let round = 0; round < rounds; round++) {
    const reached = new Float64Array(2 * levels)
    for (let cell = 0; cell < people.length; cell += classes) {
      addReached(reached, usual, people, odds, cell, ((cell / classes) % 2) * levels)
    }
    shares(reached).forEach((share, at) => { odds[at] *= counted[at] / share })
  }
  return Array.from(odds)
}

/** Adds the people of one sex in one place, whose cells begin at `first`, to those reached by level. */
function addReached(reached: Float64Array, usual: Float64Array, people: Float64Array, odds: Float64Array, first: number, of: number): void {
  for (let cell = first; cell < first + classes; cell++) {
    const at = cell * levels
    let all = 0
    for (let level = 0; level < levels; level++) all += usual[at + level] * odds[of + level]
    for (let level = 0; level < levels; level++) reached[of + level] += (people[cell] * usual[at + level] * odds[of + level]) / all
  }
}

/** Of each sex, the part of each level. */
function shares(persons: ArrayLike<number>): number[] {
  return Array.from(persons, (number, at) => {
    const first = at - (at % levels)
    let all = 0
    for (let level = 0; level < levels; level++) all += persons[first + level]
    return number / all
  })
}

/** People registered in each place by sex and age class, those who live elsewhere too: `[(place * 2 + sex) * classes + class]`. */
function peopleByClass({ singleAge2010 }: NationData, places: Places, locals: Int32Array, absentees: Absentees): Float64Array {
  const people = new Float64Array(places.count * 2 * classes)
  const classesOf = classesOfGroups(singleAge2010)
  for (let j = 0; j < places.count; j++) {
    for (let sex = 0; sex < 2; sex++) {
      const first = (j * 2 + sex) * classes
      for (let group = 0; group < ageGroups; group++) addByClass(people, first, locals[j * cells + sex * ageGroups + group], classesOf[sex][group])
    }
    for (let m = absentees.memberStart[absentees.start[j]]; m < absentees.memberStart[absentees.start[j + 1]]; m++) {
      people[(j * 2 + absentees.sex[m]) * classes + ageClass(absentees.age[m])]++
    }
  }
  return people
}

const scratch = { running: columnOf(Float64Array) }

/** Running shares at other odds, of the place whose cells begin at `first`; lost when those of another are asked for. */
function atOdds(usual: Float64Array, first: number, odds: Float64Array): Float64Array {
  const result = scratch.running(tableSize)
  for (let cell = 0; cell < 2 * classes; cell++) {
    const at = (first + cell) * levels
    const of = cell < classes ? 0 : levels
    let all = 0
    for (let level = 0; level < levels; level++) all += usual[at + level] * odds[of + level]
    let running = 0
    for (let level = 0; level < levels; level++) result[cell * levels + level] = running += (usual[at + level] * odds[of + level]) / all
  }
  return result
}
