/** Measures of inequality by their definitions. */

/** Bits of a key sorted in one pass. */
const digit = 11
const digits = 1 << digit

/**
 * Puts non-negative numbers in ascending order, each with its payload: a radix sort of their bits, whose order is that of the numbers.
 * @returns the numbers and their payloads in new arrays
 */
export function inOrder(numbers: Float32Array, payloads: Uint32Array): { numbers: Float32Array; payloads: Uint32Array } {
  const { length } = numbers
  let keys = new Uint32Array(numbers.buffer, numbers.byteOffset, length)
  let carried = payloads
  let keysTo = new Uint32Array(length)
  let carriedTo = new Uint32Array(length)
  let keysSpare = new Uint32Array(length)
  let carriedSpare = new Uint32Array(length)
  const counts = [0, 1, 2].map(() => new Uint32Array(digits))
  const [low, middle, high] = counts
  for (let n = 0; n < length; n++) {
    const key = keys[n]
    low[key & (digits - 1)]++
    middle[(key >>> digit) & (digits - 1)]++
    high[key >>> (2 * digit)]++
  }
  for (let pass = 0; pass < 3; pass++) {
    const starts = counts[pass]
    let start = 0
    for (let bucket = 0; bucket < digits; bucket++) {
      const number = starts[bucket]
      starts[bucket] = start
      start += number
    }
    const shift = pass * digit
    for (let n = 0; n < length; n++) {
      const key = keys[n]
      const at = starts[(key >>> shift) & (digits - 1)]++
      keysTo[at] = key
      carriedTo[at] = carried[n]
    }
    ;[keys, carried, keysTo, carriedTo, keysSpare, carriedSpare] = [keysTo, carriedTo, keysSpare, carriedSpare, keysTo, carriedTo]
  }
  return { numbers: new Float32Array(keys.buffer), payloads: carried }
}

/** Payload of a purse: how many share it, and where. */
export const headsShift = 16

/**
 * Gini coefficient by group, exactly: half the mean difference between two persons over the mean income,
 * Σ Σ n_i n_j |y_i − y_j| / (2 N Y), which for incomes in ascending order is 1 − Σ n_i (2 Y_{<i} + n_i y_i) / (N Y).
 * @param payloads heads << 16 | place, of incomes in ascending order
 * @param groupOf group of each place
 * @returns NaN for groups without income
 */
export function giniByGroup(numbers: Float32Array, payloads: Uint32Array, groupOf: Uint8Array, groups: number): Float64Array {
  const persons = new Float64Array(groups)
  const below = new Float64Array(groups)
  const area = new Float64Array(groups)
  for (let n = 0; n < numbers.length; n++) {
    const payload = payloads[n]
    const heads = payload >>> headsShift
    const group = groupOf[payload & 0xffff]
    const income = heads * numbers[n]
    area[group] += heads * (2 * below[group] + income)
    persons[group] += heads
    below[group] += income
  }
  return area.map((sum, group) => 1 - sum / (persons[group] * below[group]))
}
