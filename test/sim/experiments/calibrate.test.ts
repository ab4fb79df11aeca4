/** What calibration aims at. */
import { expect, test } from 'vitest'
import { aims, calibrate, evaluator, freeParameters, targetsOf, whitening } from '../../../sim/experiments/calibrate.ts'
import { logit, logistic } from '../../../sim/math.ts'
import { sharesToMeet } from '../../../sim/experiments/ties.ts'
import { readScenario } from '../../../sim/scenario-file.ts'
import { nation } from '../../helpers/nation.ts'

const sumOfSquares = (values: number[]) => values.reduce((sum, value) => sum + value * value, 0)

test('the targets are facts marked C of 2010–2015', () => {
  const targets = targetsOf(nation)
  expect(targets.length).toBeGreaterThan(20)
  for (const { id, year, use, sd } of targets) {
    expect([use, year <= 2015], `${id} ${year}`).toEqual(['C', true])
    expect(sd, id).toBeGreaterThan(0)
  }
})

test('errors of one series count once when they are the same, and more when they differ; others are on their own', () => {
  const { whiten, restore } = whitening([{ id: 'a', sd: 2 }, { id: 'a', sd: 2 }, { id: 'b', sd: 1 }])
  // Two errors of one standard deviation, correlation 0.8: (1 + 1 − 2 × 0.8) / (1 − 0.64), or with the other sign 3.6 / 0.36.
  expect(sumOfSquares(whiten([2, 2, 0]))).toBeCloseTo(1 / 0.9, 9)
  expect(sumOfSquares(whiten([2, -2, 0]))).toBeCloseTo(10, 9)
  expect(sumOfSquares(whiten([0, 0, 3]))).toBeCloseTo(9, 9)
  restore(whiten([5, -1, 7])).forEach((value, t) => expect(value).toBeCloseTo([5, -1, 7][t], 9))
})

test('a model that gives the published values is at its aim, whatever the seed, and is asked for no more runs than are allowed', async () => {
  const targets = targetsOf(nation)
  const free = freeParameters()
  const scales: number[] = []
  const { evaluateWith, runs } = evaluator(free, targets, readScenario({ format: 1 }), ['1', '2'], ({ scale, seed, ties }) => {
    scales.push(scale)
    return Promise.resolve({ values: targets.map(({ observed }) => observed), shares: [Number(seed), ties[0]] })
  }, 4)
  const evaluate = evaluateWith([7])
  const [{ values, noise, shares }] = await evaluate([free.map(({ prior }) => prior)])
  aims(targets).forEach(({ observed, sd }, t) => expect(Math.abs(values[t] - observed) / sd).toBeLessThan(1e-6))
  expect(Math.max(...noise)).toBeCloseTo(0, 9)
  expect(shares).toEqual([1.5, 7]) // the mean over seeds
  await evaluate([free.map(({ prior }) => prior)])
  expect(scales).toEqual([1000, 1000, 1000, 1000])
  expect(runs()).toBe(4)
  await expect(evaluate([free.map(({ prior }) => prior)])).rejects.toThrow('at most 4 runs')
})

/** A model that gives the published values, whose urban shares by province are beside those of the yearbook by a logit of 0.1 or −0.1, and a tie of 25 less by one. */
function modelWithTies(budget?: number) {
  const targets = targetsOf(nation)
  const free = freeParameters().slice(0, 2)
  const { residents, urban } = nation.provinceYearbook2015
  const made: string[] = []
  const { evaluateWith, runs } = evaluator(free, targets, readScenario({ format: 1 }), ['1'], run => {
    made.push(JSON.stringify(run))
    return Promise.resolve({
      values: targets.map(({ observed }) => observed),
      shares: run.ties.map((tie, q) => logistic(logit(urban[q] / residents[q]) + (q % 2 ? 0.1 : -0.1) - tie / 25)),
    })
  }, budget)
  return { runs, made, found: calibrate(free, targets, nation, evaluateWith, () => {}) }
}

test('ties are found before and after the fit, each as far as the share of its province was off', async () => {
  const { ties, before, after, converged } = await modelWithTies().found
  expect(converged).toBe(true)
  const furthest = (shares: number[]) => Math.max(...sharesToMeet(shares, nation).map((wanted, q) => Math.abs(logit(shares[q]) - logit(wanted))))
  expect(furthest(before.shares)).toBeGreaterThan(0.09)
  expect(furthest(after.shares)).toBeLessThan(0.001)
  // All but for one and the same: on average villagers are held by none.
  ties.forEach((tie, q) => expect(tie - ties[q % 2]).toBeCloseTo(0, 2))
  expect(ties[1] - ties[0]).toBeCloseTo(25 * 0.2, 1)
})

test('no run is asked for twice, and slopes are taken from both sides of every parameter', async () => {
  const { runs, made, found } = modelWithTies()
  await found
  expect(runs()).toBe(made.length)
  expect(new Set(made).size).toBe(made.length)
  for (const { id, prior } of freeParameters().slice(0, 2)) {
    const values = made.map(run => (JSON.parse(run) as { assumptions: Record<string, number> }).assumptions[id])
    expect([Math.min(...values) < prior, Math.max(...values) > prior], id).toEqual([true, true])
  }
})

test('when the budget is spent in between, the ties are those of the last runs', async () => {
  const { runs, found } = modelWithTies(3)
  const { ties, after, converged, before } = await found
  expect(runs()).toBe(3)
  expect(converged).toBe(false)
  expect(ties.some(tie => tie !== 0)).toBe(true)
  expect(after.shares).not.toEqual(before.shares)
})
