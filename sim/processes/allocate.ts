/**
 * Spending: a province pays cash and programmes, then services. Each service in each place is paid from revenue kept where it is collected, from the
 * province's pool by users, unit cost and rural weight, and from earmarked grants; by policy also from what counties and the centre take on, and
 * floors are funded first.
 */
import { sum } from '../math.ts'
import { parameters as table, usualCountyDuty, type Parameters } from '../parameters.ts'
import { outputOf } from '../places.ts'
import { columnOf, zerosOf } from '../scratch.ts'
import { services, spendingShare } from '../services.ts'
import { centre, levelOfGovernment, levelsOfGovernment as levels, mean, type World } from '../world.ts'
import { decidedRise } from './decided-budgets.ts'
import { fundStandards } from './fund-standards.ts'
import type { Funds, Keys } from './funds.ts'
import type { Now } from './process.ts'

const width = services.length

/** Where earmarked grants go, by service (schooling, health, care, assistance, infrastructure, culture). Assumption. */
const earmarks = [0.2, 0.15, 0.15, 0.1, 0.37, 0.03] as const
/**
 * Earmarked grants in local spending of 2010: 43.6 % of the 3,234 bn yuan handed down (Finance Yearbook), of 7,388 bn (National Bureau of Statistics). That all
 * of it goes to services is an assumption.
 */
const earmarkedShare = 0.191

/**
 * What goes to services of money that is not earmarked, and its parts by service: so that with the grants it is what the accounts of 2010 say, and what was
 * decided since.
 */
function untiedShares(rise: readonly number[]): { untiedShare: number; parts: number[] } {
  const shares = spendingShare.map((share, k) => share * rise[k])
  const untied = sum(shares) - earmarkedShare
  return { untiedShare: untied / (1 - earmarkedShare), parts: shares.map((share, k) => (share - earmarks[k] * earmarkedShare) / untied) }
}

/** Part of its money that a province spends on cash and programmes before it borrows. Assumption. */
const mostForCash = 0.5

export function allocate(world: World, now: Now): void {
  const p = now.parameters
  const keys = keysOf(world, p)
  const funds = divideMoney(world, p, keys, decidedRise(p, now.year))
  payServices(world, funds, keys)
  if (services.some(service => p.countyDuty[service] > usualCountyDuty)) payByCounties(world, funds, keys)
  world.governments.direct.fill(0)
  if (services.some(service => p.centralDuty[service] > 0)) payByCentre(world, p)
  if (services.some(service => p.floor[service] > 0)) fundStandards(world, p, funds, keys)
  keepDebt(world, now.first)
}

/** Cash and programmes first; administration and supervision; the rest is for services. */
function divideMoney({ governments: g, ledger, scale }: World, p: Parameters, { collected, needed }: Keys, rise: readonly number[]): Funds {
  const provinces = g.output.length
  const column = () => new Float64Array(provinces * width)
  const { untiedShare, parts } = untiedShares(rise)
  const funds: Funds = {
    parts, kept: new Float64Array(provinces), pool: column(), centreInPool: column(), earmarked: column(), counties: column(),
    stays: Float64Array.from(services, service => Math.min(1, p.countyDuty[service] / usualCountyDuty)),
  }
  const pension = (p.ruralPension * 12 * ledger.means[mean.urbanWage]) / ledger.means[mean.urbanWageBase]
  const assistance = (p.assistancePaid * ledger.means[mean.urbanWage]) / ledger.means[mean.urbanWageBase]
  const supervised = supervisedShare(p)
  g.byLevel.fill(0)
  for (let q = 0; q < provinces; q++) {
    const received = g.rebates[q] + g.equalization[q] + g.earmarked[q]
    const money = g.revenue[q] + received
    g.cash[q] = (ledger.ruralPensioners[q] * pension + ledger.assisted[q] * assistance) * scale
    g.programmesPaid[q] = g.programmes[q]
    g.programmes[q] = 0
    const first = g.cash[q] + g.programmesPaid[q]
    // What cash and programmes cost beyond that a province borrows.
    g.borrowed[q] = Math.max(0, first - mostForCash * money)
    const after = money + g.borrowed[q] - first
    const untied = Math.max(0, after - g.earmarked[q])
    const granted = after - untied
    const tied = granted * (1 - supervised)
    const forServices = untied * untiedShare * (1 - supervised)
    g.administration[q] = untied * (1 - untiedShare) + (untied * untiedShare + granted) * supervised
    g.spending[q] = after + first
    const free = Math.max(1, money - g.earmarked[q])
    const kept = forServices * Math.min(1, (p.keptLocally * g.revenue[q]) / free)
    const pooled = forServices - kept
    const fromCentre = pooled > 0 ? Math.min(1, (forServices * (g.rebates[q] + g.equalization[q])) / free / pooled) : 0
    funds.kept[q] = kept
    const fromLand = forServices * Math.min(1, g.landRevenue[q] / free)
    // Revenue kept where nothing is collected goes to all else.
    const collects = collected[q] > 0
    if (!collects) g.administration[q] += kept
    for (let k = 0; k < width; k++) {
      const at = q * width + k
      const duty = p.countyDuty[services[k]] / usualCountyDuty - 1
      const its = at * levels
      g.fromLand[at] = fromLand * parts[k]
      if (collects) {
        const stays = kept * parts[k] * funds.stays[k]
        funds.counties[at] = duty > 0 ? pooled * parts[k] * (1 - fromCentre) * duty : 0
        funds.pool[at] = kept * parts[k] - stays
        g.byLevel[its + levelOfGovernment.county] = stays
      }
      funds.pool[at] += pooled * parts[k] - funds.counties[at]
      funds.centreInPool[at] = pooled * parts[k] * fromCentre
      funds.earmarked[at] = tied * earmarks[k]
      if (needed[at] > 0) {
        g.byLevel[its + levelOfGovernment.centre] = funds.centreInPool[at] + funds.earmarked[at]
        g.byLevel[its + levelOfGovernment.province] = Math.max(0, funds.pool[at] - funds.centreInPool[at])
      } else {
        // Money for a service that nobody in the province uses goes to all else.
        g.administration[q] += funds.pool[at] + funds.earmarked[at]
      }
    }
  }
  return funds
}

