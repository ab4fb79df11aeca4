/** Runs the nation and takes down what a county of it sees of the rest: the file that county and village stages read. */
import type { NationData } from '../data.ts'
import { livingByArea } from '../processes/die.ts'
import { wivesOf } from '../processes/give-birth.ts'
import { parametersAt } from '../policies/index.ts'
import { birthRates } from '../processes/rates.ts'
import { populate } from '../populate/index.ts'
import { live } from '../run.ts'
import { firstYear, lastYear } from '../scenario.ts'
import { readScenario } from '../scenario-file.ts'
import { givenColumn, givenStep, givenWidth, type Norms, type SurroundingsFile } from '../stages/surroundings.ts'
import { ageMask, aliveBit } from '../codes/person-word.ts'
import type { World } from '../world.ts'

/** Years between those that are recorded: what lies between is near enough to a straight line. */
const yearsApart = 2

/**
 * @param onYear is told each year that is done
 * @returns the file but for its hash, which Node makes of all else
 */
export function recordSurroundings(data: NationData, scale: number, seed: string, onYear: (year: number) => void): Omit<SurroundingsFile, 'hash' | 'from'> {
  const scenario = readScenario({ format: 1, scale, seed, years: [firstYear, lastYear] })
  const norms: Partial<Norms> = {}
  const world = populate(scenario, data, norms)
  const years: number[] = []
  const births: number[][] = []
  const living: number[][] = []
  const recipients: number[][][] = []
  const units = unitsOf(world, data)
  const values: Float64Array[] = []
  const recorded = (year: number) => (year - firstYear) % yearsApart === 0
  let perWoman: number[] = []
  let alive: number[] = []
  let moves: Moves = { arrivals: new Float64Array(units.number), leavers: new Float64Array(units.number) }
  let before = new Uint16Array(0)
  const around = <T>(name: string, step: () => T): T => {
    const year = world.year + 1
    if (name === 'mortality' && recorded(year)) alive = Array.from(livingByArea(world), number => Math.round((number * scale) / 1000))
    if (name === 'fertility' && recorded(year)) perWoman = birthsOf(world, data, year)
    // Where everybody lives from the beginning of the year to the end of its moves; land is taken after them.
    if (name === 'ageing') before = world.people.place.slice(0, world.people.count)
    if (name === 'land') moves = movesOf(world, before, units)
    return step()
  }
  for (const { year } of live(scenario, data, world, around)) {
    onYear(year)
    if (!recorded(year)) continue
    years.push(year)
    births.push(perWoman)
    living.push(alive)
    const { ruralPensioners, assisted, urbanPensioners } = world.ledger
    recipients.push([ruralPensioners, assisted, urbanPensioners].map(column => Array.from(column, number => Math.round((number * scale) / 1000))))
    values.push(valuesOf(world, units.of, units.number, moves))
  }
  // Nobody is born, dies or moves in the first year: the next one stands for it.
  births[0] = births[1]
  living[0] = living[1]
  for (let unit = 0; unit < units.number; unit++) {
    for (const column of [givenColumn.arrivals, givenColumn.leavers]) values[0][unit * givenWidth + column] = values[1][unit * givenWidth + column]
  }
  return {
    format: 1, years, norms: norms as Norms, births, living, recipients, cities: units.cities, towns: units.towns, countrysides: units.countrysides,
    rows: Array.from({ length: units.number }, (_, unit) => Array.from({ length: givenWidth }, (_, column) => {
      let before = 0
      return values.map(ofYear => {
        const steps = Math.round(ofYear[unit * givenWidth + column] / givenStep[column])
        const change = steps - before
        before = steps
        return change
      })
    })),
  }
}

/** The city of each prefecture by itself; other towns, and villages, by province. */
function unitsOf({ places }: World, data: NationData) {
  const isCity = (j: number) => j >= places.villages && data.counties.district[places.county[j]] === 1
  const all = Array.from({ length: places.count }, (_, j) => j)
  const distinct = (numbers: number[]) => [...new Set(numbers)].sort((a, b) => a - b)
  const cities = distinct(all.filter(isCity).map(j => places.prefecture[j]))
  const towns = distinct(all.filter(j => j >= places.villages && !isCity(j)).map(j => places.province[j]))
  const countrysides = distinct(all.filter(j => j < places.villages).map(j => places.province[j]))
  const of = Int32Array.from(all, j => j < places.villages ? cities.length + towns.length + countrysides.indexOf(places.province[j])
    : isCity(j) ? cities.indexOf(places.prefecture[j]) : cities.length + towns.indexOf(places.province[j]))
  return { cities, towns, countrysides, of, number: cities.length + towns.length + countrysides.length }
}

