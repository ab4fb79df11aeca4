/** The economy of the first year: jobs, wages, farms, services and schools, set so that the accounts of 2010 are met. */
import type { NationData } from '../data.ts'
import { pow, sum } from '../math.ts'
import { parameters as usual, type Parameters } from '../parameters.ts'
import { tierOf, usualCity } from '../places.ts'
import { chanceOf } from '../random.ts'
import type { Norms } from '../stages/surroundings.ts'
import type { Now } from '../processes/process.ts'
import { countResidents } from '../processes/count.ts'
import { giveLabour } from '../processes/surround.ts'
import { takeLand } from '../processes/take-land.ts'
import { taxAndTransfer } from '../processes/tax-and-transfer.ts'
import { countLabour } from '../processes/who-does-what.ts'
import { work } from '../processes/work.ts'
import { care, health, infrastructure, schooling, services } from '../services.ts'
import { aliveBit, villagerBit } from '../codes/person-word.ts'
import { emptyTally, mean, type World } from '../world.ts'

/** Incomes per head of 2010, yuan (National Bureau of Statistics): they fix the levels of wages and of farm income. */
const incomeUrban2010 = 19_109
const incomeRural2010 = 5_919
/** Pay and farm income, yuan a year, with which the first year is reckoned before both are scaled to these incomes. */
export const baseWage = 20_000
const baseFarmIncome = 8_000
/** Local budget revenue of 2010, yuan. */
const localRevenue2010 = 4061.3e9
/** Level of a service in town and countryside relative to the county's mean. Assumption after health staff and amenities by area. */
const townFactor = { schooling: 1, health: 1.2, other: 1.2 }
const ruralFactor = { schooling: 1, health: 0.8, other: 0.8 }
/** How far differences of staff and amenities between counties are differences of level. Assumption. */
const contrast = 0.6

/** @param told takes down what only the nation as a whole can tell; a stage reads it from its surroundings */
export function openEconomy(world: World, data: NationData, parameters: Parameters, told: Partial<Norms> = {}): void {
  const { places } = world
  const norms = data.stage?.surroundings.norms
  const now = { year: 2010, first: true, elapsed: 0, parameters, data }
  const noChance = (purpose: string) => chanceOf('first year', purpose)
  countResidents(world, now)
  for (let j = 0; j < places.count; j++) {
    places.residentsBase[j] = Math.max(1, places.residents[j])
    places.largest[j] = places.residents[j]
    places.tier[j] = j < places.villages ? 0 : tierOf((places.residents[j] * world.scale) / places.units[j])
  }
  shareLand(world, parameters)
  shareFarmWork(world, data, parameters, told)
  giveLabour(world, now)
  const wages = wagesByProvince(data)
  const { unemployment2010, unemploymentAtRest, wageAdjustment, labourDemandElasticity } = parameters
  // What wages have yet to rise in the first year, by the rule of every year: then they are what work yields, and as many are without work as there were.
  const risesBy = pow((1 - unemployment2010) / (1 - unemploymentAtRest), wageAdjustment)
  const full = (1 - unemployment2010) * pow(risesBy, -labourDemandElasticity)
  for (let j = 0; j < places.count; j++) {
    const size = pow((Math.max(1, places.residents[j]) * world.scale) / places.units[j] / usualCity, parameters.agglomeration)
    for (let skill = 0; skill < 2; skill++) {
      const at = j * 2 + skill
      places.jobsBase[at] = places.labour[at] * full
      places.productivity[at] = baseWage * wages[places.province[j]] * (j < places.villages ? 1 : size) * (skill === 1 ? parameters.skillPremium : 1)
      places.wage[at] = places.productivity[at] / risesBy
    }
    places.farmIncomeBase[j] = baseFarmIncome * wages[places.province[j]]
    places.farmWorkersBase[j] = Math.max(1, places.farmWorkers[j])
  }
  baseLevels(world, data, told)
  openSchools(world, parameters)
  // Incomes are linear in the levels of wages and of farm income: a few rounds settle what is not (taxes, pensions, remittances).
  told.wages = told.farmIncome = 1
  for (let round = 0; round < 4; round++) {
    work(world, now, noChance)
    takeLand(world, now, noChance)
    const { income, persons, wages: earned, farm, remittances } = world.ledger
    const sums = [0, 1].map(rural => {
      const of = (column: Float64Array) => column.reduce((sum, value, at) => (at % 2 === rural ? sum + value : sum), 0)
      return { income: of(income), persons: of(persons), work: of(earned) + of(remittances), farm: of(farm) }
    })
    const wageFactor = norms ? norms.wages / told.wages : (incomeUrban2010 * sums[0].persons) / sums[0].income
    const cash = sums[1].income - sums[1].work - sums[1].farm
    const farmFactor = norms ? norms.farmIncome / told.farmIncome : Math.max(0.1, (incomeRural2010 * sums[1].persons - cash - sums[1].work * wageFactor) / sums[1].farm)
    for (let at = 0; at < places.wage.length; at++) {
      places.productivity[at] *= wageFactor
      places.wage[at] = places.productivity[at] / risesBy
    }
    for (let v = 0; v < places.villages; v++) places.farmIncomeBase[v] *= farmFactor
    told.wages *= wageFactor
    told.farmIncome *= farmFactor
    world.ledger.means[mean.urbanWageBase] = 0
  }
  taxEffort(world, data, now)
  told.effort = Array.from(world.governments.effort)
  world.tally = emptyTally()
}

