/** Observation, the last step of a year: adds people, work, services and money up over places and computes every indicator from the sums. */
import { ln } from '../math.ts'
import { centre } from '../processes/allocate.ts'
import { schoolWay } from '../processes/serve.ts'
import type { Now } from '../processes/process.ts'
import { inBlocks } from '../processes/process.ts'
import { reformYear } from '../processes/register.ts'
import { areaOf } from '../places.ts'
import type { YearRecord } from '../record.ts'
import { services } from '../services.ts'
import {
  activity, activityShift, ageMask, aliveBit, mean, oldestAge, sexShift, villagerBit, type World,
} from '../world.ts'
import type { Level } from './indicator.ts'
import { indicators } from './index.ts'
import { giniByGroup, headsShift, inOrder } from './inequality.ts'
import { moneyFor, ruralLevel, sum, urbanLevel, width } from './sums.ts'

const ages = oldestAge + 1
/** Level of the mean service, relative to 2010, from which a place counts as at standard. Assumption. */
const standard = 0.8

export function observe(world: World, { data, year, parameters }: Now): YearRecord {
  const { places, scale } = world
  const byPlace = new Float64Array(places.count * width)
  const ageCounts = new Float64Array(data.provinces.code.length * ages)
  const pyramid = new Float64Array(3 * 2 * 18)
  countPeople(world, byPlace, ageCounts, pyramid)
  countHouseholds(world, byPlace)
  for (let at = 0; at < byPlace.length; at++) byPlace[at] *= scale
  addPlaces(world, parameters.hollow, byPlace, (j) => {
    let need = 0
    const wage = world.ledger.means[mean.urbanWage] / Math.max(1, world.ledger.means[mean.urbanWageBase])
    for (let k = 0; k < services.length; k++) need += (places.users[j * services.length + k] * scale * places.unitCost[j * services.length + k]) / wage
    return need
  })

  const provinces = data.provinces.code.length
  const nation = new Float64Array(width)
  const provinceSums = new Float64Array(provinces * width)
  const prefectureSums = new Float64Array(data.prefectures.code.length * width)
  const areaSums = new Float64Array(3 * width)
  for (let j = 0; j < places.count; j++) {
    addTo(prefectureSums, places.prefecture[j], byPlace, j)
    addTo(areaSums, areaOf(places, j), byPlace, j)
  }
  for (let q = 0; q < data.prefectures.code.length; q++) addTo(provinceSums, data.prefectures.province[q], prefectureSums, q)
  for (let q = 0; q < provinces; q++) addTo(nation, 0, provinceSums, q)
  addMoney(world, nation, provinceSums)
  const all = new Float64Array(ages)
  for (let q = 0; q < provinces; q++) {
    const counts = ageCounts.subarray(q * ages, q * ages + ages)
    provinceSums[q * width + sum.medianAge] = medianAge(counts)
    for (let age = 0; age < ages; age++) all[age] += counts[age]
  }
  nation[sum.medianAge] = medianAge(all)
  nation[sum.gini] = gini(world)

  const residentsAfter = all.reduce((total, number) => total + number, 0)
  const towns = places.count - places.villages
  const g = world.governments
  const total = (column: Float64Array) => column.reduce((a, b) => a + b, 0)
  const inHundredMillions = 1e-8
  return {
    year,
    nation: measure(nation, 'nation'),
    provinces: measure(provinceSums, 'province'),
    prefectures: measure(prefectureSums, 'prefecture'),
    byArea: measure(areaSums, 'area'),
    pyramid: pyramid.map((number) => number * scale),
    settlements: {
      county: places.county.slice(places.villages),
      longitude: places.longitude.slice(places.villages),
      latitude: places.latitude.slice(places.villages),
      residents: Float64Array.from({ length: towns }, (_, n) => places.residents[places.villages + n] * scale),
      tier: places.tier.slice(places.villages),
    },
    accounts: {
      residentsBefore: world.tally.residentsBefore,
      births: world.tally.births,
      deaths: world.tally.deaths,
      residentsAfter,
      raised: (total(g.revenue) + g.central[centre.taxes] + g.central[centre.pensions]) * inHundredMillions,
      transferredDown: (g.central[centre.pool] + g.central[centre.direct]) * inHundredMillions,
      transferredReceived: (total(g.rebates) + total(g.equalization) + total(g.earmarked) + total(g.direct)) * inHundredMillions,
      borrowed: (total(g.borrowed) + g.central[centre.borrowed]) * inHundredMillions,
      spent: (total(g.spending) + g.central[centre.ownSpending] + g.central[centre.pensions]) * inHundredMillions,
    },
  }
}