/** Sums over the places of each unit, real persons; wages and chances of work are means over those who seek it. */
function valuesOf({ people, places, scale }: World, unit: Int32Array, units: number, { arrivals, leavers }: Moves): Float64Array {
  const sums = new Float64Array(units * givenWidth)
  const weights = new Float64Array(units * 2)
  const add = (j: number, column: number, amount: number) => { sums[unit[j] * givenWidth + column] += amount }
  for (let i = 0; i < people.count; i++) {
    if ((people.word[i] & aliveBit) === 0) continue
    const age = people.word[i] & ageMask
    const j = people.place[i]
    const outside = people.registered[i] === j ? 0 : 1
    if (places.county[people.registered[i]] !== places.county[j]) add(j, givenColumn.outsiders, scale)
    if (age >= 60) add(j, givenColumn.eldersHere + outside, scale)
    else if (age >= 3 && age <= 17) {
      add(j, givenColumn.childrenHere + outside, scale)
      if (age >= 6 && age <= 11) add(j, givenColumn.pupils, scale)
    }
  }
  for (let j = 0; j < places.count; j++) {
    add(j, givenColumn.residents, places.residents[j] * scale)
    add(j, givenColumn.registered, places.registered[j] * scale)
    add(j, givenColumn.incomers, places.incomers[j] * scale)
    add(j, givenColumn.farmWorkers, places.farmWorkers[j] * scale)
    add(j, givenColumn.offFarmWorkers, places.offFarmWorkers[j] * scale)
    for (let skill = 0; skill < 2; skill++) {
      const at = j * 2 + skill
      const seekers = places.labour[at] * scale
      add(j, givenColumn.labour + skill, seekers)
      if (j < places.villages) continue
      // Where nobody seeks work, which happens in coarse runs, the wage offered is still known.
      weights[unit[j] * 2 + skill] += seekers + 1
      add(j, givenColumn.wage + skill, places.wage[at] * (seekers + 1))
      add(j, givenColumn.employment + skill, places.employment[at] * (seekers + 1))
    }
  }
  for (let u = 0; u < units; u++) {
    sums[u * givenWidth + givenColumn.arrivals] = arrivals[u] * scale
    sums[u * givenWidth + givenColumn.leavers] = leavers[u] * scale
    for (let skill = 0; skill < 2; skill++) {
      const at = u * givenWidth + skill
      const weight = Math.max(1, weights[u * 2 + skill])
      sums[at + givenColumn.wage] /= weight
      sums[at + givenColumn.employment] /= weight
    }
  }
  return sums
}

/** By unit, simulated persons. */
interface Moves {
  arrivals: Float64Array
  leavers: Float64Array
}

/**
 * People of towns and cities who live in another county than before: those who came and neither are registered there nor come from it, and those who left
 * where they were not registered either.
 */
function movesOf({ people, households, places }: World, before: Uint16Array, units: { of: Int32Array; number: number }): Moves {
  const arrivals = new Float64Array(units.number)
  const leavers = new Float64Array(units.number)
  const { county, villages } = places
  for (let i = 0; i < before.length; i++) {
    const from = before[i]
    const to = people.place[i]
    if ((people.word[i] & aliveBit) === 0 || county[from] === county[to]) continue
    const registered = county[people.registered[i]]
    if (to >= villages && registered !== county[to] && county[households.origin[people.household[i]]] !== county[to]) arrivals[units.of[to]]++
    if (from >= villages && registered !== county[from]) leavers[units.of[from]]++
  }
  return { arrivals, leavers }
}

/** Births per partnered woman and unit of propensity, relative to the sum of the year's rates; ages 15–49. */
function birthsOf(world: World, data: NationData, year: number): number[] {
  const parameters = parametersAt(year, {}, [])
  const rates = birthRates(data, year, parameters.fertilityVariant, parameters.fertilityFactor)
  const total = rates.reduce((sum, rate) => sum + rate, 0)
  const { perShare } = wivesOf(world, { year, first: false, elapsed: year - firstYear, parameters, data })
  return Array.from(perShare.subarray(15, 50), births => Math.round((births / total) * 1e5) / 1e5)
}
