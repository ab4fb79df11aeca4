/** Puts pairs of number and payload in order, see sim/indicators/in-order.ts. A pair is moved as one double, whose upper half is the number. */
import { bucketShift, buckets, digitBits, digits } from '../codes/digits.ts'

/** Up to this number, insertion takes less time than passes over digits. */
const few = 24

/** @param next by bucket, zeros */
export function putInOrder(pairs: Float64s, length: i32, ordered: Float64s, spare: Float64s, next: Int32s, low: Int32s, high: Int32s): void {
  for (let n = 0; n < length; n++) next[upperHalf(pairs[n]) >>> bucketShift]++
  toStarts(next, buckets, 0)
  scatter(pairs, ordered, bucketShift, next, buckets - 1, 0, length)
  // Each bucket now says where the one after it begins.
  let start = 0
  for (let bucket = 0; bucket < buckets; bucket++) {
    const end = next[bucket]
    if (end - start <= few) insert(ordered, start, end)
    else sortBucket(ordered, spare, low, high, start, end)
    start = end
  }
}

/** From how many there are of each to where each begins. */
function toStarts(counts: Int32s, number: i32, first: i32): void {
  let start = first
  for (let value = 0; value < number; value++) {
    const its = counts[value]
    counts[value] = start
    start += its
  }
}

/** Moves pairs to where their digit says, and `next` on to where each digit ends. */
function scatter(from: Float64s, to: Float64s, shift: i32, next: Int32s, mask: i32, start: i32, end: i32): void {
  for (let n = start; n < end; n++) {
    const pair = from[n]
    const digit = (upperHalf(pair) >>> shift) & mask
    const at = next[digit]
    next[digit] = at + 1
    to[at] = pair
  }
}

function sortBucket(pairs: Float64s, spare: Float64s, low: Int32s, high: Int32s, start: i32, end: i32): void {
  for (let digit = 0; digit < digits; digit++) {
    low[digit] = 0
    high[digit] = 0
  }
  for (let n = start; n < end; n++) {
    const number = upperHalf(pairs[n])
    low[number & (digits - 1)]++
    high[(number >>> digitBits) & (digits - 1)]++
  }
  toStarts(low, digits, start)
  toStarts(high, digits, start)
  scatter(pairs, spare, 0, low, digits - 1, start, end)
  scatter(spare, pairs, digitBits, high, digits - 1, start, end)
}

function insert(pairs: Float64s, start: i32, end: i32): void {
  for (let n = start + 1; n < end; n++) {
    const pair = pairs[n]
    const number = upperHalf(pair)
    let to = n
    for (; to > start && upperHalf(pairs[to - 1]) > number; to--) pairs[to] = pairs[to - 1]
    pairs[to] = pair
  }
}
