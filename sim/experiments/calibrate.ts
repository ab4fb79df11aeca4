/**
 * Calibration: the parameters marked `fit`, the facts marked C, and what a run of 2010–2015 says of them; and the ties to villages, by province, which are found
 * in another way: see ties.ts.
 */
import { CholeskyDecomposition, Matrix, solve } from 'ml-matrix'
import type { NationData } from '../data.ts'
import type { Parameter } from '../parameter.ts'
import { parameters } from '../parameters.ts'
import type { Scenario, Trial } from '../scenario.ts'
import type { YearRecord } from '../record.ts'
import type { CalibrationReport } from './calibrate-report.ts'
import { calibrationRows, lastCalibrationYear, type FactRow } from './facts.ts'
import { BudgetSpent, fit, type AimedAt, type Evaluate, type Fit, type FreeParameter, type Outcome } from './fit.ts'
import type { Manifest } from './manifest.ts'
import { nextTies, sharesToMeet } from './ties.ts'
import { provincesAt, valueAt } from './validate.ts'

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
  return calibrationRows(data).map(row => ({ ...row, sd: row.tolerance / deviationsInTolerance }))
}

/** Turns errors that go together into independent ones of standard deviation 1, and back: L⁻¹ and L, where LLᵀ is their covariance. */
export function whitening(targets: readonly Pick<Target, 'id' | 'sd'>[]): { whiten: (values: number[]) => number[]; restore: (white: number[]) => number[] } {
  const covariance = new Matrix(targets.map((a, t) => targets.map((b, u) => (t === u ? 1 : a.id === b.id ? withinSeries : 0) * (a.sd * b.sd))))
  const lower = new CholeskyDecomposition(covariance).lowerTriangularMatrix
  const inverse = solve(lower, Matrix.eye(targets.length))
  const times = (matrix: Matrix, values: number[]) => matrix.mmul(Matrix.columnVector(values)).to1DArray()
  return { whiten: values => times(inverse, values), restore: white => times(lower, white) }
}

/** Priors are the values before any calibration, so that a repetition starts where the first one did. */
export function freeParameters(): FreeParameter[] {
  return Object.entries(parameters as Record<string, Parameter>).flatMap(([id, { value, min, max, fit, fitted }]) =>
    (fit === undefined ? [] : [{ id, prior: fitted?.before ?? value, sd: fit, min, max }]))
}

/** One run of the model: which values, which ties, at which scale, with which seed. Gives the value at each target, and urban shares by province of 2015. */
export type RunOnce = (run: Pick<Trial, 'assumptions' | 'ties' | 'scale' | 'seed'>) => Promise<{ values: number[]; shares: number[] }>

/** Values at the targets, made independent, and urban shares by province at the end of 2015. */
export interface Seen extends Outcome {
  shares: number[]
}

/** What the fit aims at: published values, made independent. */
export function aims(targets: readonly Target[]): AimedAt[] {
  return whitening(targets).whiten(targets.map(({ observed }) => observed)).map(observed => ({ observed, sd: 1 }))
}

/** What one run says at each target. */
export function valuesAt(targets: readonly Target[], run: readonly Pick<YearRecord, 'year' | 'nation' | 'provinces'>[]): number[] {
  const [at, ofProvinces] = [valueAt(run), provincesAt(run)]
  return targets.map(({ measure }) => measure(at, ofProvinces))
}

/**
 * Runs the model with each seed at each point, with the ties given, and makes what it says independent as `aims` does.
 * @param budget runs that may be made, including those that are remembered from before
 */
