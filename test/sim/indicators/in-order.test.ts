/** Putting numbers in order, against sorting. */
import { fc } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { inOrder, orderOf } from '../../../sim/indicators/in-order.ts'
import { createMemory } from '../../../sim/memory.ts'
import { scratchIn } from '../../../sim/scratch.ts'

const memory = createMemory(1 << 20)
const pairsIn = scratchIn(Uint32Array)

/** As pairs of bits and position, put in order and read again. */
function sorted(values: readonly number[]): { numbers: number[]; positions: number[] } {
  const pairs = pairsIn(memory, values.length * 2)
  const numbers = new Float32Array(pairs.buffer, pairs.byteOffset, pairs.length)
  values.forEach((value, n) => {
    pairs[n * 2] = n
    numbers[n * 2 + 1] = value
  })
  const ordered = inOrder(memory, pairs).slice()
  const read = new Float32Array(ordered.buffer)
  return { numbers: values.map((_, n) => read[n * 2 + 1]), positions: values.map((_, n) => ordered[n * 2]) }
}

const few = fc.array(fc.float({ min: 0, noNaN: true }).map(Math.abs), { maxLength: 300 })
/** Close to each other, and many of them equal: they share a bucket. */
const crowded = fc.array(fc.integer({ min: 0, max: 60 }).map(n => Math.fround(1000 + n / 64)), { minLength: 20, maxLength: 300 })

test.each([['scattered', few], ['crowded', crowded]])('numbers come out as sorting gives them, %s, and equal ones as they came', (_, lists) => {
  fc.assert(fc.property(lists, values => {
    const { numbers, positions } = sorted(values)
    const expected = values.map((value, n) => ({ value, n })).sort((a, b) => a.value - b.value)
    expect(numbers).toEqual(expected.map(({ value }) => value))
    expect(positions).toEqual(expected.map(({ n }) => n))
  }), { seed: 1, numRuns: 200 })
})

test('positions tell apart numbers that single precision does not', () => {
  const numbers = Float64Array.from([1 + 3e-12, 1, 1 + 1e-12, 0.5, 1 + 2e-12])
  expect([...orderOf(memory, numbers)]).toEqual([3, 1, 2, 4, 0])
})
