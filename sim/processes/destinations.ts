/**
 * Where there is to go: towns and cities by size, in each province and from each province to the others, and where people from a village live. Tables of the
 * year, from which `sampleDestinations` draws.
 */
import { emptyAliasTable, fillAliasTable, type AliasTable } from '../alias.ts'
import type { NationData } from '../data.ts'
import { constant } from '../memory.ts'
import { onceFor } from '../once-for.ts'
import { columnOf, scratchIn, scratchZerosIn, sharedIn } from '../scratch.ts'
import type { World } from '../world.ts'

/** Compiled loops read them: see `Tables` of sim/loops/sample-destinations.ts. */
export interface Destinations {
  provinces: number
  /** Share of all urban jobs, and of those of the province, `[place * 2]` and after it: read together. */
  sizes: Float64Array
  /** Urban places by province: `provinceStart[province] … provinceStart[province + 1]` of the table that draws one of them by size. */
  provinceStart: Int32Array
  sizeCut: Float64Array
  sizeOwner: Int32Array
  /** Share of those who go from a province that go to another, and how ready they are to go there: `[(from * provinces + to) * 2]` and after it. */
  flows: Float64Array
  /** The table that draws where people from a province go. */
  flowCut: Float64Array
  flowOwner: Int32Array
  /** Where people registered in a place live when they are in town, by place: groups `groupStart[place] … groupStart[place + 1]`. */
  groupStart: Int32Array
  groupPlace: Uint16Array
  groupSize: Int32Array
  /** The group of each of them: `coVillagersStart[place] … coVillagersStart[place + 1]`. */
  coVillagersStart: Int32Array
  coVillagers: Int32Array
  /** 1 / people registered in the place. */
  perRegistered: Float64Array
}

const scratch = {
  provincePlaces: columnOf(Int32Array), weights: columnOf(Float64Array),
  sizes: scratchZerosIn(Float64Array), provinceStart: scratchZerosIn(Int32Array), sizeCut: scratchIn(Float64Array), sizeOwner: scratchIn(Int32Array),
  flows: scratchIn(Float64Array), perRegistered: scratchIn(Float64Array),
  both: sharedIn(1, Int32Array), byPlace: sharedIn(2, Int32Array), placeStart: scratchZerosIn(Int32Array), next: scratchIn(Int32Array),
  where: sharedIn(3, Uint16Array),
  coVillagersStart: scratchZerosIn(Int32Array), coVillagers: scratchIn(Int32Array),
  groupStart: scratchIn(Int32Array), groupPlace: scratchIn(Uint16Array), groupSize: scratchZerosIn(Int32Array),
}

/** They hold until they are asked for again. @param incomers people who live in a town or city and are registered elsewhere */
export function destinationsOf(world: World, data: NationData, incomers: Int32Array): Destinations {
  const { sizes, provinceStart, bySize } = sizesOf(world, data)
  const { shares, byProvince } = farOf(data.originDestination)
  return {
    provinces: data.provinces.code.length,
    sizes, provinceStart, sizeCut: bySize.cut, sizeOwner: bySize.owner,
    flows: flowsOf(world, shares), flowCut: byProvince.cut, flowOwner: byProvince.owner,
    ...groupsOf(world, incomers),
    perRegistered: perRegistered(world),
  }
}

function perRegistered({ memory, places: { count, registered } }: World): Float64Array {
  const parts = scratch.perRegistered(memory, count)
  for (let j = 0; j < count; j++) parts[j] = 1 / Math.max(1, registered[j])
  return parts
}

/** The shares are the same for all worlds and years; beside them stands what holds in this one. */
function flowsOf({ memory, governments: { affinity } }: World, shares: Float64Array): Float64Array {
  const flows = scratch.flows(memory, shares.length * 2)
  for (let pair = 0; pair < shares.length; pair++) {
    flows[pair * 2] = shares[pair]
    flows[pair * 2 + 1] = affinity[pair]
  }
  return flows
}

