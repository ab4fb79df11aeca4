/**
 * What compiled loops are to TypeScript: functions of typed arrays and numbers. The compiler takes the same names for addresses and machine numbers, see columns.ts.
 */
import type { Chance as Key } from '../random.ts'
import type { Households as HouseholdColumns, People as PeopleColumns } from '../world.ts'

declare global {
  type i32 = number
  type f64 = number
  /** Turns a number, or what is true or false, into a whole number of 32 bits. */
  function i32(value: number | boolean): number
  function f64(value: number): number
  /** The whole part of a number, as `x | 0` has it. */
  function whole(value: number): number
  /** Four whole numbers, on which the machine works side by side; what it does with them, and to read and write them in a column, from position `n` on. */
  type v128 = { readonly fourNumbers: unique symbol }
  const v128: { xor(a: v128, b: v128): v128 }
  const i32x4: { splat(value: number): v128; add(a: v128, b: v128): v128; mul(a: v128, b: v128): v128; shr_u(a: v128, bits: number): v128 }
  function fourOf(column: Int32Array, n: number): v128
  function setFour(column: Int32Array, n: number, four: v128): void
  /** 2^k, for k from −1022 to 1023. */
  function powerOfTwo(k: number): number
  /** The upper 32 bits of a number. */
  function upperHalf(value: number): number

  type Int32s = Int32Array
  type Uint32s = Uint32Array
  type Uint16s = Uint16Array
  type Uint8s = Uint8Array
  type Float64s = Float64Array
  type Float32s = Float32Array
  type People = PeopleColumns
  type Households = HouseholdColumns
  type Chance = Key

  /** A class that is no more than a row of addresses and numbers in memory: each is handed over as an object with these keys. */
  function unmanaged(row: unknown, context: unknown): void
}
