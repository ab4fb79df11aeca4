/** Measures of inequality by their definitions: Gini, Theil in parts, coefficient of variation, and the slope of Zipf's law. */
import { ln } from '../math.ts'
import type { Memory } from '../memory.ts'
import { scratchZerosIn } from '../scratch.ts'

/** What Gini coefficients are made of, by group: persons, their income, and the area under the curve. See `addAreas`. */
export interface Areas {
  weight: Float64Array
  below: Float64Array
  area: Float64Array
}

const scratch = { weight: scratchZerosIn(Float64Array), below: scratchZerosIn(Float64Array), area: scratchZerosIn(Float64Array) }

/** Nothing yet; it holds until it is asked for again. */
export const noAreas = (memory: Memory, groups: number): Areas =>
  ({ weight: scratch.weight(memory, groups), below: scratch.below(memory, groups), area: scratch.area(memory, groups) })

/** The groups of somebody beside group 0, which is of all: one of 0 to 3 and one of any, so that one look tells both. */
export const bothGroups = (first: number, second: number): number => (second << 2) | first

/**
 * Gini coefficients, exactly: half the mean difference between two persons over the mean, Σ Σ w_i w_j |y_i − y_j| / (2 W Y), which is
 * 1 − Σ w_i (2 Y_{<i} + w_i y_i) / (W Y) in ascending order. NaN for groups that have nothing.
 */
export const ginis = ({ weight, below, area }: Areas): Float64Array => area.map((sum, g) => Math.max(0, 1 - sum / (weight[g] * below[g])))

/**
 * Theil index T = Σ (w y / Y) ln(y / μ) from sums over places: W = Σ w, Y = Σ w y, L = Σ w y ln y. With groups g it is the sum of
 * what lies within them, Σ (Y_g / Y) T_g, and between their means, Σ (Y_g / Y) ln(μ_g / μ): both follow from B = Σ Y_g ln μ_g.
 */
export const theil = (w: number, y: number, l: number): number => Math.max(0, l / y - ln(y / w))
export const theilWithin = (y: number, l: number, b: number): number => Math.max(0, (l - b) / y)
export const theilBetween = (w: number, y: number, b: number): number => Math.max(0, b / y - ln(y / w))
/** A group's part of B. */
export const ofGroup = (w: number, y: number): number => (y > 0 ? y * ln(y / w) : 0)

/** Standard deviation over the mean, from Σ w, Σ w y and Σ w y². */
export const variation = (w: number, y: number, squares: number): number => Math.sqrt(Math.max(0, squares / w - (y / w) * (y / w))) / (y / w)

/**
 * Slope of ln(rank − ½) on ln(size), which is free of the bias of small samples that plain ranks have (Gabaix & Ibragimov 2011); −1 is Zipf's law.
 * Equal sizes share their mean rank. NaN for fewer than three sizes.
 */
export function zipfSlope(sizes: readonly number[]): number {
  const ordered = Float64Array.from(sizes).sort().reverse()
  const count = ordered.length
  if (count < 3) return NaN
  let [x, y, xx, xy] = [0, 0, 0, 0]
  for (let first = 0; first < count;) {
    let last = first
    while (last + 1 < count && ordered[last + 1] === ordered[first]) last++
    const size = ln(ordered[first])
    const rank = ln((first + last) / 2 + 0.5)
    for (; first <= last; first++) {
      x += size
      y += rank
      xx += size * size
      xy += size * rank
    }
  }
  return (count * xy - x * y) / (count * xx - x * x)
}
