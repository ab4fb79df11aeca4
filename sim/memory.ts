/**
 * The memory of a world: one piece, in which the columns of its people, households and places lie side by side, and scratch columns after them. Loops over people
 * are compiled to WebAssembly (see `sim/loops`), which reaches this memory and no other; everything else reads and writes the same columns as typed arrays.
 */
import code from 'virtual:loops'
import type * as compiled from './loops/index.ts'
import { wholeBehind } from './row-word.ts'

export type Column = Int32Array | Uint32Array | Uint16Array | Uint8Array | Float64Array | Float32Array
export type Kind<T extends Column> = { new (length: number): T; new (buffer: ArrayBufferLike, at: number, length: number): T; readonly BYTES_PER_ELEMENT: number }

/** The compiled loops on the columns of one world. */
export type Loops = typeof compiled

export interface Memory {
  readonly loops: Loops
  /** Room in all, bytes: what is never touched costs nothing. */
  readonly bytes: number
  /** A column of zeros that lasts as long as the world. */
  column<T extends Column>(kind: Kind<T>, length: number): T
  /** A scratch column, one for each owner: see scratch.ts. It holds what was left in it. */
  scratch<T extends Column>(owner: object, kind: Kind<T>, length: number): T
}

/** Columns begin at lines of a cache. */
const line = 64
const page = 65536

/** Bytes of a column. */
export const bytesOf = <T extends Column>(kind: Kind<T>, length: number): number => Math.ceil((length * kind.BYTES_PER_ELEMENT) / line) * line

/** @param room bytes for columns and scratch columns @throws RangeError where the machine has less */
export function createMemory(room: number): Memory {
  const pages = Math.ceil((columnsFrom + room) / page)
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages })
  const { buffer } = memory
  const { exports } = new WebAssembly.Instance(compiledOnce(), { env: { memory, abort: () => { throw new Error('a compiled loop gave up') } } })
  const held = new Map<object, { all: Column; given: Column }>()
  const constants = new Map<Column, number>()
  const writer = { numbers: new Float64Array(buffer), wholes: new Int32Array(buffer), addresses: new Int32Array(buffer) }
  let free = columnsFrom

  function allocate<T extends Column>(kind: Kind<T>, length: number): T {
    const at = free
    free += bytesOf(kind, length)
    if (free > buffer.byteLength) throw new RangeError(`memory of a world: expected at most ${buffer.byteLength} bytes, got ${free}`)
    return new kind(buffer, at, length)
  }

  function addressOf(column: Column): number {
    if (column.buffer === buffer) return column.byteOffset
    const known = constants.get(column)
    if (known !== undefined) return known
    if (!lasting.has(column)) throw new Error('compiled loop: expected a column of this world or a constant one, got another')
    const here = allocate(column.constructor as Kind<Column>, column.length)
    here.set(column)
    constants.set(column, here.byteOffset)
    return here.byteOffset
  }

  /** Writes a row of numbers and addresses, each where the compiler looks for it; numbers also as whole ones. @returns where the next row may begin */
  function write(row: object, from: number): number {
    let at = from
    for (const value of Object.values(row)) {
      if (typeof value === 'number') {
        at = (at + 7) & ~7
        writer.numbers[at >> 3] = value
        writer.wholes[(at + wholeBehind) >> 2] = value
        at += 8
      } else {
        writer.addresses[at >> 2] = addressOf(value)
        at += 4
      }
    }
    if (at > rowsFrom + wholeBehind) throw new RangeError('compiled loop: too much is handed over')
    return (at + 7) & ~7
  }

  const callable = (loop: (...given: number[]) => number) => (...given: (number | Column | object)[]): number => {
    let rows = rowsFrom
    return loop(...given.map((value) => {
      if (typeof value === 'number') return value
      if (ArrayBuffer.isView(value)) return addressOf(value as Column)
      const at = rows
      rows = write(value, rows)
      return at
    }))
  }
  const loops = Object.fromEntries(Object.entries(exports).flatMap(([name, it]) => (typeof it === 'function' ? [[name, callable(it as never)]] : [])))

  return {
    loops: loops as unknown as Loops,
    bytes: room,
    column: allocate,
    scratch<T extends Column>(owner: object, kind: Kind<T>, length: number): T {
      let its = held.get(owner)
      if (!its || its.all.length < length) {
        const all = allocate(kind, Math.ceil(length * 1.25))
        held.set(owner, (its = { all, given: all }))
      }
      if (its.given.length !== length) its.given = new kind(buffer, its.all.byteOffset, length)
      return its.given as T
    },
  }
}

/** Below these addresses lies what the compiler keeps for itself, and then the rows of a call. */
const rowsFrom = page
const columnsFrom = 2 * page

/** Columns that never change, wherever they are: each memory has its own copy. */
const lasting = new WeakSet<Column>()

/** Tells that a column never changes, so that compiled loops may read it. */
export function constant<T extends Column>(column: T): T {
  lasting.add(column)
  return column
}

let module: WebAssembly.Module | undefined

function compiledOnce(): WebAssembly.Module {
  return (module ??= new WebAssembly.Module(Uint8Array.from(atob(code), letter => letter.charCodeAt(0))))
}
