/** Puts many numbers in ascending order, each with what belongs to it. */
import type { Memory } from '../memory.ts'
import { scratchIn, scratchZerosIn, sharedIn } from '../scratch.ts'
import { buckets, digits } from '../codes/digits.ts'

const scratch = {
  spare: sharedIn(1, Uint32Array), ordered: sharedIn(2, Uint32Array), buckets: scratchZerosIn(Int32Array),
  low: scratchIn(Int32Array), high: scratchIn(Int32Array), pairs: sharedIn(0, Uint32Array), positions: scratchIn(Uint32Array),
}

/**
 * A stable radix sort of pairs, `[payload, number]` side by side so that both move at once, as the halves of a double. The numbers are the bits of non-negative
 * ones of single precision, whose order is that of the numbers. Their highest bits come first: incomes fall into a few hundred buckets, small enough to be put in
 * order near the processor.
 * It uses the shared lists 1 and 2.
 * @param pairs in this memory
 * @returns pairs that hold until others are put in order
 */
export function inOrder(memory: Memory, pairs: Uint32Array): Uint32Array {
  const ordered = scratch.ordered(memory, pairs.length)
  const spare = scratch.spare(memory, pairs.length)
  const next = scratch.buckets(memory, buckets)
  memory.loops.putInOrder(doublesOf(pairs), pairs.length >>> 1, doublesOf(ordered), doublesOf(spare), next, scratch.low(memory, digits), scratch.high(memory, digits))
  return ordered
}

/** The same memory, a double a pair. */
const doublesOf = ({ buffer, byteOffset, length }: Uint32Array): Float64Array => new Float64Array(buffer, byteOffset, length >>> 1)

/** Positions of non-negative numbers in ascending order; they hold until numbers are put in order again. */
export function orderOf(memory: Memory, numbers: Float64Array): Uint32Array {
  const pairs = scratch.pairs(memory, numbers.length * 2)
  const single = new Float32Array(pairs.buffer, pairs.byteOffset, pairs.length)
  for (let n = 0; n < numbers.length; n++) {
    pairs[n * 2] = n
    single[n * 2 + 1] = numbers[n]
  }
  const ordered = inOrder(memory, pairs)
  const order = scratch.positions(memory, numbers.length)
  // Single precision leaves few neighbours to change places.
  for (let n = 0; n < order.length; n++) {
    const item = ordered[n * 2]
    let to = n
    for (; to > 0 && numbers[order[to - 1]] > numbers[item]; to--) order[to] = order[to - 1]
    order[to] = item
  }
  return order
}
