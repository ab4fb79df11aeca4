/**
 * What each way of moving is worth to the households that think: staying, sending one member, bringing the family after, moving whole, returning. Here are the
 * numbers that hold for all of them in a year; a compiled loop weighs the ways of each, see sim/loops/weigh-ways.ts.
 */
import { exp } from '../math.ts'
import type { Parameters } from '../parameters.ts'
import { mean, type World } from '../world.ts'

export interface Terms {
  wageMean: number
  villagerWage: number
  unemployedIncome: number
  /** Part of pay in towns and cities that contributions leave. */
  netPay: number
  cropLoss: number
  /** Part of what a member away earns that a household in a village has, which works with it, and one in a town. */
  sharesWithVillage: number
  sharesWithTown: number
  budgetShared: number
  nestScale: number
  returnAge: number
  returnFrail: number
  returnSchool: number
  returnUnemployed: number
  returnTown: number
  /** exp of what each partner or child whom the person is without takes from a way, and of what the own town adds to it. */
  apartFactor: number
  townFactor: number
  /** exp of the constants of sending a member, of sending one on who is away, of moving whole, of bringing the family after and of returning. */
  weightSend: number
  weightMoveOn: number
  weightMove: number
  weightJoin: number
  weightReturn: number
}

export function termsOf({ ledger }: World, p: Parameters): Terms {
  return {
    wageMean: ledger.means[mean.urbanWage],
    villagerWage: p.villagerWage,
    unemployedIncome: p.unemployedIncome,
    netPay: 1 - ledger.means[mean.contributionRate],
    cropLoss: p.cropLoss,
    sharesWithVillage: p.remittanceReturn * p.remittanceSplit,
    sharesWithTown: p.remittanceSplit,
    budgetShared: p.budgetShared,
    nestScale: p.nestScale,
    returnAge: p.returnAge,
    returnFrail: p.returnFrail,
    returnSchool: p.returnSchool,
    returnUnemployed: p.returnUnemployed,
    returnTown: p.returnTown,
    apartFactor: exp(-p.separation),
    townFactor: exp(p.townMove / p.nestScale),
    weightSend: exp(p.constantSend),
    weightMoveOn: exp(p.constantSend) * exp(-p.moveOn),
    weightMove: exp(p.constantMove),
    weightJoin: exp(p.constantJoin),
    weightReturn: exp(p.constantReturn),
  }
}
