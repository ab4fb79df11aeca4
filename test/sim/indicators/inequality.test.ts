/** Measures of inequality against their definitions, on numbers small enough to take them at their word. */
import { fc } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import {
  bothGroups, ginis, noAreas, ofGroup, theil, theilBetween, theilWithin, variation, zipfSlope,
} from '../../../sim/indicators/inequality.ts'
import { createMemory } from '../../../sim/memory.ts'
import { scratchIn } from '../../../sim/scratch.ts'

const memory = createMemory(1 << 20)
const scratch = { values: scratchIn(Float64Array), weights: scratchIn(Float64Array), groups: scratchIn(Uint16Array) }

interface Share { value: number; weight: number; group: number }

const shares = (min = 1) => fc.array(fc.record({
  value: fc.float({ min: 0, max: 1e7, noNaN: true, noDefaultInfinity: true }).map(Math.abs),
  weight: fc.integer({ min: 1, max: 60 }), group: fc.integer({ min: 0, max: 2 }),
}), { minLength: min, maxLength: 60 })

const add = (parts: readonly number[]) => parts.reduce((a, b) => a + b, 0)

/** Half the mean difference between all pairs of persons, over the mean. */
function giniByPairs(of: Share[]): number {
  const persons = add(of.map(({ weight }) => weight))
  const mean = add(of.map(({ weight, value }) => weight * value)) / persons
  const differences = add(of.flatMap(a => of.map(b => a.weight * b.weight * Math.abs(a.value - b.value))))
  return differences / (2 * persons * persons * mean)
}

/** As observation does, in ascending order and in blocks: of all, and of each group. */
function gini(of: Share[]): number[] {
  const sorted = of.toSorted((a, b) => a.value - b.value)
  const areas = noAreas(memory, 6)
  for (let start = 0; start < sorted.length; start += 7) {
    const its = sorted.slice(start, start + 7)
    const [values, weights, groups] = [scratch.values(memory, its.length), scratch.weights(memory, its.length), scratch.groups(memory, its.length)]
    values.set(its.map(({ value }) => value))
    weights.set(its.map(({ weight }) => weight))
    groups.set(its.map(({ group }) => bothGroups(group === 0 ? 1 : 2, 3 + group)))
    memory.loops.addAreas(areas.weight, areas.below, areas.area, values, weights, groups, its.length)
  }
  const [all, first, , ...groups] = ginis(areas)
  // The first group in one way of grouping is the first in the other.
  expect(groups[0]).toEqual(first)
  return [all, ...groups]
}

describe('the Gini coefficient', () => {
  test('is half the mean difference between two persons over the mean, for all and within groups', () => {
    fc.assert(fc.property(shares(), of => {
      fc.pre(of.some(({ value }) => value > 0))
      const [all, ...groups] = gini(of)
      expect(all).toBeCloseTo(giniByPairs(of), 9)
      groups.forEach((value, g) => {
        const members = of.filter(({ group }) => group === g)
        if (members.some(({ value }) => value > 0)) expect(value).toBeCloseTo(giniByPairs(members), 9)
        else expect(value).toBeNaN()
      })
    }), { seed: 2, numRuns: 200 })
  })

  test('is 0 when all have the same, and 1 − 1/n when one of n has all', () => {
    expect(gini([{ value: 7, weight: 3, group: 0 }, { value: 7, weight: 5, group: 0 }])[0]).toBeCloseTo(0, 12)
    expect(gini([{ value: 0, weight: 9, group: 0 }, { value: 5, weight: 1, group: 0 }])[0]).toBeCloseTo(0.9, 12)
  })
})

/** Sums over places as observation makes them. */
const sums = (of: Share[]): [w: number, y: number, l: number] => [
  add(of.map(({ weight }) => weight)), add(of.map(({ weight, value }) => weight * value)),
  add(of.map(({ weight, value }) => weight * value * Math.log(value))),
]

