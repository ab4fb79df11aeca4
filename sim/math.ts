/**
 * exp, ln and pow that give the same bits in every JavaScript engine, where the built-ins differ in the last one: only
 * + − × ÷ and table look-ups, which the language fixes to the bit. And small things made of them.
 *
 * exp and ln follow e_exp.c and e_log.c of msun, with powers of two from a table and one form of the logarithm's last step:
 *
 * Copyright (C) 1993, 2004 by Sun Microsystems, Inc. All rights reserved.
 * Developed at SunSoft, a Sun Microsystems, Inc. business.
 * Permission to use, copy, modify, and distribute this software is freely granted, provided that this notice is preserved.
 */

const ln2High = 6.93147180369123816490e-1
const ln2Low = 1.90821492927058770002e-10

/** powersOfTwo[k + 1024] = 2^k, exactly; the first two are subnormal. */
const powersOfTwo = new Float64Array(2048)
powersOfTwo[1024] = 1
for (let k = 1; k <= 1023; k++) powersOfTwo[1024 + k] = powersOfTwo[1023 + k] * 2
for (let k = 1; k <= 1024; k++) powersOfTwo[1024 - k] = powersOfTwo[1025 - k] / 2

/** e^x to within one unit of the last place. */
export function exp(x: number): number {
  if (!(x <= 709.782712893384)) return x === x ? Infinity : x
  if (x < -745.1332191019411) return 0
  const k = (x * 1.44269504088896338700 + (x < 0 ? -0.5 : 0.5)) | 0
  const high = x - k * ln2High
  const low = k * ln2Low
  const r = high - low
  const t = r * r
  const c = r - t * (1.66666666666666019037e-1 + t * (-2.77777777770155933842e-3 + t * (6.61375632143793436117e-5 +
    t * (-1.65339022054652515390e-6 + t * 4.13813679705723846039e-8))))
  const y = 1 - (low - (r * c) / (2 - c) - high)
  if (k > 1023) return y * 2 * powersOfTwo[k + 1023]
  if (k < -1022) return y * powersOfTwo[k + 2024] * 9.332636185032189e-302 // 2^−1000: rounded once, into the subnormals
  return y * powersOfTwo[k + 1024]
}

const double = new Float64Array(1)
const words = new Int32Array(double.buffer)
double[0] = 1
const highWord = words[1] === 0 ? 0 : 1 // machines differ in which half of a number comes first

/** The natural logarithm, to within one unit of the last place; NaN below zero. */
export function ln(x: number): number {
  if (!(x > 0 && x < Infinity)) return x === 0 ? -Infinity : x === Infinity ? x : NaN
  let fromSubnormal = 0
  if (x < 2.2250738585072014e-308) {
    x *= 18014398509481984 // 2^54
    fromSubnormal = 54
  }
  double[0] = x
  const exponent = ((words[highWord] + 0x95f64) >> 20) - 1023 // one more where the mantissa is above √2
  const f = x * powersOfTwo[1024 - exponent] - 1
  const k = exponent - fromSubnormal
  const s = f / (2 + f)
  const z = s * s
  const w = z * z
  const even = w * (3.999999999940941908e-1 + w * (2.222219843214978396e-1 + w * 1.531383769920937332e-1))
  const odd = z * (6.666666666666735130e-1 + w * (2.857142874366239149e-1 +
    w * (1.818357216161805012e-1 + w * 1.479819860511658591e-1)))
  const half = 0.5 * f * f
  return k * ln2High - (half - (s * (half + even + odd) + k * ln2Low) - f)
}

/** x^y to 2e−13 of its value, for x ≥ 0; NaN for x < 0 unless y is 0. */
export function pow(x: number, y: number): number {
  return y === 0 ? 1 : exp(y * ln(x))
}

export const logit = (share: number): number => ln(share / (1 - share))

/** The share that has so many logits. */
export const logistic = (logits: number): number => 1 / (1 + exp(-logits))

/** Added up from the first to the last: another order would give other bits. */
export function sum(values: ArrayLike<number>): number {
  let total = 0
  for (let n = 0; n < values.length; n++) total += values[n]
  return total
}
