/**
 * Screening by elementary effects (Morris 1991; μ* after Campolongo, Cariboni & Saltelli 2007): each trajectory starts at a random point of a grid of
 * four levels and moves one parameter after the other by two thirds of its range, in random order.
 */
import type { Draws } from './resample.ts'
import { mean, standardDeviation, studentInterval } from './statistics.ts'

/** A point of the unit cube: one number from 0 to 1 for each parameter. */
export type Point = readonly number[]

export interface Trajectory {
  /** One more than there are parameters. */
  points: Point[]
  /** `moved[n]`: which parameter differs between points n and n + 1. */
  moved: number[]
}

export interface Screened {
  /** Mean size of the elementary effects, over the whole range of the parameter; with Student's 95 % interval over trajectories, not below 0. */
  muStar: number
  muStarLow: number
  muStarHigh: number
  mu: number
  sigma: number
}

const levels = 4
const step = levels / (2 * (levels - 1))

/** @param draws uniform numbers from 0 to 1 by row and column: row t makes trajectory t */
export function trajectories(parameters: number, number: number, draws: Draws): Trajectory[] {
  return Array.from({ length: number }, (_, t) => {
    // The lower levels can go up by a step, the upper ones down.
    const start = Array.from({ length: parameters }, (_, p) => Math.floor(draws(t, p) * levels) / (levels - 1))
    const moved = Array.from({ length: parameters }, (_, p) => p)
      .map(p => ({ p, rank: draws(t, parameters + p) })).sort((a, b) => a.rank - b.rank).map(({ p }) => p)
    const points: Point[] = [start]
    for (const p of moved) points.push(points.at(-1)!.map((x, at) => at !== p ? x : x < 0.5 ? x + step : x - step))
    return { points, moved }
  })
}

/** @returns by parameter, its effect along each trajectory, per whole range; `values[t][n]` is the outcome at point n of trajectory t */
export function elementaryEffects(paths: readonly Trajectory[], values: readonly (readonly number[])[]): number[][] {
  const effects = Array.from({ length: paths[0].moved.length }, (): number[] => [])
  paths.forEach(({ points, moved }, t) => moved.forEach((p, n) => {
    effects[p].push((values[t][n + 1] - values[t][n]) / (points[n + 1][p] - points[n][p]))
  }))
  return effects
}

/** @param effects of one parameter along two trajectories or more: so few that resampling them would give too narrow an interval */
export function screened(effects: readonly number[]): Screened {
  const { mean: muStar, low, high } = studentInterval(effects.map(Math.abs))
  return { muStar, muStarLow: Math.max(0, low ?? NaN), muStarHigh: high ?? NaN, mu: mean(effects), sigma: standardDeviation(effects) }
}
