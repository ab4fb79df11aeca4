/**
 * Columns as compiled loops see them: an address in the memory of a world. TypeScript takes the same names for typed arrays, see compiled.d.ts; only the compiler
 * reads this file.
 */

@global @unmanaged
class Int32s {
  @inline @operator('[]') get(n: i32): i32 { return load<i32>(changetype<usize>(this) + (<usize>n << 2)) }
  @inline @operator('[]=') set(n: i32, value: i32): void { store<i32>(changetype<usize>(this) + (<usize>n << 2), value) }
}

/** Packed words: bits, told as a signed number of the same bits. */
@global @unmanaged
class Uint32s {
  @inline @operator('[]') get(n: i32): i32 { return load<i32>(changetype<usize>(this) + (<usize>n << 2)) }
  @inline @operator('[]=') set(n: i32, value: i32): void { store<i32>(changetype<usize>(this) + (<usize>n << 2), value) }
}

@global @unmanaged
class Uint16s {
  @inline @operator('[]') get(n: i32): i32 { return <i32>load<u16>(changetype<usize>(this) + (<usize>n << 1)) }
  @inline @operator('[]=') set(n: i32, value: i32): void { store<u16>(changetype<usize>(this) + (<usize>n << 1), <u16>value) }
}

@global @unmanaged
class Uint8s {
  @inline @operator('[]') get(n: i32): i32 { return <i32>load<u8>(changetype<usize>(this) + <usize>n) }
  @inline @operator('[]=') set(n: i32, value: i32): void { store<u8>(changetype<usize>(this) + <usize>n, <u8>value) }
}

@global @unmanaged
class Float64s {
  @inline @operator('[]') get(n: i32): f64 { return load<f64>(changetype<usize>(this) + (<usize>n << 3)) }
  @inline @operator('[]=') set(n: i32, value: f64): void { store<f64>(changetype<usize>(this) + (<usize>n << 3), value) }
}

/** Single precision in memory, double in all that is computed. */
@global @unmanaged
class Float32s {
  @inline @operator('[]') get(n: i32): f64 { return <f64>load<f32>(changetype<usize>(this) + (<usize>n << 2)) }
  @inline @operator('[]=') set(n: i32, value: f64): void { store<f32>(changetype<usize>(this) + (<usize>n << 2), <f32>value) }
}

/** The columns of people and households. */
@global @unmanaged
class People {
  count: i32
  word: Uint32s
  idLow: Int32s
  idHigh: Int32s
  household: Int32s
  next: Int32s
  place: Uint16s
  registered: Uint16s
  mother: Int32s
  father: Int32s
  partner: Int32s
  motherId: Int32s
  fatherId: Int32s
}

@global @unmanaged
class Households {
  count: i32
  idLow: Int32s
  idHigh: Int32s
  first: Int32s
  home: Uint16s
  origin: Uint16s
  land: Float32s
  landLet: Float32s
  landRented: Float32s
  income: Float32s
  pensions: Float32s
  support: Float32s
  payAway: Float32s
  landPay: Float32s
  word: Uint32s
}

/** The key of a purpose's draws. */
@global @unmanaged
class Chance {
  k0: i32
  k1: i32
}
