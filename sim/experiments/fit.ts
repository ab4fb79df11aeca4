/**
 * Weighted least squares for a slow model with some noise: Gauss–Newton steps, each the Levenberg–Marquardt minimum of a linear emulator of the model
 * around the best point so far. All runs of a seed have the same random events, which makes the objective smooth.
 */
import { levenbergMarquardt } from 'ml-levenberg-marquardt'
import { inverse, Matrix } from 'ml-matrix'
import { normal95 } from './statistics.ts'

export interface FreeParameter {
  id: string
  /** What it is before anything is fitted, and how far from it one would be surprised to find it: a normal prior. */
  prior: number
  sd: number
  min: number
  max: number
}

export interface AimedAt {
  observed: number
  /** Standard deviation of what is observed and of what the model leaves out. */
  sd: number
}

/** Values at the targets: their mean over seeds, and the variance of that mean. */
export interface Outcome {
  values: number[]
  noise: number[]
}

/** Runs the model at points. May stop by throwing `BudgetSpent`. */
export type Evaluate<Seen extends Outcome = Outcome> = (points: number[][]) => Promise<Seen[]>

/** Thrown by an `Evaluate` that may run no more. */
export class BudgetSpent extends Error {
  override name = 'BudgetSpent'
}

export interface Fit<Seen extends Outcome = Outcome> {
  /** False when the budget was spent first. */
  converged: boolean
  before: Seen
  after: Seen
  point: number[]
  /** 95 % interval of each parameter; the prior's where nothing is known of slopes. */
  low: number[]
  high: number[]
}

/** Half the distance between the two points from which a slope is taken, in standard deviations of the prior. */
const halfStep = 0.4
/** Slopes serve again within this distance of where they were taken, in the same unit. */
const slopesReach = 0.8
/** A step that should lower the objective by less than this, or the second in a row that does not lower it, ends the search: the rest is noise. */
const leastGain = 0.3
const mostRefused = 2
const mostSteps = 12

/**
 * @param onStep told after each step: the objective, and the best point so far
 * @param start what the model says at the priors, if that is known
 */
