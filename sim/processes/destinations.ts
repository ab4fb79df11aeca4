/**
 * A sample of places for one household: its own town and city, a place of its province and one further away drawn by size, and places where
 * co-villagers live. Each is weighted by the inverse of its chance to be in the sample, so that sums over the sample estimate sums over all
 * places (McFadden 1978). A place counts as many times as it has jobs.
 */
import { emptyAliasTable, fillAliasTable, type AliasTable } from '../alias.ts'
import { onceFor } from '../once-for.ts'
import { byColumn, scratchOrdered } from '../order.ts'
import { certain, drawEach, type Chance } from '../random.ts'
import { scratch, scratchZeros } from '../scratch.ts'
import type { NationData } from '../data.ts'
import type { World } from '../world.ts'

/** Members of the sample; the last two are drawn from co-villagers where there are any. */
export const sampleSize = 6
/** Members drawn from co-villagers. */
const byNetwork = 2
/** Members that are drawn by chance, each with a chance of its own. */
export const sampleDraws = sampleSize - 2

export interface Destinations {
  provinces: number
  /** Share of all urban jobs, and of those of the province. */
  size: Float64Array
  within: Float64Array
  /** Urban places by province, and the table that draws one of them by size. */
  provinceStart: Int32Array
  provincePlaces: Int32Array
  bySize: AliasTable
  /** Where people from a province go, `[from * provinces + to]`: the shares, and the table that draws one. */
  farShares: Float64Array
  byProvince: AliasTable
  /** Where people registered in a place live when they are in town, by place: groups `groupStart[place] … groupStart[place + 1]`. */
  groupStart: Int32Array
  groupPlace: Uint16Array
  groupSize: Int32Array
  /** The group of each of them: `coVillagersStart[place] … coVillagersStart[place + 1]`. */
  coVillagersStart: Int32Array
  coVillagers: Int32Array
}

const memory = {
  size: scratchZeros(Float64Array), within: scratchZeros(Float64Array), provincePlaces: scratch(Int32Array), sizes: scratch(Float64Array),
  byPlace: scratchOrdered(), coVillagers: scratchOrdered(),
  groupStart: scratch(Int32Array), groupPlace: scratch(Uint16Array), groupSize: scratchZeros(Int32Array),
}

/** They hold until they are asked for again. @param strangers people who live in a town or city and are registered elsewhere */
export function destinationsOf(world: World, data: NationData, strangers: Int32Array): Destinations {
  const { places } = world
  const provinces = data.provinces.code.length
  const size = memory.size(places.count)
  const inProvince = new Float64Array(provinces)
  let jobs = 0
  // Of a town that a stage shows in part there are as many jobs to go to as in all of it.
  for (let j = places.villages; j < places.count; j++) jobs += (places.jobs[j * 2] + places.jobs[j * 2 + 1]) / places.shown[j]
  const provinceStart = new Int32Array(provinces + 1)
  for (let j = places.villages; j < places.count; j++) {
    size[j] = (places.jobs[j * 2] + places.jobs[j * 2 + 1]) / places.shown[j] / Math.max(1, jobs)
    inProvince[places.province[j]] += size[j]
    provinceStart[places.province[j] + 1]++
  }
  for (let q = 0; q < provinces; q++) provinceStart[q + 1] += provinceStart[q]
  const position = provinceStart.slice()
  const provincePlaces = memory.provincePlaces(places.count - places.villages)
  const within = memory.within(places.count)
  for (let j = places.villages; j < places.count; j++) {
    const q = places.province[j]
    provincePlaces[position[q]++] = j
    within[j] = size[j] / Math.max(1e-12, inProvince[q])
  }
  const bySize = emptyAliasTable(provincePlaces.length)
  const sizes = memory.sizes(provincePlaces.length)
  for (let n = 0; n < sizes.length; n++) sizes[n] = size[provincePlaces[n]] + 1e-12
  for (let q = 0; q < provinces; q++) fillAliasTable(bySize, sizes, provinceStart[q], provinceStart[q + 1])
  return { provinces, size, within, provinceStart, provincePlaces, bySize, ...farOf(data.originDestination), ...groupsOf(world, strangers) }
}

