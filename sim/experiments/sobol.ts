/**
 * Shares of variance (Sobol 1993): two independent samples A and B, and for each parameter A with that column from B. First order after Saltelli
 * et al. 2010, total order after Jansen 1999, intervals by the bootstrap over rows.
 */
import type { Point } from './morris.ts'
import { bootstrapInterval, type Draws } from './resample.ts'
import { mean } from './statistics.ts'
import type { Estimate } from './sensitivity-report.ts'

export interface Design {
  a: Point[]
  b: Point[]
  /** `mixed[parameter][row]`: a row of A with that parameter from B. */
  mixed: Point[][]
}

/** Outcomes at the points of a design. */
export interface Outcomes {
  a: readonly number[]
  b: readonly number[]
  mixed: readonly (readonly number[])[]
}

export interface Shares {
  first: Estimate
  total: Estimate
}

/** @param draws uniform numbers by row and column: row n makes the nth points of A and B */
export function design(parameters: number, samples: number, draws: Draws): Design {
  const sample = (from: number) => Array.from({ length: samples }, (_, n) =>
    Array.from({ length: parameters }, (_, p) => draws(n, from + p)))
  const a = sample(0)
  const b = sample(parameters)
  const mixed = Array.from({ length: parameters }, (_, p) => a.map((point, n) => point.with(p, b[n][p])))
  return { a, b, mixed }
}

/** @returns by parameter; where nothing varies, nothing explains it, and all are 0 */
export function shares({ a, b, mixed }: Outcomes, draws: Draws): Shares[] {
  const every = a.map((_, n) => n)
  return mixed.map(ofParameter => {
    const estimate = (share: (rows: number[]) => number): Estimate => {
      const [low, high] = bootstrapInterval(a.length, draws, share)
      return { value: share(every), low, high }
    }
    return {
      first: estimate(rows => shareOf(rows, a, b, (n, middle) => (b[n] - middle) * (ofParameter[n] - a[n]))),
      total: estimate(rows => shareOf(rows, a, b, n => (ofParameter[n] - a[n]) * (ofParameter[n] - a[n]) / 2)),
    }
  })
}

/** The mean of a term over rows, relative to the variance of A and B there. */
function shareOf(
  rows: readonly number[], a: readonly number[], b: readonly number[], term: (row: number, middle: number) => number,
): number {
  const middle = mean(rows.map(n => (a[n] + b[n]) / 2))
  const variance = mean(rows.map(n => ((a[n] - middle) * (a[n] - middle) + (b[n] - middle) * (b[n] - middle)) / 2))
  return variance > 0 ? mean(rows.map(n => term(n, middle))) / variance : 0
}
