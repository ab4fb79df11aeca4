/** What of the money of its province a county raises and gets: the accounts of a stage, which close like the nation's. */
import type { Parameters } from '../parameters.ts'
import { outputOf } from '../places.ts'
import { services } from '../services.ts'
import type { World } from '../world.ts'
import { sum, width } from './sums.ts'

/** Sums of what is spent on a county's people and by its province in its name: its part of the province's spending on services. */
const spent = [sum.spending, sum.cash, sum.administration, sum.programmes, sum.borrowed, sum.debt, sum.byCentre, sum.byProvince, sum.byCounty] as const
/** What it gets for it beyond its own revenue, in the kinds in which its province gets it. */
const received = [sum.rebates, sum.equalization, sum.earmarked, sum.direct] as const

/**
 * Turns the province's money into the county's: taxes and own revenue by its part of the output, spending by its part of the services. The difference is what it
 * receives, or, below zero, what it hands on. There is no centre in these accounts: taxes are those that are left after it has had its share.
 */
export function shareMoney({ places, governments: g, scale }: World, nation: Float64Array, provinces: Float64Array, { centralShare }: Parameters): void {
  const numbers = g.output.length
  const output = new Float64Array(numbers)
  const servedHere = new Float64Array(numbers)
  const servedAll = new Float64Array(numbers)
  for (let j = 0; j < places.count; j++) {
    const q = places.province[j]
    let here = 0
    for (let k = 0; k < services.length; k++) here += places.spending[j * services.length + k]
    servedAll[q] += here
    if (places.given[j] >= 0) continue
    servedHere[q] += here
    output[q] += outputOf(places, j) * scale
  }
  for (const at of [...spent, ...received, sum.taxes, sum.ownRevenue]) nation[at] = 0
  nation[sum.centralRevenue] = nation[sum.centralSpending] = nation[sum.centralPensions] = 0
  nation[sum.revenueVariation] = nation[sum.meansVariation] = NaN
  nation.fill(NaN, sum.fromLand, sum.fromLand + services.length)
  for (let q = 0; q < numbers; q++) {
    const its = provinces.subarray(q * width, q * width + width)
    const raised = g.output[q] > 0 ? output[q] / g.output[q] : 0
    const served = servedAll[q] > 0 ? servedHere[q] / servedAll[q] : 0
    its[sum.taxes] *= raised * (1 - centralShare)
    its[sum.ownRevenue] *= raised
    for (const at of spent) its[at] *= served
    const total = received.reduce((all, at) => all + its[at], 0)
    const due = its[sum.spending] - its[sum.ownRevenue] - its[sum.borrowed]
    for (const at of received) its[at] = total > 0 ? (due * its[at]) / total : 0
    for (const at of [...spent, ...received, sum.taxes, sum.ownRevenue]) nation[at] += its[at]
  }
}
