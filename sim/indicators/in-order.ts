/** Puts many numbers in ascending order, each with what belongs to it. */
import { inBlocks } from '../blocks.ts'
import { scratch, scratchZeros } from '../scratch.ts'

/** Bits that tell a number's bucket, and twice those by which a bucket is put in order. */
const digitBits = 9
const digits = 1 << digitBits
const bucketShift = 2 * digitBits
const buckets = 1 << (31 - bucketShift)
/** Up to this number, insertion takes less time than passes over digits. */
const few = 24

const memory = { spare: scratch(Uint32Array), ordered: scratch(Uint32Array), buckets: scratchZeros(Int32Array), low: scratch(Int32Array), high: scratch(Int32Array) }

/**
 * A stable radix sort of pairs, `[number, payload]` side by side so that both move at once. The numbers are the bits of non-negative ones of single precision,
 * whose order is that of the numbers. Their highest bits come first: incomes fall into a few hundred buckets, small enough to be put in order near the processor.
 * @returns pairs that hold until others are put in order
 */
export function inOrder(pairs: Uint32Array): Uint32Array {
  const length = pairs.length >>> 1
  const next = memory.buckets(buckets)
  const ordered = memory.ordered(pairs.length)
  const spare = memory.spare(pairs.length)
  const low = memory.low(digits)
  const high = memory.high(digits)
  inBlocks(length, (start, end) => countBuckets(pairs, next, start, end))
  toStarts(next, 0)
  inBlocks(length, (start, end) => scatter(pairs, ordered, bucketShift, next, start, end))
  // Each bucket now says where the one after it begins.
  for (let bucket = 0, start = 0; bucket < buckets; bucket++) {
    const end = next[bucket]
    if (end - start <= few) insert(ordered, start, end)
    else sortBucket(ordered, spare, low, high, start, end)
    start = end
  }
  return ordered
}

function countBuckets(pairs: Uint32Array, counts: Int32Array, start: number, end: number): void {
  const shift = bucketShift
  for (let n = start; n < end; n++) counts[pairs[n << 1] >>> shift]++
}

/** From how many there are of each to where each begins. */
function toStarts(counts: Int32Array, first: number): void {
  let start = first
  for (let value = 0; value < counts.length; value++) {
    const number = counts[value]
    counts[value] = start
    start += number
  }
}

/** Moves pairs to where their digit says, and `next` on to where each digit ends. */
function scatter(from: Uint32Array, to: Uint32Array, shift: number, next: Int32Array, start: number, end: number): void {
  const mask = next.length - 1
  for (let n = start; n < end; n++) {
    const number = from[n << 1]
    const at = next[(number >>> shift) & mask]++
    to[at << 1] = number
    to[(at << 1) | 1] = from[(n << 1) | 1]
  }
}

function sortBucket(pairs: Uint32Array, spare: Uint32Array, low: Int32Array, high: Int32Array, start: number, end: number): void {
  low.fill(0)
  high.fill(0)
  countDigits(pairs, low, high, start, end)
  toStarts(low, start)
  toStarts(high, start)
  scatter(pairs, spare, 0, low, start, end)
  scatter(spare, pairs, digitBits, high, start, end)
}

function countDigits(pairs: Uint32Array, low: Int32Array, high: Int32Array, start: number, end: number): void {
  const shift = digitBits
  const mask = low.length - 1
  for (let n = start; n < end; n++) {
    const number = pairs[n << 1]
    low[number & mask]++
    high[(number >>> shift) & mask]++
  }
}

function insert(pairs: Uint32Array, start: number, end: number): void {
  for (let n = start + 1; n < end; n++) {
    const number = pairs[n * 2]
    const payload = pairs[n * 2 + 1]
    let to = n
    for (; to > start && pairs[to * 2 - 2] > number; to--) {
      pairs[to * 2] = pairs[to * 2 - 2]
      pairs[to * 2 + 1] = pairs[to * 2 - 1]
    }
    pairs[to * 2] = number
    pairs[to * 2 + 1] = payload
  }
}

const ofPlaces = { pairs: scratch(Uint32Array), positions: scratch(Uint32Array) }

/** Positions of non-negative numbers in ascending order; they hold until numbers are put in order again. */
export function orderOf(numbers: Float64Array): Uint32Array {
  const pairs = ofPlaces.pairs(numbers.length * 2)
  const single = new Float32Array(pairs.buffer, pairs.byteOffset, pairs.length)
  for (let n = 0; n < numbers.length; n++) {
    single[n * 2] = numbers[n]
    pairs[n * 2 + 1] = n
  }
  const ordered = inOrder(pairs)
  const order = ofPlaces.positions(numbers.length)
  // Single precision leaves few neighbours to change places.
  for (let n = 0; n < order.length; n++) {
    const item = ordered[n * 2 + 1]
    let to = n
    for (; to > 0 && numbers[order[to - 1]] > numbers[item]; to--) order[to] = order[to - 1]
    order[to] = item
  }
  return order
}