/** Contracted land follows the villagers registered in a household. */
function shareLand({ people, households, places, scale }: World, { landPerHead }: Parameters): void {
  for (let i = 0; i < people.count; i++) {
    const h = people.household[i]
    const village = households.origin[h]
    if (village >= places.villages || (people.word[i] & aliveBit) === 0 || (people.word[i] & villagerBit) === 0) continue
    households.land[h] += landPerHead
    places.farmland[village] += landPerHead * scale
  }
  for (let v = 0; v < places.villages; v++) if (places.given[v] >= 0) places.farmland[v] = landPerHead * places.registered[v] * scale
  places.farmlandBase.set(places.farmland)
}

/** Off-farm work in villages: the county's pattern, scaled so that farming has its published share of all work. */
function shareFarmWork(world: World, { counties, stage }: NationData, { farmShare2010 }: Parameters, told: Partial<Norms>): void {
  const { places } = world
  // One count with a known share tells how many work and how age moves the share.
  places.localShare.fill(0.3)
  countLabour(world, 0)
  let offFarm = 0
  let rural = 0
  let all = 0
  for (let j = 0; j < places.count; j++) {
    all += places.labour[j * 2] + places.labour[j * 2 + 1]
    if (j >= places.villages) continue
    offFarm += places.offFarmWorkers[j]
    rural += places.labour[j * 2] + places.labour[j * 2 + 1]
  }
  const byAge = told.offFarmByAge = stage?.surroundings.norms.offFarmByAge ?? offFarm / (0.3 * rural)
  const pattern = Float64Array.from({ length: places.villages }, (_, v) => {
    let [farming, villagers, residents] = [0, 0, 0]
    for (let part = places.partStart[v]; part < places.partStart[v + 1]; part++) {
      const c = places.partCounty[part]
      const its = (counties.rural[c] + counties.urban[c]) * places.partShare[part]
      farming += counties.agricultureShareOfEmployed[c] * its
      villagers += counties.rural[c] * places.partShare[part]
      residents += its
    }
    return farming / Math.max(1, residents) / Math.max(0.05, villagers / Math.max(1, residents))
  })
  const farmShare = (factor: number, v: number) => Math.min(0.97, factor * pattern[v])
  let low = stage?.surroundings.norms.farmPattern ?? 0
  let high = stage ? low : 3
  for (let round = 0; round < 40; round++) {
    const factor = (low + high) / 2
    let farmers = 0
    for (let v = 0; v < places.villages; v++) farmers += farmShare(factor, v) * (places.labour[v * 2] + places.labour[v * 2 + 1])
    if (farmers / (all * 0.97) < farmShare2010) low = factor
    else high = factor
  }
  told.farmPattern = low
  for (let v = 0; v < places.villages; v++) places.localShareBase[v] = places.localShare[v] = (1 - farmShare(low, v)) / byAge
  countLabour(world, 0)
}

/** Wages by province relative to the nation: incomes per head, less what the share of towns explains at the national ratio. */
function wagesByProvince({ provinces, counties }: NationData): number[] {
  const urban = new Float64Array(provinces.code.length)
  const residents = new Float64Array(provinces.code.length)
  counties.code.forEach((_, c) => {
    urban[counties.province[c]] += counties.urban[c]
    residents[counties.province[c]] += counties.urban[c] + counties.rural[c]
  })
  const ratio = incomeUrban2010 / incomeRural2010
  const ruralIncome = provinces.income2010.map((income, q) => income / (1 + (ratio - 1) * (urban[q] / residents[q])))
  const national = ruralIncome.reduce((sum, income, q) => sum + income * residents[q], 0) / residents.reduce((a, b) => a + b, 0)
  return ruralIncome.map(income => income / national)
}