describe('the Theil index', () => {
  const positive = shares().map(of => of.map(share => ({ ...share, value: 0.1 + (share.value % 3) })))
  const byGroups = (of: Share[]) => [0, 1, 2].map(g => of.filter(({ group }) => group === g)).filter(({ length }) => length > 0)
  const b = (of: Share[]) => add(byGroups(of).map(members => ofGroup(...sums(members).slice(0, 2) as [number, number])))

  test('is the mean of (y/μ) ln(y/μ)', () => {
    fc.assert(fc.property(positive, of => {
      const [w, y, l] = sums(of)
      const mean = y / w
      const defined = add(of.map(({ weight, value }) => weight * (value / mean) * Math.log(value / mean))) / w
      expect(theil(w, y, l)).toBeCloseTo(defined, 10)
    }), { seed: 3, numRuns: 200 })
  })

  test('is the sum of its parts within and between groups, each as defined', () => {
    fc.assert(fc.property(positive, of => {
      const [w, y, l] = sums(of)
      const within = theilWithin(y, l, b(of))
      const between = theilBetween(w, y, b(of))
      expect(within + between).toBeCloseTo(theil(w, y, l), 10)
      expect(within).toBeCloseTo(add(byGroups(of).map(members => (sums(members)[1] / y) * theil(...sums(members)))), 10)
      expect(between).toBeCloseTo(add(byGroups(of).map(members => {
        const [n, total] = sums(members)
        return (total / y) * Math.log(total / n / (y / w))
      })), 10)
    }), { seed: 4, numRuns: 200 })
  })
})

test('the coefficient of variation is the standard deviation over the mean', () => {
  const values = [1, 2, 4, 9]
  const mean = 4
  const deviation = Math.sqrt(add(values.map(value => (value - mean) * (value - mean))) / values.length)
  expect(variation(values.length, add(values), add(values.map(value => value * value)))).toBeCloseTo(deviation / mean, 12)
})

describe('the slope of city sizes', () => {
  test('is the exponent of a law that holds for rank − ½', () => {
    for (const exponent of [0.8, 1, 1.3]) {
      const sizes = Array.from({ length: 200 }, (_, n) => 1e7 * ((n + 0.5) / 0.5) ** (-1 / exponent))
      expect(zipfSlope(sizes)).toBeCloseTo(-exponent, 9)
      expect(zipfSlope(sizes.toReversed())).toBeCloseTo(-exponent, 9)
    }
  })

  test('is nearer to the truth than plain ranks in small samples drawn from Zipf’s law', () => {
    // Sizes at random from Pareto’s law with exponent 1: over many small samples the mean slope is −1 with rank − ½, and flatter with plain ranks.
    let state = 12345
    const uniform = () => (state = (state * 48271) % 2147483647) / 2147483647
    const samples = Array.from({ length: 2000 }, () => Array.from({ length: 30 }, () => 1 / uniform()))
    const plain = (sizes: number[]) => {
      const x = sizes.toSorted((a, b) => b - a).map(Math.log)
      const y = x.map((_, n) => Math.log(n + 1))
      const [mx, my] = [x, y].map(values => add(values) / values.length)
      return add(x.map((value, n) => (value - mx) * (y[n] - my))) / add(x.map(value => (value - mx) * (value - mx)))
    }
    const mean = (slope: (sizes: number[]) => number) => add(samples.map(slope)) / samples.length
    expect(Math.abs(mean(zipfSlope) + 1)).toBeLessThan(0.05)
    expect(Math.abs(mean(plain) + 1)).toBeGreaterThan(2 * Math.abs(mean(zipfSlope) + 1))
  })

  test('lets equal sizes share their rank, and says nothing of fewer than three', () => {
    expect(zipfSlope([5, 5, 1])).toBe(zipfSlope([1, 5, 5]))
    expect(zipfSlope([3, 2])).toBeNaN()
  })
})