/** Towns and cities by their jobs: of a town that a stage shows in part there are as many to go to as in all of it. */
function sizesOf({ memory, places }: World, data: NationData): Pick<Destinations, 'sizes' | 'provinceStart'> & { bySize: AliasTable } {
  const provinces = data.provinces.code.length
  const sizes = scratch.sizes(memory, places.count * 2)
  const inProvince = new Float64Array(provinces)
  let jobs = 0
  for (let j = places.villages; j < places.count; j++) jobs += (places.jobs[j * 2] + places.jobs[j * 2 + 1]) / places.shown[j]
  const provinceStart = scratch.provinceStart(memory, provinces + 1)
  for (let j = places.villages; j < places.count; j++) {
    sizes[j * 2] = (places.jobs[j * 2] + places.jobs[j * 2 + 1]) / places.shown[j] / Math.max(1, jobs)
    inProvince[places.province[j]] += sizes[j * 2]
    provinceStart[places.province[j] + 1]++
  }
  for (let q = 0; q < provinces; q++) provinceStart[q + 1] += provinceStart[q]
  const position = provinceStart.slice()
  const provincePlaces = scratch.provincePlaces(places.count - places.villages)
  for (let j = places.villages; j < places.count; j++) {
    const q = places.province[j]
    provincePlaces[position[q]++] = j
    sizes[j * 2 + 1] = sizes[j * 2] / Math.max(1e-12, inProvince[q])
  }
  const bySize = { cut: scratch.sizeCut(memory, provincePlaces.length), owner: scratch.sizeOwner(memory, provincePlaces.length * 2) }
  const weights = scratch.weights(provincePlaces.length)
  for (let n = 0; n < weights.length; n++) weights[n] = sizes[provincePlaces[n] * 2] + 1e-12
  for (let q = 0; q < provinces; q++) fillAliasTable(bySize, weights, provincePlaces, provinceStart[q], provinceStart[q + 1])
  return { sizes, provinceStart, bySize }
}

/** Where people from a province go in the census's matrix: the same every year. */
const farOf = onceFor((originDestination: NationData['originDestination']): { shares: Float64Array; byProvince: AliasTable } => {
  const provinces = Math.round(Math.sqrt(originDestination.length))
  const shares = new Float64Array(provinces * provinces)
  const byProvince = emptyAliasTable(provinces * provinces)
  const names = Int32Array.from(shares, (_, pair) => pair % provinces)
  for (let p = 0; p < provinces; p++) {
    let total = 0
    for (let q = 0; q < provinces; q++) total += originDestination[p * provinces + q]
    for (let pair = p * provinces; pair < (p + 1) * provinces; pair++) shares[pair] = originDestination[pair] / total
    fillAliasTable(byProvince, shares, names, p * provinces, p * provinces + provinces)
  }
  return { shares, byProvince: { cut: constant(byProvince.cut), owner: constant(byProvince.owner) } }
})

/** Incomers by registration, and by place after it: the order of people in memory leaves no trace. */
function groupsOf(
  { memory, people, places }: World, incomers: Int32Array,
): Pick<Destinations, 'groupStart' | 'groupPlace' | 'groupSize' | 'coVillagersStart' | 'coVillagers'> {
  const number = incomers.length
  const both = scratch.both(memory, number)
  both.set(incomers)
  const placeStart = scratch.placeStart(memory, places.count + 1)
  const coVillagersStart = scratch.coVillagersStart(memory, places.count + 1)
  const groupStart = scratch.groupStart(memory, places.count + 1)
  const groupPlace = scratch.groupPlace(memory, number)
  const groupSize = scratch.groupSize(memory, number)
  const coVillagers = scratch.coVillagers(memory, number)
  memory.loops.sortIncomers(
    people, number, places.count, both, scratch.byPlace(memory, number), placeStart, coVillagersStart, scratch.next(memory, places.count + 1),
    scratch.where(memory, number))
  memory.loops.groupIncomers(scratch.where(memory, number), places.count, coVillagersStart, groupStart, groupPlace, groupSize, coVillagers)
  return { groupStart, groupPlace, groupSize, coVillagersStart, coVillagers }
}
