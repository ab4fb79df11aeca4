/**
 * A sample of places for one household: its own town and city, a place of its province and one further away drawn by size, and places where
 * co-villagers live. Each is weighted by the inverse of its chance to be in the sample, so that sums over the sample estimate sums over all
 * places (McFadden 1978). A place counts as many times as it has jobs.
 */
import { certain, drawEach, type Chance } from '../random.ts'
import type { Places, World } from '../world.ts'
import type { Destinations } from './destinations.ts'
import { sampleSize, thinker } from './thinker.ts'

/** Members of the sample drawn from co-villagers. */
const byNetwork = 2
/** Those that are drawn by chance, each with a chance of its own. */
export const sampleDraws = sampleSize - 2

/** Draws the samples of the first `number` thinkers. @param chances one for each of the `sampleDraws` */
export function sampleDestinations({ places }: World, destinations: Destinations, number: number, chances: readonly Chance[]): void {
  const { idLow, idHigh, drawn, everyone, lonely } = thinker
  const alone = countCompany(destinations, number)
  ownTownAndCity(places, number)
  for (let n = 0; n < sampleDraws; n++) {
    drawEach(chances[n], idLow, idHigh, number, drawn)
    if (n === 0) bySizeInProvince(places, destinations, number, 2)
    else if (n === 1) bySizeFarAway(places, destinations, 3, everyone, number)
    else {
      byCoVillagers(destinations, number, 2 + n)
      bySizeFarAway(places, destinations, 2 + n, lonely, alone)
    }
  }
  findCoVillagers(destinations, number)
  correct(places, destinations, number)
}

/** @returns how many have no co-villagers in town */
function countCompany({ coVillagersStart }: Destinations, number: number): number {
  const { company, origin, lonely } = thinker
  let alone = 0
  for (let n = 0; n < number; n++) {
    company[n] = coVillagersStart[origin[n] + 1] - coVillagersStart[origin[n]]
    lonely[alone] = n
    alone += +(company[n] === 0)
  }
  return alone
}

function ownTownAndCity({ town, city }: Places, number: number): void {
  const { sample, home } = thinker
  for (let n = 0; n < number; n++) {
    sample[n * sampleSize] = town[home[n]]
    sample[n * sampleSize + 1] = city[home[n]]
  }
}

/** A place of the province by size, for a number in [0, 1). */
function placeOf({ provinceStart, bySize: { cut, owner } }: Destinations, q: number, u: number): number {
  const start = provinceStart[q]
  const slot = u * (provinceStart[q + 1] - start)
  const n = start + (slot | 0)
  return owner[n * 2 + +(slot - (slot | 0) >= cut[n])]
}

function bySizeInProvince({ province }: Places, destinations: Destinations, number: number, at: number): void {
  const { sample, home, drawn } = thinker
  for (let n = 0; n < number; n++) sample[n * sampleSize + at] = placeOf(destinations, province[home[n]], drawn[n] / certain)
}

/** @param whose positions of those for whom to draw, `number` of them */
function bySizeFarAway({ province }: Places, destinations: Destinations, at: number, whose: Int32Array, number: number): void {
  const { drawn, home, sample } = thinker
  const { provinces, byProvince: { cut, owner } } = destinations
  for (let k = 0; k < number; k++) {
    const n = whose[k]
    const slot = (drawn[n] / certain) * provinces
    const pair = province[home[n]] * provinces + (slot | 0)
    const within = slot - (slot | 0)
    const second = +(within >= cut[pair])
    // What is left of the draw within the part of the slot that it hit, from 0 to `cut` or from there to 1, picks the place.
    sample[n * sampleSize + at] = placeOf(destinations, owner[pair * 2 + second], (within - second * cut[pair]) / Math.abs(second - cut[pair]))
  }
}

function byCoVillagers({ coVillagersStart, coVillagers, groupPlace, groupSize }: Destinations, number: number, at: number): void {
  const { company, origin, drawn, sample, shares } = thinker
  for (let n = 0; n < number; n++) {
    const size = company[n]
    if (size === 0) continue
    const group = coVillagers[coVillagersStart[origin[n]] + (drawn[n] % size)]
    sample[n * sampleSize + at] = groupPlace[group]
    shares[n * sampleSize + at] = groupSize[group] / size
  }
}

/**
 * Co-villagers at the places that were drawn otherwise. Groups are in the order of places: halving finds a place without a branch, which processors would
 * guess wrong half of the time, and finds four of them side by side, none of which waits for another.
 */
function findCoVillagers({ groupStart, groupPlace, groupSize }: Destinations, number: number): void {
  const { company, shares, sample, origin } = thinker
  for (let n = 0; n < number; n++) {
    const s = n * sampleSize
    const all = company[n]
    if (all === 0) {
      shares.fill(0, s, s + sampleSize)
      continue
    }
    const place0 = sample[s]
    const place1 = sample[s + 1]
    const place2 = sample[s + 2]
    const place3 = sample[s + 3]
    let at0 = groupStart[origin[n]]
    let left = groupStart[origin[n] + 1] - at0
    let at1 = at0
    let at2 = at0
    let at3 = at0
    while (left > 1) {
      const half = left >> 1
      at0 += half & ((groupPlace[at0 + half] - place0 - 1) >> 31)
      at1 += half & ((groupPlace[at1 + half] - place1 - 1) >> 31)
      at2 += half & ((groupPlace[at2 + half] - place2 - 1) >> 31)
      at3 += half & ((groupPlace[at3 + half] - place3 - 1) >> 31)
      left -= half
    }
    shares[s] = (+(groupPlace[at0] === place0) * groupSize[at0]) / all
    shares[s + 1] = (+(groupPlace[at1] === place1) * groupSize[at1]) / all
    shares[s + 2] = (+(groupPlace[at2] === place2) * groupSize[at2]) / all
    shares[s + 3] = (+(groupPlace[at3] === place3) * groupSize[at3]) / all
  }
}

function correct({ town, city, province }: Places, { provinces, sizes, flows }: Destinations, number: number): void {
  const { home, company, sample, shares, correction } = thinker
  for (let n = 0; n < number; n++) {
    const itsHome = home[n]
    const itsTown = town[itsHome]
    const itsCity = city[itsHome]
    const from = province[itsHome]
    const byCompany = +(company[n] > 0) * byNetwork
    const byFar = sampleSize - 3 - byCompany
    for (let s = n * sampleSize; s < (n + 1) * sampleSize; s++) {
      const d = sample[s]
      const to = province[d]
      const flow = (from * provinces + to) * 2
      const within = sizes[d * 2 + 1]
      const chance = (+(d === itsTown) + +(d === itsCity) + +(from === to) * within + byFar * flows[flow] * within + byCompany * shares[s]) / sampleSize
      correction[s] = (+(d !== itsHome) * sizes[d * 2] * flows[flow + 1]) / Math.max(chance, 1e-9)
    }
  }
}
