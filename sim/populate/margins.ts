/**
 * How many simulated persons of each sex and age live in each place, and how many of them came from elsewhere.
 * County tables are split into city, town and countryside, and rounded so that no province gains or loses a person in any cell.
 */
import { ageGroups, type NationData } from '../data.ts'
import { sum } from '../math.ts'
import { columnOf, zerosOf } from '../scratch.ts'
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

/** Residents, all and incomers by band, of the urban (0) and rural (1) part of each county. */
interface CountySplits {
  /** `[(county * 2 + part) * cells + cell]` */
  all: Float64Array
  /** `[((county * 2 + part) * bands + band) * cells + cell]` */
  incomers: Float64Array
}

export function countMargins(data: NationData, places: Places, scale: number, flows: Flows): Margins {
  const splits = splitsOf(data.counties)
  const locals = new Int32Array(places.count * cells)
  const incomers = new Int32Array(places.count * bands * cells)
  const provinces = data.provinces.code.length
  // What rounding has left over so far, by province, urban or rural, and cell.
  const leftAll = new Float64Array(provinces * 2 * cells)
  const leftIncomers = new Float64Array(provinces * 2 * bands * cells)
  const expected = { all: new Float64Array(cells), incomers: new Float64Array(bands * cells) }
  for (let j = 0; j < places.count; j++) {
    if (places.given[j] >= 0) continue
    const rural = j < places.villages ? 1 : 0
    expected.all.fill(0)
    expected.incomers.fill(0)
    for (let part = places.partStart[j]; part < places.partStart[j + 1]; part++) {
      const its = places.partCounty[part] * 2 + rural
      addPart(expected.all, splits.all, its, places.partShare[part], scale)
      addPart(expected.incomers, splits.incomers, its, places.partShare[part], scale)
    }
    const left = places.province[j] * 2 + rural
    for (let cell = 0; cell < cells; cell++) {
      let here = 0
      for (let band = 0; band < bands; band++) {
        const at = band * cells + cell
        const number = roundedWith(leftIncomers, left * bands * cells + at, expected.incomers[at], 0)
        incomers[j * bands * cells + at] = number
        here += number
      }
      locals[j * cells + cell] = roundedWith(leftAll, left * cells + cell, expected.all[cell], here)
    }
  }
  return data.stage ? { locals, incomers, away: countAway(places, splits, scale, flows) } : { locals, incomers }
}

/** Adds a share of the row that a part of a county has among those of all. */
function addPart(expected: Float64Array, rows: Float64Array, row: number, share: number, scale: number): void {
  const from = row * expected.length
  for (let n = 0; n < expected.length; n++) expected[n] += (rows[from + n] * share) / scale
}

/** A whole number of persons beyond those who are `counted` already, with what is left of those before; takes down what is left now. */
function roundedWith(left: Float64Array, at: number, expected: number, counted: number): number {
  left[at] += expected
  const number = Math.max(0, Math.round(left[at]) - counted)
  left[at] -= number + counted
  return number
}

