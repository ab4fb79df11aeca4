/** Puts many numbers in ascending order, each with what belongs to it. */
import type { Memory } from '../memory.ts'
import { scratchIn, scratchZerosIn, sharedIn } from '../scratch.ts'
import { buckets, digits } from '../codes/digits.ts'

const scratch = {
  spare: sharedIn(1, Uint32Array), ordered: sharedIn(2, Uint32Array), buckets: scratchZerosIn(Int32Array),
  low: scratchIn(Int32Array), high: scratchIn(Int32Array), pairs: sharedIn(0, Uint32Array), positions: scratchIn(Uint32Array),
}

/**
 * A stable radix sort of pairs, `[number, payload]` side by side so that both move at once. The numbers are the bits of non-negative ones of single precision,
 * whose order is that of the numbers. Their highest bits come first: incomes fall into a few hundred buckets, small enough to be put in order near the processor.
 * It uses the shared lists 1 and 2.
 * @param pairs in this memory
 * @returns pairs that hold until others are put in order
 */
export function inOrder(memory: Memory, pairs: Uint32Array): Uint32Array {
  const ordered = scratch.ordered(memory, pairs.length)
  const spare = scratch.spare(memory, pairs.length)
  const next = scratch.buckets(memory, buckets)
  memory.loops.putInOrder(pairs, pairs.length >>> 1, ordered, spare, next, scratch.low(memory, digits), scratch.high(memory, digits))
  return ordered
}

/** Positions of non-negative numbers in ascending order; they hold until numbers are put in order again. */
export function orderOf(memory: Memory, numbers: Float64Array): Uint32Array {
  const pairs = scratch.pairs(memory, numbers.length * 2)
  const single = new Float32Array(pairs.buffer, pairs.byteOffset, pairs.length)
  for (let n = 0; n < numbers.length; n++) {
    single[n * 2] = numbers[n]
    pairs[n * 2 + 1] = n
  }
  const ordered = inOrder(memory, pairs)
  const order = scratch.positions(memory, numbers.length)
  // Single precision leaves few neighbours to change places.
  for (let n = 0; n < order.length; n++) {
    const item = ordered[n * 2 + 1]
    let to = n
    for (; to > 0 && numbers[order[to - 1]] > numbers[item]; to--) order[to] = order[to - 1]
    order[to] = item
  }
  return order
}
