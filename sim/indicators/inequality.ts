/** Measures of inequality by their definitions: Gini, Theil in parts, coefficient of variation, and the slope of Zipf's law. */
import { ln } from '../math.ts'
import { scratch } from '../scratch.ts'

/** Bits of a key sorted in one pass, in two passes; the bits below them tell apart numbers that differ by less than one in 16,000. */
const digit = 11
const digits = 1 << digit
const restBits = 9

export interface Ordered {
  numbers: Float32Array
  payloads: Uint32Array
}

/**
 * Puts non-negative numbers in ascending order, each with its payload: a radix sort of their bits, whose order is that of the numbers, and an
 * insertion sort of the few that differ in the last bits only. What it gives holds until it is called again.
 */
export function inOrder(numbers: Float32Array, payloads: Uint32Array): Ordered {
  const { length } = numbers
  const keys = new Uint32Array(numbers.buffer, numbers.byteOffset, length)
  const low = new Uint32Array(digits)
  const high = new Uint32Array(digits)
  for (let n = 0; n < length; n++) {
    const key = keys[n]
    low[(key >>> restBits) & (digits - 1)]++
    high[key >>> (restBits + digit)]++
  }
  const byLow = { keys: memory.keys(length), payloads: memory.payloads(length) }
  const ordered = { keys: memory.orderedKeys(length), payloads: memory.orderedPayloads(length) }
  scatter(keys, payloads, byLow.keys, byLow.payloads, restBits, low)
  scatter(byLow.keys, byLow.payloads, ordered.keys, ordered.payloads, restBits + digit, high)
  finish(ordered.keys, ordered.payloads)
  return { numbers: new Float32Array(ordered.keys.buffer, 0, length), payloads: ordered.payloads }
}

const memory = { keys: scratch(Uint32Array), payloads: scratch(Uint32Array), orderedKeys: scratch(Uint32Array), orderedPayloads: scratch(Uint32Array) }

/** One pass, which keeps the order of keys that are equal in its bits. @param counts of keys by those bits; used up */
function scatter(
  keys: Uint32Array, payloads: Uint32Array, keysTo: Uint32Array, payloadsTo: Uint32Array, shift: number, counts: Uint32Array,
): void {
  let start = 0
  for (let bucket = 0; bucket < digits; bucket++) {
    const number = counts[bucket]
    counts[bucket] = start
    start += number
  }
  for (let n = 0; n < keys.length; n++) {
    const key = keys[n]
    const at = counts[(key >>> shift) & (digits - 1)]++
    keysTo[at] = key
    payloadsTo[at] = payloads[n]
  }
}

function finish(keys: Uint32Array, payloads: Uint32Array): void {
  for (let n = 1; n < keys.length; n++) {
    const key = keys[n]
    if (keys[n - 1] <= key) continue
    const payload = payloads[n]
    let to = n
    for (; to > 0 && keys[to - 1] > key; to--) {
      keys[to] = keys[to - 1]
      payloads[to] = payloads[to - 1]
    }
    keys[to] = key
    payloads[to] = payload
  }
}

/** Positions of non-negative numbers in ascending order; they hold until numbers are put in order again. */
export function orderOf(numbers: Float64Array): Uint32Array {
  const positions = new Uint32Array(numbers.length)
  for (let n = 0; n < positions.length; n++) positions[n] = n
  const order = inOrder(new Float32Array(numbers), positions).payloads
  // Single precision leaves few neighbours to change places.
  for (let n = 1; n < order.length; n++) {
    const item = order[n]
    let to = n
    for (; to > 0 && numbers[order[to - 1]] > numbers[item]; to--) order[to] = order[to - 1]
    order[to] = item
  }
  return order
}

/**
 * Gini coefficients, exactly: half the mean difference between two persons over the mean, Σ Σ w_i w_j |y_i − y_j| / (2 W Y), which is
 * 1 − Σ w_i (2 Y_{<i} + w_i y_i) / (W Y) in ascending order.
 * @param values in ascending order, none negative
 * @param places where each is found
 * @param groupings each gives every place a group, numbered on from one grouping to the next
 * @returns by group; NaN for groups that have nothing
 */
export function giniByGroup(
  values: Float32Array | Float64Array, weights: Uint16Array | Float64Array, places: Uint16Array, groupings: readonly Uint8Array[], groups: number,
): Float64Array {
  const weight = new Float64Array(groups)
  const below = new Float64Array(groups)
  const area = new Float64Array(groups)
  for (let n = 0; n < values.length; n++) {
    const w = weights[n]
    const part = w * values[n]
    const place = places[n]
    for (let k = 0; k < groupings.length; k++) {
      const g = groupings[k][place]
      area[g] += w * (2 * below[g] + part)
      below[g] += part
      weight[g] += w
    }
  }
  return area.map((sum, g) => Math.max(0, 1 - sum / (weight[g] * below[g])))
}

/**
 * Theil index T = Σ (w y / Y) ln(y / μ) from sums over places: W = Σ w, Y = Σ w y, L = Σ w y ln y. With groups g it is the sum of
 * what lies within them, Σ (Y_g / Y) T_g, and between their means, Σ (Y_g / Y) ln(μ_g / μ): both follow from B = Σ Y_g ln μ_g.
 */
export const theil = (w: number, y: number, l: number): number => Math.max(0, l / y - ln(y / w))
export const theilWithin = (y: number, l: number, b: number): number => Math.max(0, (l - b) / y)
export const theilBetween = (w: number, y: number, b: number): number => Math.max(0, b / y - ln(y / w))
/** A group's part of B. */
export const ofGroup = (w: number, y: number): number => (y > 0 ? y * ln(y / w) : 0)

/** Standard deviation over the mean, from Σ w, Σ w y and Σ w y². */
export const variation = (w: number, y: number, squares: number): number => Math.sqrt(Math.max(0, squares / w - (y / w) * (y / w))) / (y / w)

/**
 * Slope of ln(rank − ½) on ln(size), which is free of the bias of small samples that plain ranks have (Gabaix & Ibragimov 2011); −1 is Zipf's law.
 * Equal sizes share their mean rank. NaN for fewer than three sizes.
 */
export function zipfSlope(sizes: readonly number[]): number {
  const ordered = sizes.toSorted((a, b) => b - a)
  const count = ordered.length
  if (count < 3) return NaN
  let [x, y, xx, xy] = [0, 0, 0, 0]
  for (let first = 0; first < count;) {
    let last = first
    while (last + 1 < count && ordered[last + 1] === ordered[first]) last++
    const size = ln(ordered[first])
    const rank = ln((first + last) / 2 + 0.5)
    for (; first <= last; first++) {
      x += size
      y += rank
      xx += size * size
      xy += size * rank
    }
  }
  return (count * xy - x * y) / (count * xx - x * x)
}