export function evaluator(
  free: readonly FreeParameter[], targets: readonly Target[], base: Scenario, seeds: readonly string[], runOnce: RunOnce, budget = Infinity,
): { evaluateWith: (ties: readonly number[]) => Evaluate<Seen>; runs: () => number } {
  const { whiten } = whitening(targets)
  let runs = 0
  const evaluateWith = (ties: readonly number[]) => async (points: number[][]): Promise<Seen[]> => {
    if (runs + points.length * seeds.length > budget) throw new BudgetSpent(`expected at most ${budget} runs`)
    runs += points.length * seeds.length
    return await Promise.all(points.map(async point => {
      const assumptions = { ...base.assumptions, ...Object.fromEntries(free.map(({ id }, i) => [id, point[i]])) } as Record<string, number>
      const seen = await Promise.all(seeds.map(seed => runOnce({ assumptions, ties, scale: base.scale, seed })))
      return { ...averaged(seen.map(({ values }) => whiten(values))), shares: averaged(seen.map(({ shares }) => shares)).values }
    }))
  }
  return { evaluateWith, runs: () => runs }
}

/** Over seeds; with one seed the noise is not known and taken for none. */
function averaged(runs: readonly (readonly number[])[]): Outcome {
  const values = runs[0].map((_, t) => runs.reduce((sum, run) => sum + run[t], 0) / runs.length)
  const noise = values.map((mean, t) => (runs.length < 2 ? 0
    : runs.reduce((sum, run) => sum + (run[t] - mean) * (run[t] - mean), 0) / (runs.length - 1) / runs.length))
  return { values, noise }
}

export interface Calibrated extends Fit<Seen> {
  ties: number[]
}

/** After so many rounds ties change little: where parameters are not fitted yet, and then where they are. */
const roundsBefore = 4
const roundsAfter = 2

/**
 * Finds ties at the priors, fits the parameters, and finds the ties anew.
 * @param onStep told the objective after each step of the fit
 */
export async function calibrate(
  free: readonly FreeParameter[], targets: readonly Target[], data: NationData, evaluateWith: (ties: readonly number[]) => Evaluate<Seen>,
  onStep: (objective: number) => void,
): Promise<Calibrated> {
  let ties = data.provinces.code.map(() => 0)
  const priors = free.map(({ prior }) => prior)
  const [before] = await evaluateWith(ties)([priors])
  /** @returns what is seen with new ties; as many rounds as the budget allows */
  async function tie(point: number[], seen: Seen, rounds: number): Promise<{ seen: Seen; spent: boolean }> {
    try {
      for (let round = 0; round < rounds; round++) {
        const next = nextTies(ties, seen.shares, data)
        ;[seen] = await evaluateWith(next)([point])
        ties = next
      }
      return { seen, spent: false }
    } catch (error) {
      if (!(error instanceof BudgetSpent)) throw error
      return { seen, spent: true }
    }
  }
  const tied = await tie(priors, before, roundsBefore)
  const found = await fit(free, aims(targets), evaluateWith(ties), onStep, tied.seen)
  const { seen, spent } = await tie(found.point, found.after, roundsAfter)
  return { ...found, before, after: seen, converged: found.converged && !spent, ties }
}

export function reportOf(
  { before, after, point, low, high, converged, ties }: Calibrated, data: NationData, free: readonly FreeParameter[], targets: readonly Target[],
  manifest: Manifest, evaluations: number, command: string,
): CalibrationReport {
  const { restore } = whitening(targets)
  const [valuesBefore, valuesAfter] = [before, after].map(outcome => restore(outcome.values))
  const wanted = sharesToMeet(after.shares, data)
  const { provinces, provinceYearbook2015: { residents, urban } } = data
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
    provinces: provinces.code.map((code, q) => ({
      code, nameEn: provinces.nameEn[q], nameZh: provinces.nameZh[q], tie: digits(ties[q]),
      published: urban[q] / residents[q], observed: wanted[q], before: before.shares[q], after: after.shares[q],
    })),
    distanceBefore: distance(valuesBefore), distanceAfter: distance(valuesAfter), evaluations, converged, command,
  }
}

/** Four digits: more would claim what nobody knows. */
const digits = (value: number) => Number(value.toPrecision(4))