/** Adds one row of sums to another. */
function addTo(target: Float64Array, row: number, source: Float64Array, from: number): void {
  const to = row * width
  const at = from * width
  for (let n = 0; n < width; n++) target[to + n] += source[at + n]
}

/** Everything about persons, in simulated persons; and the age counts by province and the pyramid by area. */
function countPeople({ people, places, households, year }: World, byPlace: Float64Array, ageCounts: Float64Array, pyramid: Float64Array): void {
  const area = Uint8Array.from({ length: places.count }, (_, j) => areaOf(places, j))
  // The reform ended the difference between kinds of registration: since then the place counts.
  const unified = year >= reformYear
  // Bit 1: has a grown child; bit 2: one of them lives in the village or its town.
  const grownChildren = new Uint8Array(people.count)
  inBlocks(people.count, (start, end) => {
    const { word, place, mother, father } = people
    const { town } = places
    for (let i = start; i < end; i++) {
      const now = word[i]
      if ((now & aliveBit) === 0 || (now & ageMask) < 18) continue
      const here = town[place[i]]
      const itsMother = mother[i]
      if (itsMother >= 0 && (word[itsMother] & aliveBit) !== 0 && (word[itsMother] & ageMask) >= 60) {
        grownChildren[itsMother] |= town[place[itsMother]] === here ? 3 : 1
      }
      const itsFather = father[i]
      if (itsFather >= 0 && (word[itsFather] & aliveBit) !== 0 && (word[itsFather] & ageMask) >= 60) {
        grownChildren[itsFather] |= town[place[itsFather]] === here ? 3 : 1
      }
    }
  })
  inBlocks(people.count, (start, end) => {
    const { word, place, registered, mother, father, household } = people
    const { home, origin } = households
    const { villages, province } = places
    for (let i = start; i < end; i++) {
      const now = word[i]
      if ((now & aliveBit) === 0) continue
      const j = place[i]
      const age = now & ageMask
      const at = j * width
      const itsArea = area[j]
      const does = (now >>> activityShift) & 7
      const villager = (now & villagerBit) !== 0
      byPlace[at + sum.residents]++
      ageCounts[province[j] * ages + age]++
      pyramid[(itsArea * 2 + ((now >>> sexShift) & 1)) * 18 + Math.min(17, Math.floor(age / 5))]++
      if (!villager || (unified && registered[i] >= villages)) byPlace[at + sum.urbanRegistered]++
      if (age >= 60) {
        byPlace[at + sum.residents60]++
        if (age >= 65) byPlace[at + sum.residents65]++
        if (j < villages) {
          byPlace[at + sum.elders]++
          if (grownChildren[i] === 1) byPlace[at + sum.eldersLeft]++
        }
      } else if (age < 18 && j < villages) {
        byPlace[at + sum.children]++
        const itsMother = mother[i]
        const itsFather = father[i]
        const byMother = itsMother >= 0 && (word[itsMother] & aliveBit) !== 0 && place[itsMother] !== j
        const byFather = itsFather >= 0 && (word[itsFather] & aliveBit) !== 0 && place[itsFather] !== j
        if (byMother || byFather) byPlace[at + sum.childrenLeft]++
        if (byMother && byFather) byPlace[at + sum.childrenLeftByBoth]++
      }
      if (villager && registered[i] < villages) {
        const from = registered[i] * width
        if (age >= 60) {
          byPlace[from + sum.oldRegistered]++
          if (registered[i] !== j) byPlace[from + sum.oldAway]++
        } else if (age >= 16 && age < 35) {
          byPlace[from + sum.youngRegistered]++
          if (registered[i] !== j) byPlace[from + sum.youngAway]++
        }
      }
      if (does < activity.farm || does > activity.unemployed) continue
      byPlace[at + sum.labour]++
      if (does === activity.unemployed) byPlace[at + sum.unemployed]++
      else byPlace[at + sum.employed]++
      if (does === activity.farm) byPlace[at + sum.farmers]++
      if (j >= villages) byPlace[at + sum.urbanLabour]++
      if (!villager || registered[i] >= villages) continue
      const from = registered[i] * width
      if (registered[i] !== j) {
        if (does === activity.farm) continue
        byPlace[from + sum.outWorkers]++
        byPlace[from + sum.migrantAge] += age
        if (province[registered[i]] === province[j]) byPlace[from + sum.outWorkersInProvince]++
        const h = household[i]
        if (home[h] === j && origin[h] !== j) byPlace[from + sum.outWorkersWhole]++
      } else if (does === activity.offFarm) {
        byPlace[from + sum.localWorkers]++
        byPlace[from + sum.migrantAge] += age
      }
    }
  })
}

