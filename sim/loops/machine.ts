/** What the machine does with numbers, and TypeScript has no word for; only the compiler reads this file. */

/** The whole part of a number, as `x | 0` has it: by way of 64 bits, which processors do in one step. */
@global @inline
function whole(value: f64): i32 {
  return <i32><i64>value
}

/** 2^k, for k from −1022 to 1023. */
@global @inline
function powerOfTwo(k: i32): f64 {
  return reinterpret<f64>(<i64>(k + 1023) << 52)
}

/** The upper 32 bits of a number. */
@global @inline
function upperHalf(value: f64): i32 {
  return <i32>(reinterpret<i64>(value) >> 32)
}
