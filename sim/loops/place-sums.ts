/** Sums of what places themselves hold: see sim/indicators/place-sums.ts. */
import * as sum from '../codes/sum.ts'

/** Where rows of sums are added to: rows of prefectures, tiers and, in a stage, its own places, which have a rank among these, others −1. */
@unmanaged
export class TargetsOf {
  given!: Int32s
  prefecture!: Int32s
  tier!: Uint8s
  ownRank!: Int32s
  prefectures!: Float64s
  tiers!: Float64s
  own!: Float64s
  /** Scratch. */
  row!: Float64s
}

/** What places hold: see world.ts for most; what is counted by tallies.ts; and what follows from the place alone. */
@unmanaged
export class HeldOf {
  villages!: i32
  scale!: f64
  kinds!: i32
  wageNow!: f64
  serviceStandard!: f64
  hollow!: f64
  hollowHouses!: f64
  tier!: Uint8s
  units!: Float64s
  residents!: Int32s
  registered!: Int32s
  incomers!: Int32s
  residentsBase!: Float64s
  rent!: Float64s
  transfers!: Float64s
  level!: Float64s
  access!: Float64s
  spending!: Float64s
  users!: Float64s
  unitCost!: Float64s
  wage!: Float64s
  labour!: Int32s
  schools!: Float64s
  pupils!: Int32s
  farmland!: Float64s
  landLet!: Float64s
  landIdle!: Float64s
  landFarmed!: Float64s
  farms!: Float64s
  largeFarms!: Float64s
  landTaken!: Float64s
  disputes!: Float64s
  pairStart!: Int32s
  pairLocal!: Float64s
  houses!: Int32s
  landHeld!: Float64s
  sameCounty!: Int32s
  pairs!: Int32s
  income!: Float64s
  persons!: Float64s
  /** Mean level of services and its logarithm, for those registered here and elsewhere; what these have of each service, by tier; and the way to school. */
  composite!: Float64s
  logarithm!: Float64s
  share!: Float64s
  way!: Float64s
}

/** Adds places up, from one up to another, all of them villages or none. */
export function addPlaces(its: HeldOf, from: i32, until: i32, to: TargetsOf, width: i32): void {
  const given = to.given
  const prefecture = to.prefecture
  const tier = to.tier
  const ownRank = to.ownRank
  const row = to.row
  const rural = from < its.villages
  for (let j = from; j < until; j++) {
    if (given[j] >= 0) continue
    fillPlace(its, j, row)
    addHeld(to.prefectures, prefecture[j] * width, row, rural, width)
    if (!rural) addHeld(to.tiers, tier[j] * width, row, rural, width)
    if (ownRank[j] >= 0) addHeld(to.own, ownRank[j] * width, row, rural, width)
  }
}

/** The sums named in `heldBy`. */
function addHeld(target: Float64s, to: i32, row: Float64s, rural: boolean, width: i32): void {
  if (rural) addRange(target, to, row, sum.heldByAll, sum.peopleOfVillages)
  else {
    addRange(target, to, row, sum.heldByAll, sum.heldByVillages)
    addRange(target, to, row, sum.heldByTowns, sum.late)
  }
  addRange(target, to, row, sum.byService, width)
}

/** Adds some of the sums of a row to a row of `target` that begins at `to`. */
export function addRange(target: Float64s, to: i32, row: Float64s, from: i32, until: i32): void {
  for (let n = from; n < until; n++) target[to + n] += row[n]
}

/** Adds rows of sums up, each to the row of `target` that `rowOf` names. */
export function addRows(rows: Float64s, number: i32, rowOf: Int32s, target: Float64s, width: i32): void {
  for (let row = 0; row < number; row++) {
    const from = row * width
    const to = rowOf[row] * width
    for (let n = 0; n < width; n++) target[to + n] += rows[from + n]
  }
}

/** Writes what place `j` itself holds into a row; sums that it does not name stay as they are. */
export function fillPlace(its: HeldOf, j: i32, row: Float64s): void {
  const scale = its.scale
  const rural = j < its.villages
  const residents = f64(its.residents[j]) * scale
  row[sum.residentsBase] = its.residentsBase[j] * scale
  row[sum.incomers] = f64(its.incomers[j]) * scale
  const income = its.income[j] * scale
  const sharers = its.persons[j] * scale
  row[sum.income] = income
  row[sum.incomePersons] = sharers
  row[sum.incomeUrban] = rural ? 0 : income
  row[sum.personsUrban] = rural ? 0 : sharers
  row[sum.incomeRural] = rural ? income : 0
  row[sum.personsRural] = rural ? sharers : 0
  row[sum.rent] = its.rent[j] * residents
  row[sum.transfersHere] = its.transfers[j]
  addServices(its, j, row, residents, rural)
  if (rural) addVillage(its, j, row, residents)
  else addWages(its, j, row)
}

