/**
 * The places of a part of China: its counties with real villages and towns, and around them the rest, given by a stored run: in the same province county by
 * county, further away prefecture by prefecture, each with its city, its other towns and its countryside.
 *
 * Where villages and towns lie and how large each is was not counted in the census tables at hand. Villages are spread evenly over a circle around the seat, half as
 * wide as the way to the nearest other seat; sizes are drawn.
 */
import type { NationData, StageData } from '../data.ts'
import { exp, pow } from '../math.ts'
import { chanceOf, uniform } from '../random.ts'
import {
  cosine, kilometres, leastTownspeople, leastVillagers, placesOfSeeds, residentsPerRealVillage, sine, type Geography, type PlaceSeed,
} from './geography.ts'

/** Spread of the sizes of villages and of small towns, standard deviation of ln(residents). Assumption. */
const spread = 0.5
/** Villagers of a county per town (zhen): 674 m villagers and 19,410 towns, 2010. */
const villagersPerTown = 35_000
/** Part of a county's townspeople who live in its seat, of a district's who live in the city itself. Assumption. */
const inSeat = { county: 0.55, district: 0.85 }
/** Residents that a town has at least. Assumption. */
const smallestTown = 1500
/** The pull of a town on villages grows with its size to this power. Assumption: between nearest town and Reilly's law of retail gravitation (0.5). */
const marketPower = 0.25
/** Villages of a county at most, so that each keeps a key of its own. */
const mostVillages = 3900

const size = chanceOf('stages', 'size')
const direction = chanceOf('stages', 'direction')

export function layOutStage(data: NationData, stage: StageData, scale: number): Geography {
  const { counties } = data
  const { own, surroundings } = stage
  const ownCounties = new Set(own.map(({ county }) => county))
  const villageSeeds: PlaceSeed[] = []
  const townSeeds: PlaceSeed[] = []
  for (const part of own) {
    villageSeeds.push(...ownVillages(data, part, scale, stage.villages))
    townSeeds.push(...ownTowns(data, part, scale))
  }
  const ownVillageCount = villageSeeds.length
  const ownTownCount = townSeeds.length

  const cityOfPrefecture = new Int32Array(data.prefectures.code.length).fill(-1)
  const ownProvinces = new Set(own.map(({ county }) => counties.province[county]))
  const urbanOf = (members: number[]) => members.reduce((sum, c) => sum + counties.urban[c], 0)
  const ruralOf = (members: number[]) => members.reduce((sum, c) => sum + counties.rural[c], 0)
  for (let q = 0; q < data.provinces.code.length; q++) {
    const members = counties.code.map((_, c) => c).filter(c => counties.province[c] === q)
    const townsOfProvince = urbanOf(members.filter(c => counties.district[c] !== 1))
    const villagersOfProvince = ruralOf(members)
    const others = members.filter(c => !ownCounties.has(c))
    for (const group of grouped(others, c => (ownProvinces.has(q) ? c : -1 - counties.prefecture[c]))) {
      const rural = group.filter(c => counties.rural[c] > 0)
      if (rural.length > 0 && surroundings.countrysideUnit[q] >= 0) {
        villageSeeds.push({
          counties: rural, shares: rural.map(() => 1), units: ruralOf(rural) / residentsPerRealVillage,
          given: surroundings.countrysideUnit[q], givenShare: ruralOf(rural) / villagersOfProvince,
        })
      }
      const towns = group.filter(c => counties.district[c] !== 1 && counties.urban[c] > 0)
      if (towns.length > 0 && surroundings.townsUnit[q] >= 0) {
        townSeeds.push({
          counties: towns, shares: towns.map(() => 1), units: towns.length,
          given: surroundings.townsUnit[q], givenShare: urbanOf(towns) / townsOfProvince,
        })
      }
    }
    for (const districts of grouped(members.filter(c => counties.district[c] === 1 && counties.urban[c] > 0), c => counties.prefecture[c])) {
      const prefecture = counties.prefecture[districts[0]]
      const rest = districts.filter(c => !ownCounties.has(c))
      if (rest.length === 0 || surroundings.cityUnit[prefecture] < 0) continue
      const share = urbanOf(rest) / urbanOf(districts)
      cityOfPrefecture[prefecture] = townSeeds.length
      // The other districts of a city are a part of it: with this unit their size is read as the whole city's.
      townSeeds.push({ counties: rest, shares: rest.map(() => 1), units: share, given: surroundings.cityUnit[prefecture], givenShare: share })
    }
  }
  const geography = placesOfSeeds(data, villageSeeds, townSeeds, cityOfPrefecture)
  serveOwn(data, geography, ownVillageCount, ownTownCount)
  for (const { county, urban } of own) for (const town of geography.townsOfCounty[county]) geography.places.shown[town] = urban
  return geography
}

function grouped(members: number[], key: (c: number) => number): number[][] {
  const groups = new Map<number, number[]>()
  for (const c of members) {
    const group = groups.get(key(c))
    if (group) group.push(c)
    else groups.set(key(c), [c])
  }
  return [...groups.values()]
}

/** Log-normal shares of a whole; the sum of twelve even draws is near enough to normal. */
function drawnShares(number: number, key: number): number[] {
  const weights = Array.from({ length: number }, (_, n) => {
    let z = -6
    for (let k = 0; k < 12; k++) z += uniform(size, n * 12 + k, key)
    return exp(spread * z)
  })
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return weights.map(weight => weight / total)
}

