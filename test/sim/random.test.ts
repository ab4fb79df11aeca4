/**
 * Draws by key: known answers, and the statistics that draws of persons, years, purposes and seeds must pass.
 * Everything is fixed, so each test always passes or always fails; limits are about five standard errors.
 */
import { describe, expect, test } from 'vitest'
import { belowShare, certain, chanceOf, draw, halfId, uniform } from '../../sim/random.ts'

const people = 1 << 18
const chance = chanceOf('1', 'mortality', 2010)

/** The draw from its definition, in big integers and without thought of speed. */
function drawByDefinition(k0: bigint, k1: bigint, low: bigint, high: bigint): bigint {
  const word = 0xffffffffn
  const mix = (x: bigint) => {
    x = ((x ^ (x >> 16n)) * 0x21f0aaadn) & word
    x = ((x ^ (x >> 15n)) * 0xd35a2d97n) & word
    return x ^ (x >> 15n)
  }
  return mix(((mix(low ^ k0) + high) & word) ^ k1) >> 2n
}

/** Chi-square of counts that should be equal, in standard deviations from its expectation. */
function chiSquareDeviation(counts: ArrayLike<number>): number {
  const total = Array.from(counts).reduce((sum, count) => sum + count, 0)
  const expected = total / counts.length
  const chiSquare = Array.from(counts).reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
  const freedom = counts.length - 1
  return (chiSquare - freedom) / Math.sqrt(2 * freedom)
}

/** Pearson's correlation of two uniform variables on [0, 1), times √n: about a standard normal deviate. */
function correlationDeviation(first: (i: number) => number, second: (i: number) => number, count = people): number {
  let sum = 0
  for (let i = 0; i < count; i++) sum += (first(i) - 0.5) * (second(i) - 0.5)
  return (sum / count) * 12 * Math.sqrt(count)
}

/** Pairs in a 16 × 16 table: sees dependence that a correlation misses. */
function jointDeviation(first: (i: number) => number, second: (i: number) => number, count = people): number {
  const counts = new Int32Array(256)
  for (let i = 0; i < count; i++) counts[Math.floor(first(i) * 16) * 16 + Math.floor(second(i) * 16)]++
  return chiSquareDeviation(counts)
}

function expectUnrelated(first: (i: number) => number, second: (i: number) => number, count = people): void {
  expect(Math.abs(correlationDeviation(first, second, count))).toBeLessThan(5)
  expect(Math.abs(jointDeviation(first, second, count))).toBeLessThan(5)
}

describe('the draw of a key and an id', () => {
  test('is its definition, word for word, whether words are signed or not', () => {
    for (let i = 0; i < 2000; i++) {
      const [k0, k1, low, high] = [0, 1, 2, 3].map(j => Math.imul(i * 4 + j + 1, 0x9e3779b1) >>> 0)
      const answer = Number(drawByDefinition(BigInt(k0), BigInt(k1), BigInt(low), BigInt(high)))
      expect(draw({ k0, k1 }, low, high)).toBe(answer)
      expect(draw({ k0: k0 | 0, k1: k1 | 0 }, low | 0, high | 0)).toBe(answer)
    }
  })

  test('differs by key even where both halves of two ids make the same sum under another key', () => {
    const found = new Map<number, number>()
    let pair: [number, number] | undefined
    for (let id = 0; !pair; id++) {
      const before = found.get(draw(chance, id, id))
      if (before !== undefined) pair = [before, id]
      found.set(draw(chance, id, id), id)
    }
    const [first, second] = pair
    let same = 0
    for (let year = 0; year < 1000; year++) {
      const other = chanceOf('1', 'mortality', year)
      if (year !== 2010 && draw(other, first, first) === draw(other, second, second)) same++
    }
    expect(same).toBe(0)
  })

  test('each bit of key and id turns each bit of the answer in half of the cases', () => {
    const cases = 4000
    const bits = 30
    const turned = new Int32Array(128 * bits)
    for (let i = 0; i < cases; i++) {
      const input = [0, 1, 2, 3].map(j => halfId(chance, i, j) << 1 | draw(chance, j, i) & 1)
      const answer = draw({ k0: input[0], k1: input[1] }, input[2], input[3])
      for (let bit = 0; bit < 128; bit++) {
        const other = [...input]
        other[bit >> 5] ^= 1 << (bit & 31)
        const difference = answer ^ draw({ k0: other[0], k1: other[1] }, other[2], other[3])
        for (let out = 0; out < bits; out++) turned[bit * bits + out] += (difference >>> out) & 1
      }
    }
    const standardError = Math.sqrt(cases) / 2
    let worst = 0
    for (const count of turned) worst = Math.max(worst, Math.abs(count - cases / 2) / standardError)
    expect(worst).toBeLessThan(5)
    const all = turned.reduce((sum, count) => sum + count, 0)
    expect(Math.abs(all / (cases * 128 * bits) - 0.5)).toBeLessThan(0.001)
  })
})

