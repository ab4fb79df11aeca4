/** Our exp, ln and pow against the ports of msun in @stdlib. */
import stdlibExp from '@stdlib/math-base-special-exp'
import stdlibLn from '@stdlib/math-base-special-ln'
import stdlibPow from '@stdlib/math-base-special-pow'
import { describe, expect, test } from 'vitest'
import { exp, ln, pow } from '../../sim/math.ts'
import { draw } from '../../sim/random.ts'

const smallestNormal = 2.2250738585072014e-308

/** The greatest relative error; below the normal numbers, where digits are few, relative to the smallest of those. */
function worst(inputs: Iterable<number>, ours: (x: number) => number, theirs: (x: number) => number): number {
  let worstSoFar = 0
  for (const x of inputs) {
    const expected = theirs(x)
    const got = ours(x)
    if (Object.is(got, expected)) continue
    const error = Math.abs(got - expected) / Math.max(Math.abs(expected), smallestNormal)
    if (!(error <= worstSoFar)) worstSoFar = error
  }
  return worstSoFar
}

function* spread(from: number, to: number, count: number): Generator<number> {
  for (let i = 0; i <= count; i++) yield from + (to - from) * (i / count)
}

/** Every binary exponent, with random mantissas. */
function* everyMagnitude(perExponent: number): Generator<number> {
  const double = new Float64Array(1)
  const words = new BigUint64Array(double.buffer)
  for (let exponent = 0n; exponent < 2047n; exponent++) {
    for (let i = 0; i < perExponent; i++) {
      const mantissa = (BigInt(draw({ k0: 1, k1: 2 }, i, Number(exponent))) << 22n) | BigInt(draw({ k0: 3, k1: 4 }, i, Number(exponent)) >>> 8)
      words[0] = (exponent << 52n) | mantissa
      if (double[0] > 0) yield double[0]
    }
  }
}

describe('exp', () => {
  test('agrees over its whole range', () => {
    expect(worst(spread(-745.2, 709.9, 400_000), exp, stdlibExp)).toBeLessThan(4e-16)
    expect(worst(spread(-1, 1, 200_000), exp, stdlibExp)).toBeLessThan(4e-16)
    expect(worst(everyMagnitude(4), x => exp(-x), x => stdlibExp(-x))).toBeLessThan(4e-16)
    expect(worst(everyMagnitude(4), exp, stdlibExp)).toBeLessThan(4e-16)
  })

  test.each([0, -0, 1, -1, Infinity, -Infinity, NaN, 709.782712893384, 709.7827128933841, 709.8, -745.1332191019411,
    -745.1332191019412, -708.3964185322641, -708.4, 1e-300, -1e-300, Number.MIN_VALUE, Number.MAX_VALUE,
    -Number.MAX_VALUE])('agrees at %d', x => {
    expect(worst([x], exp, stdlibExp)).toBeLessThan(4e-16)
  })

  test('is exactly 1 at 0', () => {
    expect(exp(0)).toBe(1)
    expect(exp(-0)).toBe(1)
  })
})

describe('ln', () => {
  test('agrees over its whole range, subnormals among it', () => {
    expect(worst(everyMagnitude(200), ln, stdlibLn)).toBeLessThan(4e-16)
    expect(worst(spread(0.4, 2.5, 400_000), ln, stdlibLn)).toBeLessThan(4e-16)
    expect(worst(spread(1 - 1e-6, 1 + 1e-6, 20_000), ln, stdlibLn)).toBeLessThan(4e-16)
  })

  test.each([0, -0, 1, Infinity, -Infinity, NaN, -1, Number.MIN_VALUE, smallestNormal, Number.MAX_VALUE, 1 + Number.EPSILON,
    1 - Number.EPSILON / 2, Math.SQRT2, Math.SQRT1_2, 2, 0.5])('agrees at %d', x => {
    expect(worst([x], ln, stdlibLn)).toBeLessThan(4e-16)
  })

  test('is exactly 0 at 1', () => {
    expect(ln(1)).toBe(0)
  })
})

describe('pow', () => {
  test('agrees to 1e-12 wherever the result is a number', () => {
    const bases = [...everyMagnitude(1)].filter((_, i) => i % 7 === 0)
    for (const y of [-3, -1, -0.5, -0.06, 0, 1e-9, 0.06, 1 / 3, 0.5, 1, 2, 7.5, 40]) {
      expect(worst(bases, x => pow(x, y), x => stdlibPow(x, y))).toBeLessThan(1e-12)
      expect(worst(spread(0.01, 100, 5_000), x => pow(x, y), x => stdlibPow(x, y))).toBeLessThan(1e-14 * Math.max(1, Math.abs(y)))
    }
  })

  test('takes the special cases of the language for bases from 0 up', () => {
    for (const x of [0, 1, 2, 0.5, 3, Infinity, NaN]) {
      for (const y of [0, -0, 1, -1, 2, -2, 0.5, -0.5, Infinity, -Infinity, NaN]) {
        const expected = Math.pow(x, y)
        if (Number.isFinite(expected) && expected !== 0) expect(pow(x, y)).toBeCloseTo(expected, 12)
        else expect(Object.is(pow(x, y), expected), `${x} ^ ${y}: ${pow(x, y)}, not ${expected}`).toBe(true)
      }
    }
    expect(pow(-2, 2)).toBeNaN()
    expect(pow(-2, 0)).toBe(1)
  })

  test('an equal ratio and a zero elasticity change nothing', () => {
    for (const y of spread(-5, 5, 100)) expect(pow(1, y)).toBe(1)
    for (const x of spread(0.01, 100, 100)) expect(pow(x, 0)).toBe(1)
  })
})