function ownVillages(data: NationData, { county: c, rural }: StageData['own'][number], scale: number, wanted?: number): PlaceSeed[] {
  const villagers = data.counties.rural[c] * rural
  if (villagers <= 0) return []
  const real = wanted ?? Math.max(1, Math.round(villagers / residentsPerRealVillage))
  const number = Math.max(1, Math.min(mostVillages, real, Math.floor(villagers / (leastVillagers * scale))))
  const radius = radiusOf(data, c)
  return drawnShares(number, data.counties.code[c]).map((share, n) => ({
    counties: [c], shares: [share * rural], units: real / number, ...around(data, c, radius * Math.sqrt((n + 0.5) / number), n),
  }))
}

function ownTowns(data: NationData, { county: c, urban }: StageData['own'][number], scale: number): PlaceSeed[] {
  const { counties } = data
  const townspeople = counties.urban[c] * urban
  if (townspeople <= 0) return []
  const district = counties.district[c] === 1
  const seatShare = district ? inSeat.district : inSeat.county
  const towns = Math.round(counties.rural[c] / villagersPerTown) - (district ? 0 : 1)
  const others = urban < 1 ? 0 : Math.max(0, Math.min(towns,
    Math.floor((townspeople * (1 - seatShare)) / Math.max(smallestTown, scale > 1 ? leastTownspeople * scale : 0))))
  const here = others > 0 ? seatShare : 1
  const city = district ? counties.code.reduce((sum, _, other) =>
    sum + (counties.district[other] === 1 && counties.prefecture[other] === counties.prefecture[c] ? counties.urban[other] : 0), 0) : counties.urban[c]
  // The towns of a county are one labour market, as a city's districts are: each is so large a part of it, and its size is read as the whole's.
  const unitsOf = (share: number) => (townspeople * share) / city
  const seat: PlaceSeed = { counties: [c], shares: [here * urban], units: unitsOf(here) }
  const radius = radiusOf(data, c)
  return [seat, ...drawnShares(others, -data.counties.code[c]).map((share, n) => ({
    counties: [c], shares: [share * (1 - here) * urban], units: unitsOf(share * (1 - here)), ...around(data, c, radius * Math.sqrt(0.15 + (0.7 * (n + 0.5)) / others), n + 0.5),
  }))]
}

/** Half the way to the nearest other seat, km, within what counties measure. */
function radiusOf({ counties }: NationData, c: number): number {
  const north = kilometresPerDegree
  const east = kilometresPerDegree * cosine((counties.latitude[c] * halfTurn) / 180)
  let nearest = Infinity
  counties.code.forEach((_, other) => {
    if (other === c) return
    const dx = (counties.longitude[other] - counties.longitude[c]) * east
    const dy = (counties.latitude[other] - counties.latitude[c]) * north
    nearest = Math.min(nearest, Math.sqrt(dx * dx + dy * dy))
  })
  return Math.min(60, Math.max(3, nearest / 2))
}

const kilometresPerDegree = 111.2
const halfTurn = 3.141592653589793
/** The golden angle: points turned on by it lie evenly. */
const goldenAngle = 2.399963229728653

/** A point so many kilometres from the seat; the n-th of many that lie evenly around it. */
function around({ counties }: NationData, c: number, distance: number, n: number): { longitude: number; latitude: number } {
  const turn = n * goldenAngle + uniform(direction, counties.code[c], 0) * 2 * halfTurn
  const angle = turn - 2 * halfTurn * Math.floor(turn / (2 * halfTurn)) - halfTurn
  const east = kilometresPerDegree * cosine((counties.latitude[c] * halfTurn) / 180)
  return {
    longitude: counties.longitude[c] + (distance * cosine(angle)) / east,
    latitude: counties.latitude[c] + (distance * sine(angle)) / kilometresPerDegree,
  }
}

/**
 * Own villages belong to a town of their county: the one that draws them most. What a village has to go to is its county's seat, as in the nation; and as there its
 * people weigh other places by the distance from their town. The next place above a small town is the seat, above the seat the prefecture's city.
 */
function serveOwn({ counties }: NationData, { places, townOfCounty, townsOfCounty }: Geography, ownVillages: number, ownTowns: number): void {
  const { villages } = places
  const weight = (j: number) => {
    const part = places.partStart[j]
    return places.partShare[part] * counties.urban[places.partCounty[part]]
  }
  for (let j = villages; j < villages + ownTowns; j++) {
    if (counties.district[places.county[j]] === 1) places.city[j] = townOfCounty[places.county[j]]
  }
  for (let v = 0; v < ownVillages; v++) {
    const c = places.county[v]
    const seat = townOfCounty[c]
    let town = places.town[v]
    let least = Infinity
    for (const candidate of townsOfCounty[c]) {
      const pull = (kilometres(places, v, candidate) + 1) / pow(weight(candidate), marketPower)
      if (pull < least) {
        least = pull
        town = candidate
      }
    }
    places.townDistance[v] = Math.max(0.5, kilometres(places, v, townsOfCounty[c].length > 0 ? seat : town))
    places.town[v] = town
    if (townsOfCounty[c].length > 0 && (counties.district[c] === 1 || town !== seat)) places.city[v] = seat
  }
  for (let v = 0; v < villages; v++) for (const column of [places.x, places.y, places.z]) column[v] = column[places.town[v]]
}
