/** The sums of one place, in real persons and yuan: what was tallied there, and what the place itself holds. */
import { ln } from '../math.ts'
import { reformYear } from '../processes/register.ts'
import { schoolWay } from '../processes/serve.ts'
import type { Parameters } from '../parameters.ts'
import { areaOf } from '../places.ts'
import { scratchZeros } from '../scratch.ts'
import { services } from '../services.ts'
import { activity, female, male, mean, type World } from '../world.ts'
import { atStandardFor, lateSums, moneyFor, ruralLevel, serviceSums, sum, urbanLevel, urbanSums, villageSums, width } from './sums.ts'
import { ageGroups, origin, originWidth, tally, tallyWidth, type Tallies } from './tallies.ts'

/** Income of the year and who shares it, by place; in simulated persons. */
export interface PlaceIncomes {
  income: Float64Array
  persons: Float64Array
}

const memory = { income: scratchZeros(Float64Array), persons: scratchZeros(Float64Array) }

/** They hold until they are asked for again. */
export function incomesByPlace({ ledger, places }: World): PlaceIncomes {
  const { purses, perHead, heads, where } = ledger
  const income = memory.income(places.count)
  const persons = memory.persons(places.count)
  for (let n = 0; n < purses; n++) {
    income[where[n]] += perHead[n] * heads[n]
    persons[where[n]] += heads[n]
  }
  return { income, persons }
}

/** Mean of the six levels of a place, as its residents reach them. */
export function compositeLevel({ places }: World, j: number): number {
  const { level, access } = places
  const width = services.length
  let total = 0
  for (let k = 0; k < width; k++) total += level[j * width + k] * access[j * width + k]
  return total / width
}

