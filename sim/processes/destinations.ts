/**
 * A sample of places for one household: its own town and city, a place of its province and one further away drawn by size, and places where
 * co-villagers live. Each is weighted by the inverse of its chance to be in the sample, so that sums over the sample estimate sums over all
 * places (McFadden 1978). A place counts as many times as it has jobs.
 */
import { certain, draw, type Chance } from '../random.ts'
import type { NationData } from '../data.ts'
import type { World } from '../world.ts'

/** Members of the sample; the last two are drawn from co-villagers where there are any. */
export const sampleSize = 6
/** Members that are drawn by chance, each with a chance of its own. */
export const sampleDraws = sampleSize - 2

export interface Destinations {
  /** Share of all urban jobs. */
  size: Float64Array
  /** Urban places by province with running sums of size. */
  provinceStart: Int32Array
  provincePlaces: Int32Array
  provinceSums: Float64Array
  /** Running sums over provinces of where people from a province go, `[from * provinces + to]`, and the shares themselves. */
  farSums: Float64Array
  farShares: Float64Array
  /** Where the people registered in a place live when they are in town: `start[place] … start[place + 1]`. */
  coVillagersStart: Int32Array
  coVillagers: Uint16Array
}

/** @param strangers people who live in a town or city and are registered elsewhere */
export function destinationsOf(world: World, data: NationData, strangers: Int32Array): Destinations {
  const { places, people } = world
  const provinces = data.provinces.code.length
  const size = new Float64Array(places.count)
  let jobs = 0
  for (let j = places.villages; j < places.count; j++) jobs += places.jobs[j * 2] + places.jobs[j * 2 + 1]
  const provinceStart = new Int32Array(provinces + 1)
  for (let j = places.villages; j < places.count; j++) {
    size[j] = (places.jobs[j * 2] + places.jobs[j * 2 + 1]) / Math.max(1, jobs)
    provinceStart[places.province[j] + 1]++
  }
  for (let q = 0; q < provinces; q++) provinceStart[q + 1] += provinceStart[q]
  const position = provinceStart.slice()
  const provincePlaces = new Int32Array(places.count - places.villages)
  for (let j = places.villages; j < places.count; j++) provincePlaces[position[places.province[j]]++] = j
  const provinceSums = new Float64Array(provincePlaces.length)
  for (let q = 0; q < provinces; q++) {
    let total = 0
    for (let n = provinceStart[q]; n < provinceStart[q + 1]; n++) provinceSums[n] = total += size[provincePlaces[n]]
  }
  const farSums = new Float64Array(provinces * provinces)
  const farShares = new Float64Array(provinces * provinces)
  for (let p = 0; p < provinces; p++) {
    let total = 0
    for (let q = 0; q < provinces; q++) total += data.originDestination[p * provinces + q]
    let running = 0
    for (let q = 0; q < provinces; q++) {
      farShares[p * provinces + q] = data.originDestination[p * provinces + q] / total
      farSums[p * provinces + q] = running += farShares[p * provinces + q]
    }
  }

  const { place, registered } = people
  // Ordered by place first and by registration after it, each kept in order: co-villagers then stand sorted, whatever the order of people.
  const byPlace = ordered(strangers, place, places.count).members
  const { start: coVillagersStart, members } = ordered(byPlace, registered, places.count)
  const coVillagers = new Uint16Array(members.length)
  for (let n = 0; n < members.length; n++) coVillagers[n] = place[members[n]]
  return { size, provinceStart, provincePlaces, provinceSums, farSums, farShares, coVillagersStart, coVillagers }
}

/** Counting sort: persons by a column, those of equal value in the order they came. */
function ordered(persons: Int32Array, column: Uint16Array, values: number): { start: Int32Array; members: Int32Array } {
  const start = new Int32Array(values + 1)
  for (let n = 0; n < persons.length; n++) start[column[persons[n]] + 1]++
  for (let j = 0; j < values; j++) start[j + 1] += start[j]
  const next = start.slice()
  const members = new Int32Array(persons.length)
  for (let n = 0; n < persons.length; n++) members[next[column[persons[n]]]++] = persons[n]
  return { start, members }
}

/** Share of the co-villagers in town who live in `place`: they are sorted, so two searches count them. */
export function shareOfCoVillagers({ coVillagersStart, coVillagers }: Destinations, origin: number, place: number): number {
  const start = coVillagersStart[origin]
  const end = coVillagersStart[origin + 1]
  if (end === start) return 0
  return (firstNotBelow(coVillagers, start, end, place + 1) - firstNotBelow(coVillagers, start, end, place)) / (end - start)
}

function firstNotBelow(sorted: Uint16Array, from: number, to: number, value: number): number {
  while (from < to) {
    const middle = (from + to) >> 1
    if (sorted[middle] < value) from = middle + 1
    else to = middle
  }
  return from
}

/**
 * Fills `sample` with places and `correction` with job share / chance to be drawn; the sums over the sample are to be divided by `sampleSize`.
 * A draw that lands at home has correction 0.
 */
export function sampleDestinations(
  { places }: World, destinations: Destinations, home: number, origin: number,
  chances: readonly Chance[], idLow: number, idHigh: number, sample: Int32Array, correction: Float64Array, network: Float64Array,
): void {
  const { size, provinceStart, provincePlaces, provinceSums, farSums, farShares, coVillagersStart, coVillagers } = destinations
  const provinces = provinceStart.length - 1
  const p = places.province[home]
  const start = coVillagersStart[origin]
  const known = coVillagersStart[origin + 1] - start
  for (let n = 0; n < sampleSize; n++) {
    if (n < 2) {
      sample[n] = n === 0 ? places.town[home] : places.city[home]
      continue
    }
    const drawn = draw(chances[n - 2], idLow, idHigh)
    const u = drawn / certain
    if (n >= 4 && known > 0) sample[n] = coVillagers[start + (drawn % known)]
    else {
      let q = p
      let v = u
      if (n !== 2) {
        let low = 0
        let high = provinces - 1
        while (low < high) {
          const middle = (low + high) >> 1
          if (farSums[p * provinces + middle] > u) high = middle
          else low = middle + 1
        }
        q = low
        // What is left of u within the province chosen picks the place.
        v = 1 - (farSums[p * provinces + q] - u) / Math.max(1e-12, farShares[p * provinces + q])
      }
      let low = provinceStart[q]
      let high = provinceStart[q + 1] - 1
      const target = v * provinceSums[high]
      while (low < high) {
        const middle = (low + high) >> 1
        if (provinceSums[middle] > target) high = middle
        else low = middle + 1
      }
      sample[n] = provincePlaces[low]
    }
  }
  const byNetwork = known > 0 ? 2 : 0
  const byFar = sampleSize - 3 - byNetwork
  for (let n = 0; n < sampleSize; n++) {
    const d = sample[n]
    network[n] = shareOfCoVillagers(destinations, origin, d)
    if (d === home) {
      correction[n] = 0
      continue
    }
    const q = places.province[d]
    const within = size[d] / provinceSums[provinceStart[q + 1] - 1]
    const chance = ((d === places.town[home] ? 1 : 0) + (d === places.city[home] ? 1 : 0) + (q === p ? within : 0)
      + byFar * farShares[p * provinces + q] * within + byNetwork * network[n]) / sampleSize
    correction[n] = size[d] / Math.max(chance, 1e-9)
  }
}