/** Of money for services, what supervision costs beyond that of the base year, which is part of its administration. */
const supervisedShare = (p: Parameters): number => p.supervisionCost * (p.supervision - table.supervision.value)

const scratch = { base: zerosOf(Float64Array), cost: columnOf(Float64Array) }

function keysOf({ places, governments: g }: World, { ruralWeight }: Parameters): Keys {
  const { count, villages, province, users, unitCost } = places
  const keys: Keys = {
    base: scratch.base(count), collected: new Float64Array(g.output.length),
    cost: scratch.cost(count * width), needed: new Float64Array(g.output.length * width),
  }
  const { base, collected, cost, needed } = keys
  for (let j = villages; j < count; j++) {
    const output = outputOf(places, j)
    base[j] = output
    collected[province[j]] += output
  }
  for (let j = 0; j < count; j++) {
    const weight = j < villages ? ruralWeight : 1
    const its = province[j] * width
    for (let k = 0; k < width; k++) {
      const at = j * width + k
      cost[at] = users[at] * unitCost[at] * weight
      needed[its + k] += cost[at]
    }
  }
  return keys
}

/** What is kept where it is collected, what the province's pool gives, what grants give. */
function payServices({ places }: World, { kept, pool, centreInPool, earmarked, parts, stays }: Funds, { base, collected, cost, needed }: Keys): void {
  const { count, province, spending, transfers } = places
  for (let j = 0; j < count; j++) {
    const q = province[j]
    const own = collected[q] > 0 ? (kept[q] * base[j]) / collected[q] : 0
    let central = 0
    for (let k = 0; k < width; k++) {
      const at = j * width + k
      const its = q * width + k
      const byNeed = needed[its] > 0 ? cost[at] / needed[its] : 0
      spending[at] = own * parts[k] * stays[k] + (pool[its] + earmarked[its]) * byNeed
      central += (centreInPool[its] + earmarked[its]) * byNeed
    }
    transfers[j] = central
  }
}

/** What counties take on: each pays by what it collects, for its town or city and its villages by need. Who collects little falls behind. */
function payByCounties({ places, governments: g }: World, { counties }: Funds, { base, collected, cost }: Keys): void {
  const { count, villages, province, town, spending } = places
  const neededIn = new Float64Array(count * width)
  for (let j = 0; j < count; j++) {
    for (let k = 0; k < width; k++) neededIn[town[j] * width + k] += cost[j * width + k]
  }
  for (let j = 0; j < count; j++) {
    const q = province[j]
    if (collected[q] === 0) continue
    const collects = base[town[j]] / collected[q]
    for (let k = 0; k < width; k++) {
      const needs = neededIn[town[j] * width + k]
      if (needs > 0) spending[j * width + k] += (counties[q * width + k] * collects * cost[j * width + k]) / needs
    }
  }
  for (let j = villages; j < count; j++) {
    const q = province[j]
    if (collected[q] === 0) continue
    for (let k = 0; k < width; k++) {
      const money = (counties[q * width + k] * base[j]) / collected[q]
      // A county without users of the service spends its part on all else.
      if (neededIn[j * width + k] > 0) g.byLevel[(q * width + k) * levels + levelOfGovernment.county] += money
      else g.administration[q] += money
    }
  }
}

/** What the centre takes on: a share of what all levels below spend on the service in the nation, on top, by users × unit cost alike everywhere. */
function payByCentre({ places, governments: g }: World, p: Parameters): void {
  const supervised = supervisedShare(p)
  const { count, province, users, unitCost, spending, transfers } = places
  const perCost = new Float64Array(width)
  for (let k = 0; k < width; k++) {
    let needed = 0
    for (let at = k; at < count * width; at += width) needed += users[at] * unitCost[at]
    let spent = 0
    for (let at = k * levels; at < g.byLevel.length; at += width * levels) spent += g.byLevel[at] + g.byLevel[at + 1] + g.byLevel[at + 2]
    perCost[k] = needed > 0 ? (p.centralDuty[services[k]] * spent) / needed : 0
  }
  for (let j = 0; j < count; j++) {
    const q = province[j]
    for (let k = 0; k < width; k++) {
      const at = j * width + k
      const money = perCost[k] * users[at] * unitCost[at]
      const forService = money * (1 - supervised)
      spending[at] += forService
      transfers[j] += forService
      g.direct[q] += money
      g.administration[q] += money - forService
      g.byLevel[(q * width + k) * levels + levelOfGovernment.centre] += forService
    }
  }
  for (let q = 0; q < g.direct.length; q++) {
    g.spending[q] += g.direct[q]
    g.central[centre.direct] += g.direct[q]
  }
  g.central[centre.borrowed] += g.central[centre.direct]
}

function keepDebt({ governments: { borrowed, debt, central } }: World, first: boolean): void {
  for (let q = 0; q < debt.length; q++) debt[q] = (first ? 0 : debt[q]) + borrowed[q]
  central[centre.debt] = (first ? 0 : central[centre.debt]) + central[centre.borrowed]
}
