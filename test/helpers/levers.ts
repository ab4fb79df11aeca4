/** Values of levers to try: the ends of their ranges, and any value between. */
import fc from 'fast-check'
import { policies, type LeverValue, type Policy, type PolicyInForce } from '../../sim/index.ts'
import { extremes } from '../../sim/policies/policy.ts'

/** What must be in force for a lever to change anything, where alone it is idle. */
export const companions = (id: string): PolicyInForce[] =>
  id === 'mergingBudget' ? [{ id: 'villageMerging', value: 1000, from: 2011, phaseIn: 0 }] : []

/** Every lever at every extreme: its id, the value as text, the value. */
export const everyExtreme = policies.flatMap(policy => extremes(policy).map((value): [string, string, LeverValue] =>
  [policy.id, JSON.stringify(value), value]))

function anyValue(policy: Policy): fc.Arbitrary<LeverValue> {
  switch (policy.kind) {
    case 'number': return fc.double({ min: policy.min, max: policy.max, noNaN: true })
    case 'choice': return fc.constantFrom(...policy.choices)
    case 'shares': return fc.tuple(...policy.parts.map(() => fc.integer({ min: 0, max: 100 }))).map(weights => {
      const sum = weights.reduce((a, b) => a + b, 0)
      return Object.fromEntries(policy.parts.map((part, n) => [part, sum === 0 ? 100 / weights.length : (100 * weights[n]) / sum]))
    })
    case 'parts': return fc.record(Object.fromEntries(policy.parts.map(part =>
      [part, fc.double({ min: policy.min, max: policy.max, noNaN: true })])), { requiredKeys: [policy.parts[0]] })
  }
}

/** Any number of levers, each moved once or twice to any value within its range, from any years of the run, at once or over years. */
export const anyPolicies = ([start, end]: [number, number]): fc.Arbitrary<PolicyInForce[]> =>
  fc.subarray([...policies]).chain(moved => fc.tuple(...moved.map(policy => fc.uniqueArray(fc.record({
    id: fc.constant(policy.id), value: anyValue(policy), from: fc.integer({ min: start, max: end }), phaseIn: fc.integer({ min: 0, max: 5 }),
  }), { minLength: 1, maxLength: 2, selector: ({ from }) => from })))).map(steps => steps.flat())