function addServices(its: HeldOf, j: i32, row: Float64s, residents: f64, rural: boolean): void {
  const level = its.level
  const access = its.access
  const spending = its.spending
  const users = its.users
  const unitCost = its.unitCost
  const standard = its.serviceStandard
  const kinds = its.kinds
  const tier = its.tier[j]
  const incomers = f64(its.incomers[j]) * its.scale
  const settled = residents - incomers
  let money: f64 = 0
  let need: f64 = 0
  let reached = 0
  let reachedElsewhere = 0
  for (let k = 0; k < kinds; k++) {
    const service = j * kinds + k
    const delivered = level[service] * access[service]
    money += spending[service]
    need += users[service] * unitCost[service]
    // Who is registered elsewhere has a share of it.
    const share = its.share[tier * kinds + k]
    const atStandard = i32(delivered >= standard)
    const elsewhereAtStandard = i32(delivered * share >= standard)
    const inAll = delivered * (settled + share * incomers)
    reached += atStandard
    reachedElsewhere += elsewhereAtStandard
    const to = sum.byService + k
    row[to] = spending[service]
    row[to + kinds] = f64(atStandard) * settled + f64(elsewhereAtStandard) * incomers
    row[to + 2 * kinds] = rural ? inAll : 0
    row[to + 3 * kinds] = rural ? 0 : inAll
  }
  const here = its.composite[j * 2]
  const elsewhere = its.composite[j * 2 + 1]
  const composite = here * settled + elsewhere * incomers
  row[sum.servicesMoney] = money
  row[sum.need] = (need * its.scale) / its.wageNow
  row[sum.composite] = composite
  row[sum.compositeSquared] = here * here * settled + elsewhere * elsewhere * incomers
  row[sum.compositeLog] = here * settled * its.logarithm[j * 2] + elsewhere * incomers * its.logarithm[j * 2 + 1]
  // Cities of every size are one area.
  for (let other = 0; other < 3; other++) row[sum.compositeVillage + other] = other === tier || (other === 2 && tier > 2) ? composite : 0
  row[sum.atStandard] = (here >= standard ? settled : 0) + (elsewhere >= standard ? incomers : 0)
  row[sum.atStandardAll] = (reached === kinds ? settled : 0) + (reachedElsewhere === kinds ? incomers : 0)
}

function addWages(its: HeldOf, j: i32, row: Float64s): void {
  let wages: f64 = 0
  let workers: f64 = 0
  for (let at = j * 2; at < j * 2 + 2; at++) {
    wages += its.wage[at] * f64(its.labour[at])
    workers += f64(its.labour[at])
  }
  row[sum.wages] = wages * its.scale
  row[sum.wageWorkers] = workers * its.scale
}

function addVillage(its: HeldOf, j: i32, row: Float64s, residents: f64): void {
  const scale = its.scale
  const units = its.units[j]
  const registered = f64(its.registered[j]) * scale
  const houses = f64(its.houses[j * 2]) * scale
  const emptyHouses = f64(its.houses[j * 2 + 1]) * scale
  row[sum.villages] = units
  row[sum.hollowVillages] = residents < its.hollow * registered ? units : 0
  row[sum.hollowVillagesHalf] = residents < 0.5 * registered ? units : 0
  row[sum.hollowVillagesHouses] = emptyHouses > its.hollowHouses * houses ? units : 0
  row[sum.villagesWithSchool] = Math.min(units, its.schools[j])
  row[sum.pupils] = f64(its.pupils[j]) * scale
  row[sum.wayToSchool] = f64(its.pupils[j]) * scale * its.way[j]
  row[sum.registeredVillage] = registered
  row[sum.houses] = houses
  row[sum.emptyHouses] = emptyHouses
  row[sum.farmland] = its.farmland[j]
  row[sum.landLet] = its.landLet[j]
  row[sum.landIdle] = its.landIdle[j]
  row[sum.landHeld] = its.landHeld[j] * scale
  row[sum.landFarmed] = its.landFarmed[j]
  row[sum.farms] = its.farms[j]
  row[sum.largeFarms] = its.largeFarms[j]
  row[sum.landTaken] = its.landTaken[j]
  row[sum.disputes] = its.disputes[j]
  const pairs = its.pairs
  const pairLocal = its.pairLocal
  let county = f64(its.sameCounty[j]) * scale
  for (let n = its.pairStart[j]; n < its.pairStart[j + 1]; n++) county += f64(pairs[n]) * pairLocal[n] * scale
  row[sum.outWorkersSameCounty] = county
}
