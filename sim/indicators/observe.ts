/** Observation, the last step of a year: adds people, work, services and money up over places and computes every indicator from the sums. */
import { cellOf } from '../age-cells.ts'
import { ageGroups } from '../data.ts'
import { sum as total } from '../math.ts'
import type { Memory } from '../memory.ts'
import type { Now } from '../processes/process.ts'
import { areas, tiers, type YearRecord } from '../record.ts'
import { scratchIn, scratchZerosIn } from '../scratch.ts'
import { compositeLevels } from '../service-levels.ts'
import { services } from '../services.ts'
import { centre, levelOfGovernment, levelsOfGovernment, type World } from '../world.ts'
import { indicators } from './index.ts'
import { orderOf } from './in-order.ts'
import { bothGroups, ginis, noAreas, ofGroup, variation, zipfSlope } from './inequality.ts'
import { measure, measureInto } from './measure.ts'
import { peopleSums } from './people-sums.ts'
import { placeSums, type PlaceSums, type Targets } from './place-sums.ts'
import { giniOfIncomes, incomesByPlace, noGroups } from './purses.ts'
import { shareMoney } from './share-money.ts'
import { sum, width } from './sums.ts'
import { ages, tallyUp } from './tallies.ts'
import { ageSexes } from '../codes/trait-bits.ts'

const cells = 2 * ageGroups
const areaOfTier = tiers.map((_, tier) => Math.min(areas.length - 1, tier))

const scratch = {
  byYear: scratchIn(Float64Array), pyramid: scratchZerosIn(Float64Array), areaOf: scratchIn(Int32Array),
  prefectures: scratchZerosIn(Float64Array), tiers: scratchZerosIn(Float64Array), own: scratchZerosIn(Float64Array),
  ownRank: scratchIn(Int32Array), row: scratchIn(Float64Array),
  provinces: scratchZerosIn(Float64Array), nation: scratchZerosIn(Float64Array), areas: scratchZerosIn(Float64Array), rowOf: scratchZerosIn(Int32Array),
  agesOfAll: scratchZerosIn(Float64Array), agesOfProvinces: scratchZerosIn(Float64Array), agesOfTiers: scratchZerosIn(Float64Array),
  agesOfAreas: scratchZerosIn(Float64Array),
  groupsOf: scratchIn(Uint16Array),
  values: scratchIn(Float64Array), weights: scratchIn(Float64Array), groups: scratchIn(Uint16Array),
}