/** Where people from a province go in the census's matrix: the same every year. */
const farOf = onceFor((originDestination: NationData['originDestination']): Pick<Destinations, 'farShares' | 'byProvince'> => {
  const provinces = Math.round(Math.sqrt(originDestination.length))
  const farShares = new Float64Array(provinces * provinces)
  const byProvince = emptyAliasTable(provinces * provinces)
  for (let p = 0; p < provinces; p++) {
    let total = 0
    for (let q = 0; q < provinces; q++) total += originDestination[p * provinces + q]
    for (let q = 0; q < provinces; q++) farShares[p * provinces + q] = originDestination[p * provinces + q] / total
    fillAliasTable(byProvince, farShares, p * provinces, p * provinces + provinces)
  }
  return { farShares, byProvince }
})

/** Strangers by registration and place. */
function groupsOf({ people, places }: World, strangers: Int32Array): Pick<Destinations, 'groupStart' | 'groupPlace' | 'groupSize' | 'coVillagersStart' | 'coVillagers'> {
  const { place, registered } = people
  // Ordered by place first and by registration after it: the order of people in memory leaves no trace.
  const byPlace = byColumn(strangers, place, places.count, memory.byPlace).members
  const { start: coVillagersStart, members: coVillagers } = byColumn(byPlace, registered, places.count, memory.coVillagers)
  const groupStart = memory.groupStart(places.count + 1)
  const groupPlace = memory.groupPlace(coVillagers.length)
  const groupSize = memory.groupSize(coVillagers.length)
  let groups = 0
  for (let j = 0; j < places.count; j++) {
    groupStart[j] = groups
    let last = -1
    for (let n = coVillagersStart[j]; n < coVillagersStart[j + 1]; n++) {
      const at = place[coVillagers[n]]
      if (at !== last) groupPlace[groups++] = last = at
      groupSize[groups - 1]++
      coVillagers[n] = groups - 1
    }
  }
  groupStart[places.count] = groups
  return { groupStart, groupPlace, groupSize, coVillagersStart, coVillagers }
}

/** How many people registered in `origin` live in town at `place`: groups are in the order of places. */
function coVillagersAt({ groupStart, groupPlace, groupSize }: Destinations, origin: number, place: number): number {
  let at = groupStart[origin]
  let number = groupStart[origin + 1] - at
  if (number === 0) return 0
  // Halved without a branch, which processors would guess wrong half of the time.
  while (number > 1) {
    const half = number >> 1
    at += half & ((groupPlace[at + half] - place - 1) >> 31)
    number -= half
  }
  return groupPlace[at] === place ? groupSize[at] : 0
}

/** A place of the province by size, for a number in [0, 1). */
function placeOf({ provinceStart, provincePlaces, bySize }: Destinations, q: number, u: number): number {
  const start = provinceStart[q]
  const slot = u * (provinceStart[q + 1] - start)
  const n = start + (slot | 0)
  return provincePlaces[slot - (slot | 0) < bySize.cut[n] ? n : bySize.other[n]]
}

/** Households whose samples are to be drawn, `number` of them; and the samples, `sampleSize` places for each. */
export interface Samples {
  number: number
  home: Int32Array
  origin: Int32Array
  idLow: Int32Array
  idHigh: Int32Array
  sample: Int32Array
  /** Jobs × affinity / chance to be drawn; sums over the sample are to be divided by `sampleSize`. 0 for a draw that lands at home. */
  correction: Float64Array
  /** Share of the co-villagers in town who live there. */
  shares: Float64Array
  /** Room for the draws of one purpose. */
  drawn: Int32Array
}

/** @param chances one for each of the `sampleDraws` */
export function sampleDestinations(world: World, destinations: Destinations, samples: Samples, chances: readonly Chance[]): void {
  ownTownAndCity(world, samples)
  const { idLow, idHigh, number, drawn } = samples
  for (let n = 0; n < sampleDraws; n++) {
    drawEach(chances[n], idLow, idHigh, number, drawn)
    if (n === 0) bySizeInProvince(world, destinations, samples, 2)
    else if (n === 1) bySizeFarAway(world, destinations, samples, 3, false)
    else {
      byCoVillagers(destinations, samples, 2 + n)
      bySizeFarAway(world, destinations, samples, 2 + n, true)
    }
  }
  findCoVillagers(destinations, samples)
  correct(world, destinations, samples)
}

