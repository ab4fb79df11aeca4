/** What is varied, and how a whole analysis fits together, on a made-up model. */
import { describe, expect, test } from 'vitest'
import { findSensitivity, mostImportant, outcomes, runsOf, setByLevers, uncertain, type Range } from '../../../sim/experiments/sensitivity.ts'
import { indicatorIndex, indicators, parameters, readScenario, type Scenario } from '../../../sim/index.ts'

describe('what is varied', () => {
  const ranges = uncertain()

  test('no parameter that a lever sets: that is a choice', () => {
    const chosen = setByLevers()
    for (const id of ['transferPool', 'mixRebates', 'mixEqualization', 'mixEarmarked', 'ruralPension', 'ruralWeight', 'localJobs', 'schoolClosing']) {
      expect(chosen).toContain(id)
    }
    expect(ranges.filter(({ id }) => chosen.has(id))).toEqual([])
  })

  test('everything else, within its own range, around its default', () => {
    expect(ranges.length + setByLevers().size).toBeGreaterThanOrEqual(Object.keys(parameters).length - 1)
    // What counts as a hollow village is a definition.
    expect(ranges.map(({ id }) => id)).not.toContain('hollow')
    for (const { id, low, high } of ranges) {
      const { min, max, value } = parameters[id]
      expect(min <= low && low <= value && value <= high && high <= max && low < high, id).toBe(true)
    }
  })

  test('both ends of every range make a valid scenario', () => {
    for (const end of ['low', 'high'] as const) {
      expect(() => readScenario({ format: 1, assumptions: Object.fromEntries(ranges.map(range => [range.id, range[end]])) })).not.toThrow()
    }
  })
})

test('what is looked at exists', () => {
  for (const id of outcomes) expect(indicators[indicatorIndex(id)].levels).toContain('nation')
})

test('those that matter most are those with the largest mean share over outcomes', () => {
  expect(mostImportant([[1, 0, 3], [1000, 9000, 0]], 2)).toEqual([1, 2])
  expect(mostImportant([[0, 0], [0, 0]], 5)).toEqual([0, 1])
})

test('the whole analysis tells parameters that act from those that do not', async () => {
  const base = readScenario({ format: 1, years: [2010, 2030] })
  const ranges: Range[] = [
    { id: 'leak', low: 0, high: 0.5 }, { id: 'separation', low: 0, high: 3 }, { id: 'fixedCost', low: 0, high: 1.5 },
  ]
  const samples = 256
  let runs = 0
  const execute = async ({ assumptions, seed }: Scenario): Promise<number[]> => {
    runs++
    const of = (id: 'leak' | 'separation' | 'fixedCost') => assumptions[id] as number ?? parameters[id].value
    const values: Partial<Record<(typeof outcomes)[number], number>> = {
      urbanShare: 2 * of('leak') + Number(seed) / 1000, incomeRatio: of('leak') * of('separation'),
    }
    return outcomes.map(id => values[id] ?? 0)
  }
  const found = await findSensitivity(base, ranges, 20, samples, execute)
  // The one that changes nothing at either end is not followed further.
  expect(runs).toBe(runsOf(ranges, 20, samples) - 20 - samples)
  expect(found.map(({ id }) => id)).toEqual([...outcomes])

  const [share, ratio] = ['urbanShare', 'incomeRatio'].map(id => found.find(its => its.id === id)!)
  const [leak, separation, fixedCost] = share.parameters
  expect(share.base).toBeCloseTo(2 * parameters.leak.value + 0.001, 12)
  expect(share.luck).toBeGreaterThan(0)
  expect(leak).toMatchObject({ id: 'leak', low: 0, high: 0.5 })
  expect(leak.muStar).toBeCloseTo(1, 10)
  expect(leak.first!.value).toBeGreaterThan(0.85)
  expect(leak.total!.value).toBeGreaterThan(0.85)
  expect([leak.lowValue, leak.highValue]).toEqual([0.001, 1.001])
  expect([separation.muStar, fixedCost.muStar]).toEqual([0, 0])
  // A product of both: neither alone explains all, and the effect of one hangs on the other.
  expect(ratio.parameters[0].sigma).toBeGreaterThan(0)
  expect(ratio.parameters[0].total!.value).toBeGreaterThan(ratio.parameters[0].first!.value)
}, 60_000)
