/**
 * What a year brings to places that are given rather than computed, and to those around them: read from the stored run of the nation where the data
 * have one. In the nation no place is given, and nothing happens here.
 */
import { givenColumn, givenWidth, recordedAt, valuesIn } from '../stages/surroundings.ts'
import type { World } from '../world.ts'
import type { Now } from './process.ts'

/** Walks the given places with their values of the year; `part` is simulated persons per real person of the unit. */
function eachGiven({ places, scale }: World, { data, year }: Now, give: (j: number, values: Float64Array, part: number) => void): void {
  const { given, givenShare } = places
  if (!data.stage) return
  const values = valuesIn(data.stage.surroundings, year)
  for (let j = 0; j < places.count; j++) {
    const unit = given[j]
    if (unit >= 0) give(j, values.subarray(unit * givenWidth, unit * givenWidth + givenWidth), givenShare[j] / scale)
  }
}

/**
 * The count of a given place: everybody who lives there, whether simulated or not.
 * @param counts five a place: children here and from elsewhere, elders here and from elsewhere, pupils
 */
export function giveCounts(world: World, now: Now, counts: Int32Array): void {
  const { residents, registered, incomers } = world.places
  eachGiven(world, now, (j, values, part) => {
    residents[j] = Math.round(values[givenColumn.residents] * part)
    registered[j] = Math.round(values[givenColumn.registered] * part)
    incomers[j] = Math.min(residents[j], Math.round(values[givenColumn.incomers] * part))
    for (let n = 0; n < 5; n++) counts[j * 5 + n] = Math.round(values[givenColumn.childrenHere + n] * part)
  })
}

/** Who works or looks for work in given places; their land is farmed by all who farm there, not by those alone who are simulated. */
export function giveLabour(world: World, now: Now): void {
  const { labour, farmWorkers, offFarmWorkers, farmland, landIdle, landFarmed } = world.places
  eachGiven(world, now, (j, values, part) => {
    for (let skill = 0; skill < 2; skill++) labour[j * 2 + skill] = Math.round(values[givenColumn.labour + skill] * part)
    farmWorkers[j] = Math.round(values[givenColumn.farmWorkers] * part)
    offFarmWorkers[j] = Math.round(values[givenColumn.offFarmWorkers] * part)
    landFarmed[j] = farmland[j] - landIdle[j]
  })
}

/** Wages, chances of work and jobs of given towns and cities. */
export function giveMarkets(world: World, now: Now): void {
  const { villages, labour, wage, productivity, employment, jobs } = world.places
  eachGiven(world, now, (j, values) => {
    if (j < villages) return
    for (let skill = 0; skill < 2; skill++) {
      const at = j * 2 + skill
      wage[at] = productivity[at] = values[givenColumn.wage + skill]
      employment[at] = values[givenColumn.employment + skill]
      jobs[at] = labour[at] * employment[at]
    }
  })
}

/** Recipients of pensions and assistance in the rest of China: the budgets of provinces and centre are theirs too. */
export function giveRecipients({ ledger, scale }: World, { data, year }: Now): void {
  if (!data.stage) return
  const { recipients } = data.stage.surroundings
  const { before, after, weight } = recordedAt(data.stage.surroundings, year)
  const columns = [ledger.ruralPensioners, ledger.assisted, ledger.urbanPensioners]
  columns.forEach((column, kind) => {
    for (let q = 0; q < column.length; q++) {
      const from = recipients[before][kind][q]
      column[q] += ((from + (recipients[after][kind][q] - from) * weight) * 1000) / scale
    }
  })
}

/** The nation's people by area, sex and five years of age, where the nation is known and not lived: `[(area * 2 + sex) * ageGroups + group]`. */
export function givenLiving({ data, year }: Now): Float64Array | undefined {
  if (!data.stage) return undefined
  const { living } = data.stage.surroundings
  const { before, after, weight } = recordedAt(data.stage.surroundings, year)
  return Float64Array.from(living[before], (number, at) => number + (living[after][at] - number) * weight)
}

/**
 * Births per partnered woman and unit of propensity by age, where the nation's are known: a county's women have as many more children than the UN's rates
 * say as their propensity is above the nation's.
 * @param rates the sum of the year's birth rates, which policies and assumptions may have changed
 */
export function givenBirths({ data, year }: Now, rates: number): ((age: number) => number) | undefined {
  if (!data.stage) return undefined
  const { births } = data.stage.surroundings
  const { before, after, weight } = recordedAt(data.stage.surroundings, year)
  return age => rates * (births[before][age - 15] + (births[after][age - 15] - births[before][age - 15]) * weight)
}