/** Of all who came to given places, those who came from the stage's own counties: as many as the census misses there. */
function countAway(places: Places, splits: CountySplits, scale: number, flows: Flows): Away {
  const given = Int32Array.from({ length: places.count }, (_, j) => j).filter(j => places.given[j] >= 0)
  const persons = new Float64Array(bands * cells)
  const sums = Array.from({ length: bands }, () => new Float64Array(given.length))
  for (let band = 1; band < bands; band++) {
    let running = 0
    given.forEach((j, n) => {
      const share = flows.ownShare(j, band)
      for (let part = places.partStart[j]; part < places.partStart[j + 1]; part++) {
        const from = ((places.partCounty[part] * 2 + (j < places.villages ? 1 : 0)) * bands + band) * cells
        for (let cell = 0; cell < cells; cell++) {
          const number = splits.incomers[from + cell] * places.partShare[part] * share
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

const splitsOf = onceFor((counties: NationData['counties']): CountySplits => {
  const number = counties.code.length
  const splits = { all: new Float64Array(number * 2 * cells), incomers: new Float64Array(number * 2 * bands * cells) }
  for (let c = 0; c < number; c++) splitCounty(counties, c, splits)
  return splits
})

const scratch = {
  residents: columnOf(Float64Array), outsiders: zerosOf(Float64Array), locals: columnOf(Float64Array), ruralLocals: columnOf(Float64Array),
  urbanLocals: columnOf(Float64Array), fromVillage: zerosOf(Float64Array),
}

function splitCounty(counties: NationData['counties'], c: number, { all, incomers }: CountySplits): void {
  const residents = scratch.residents(cells)
  residents.set(counties.ageSex[c])
  const total = sum(residents)
  const urban = total * (counties.urban[c] / Math.max(1, counties.urban[c] + counties.rural[c]))
  const rural = total - urban
  const fromProvince = counties.incomersSameProvince[c]
  const fromAfar = counties.incomersOtherProvince[c]
  const outsiders = Math.min(0.85 * total, fromProvince + fromAfar)
  let outsidersUrban = Math.min(outsiders * incomersUrban, 0.9 * urban)
  const outsidersRural = Math.min(outsiders - outsidersUrban, 0.9 * rural)
  outsidersUrban = Math.min(outsiders - outsidersRural, 0.9 * urban)

  const outsiderCells = spread(outsidersUrban + outsidersRural, residents, 0.9, byCell.movers, scratch.outsiders(cells))
  const localCells = less(residents, outsiderCells, scratch.locals(cells))
  const outsiderTotal = Math.max(1e-9, sum(outsiderCells))
  const urbanOutsiders = outsidersUrban / Math.max(1e-9, outsidersUrban + outsidersRural)
  const ruralLocals = splitByTilt(localCells, Math.max(0, rural - outsiderTotal * (1 - urbanOutsiders)), scratch.ruralLocals(cells))
  const urbanLocals = less(localCells, ruralLocals, scratch.urbanLocals(cells))

  const near = fromProvince / Math.max(1e-9, fromProvince + fromAfar)
  for (let part = 0; part < 2; part++) {
    const its = c * 2 + part
    const locals = part === 0 ? urbanLocals : ruralLocals
    for (let cell = 0; cell < cells; cell++) {
      const here = outsiderCells[cell] * (part === 0 ? urbanOutsiders : 1 - urbanOutsiders)
      incomers[(its * bands + 1) * cells + cell] = here * near
      incomers[(its * bands + 2) * cells + cell] = here * (1 - near)
      all[its * cells + cell] = here + locals[cell]
    }
  }
  const share = counties.district[c] === 1 ? fromVillageInDistrict : fromVillageInCounty
  const fromVillage = rural > 0 ? Math.min(share * counties.incomersSameCounty[c], 0.5 * sum(urbanLocals)) : 0
  incomers.set(spread(fromVillage, urbanLocals, 0.6, byCell.moversNear, scratch.fromVillage(cells)), c * 2 * bands * cells)
}

/** Those of the first who are not among the second. */
function less(persons: Float64Array, others: Float64Array, result: Float64Array): Float64Array {
  for (let cell = 0; cell < cells; cell++) result[cell] = persons[cell] - others[cell]
  return result
}

const cellsOf = (of: (cell: number) => number) => Float64Array.from({ length: cells }, (_, cell) => of(cell))
const weights = (ages: readonly number[]) => cellsOf(cell => ages[cell % ageGroups] * (cell < ageGroups ? moversMale : 1 - moversMale))
const byCell = { movers: weights(movers), moversNear: weights(moversNear), ruralTilt: cellsOf(cell => ruralTilt[cell % ageGroups]) }

/** Spreads `total` over the cells by their weights, nowhere above `cap` of those who live there. */
function spread(total: number, residents: Float64Array, cap: number, weights: Float64Array, result: Float64Array): Float64Array {
  let left = total
  for (let round = 0; round < 6 && left > 1e-6; round++) {
    let room = 0
    for (let cell = 0; cell < cells; cell++) if (result[cell] < cap * residents[cell]) room += weights[cell]
    if (room === 0) break
    const share = left / room
    for (let cell = 0; cell < cells; cell++) {
      const free = cap * residents[cell] - result[cell]
      if (free <= 0) continue
      const more = Math.min(free, share * weights[cell])
      result[cell] += more
      left -= more
    }
  }
  return result
}

/** The rural part of each cell, so that it adds up to `rural` and ages differ by their odds. */
function splitByTilt(residents: Float64Array, rural: number, result: Float64Array): Float64Array {
  const total = sum(residents)
  if (rural <= 0 || total <= 0) return result.fill(0)
  if (rural >= total) {
    result.set(residents)
    return result
  }
  let low = 0
  let high = 1
  for (let round = 0; round < 30; round++) {
    const middle = (low + high) / 2
    if (ruralAt(residents, middle / (1 - middle)) < rural) low = middle
    else high = middle
  }
  const odds = low / (1 - low)
  for (let cell = 0; cell < cells; cell++) {
    const here = odds * byCell.ruralTilt[cell]
    result[cell] = (residents[cell] * here) / (1 + here)
  }
  return result
}

/** How many live in the countryside at these odds. */
function ruralAt(residents: Float64Array, odds: number): number {
  let number = 0
  for (let cell = 0; cell < cells; cell++) {
    const here = odds * byCell.ruralTilt[cell]
    number += (residents[cell] * here) / (1 + here)
  }
  return number
}
