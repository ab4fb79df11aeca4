/** What `calibrate` says: values before and after with their uncertainty, and the distance to each target. Plain data, as JSON holds it. */
import type { Manifest } from './manifest.ts'

export interface FittedParameter {
  id: string
  before: number
  after: number
  /** 95 % interval, from the curvature at the optimum, the tolerances of the targets and the prior. */
  low: number
  high: number
  /** Standard deviation of what it might have been. An interval as wide as this one's says that the targets told nothing. */
  priorSd: number
}

export interface Target {
  /** Of the fact, as in `validate`. */
  id: string
  year: number
  observed: number
  before: number
  after: number
  /** 1 / (standard deviation)²: a third of the tolerance; errors of one series go together. */
  weight: number
  /** (after − observed) / tolerance of the fact. */
  error: number
}

/** Urban shares at the end of 2015, 0–1, and the tie to villages that brings the model near the published one. */
export interface TiedProvince {
  code: number
  nameEn: string
  nameZh: string
  /** Utility; 0 for a villager of the nation, on average. */
  tie: number
  /** As the yearbook has it, and moved to the national share of the model. */
  published: number
  observed: number
  before: number
  after: number
}

export interface CalibrationReport {
  manifest: Manifest
  parameters: FittedParameter[]
  targets: Target[]
  provinces: TiedProvince[]
  /** Root mean square of the errors in tolerances. */
  distanceBefore: number
  distanceAfter: number
  /** Runs of the model, each a set of parameters with a seed. */
  evaluations: number
  /** False when the runs allowed were spent before. */
  converged: boolean
  /** What makes it again. */
  command: string
}