/** In a stage the nation's row is the stage as a whole: places that are given are not counted, but for the people of the stage who are away in them. */
export function observe(world: World, { data, year, parameters, first }: Now): YearRecord {
  const { memory, places, scale } = world
  const provinces = data.provinces.code.length
  // The places of a stage are shown one by one.
  const tallies = tallyUp(world, provinces, tiers.length, data.stage !== undefined)

  const own = Array.from({ length: data.stage ? places.count : 0 }, (_, j) => j).filter(j => places.given[j] < 0)
  const to: Targets = {
    given: places.given, prefecture: places.prefecture, tier: places.tier, ownRank: rankIn(world, own),
    prefectures: scratch.prefectures(memory, data.prefectures.code.length * width), tiers: scratch.tiers(memory, tiers.length * width),
    own: scratch.own(memory, own.length * width), row: scratch.row(memory, width),
  }
  const { prefectures: prefectureSums, tiers: tierSums, own: ownSums } = to
  const composite = compositeLevels(world, parameters)
  addPlaces(world, placeSums(world, tallies, incomesByPlace(world), composite, parameters), to)
  peopleSums(world, tallies).add(to)
  const rows = provinces * tiers.length
  const pyramid = pyramidOf(memory, tallies.byAge, rows)
  const { byYear, people } = bySingleYear(memory, tallies.byAge, rows)

  const provinceSums = scratch.provinces(memory, provinces * width)
  const nation = scratch.nation(memory, width)
  const areaSums = scratch.areas(memory, areas.length * width)
  addRows(memory, prefectureSums, provinceSums, data.prefectures.province)
  addRows(memory, provinceSums, nation)
  addRows(memory, tierSums, areaSums, areaOfTier)
  addMoney(world, nation, provinceSums)
  if (data.stage) shareMoney(world, nation, provinceSums, parameters)
  addMedianAges(memory, byYear.subarray(0, rows * ages), nation, provinceSums, tierSums, areaSums)
  addInequality(world, composite, nation, provinceSums)
  addCities(world, nation, data.stage !== undefined)
  addEvents(world, nation, first)
  if (data.stage) {
    // Births are of those who live here as infants, deaths of the old who do: the others happen to people who are away.
    nation[sum.births] *= partHere(byYear, 0, 1)
    nation[sum.deaths] *= partHere(byYear, 60, ages)
  }

  const { tally: events, governments: g } = world
  const inHundredMillions = 1e-8
  return {
    year,
    nation: measure(nation, 'nation'),
    provinces: measure(provinceSums, 'province'),
    prefectures: measureInto(new Float32Array(data.prefectures.code.length * indicators.length), prefectureSums, 'prefecture'),
    byTier: measure(tierSums, 'tier'),
    byArea: measure(areaSums, 'area'),
    pyramid: pyramid.map(number => number * scale),
    ...(data.stage ? { places: measureInto(new Float32Array(own.length * indicators.length), ownSums, 'prefecture') } : {}),
    settlements: {
      county: places.county.slice(places.villages),
      longitude: places.longitude.slice(places.villages),
      latitude: places.latitude.slice(places.villages),
      residents: new Float64Array(places.residents.subarray(places.villages)).map(number => number * scale),
      tier: places.tier.slice(places.villages),
    },
    accounts: {
      residentsBefore: events.residentsBefore,
      births: events.births,
      deaths: events.deaths,
      arrivals: events.arrivals,
      departures: events.departures,
      residentsAfter: people,
      raised: (total(g.revenue) + g.central[centre.taxes] + g.central[centre.contributions]) * inHundredMillions,
      transferredDown: (g.central[centre.pool] + g.central[centre.direct]) * inHundredMillions,
      transferredReceived: (total(g.rebates) + total(g.equalization) + total(g.earmarked) + total(g.direct)) * inHundredMillions,
      borrowed: (total(g.borrowed) + g.central[centre.borrowed]) * inHundredMillions,
      spent: (total(g.spending) + g.central[centre.ownSpending] + g.central[centre.pensions]) * inHundredMillions,
    },
  }
}

/** The position of each place among those of a stage; −1 for others. */
function rankIn({ memory, places }: World, own: number[]): Int32Array {
  const rank = scratch.ownRank(memory, places.count).fill(-1)
  for (let n = 0; n < own.length; n++) rank[own[n]] = n
  return rank
}

/** Adds places up to prefectures, tiers and, in a stage, its own places. */
function addPlaces({ memory, places: { count, villages } }: World, { add }: PlaceSums, to: Targets): void {
  add(0, villages, to)
  // So far the prefectures hold villages alone, which are a tier.
  addRows(memory, to.prefectures, to.tiers)
  add(villages, count, to)
}

/** By area, sex and five years of age. @param rows those of provinces and tiers, without the one of given places */
function pyramidOf(memory: Memory, byAge: Int32Array, rows: number): Float64Array {
  const pyramid = scratch.pyramid(memory, areas.length * cells)
  const areaOf = scratch.areaOf(memory, rows)
  for (let row = 0; row < rows; row++) areaOf[row] = areaOfTier[row % tiers.length] * cells
  memory.loops.addPyramid(byAge, rows, ageSexes, cellOf, areaOf, pyramid)
  return pyramid
}

/** Both sexes together, `[row * ages + age]`, and how many people they are. */
function bySingleYear(memory: Memory, byAge: Int32Array, rows: number): { byYear: Float64Array; people: number } {
  const byYear = scratch.byYear(memory, (rows + 1) * ages)
  return { byYear, people: memory.loops.addSexes(byAge, rows + 1, ageSexes, ages, byYear) }
}

/** Of all people of these ages, those who do not live in given places. */
function partHere(byAge: Float64Array, from: number, until: number): number {
  let all = 0
  for (let row = 0; row < byAge.length; row += ages) all += total(byAge.subarray(row + from, row + until))
  const away = total(byAge.subarray(byAge.length - ages + from, byAge.length - ages + until))
  return all > 0 ? 1 - away / all : 1
}

