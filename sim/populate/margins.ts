/**
 * How many simulated persons of each sex and age live in each place, and how many of them came from elsewhere.
 * County tables are split into city, town and countryside, and rounded so that no province gains or loses a person in any cell.
 */
import { ageGroups, type NationData } from '../data.ts'
import { sum } from '../math.ts'
import type { Places } from '../world.ts'
import type { Flows } from './flows.ts'
import { onceFor } from '../once-for.ts'

export const cells = 2 * ageGroups
/** Where incomers are registered: in a village of the same county, in another county of the province, in another province. */
export const bands = 3

export interface Margins {
  /** Residents registered where they live: `[place * 36 + sex * 18 + group]`, simulated persons. */
  locals: Int32Array
  /** Residents registered elsewhere: `[(place * 3 + band) * 36 + cell]`, simulated persons. */
  incomers: Int32Array
  /** People of a stage's own counties who live in places that are given. */
  away?: Away
}

/** Where they live is drawn when it is known who lives together. */
export interface Away {
  /** By band and cell, simulated persons. */
  persons: Int32Array
  /** The given places, and by band the running sums of how many of the people live there. */
  places: Int32Array
  sums: Float64Array[]
}

/**
 * Age and sex of people who live away from their registration. Assumption after the census of 2010: 53 % men, a fifth at 20–24,
 * a tenth below 15.
 */
const movers = [0.037, 0.035, 0.036, 0.115, 0.165, 0.135, 0.115, 0.115, 0.09, 0.055, 0.03, 0.025, 0.018, 0.011, 0.008, 0.005, 0.003, 0.002]
/** The same for those who came from a village of the county to its town, many of them to school. Assumption. */
const moversNear = [0.03, 0.03, 0.03, 0.4, 0.12, 0.09, 0.07, 0.07, 0.055, 0.035, 0.022, 0.017, 0.012, 0.008, 0.006, 0.003, 0.001, 0.001]
const moversMale = 0.53
/** Share of people from other counties who live in towns and cities. Assumption. */
const incomersUrban = 0.88
/** Residents from another township of the same county who came from a village to its town: in counties; in urban districts. Assumption. */
const fromVillageInCounty = 0.9
const fromVillageInDistrict = 0.15
/**
 * Odds of living in the countryside by age within a county, relative to the middle-aged. Assumption; those of the old are set by hand to 15 % aged 60 and over in
 * villages and 11.5 % in cities in 2010 (Du Peng, Gerontology Institute of Renmin University, October 2012, after the census).
 */
const ruralTilt = [1.45, 1.5, 1.5, 0.95, 0.85, 0.9, 0.9, 0.95, 1, 1, 1.05, 1.15, 1.35, 1.35, 1.35, 1.35, 1.35, 1.3]

interface CountySplit {
  /** Residents, all and incomers by band, of the urban (0) and rural (1) part: `[part][cell]`, `[part][band][cell]`. */
  all: Float64Array[]
  incomers: Float64Array[][]
}

export function countMargins(data: NationData, places: Places, scale: number, flows: Flows): Margins {
  const splits = splitsOf(data.counties)
  const locals = new Int32Array(places.count * cells)
  const incomers = new Int32Array(places.count * bands * cells)
  const provinces = data.provinces.code.length
  // What rounding has left over so far, by province, urban or rural, and cell.
  const leftAll = new Float64Array(provinces * 2 * cells)
  const leftIncomers = new Float64Array(provinces * 2 * bands * cells)
  for (let j = 0; j < places.count; j++) {
    if (places.given[j] >= 0) continue
    const rural = j < places.villages ? 1 : 0
    for (let cell = 0; cell < cells; cell++) {
      let expected = 0
      const expectedIncomers = [0, 0, 0]
      for (let part = places.partStart[j]; part < places.partStart[j + 1]; part++) {
        const split = splits[places.partCounty[part]]
        expected += (split.all[rural][cell] * places.partShare[part]) / scale
        for (let band = 0; band < bands; band++) {
          expectedIncomers[band] += (split.incomers[rural][band][cell] * places.partShare[part]) / scale
        }
      }
      const at = (places.province[j] * 2 + rural) * cells + cell
      let here = 0
      for (let band = 0; band < bands; band++) {
        const left = (at * bands) + band
        leftIncomers[left] += expectedIncomers[band]
        const number = Math.max(0, Math.round(leftIncomers[left]))
        leftIncomers[left] -= number
        incomers[(j * bands + band) * cells + cell] = number
        here += number
      }
      leftAll[at] += expected
      const number = Math.max(0, Math.round(leftAll[at]) - here)
      leftAll[at] -= number + here
      locals[j * cells + cell] = number
    }
  }
  return data.stage ? { locals, incomers, away: countAway(places, splits, scale, flows) } : { locals, incomers }
}

