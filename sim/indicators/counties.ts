/** People by county, age and sex, in real persons: what a place holds is given to its counties as the census of 2010 found them there. */
import { ageGroups, type NationData } from '../data.ts'
import type { Parameters } from '../parameters.ts'
import { tiers } from '../record.ts'
import { scratchIn } from '../scratch.ts'
import { compositeLevels } from '../service-levels.ts'
import { ageMask, aliveBit, sexShift } from '../codes/person-word.ts'
import type { World } from '../world.ts'
import { measure } from './measure.ts'
import { peopleSums } from './people-sums.ts'
import { addRow, placeSums } from './place-sums.ts'
import { incomesByPlace } from './purses.ts'
import { heldBy, peopleOf, sum, width } from './sums.ts'
import { tallyUp } from './tallies.ts'

const cells = 2 * ageGroups

const scratch = { row: scratchIn(Float64Array) }

export interface CountyTable {
  /** GB/T 2260 code of 2010. */
  code: Int32Array
  /** Real persons. */
  residents: Float64Array
  urban: Float64Array
  rural: Float64Array
  registered: Float64Array
  /** Residents by sex and five-year age group: `[county * 36 + sex * 18 + group]`. */
  ageSex: Float64Array
}

export function observeCounties(world: World, data: NationData): CountyTable {
  const { people, places, scale } = world
  const counts = countCells(world)
  const registered = new Float64Array(places.count)
  for (let i = 0; i < people.count; i++) if ((people.word[i] & aliveBit) !== 0) registered[people.registered[i]]++
  const { counties } = data
  const number = counties.code.length
  const table: CountyTable = {
    code: Int32Array.from(counties.code), residents: new Float64Array(number), urban: new Float64Array(number),
    rural: new Float64Array(number), registered: new Float64Array(number), ageSex: new Float64Array(number * cells),
  }
  for (let j = 0; j < places.count; j++) {
    const village = j < places.villages
    const from = places.partStart[j]
    const to = places.partStart[j + 1]
    let registeredWeights = 0
    for (let part = from; part < to; part++) registeredWeights += counties.registered[places.partCounty[part]] * places.partShare[part]
    const lived = residentsOfParts(world, data, counts, j)
    for (let part = from; part < to; part++) {
      const c = places.partCounty[part]
      for (let cell = 0; cell < cells; cell++) table.ageSex[c * cells + cell] += lived[(part - from) * cells + cell]
      const residents = total(lived, (part - from) * cells, cells)
      table.residents[c] += residents
      if (village) table.rural[c] += residents
      else table.urban[c] += residents
      table.registered[c] += (registered[j] * scale * counties.registered[c] * places.partShare[part]) / registeredWeights
    }
  }
  return table
}

/** Residents by place, sex and five-year age group, simulated: `[place * cells + cell]`. */
function countCells({ people, places }: World): Float64Array {
  const counts = new Float64Array(places.count * cells)
  for (let i = 0; i < people.count; i++) {
    const now = people.word[i]
    if ((now & aliveBit) === 0) continue
    counts[people.place[i] * cells + ((now >>> sexShift) & 1) * ageGroups + Math.min(ageGroups - 1, Math.floor((now & ageMask) / 5))]++
  }
  return counts
}

/**
 * Gives the residents of place `j` to its counties, in real persons: a county's weight in a cell is its people of that age there in 2010.
 * @returns `[(part - its first part) * cells + cell]`
 */
function residentsOfParts({ places, scale }: World, { counties }: NationData, counts: Float64Array, j: number): Float64Array {
  const village = j < places.villages
  const from = places.partStart[j]
  const parts = places.partStart[j + 1] - from
  const lived = new Float64Array(parts * cells)
  for (let cell = 0; cell < cells; cell++) {
    let weights = 0
    for (let n = 0; n < parts; n++) {
      const c = places.partCounty[from + n]
      const area = (village ? counties.rural[c] : counties.urban[c]) / Math.max(1, counties.urban[c] + counties.rural[c])
      weights += lived[n * cells + cell] = counties.ageSex[c][cell] * area * places.partShare[from + n] + 1e-6
    }
    for (let n = 0; n < parts; n++) lived[n * cells + cell] *= (counts[j * cells + cell] * scale) / weights
  }
  return lived
}

/** Of a part, the residents in some cells, one after another. */
function total(lived: Float64Array, from: number, number: number): number {
  let sum = 0
  for (let n = from; n < from + number; n++) sum += lived[n]
  return sum
}

/** Of a part, the residents from an age group on, both sexes. */
const agedFrom = (lived: Float64Array, from: number, group: number): number =>
  total(lived, from + group, ageGroups - group) + total(lived, from + ageGroups + group, ageGroups - group)

/**
 * The indicators of every county: sums of its places. Residents and the old among them are those of `observeCounties`; all else of a place is given to its counties
 * by the residents that they have of it. Counties that share a place, as the districts of a city do and in a coarse run neighbours, so share what else it is like.
 * @param first residents by county in the first year of the run, from which their change is counted
 * @returns `[county * indicators.length + indicator]`, NaN where an indicator makes no sense
 */
export function measureCounties(world: World, data: NationData, parameters: Parameters, first: Float64Array): Float64Array {
  const { places } = world
  const { counties } = data
  const tallies = tallyUp(world, data.provinces.code.length, tiers.length, true)
  const ofPeople = peopleSums(world, tallies)
  const ofPlaces = placeSums(world, tallies, incomesByPlace(world), compositeLevels(world, parameters), parameters)
  const counts = countCells(world)
  const sums = new Float64Array(counties.code.length * width)
  const row = scratch.row(world.memory, width)
  for (let j = 0; j < places.count; j++) {
    if (places.given[j] >= 0) continue
    const village = j < places.villages
    ofPeople.fill(tallies.groupOf[j], places.tier[j], row)
    ofPlaces.fill(j, row)
    const ranges = village ? [...peopleOf.village, ...heldBy.village] : [...peopleOf.town, ...heldBy.town]
    const from = places.partStart[j]
    const to = places.partStart[j + 1]
    const lived = residentsOfParts(world, data, counts, j)
    const all = total(lived, 0, lived.length)
    // A place where nobody lives any more may still have land and houses.
    const weight = (part: number) => {
      const c = places.partCounty[part]
      return all > 0 ? total(lived, (part - from) * cells, cells) : (village ? counties.rural[c] : counties.urban[c]) * places.partShare[part] + 1e-6
    }
    let weights = 0
    for (let part = from; part < to; part++) weights += weight(part)
    for (let part = from; part < to; part++) {
      const share = weight(part) / weights
      addRow(sums, places.partCounty[part], row, ranges, share)
      // Its old are its own, in place of a part of the place's.
      const its = places.partCounty[part] * width
      sums[its + sum.residents60] += agedFrom(lived, (part - from) * cells, 12) - share * row[sum.residents60]
      sums[its + sum.residents65] += agedFrom(lived, (part - from) * cells, 13) - share * row[sum.residents65]
    }
  }
  for (let c = 0; c < first.length; c++) sums[c * width + sum.residentsBase] = first[c]
  return measure(sums, 'county')
}
