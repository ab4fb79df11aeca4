/**
 * What holds people in the villages of a province beyond incomes, services, distance and kin: land that bears rent near cities, other languages, work that is
 * reached from home. Nothing here tells it directly, so it is a constant of the alternative by province, found as in Berry (1994): what an urban share has too
 * much, in logits, is added to the constant, until all shares are those of the yearbook for 2015, as it stood before the census of 2020.
 */
import type { NationData } from '../data.ts'
import { ln, logit, logistic } from '../math.ts'
import type { YearRecord } from '../record.ts'
import { atYearEnd, byProvince, yearOf } from './reading.ts'

/** Rise of a tie per logit of too high an urban share. Any number finds the same ties, if it finds them. */
const pace = 20
/** People leave at most eight times as readily, or as unreadily, as elsewhere: the odds of leaving go with the root of what the tie is a logarithm of. Assumption. */
export const mostTie = 2 * ln(8)

/** Urban shares by province at the end of 2015, as the yearbook has them. */
export function urbanShares2015(run: readonly Pick<YearRecord, 'year' | 'provinces'>[]): number[] {
  const next = byProvince(yearOf(run, 2016), 'urbanShare')
  return byProvince(yearOf(run, 2015), 'urbanShare').map((share, q) => atYearEnd(share, next[q]))
}

/**
 * The urban shares of the yearbook, all moved by the same logits to the national share of a run: the level is for other parameters to meet, and has been revised
 * since; how provinces differ has not.
 */
export function sharesToMeet(shares: readonly number[], { provinceYearbook2015: { residents, urban } }: NationData): number[] {
  const all = residents.reduce((sum, people) => sum + people, 0)
  const national = (of: readonly number[]) => of.reduce((sum, share, q) => sum + share * residents[q], 0) / all
  const wanted = national(shares)
  const moved = (by: number) => residents.map((people, q) => logistic(logit(urban[q] / people) + by))
  let [low, high] = [-3, 3]
  for (let round = 0; round < 50; round++) {
    const middle = (low + high) / 2
    if (national(moved(middle)) < wanted) low = middle
    else high = middle
  }
  return moved((low + high) / 2)
}

/** Ties nearer to those with which a run has the shares of the yearbook. Villagers of the nation are held by none, on average. */
export function nextTies(ties: readonly number[], shares: readonly number[], data: NationData): number[] {
  const wanted = sharesToMeet(shares, data)
  const within = (tie: number) => Math.min(mostTie, Math.max(-mostTie, tie))
  const raised = ties.map((tie, q) => within(tie + pace * (logit(shares[q]) - logit(wanted[q]))))
  const villagers = villagersByProvince(data)
  const mean = raised.reduce((sum, tie, q) => sum + tie * villagers[q], 0) / villagers.reduce((sum, people) => sum + people, 0)
  return raised.map(tie => within(tie - mean))
}

function villagersByProvince({ counties, provinces }: NationData): number[] {
  const villagers = provinces.code.map(() => 0)
  counties.province.forEach((q, c) => { villagers[q] += counties.rural[c] })
  return villagers
}
