/** The fit, on small problems whose answers are known. */
import { expect, test } from 'vitest'
import { BudgetSpent, fit, standardErrors, type Evaluate } from '../../../sim/experiments/fit.ts'

const wide = { prior: 0, sd: 10, min: -50, max: 50 }

/** A model without noise. */
const exact = (model: (point: number[]) => number[]): Evaluate => points =>
  Promise.resolve(points.map(point => ({ values: model(point), noise: model(point).map(() => 0) })))

test('known parameters of a bent model come out again', async () => {
  const model = ([a, b, c]: number[]) => [a + b, a * b / 4, Math.exp(c / 4), a - c, b * b / 10]
  const truth = [2, 3, -4]
  const targets = model(truth).map(observed => ({ observed, sd: 0.01 }))
  const { point, low, high, converged } = await fit(['a', 'b', 'c'].map(id => ({ ...wide, id, sd: 4, prior: 1 })), targets, exact(model))
  expect(converged).toBe(true)
  point.forEach((value, i) => {
    expect(value).toBeCloseTo(truth[i], 1)
    expect(low[i]).toBeLessThan(truth[i])
    expect(high[i]).toBeGreaterThan(truth[i])
  })
})

test('a parameter that no target sees stays at its prior and is as unsure as before', async () => {
  const parameters = [{ ...wide, id: 'seen' }, { ...wide, id: 'unseen', prior: 7 }]
  const { point, low, high } = await fit(parameters, [{ observed: 5, sd: 0.1 }], exact(([seen]) => [seen]))
  expect(point[0]).toBeCloseTo(5, 2)
  expect(point[1]).toBeCloseTo(7, 9)
  expect(high[1] - low[1]).toBeCloseTo(2 * 1.96 * 10, 2)
  expect(high[0] - low[0]).toBeCloseTo(2 * 1.96 * 0.1, 2)
})

test('no value leaves its range', async () => {
  const parameters = [{ ...wide, id: 'bounded', max: 3 }, { ...wide, id: 'free' }]
  const { point, high } = await fit(parameters, [{ observed: 9, sd: 0.1 }, { observed: 1, sd: 0.1 }], exact(([x, y]) => [x, x - y]))
  expect(point[0]).toBe(3)
  expect(point[1]).toBeCloseTo(2, 2)
  expect(high[0]).toBe(3)
})

test('the prior and one target of equal weight meet half way', async () => {
  const { point } = await fit([{ ...wide, id: 'x', sd: 1 }], [{ observed: 4, sd: 1 }], exact(([x]) => [x]))
  expect(Math.abs(point[0] - 2)).toBeLessThan(0.1)
})

test('when the budget is spent the best so far is given, as not converged', async () => {
  let calls = 0
  const model = exact(([x]) => [x + x * x / 20])
  const { point, converged, before, after } = await fit([{ ...wide, id: 'x', prior: 1 }], [{ observed: 20, sd: 0.01 }], async points => {
    if (++calls > 3) throw new BudgetSpent('3 calls')
    return await model(points)
  })
  expect(converged).toBe(false)
  expect(Math.abs(after.values[0] - 20)).toBeLessThan(Math.abs(before.values[0] - 20))
  expect(point[0]).toBeGreaterThan(1)
})

test('standard errors: prior and data add as precisions, and the noise of runs adds to them', () => {
  expect(standardErrors([[3]], [0])[0]).toBeCloseTo(1 / Math.sqrt(10), 12)
  // 1/10 of posterior variance, and (3/10)² × 0.5 of noise.
  expect(standardErrors([[3]], [0.5])[0]).toBeCloseTo(Math.sqrt(0.1 + 0.045), 12)
})