describe('a uniform draw', () => {
  test('lies in [0, 1) and is the same for the same key', () => {
    for (let i = 0; i < 10_000; i++) {
      const u = uniform(chance, i, 0)
      expect(u >= 0 && u < 1).toBe(true)
      expect(uniform(chanceOf('1', 'mortality', 2010), i, 0)).toBe(u)
      expect(u * certain).toBe(draw(chance, i, 0))
      if (i > 20) i += 97
    }
    expect((0xffffffff >>> 2) / certain).toBeLessThan(1)
  })

  test.each([[22, 'top'], [14, 'second'], [6, 'third'], [0, 'low']])('its bits from %i up, the %s ones, are uniform', shift => {
    const counts = new Int32Array(256)
    for (let i = 0; i < 4 * people; i++) counts[(draw(chance, i, 0) >>> shift) & 255]++
    expect(Math.abs(chiSquareDeviation(counts))).toBeLessThan(5)
  })

  test('has the mean and the variance of a uniform variable', () => {
    let sum = 0
    let squares = 0
    for (let i = 0; i < 4 * people; i++) {
      const u = uniform(chance, i, 0)
      sum += u
      squares += (u - 0.5) ** 2
    }
    const root = Math.sqrt(4 * people)
    expect(Math.abs(sum / (4 * people) - 0.5) * root / Math.sqrt(1 / 12)).toBeLessThan(5)
    expect(Math.abs(squares / (4 * people) - 1 / 12) * root / Math.sqrt(1 / 180)).toBeLessThan(5)
  })

  test('does not collide more often than chance would', () => {
    const seen = new Set<number>()
    for (let i = 0; i < people; i++) seen.add(draw(chance, i, 7))
    const expected = people ** 2 / 2 / certain // 32
    expect(Math.abs(people - seen.size - expected)).toBeLessThan(5 * Math.sqrt(expected))
  })
})

describe('draws that must know nothing of each other', () => {
  test.each([1, 2, 3, 64, 4096])('of persons %i ids apart', lag => {
    for (const high of [0, 1, 0x7fffffff]) expectUnrelated(i => uniform(chance, i, high), i => uniform(chance, i + lag, high))
  })

  test('of a low id and a high one', () => {
    expectUnrelated(i => uniform(chance, i, 0), i => uniform(chance, 0, i))
    expectUnrelated(i => uniform(chance, i, 0), i => uniform(chance, i, 1))
  })

  const others: [string, { k0: number; k1: number }][] = [
    ['the next year', chanceOf('1', 'mortality', 2011)],
    ['the tenth year', chanceOf('1', 'mortality', 2020)],
    ['another process', chanceOf('1', 'fertility', 2010)],
    ['another purpose', chanceOf('1', 'mortality', 2010, 'second')],
    ['the next seed', chanceOf('2', 'mortality', 2010)],
    ['a longer seed', chanceOf('10', 'mortality', 2010)],
  ]
  test.each(others)('of the same person in %s', (_, other) => {
    expectUnrelated(i => uniform(chance, i, 0), i => uniform(other, i, 0))
    expectUnrelated(i => uniform(chance, i, 0), i => uniform(other, i + 1, 0))
  })

  test('of one person over the years and seeds', () => {
    const keys = Array.from({ length: 8192 }, (_, i) => chanceOf(String(i % 64), 'mortality', 1900 + Math.floor(i / 64)))
    for (const person of [0, 1, 123_456]) {
      const draws = keys.map(key => uniform(key, person, 0))
      expectUnrelated(i => draws[i], i => draws[i + 1], keys.length - 1)
      expectUnrelated(i => draws[i], i => draws[i + 64], keys.length - 64)
    }
  })

  // A place or a person that asks many questions counts them in the low word.
  test.each([[0, 1], [1, 2], [0, 2], [3, 17]])('of one place’s questions %i and %i', (n, m) => {
    expectUnrelated(i => uniform(chance, n, i), i => uniform(chance, m, i))
    for (const lag of [-17, -2, -1, 1, 2, 17]) {
      expectUnrelated(i => uniform(chance, n, i + 17), i => uniform(chance, m, i + 17 + lag))
    }
    for (const [, other] of others) expectUnrelated(i => uniform(chance, n, i), i => uniform(other, m, i))
  })

  test('of the questions of one place among themselves', () => {
    const questions = 1024
    expectUnrelated(
      i => uniform(chance, i % questions, Math.floor(i / questions)),
      i => uniform(chance, (i % questions) + 1, Math.floor(i / questions)),
    )
  })
})

