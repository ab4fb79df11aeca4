/**
 * Where people who live away are registered: by the absentees of each county, the birthplace matrix between provinces and, inside a province, gravity.
 * Iterative proportional fitting makes rows and columns meet the census.
 */
import type { NationData } from '../data.ts'
import { pow, sum } from '../math.ts'
import { workbench } from '../memory.ts'
import { scratchIn } from '../scratch.ts'
import type { Places } from '../world.ts'
import { kilometres, type Geography } from './geography.ts'

/**
 * Chance that an absentee comes from the town rather than the countryside, per resident: within the province and from afar. Assumption, so that
 * out-migrant workers are near 153 m and 53 % of them stay in their province.
 */
const townWeight = { near: 0.9, far: 0.03 }

export interface Flows {
  /** The registered place of somebody who lives in `place` and comes from a band, for a number in [0, 1) and another for the village. */
  origin(place: number, band: number, u: number, v: number): number
  /** The registered place of somebody of a stage's own counties who lives elsewhere, in the band. */
  ownOrigin(band: number, u: number, v: number): number
  /** Share of the people who live in a given place and come from a band that are registered in the stage's own counties. */
  ownShare(place: number, band: number): number
  /** Registered persons of the stage's own counties who live in other counties. */
  ownAbsent: number
}

export function fitFlows(data: NationData, geography: Geography, distanceWeight: number): Flows {
  const { counties, provinces } = data
  const n = provinces.code.length
  const absent = counties.code.map((_, c) => Math.max(100,
    counties.registered[c] - counties.residents[c] + counties.incomersSameProvince[c] + counties.incomersOtherProvince[c]))
  const byProvince: number[][] = Array.from({ length: n }, () => [])
  counties.code.forEach((_, c) => byProvince[counties.province[c]].push(c))
  const add = (members: number[], column: ArrayLike<number>) => members.reduce((total, c) => total + column[c], 0)
  const inNear = byProvince.map(members => add(members, counties.incomersSameProvince))
  const inFar = byProvince.map(members => add(members, counties.incomersOtherProvince))
  const outFar = byProvince.map((members, p) =>
    Math.max(1000, add(members, counties.registered) - add(members, counties.residents) + inFar[p]))

  const between = fitted(Float64Array.from(data.originDestination), outFar, inFar)
  const absentSums = byProvince.map(members => cumulative(members.map(c => absent[c])))

  // Inside each province: origins × destinations among its counties; a county's run asks for its own province alone.
  const fitInside = (p: number): Float64Array => {
    const members = byProvince[p]
    const size = members.length
    const matrix = new Float64Array(size * size)
    const townOf = members.map(c => geography.townOfCounty[c])
    // Many counties of a coarse run share one town.
    const towns = [...new Set(townOf)].filter(town => town >= 0)
    const nearBy = nearness(geography.places, towns, distanceWeight)
    const at = townOf.map(town => towns.indexOf(town))
    for (let a = 0; a < size; a++) {
      for (let b = 0; b < a; b++) {
        if (at[a] >= 0 && at[b] >= 0) matrix[a * size + b] = matrix[b * size + a] = nearBy[at[a] * towns.length + at[b]]
      }
    }
    const near = inNear[p] / Math.max(1, members.reduce((total, c) => total + absent[c], 0))
    return fitted(matrix, members.map(c => absent[c] * near), members.map(c => counties.incomersSameProvince[c]))
  }
  const known = new Map<number, Float64Array>()
  const inside = (p: number): Float64Array => {
    const matrix = known.get(p) ?? fitInside(p)
    known.set(p, matrix)
    return matrix
  }
  const positionInProvince = new Int32Array(counties.code.length)
  for (const members of byProvince) members.forEach((c, position) => { positionInProvince[c] = position })

  const { places } = geography
  const nearSums = new Map<number, Float64Array>()
  const farSums = Array.from({ length: n }, (_, q) => cumulative(Array.from({ length: n }, (_, p) => between[p * n + q])))

  const originInCounty = (c: number, weight: number, v: number): number => {
    const villages = geography.villagesOfCounty[c]
    const town = geography.townOfCounty[c]
    const rural = counties.rural[c]
    const share = villages.length === 0 ? 0 : rural / (rural + weight * counties.urban[c])
    if (v >= share && town >= 0) return oneOf(geography.townsOfCounty[c], geography.townShares[c], share < 1 ? (v - share) / (1 - share) : 0) ?? town
    return villageOf(geography, c, share > 0 ? v / share : 0)
  }
  const own = data.stage?.own ?? []
  const ownSums = cumulative(own.map(({ county, rural }) => absent[county] * rural))

  return {
    ownAbsent: ownSums.length > 0 ? ownSums[ownSums.length - 1] : 0,
    ownOrigin: (band, u, v) => originInCounty(own[pick(ownSums, u)].county, band === 1 ? townWeight.near : townWeight.far, v),
    ownShare(place, band) {
      const p = places.province[place]
      let share = 0
      if (band === 1 && own.some(({ county }) => counties.province[county] === p)) {
        const weights = nearWeights(places, place, inside(p), byProvince[p].length, positionInProvince)
        const total = weights.reduce((sum, weight) => sum + weight, 0)
        for (const { county, rural } of own) {
          if (counties.province[county] === p && total > 0) share += (rural * weights[positionInProvince[county]]) / total
        }
      } else if (band === 2) {
        for (const { county, rural } of own) {
          const from = counties.province[county]
          if (from === p) continue
          const sums = absentSums[from]
          share += (rural * between[from * n + p] * absent[county]) / sums[sums.length - 1] / Math.max(1e-9, farSums[p][n - 1])
        }
      }
      return share
    },
    origin(place, band, u, v) {
      const p = places.province[place]
      if (band === 0) {
        const start = places.partStart[place]
        const withVillages: number[] = []
        for (let part = start; part < places.partStart[place + 1]; part++) {
          if (geography.villagesOfCounty[places.partCounty[part]].length > 0) withVillages.push(places.partCounty[part])
        }
        if (withVillages.length === 0) return place
        return villageOf(geography, withVillages[Math.min(withVillages.length - 1, Math.floor(u * withVillages.length))], v)
      }
      if (band === 1) {
        const members = byProvince[p]
        let sums = nearSums.get(place)
        if (!sums) {
          sums = cumulative(nearWeights(places, place, inside(p), members.length, positionInProvince))
          nearSums.set(place, sums)
        }
        return originInCounty(members[pick(sums, u)], townWeight.near, v)
      }
      const from = pick(farSums[p], u)
      const before = from === 0 ? 0 : farSums[p][from - 1]
      const total = farSums[p][n - 1]
      // What remains of u within the province chosen picks the county: one number serves both.
      const within = Math.min(0.999999, Math.max(0, (u * total - before) / Math.max(1e-9, farSums[p][from] - before)))
      return originInCounty(byProvince[from][pick(absentSums[from], within)], townWeight.far, v)
    },
  }
}

