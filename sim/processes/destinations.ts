/**
 * Where there is to go: towns and cities by size, in each province and from each province to the others, and where people from a village live. Tables of the
 * year, from which `sampleDestinations` draws.
 */
import { emptyAliasTable, fillAliasTable, type AliasTable } from '../alias.ts'
import { onceFor } from '../once-for.ts'
import { scratch, scratchZeros } from '../scratch.ts'
import type { NationData } from '../data.ts'
import type { People, World } from '../world.ts'
import { inBlocks } from '../blocks.ts'

export interface Destinations {
  provinces: number
  /** Share of all urban jobs, and of those of the province, `[place * 2]` and after it: read together. */
  sizes: Float64Array
  /** Urban places by province: `provinceStart[province] … provinceStart[province + 1]` of the table that draws one of them by size. */
  provinceStart: Int32Array
  bySize: AliasTable
  /** Share of those who go from a province that go to another, and how ready they are to go there: `[(from * provinces + to) * 2]` and after it. */
  flows: Float64Array
  /** Draws where people from a province go. */
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
  sizes: scratchZeros(Float64Array), provincePlaces: scratch(Int32Array), weights: scratch(Float64Array),
  both: scratch(Int32Array), byPlace: scratch(Int32Array), placeStart: scratchZeros(Int32Array), next: scratch(Int32Array), where: scratch(Uint16Array),
  coVillagersStart: scratchZeros(Int32Array), coVillagers: scratch(Int32Array),
  groupStart: scratch(Int32Array), groupPlace: scratch(Uint16Array), groupSize: scratchZeros(Int32Array),
}

/** They hold until they are asked for again. @param strangers people who live in a town or city and are registered elsewhere */
export function destinationsOf(world: World, data: NationData, strangers: Int32Array): Destinations {
  const { affinity } = world.governments
  const flows = farOf(data.originDestination)
  // The shares are the same for all worlds and years; beside them stands what holds in this one.
  for (let pair = 0; pair < affinity.length; pair++) flows.flows[pair * 2 + 1] = affinity[pair]
  return { provinces: data.provinces.code.length, ...sizesOf(world, data), ...flows, ...groupsOf(world, strangers) }
}

/** Towns and cities by their jobs: of a town that a stage shows in part there are as many to go to as in all of it. */
function sizesOf({ places }: World, data: NationData): Pick<Destinations, 'sizes' | 'provinceStart' | 'bySize'> {
  const provinces = data.provinces.code.length
  const sizes = memory.sizes(places.count * 2)
  const inProvince = new Float64Array(provinces)
  let jobs = 0
  for (let j = places.villages; j < places.count; j++) jobs += (places.jobs[j * 2] + places.jobs[j * 2 + 1]) / places.shown[j]
  const provinceStart = new Int32Array(provinces + 1)
  for (let j = places.villages; j < places.count; j++) {
    sizes[j * 2] = (places.jobs[j * 2] + places.jobs[j * 2 + 1]) / places.shown[j] / Math.max(1, jobs)
    inProvince[places.province[j]] += sizes[j * 2]
    provinceStart[places.province[j] + 1]++
  }
  for (let q = 0; q < provinces; q++) provinceStart[q + 1] += provinceStart[q]
  const position = provinceStart.slice()
  const provincePlaces = memory.provincePlaces(places.count - places.villages)
  for (let j = places.villages; j < places.count; j++) {
    const q = places.province[j]
    provincePlaces[position[q]++] = j
    sizes[j * 2 + 1] = sizes[j * 2] / Math.max(1e-12, inProvince[q])
  }
  const bySize = emptyAliasTable(provincePlaces.length)
  const weights = memory.weights(provincePlaces.length)
  for (let n = 0; n < weights.length; n++) weights[n] = sizes[provincePlaces[n] * 2] + 1e-12
  for (let q = 0; q < provinces; q++) fillAliasTable(bySize, weights, provincePlaces, provinceStart[q], provinceStart[q + 1])
  return { sizes, provinceStart, bySize }
}

