/** exp, ln and pow of compiled loops give the bits of those of sim/math.ts. */
import { describe, expect, test } from 'vitest'
import { exp, ln, pow } from '../../../sim/math.ts'
import { createMemory } from '../../../sim/memory.ts'
import { draw } from '../../../sim/random.ts'

const { loops } = createMemory(0)

const special = [
  0, -0, 1, -1, 2, 0.5, -0.5, Math.SQRT2, Math.SQRT1_2, 1 + Number.EPSILON, 1 - Number.EPSILON / 2, Infinity, -Infinity, NaN, Number.MIN_VALUE,
  -Number.MIN_VALUE, Number.MAX_VALUE, -Number.MAX_VALUE,
  2.2250738585072014e-308, 2.225073858507201e-308, 1e-310, 2 ** 1023, 2 ** 1023 * Math.SQRT2, 2 ** 1022, 2 ** -1022,
  709.782712893384, 709.7827128933841, 709.8, 709.4, -708.3964185322641, -708.4, -745.1332191019411, -745.1332191019412, 1e-300, -1e-300,
]

/** Every binary exponent, subnormals among them, with mantissas by chance, of both signs. */
function* everyMagnitude(perExponent: number): Generator<number> {
  const words = new BigUint64Array(1)
  const double = new Float64Array(words.buffer)
  for (let exponent = 0n; exponent < 2047n; exponent++) {
    for (let i = 0; i < perExponent; i++) {
      const [upper, lower] = [{ k0: 1, k1: 2 }, { k0: 3, k1: 4 }].map(key => BigInt(draw(key, i, Number(exponent))))
      words[0] = (exponent << 52n) | (upper << 22n) | (lower >> 8n)
      yield double[0]
      yield -double[0]
    }
  }
}

function* spread(from: number, to: number, count: number): Generator<number> {
  for (let i = 0; i <= count; i++) yield from + (to - from) * (i / count)
}

/** The numbers for which both do not give the same. */
function different(inputs: Iterable<number>, one: (x: number) => number, other: (x: number) => number): number[] {
  const found: number[] = []
  for (const x of inputs) if (!Object.is(one(x), other(x))) found.push(x)
  return found
}

describe.each([['exp', exp, loops.exp], ['ln', ln, loops.ln]] as const)('%s', (_, ours, compiled) => {
  test('of special numbers', () => {
    expect(different(special, ours, compiled)).toEqual([])
  })

  test('of numbers of every magnitude', () => {
    expect(different(everyMagnitude(40), ours, compiled)).toEqual([])
  })

  test('of numbers side by side', () => {
    for (const [from, to] of [[-746, 710], [-1, 1], [0.4, 2.5], [1 - 1e-6, 1 + 1e-6], [708, 709.8], [-745.2, -708]]) {
      expect(different(spread(from, to, 50_000), ours, compiled)).toEqual([])
    }
  })
})

test('pow', () => {
  const bases = [...special, ...spread(0.01, 100, 2000), ...[...everyMagnitude(1)].filter((_, n) => n % 7 === 0)]
  for (const y of [...special, -3, -0.06, 1e-9, 0.06, 1 / 3, 0.45, 7.5, 40]) {
    expect(different(bases, x => pow(x, y), x => loops.pow(x, y)), `to the power of ${y}`).toEqual([])
  }
})
