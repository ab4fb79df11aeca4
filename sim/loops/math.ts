/**
 * exp, ln and pow of sim/math.ts, for compiled loops: the same operations in the same order, so the same bits. Powers of two are made of their bits.
 *
 * exp and ln follow e_exp.c and e_log.c of msun:
 *
 * Copyright (C) 1993, 2004 by Sun Microsystems, Inc. All rights reserved.
 * Developed at SunSoft, a Sun Microsystems, Inc. business.
 * Permission to use, copy, modify, and distribute this software is freely granted, provided that this notice is preserved.
 */

const ln2High = 6.93147180369123816490e-1
const ln2Low = 1.90821492927058770002e-10

/** e^x to within one unit of the last place. */
export function exp(x: f64): f64 {
  if (!(x <= 709.782712893384)) return x === x ? Infinity : x
  if (x < -745.1332191019411) return 0
  const k = i32(x * 1.44269504088896338700 + (x < 0 ? -0.5 : 0.5))
  const high = x - f64(k) * ln2High
  const low = f64(k) * ln2Low
  const r = high - low
  const t = r * r
  const c = r - t * (1.66666666666666019037e-1 + t * (-2.77777777770155933842e-3 + t * (6.61375632143793436117e-5 +
    t * (-1.65339022054652515390e-6 + t * 4.13813679705723846039e-8))))
  const y = 1.0 - (low - (r * c) / (2.0 - c) - high)
  if (k > 1023) return y * 2.0 * powerOfTwo(k - 1)
  if (k < -1022) return y * powerOfTwo(k + 1000) * 9.332636185032189e-302 // 2^−1000: rounded once, into the subnormals
  return y * powerOfTwo(k)
}

/** The natural logarithm, to within one unit of the last place; NaN below zero. */
export function ln(x: f64): f64 {
  if (!(x > 0 && x < Infinity)) return x === 0 ? -Infinity : x === Infinity ? x : NaN
  let fromSubnormal = 0
  let from = x
  if (x < 2.2250738585072014e-308) {
    from = x * 18014398509481984.0 // 2^54
    fromSubnormal = 54
  }
  const exponent = ((upperHalf(from) + 0x95f64) >> 20) - 1023 // one more where the mantissa is above √2
  const f = from * (exponent > 1022 ? powerOfTwo(-1022) * (exponent === 1023 ? 0.5 : 0.25) : powerOfTwo(-exponent)) - 1.0
  const k = f64(exponent - fromSubnormal)
  const s = f / (2.0 + f)
  const z = s * s
  const w = z * z
  const even = w * (3.999999999940941908e-1 + w * (2.222219843214978396e-1 + w * 1.531383769920937332e-1))
  const odd = z * (6.666666666666735130e-1 + w * (2.857142874366239149e-1 +
    w * (1.818357216161805012e-1 + w * 1.479819860511658591e-1)))
  const half = 0.5 * f * f
  return k * ln2High - (half - (s * (half + even + odd) + k * ln2Low) - f)
}

/** x^y to 2e−13 of its value, for x ≥ 0; NaN for x < 0 unless y is 0. */
export function pow(x: f64, y: f64): f64 {
  return y === 0 ? 1.0 : exp(y * ln(x))
}

/** The lower of two whole numbers: `Math.min` is of numbers with fractions. */
export function atMost(number: i32, most: i32): i32 {
  return number < most ? number : most
}

/** The higher of two whole numbers. */
export function atLeast(least: i32, number: i32): i32 {
  return number > least ? number : least
}