/** @returns a function that writes the sums of place `j` into a row; sums that it does not name stay as they are */
export function placeSums(
  world: World, { counts, origins, landHeld, pairs }: Tallies, { income, persons }: PlaceIncomes, parameters: Parameters,
): (j: number, row: Float64Array) => void {
  const { places, scale, ledger } = world
  const { hollow, hollowHouses, serviceStandard } = parameters
  const kinds = services.length
  // The reform ended the difference between kinds of registration: since then the place counts.
  const unified = world.year >= reformYear
  const wageNow = ledger.means[mean.urbanWage] / Math.max(1, ledger.means[mean.urbanWageBase])

  return (j, row) => {
    const { level, access, spending, users, unitCost } = places
    const at = j * tallyWidth
    const rural = j < places.villages
    const area = areaOf(places, j)
    let residents = 0
    let young = 0
    let of60 = 0
    let of65 = 0
    for (let group = 0; group < ageGroups; group++) {
      const number = counts[at + male * ageGroups + group] + counts[at + female * ageGroups + group]
      residents += number
      if (group < 3) young += number
      if (group >= 12) of60 += number
      if (group >= 13) of65 += number
    }
    let villagers = 0
    for (let does = 0; does < 8; does++) villagers += counts[at + tally.activity + 8 + does]
    const doing = (what: number) => (counts[at + tally.activity + what] + counts[at + tally.activity + 8 + what]) * scale
    const counted = (what: number) => counts[at + what] * scale
    const urbanRegistered = (residents - villagers + (unified ? counts[at + tally.townVillagers] : 0)) * scale
    residents *= scale
    of60 *= scale
    of65 *= scale
    const farmers = doing(activity.farm)
    const offFarm = doing(activity.offFarm)
    const jobless = doing(activity.unemployed)

    row[sum.residents] = residents
    row[sum.residentsBase] = places.residentsBase[j] * scale
    row[sum.children0to14] = young * scale
    row[sum.residents60] = of60
    row[sum.residents65] = of65
    row[sum.urbanRegistered] = urbanRegistered
    row[sum.incomers] = places.incomers[j] * scale
    row[sum.urbanResidents] = rural ? 0 : residents
    for (let other = 0; other < 3; other++) {
      row[sum.residentsVillage + other] = other === area ? residents : 0
      row[sum.residents60Village + other] = other === area ? of60 : 0
      row[sum.residents65Village + other] = other === area ? of65 : 0
    }
    row[sum.cohort] = counted(tally.cohort)
    row[sum.cohortSenior] = counted(tally.cohortSenior)
    row[sum.cohortCollege] = counted(tally.cohortCollege)
    row[sum.households] = counted(tally.households)
    row[sum.householdMembers] = counted(tally.householdMembers)
    const left = counted(tally.leftByFather) + counted(tally.leftByMother) - counted(tally.leftByBoth)
    row[sum.minors] = counted(tally.minors)
    row[sum.minorsMigrant] = counted(tally.minorsMigrant)
    row[sum.minorsLeft] = left
    row[sum.minorsLeftByBoth] = counted(tally.leftByBoth)
    row[sum.employed] = farmers + offFarm
    row[sum.farmers] = farmers
    row[sum.labour] = farmers + offFarm + jobless
    const itsIncome = income[j] * scale
    const sharers = persons[j] * scale
    row[sum.income] = itsIncome
    row[sum.incomePersons] = sharers
    row[sum.incomeUrban] = rural ? 0 : itsIncome
    row[sum.personsUrban] = rural ? 0 : sharers
    row[sum.incomeRural] = rural ? itsIncome : 0
    row[sum.personsRural] = rural ? sharers : 0
    row[sum.rent] = places.rent[j] * residents
    row[sum.transfersHere] = places.transfers[j]

    let money = 0
    let need = 0
    let composite = 0
    let reached = 0
    for (let k = 0; k < kinds; k++) {
      const service = j * kinds + k
      const its = level[service] * access[service]
      composite += its
      money += spending[service]
      need += users[service] * unitCost[service]
      const atStandard = its >= serviceStandard
      if (atStandard) reached++
      row[moneyFor(k)] = spending[service]
      row[atStandardFor(k)] = atStandard ? residents : 0
      row[ruralLevel(k)] = rural ? its * residents : 0
      row[urbanLevel(k)] = rural ? 0 : its * residents
    }
    composite /= kinds
    row[sum.servicesMoney] = money
    row[sum.need] = (need * scale) / wageNow
    row[sum.composite] = composite * residents
    row[sum.compositeSquared] = composite * composite * residents
    row[sum.compositeLog] = composite * residents * ln(Math.max(1e-6, composite))
    for (let other = 0; other < 3; other++) row[sum.compositeVillage + other] = other === area ? composite * residents : 0
    row[sum.atStandard] = composite >= serviceStandard ? residents : 0
    row[sum.atStandardAll] = reached === kinds ? residents : 0

    if (!rural) {
      row[sum.urbanLabour] = farmers + offFarm + jobless
      row[sum.unemployed] = jobless
      let wages = 0
      let workers = 0
      for (let skill = 0; skill < 2; skill++) {
        wages += places.wage[j * 2 + skill] * places.labour[j * 2 + skill]
        workers += places.labour[j * 2 + skill]
      }
      row[sum.wages] = wages * scale
      row[sum.wageWorkers] = workers * scale
      for (let tier = 2; tier < 7; tier++) row[sum.residentsSmall + tier - 2] = places.tier[j] === tier ? residents : 0
      return
    }
    const units = places.units[j]
    const registered = places.registered[j] * scale
    const houses = counted(tally.houses)
    const emptyHouses = counted(tally.emptyHouses)
    row[sum.villages] = units
    row[sum.hollowVillages] = residents < hollow * registered ? units : 0
    row[sum.hollowVillagesHalf] = residents < 0.5 * registered ? units : 0
    row[sum.hollowVillagesHouses] = emptyHouses > hollowHouses * houses ? units : 0
    row[sum.villagesWithSchool] = Math.min(units, places.schools[j])
    row[sum.pupils] = places.pupils[j] * scale
    row[sum.wayToSchool] = places.pupils[j] * scale * schoolWay(places.schools[j], units, places.townDistance[j])
    row[sum.registeredVillage] = registered
    row[sum.houses] = houses
    row[sum.emptyHouses] = emptyHouses
    row[sum.villageHouseholds] = counted(tally.villageHouseholds)
    row[sum.villageHouseholdsWithoutAdult] = counted(tally.withoutAdult)
    row[sum.farmland] = places.farmland[j]
    row[sum.landLet] = places.landLet[j]
    row[sum.landIdle] = places.landIdle[j]
    row[sum.landHeld] = landHeld[j] * scale
    row[sum.landFarmed] = places.landFarmed[j]
    row[sum.farms] = places.farms[j]
    row[sum.largeFarms] = places.largeFarms[j]
    row[sum.landTaken] = places.landTaken[j]
    row[sum.disputes] = places.disputes[j]
    row[sum.children] = counted(tally.minors)
    row[sum.childrenLeft] = left
    row[sum.childrenLeftByFather] = counted(tally.leftByFather) - counted(tally.leftByBoth)
    row[sum.childrenLeftByMother] = counted(tally.leftByMother) - counted(tally.leftByBoth)
    row[sum.childrenLeftByBoth] = counted(tally.leftByBoth)
    row[sum.childrenUnder16] = counted(tally.under16)
    row[sum.childrenUnder16LeftByBoth] = counted(tally.under16LeftByBoth)
    row[sum.elders] = of60
    row[sum.eldersWithChildren] = counted(tally.eldersWithChildren)
    row[sum.eldersLeft] = counted(tally.eldersLeft)
    row[sum.eldersLeftFromVillage] = counted(tally.eldersLeftFromVillage)
    row[sum.eldersLeftByAny] = counted(tally.eldersLeftByAny)
    row[sum.eldersWithoutAdult] = counted(tally.eldersWithoutAdult)
    const from = j * originWidth
    const registeredAs = (what: number) => origins[from + what] * scale
    row[sum.localWorkers] = registeredAs(origin.localWorkers)
    row[sum.outWorkers] = registeredAs(origin.outWorkers)
    let sameCounty = registeredAs(origin.sameCounty)
    for (let n = places.pairStart[j]; n < places.pairStart[j + 1]; n++) sameCounty += pairs[n] * places.pairLocal[n] * scale
    row[sum.outWorkersSameCounty] = sameCounty
    row[sum.outWorkersInProvince] = registeredAs(origin.inProvince)
    row[sum.outWorkersWhole] = registeredAs(origin.whole)
    row[sum.migrantAge] = registeredAs(origin.migrantAge)
    row[sum.youngAway] = registeredAs(origin.youngAway)
    row[sum.youngRegistered] = registeredAs(origin.young) + registeredAs(origin.youngAway)
    row[sum.oldAway] = registeredAs(origin.oldAway)
    row[sum.oldRegistered] = registeredAs(origin.old) + registeredAs(origin.oldAway)
  }
}

/** Adds a place's row to a row of `target`, in part or in whole. */
export function addRow(target: Float64Array, at: number, row: Float64Array, rural: boolean, part = 1): void {
  const to = at * width
  for (let n = 0; n < villageSums; n++) target[to + n] += part * row[n]
  const [from, until] = rural ? [villageSums, urbanSums] : [urbanSums, lateSums]
  for (let n = from; n < until; n++) target[to + n] += part * row[n]
  for (let n = serviceSums; n < width; n++) target[to + n] += part * row[n]
}
