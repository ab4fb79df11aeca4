/** Puts pairs of number and payload in order, see sim/indicators/in-order.ts. */
import { bucketShift, buckets, digitBits, digits } from '../codes/digits.ts'

/** Up to this number, insertion takes less time than passes over digits. */
const few = 24

/** @param next by bucket, zeros */
export function putInOrder(pairs: Uint32s, length: i32, ordered: Uint32s, spare: Uint32s, next: Int32s, low: Int32s, high: Int32s): void {
  for (let n = 0; n < length; n++) next[pairs[n << 1] >>> bucketShift]++
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
function scatter(from: Uint32s, to: Uint32s, shift: i32, next: Int32s, mask: i32, start: i32, end: i32): void {
  for (let n = start; n < end; n++) {
    const number = from[n << 1]
    const digit = (number >>> shift) & mask
    const at = next[digit]
    next[digit] = at + 1
    to[at << 1] = number
    to[(at << 1) | 1] = from[(n << 1) | 1]
  }
}

function sortBucket(pairs: Uint32s, spare: Uint32s, low: Int32s, high: Int32s, start: i32, end: i32): void {
  for (let digit = 0; digit < digits; digit++) {
    low[digit] = 0
    high[digit] = 0
  }
  for (let n = start; n < end; n++) {
    const number = pairs[n << 1]
    low[number & (digits - 1)]++
    high[(number >>> digitBits) & (digits - 1)]++
  }
  toStarts(low, digits, start)
  toStarts(high, digits, start)
  scatter(pairs, spare, 0, low, digits - 1, start, end)
  scatter(spare, pairs, digitBits, high, digits - 1, start, end)
}

function insert(pairs: Uint32s, start: i32, end: i32): void {
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
