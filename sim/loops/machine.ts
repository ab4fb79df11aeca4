/** What the machine does with numbers, and TypeScript has no word for; only the compiler reads this file. */

/**
 * The whole part of a number below 2^51, as `x | 0` has it: added to 1.5 × 2^52, whose last bit is worth one, it stands in the lower bits. A conversion would have
 * to notice numbers that do not fit, which takes longer.
 */
@global @inline
function whole(value: f64): i32 {
  return <i32>reinterpret<i64>(trunc<f64>(value) + 6755399441055744.0)
}

/** Four numbers of a column side by side, from position `n` on: columns end at lines of a cache, so there are four to the last of them. */
@global @inline
function fourOf(column: Int32s, n: i32): v128 {
  return v128.load(changetype<usize>(column) + (<usize>n << 2))
}

/** Writes four numbers to a column, from position `n` on. */
@global @inline
function setFour(column: Int32s, n: i32, four: v128): void {
  v128.store(changetype<usize>(column) + (<usize>n << 2), four)
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
