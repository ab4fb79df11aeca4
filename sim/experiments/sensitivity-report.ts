/** What `chengxiang sensitivity` finds: which parameters drive which indicators. */
import type { Manifest } from './manifest.ts'

/** An estimate with its 95 % bootstrap interval. */
export interface Estimate {
  value: number
  low: number
  high: number
}

/** One parameter's effect on one indicator. Effects are in the indicator's unit, over the whole range varied. */
export interface ParameterEffect {
  /** Of the parameter. */
  id: string
  /** The range over which it is varied: how far it may be off, see `rangeOf` in sensitivity.ts; narrower than what files may set. */
  low: number
  high: number
  /** Morris: mean size of the elementary effects, with its interval. */
  muStar: number
  muStarLow: number
  muStarHigh: number
  /** Morris: mean of the elementary effects with their sign. */
  mu: number
  /** Morris: their standard deviation; large where the effect depends on the other parameters or bends. */
  sigma: number
  /** Sobol, of the parameters that matter most: share of the variance that the parameter explains alone. */
  first?: Estimate
  /** Sobol: the same with all its interactions. */
  total?: Estimate
  /** The indicator at the low and the high end of that range, all others at their defaults. */
  lowValue: number
  highValue: number
}

export interface SensitivityReport {
  manifest: Manifest
  indicators: {
    /** Of the indicator. */
    id: string
    year: number
    /** With every parameter at its default. */
    base: number
    /** Mean size of the difference between two runs of the baseline with different seeds: effects below it may be luck. */
    luck: number
    parameters: ParameterEffect[]
  }[]
}