/** Where people from a province go in the census's matrix: the same every year. */
const farOf = onceFor((originDestination: NationData['originDestination']): Pick<Destinations, 'flows' | 'byProvince'> => {
  const provinces = Math.round(Math.sqrt(originDestination.length))
  const shares = new Float64Array(provinces * provinces)
  const flows = new Float64Array(provinces * provinces * 2)
  const byProvince = emptyAliasTable(provinces * provinces)
  const names = Int32Array.from(shares, (_, pair) => pair % provinces)
  for (let p = 0; p < provinces; p++) {
    let total = 0
    for (let q = 0; q < provinces; q++) total += originDestination[p * provinces + q]
    for (let pair = p * provinces; pair < (p + 1) * provinces; pair++) {
      shares[pair] = originDestination[pair] / total
      flows[pair * 2] = shares[pair]
    }
    fillAliasTable(byProvince, shares, names, p * provinces, p * provinces + provinces)
  }
  return { flows, byProvince }
})

/**
 * Strangers by registration, and by place after it: the order of people in memory leaves no trace. A counting sort by place and then one by registration, of
 * both packed into one number, so that people are looked at once.
 */
function groupsOf({ people, places }: World, strangers: Int32Array): Pick<Destinations, 'groupStart' | 'groupPlace' | 'groupSize' | 'coVillagersStart' | 'coVillagers'> {
  const number = strangers.length
  const both = memory.both(number)
  const placeStart = memory.placeStart(places.count + 1)
  const coVillagersStart = memory.coVillagersStart(places.count + 1)
  inBlocks(number, (start, end) => pack(people, strangers, both, placeStart, coVillagersStart, start, end))
  for (let j = 0; j < places.count; j++) {
    placeStart[j + 1] += placeStart[j]
    coVillagersStart[j + 1] += coVillagersStart[j]
  }
  const byPlace = memory.byPlace(number)
  inBlocks(number, (start, end) => sortByPlace(both, byPlace, placeStart, start, end))
  const next = memory.next(places.count + 1)
  next.set(coVillagersStart)
  const where = memory.where(number)
  inBlocks(number, (start, end) => sortByRegistration(byPlace, where, next, start, end))
  return { ...grouped(where, coVillagersStart), coVillagersStart }
}

/** Registration (the upper half) and place of each stranger, and how many there are of each, one position on. */
function pack({ place, registered }: People, strangers: Int32Array, both: Int32Array, places: Int32Array, registrations: Int32Array, start: number, end: number): void {
  for (let n = start; n < end; n++) {
    const i = strangers[n]
    both[n] = (registered[i] << 16) | place[i]
    places[place[i] + 1]++
    registrations[registered[i] + 1]++
  }
}

function sortByPlace(both: Int32Array, byPlace: Int32Array, next: Int32Array, start: number, end: number): void {
  for (let n = start; n < end; n++) byPlace[next[both[n] & 0xffff]++] = both[n]
}

function sortByRegistration(both: Int32Array, where: Uint16Array, next: Int32Array, start: number, end: number): void {
  for (let n = start; n < end; n++) where[next[both[n] >>> 16]++] = both[n] & 0xffff
}

/** Numbers those who live in one place and are registered in one place. @param where where they live, by registration and then by place */
function grouped(where: Uint16Array, coVillagersStart: Int32Array): Pick<Destinations, 'groupStart' | 'groupPlace' | 'groupSize' | 'coVillagers'> {
  const places = coVillagersStart.length - 1
  const groupStart = memory.groupStart(places + 1)
  const groupPlace = memory.groupPlace(where.length)
  const groupSize = memory.groupSize(where.length)
  const coVillagers = memory.coVillagers(where.length)
  let groups = 0
  for (let j = 0; j < places; j++) {
    groupStart[j] = groups
    groups = groupsAt(where, groupPlace, groupSize, coVillagers, groups, coVillagersStart[j], coVillagersStart[j + 1])
  }
  groupStart[places] = groups
  return { groupStart, groupPlace, groupSize, coVillagers }
}

function groupsAt(
  where: Uint16Array, groupPlace: Uint16Array, groupSize: Int32Array, coVillagers: Int32Array, groups: number, start: number, end: number,
): number {
  let last = -1
  for (let n = start; n < end; n++) {
    const at = where[n]
    groups += +(at !== last)
    last = at
    groupPlace[groups - 1] = at
    groupSize[groups - 1]++
    coVillagers[n] = groups - 1
  }
  return groups
}
