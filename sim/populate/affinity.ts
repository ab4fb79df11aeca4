/**
 * How readily people of one province go to another beyond what jobs, wages, registration and distance explain: shared language, old ties, railways.
 * Bilateral costs are read off the observed matrix, as quantitative spatial models do (Tombe & Zhu 2019). Birthplaces tell of moves of fifty years, so
 * how many leave each province, and arrive, is fitted to the migrants of 2010–2015: constants of the alternatives, as discrete choice has them (Train 2009).
 */
import { hukouCost } from '../access.ts'
import type { NationData } from '../data.ts'
import { exp, pow, sum } from '../math.ts'
import type { Parameters } from '../parameters.ts'
import type { Places, World } from '../world.ts'
import { baseWage } from './economy.ts'
import { fitted } from './flows.ts'

/** A pair of provinces counts at most so many times more, or less, than gravity says, before departures and arrivals are fitted. Assumption. */
const bound = 8

/**
 * `[from * provinces + to]`, 1 within a province, and for the mean of all pairs what the border leaves: lifetime migrants of 2010 over what gravity gives at the wages
 * of that year, to the power `affinity`, because networks carry the rest; then raised or lowered by province of departure and of arrival.
 */
export function affinities({ places, scale }: World, data: NationData, p: Parameters): Float64Array {
  const n = data.provinces.code.length
  const { villages, count, town, province, registered, wage, labour, tier } = places
  const pull = new Float64Array(count)
  for (let j = villages; j < count; j++) {
    const jobs = (labour[j * 2] + labour[j * 2 + 1]) * scale
    pull[j] = jobs * pow(wage[j * 2] / baseWage, p.wageWeight) * exp(-hukouCost(p, tier[j]))
  }
  const reach = reachOfTowns(places, n, pull, p.distanceWeight)
  const gravity = new Float64Array(n * n)
  for (let home = 0; home < count; home++) {
    // A village lies where its town does.
    const from = (town[home] - villages) * n
    for (let q = 0; q < n; q++) gravity[province[home] * n + q] += registered[home] * reach[from + q]
  }
  let moved = 0
  let expected = 0
  for (let at = 0; at < n * n; at++) {
    if (Math.floor(at / n) === at % n) gravity[at] = 0
    else moved += data.originDestination[at]
    expected += gravity[at]
  }
  const paired = gravity.map((value, at) => {
    if (value <= 0) return 0
    const ratio = (data.originDestination[at] / moved) / (value / expected)
    return value * pow(Math.min(bound, Math.max(1 / bound, ratio)), p.affinity)
  })
  const { departures, arrivals } = firstMoves(data)
  const part = (expected * exp(-p.border)) / Math.max(1, sum(arrivals))
  const flows = fitted(paired, departures, arrivals.map(persons => persons * part))
  return gravity.map((value, at) => (value > 0 ? flows[at] / value : 1))
}

/** What each province offers to people of each town and city, nearer places more: `[(town - villages) * provinces + to]`. */
function reachOfTowns({ villages, count, x, y, z, province }: Places, provinces: number, pull: Float64Array, distanceWeight: number): Float64Array {
  const decay = Float64Array.from({ length: 1500 }, (_, step) => pow(1 + (step * 5) / 30, -distanceWeight))
  const reach = new Float64Array((count - villages) * provinces)
  for (let town = villages; town < count; town++) {
    const from = (town - villages) * provinces
    for (let j = villages; j < count; j++) {
      const chord = Math.sqrt(Math.max(0, 2 - 2 * (x[town] * x[j] + y[town] * y[j] + z[town] * z[j])))
      reach[from + province[j]] += pull[j] * decay[Math.min(1499, (chord * 6371) / 5 | 0)]
    }
  }
  return reach
}

/** Share of the people of 2010 from other provinces who went home by 2015. Assumption: above 0.09 more would have left Shanghai than all who did. */
const wentHome = 0.08

/** Migrants of 2010–2015 without those who went home: as many as lived in other provinces in 2010, in proportion. */
function firstMoves({ counties, recentMigrants: { arrivals, departures } }: NationData): { arrivals: number[]; departures: number[] } {
  const here = arrivals.map(() => 0)
  const away = arrivals.map(() => 0)
  counties.province.forEach((q, c) => {
    here[q] += counties.incomersOtherProvince[c]
    away[q] += counties.registered[c] - counties.residents[c] + counties.incomersOtherProvince[c]
  })
  const without = (all: number[], home: number[]) => all.map((persons, q) => Math.max(leastFirst * persons, persons - wentHome * home[q]))
  return { arrivals: without(arrivals, away), departures: without(departures, here) }
}

/** At least so many of a province's migrants moved for the first time. Assumption. */
const leastFirst = 0.1