describe('half an id', () => {
  const asShare = (half: number) => (half + certain) / (2 * certain)
  const halves = (high: number) => (i: number) => asShare(halfId(chance, i, high))

  test('is a signed whole number of 31 bits, the same for the same key', () => {
    for (let i = 0; i < 10_000; i++) {
      const half = halfId(chance, i, 3)
      expect(Number.isInteger(half) && half >= -certain && half < certain).toBe(true)
      expect(halfId(chanceOf('1', 'mortality', 2010), i, 3)).toBe(half)
      if (i > 20) i += 97
    }
  })

  test.each([[23, 'top'], [15, 'second'], [7, 'third'], [0, 'low']])('its bits from %i up, the %s ones, are uniform', shift => {
    const counts = new Int32Array(256)
    for (let i = 0; i < 4 * people; i++) counts[((halfId(chance, i, 0) + certain) >>> shift) & 255]++
    expect(Math.abs(chiSquareDeviation(counts))).toBeLessThan(5)
  })

  test('collides as often as 31 bits do', () => {
    const seen = new Set<number>()
    for (let i = 0; i < people; i++) seen.add(halfId(chance, i, 7))
    const expected = people ** 2 / 2 / (2 * certain) // 16
    expect(Math.abs(people - seen.size - expected)).toBeLessThan(5 * Math.sqrt(expected))
  })

  test('lies below a share p of all in p of the cases', () => {
    for (const p of [0, 0.001, 0.1, 0.5, 0.9, 1]) {
      let below = 0
      for (let i = 0; i < people; i++) if (halfId(chance, i, 0) < belowShare(p)) below++
      expect(Math.abs(below - p * people)).toBeLessThanOrEqual(5 * Math.sqrt(p * (1 - p) * people))
    }
  })

  test('has a lowest bit that knows nothing of the draw which makes the others', () => {
    for (const shift of [0, 8, 22]) {
      const counts = new Int32Array(512)
      for (let i = 0; i < people; i++) counts[((draw(chance, i, 0) >>> shift) & 255) * 2 + (halfId(chance, i, 0) & 1)]++
      expect(Math.abs(chiSquareDeviation(counts))).toBeLessThan(5)
    }
  })

  test('knows nothing of its neighbours, its other half, or the draws made with the id', () => {
    const [low, high] = [chanceOf('1', 'child', 'low'), chanceOf('1', 'child', 'high')]
    for (const lag of [1, 2, 64]) expectUnrelated(halves(0), i => asShare(halfId(chance, i + lag, 0)))
    expectUnrelated(i => asShare(halfId(low, i, 0)), i => asShare(halfId(high, i, 0)))
    expectUnrelated(halves(0), i => uniform(chance, halfId(chance, i, 0), halfId(high, i, 0)))
  })
})

describe('a key', () => {
  test('keeps its parts apart', () => {
    expect(chanceOf('1', 'ab', 'c')).not.toEqual(chanceOf('1', 'a', 'bc'))
    expect(chanceOf('1', 'a', 2010)).not.toEqual(chanceOf('1', 'a', '2010'))
    expect(chanceOf('1', 'a')).not.toEqual(chanceOf('1', 'a', ''))
    expect(chanceOf('1a', 'b')).not.toEqual(chanceOf('1', 'ab'))
    expect(chanceOf('1","a', 'b')).not.toEqual(chanceOf('1', 'a', 'b'))
  })

  test('has 64 bits that are each set in half of the cases', () => {
    const cases = 8192
    const set = new Int32Array(64)
    for (let i = 0; i < cases; i++) {
      const { k0, k1 } = chanceOf('7', 'any', i)
      for (let bit = 0; bit < 32; bit++) {
        set[bit] += (k0 >>> bit) & 1
        set[32 + bit] += (k1 >>> bit) & 1
      }
    }
    for (const count of set) expect(Math.abs(count - cases / 2)).toBeLessThan(5 * Math.sqrt(cases) / 2)
  })

  test('never repeats in ten seeds, forty years and ten purposes', () => {
    const keys = new Set<string>()
    let count = 0
    for (let seed = 0; seed < 10; seed++) {
      for (let year = 2010; year < 2050; year++) {
        for (let purpose = 0; purpose < 10; purpose++) {
          const { k0, k1 } = chanceOf(String(seed), 'process', year, purpose)
          keys.add(`${k0} ${k1}`)
          count++
        }
      }
    }
    expect(keys.size).toBe(count)
  })
})
