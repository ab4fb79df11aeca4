/**
 * What compiled loops are to TypeScript: functions of typed arrays and numbers. The compiler takes the same names for addresses and machine numbers, see columns.ts.
 */
type i32 = number
type i64 = number
type f64 = number

/** Turns a number, or what is true or false, into a whole number of 32 bits. */
declare function i32(value: number | boolean): number
declare function i64(value: number): number
declare function f64(value: number): number
/** The same bits as another kind of number. */
declare function reinterpret<T extends number>(value: number): T

type Int32s = Int32Array
type Uint32s = Uint32Array
type Uint16s = Uint16Array
type Uint8s = Uint8Array
type Float64s = Float64Array
type Float32s = Float32Array
type People = import('../world.ts').People
type Households = import('../world.ts').Households
type Chance = import('../random.ts').Chance

/** A class that is no more than a row of addresses and numbers in memory: each is handed over as an object of the same keys in the same order. */
declare function unmanaged(row: unknown, context: unknown): void

declare module 'virtual:loops' {
  /** WebAssembly, base 64. */
  const code: string
  export default code
}
