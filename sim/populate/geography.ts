/**
 * The places of the first year: the urban districts of one prefecture form one city, every other county unit gives one town or city,
 * and each countryside is stood for by representative villages.
 *
 * A coarse run has fewer people, so it also has fewer places: neighbouring small towns, and the countrysides of counties with alike absence,
 * share one place in which there are still enough people for shares to mean something. Cities are never merged. What merging hides of the distances
 * between counties and seats is kept by pair of village and town.
 */
import type { NationData } from '../data.ts'
import { exp, ln } from '../math.ts'
import { onceFor } from '../once-for.ts'
import { emptyPlaces, type Places } from '../world.ts'

/** Villagers per representative village at 1:1,000 and finer. */
const villagersPerVillage = 100_000
/** Simulated villagers that a village of a coarse run has at least, and simulated residents of a town. */
export const leastVillagers = 100
export const leastTownspeople = 40
/** Residents of a real village: 662.5 m villagers in 594,658 villages, 2010. */
export const residentsPerRealVillage = 1114
const earthRadius = 6371

export interface PlaceSeed {
  counties: number[]
  /** Share of each county's urban or rural residents that live here. */
  shares: number[]
  units: number
  /** Where it lies, if not where the largest of its counties does. */
  longitude?: number
  latitude?: number
  /** The unit of the stored run that its people are read from, and its share in it; computed if absent. */
  given?: number
  givenShare?: number
}

export interface Geography {
  places: Places
  /** The main urban place of each county, its villages, and all its towns. */
  townOfCounty: Int32Array
  villagesOfCounty: number[][]
  townsOfCounty: number[][]
  /** Share of the county's villagers in each of `villagesOfCounty`, and of its townspeople in each of `townsOfCounty`. */
  villageShares: number[][]
  townShares: number[][]
}

export function layOut(data: NationData, scale: number): Geography {
  const { counties } = data
  const byPrefecture: number[][] = data.prefectures.code.map(() => [])
  counties.code.forEach((_, c) => byPrefecture[counties.prefecture[c]].push(c))

  const villageSeeds: PlaceSeed[] = []
  const townSeeds: PlaceSeed[] = []
  const cityOfPrefecture = new Int32Array(byPrefecture.length).fill(-1)
  for (const [prefecture, members] of byPrefecture.entries()) {
    villageSeeds.push(...countrysides(members.filter(c => counties.rural[c] > 0), data, scale))
    const districts = members.filter(c => counties.district[c] === 1 && counties.urban[c] > 0)
    if (districts.length > 0) {
      cityOfPrefecture[prefecture] = townSeeds.length
      townSeeds.push({ counties: districts, shares: districts.map(() => 1), units: 1 })
    }
    townSeeds.push(...towns(members.filter(c => counties.district[c] !== 1 && counties.urban[c] > 0), data, scale))
  }

  const geography = placesOfSeeds(data, villageSeeds, townSeeds, cityOfPrefecture)
  besideTheirTown(geography.places)
  if (scale > 1000) pairUp(geography.places, data)
  return geography
}

/**
 * Villages and towns that stand for several counties each are no single distance apart: some of their people live in the county of the seat, others
 * in one of its neighbours.
 */
function pairUp(places: Places, { counties }: NationData): void {
  const { villages, count, prefecture, urbanRank, pairStart, partStart, partCounty, partShare } = places
  const urban: number[][] = []
  for (let j = villages; j < count; j++) urbanRank[j] = (urban[prefecture[j]] ??= []).push(j) - 1
  const townsBy = (v: number): number[] => urban[prefecture[v]] ?? []
  for (let v = 0; v < villages; v++) pairStart[v + 1] = pairStart[v] + townsBy(v).length
  places.pairOwn = new Float64Array(pairStart[villages])
  places.pairDistance = new Float64Array(pairStart[villages])
  places.pairLocal = new Float64Array(pairStart[villages])
  // Districts of a prefecture are one city.
  const isOne = (a: number, b: number) => a === b || (counties.district[a] === 1 && counties.district[b] === 1)
  const seats = seatsOf(counties)
  for (let v = 0; v < villages; v++) {
    for (const [rank, town] of townsBy(v).entries()) {
      let [own, others, logs] = [0, 0, 0]
      for (let n = partStart[v]; n < partStart[v + 1]; n++) {
        const a = partCounty[n]
        for (let m = partStart[town]; m < partStart[town + 1]; m++) {
          const b = partCounty[m]
          const weight = counties.rural[a] * partShare[n] * counties.urban[b] * partShare[m]
          if (isOne(a, b)) own += weight
          else {
            others += weight
            logs += weight * ln(1 + seatsApart(seats, a, b) / 30)
          }
        }
      }
      places.pairOwn[pairStart[v] + rank] = own / (own + others)
      // The mean of logarithms: nearness is a power of 1 + d / 30 km.
      places.pairDistance[pairStart[v] + rank] = others > 0 ? 30 * (exp(logs / others) - 1) : 0
    }
  }
}

