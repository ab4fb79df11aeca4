/**
 * A sample of places for one household: its own town and city, a place of its province and one further away drawn by size, and places where
 * co-villagers live. Each is weighted by the inverse of its chance to be in the sample, so that sums over the sample estimate sums over all
 * places (McFadden 1978). A place counts as many times as it has jobs.
 */
import { byNetwork, sampleDraws, sampleSize } from '../codes/sample-size.ts'
import * as thinking from '../codes/thinking.ts'
import type { PlacesInMind } from './place-values.ts'
import { asShare, drawFrom } from './random.ts'
import type { Thinker } from './thinker.ts'

/** See `Destinations`. */
@unmanaged
export class Tables {
  provinces!: i32
  sizes!: Float64s
  provinceStart!: Int32s
  sizeCut!: Float64s
  sizeOwner!: Int32s
  flows!: Float64s
  flowCut!: Float64s
  flowOwner!: Int32s
  groupStart!: Int32s
  groupPlace!: Uint16s
  groupSize!: Int32s
  coVillagersStart!: Int32s
  coVillagers!: Int32s
  perRegistered!: Float64s
}

/** Draws the samples of the first `number` thinkers. @param keys those of the `sampleDraws` among them */
export function sampleDestinations(places: PlacesInMind, tables: Tables, thinker: Thinker, number: i32, keys: Int32s): void {
  // Draws of one purpose for all thinkers, then of the next: `draws[by * room + n]`.
  const room = (number + 3) & ~3
  for (let by = 0; by < sampleDraws; by++) {
    const key = (thinking.where + by) * 2
    drawFrom(keys[key], keys[key + 1], thinker.idLow, thinker.idHigh, 0, number, thinker.draws, by * room)
  }
  const alone = withoutCompany(places, tables, thinker, number, room)
  withCompany(tables, thinker, alone, number, room)
  correct(places, tables, thinker, number)
}

/** A place of the province by size, for a number in [0, 1). */
function placeOf(provinceStart: Int32s, cut: Float64s, owner: Int32s, q: i32, u: f64): i32 {
  const start = provinceStart[q]
  const slot = u * f64(provinceStart[q + 1] - start)
  const below = whole(slot)
  const n = start + below
  return owner[n * 2 + i32(slot - f64(below) >= cut[n])]
}

/** A place of any province: what is left of the draw within the part of the slot that it hit, from 0 to `cut` or from there to 1, picks the place by size. */
function placeFarAway(tables: Tables, provinceStart: Int32s, cut: Float64s, owner: Int32s, from: i32, u: f64): i32 {
  const flowCut = tables.flowCut
  const provinces = tables.provinces
  const slot = u * f64(provinces)
  const below = whole(slot)
  const pair = from * provinces + below
  const within = slot - f64(below)
  const second = i32(within >= flowCut[pair])
  return placeOf(provinceStart, cut, owner, tables.flowOwner[pair * 2 + second],
    (within - f64(second) * flowCut[pair]) / Math.abs(f64(second) - flowCut[pair]))
}

/**
 * What is drawn for everybody, and the rest for those who have no co-villagers in town; positions of the others go to the end of the same column.
 * @param room between the draws of one purpose and of the next @returns how many have none
 */
function withoutCompany(places: PlacesInMind, tables: Tables, thinker: Thinker, number: i32, room: i32): i32 {
  const province = places.province
  const town = places.town
  const city = places.city
  const provinceStart = tables.provinceStart
  const cut = tables.sizeCut
  const owner = tables.sizeOwner
  const coVillagersStart = tables.coVillagersStart
  const perRegistered = tables.perRegistered
  const draws = thinker.draws
  const home = thinker.home
  const origin = thinker.origin
  const company = thinker.company
  const gone = thinker.gone
  const sample = thinker.sample
  const shares = thinker.shares
  const lonely = thinker.lonely
  let alone = 0
  let others = number
  for (let n = 0; n < number; n++) {
    const itsHome = home[n]
    const itsOrigin = origin[n]
    const its = coVillagersStart[itsOrigin + 1] - coVillagersStart[itsOrigin]
    const q = i32(province[itsHome])
    const s = n * sampleSize
    company[n] = its
    gone[n] = f64(its) * perRegistered[itsOrigin]
    lonely[alone] = n
    lonely[others - 1] = n
    const isAlone = i32(its === 0)
    alone += isAlone
    others -= isAlone ^ 1
    sample[s] = town[itsHome]
    sample[s + 1] = city[itsHome]
    sample[s + 2] = placeOf(provinceStart, cut, owner, q, asShare(draws[n]))
    sample[s + 3] = placeFarAway(tables, provinceStart, cut, owner, q, asShare(draws[room + n]))
  }
  for (let k = 0; k < alone; k++) {
    const n = lonely[k]
    const q = i32(province[home[n]])
    const s = n * sampleSize
    for (let by = sampleDraws - byNetwork; by < sampleDraws; by++) {
      sample[s + 2 + by] = placeFarAway(tables, provinceStart, cut, owner, q, asShare(draws[by * room + n]))
    }
    for (let at = s; at < s + sampleSize; at++) shares[at] = 0
  }
  return alone
}