function ownTownAndCity({ places }: World, { number, home, sample }: Samples): void {
  const { town, city } = places
  for (let n = 0; n < number; n++) {
    sample[n * sampleSize] = town[home[n]]
    sample[n * sampleSize + 1] = city[home[n]]
  }
}

function bySizeInProvince({ places }: World, destinations: Destinations, { number, home, sample, drawn }: Samples, at: number): void {
  const { province } = places
  for (let n = 0; n < number; n++) sample[n * sampleSize + at] = placeOf(destinations, province[home[n]], drawn[n] / certain)
}

/** @param strangersOnly only for those who have no co-villagers in town */
function bySizeFarAway({ places }: World, destinations: Destinations, { number, home, origin, sample, drawn }: Samples, at: number, strangersOnly: boolean): void {
  const { provinces, byProvince: { cut, other }, coVillagersStart } = destinations
  const { province } = places
  for (let n = 0; n < number; n++) {
    if (strangersOnly && coVillagersStart[origin[n] + 1] > coVillagersStart[origin[n]]) continue
    const p = province[home[n]]
    const slot = (drawn[n] / certain) * provinces
    const row = p * provinces + (slot | 0)
    const rest = slot - (slot | 0)
    // What is left of the draw within the part of the slot that it hit picks the place.
    sample[n * sampleSize + at] = rest < cut[row]
      ? placeOf(destinations, slot | 0, rest / cut[row])
      : placeOf(destinations, other[row] - p * provinces, (rest - cut[row]) / (1 - cut[row]))
  }
}

function byCoVillagers({ coVillagersStart, coVillagers, groupPlace, groupSize }: Destinations, { number, origin, sample, shares, drawn }: Samples, at: number): void {
  for (let n = 0; n < number; n++) {
    const start = coVillagersStart[origin[n]]
    const size = coVillagersStart[origin[n] + 1] - start
    if (size === 0) continue
    const group = coVillagers[start + (drawn[n] % size)]
    sample[n * sampleSize + at] = groupPlace[group]
    shares[n * sampleSize + at] = groupSize[group] / size
  }
}

/** Co-villagers at the places that were drawn otherwise. */
function findCoVillagers(destinations: Destinations, { number, origin, sample, shares }: Samples): void {
  const { coVillagersStart } = destinations
  for (let n = 0; n < number; n++) {
    const all = coVillagersStart[origin[n] + 1] - coVillagersStart[origin[n]]
    const end = (n + 1) * sampleSize - (all > 0 ? byNetwork : 0)
    for (let s = n * sampleSize; s < end; s++) shares[s] = all > 0 ? coVillagersAt(destinations, origin[n], sample[s]) / all : 0
  }
}

function correct({ places, governments: { affinity } }: World, destinations: Destinations, { number, home, origin, sample, correction, shares }: Samples): void {
  const { provinces, size, within, farShares, coVillagersStart } = destinations
  const { town, city, province } = places
  for (let n = 0; n < number; n++) {
    const itsHome = home[n]
    const itsOrigin = origin[n]
    const row = province[itsHome] * provinces
    const all = coVillagersStart[itsOrigin + 1] - coVillagersStart[itsOrigin]
    const byCompany = all > 0 ? byNetwork : 0
    const byFar = sampleSize - 3 - byCompany
    for (let s = n * sampleSize; s < (n + 1) * sampleSize; s++) {
      const d = sample[s]
      correction[s] = 0
      if (d === itsHome) continue
      const q = province[d]
      const chance = ((d === town[itsHome] ? 1 : 0) + (d === city[itsHome] ? 1 : 0) + (row === q * provinces ? within[d] : 0)
        + byFar * farShares[row + q] * within[d] + byCompany * shares[s]) / sampleSize
      correction[s] = (size[d] * affinity[row + q]) / Math.max(chance, 1e-9)
    }
  }
}