/** Kilometres between the seats of two counties. */
function seatsApart({ x, y, z }: Seats, a: number, b: number): number {
  const dx = x[a] - x[b]
  const dy = y[a] - y[b]
  const dz = z[a] - z[b]
  return earthRadius * Math.sqrt(dx * dx + dy * dy + dz * dz)
}

type Seats = Pick<Places, 'x' | 'y' | 'z'>

/** The seats of counties as unit vectors. */
const seatsOf = onceFor(({ longitude, latitude }: NationData['counties']): Seats => {
  const number = longitude.length
  const seats = { x: new Float64Array(number), y: new Float64Array(number), z: new Float64Array(number) }
  const radian = 3.141592653589793 / 180
  for (let c = 0; c < number; c++) {
    const [east, north] = [longitude[c] * radian, latitude[c] * radian]
    seats.x[c] = cosine(north) * cosine(east)
    seats.y[c] = cosine(north) * sine(east)
    seats.z[c] = sine(north)
  }
  return seats
})

/**
 * Places from what they stand for, villages first.
 * @param cityOfPrefecture position among `townSeeds` of the main city, −1 where there is none
 */
export function placesOfSeeds(data: NationData, villageSeeds: PlaceSeed[], townSeeds: PlaceSeed[], cityOfPrefecture: Int32Array): Geography {
  const { counties } = data
  const villages = villageSeeds.length
  const seeds = [...villageSeeds, ...townSeeds]
  const places = emptyPlaces(seeds.length, villages, seeds.reduce((sum, seed) => sum + seed.counties.length, 0))
  const townOfCounty = new Int32Array(counties.code.length).fill(-1)
  const villagesOfCounty: number[][] = counties.code.map(() => [])
  const townsOfCounty: number[][] = counties.code.map(() => [])
  const villageShares: number[][] = counties.code.map(() => [])
  const townShares: number[][] = counties.code.map(() => [])
  let part = 0
  for (const [j, seed] of seeds.entries()) {
    const residents = seed.counties.map((c, n) => (j < villages ? counties.rural[c] : counties.urban[c]) * seed.shares[n])
    const main = seed.counties[residents.indexOf(Math.max(...residents))]
    places.county[j] = main
    places.prefecture[j] = counties.prefecture[main]
    places.province[j] = counties.province[main]
    places.longitude[j] = seed.longitude ?? counties.longitude[main]
    places.latitude[j] = seed.latitude ?? counties.latitude[main]
    places.units[j] = seed.units
    places.given[j] = seed.given ?? -1
    places.givenShare[j] = seed.givenShare ?? 0
    for (const [n, c] of seed.counties.entries()) {
      places.partCounty[part] = c
      places.partShare[part] = seed.shares[n]
      part++
      const [list, shares] = j < villages ? [villagesOfCounty, villageShares] : [townsOfCounty, townShares]
      list[c].push(j)
      shares[c].push(seed.shares[n])
      if (j >= villages && townOfCounty[c] < 0) townOfCounty[c] = j
    }
    places.partStart[j + 1] = part
  }
  onTheSphere(places)
  serveCounties(places, townOfCounty, cityOfPrefecture, villages, data)
  return { places, townOfCounty, villagesOfCounty, townsOfCounty, villageShares, townShares }
}

/**
 * A representative village stands for many, all around their town: it is as far from every other town as its own town is. Inside a prefecture a coarse
 * run, whose villages and towns join different counties, reads nearness by pair instead: see `pairUp`.
 */
function besideTheirTown({ villages, town, longitude, latitude, x, y, z }: Places): void {
  for (let v = 0; v < villages; v++) for (const column of [longitude, latitude, x, y, z]) column[v] = column[town[v]]
}