/** Adds rows of sums up, each to the row of `target` that `rowOf` names, or all to its first. */
function addRows(memory: Memory, rows: Float64Array, target: Float64Array, rowOf: readonly number[] = [], columns: number = width): void {
  const number = rows.length / columns
  const to = scratch.rowOf(memory, number)
  to.set(rowOf)
  memory.loops.addRows(rows, number, to, target, columns)
}

/** Money from the accounts and income by its sources from the ledger: by province, and for the nation with the centre. */
function addMoney({ ledger, governments: g, scale }: World, nation: Float64Array, provinces: Float64Array): void {
  const kinds = services.length
  const byLevel = (q: number, level: number) => {
    let money = 0
    for (let k = 0; k < kinds; k++) money += g.byLevel[(q * kinds + k) * levelsOfGovernment + level]
    return money
  }
  for (let q = 0; q < g.output.length; q++) {
    const rural = q * 2 + 1
    const values: [number, number][] = [
      [sum.migrantPay, ledger.migrantPay[q] * scale], [sum.migrantsPaid, ledger.migrantsPaid[q] * scale],
      [sum.remittancesRural, ledger.remittances[rural] * scale], [sum.farmIncomeRural, ledger.farm[rural] * scale],
      [sum.wagesRural, ledger.wages[rural] * scale], [sum.incomeRuralLedger, ledger.income[rural] * scale],
      [sum.taxes, g.taxes[q]], [sum.rebates, g.rebates[q]], [sum.equalization, g.equalization[q]], [sum.earmarked, g.earmarked[q]],
      [sum.spending, g.spending[q]], [sum.borrowed, g.borrowed[q]], [sum.cash, g.cash[q]], [sum.administration, g.administration[q]],
      [sum.ownRevenue, g.revenue[q]], [sum.direct, g.direct[q]], [sum.programmes, g.programmesPaid[q]], [sum.debt, g.debt[q]],
      [sum.byCentre, byLevel(q, levelOfGovernment.centre)], [sum.byProvince, byLevel(q, levelOfGovernment.province)],
      [sum.byCounty, byLevel(q, levelOfGovernment.county)],
      ...services.map((_, k): [number, number] => [sum.fromLand + k, g.fromLand[q * kinds + k]]),
    ]
    for (const [at, value] of values) {
      provinces[q * width + at] = value
      nation[at] += value
    }
  }
  nation[sum.centralRevenue] = g.central[centre.taxes]
  nation[sum.centralSpending] = g.central[centre.ownSpending]
  nation[sum.centralPensions] = g.central[centre.pensions]
  nation[sum.borrowed] += g.central[centre.borrowed]
  nation[sum.debt] += g.central[centre.debt]
  nation[sum.revenueVariation] = variationBetween(provinces, s => s[sum.ownRevenue])
  nation[sum.meansVariation] = variationBetween(provinces, s => s[sum.ownRevenue] + s[sum.rebates] + s[sum.equalization] + s[sum.earmarked] + s[sum.direct])
}

/** Coefficient of variation of an amount per resident between provinces, by their residents. */
function variationBetween(provinces: Float64Array, amount: (sums: Float64Array) => number): number {
  let [residents, sums, squares] = [0, 0, 0]
  for (let at = 0; at < provinces.length; at += width) {
    const its = provinces.subarray(at, at + width)
    const number = its[sum.residents]
    if (number === 0) continue
    residents += number
    sums += amount(its)
    squares += (amount(its) * amount(its)) / number
  }
  return variation(residents, sums, squares)
}

/** From counts by province, tier and single year. */
function addMedianAges(memory: Memory, byAge: Float64Array, nation: Float64Array, provinces: Float64Array, byTier: Float64Array, byArea: Float64Array): void {
  const ofAll = scratch.agesOfAll(memory, ages)
  const ofProvinces = scratch.agesOfProvinces(memory, (provinces.length / width) * ages)
  const ofTiers = scratch.agesOfTiers(memory, tiers.length * ages)
  const ofAreas = scratch.agesOfAreas(memory, areas.length * ages)
  const rows = Array.from({ length: byAge.length / ages }, (_, row) => row)
  addRows(memory, byAge, ofProvinces, rows.map(row => Math.floor(row / tiers.length)), ages)
  addRows(memory, byAge, ofTiers, rows.map(row => row % tiers.length), ages)
  addRows(memory, ofTiers, ofAreas, areaOfTier, ages)
  addRows(memory, ofAreas, ofAll, [], ages)
  for (const [target, counts] of [[nation, ofAll], [provinces, ofProvinces], [byTier, ofTiers], [byArea, ofAreas]]) {
    for (let row = 0; row * width < target.length; row++) {
      target[row * width + sum.medianAge] = medianAge(counts.subarray(row * ages, (row + 1) * ages))
    }
  }
}