/**
 * Places of co-villagers; and how many of them live at the places that were drawn otherwise. Groups are in the order of places: halving finds a place without a
 * branch, and finds four of them side by side, none of which waits for another.
 */
function withCompany(tables: Tables, thinker: Thinker, from: i32, number: i32, room: i32): void {
  const groupStart = tables.groupStart
  const groupPlace = tables.groupPlace
  const groupSize = tables.groupSize
  const coVillagersStart = tables.coVillagersStart
  const coVillagers = tables.coVillagers
  const draws = thinker.draws
  const origin = thinker.origin
  const company = thinker.company
  const sample = thinker.sample
  const shares = thinker.shares
  const lonely = thinker.lonely
  // First which co-villagers come to mind: looks of a loop as short as this run side by side.
  for (let k = from; k < number; k++) {
    const n = lonely[k]
    const start = coVillagersStart[origin[n]]
    for (let by = sampleDraws - byNetwork; by < sampleDraws; by++) {
      sample[n * sampleSize + 2 + by] = coVillagers[start + draws[by * room + n] % company[n]]
    }
  }
  for (let k = from; k < number; k++) {
    const n = lonely[k]
    const s = n * sampleSize
    const all = f64(company[n])
    const itsOrigin = origin[n]
    for (let by = sampleDraws - byNetwork; by < sampleDraws; by++) {
      const group = sample[s + 2 + by]
      sample[s + 2 + by] = groupPlace[group]
      shares[s + 2 + by] = f64(groupSize[group]) / all
    }
    const place0 = sample[s]
    const place1 = sample[s + 1]
    const place2 = sample[s + 2]
    const place3 = sample[s + 3]
    let at0 = groupStart[itsOrigin]
    let left = groupStart[itsOrigin + 1] - at0
    let at1 = at0
    let at2 = at0
    let at3 = at0
    while (left > 1) {
      const half = left >> 1
      at0 += half & ((i32(groupPlace[at0 + half]) - place0 - 1) >> 31)
      at1 += half & ((i32(groupPlace[at1 + half]) - place1 - 1) >> 31)
      at2 += half & ((i32(groupPlace[at2 + half]) - place2 - 1) >> 31)
      at3 += half & ((i32(groupPlace[at3 + half]) - place3 - 1) >> 31)
      left -= half
    }
    shares[s] = f64(i32(groupPlace[at0] === place0) * groupSize[at0]) / all
    shares[s + 1] = f64(i32(groupPlace[at1] === place1) * groupSize[at1]) / all
    shares[s + 2] = f64(i32(groupPlace[at2] === place2) * groupSize[at2]) / all
    shares[s + 3] = f64(i32(groupPlace[at3] === place3) * groupSize[at3]) / all
  }
}

function correct(places: PlacesInMind, tables: Tables, thinker: Thinker, number: i32): void {
  const province = places.province
  const town = places.town
  const city = places.city
  const provinces = tables.provinces
  const sizes = tables.sizes
  const flows = tables.flows
  const home = thinker.home
  const company = thinker.company
  const sample = thinker.sample
  const shares = thinker.shares
  const correction = thinker.correction
  for (let n = 0; n < number; n++) {
    const itsHome = home[n]
    const itsTown = town[itsHome]
    const itsCity = city[itsHome]
    const from = i32(province[itsHome])
    const byCompany = i32(company[n] > 0) * byNetwork
    const byFar = f64(sampleSize - 3 - byCompany)
    for (let s = n * sampleSize, end = s + sampleSize; s < end; s++) {
      const d = sample[s]
      const to = i32(province[d])
      const flow = (from * provinces + to) * 2
      const within = sizes[d * 2 + 1]
      const chance = (f64(i32(d === itsTown) + i32(d === itsCity)) + f64(i32(from === to)) * within + byFar * flows[flow] * within + f64(byCompany) * shares[s])
        / f64(sampleSize)
      correction[s] = f64(i32(d !== itsHome)) * sizes[d * 2] * flows[flow + 1] / Math.max(chance, 1e-9)
    }
  }
}