function villageOf(geography: Geography, c: number, v: number): number {
  return oneOf(geography.villagesOfCounty[c], geography.villageShares[c], v)!
}

/** One of several places by their shares, for a number in [0, 1); equal shares are the usual case. */
function oneOf(places: number[], shares: number[], v: number): number | undefined {
  if (shares.length === 0 || shares[0] === shares[shares.length - 1]) return places[Math.min(places.length - 1, Math.floor(v * places.length))]
  let sums = sumsOf.get(shares)
  if (!sums) sumsOf.set(shares, (sums = cumulative(shares)))
  return places[pick(sums, v)]
}

/** Running sums of shares that are asked for again and again. */
const sumsOf = new WeakMap<number[], Float64Array>()

/** How near each town is to each, itself too: `[from * towns + to]`. */
function nearness(places: Places, towns: number[], distanceWeight: number): Float64Array {
  const near = new Float64Array(towns.length * towns.length)
  for (let a = 0; a < towns.length; a++) {
    for (let b = 0; b <= a; b++) {
      near[a * towns.length + b] = near[b * towns.length + a] = pow(1 + kilometres(places, towns[a], towns[b]) / 30, -distanceWeight)
    }
  }
  return near
}

function nearWeights(places: Places, place: number, matrix: Float64Array, size: number, position: Int32Array): number[] {
  const weights = new Array<number>(size).fill(0)
  for (let part = places.partStart[place]; part < places.partStart[place + 1]; part++) {
    const b = position[places.partCounty[part]]
    for (let a = 0; a < size; a++) weights[a] += matrix[a * size + b] * places.partShare[part]
  }
  return weights
}

const rounds = 25

const scratch = {
  matrix: scratchIn(Float64Array), rows: scratchIn(Float64Array), columns: scratchIn(Float64Array), factors: scratchIn(Float64Array), reached: scratchIn(Float64Array),
}

/** Iterative proportional fitting; rows are scaled to the sum of columns first. */
export function fitted(matrix: Float64Array, rows: number[], columns: number[]): Float64Array {
  const memory = workbench()
  const [height, width] = [rows.length, columns.length]
  const scale = sum(columns) / Math.max(1e-9, sum(rows))
  const its = scratch.matrix(memory, matrix.length)
  const inRows = scratch.rows(memory, height)
  const inColumns = scratch.columns(memory, width)
  its.set(matrix)
  inRows.set(rows.map(row => row * scale))
  inColumns.set(columns)
  memory.loops.fitMargins(its, inRows, height, inColumns, width, rounds, scratch.factors(memory, width), scratch.reached(memory, width))
  matrix.set(its)
  return matrix
}

function cumulative(weights: number[]): Float64Array {
  const sums = new Float64Array(weights.length)
  let total = 0
  weights.forEach((weight, k) => { sums[k] = total += weight })
  return sums
}

/** The first entry whose running sum passes u times the total. */
export function pick(sums: Float64Array, u: number): number {
  const target = u * sums[sums.length - 1]
  let low = 0
  let high = sums.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (sums[middle] > target) high = middle
    else low = middle + 1
  }
  return low
}