/** Villages of one prefecture: counties ordered by absence, joined until there are enough villagers, then cut into villages. */
function countrysides(members: number[], { counties }: NationData, scale: number): PlaceSeed[] {
  const absence = (c: number) => (counties.registered[c] - counties.residents[c]) / Math.max(1, counties.registered[c])
  const least = scale > 1000 ? leastVillagers * scale : 0
  const seeds: PlaceSeed[] = []
  for (const group of joined(members.toSorted((a, b) => absence(a) - absence(b) || a - b), c => counties.rural[c], least)) {
    const rural = group.reduce((sum, c) => sum + counties.rural[c], 0)
    const number = Math.max(1, Math.round(rural / Math.max(villagersPerVillage, leastVillagers * scale)))
    for (let v = 0; v < number; v++) {
      seeds.push({ counties: group, shares: group.map(() => 1 / number), units: rural / number / residentsPerRealVillage })
    }
  }
  return seeds
}

/** Towns of one prefecture, the smallest joined in a coarse run. */
function towns(members: number[], { counties }: NationData, scale: number): PlaceSeed[] {
  const least = scale > 1000 ? leastTownspeople * scale : 0
  return joined(members.toSorted((a, b) => counties.urban[a] - counties.urban[b] || a - b), c => counties.urban[c], least)
    .map(group => ({ counties: group, shares: group.map(() => 1), units: group.length }))
}

/** Cuts an ordered list into runs whose sizes reach `least`; what remains joins the last. */
function joined(members: number[], size: (c: number) => number, least: number): number[][] {
  const groups: number[][] = []
  let group: number[] = []
  let sum = 0
  for (const c of members) {
    group.push(c)
    sum += size(c)
    if (sum < least) continue
    groups.push(group)
    group = []
    sum = 0
  }
  if (group.length > 0) {
    const last = groups.at(-1)
    if (last) last.push(...group)
    else groups.push(group)
  }
  return groups
}

/** Coordinates as unit vectors: a distance is then a dot product. Sine and cosine by series, so that every engine gives the same bits. */
function onTheSphere(places: Places): void {
  for (let j = 0; j < places.count; j++) {
    const longitude = (places.longitude[j] * 3.141592653589793) / 180
    const latitude = (places.latitude[j] * 3.141592653589793) / 180
    places.x[j] = cosine(latitude) * cosine(longitude)
    places.y[j] = cosine(latitude) * sine(longitude)
    places.z[j] = sine(latitude)
  }
}

export function sine(angle: number): number {
  let term = angle
  let sum = angle
  for (let n = 1; n < 16; n++) {
    term *= (-angle * angle) / (2 * n * (2 * n + 1))
    sum += term
  }
  return sum
}

export const cosine = (angle: number) => sine(1.5707963267948966 - angle)

/** Kilometres between two places along the chord, which is within 1 % of the great circle inside China. */
export function kilometres(places: Places, a: number, b: number): number {
  const dot = places.x[a] * places.x[b] + places.y[a] * places.y[b] + places.z[a] * places.z[b]
  return earthRadius * Math.sqrt(Math.max(0, 2 - 2 * dot))
}

/** Gives each place its town and its city, each county without a town of its own the nearest one, and each village its way to town. */
function serveCounties(
  places: Places, townOfCounty: Int32Array, cityOfPrefecture: Int32Array, villages: number, { counties }: NationData,
): void {
  const nearestTown = (j: number, skip: (town: number) => boolean): number => {
    let best = -1
    let least = Infinity
    for (let town = villages; town < places.count; town++) {
      if (skip(town)) continue
      const distance = kilometres(places, j, town)
      if (distance < least) {
        least = distance
        best = town
      }
    }
    return best
  }
  for (let j = 0; j < places.count; j++) {
    if (j >= villages) places.town[j] = j
    else {
      let town = townOfCounty[places.county[j]]
      if (town < 0) {
        town = nearestTown(j, other => places.prefecture[other] !== places.prefecture[j])
        if (town < 0) town = nearestTown(j, other => places.province[other] !== places.province[j])
        townOfCounty[places.county[j]] = town
      }
      places.town[j] = town
    }
    const city = cityOfPrefecture[places.prefecture[j]]
    places.city[j] = city >= 0 ? villages + city : places.town[j]
  }
  for (let c = 0; c < counties.code.length; c++) {
    if (townOfCounty[c] >= 0) continue
    const city = cityOfPrefecture[counties.prefecture[c]]
    if (city >= 0) townOfCounty[c] = villages + city
  }
  // A county of radius r has its neighbours' seats about 2r away; its villagers live 2/3 r from the seat on average.
  const spacing = new Float64Array(places.count).fill(-1)
  for (let v = 0; v < villages; v++) {
    const town = places.town[v]
    if (spacing[town] < 0) spacing[town] = kilometres(places, town, nearestTown(town, other => other === town))
    places.townDistance[v] = Math.max(2, spacing[town] / 3)
  }
}