/** Households where they keep house, houses in villages, land. */
function countHouseholds({ households, places }: World, byPlace: Float64Array): void {
  const { first, home, origin, word, land } = households
  inBlocks(households.count, (start, end) => {
    for (let h = start; h < end; h++) {
      if (first[h] < 0) continue
      const members = word[h] & 0x3f
      if (members > 0) {
        byPlace[home[h] * width + sum.households]++
        byPlace[home[h] * width + sum.householdMembers] += members
      }
      if (origin[h] >= places.villages) continue
      byPlace[origin[h] * width + sum.houses]++
      if (home[h] !== origin[h] || members === 0) byPlace[origin[h] * width + sum.emptyHouses]++
      byPlace[origin[h] * width + sum.landHeld] += land[h]
    }
  })
}

/** What places themselves hold, in real persons and yuan. */
function addPlaces({ places, scale }: World, hollow: number, byPlace: Float64Array, need: (j: number) => number): void {
  for (let j = 0; j < places.count; j++) {
    const at = j * width
    const residents = byPlace[at + sum.residents]
    const rural = j < places.villages
    const area = areaOf(places, j)
    byPlace[at + (rural ? sum.villageResidents : sum.urbanResidents)] = residents
    byPlace[at + [sum.residentsVillage, sum.residentsTown, sum.residentsCity][area]] = residents
    byPlace[at + [sum.residents60Village, sum.residents60Town, sum.residents60City][area]] = byPlace[at + sum.residents60]
    byPlace[at + sum.residentsBase] = places.residentsBase[j] * scale
    byPlace[at + sum.rent] = places.rent[j] * residents
    byPlace[at + sum.incomers] = places.incomers[j] * scale
    byPlace[at + sum.needPerHead] = need(j)
    let composite = 0
    for (let k = 0; k < services.length; k++) {
      const service = j * services.length + k
      const level = places.level[service] * places.access[service]
      byPlace[at + (rural ? ruralLevel(k) : urbanLevel(k))] = level * residents
      byPlace[at + sum.servicesMoney] += places.spending[service]
      byPlace[at + moneyFor(k)] = places.spending[service]
      composite += level / services.length
    }
    byPlace[at + (rural ? sum.compositeRural : sum.compositeUrban)] = composite * residents
    byPlace[at + sum.composite] = composite * residents
    byPlace[at + sum.compositeLog] = composite * residents * ln(Math.max(1e-6, composite))
    byPlace[at + sum.atStandard] = composite >= standard ? residents : 0
    byPlace[at + sum.transfersHere] = places.transfers[j]
    if (!rural) continue
    const units = places.units[j]
    byPlace[at + sum.villages] = units
    byPlace[at + sum.hollowVillages] = residents < hollow * places.registered[j] * scale ? units : 0
    byPlace[at + sum.villagesWithSchool] = Math.min(units, places.schools[j])
    byPlace[at + sum.wayToSchool] = units * schoolWay(places.schools[j], units, places.townDistance[j])
    byPlace[at + sum.farmland] = places.farmland[j]
    byPlace[at + sum.landLet] = places.landLet[j]
    byPlace[at + sum.landIdle] = places.landIdle[j]
    byPlace[at + sum.landTaken] = places.landTaken[j]
    byPlace[at + sum.disputes] = places.disputes[j]
  }
}