/** Of all who came to given places, those who came from the stage's own counties: as many as the census misses there. */
function countAway(places: Places, splits: CountySplit[], scale: number, flows: Flows): Away {
  const given = Int32Array.from({ length: places.count }, (_, j) => j).filter(j => places.given[j] >= 0)
  const persons = new Float64Array(bands * cells)
  const sums = Array.from({ length: bands }, () => new Float64Array(given.length))
  for (let band = 1; band < bands; band++) {
    let running = 0
    given.forEach((j, n) => {
      const share = flows.ownShare(j, band)
      for (let part = places.partStart[j]; part < places.partStart[j + 1]; part++) {
        const incomers = splits[places.partCounty[part]].incomers[j < places.villages ? 1 : 0][band]
        for (let cell = 0; cell < cells; cell++) {
          const number = incomers[cell] * places.partShare[part] * share
          persons[band * cells + cell] += number
          running += number
        }
      }
      sums[band][n] = running
    })
  }
  const factor = flows.ownAbsent / Math.max(1e-9, sum(persons)) / scale
  let left = 0
  const rounded = Int32Array.from(persons, number => {
    left += number * factor
    const whole = Math.max(0, Math.round(left))
    left -= whole
    return whole
  })
  return { persons: rounded, places: given, sums }
}

const splitsOf = onceFor((counties: NationData['counties']) => counties.code.map((_, c) => splitCounty(counties, c)))

function splitCounty(counties: NationData['counties'], c: number): CountySplit {
  const residents = Float64Array.from(counties.ageSex[c])
  const total = sum(residents)
  const urban = total * (counties.urban[c] / Math.max(1, counties.urban[c] + counties.rural[c]))
  const rural = total - urban
  const fromProvince = counties.incomersSameProvince[c]
  const fromAfar = counties.incomersOtherProvince[c]
  const outsiders = Math.min(0.85 * total, fromProvince + fromAfar)
  let outsidersUrban = Math.min(outsiders * incomersUrban, 0.9 * urban)
  const outsidersRural = Math.min(outsiders - outsidersUrban, 0.9 * rural)
  outsidersUrban = Math.min(outsiders - outsidersRural, 0.9 * urban)

  const outsiderCells = spread(outsidersUrban + outsidersRural, residents, 0.9, movers)
  const localCells = residents.map((number, cell) => number - outsiderCells[cell])
  const outsiderTotal = Math.max(1e-9, sum(outsiderCells))
  const urbanOutsiders = outsidersUrban / Math.max(1e-9, outsidersUrban + outsidersRural)
  const ruralLocals = splitByTilt(localCells, Math.max(0, rural - outsiderTotal * (1 - urbanOutsiders)))

  const all = [new Float64Array(cells), new Float64Array(cells)]
  const incomers = [0, 1].map(() => Array.from({ length: bands }, () => new Float64Array(cells)))
  const near = fromProvince / Math.max(1e-9, fromProvince + fromAfar)
  for (let cell = 0; cell < cells; cell++) {
    for (const part of [0, 1]) {
      const here = outsiderCells[cell] * (part === 0 ? urbanOutsiders : 1 - urbanOutsiders)
      incomers[part][1][cell] = here * near
      incomers[part][2][cell] = here * (1 - near)
      all[part][cell] = here + (part === 0 ? localCells[cell] - ruralLocals[cell] : ruralLocals[cell])
    }
  }
  const share = counties.district[c] === 1 ? fromVillageInDistrict : fromVillageInCounty
  const urbanLocals = localCells.map((number, cell) => number - ruralLocals[cell])
  const fromVillage = rural > 0 ? Math.min(share * counties.incomersSameCounty[c], 0.5 * sum(urbanLocals)) : 0
  incomers[0][0].set(spread(fromVillage, urbanLocals, 0.6, moversNear))
  return { all, incomers }
}

/** Spreads `total` over the cells as movers are spread, nowhere above `cap` of those who live there. */
function spread(total: number, residents: Float64Array, cap: number, ages: readonly number[]): Float64Array {
  const result = new Float64Array(cells)
  let left = total
  for (let round = 0; round < 6 && left > 1e-6; round++) {
    let room = 0
    for (let cell = 0; cell < cells; cell++) if (result[cell] < cap * residents[cell]) room += weight(ages, cell)
    if (room === 0) break
    const share = left / room
    for (let cell = 0; cell < cells; cell++) {
      const free = cap * residents[cell] - result[cell]
      if (free <= 0) continue
      const more = Math.min(free, share * weight(ages, cell))
      result[cell] += more
      left -= more
    }
  }
  return result
}

const weight = (ages: readonly number[], cell: number) => ages[cell % ageGroups] * (cell < ageGroups ? moversMale : 1 - moversMale)

/** The rural part of each cell, so that it adds up to `rural` and ages differ by their odds. */
function splitByTilt(residents: Float64Array, rural: number): Float64Array {
  const total = sum(residents)
  if (rural <= 0 || total <= 0) return new Float64Array(cells)
  if (rural >= total) return residents.slice()
  let low = 0
  let high = 1
  const ruralAt = (share: number) => {
    const odds = share / (1 - share)
    let number = 0
    for (let cell = 0; cell < cells; cell++) {
      const here = odds * ruralTilt[cell % ageGroups]
      number += (residents[cell] * here) / (1 + here)
    }
    return number
  }
  for (let round = 0; round < 30; round++) {
    const middle = (low + high) / 2
    if (ruralAt(middle) < rural) low = middle
    else high = middle
  }
  const odds = low / (1 - low)
  return residents.map((number, cell) => {
    const here = odds * ruralTilt[cell % ageGroups]
    return (number * here) / (1 + here)
  })
}
