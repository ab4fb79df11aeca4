/** What is told of a number of the model that can be set. */

/** What calibration found: the value and its 95 % interval. */
export interface Fitted {
  value: number
  low: number
  high: number
  /** The value written in `parameters.ts`, from which calibration started. */
  before: number
}

/**
 * What a value rests on: nothing but judgement; figures that were counted or published; estimates of others; choices of policy; what calibration found; or
 * nothing in the world, since it only defines what is observed.
 */
export type Basis = 'assumption' | 'measured' | 'literature' | 'policy' | 'fitted' | 'definition'

export interface Parameter {
  value: number
  unit: string
  min: number
  max: number
  basis: Basis
  meaning: string
  /** In words; that of an assumption begins with "assumption". */
  source: string
  /** Calibration fits it: standard deviation of what it may be, around the value written here. */
  fit?: number
  /** What calibration found, of which `value` is the middle. */
  fitted?: Fitted
}
