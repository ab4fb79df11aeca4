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
import { heldBy, peopleOf, width } from './sums.ts'
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

export function observeCounties({ people, places, scale }: World, data: NationData): CountyTable {
  const counts = new Float64Array(places.count * cells)
  const registered = new Float64Array(places.count)
  for (let i = 0; i < people.count; i++) {
    const now = people.word[i]
    if ((now & aliveBit) === 0) continue
    counts[people.place[i] * cells + ((now >>> sexShift) & 1) * ageGroups + Math.min(ageGroups - 1, Math.floor((now & ageMask) / 5))]++
    registered[people.registered[i]]++
  }
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
    // A county's weight in a cell is its people of that age there in 2010.
    const weightOf = (part: number, cell: number) => {
      const c = places.partCounty[part]
      const area = (village ? counties.rural[c] : counties.urban[c]) / Math.max(1, counties.urban[c] + counties.rural[c])
      return counties.ageSex[c][cell] * area * places.partShare[part] + 1e-6
    }
    let registeredWeights = 0
    for (let part = from; part < to; part++) registeredWeights += counties.registered[places.partCounty[part]] * places.partShare[part]
    for (let cell = 0; cell < cells; cell++) {
      let weights = 0
      for (let part = from; part < to; part++) weights += weightOf(part, cell)
      for (let part = from; part < to; part++) {
        const c = places.partCounty[part]
        const persons = (counts[j * cells + cell] * scale * weightOf(part, cell)) / weights
        table.ageSex[c * cells + cell] += persons
        table.residents[c] += persons
        if (village) table.rural[c] += persons
        else table.urban[c] += persons
      }
    }
    for (let part = from; part < to; part++) {
      const c = places.partCounty[part]
      table.registered[c] += (registered[j] * scale * counties.registered[c] * places.partShare[part]) / registeredWeights
    }
  }
  return table
}

/**
 * The indicators of every county: sums of its places, each place given to its counties by their residents of 2010. Counties that share a place, as the
 * districts of a city do and in a coarse run neighbours, so share what it is like.
 * @returns `[county * indicators.length + indicator]`, NaN where an indicator makes no sense
 */
export function measureCounties(world: World, data: NationData, parameters: Parameters): Float64Array {
  const { places } = world
  const { counties } = data
  const tallies = tallyUp(world, data.provinces.code.length, tiers.length, true)
  const ofPeople = peopleSums(world, tallies)
  const ofPlaces = placeSums(world, tallies, incomesByPlace(world), compositeLevels(world, parameters), parameters)
  const sums = new Float64Array(counties.code.length * width)
  const row = scratch.row(world.memory, width)
  for (let j = 0; j < places.count; j++) {
    if (places.given[j] >= 0) continue
    const village = j < places.villages
    ofPeople.fill(tallies.groupOf[j], places.tier[j], row)
    ofPlaces.fill(j, row)
    const ranges = village ? [...peopleOf.village, ...heldBy.village] : [...peopleOf.town, ...heldBy.town]
    const residents = (part: number) => {
      const c = places.partCounty[part]
      return (village ? counties.rural[c] : counties.urban[c]) * places.partShare[part] + 1e-6
    }
    let all = 0
    for (let part = places.partStart[j]; part < places.partStart[j + 1]; part++) all += residents(part)
    for (let part = places.partStart[j]; part < places.partStart[j + 1]; part++) {
      addRow(sums, places.partCounty[part], row, ranges, residents(part) / all)
    }
  }
  return measure(sums, 'county')
}