/** Levels of 2010: staff in education and health, tap water, toilet and bath; kinds without data lie between health and amenities. */
function baseLevels(world: World, { counties, stage }: NationData, told: Partial<Norms>): void {
  const { places } = world
  const raw = new Float64Array(places.count * services.length)
  for (let j = 0; j < places.count; j++) {
    const rural = j < places.villages
    let weight = 0
    let staffSchool = 0
    let staffHealth = 0
    let amenities = 0
    for (let part = places.partStart[j]; part < places.partStart[j + 1]; part++) {
      const c = places.partCounty[part]
      const residents = counties.residents[c] * places.partShare[part]
      let children = 0
      let adults = 0
      for (let sex = 0; sex < 2; sex++) {
        for (let group = 0; group < 18; group++) {
          const number = counties.ageSex[c][sex * 18 + group]
          if (group >= 1 && group <= 3) children += number
          if (group >= 3) adults += number
        }
      }
      const employed = adults * counties.employedShare16Up[c] * places.partShare[part]
      weight += residents
      staffSchool += (counties.educationStaffShare[c] * employed * residents) / Math.max(1, children * places.partShare[part])
      staffHealth += counties.healthStaffShare[c] * employed
      amenities += (residents * (counties.tapWater[c] + counties.toilet[c] + counties.bath[c])) / 3
    }
    const factor = rural ? ruralFactor : townFactor
    const at = j * services.length
    raw[at + schooling] = pow(Math.max(1e-4, staffSchool / weight), contrast) * factor.schooling
    raw[at + health] = pow(Math.max(1e-4, staffHealth / weight), contrast) * factor.health
    raw[at + infrastructure] = pow(Math.max(0.05, amenities / weight), contrast) * factor.other
  }
  const levels = places.levelBase
  const norms: number[] = []
  for (const k of [schooling, health, infrastructure]) {
    let sum = 0
    let people = 0
    for (let j = 0; j < places.count; j++) {
      sum += raw[j * services.length + k] * places.residents[j]
      people += places.residents[j]
    }
    if (stage) [people, sum] = [stage.surroundings.norms.levels[norms.length], 1]
    norms.push(people / sum)
    for (let j = 0; j < places.count; j++) levels[j * services.length + k] = Math.min(2.5, Math.max(0.3, (raw[j * services.length + k] * people) / sum))
  }
  told.levels = norms
  for (let j = 0; j < places.count; j++) {
    const at = j * services.length
    for (let k = care; k < services.length; k++) {
      if (k !== infrastructure) levels[at + k] = Math.sqrt(levels[at + health] * levels[at + infrastructure])
    }
  }
  places.level.set(levels)
  places.access.fill(1)
}

/**
 * Tax effort: each province's revenue over its product (2014), scaled at the usual rates to local revenue of 2010, on the model's own output. Other rates then
 * raise and divide revenue otherwise than the accounts of 2010.
 */
function taxEffort(world: World, { provinces, stage }: NationData, now: Now): void {
  const g = world.governments
  if (stage) {
    g.effort.set(stage.surroundings.norms.effort)
    return
  }
  g.effort.fill(1)
  taxAndTransfer(world, now)
  const wanted = provinces.gdp2010.map((product, q) => (product * provinces.revenue2014[q]) / provinces.gdp2014[q])
  const all = wanted.reduce((a, b) => a + b, 0)
  wanted.forEach((value, q) => {
    g.effort[q] = ((value / all) * localRevenue2010) / (1 - usual.centralShare.value) / (usual.taxRate.value * g.output[q])
  })
}

/**
 * As many schools as the pupils of a village ask for, who are told by its residents and the share of pupils among the villagers of its province: in a coarse run
 * some villages have none by chance, and others many; and where a province has few villagers its share is near that of all.
 */
function openSchools({ places, governments, scale }: World, { pupilsPerSchool }: Parameters): void {
  const { villages, province, pupils, residents } = places
  const [ofProvince, among] = [new Float64Array(governments.output.length), new Float64Array(governments.output.length)]
  for (let v = 0; v < villages; v++) {
    ofProvince[province[v]] += pupils[v]
    among[province[v]] += residents[v]
  }
  const ofAll = sum(ofProvince) / Math.max(1, sum(among))
  for (let v = 0; v < villages; v++) {
    const q = province[v]
    const share = (ofProvince[q] + fewVillagers * ofAll) / (among[q] + fewVillagers)
    places.schools[v] = Math.min(places.units[v], (share * Math.max(1, residents[v]) * scale) / pupilsPerSchool)
  }
}

/** Simulated villagers who tell as much of a province as the nation does. */
const fewVillagers = 100
