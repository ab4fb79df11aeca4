/**
 * Columns as compiled loops see them: an address in the memory of a world. TypeScript takes the same names for typed arrays, see compiled.d.ts; only the compiler
 * reads this file.
 */

import { wholeBehind } from '../row-word.ts'

// @ts-ignore: decorator
@global @unmanaged
class Int32s {
  // @ts-ignore: decorator
  @inline @operator('[]') get(n: i32): i32 { return load<i32>(changetype<usize>(this) + (<usize>n << 2)) }
  // @ts-ignore: decorator
  @inline @operator('[]=') set(n: i32, value: i32): void { store<i32>(changetype<usize>(this) + (<usize>n << 2), value) }
}

/** Packed words: bits, told as a signed number of the same bits. */
// @ts-ignore: decorator
@global @unmanaged
class Uint32s {
  // @ts-ignore: decorator
  @inline @operator('[]') get(n: i32): i32 { return load<i32>(changetype<usize>(this) + (<usize>n << 2)) }
  // @ts-ignore: decorator
  @inline @operator('[]=') set(n: i32, value: i32): void { store<i32>(changetype<usize>(this) + (<usize>n << 2), value) }
}

// @ts-ignore: decorator
@global @unmanaged
class Uint16s {
  // @ts-ignore: decorator
  @inline @operator('[]') get(n: i32): i32 { return <i32>load<u16>(changetype<usize>(this) + (<usize>n << 1)) }
  // @ts-ignore: decorator
  @inline @operator('[]=') set(n: i32, value: i32): void { store<u16>(changetype<usize>(this) + (<usize>n << 1), <u16>value) }
}

// @ts-ignore: decorator
@global @unmanaged
class Uint8s {
  // @ts-ignore: decorator
  @inline @operator('[]') get(n: i32): i32 { return <i32>load<u8>(changetype<usize>(this) + <usize>n) }
  // @ts-ignore: decorator
  @inline @operator('[]=') set(n: i32, value: i32): void { store<u8>(changetype<usize>(this) + <usize>n, <u8>value) }
}

// @ts-ignore: decorator
@global @unmanaged
class Float64s {
  // @ts-ignore: decorator
  @inline @operator('[]') get(n: i32): f64 { return load<f64>(changetype<usize>(this) + (<usize>n << 3)) }
  // @ts-ignore: decorator
  @inline @operator('[]=') set(n: i32, value: f64): void { store<f64>(changetype<usize>(this) + (<usize>n << 3), value) }
}

/** Single precision in memory, double in all that is computed. */
// @ts-ignore: decorator
@global @unmanaged
class Float32s {
  // @ts-ignore: decorator
  @inline @operator('[]') get(n: i32): f64 { return <f64>load<f32>(changetype<usize>(this) + (<usize>n << 2)) }
  // @ts-ignore: decorator
  @inline @operator('[]=') set(n: i32, value: f64): void { store<f32>(changetype<usize>(this) + (<usize>n << 2), <f32>value) }
}

// Whole numbers of rows are loaded as such rather than converted: V8 converts in each round of a loop what was converted before it, which doubles the time of
// a loop that draws.

/** The columns of people and households, in the order in which world.ts has them. */
// @ts-ignore: decorator
@global @unmanaged
class People {
  // @ts-ignore: decorator
  @inline get count(): i32 { return load<i32>(changetype<usize>(this) + <usize>wholeBehind) }
  asWritten: f64
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

// @ts-ignore: decorator
@global @unmanaged
class Households {
  // @ts-ignore: decorator
  @inline get count(): i32 { return load<i32>(changetype<usize>(this) + <usize>wholeBehind) }
  asWritten: f64
  idLow: Int32s
  idHigh: Int32s
  first: Int32s
  home: Uint16s
  origin: Uint16s
  land: Float32s
  landLet: Float32s
  landRented: Float32s
  income: Float32s
  word: Uint32s
}

/** The key of a purpose's draws. */
// @ts-ignore: decorator
@global @unmanaged
class Chance {
  // @ts-ignore: decorator
  @inline get k0(): i32 { return load<i32>(changetype<usize>(this) + <usize>wholeBehind) }
  // @ts-ignore: decorator
  @inline get k1(): i32 { return load<i32>(changetype<usize>(this) + <usize>wholeBehind + 8) }
  firstAsWritten: f64
  secondAsWritten: f64
}
