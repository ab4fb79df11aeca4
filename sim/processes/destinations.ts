/**
 * A sample of places for one household: its own town and city, a place of its province and one further away drawn by size, and places where
 * co-villagers live. Each is weighted by the inverse of its chance to be in the sample, so that sums over the sample estimate sums over all
 * places (McFadden 1978). A place counts as many times as it has jobs.
 */
import { emptyAliasTable, fillAliasTable, type AliasTable } from '../alias.ts'
import { byColumn } from '../order.ts'
import { certain, draw, type Chance } from '../random.ts'
import type { NationData } from '../data.ts'
import type { World } from '../world.ts'

/** Members of the sample; the last two are drawn from co-villagers where there are any. */
export const sampleSize = 6
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
  /** Where the people registered in a place live when they are in town: `start[place] … start[place + 1]`. */
  coVillagersStart: Int32Array
  coVillagers: Uint16Array
  /** Co-villagers of one origin by place, kept while households of the same origin follow each other. */
  known: { origin: number; number: number; byPlace: Int32Array }
}

/** @param strangers people who live in a town or city and are registered elsewhere */
export function destinationsOf(world: World, data: NationData, strangers: Int32Array): Destinations {
  const { places, people } = world
  const provinces = data.provinces.code.length
  const size = new Float64Array(places.count)
  const inProvince = new Float64Array(provinces)
  let jobs = 0
  for (let j = places.villages; j < places.count; j++) jobs += places.jobs[j * 2] + places.jobs[j * 2 + 1]
  const provinceStart = new Int32Array(provinces + 1)
  for (let j = places.villages; j < places.count; j++) {
    size[j] = (places.jobs[j * 2] + places.jobs[j * 2 + 1]) / Math.max(1, jobs)
    inProvince[places.province[j]] += size[j]
    provinceStart[places.province[j] + 1]++
  }
  for (let q = 0; q < provinces; q++) provinceStart[q + 1] += provinceStart[q]
  const position = provinceStart.slice()
  const provincePlaces = new Int32Array(places.count - places.villages)
  const within = new Float64Array(places.count)
  for (let j = places.villages; j < places.count; j++) {
    const q = places.province[j]
    provincePlaces[position[q]++] = j
    within[j] = size[j] / Math.max(1e-12, inProvince[q])
  }
  const bySize = emptyAliasTable(provincePlaces.length)
  const sizes = Float64Array.from(provincePlaces, (j) => size[j] + 1e-12)
  for (let q = 0; q < provinces; q++) fillAliasTable(bySize, sizes, provinceStart[q], provinceStart[q + 1])
  const farShares = new Float64Array(provinces * provinces)
  const byProvince = emptyAliasTable(provinces * provinces)
  for (let p = 0; p < provinces; p++) {
    let total = 0
    for (let q = 0; q < provinces; q++) total += data.originDestination[p * provinces + q]
    for (let q = 0; q < provinces; q++) farShares[p * provinces + q] = data.originDestination[p * provinces + q] / total
    fillAliasTable(byProvince, farShares, p * provinces, p * provinces + provinces)
  }

  const { place, registered } = people
  // Ordered by place first and by registration after it: the order of people in memory leaves no trace.
  const byPlace = byColumn(strangers, place, places.count).members
  const { start: coVillagersStart, members } = byColumn(byPlace, registered, places.count)
  const coVillagers = new Uint16Array(members.length)
  for (let n = 0; n < members.length; n++) coVillagers[n] = place[members[n]]
  return {
    provinces, size, within, provinceStart, provincePlaces, bySize, farShares, byProvince, coVillagersStart, coVillagers,
    known: { origin: -1, number: 0, byPlace: new Int32Array(places.count) },
  }
}

/** Counts the co-villagers of another origin by place. */
function turnTo({ coVillagersStart, coVillagers, known }: Destinations, origin: number): void {
  const { byPlace } = known
  if (known.origin >= 0) {
    for (let n = coVillagersStart[known.origin]; n < coVillagersStart[known.origin + 1]; n++) byPlace[coVillagers[n]] = 0
  }
  for (let n = coVillagersStart[origin]; n < coVillagersStart[origin + 1]; n++) byPlace[coVillagers[n]]++
  known.origin = origin
  known.number = coVillagersStart[origin + 1] - coVillagersStart[origin]
}

/** A place of the province by size, for a number in [0, 1). */
function placeOf({ provinceStart, provincePlaces, bySize }: Destinations, q: number, u: number): number {
  const start = provinceStart[q]
  const slot = u * (provinceStart[q + 1] - start)
  const n = start + (slot | 0)
  return provincePlaces[slot - (slot | 0) < bySize.cut[n] ? n : bySize.other[n]]
}

/**
 * Fills `sample` with places, `correction` with job share / chance to be drawn (the sums over the sample are to be divided by `sampleSize`;
 * 0 for a draw that lands at home) and `network` with the share of co-villagers who live there.
 */
export function sampleDestinations(
  { places, governments: { affinity } }: World, destinations: Destinations, home: number, origin: number,
  chances: readonly Chance[], idLow: number, idHigh: number, sample: Int32Array, correction: Float64Array, network: Float64Array,
): void {
  const { provinces, size, within, farShares, byProvince, coVillagersStart, coVillagers, known } = destinations
  if (known.origin !== origin) turnTo(destinations, origin)
  const { number, byPlace } = known
  const p = places.province[home]
  const town = places.town[home]
  const city = places.city[home]
  sample[0] = town
  sample[1] = city
  for (let n = 2; n < sampleSize; n++) {
    const drawn = draw(chances[n - 2], idLow, idHigh)
    if (n >= 4 && number > 0) sample[n] = coVillagers[coVillagersStart[origin] + (drawn % number)]
    else if (n === 2) sample[n] = placeOf(destinations, p, drawn / certain)
    else {
      const slot = (drawn / certain) * provinces
      const at = p * provinces + (slot | 0)
      const rest = slot - (slot | 0)
      const cut = byProvince.cut[at]
      // What is left of the draw within the part of the slot that it hit picks the place.
      sample[n] = rest < cut
        ? placeOf(destinations, slot | 0, rest / cut)
        : placeOf(destinations, byProvince.other[at] - p * provinces, (rest - cut) / (1 - cut))
    }
  }
  const byNetwork = number > 0 ? 2 : 0
  const byFar = sampleSize - 3 - byNetwork
  for (let n = 0; n < sampleSize; n++) {
    const d = sample[n]
    const share = number > 0 ? byPlace[d] / number : 0
    network[n] = share
    if (d === home) {
      correction[n] = 0
      continue
    }
    const q = places.province[d]
    const chance = ((d === town ? 1 : 0) + (d === city ? 1 : 0) + (q === p ? within[d] : 0)
      + byFar * farShares[p * provinces + q] * within[d] + byNetwork * share) / sampleSize
    correction[n] = (size[d] * affinity[p * provinces + q]) / Math.max(chance, 1e-9)
  }
}