/** Incomes from the ledger and money from the accounts: by province, and for the nation with the centre. */
function addMoney({ ledger, governments: g, scale }: World, nation: Float64Array, provinces: Float64Array): void {
  for (let q = 0; q < g.output.length; q++) {
    const values: [number, number][] = [
      [sum.incomeUrban, ledger.income[q * 2] * scale], [sum.personsUrban, ledger.persons[q * 2] * scale],
      [sum.incomeRural, ledger.income[q * 2 + 1] * scale], [sum.personsRural, ledger.persons[q * 2 + 1] * scale],
      [sum.remittancesRural, ledger.remittances[q * 2 + 1] * scale], [sum.farmIncomeRural, ledger.farm[q * 2 + 1] * scale],
      [sum.taxes, g.taxes[q]], [sum.rebates, g.rebates[q]], [sum.equalization, g.equalization[q]], [sum.earmarked, g.earmarked[q]],
      [sum.spending, g.spending[q]], [sum.borrowed, g.borrowed[q]], [sum.cash, g.cash[q]], [sum.ownRevenue, g.revenue[q]],
    ]
    for (const [at, value] of values) {
      provinces[q * width + at] = value
      nation[at] += value
    }
  }
  nation[sum.centralSpending] = g.central[centre.ownSpending]
  nation[sum.borrowed] += g.central[centre.borrowed]
}

/** Positions of the indicators that make sense at each level. */
const sensible = Object.fromEntries((['nation', 'province', 'prefecture', 'area'] as const).map((level) =>
  [level, indicators.flatMap((indicator, n) => (indicator.levels.includes(level) ? [n] : []))])) as Record<Level, number[]>

function measure(sums: Float64Array, level: Level): Float64Array {
  const rows = sums.length / width
  const values = new Float64Array(rows * indicators.length).fill(NaN)
  for (let row = 0; row < rows; row++) {
    const its = sums.subarray(row * width, row * width + width)
    for (const n of sensible[level]) {
      const value = indicators[n].value(its)
      if (Number.isFinite(value)) values[row * indicators.length + n] = value
    }
  }
  return values
}

/** The age at which half are younger, within the year by even spread. */
function medianAge(counts: Float64Array): number {
  let total = 0
  for (const number of counts) total += number
  let below = 0
  for (let age = 0; age < ages; age++) {
    if (below + counts[age] >= total / 2) return age + (total / 2 - below) / Math.max(1, counts[age])
    below += counts[age]
  }
  return NaN
}

/** Gini coefficient of income per head over persons. */
function gini({ ledger, places }: World): number {
  const { purses, perHead, heads, where } = ledger
  const payloads = new Uint32Array(purses)
  for (let n = 0; n < purses; n++) payloads[n] = (heads[n] << headsShift) | where[n]
  const ordered = inOrder(perHead.subarray(0, purses), payloads)
  return giniByGroup(ordered.numbers, ordered.payloads, new Uint8Array(places.count), 1)[0]
}
