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

  type Int32s = Int32Array
  type Uint32s = Uint32Array
  type Uint16s = Uint16Array
  type Uint8s = Uint8Array
  type Float64s = Float64Array
  type Float32s = Float32Array
  type People = PeopleColumns
  type Households = HouseholdColumns
  type Chance = Key

  /** A class that is no more than a row of addresses and numbers in memory: each is handed over as an object of the same keys in the same order. */
  function unmanaged(row: unknown, context: unknown): void
}
