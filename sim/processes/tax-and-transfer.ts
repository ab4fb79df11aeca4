/**
 * Budget: provinces raise taxes, the centre takes its share and hands a pool down in three kinds, provinces pay cash and programmes and share the
 * rest out to places and services. What is spent was raised, transferred or borrowed, to the last yuan.
 */
import type { EqualizationFormula, Parameters } from '../parameters.ts'
import { pow, sum } from '../math.ts'
import { outputOf } from '../places.ts'
import { compositeLevels } from '../service-levels.ts'
import { services } from '../services.ts'
import { centre, mean, type World } from '../world.ts'
import { allocate } from './allocate.ts'
import { priceServices, rememberQuantities } from './serve.ts'
import type { Now } from './process.ts'

/** Extra weight of a resident registered elsewhere when equalization follows migrants. Assumption. */
const migrantWeight = 2

export function taxAndTransfer(world: World, now: Now): void {
  if (now.statusQuo) rememberStatusQuo(world, { ...now, parameters: now.statusQuo })
  budget(world, now)
}

/** The census's levels are those of the budget without policies, even where some are in force from the first year on: their programmes wait for the true budget. */
function rememberStatusQuo(world: World, now: Now): void {
  const { programmes } = world.governments
  const waiting = programmes.slice()
  programmes.fill(0)
  budget(world, now)
  rememberQuantities(world, now.parameters)
  programmes.set(waiting)
}

function budget(world: World, now: Now): void {
  priceServices(world, now.parameters)
  raise(world, now)
  handDown(world, now)
  allocate(world, now)
}

/** Output of each province and the taxes on it, shared with the centre. */
function raise({ places, governments: g, ledger, scale }: World, { parameters: p }: Now): void {
  g.output.fill(0)
  for (let j = 0; j < places.count; j++) g.output[places.province[j]] += outputOf(places, j) * scale
  g.central.fill(0, 0, centre.debt)
  for (let q = 0; q < g.output.length; q++) {
    const taxes = p.taxRate * g.effort[q] * g.output[q]
    g.taxes[q] = taxes
    g.revenue[q] = taxes * (1 - p.centralShare) + g.landRevenue[q]
    g.central[centre.taxes] += taxes * p.centralShare
  }
  const pensioners = sum(ledger.urbanPensioners)
  g.central[centre.pensions] = pensioners * p.pensionUrban * ledger.means[mean.urbanWage] * scale
  g.central[centre.contributions] = ledger.means[mean.contributions] * scale
}

/** The pool and its three kinds: rebates follow revenue, equalization its formula, earmarked grants own money and users. */
function handDown(world: World, { parameters: p }: Now): void {
  const { governments: g, places, scale } = world
  const provinces = g.output.length
  const taxes = sum(g.taxes)
  const pool = p.transferPool * taxes
  g.central[centre.pool] = pool
  g.central[centre.ownSpending] = p.centralOwnSpending * taxes
  g.central[centre.direct] = 0
  g.central[centre.borrowed] = pool + g.central[centre.ownSpending] + g.central[centre.pensions] - g.central[centre.taxes] - g.central[centre.contributions]

  const need = standardNeed(world)
  const of = (persons: (j: number) => number) => {
    const byProvince = new Float64Array(provinces)
    for (let j = 0; j < places.count; j++) byProvince[places.province[j]] += persons(j) * scale
    return byProvince
  }
  const weights: Record<EqualizationFormula, () => Float64Array> = {
    needGap: () => need.map((its, q) => Math.max(0, its - standardRevenue(world, p, q))),
    perResident: () => of(j => places.residents[j]),
    perRegistered: () => of(j => places.registered[j]),
    followsMigrants: () => of(j => places.residents[j] + migrantWeight * places.incomers[j]),
    byResults: () => {
      const levels = compositeLevels(world, p)
      const reached = (persons: number, level: number) => persons * Math.min(1, level)
      return of(j => reached(places.residents[j] - places.incomers[j], levels[j * 2]) + reached(places.incomers[j], levels[j * 2 + 1]))
    },
  }
  const formula = weights[p.equalizationFormula]()
  const matching = Float64Array.from({ length: provinces }, (_, q) =>
    pow(Math.max(0, g.revenue[q]), p.earmarkedMatching) * pow(need[q], 1 - p.earmarkedMatching))
  share(g.rebates, p.mixRebates * pool, g.taxes)
  share(g.equalization, p.mixEqualization * pool, formula)
  share(g.earmarked, pool - p.mixRebates * pool - p.mixEqualization * pool, matching)
}

/** What all provinces have, shared out by what their users of services cost: what each would spend if all served alike. */
function standardNeed(world: World): Float64Array {
  const { places, governments: g } = world
  const need = new Float64Array(g.output.length)
  for (let j = 0; j < places.count; j++) {
    for (let k = 0; k < services.length; k++) {
      const at = j * services.length + k
      need[places.province[j]] += places.users[at] * world.scale * places.unitCost[at]
    }
  }
  const money = sum(g.revenue) + g.central[centre.pool]
  const factor = money / Math.max(1, sum(need))
  return need.map(value => value * factor)
}

/** What a province would have of its own if it taxed as the nation does; revenue from land is no part of it. */
const standardRevenue = ({ governments: { output, taxes } }: World, { centralShare }: Parameters, q: number): number =>
  (output[q] * sum(taxes) * (1 - centralShare)) / Math.max(1, sum(output))

/** Shares an amount out by weights; with no weight at all, by equal parts. */
function share(target: Float64Array, amount: number, weights: ArrayLike<number>): void {
  let total = 0
  for (let q = 0; q < target.length; q++) total += weights[q]
  for (let q = 0; q < target.length; q++) target[q] = total > 0 ? (amount * weights[q]) / total : amount / target.length
}
