/** Calibration: the parameters marked `fit`, the facts marked C, and what a run of 2010–2015 says of them. */
import { CholeskyDecomposition, Matrix, solve } from 'ml-matrix'
import type { NationData } from '../data.ts'
import { parameters, type Parameter } from '../parameters.ts'
import type { Scenario } from '../scenario.ts'
import type { YearRecord } from '../record.ts'
import type { CalibrationReport } from './calibrate-report.ts'
import { calibrationRows, lastCalibrationYear, type FactRow } from './facts.ts'
import { BudgetSpent, type AimedAt, type Evaluate, type Fit, type FreeParameter, type Outcome } from './fit.ts'
import type { Manifest } from './manifest.ts'
import { valueAt } from './validate.ts'

/** The only years that calibration runs: the end of the last one lies between it and the next. */
export const calibrationYears: [number, number] = [2010, lastCalibrationYear + 1]

/** A tolerance is taken for three standard deviations, beyond which history matching calls a value implausible. */
const deviationsInTolerance = 3

/**
 * Correlation of the errors of one series: what the first year gets wrong, and no fitted parameter can mend, stays in the later ones, and its trend is
 * what they tell. Assumption.
 */
const withinSeries = 0.8

export interface Target extends FactRow {
  /** Standard deviation of what is published and of what the model leaves out. */
  sd: number
}

export function targetsOf(data: NationData): Target[] {
  return calibrationRows(data).map((row) => ({ ...row, sd: row.tolerance / deviationsInTolerance }))
}

/** Turns errors that go together into independent ones of standard deviation 1, and back: L⁻¹ and L, where LLᵀ is their covariance. */
export function whitening(targets: readonly Pick<Target, 'id' | 'sd'>[]): { whiten: (values: number[]) => number[]; restore: (white: number[]) => number[] } {
  const covariance = new Matrix(targets.map((a, t) => targets.map((b, u) => (t === u ? 1 : a.id === b.id ? withinSeries : 0) * (a.sd * b.sd))))
  const lower = new CholeskyDecomposition(covariance).lowerTriangularMatrix
  const inverse = solve(lower, Matrix.eye(targets.length))
  const times = (matrix: Matrix, values: number[]) => matrix.mmul(Matrix.columnVector(values)).to1DArray()
  return { whiten: (values) => times(inverse, values), restore: (white) => times(lower, white) }
}

/** Priors are the values before any calibration, so that a repetition starts where the first one did. */
export function freeParameters(): FreeParameter[] {
  return Object.entries(parameters as Record<string, Parameter>).flatMap(([id, { value, min, max, fit, fitted }]) =>
    (fit === undefined ? [] : [{ id, prior: fitted?.before ?? value, sd: fit, min, max }]))
}

/** One run of the model: which values, at which scale, with which seed. Gives the value at each target. */
export type RunOnce = (run: { assumptions: Record<string, number>; scale: number; seed: string }) => Promise<number[]>

/** What the fit aims at: published values, made independent. */
export function aims(targets: readonly Target[]): AimedAt[] {
  return whitening(targets).whiten(targets.map(({ observed }) => observed)).map((observed) => ({ observed, sd: 1 }))
}

/** What one run says at each target. */
export function valuesAt(targets: readonly Target[], run: readonly Pick<YearRecord, 'year' | 'nation'>[]): number[] {
  const at = valueAt(run)
  return targets.map(({ measure }) => measure(at))
}

/**
 * Runs the model with each seed at each point, and makes what it says independent as `aims` does.
 * @param budget runs that may be made, including those that are remembered from before
 */
export function evaluator(
  free: readonly FreeParameter[], targets: readonly Target[], base: Scenario, seeds: readonly string[], runOnce: RunOnce, budget = Infinity,
): { evaluate: Evaluate; runs: () => number } {
  const { whiten } = whitening(targets)
  let runs = 0
  async function evaluate(points: number[][]): Promise<Outcome[]> {
    if (runs + points.length * seeds.length > budget) throw new BudgetSpent(`expected at most ${budget} runs`)
    runs += points.length * seeds.length
    return await Promise.all(points.map(async (point) => {
      const assumptions = { ...base.assumptions, ...Object.fromEntries(free.map(({ id }, i) => [id, point[i]])) } as Record<string, number>
      return averaged(await Promise.all(seeds.map(async (seed) => whiten(await runOnce({ assumptions, scale: base.scale, seed })))))
    }))
  }
  return { evaluate, runs: () => runs }
}

/** Over seeds; with one seed the noise is not known and taken for none. */
function averaged(runs: readonly (readonly number[])[]): Outcome {
  const values = runs[0].map((_, t) => runs.reduce((sum, run) => sum + run[t], 0) / runs.length)
  const noise = values.map((mean, t) => (runs.length < 2 ? 0
    : runs.reduce((sum, run) => sum + (run[t] - mean) * (run[t] - mean), 0) / (runs.length - 1) / runs.length))
  return { values, noise }
}

export function reportOf(
  { before, after, point, low, high, converged }: Fit, free: readonly FreeParameter[], targets: readonly Target[],
  manifest: Manifest, evaluations: number, command: string,
): CalibrationReport {
  const { restore } = whitening(targets)
  const [valuesBefore, valuesAfter] = [before, after].map((outcome) => restore(outcome.values))
  const errors = (values: number[]) => targets.map(({ observed, tolerance }, t) => (values[t] - observed) / tolerance)
  const distance = (values: number[]) => Math.sqrt(errors(values).reduce((sum, error) => sum + error * error, 0) / targets.length)
  return {
    manifest,
    parameters: free.map(({ id, prior, sd }, i) => ({
      id, before: prior, after: digits(point[i]), low: digits(low[i]), high: digits(high[i]), priorSd: sd,
    })),
    targets: targets.map(({ id, year, observed, sd }, t) => ({
      id, year, observed, before: valuesBefore[t], after: valuesAfter[t], weight: 1 / (sd * sd), error: errors(valuesAfter)[t],
    })),
    distanceBefore: distance(valuesBefore), distanceAfter: distance(valuesAfter), evaluations, converged, command,
  }
}

/** Four digits: more would claim what nobody knows. */
const digits = (value: number) => Number(value.toPrecision(4))