/** The age at which half are younger, within the year by even spread; NaN where nobody lives. */
function medianAge(counts: Float64Array): number {
  const half = total(counts) / 2
  if (half === 0) return NaN
  let below = 0
  for (let age = 0; age < ages; age++) {
    if (below + counts[age] >= half) return age + (half - below) / Math.max(1, counts[age])
    below += counts[age]
  }
  return NaN
}

/** Gini coefficients of incomes and of service levels, and the parts of the Theil index that lie between provinces. */
function addInequality(world: World, composite: Float64Array, nation: Float64Array, provinces: Float64Array): void {
  const { places } = world
  const number = provinces.length / width
  // Groups: the nation; towns and cities, villages; provinces. Places that are given belong to none.
  const groups = 3 + number
  const groupsOf = scratch.groupsOf(world.memory, places.count)
  for (let j = 0; j < places.count; j++) groupsOf[j] = places.given[j] >= 0 ? noGroups : bothGroups(j < places.villages ? 2 : 1, 3 + places.province[j])
  const ofIncomes = giniOfIncomes(world, groupsOf, groups)
  nation[sum.gini] = ofIncomes[0]
  nation[sum.giniUrban] = ofIncomes[1]
  nation[sum.giniRural] = ofIncomes[2]
  const ofLevels = giniOfLevels(world, composite, groupsOf, groups)
  nation[sum.serviceGini] = ofLevels[0]
  for (let q = 0; q < number; q++) {
    const at = q * width
    provinces[at + sum.gini] = ofIncomes[3 + q]
    provinces[at + sum.serviceGini] = ofLevels[3 + q]
    nation[sum.compositeByProvinces] += ofGroup(provinces[at + sum.residents], provinces[at + sum.composite])
  }
}

function giniOfLevels({ memory, places }: World, composite: Float64Array, groupsOf: Uint16Array, groups: number): Float64Array {
  const order = orderOf(memory, composite)
  const areas = noAreas(memory, groups)
  const most = composite.length
  const purse = { values: scratch.values(memory, most), weights: scratch.weights(memory, most), groups: scratch.groups(memory, most) }
  let number = 0
  for (const at of order) {
    const j = at >>> 1
    if (groupsOf[j] === noGroups) continue
    purse.values[number] = composite[at]
    purse.weights[number] = (at & 1) === 0 ? places.residents[j] - places.incomers[j] : places.incomers[j]
    purse.groups[number++] = groupsOf[j]
  }
  memory.loops.addAreas(areas.weight, areas.below, areas.area, purse.values, purse.weights, purse.groups, number)
  return ginis(areas)
}

/** Cities of half a million and more have ranks that no scale changes: below, a coarse run joins neighbouring towns. */
const medium = tiers.indexOf('medium')

/** Not known in a stage, which has a few cities of its own at most. */
function addCities({ places, scale }: World, nation: Float64Array, isStage: boolean): void {
  if (isStage) {
    nation[sum.zipf] = nation[sum.tenLargest] = NaN
    return
  }
  const sizes: number[] = []
  for (let j = places.villages; j < places.count; j++) {
    if (places.given[j] < 0 && places.tier[j] >= medium) for (let unit = 0; unit < places.units[j]; unit++) sizes.push((places.residents[j] * scale) / places.units[j])
  }
  nation[sum.zipf] = zipfSlope(sizes)
  nation[sum.tenLargest] = total(sizes.sort((a, b) => b - a).slice(0, 10))
}

/** What the processes of the year reported; the first year is not lived through, so nothing is known of it. */
function addEvents({ tally: events, scale }: World, nation: Float64Array, first: boolean): void {
  const real = first ? NaN : scale
  nation[sum.conversions] = (events.converted + events.registeredByLand) * real
  nation[sum.departures] = events.sent * real
  nation[sum.wholeMoves] = events.movedWhole * real
  nation[sum.returns] = events.returned * real
  nation[sum.births] = events.births * real
  nation[sum.deaths] = events.deaths * real
}
