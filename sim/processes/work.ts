/**
 * Work: jobs, wages, farm income and remittances; every household's income of the year.
 *
 * Jobs of a place grow with its tier and its province's output and fall with the wage; the wage moves towards balance. Villagers work off the farm from home as
 * far as there are jobs, else on it: a farm worker earns the average product, so income rises as others leave (Lewis).
 */
import type { NationData } from '../data.ts'
import { exp, pow, sum } from '../math.ts'
import { ageMask } from '../codes/person-word.ts'
import { usualCity } from '../places.ts'
import { scratchZerosIn } from '../scratch.ts'
import type { World } from '../world.ts'
import { earn } from './earn.ts'
import type { ChanceFor, Now } from './process.ts'
import { giveLabour, giveMarkets } from './surround.ts'
import { lookForWork } from './who-does-what.ts'
import { mostLocal, offFarmByAge } from './who-works.ts'

export function work(world: World, now: Now, chanceFor: ChanceFor): void {
  if (!now.first) growJobs(world, now)
  const doing = lookForWork(world, now.elapsed, now.parameters.pensionCoverage)
  giveLabour(world, now)
  balanceMarkets(world, now, doing.villagers)
  giveMarkets(world, now)
  farm(world, now)
  earn(world, now, chanceFor, doing)
}

/** A growth rate that fades from a first to a late value. */
const fading = (first: number, late: number, fade: number, elapsed: number) => late + (first - late) * exp(-elapsed / fade)

function growJobs({ places }: World, { parameters, elapsed, data }: Now): void {
  const p = parameters
  const jobs = fading(p.jobGrowth2010, p.jobGrowthLate, p.jobGrowthFade, elapsed)
  const fade = exp(-elapsed / p.jobGrowthFade)
  const output = fading(p.productivityGrowth2010, p.productivityGrowthLate, p.productivityFade, elapsed)
  const jobsByTier = [0, p.jobGrowthTown, p.jobGrowthSmall, p.jobGrowthMedium, p.jobGrowthLarge, p.jobGrowthVeryLarge, p.jobGrowthMega]
  const outputByTier = [
    0, p.productivityGrowthTown, p.productivityGrowthSmall, p.productivityGrowthMedium, p.productivityGrowthLarge, p.productivityGrowthVeryLarge, p.productivityGrowthMega,
  ]
  const ahead = growthAhead(data).map(rate => rate * p.jobGrowthByOutput)
  for (let j = places.villages; j < places.count; j++) {
    const growth = jobs + fade * (jobsByTier[places.tier[j]] + ahead[places.province[j]])
    const better = 1 + output + outputByTier[places.tier[j]]
    const jobsAll = (places.jobsBase[j * 2] + places.jobsBase[j * 2 + 1]) * (1 + growth)
    const seekers = places.labour[j * 2] + places.labour[j * 2 + 1]
    for (let skill = 0; skill < 2; skill++) {
      const at = j * 2 + skill
      // Employers adapt to the skills on offer: the split of jobs moves towards the split of seekers.
      const split = places.jobsBase[at] * (1 + growth)
      places.jobsBase[at] = seekers > 0 ? split + p.skillAdaptation * ((jobsAll * places.labour[at]) / seekers - split) : split
      places.productivity[at] *= better
      places.wage[at] *= better
    }
  }
  const local = 1 + p.localJobGrowth * exp(-elapsed / p.localJobFade)
  for (let v = 0; v < places.villages; v++) places.localShareBase[v] *= local
}

/** By how much each province's output grew faster than the nation's, per year, 2010–2014, current prices. */
function growthAhead({ provinces: { gdp2010, gdp2014 } }: NationData): number[] {
  const yearly = (before: number, after: number) => pow(after / before, 1 / 4)
  const nation = yearly(sum(gdp2010), sum(gdp2014))
  return gdp2010.map((before, q) => yearly(before, gdp2014[q]) - nation)
}

/** What markets go by. */
interface Markets {
  scale: number
  usualCity: number
  borrowedSeekers: number
  /** Jobs per seeker at which wages rise as productivity does. */
  atRest: number
  /** By province and skill: `[province * 2 + skill]`. */
  jobsOf: Float64Array
  seekersOf: Float64Array
}

const scratch = { jobsOf: scratchZerosIn(Float64Array), seekersOf: scratchZerosIn(Float64Array) }

/** Jobs, wages and chances of work in towns and cities; off-farm shares in villages. @param villagers who works in the village of their registration */
function balanceMarkets(world: World, now: Now, villagers: Int32Array): void {
  const { memory, places, governments, scale } = world
  const { parameters: p } = now
  const { loops } = memory
  const number = governments.output.length * 2
  const markets: Markets = {
    scale, usualCity, borrowedSeekers, atRest: 1 - p.unemploymentAtRest,
    jobsOf: scratch.jobsOf(memory, number), seekersOf: scratch.seekersOf(memory, number),
  }
  loops.openJobs(places, markets, p)
  loops.balanceWages(places, markets, p)
  const rentOfVillages = pow(ruralRent, p.rentElasticity)
  const premium = [1, pow(p.skillPremium, 0.5)]
  const brought = broughtJobs(world, now, villagers)
  for (let v = 0; v < places.villages; v++) {
    places.localShare[v] = Math.min(mostLocal, places.localShareBase[v] + brought)
    places.rent[v] = rentOfVillages
    for (let skill = 0; skill < 2; skill++) {
      const at = v * 2 + skill
      places.wage[at] = places.wage[places.town[v] * 2] * p.villagerWage * p.localWage * premium[skill]
      places.productivity[at] = places.wage[at]
      places.employment[at] = 1
    }
  }
}

/**
 * By how much the share of work off the farm rises in each village for the jobs that are brought, per worker in villages: those who live where they are registered
 * take them, as they are of an age to.
 */
function broughtJobs({ people, places: { villages, given, labour } }: World, { parameters: { localJobs }, elapsed }: Now, villagers: Int32Array): number {
  if (localJobs === 0 || villagers.length === 0) return 0
  let workers = 0
  for (let v = 0; v < villages; v++) if (given[v] < 0) workers += labour[v * 2] + labour[v * 2 + 1]
  const ready = offFarmByAge(elapsed)
  let willing = 0
  for (const i of villagers) willing += ready[people.word[i] & ageMask]
  return (localJobs / 1000) * (workers / willing)
}

/** Simulated seekers of the province that count with a place's own; 0 would make coarse runs noisier than fine ones. Assumption. */
const borrowedSeekers = 60
/** Size, relative to the usual city, that gives the rent of a village. Assumption. */
const ruralRent = 0.02

function farm({ memory, places }: World, { parameters, elapsed }: Now): void {
  memory.loops.farm(places, pow(1 + parameters.farmTechnology, elapsed), parameters)
}
