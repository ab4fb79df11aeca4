/** Jobs, wages, rents and chances of work by place, and what farms bear: see sim/processes/work.ts. */
import { pow } from './math.ts'

/** Places, as far as work is concerned. */
@unmanaged
export class Workplaces {
  count!: i32
  villages!: i32
  province!: Uint8s
  town!: Int32s
  units!: Float64s
  merged!: Float64s
  farmland!: Float64s
  farmlandBase!: Float64s
  landIdle!: Float64s
  landFarmed!: Float64s
  landShort!: Float64s
  residents!: Int32s
  residentsBase!: Float64s
  largest!: Int32s
  labour!: Int32s
  jobsBase!: Float64s
  jobs!: Float64s
  wage!: Float64s
  productivity!: Float64s
  employment!: Float64s
  localShareBase!: Float64s
  localShare!: Float64s
  farmIncome!: Float64s
  farmIncomeBase!: Float64s
  farmWorkers!: Int32s
  farmWorkersBase!: Float64s
  rent!: Float64s
}

/** See `Markets`. */
@unmanaged
export class MarketsOf {
  scale!: f64
  usualCity!: f64
  borrowedSeekers!: f64
  /** Jobs per seeker at which wages rise as productivity does. */
  atRest!: f64
  /** By province and skill: `[province * 2 + skill]`. */
  jobsOf!: Float64s
  seekersOf!: Float64s
}

/** The parameters of work, by name. */
@unmanaged
export class WorkTerms {
  agglomeration!: f64
  landPerResident!: f64
  rentElasticity!: f64
  rentLandElasticity!: f64
  labourDemandElasticity!: f64
  wageAdjustment!: f64
  fieldWay!: f64
  farmLandElasticity!: f64
  farmLabourElasticity!: f64
}

/** Rents and jobs of towns and cities, and the sums of jobs and seekers by province. */
export function openJobs(places: Workplaces, markets: MarketsOf, p: WorkTerms): void {
  const villages = places.villages
  const count = places.count
  const province = places.province
  const units = places.units
  const landShort = places.landShort
  const residents = places.residents
  const residentsBase = places.residentsBase
  const largest = places.largest
  const labour = places.labour
  const jobsBase = places.jobsBase
  const jobs = places.jobs
  const wage = places.wage
  const productivity = places.productivity
  const rent = places.rent
  const jobsOf = markets.jobsOf
  const seekersOf = markets.seekersOf
  const scale = markets.scale
  const usualCity = markets.usualCity
  const agglomeration = p.agglomeration
  const landPerResident = p.landPerResident
  const rentElasticity = p.rentElasticity
  const rentLandElasticity = p.rentLandElasticity
  const elasticity = -p.labourDemandElasticity
  for (let j = villages; j < count; j++) {
    const here = f64(residents[j])
    const size = pow(Math.max(0.05, here / residentsBase[j]), agglomeration)
    const crowded = 1.0 + landShort[j] / (landPerResident * Math.max(1.0, f64(largest[j])) * scale)
    rent[j] = pow((Math.max(1.0, here) * scale) / units[j] / usualCity, rentElasticity) * pow(crowded, rentLandElasticity)
    for (let skill = 0; skill < 2; skill++) {
      const at = j * 2 + skill
      const inProvince = province[j] * 2 + skill
      jobs[at] = jobsBase[at] * size * pow(wage[at] / productivity[at], elasticity)
      jobsOf[inProvince] += jobs[at]
      seekersOf[inProvince] += f64(labour[at])
    }
  }
}

// Assumptions, so that few simulated seekers do not throw a market off. A wage moves by at most this in a year, and stays within these multiples of what work yields.
const mostRise = 1.12
const mostFall = 0.88
const lowestWage = 0.4
const highestWage = 2.5
/** Jobs per seeker, relative to those at rest, below which the wage falls no faster. */
const leastJobs = 0.2
/** The chance of work is never above or below this: some always change jobs, and some always find work. */
const mostEmployed = 0.975
const leastEmployed = 0.5

/** Wages of towns and cities move towards balance; chances of work follow from jobs and seekers. */
export function balanceWages(places: Workplaces, markets: MarketsOf, p: WorkTerms): void {
  const villages = places.villages
  const count = places.count
  const province = places.province
  const labour = places.labour
  const jobs = places.jobs
  const wage = places.wage
  const productivity = places.productivity
  const employment = places.employment
  const jobsOf = markets.jobsOf
  const seekersOf = markets.seekersOf
  const borrowedSeekers = markets.borrowedSeekers
  const atRest = markets.atRest
  const wageAdjustment = p.wageAdjustment
  for (let j = villages; j < count; j++) {
    for (let skill = 0; skill < 2; skill++) {
      const at = j * 2 + skill
      // Jobs per seeker, a little towards the province's: few simulated seekers tell a place's balance only roughly.
      const inProvince = province[j] * 2 + skill
      const usual = seekersOf[inProvince] > 0 ? jobsOf[inProvince] / seekersOf[inProvince] : atRest
      const perSeeker = (jobs[at] + borrowedSeekers * usual) / (f64(labour[at]) + borrowedSeekers)
      const relative = wage[at] / productivity[at]
      const moved = relative * Math.min(mostRise, Math.max(mostFall, pow(Math.max(leastJobs, perSeeker / atRest), wageAdjustment)))
      wage[at] = productivity[at] * Math.min(highestWage, Math.max(lowestWage, moved))
      employment[at] = Math.min(mostEmployed, Math.max(leastEmployed, perSeeker))
    }
  }
}

/**
 * Average product of farm labour, A T^β L^(α − 1) relative to the base year: T is the land that does not lie idle, L who works it, and β and α are the elasticities
 * of land and of labour. Where villages have merged the fields are further away, and it is (1 − merged)^`fieldWay` of that.
 * @param technology A
 */
export function farm(places: Workplaces, technology: f64, p: WorkTerms): void {
  const villages = places.villages
  const merged = places.merged
  const farmland = places.farmland
  const farmlandBase = places.farmlandBase
  const landIdle = places.landIdle
  const landFarmed = places.landFarmed
  const farmIncome = places.farmIncome
  const farmIncomeBase = places.farmIncomeBase
  const farmWorkers = places.farmWorkers
  const farmWorkersBase = places.farmWorkersBase
  const fieldWay = p.fieldWay
  const ofLand = p.farmLandElasticity
  const ofLabour = p.farmLabourElasticity - 1.0
  for (let v = 0; v < villages; v++) {
    // Where nobody farmed, all land waits for who does.
    const idle = landFarmed[v] > 0 ? landIdle[v] : 0.0
    const land = Math.max(0.02, (farmland[v] - idle) / Math.max(1e-9, farmlandBase[v]))
    const labour = Math.max(0.05, f64(farmWorkers[v]) / Math.max(1.0, farmWorkersBase[v]))
    farmIncome[v] = farmIncomeBase[v] * technology * pow(1.0 - merged[v], fieldWay) * pow(land, ofLand) * pow(labour, ofLabour)
  }
}