export async function fit<Seen extends Outcome>(
  parameters: readonly FreeParameter[], targets: readonly AimedAt[], evaluate: Evaluate<Seen>,
  onStep: (objective: number, point: number[]) => void = () => {}, start?: Seen,
): Promise<Fit<Seen>> {
  const scaled = (point: readonly number[]) => parameters.map(({ prior, sd }, i) => (point[i] - prior) / sd)
  const natural = (u: readonly number[]) => parameters.map(({ prior, sd, min, max }, i) => Math.min(max, Math.max(min, prior + u[i] * sd)))
  const residuals = ({ values }: Outcome) => targets.map(({ observed, sd }, t) => (values[t] - observed) / sd)
  const objective = (u: readonly number[], outcome: Outcome) => squares(residuals(outcome)) + squares(u)

  let best = parameters.map(() => 0)
  const before = start ?? (await evaluate([natural(best)]))[0]
  let outcome = before
  let slopes: number[][] | undefined
  let slopesAt = best
  let converged = false
  try {
    let damping = 0.05
    let refused = 0
    let stale = false
    for (let step = 0; step < mostSteps && !converged; step++) {
      const near = Math.sqrt(squares(best.map((u, i) => u - slopesAt[i]))) < slopesReach
      if (!slopes || !near || stale) {
        slopes = await slopesOf(best)
        slopesAt = best
        stale = false
      }
      const here = objective(best, outcome)
      const next = minimum(residuals(outcome), slopes, best, damping)
      const predicted = squares(emulated(residuals(outcome), slopes, best, next)) + squares(next)
      if (here - predicted < leastGain) {
        converged = true
        break
      }
      const [outcomeThere] = await evaluate([natural(next)])
      const gain = here - objective(next, outcomeThere)
      if (gain > 0) {
        best = next
        outcome = outcomeThere
        refused = 0
      } else {
        stale = slopesAt !== best
        refused++
        converged = refused === mostRefused
      }
      damping = gain > 0.5 * (here - predicted) ? damping / 5 : gain > 0 ? damping : damping * 8
      onStep(objective(best, outcome), natural(best))
    }
  } catch (error) {
    if (!(error instanceof BudgetSpent)) throw error
  }
  const spread = slopes ? standardErrors(slopes, outcome.noise.map((variance, t) => variance / (targets[t].sd * targets[t].sd))) : best.map(() => 1)
  return {
    converged, before, after: outcome, point: natural(best),
    low: natural(best.map((u, i) => u - normal95 * spread[i])), high: natural(best.map((u, i) => u + normal95 * spread[i])),
  }

  /** `slopes[target][parameter]`, in standard deviations of both: from a point on either side, within the range. */
  async function slopesOf(u: number[]): Promise<number[][]> {
    const sides = parameters.flatMap((_, i) => [-halfStep, halfStep].map(by => natural(u.map((value, k) => (k === i ? value + by : value)))))
    const outcomes = await evaluate(sides)
    return targets.map(({ sd }, t) => parameters.map((_, i) => {
      const [left, right] = [scaled(sides[2 * i])[i], scaled(sides[2 * i + 1])[i]]
      return (outcomes[2 * i + 1].values[t] - outcomes[2 * i].values[t]) / sd / (right - left)
    }))
  }

  /**
   * Where the emulator has its least sum of squares of residuals, prior and damping, within the ranges: a parameter that would leave its range is
   * held at the end of it, and the others look again.
   */
  function minimum(here: number[], slopes: number[][], from: number[], damping: number): number[] {
    const ends = parameters.map(({ prior, sd, min, max }) => [(min - prior) / sd, (max - prior) / sd])
    const held = new Map<number, number>()
    for (;;) {
      const u = unbounded(here, slopes, from, damping, held)
      const beyond = u.map((value, i) => Math.max(ends[i][0] - value, value - ends[i][1]))
      const worst = beyond.indexOf(Math.max(...beyond))
      if (beyond[worst] <= 1e-9) return u
      held.set(worst, u[worst] < ends[worst][0] ? ends[worst][0] : ends[worst][1])
    }
  }

  /** The same without ranges, but for parameters that are held. */
  function unbounded(here: number[], slopes: number[][], from: number[], damping: number, held: ReadonlyMap<number, number>): number[] {
    const moved = from.map((_, i) => i).filter(i => !held.has(i))
    const complete = (some: number[]) => from.map((_, i) => held.get(i) ?? some[moved.indexOf(i)])
    if (moved.length === 0) return complete([])
    const pull = Math.sqrt(damping)
    const residualsAt = (some: number[]) => {
      const u = complete(some)
      const terms = [...emulated(here, slopes, from, u), ...u, ...u.map((value, i) => pull * (value - from[i]))]
      return (row: number) => terms[row]
    }
    const slopesOfRow = (row: number) => moved.map(i => {
      if (row < here.length) return slopes[row][i]
      if ((row - here.length) % from.length !== i) return 0
      return row < here.length + from.length ? 1 : pull
    })
    const rows = here.length + 2 * from.length
    const { parameterValues } = levenbergMarquardt(
      { x: Array.from({ length: rows }, (_, row) => row), y: new Array<number>(rows).fill(0) }, residualsAt,
      { initialValues: moved.map(i => from[i]), jacobianFunction: () => slopesOfRow, maxIterations: 50, damping: 1e-3, errorTolerance: 1e-12 })
    return complete(parameterValues)
  }
}

const squares = (values: readonly number[]) => values.reduce((sum, value) => sum + value * value, 0)

/** Residuals at `u` if the model were linear around `from`. */
function emulated(here: readonly number[], slopes: readonly (readonly number[])[], from: readonly number[], u: readonly number[]): number[] {
  return here.map((residual, t) => residual + from.reduce((sum, value, i) => sum + slopes[t][i] * (u[i] - value), 0))
}

/**
 * Of the parameters in standard deviations of their priors: from the curvature of the objective, (JᵀJ + 1)⁻¹, and from the noise of the runs.
 * @param noise variance at each target, relative to the target's
 */
export function standardErrors(slopes: number[][], noise: number[]): number[] {
  const jacobian = new Matrix(slopes)
  const curvature = jacobian.transpose().mmul(jacobian)
  const posterior = inverse(curvature.add(Matrix.eye(curvature.rows)))
  const toParameters = posterior.mmul(jacobian.transpose())
  const ofNoise = toParameters.mmul(Matrix.diag(noise)).mmul(toParameters.transpose())
  return posterior.diagonal().map((variance, i) => Math.sqrt(variance + ofNoise.get(i, i)))
}
