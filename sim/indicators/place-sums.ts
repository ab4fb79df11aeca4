/** The sums of one place of what the place itself holds, in real persons and yuan. */
import { ln } from '../math.ts'
import { schoolWay } from '../processes/serve.ts'
import type { Parameters } from '../parameters.ts'
import { areaOf } from '../places.ts'
import { services } from '../services.ts'
import { mean, type World } from '../world.ts'
import type { PlaceIncomes } from './purses.ts'
import { atStandardFor, moneyFor, ruralLevel, sum, urbanLevel, width, type Range } from './sums.ts'
import type { Tallies } from './tallies.ts'

/** Mean of the six levels of a place, as its residents reach them. */
export function compositeLevel({ places }: World, j: number): number {
  const { level, access } = places
  const width = services.length
  let total = 0
  for (let k = 0; k < width; k++) total += level[j * width + k] * access[j * width + k]
  return total / width
}

/** @returns a function that writes what place `j` itself holds into a row; sums that it does not name stay as they are */
export function placeSums(
  world: World, { houses, landHeld, sameCounty, pairs }: Tallies, { income, persons }: PlaceIncomes, parameters: Parameters,
): (j: number, row: Float64Array) => void {
  const { places, scale, ledger } = world
  const { hollow, hollowHouses, serviceStandard } = parameters
  const kinds = services.length
  const wageNow = ledger.means[mean.urbanWage] / Math.max(1, ledger.means[mean.urbanWageBase])

  return (j, row) => {
    const { level, access, spending, users, unitCost } = places
    const rural = j < places.villages
    const area = areaOf(places, j)
    const residents = places.residents[j] * scale
    row[sum.residentsBase] = places.residentsBase[j] * scale
    row[sum.incomers] = places.incomers[j] * scale
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
      let wages = 0
      let workers = 0
      for (let skill = 0; skill < 2; skill++) {
        wages += places.wage[j * 2 + skill] * places.labour[j * 2 + skill]
        workers += places.labour[j * 2 + skill]
      }
      row[sum.wages] = wages * scale
      row[sum.wageWorkers] = workers * scale
      return
    }
    const units = places.units[j]
    const registered = places.registered[j] * scale
    const itsHouses = houses[j * 2] * scale
    const emptyHouses = houses[j * 2 + 1] * scale
    row[sum.villages] = units
    row[sum.hollowVillages] = residents < hollow * registered ? units : 0
    row[sum.hollowVillagesHalf] = residents < 0.5 * registered ? units : 0
    row[sum.hollowVillagesHouses] = emptyHouses > hollowHouses * itsHouses ? units : 0
    row[sum.villagesWithSchool] = Math.min(units, places.schools[j])
    row[sum.pupils] = places.pupils[j] * scale
    row[sum.wayToSchool] = places.pupils[j] * scale * schoolWay(places.schools[j], units, places.townDistance[j])
    row[sum.registeredVillage] = registered
    row[sum.houses] = itsHouses
    row[sum.emptyHouses] = emptyHouses
    row[sum.farmland] = places.farmland[j]
    row[sum.landLet] = places.landLet[j]
    row[sum.landIdle] = places.landIdle[j]
    row[sum.landHeld] = landHeld[j] * scale
    row[sum.landFarmed] = places.landFarmed[j]
    row[sum.farms] = places.farms[j]
    row[sum.largeFarms] = places.largeFarms[j]
    row[sum.landTaken] = places.landTaken[j]
    row[sum.disputes] = places.disputes[j]
    let county = sameCounty[j] * scale
    for (let n = places.pairStart[j]; n < places.pairStart[j + 1]; n++) county += pairs[n] * places.pairLocal[n] * scale
    row[sum.outWorkersSameCounty] = county
  }
}

/** Adds some of the sums of a row to a row of `target`, in part or in whole. */
export function addRow(target: Float64Array, at: number, row: Float64Array, ranges: readonly Range[], part = 1): void {
  for (const [from, until] of ranges) addRange(target, at * width, row, from, until, part)
}

function addRange(target: Float64Array, to: number, row: Float64Array, from: number, until: number, part: number): void {
  for (let n = from; n < until; n++) target[to + n] += part * row[n]
}
