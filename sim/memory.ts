/**
 * The memory of a world: one piece, in which the columns of its people, households and places lie side by side, and scratch columns after them. Loops over people
 * are compiled to WebAssembly (see `sim/loops`), which reaches this memory and no other; everything else reads and writes the same columns as typed arrays.
 */
import { code, loops as signatures, rows as fieldsOf } from 'virtual:loops'
import type * as compiled from './loops/index.ts'

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
  /** A scratch column in the one stretch of memory of each owner: see scratch.ts. It holds what was left in it. */
  scratch<T extends Column>(owner: object, kind: Kind<T>, length: number): T
}

/** Columns begin at lines of a cache. */
const line = 64
const page = 65536

/** Bytes of a column. */
const bytesOf = <T extends Column>(kind: Kind<T>, length: number): number => Math.ceil((length * kind.BYTES_PER_ELEMENT) / line) * line

/** @param room bytes for columns and scratch columns @throws RangeError where the machine has less */
export function createMemory(room: number): Memory {
  // Room is reckoned with a margin: a world that needs less than all that can be addressed still fits.
  const pages = Math.min(mostPages, Math.ceil((columnsFrom + room) / page))
  const memory = reserve(pages)
  const { buffer } = memory
  const { exports } = new WebAssembly.Instance(compiledOnce(), { env: { memory, abort: () => { throw new Error('a compiled loop gave up') } } })
  const held = new Map<object, { at: number; bytes: number; given: Column }>()
  const constants = new Map<Column, number>()
  const writer = { double: new Float64Array(buffer), whole: new Int32Array(buffer) }
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

  /** Writes a row, each field where the compiler looks for it. @returns where the next row may begin */
  function write(row: Record<string, number | Column>, layout: Layout, from: number): number {
    if (from + layout.size > columnsFrom) throw new RangeError('compiled loop: too much is handed over')
    for (const { name, type, at } of layout.fields) {
      const value = row[name]
      if (type === 'i32') writer.whole[(from + at) >> 2] = value as number
      else if (type === 'f64') writer.double[(from + at) >> 3] = value as number
      else writer.whole[(from + at) >> 2] = addressOf(value as Column)
    }
    return from + layout.size
  }

  function callable(loop: (...given: number[]) => number, types: string[]) {
    const layouts = types.map(type => layoutOf(type))
    return (...given: unknown[]): number => {
      let next = rowsFrom
      return loop(...given.map((value, n) => {
        if (typeof value === 'number') return value
        const layout = layouts[n]
        if (!layout) return addressOf(value as Column)
        const at = next
        next = write(value as Record<string, number | Column>, layout, at)
        return at
      }))
    }
  }
  const loops = Object.fromEntries(Object.entries(exports).flatMap(([name, it]) => (typeof it === 'function' ? [[name, callable(it as never, signatures[name])]] : [])))

  return {
    loops: loops as unknown as Loops,
    bytes: room,
    column: allocate,
    scratch<T extends Column>(owner: object, kind: Kind<T>, length: number): T {
      let its = held.get(owner)
      if (!its || its.bytes < length * kind.BYTES_PER_ELEMENT) {
        const all = allocate(kind, Math.ceil(length * 1.25))
        held.set(owner, (its = { at: all.byteOffset, bytes: all.byteLength, given: all }))
      }
      if (its.given.length !== length || its.given.constructor !== kind) its.given = new kind(buffer, its.at, length)
      return its.given as T
    },
  }
}

let bench: Memory | undefined

/** A memory of no world, for scratch columns of what is reckoned before there is one; one for all, because a browser gives few. */
export function workbench(): Memory {
  return (bench ??= createMemory(benchRoom))
}

const benchRoom = 1 << 24

/** What 32 bits can address. */
const mostPages = 65536

function reserve(pages: number): WebAssembly.Memory {
  try {
    return new WebAssembly.Memory({ initial: pages, maximum: pages })
  } catch {
    throw new RangeError(`memory of a world: expected ${pages / 16} MB, the machine gave none`)
  }
}

/** Below these addresses lies what the compiler keeps for itself, and then the rows of a call. */
const rowsFrom = page
const columnsFrom = 2 * page

/** Where the compiler looks for the fields of a row: each at the next multiple of its size. */
interface Layout {
  fields: { name: string; type: string; at: number }[]
  size: number
}

const layouts = new Map<string, Layout>()

/** @returns nothing for numbers and columns, which are no rows */
function layoutOf(type: string): Layout | undefined {
  if (!fieldsOf[type] || fieldsOf[type].length === 0) return undefined
  let layout = layouts.get(type)
  if (!layout) {
    let end = 0
    const fields = fieldsOf[type].map(([name, its]) => {
      const size = its === 'f64' ? 8 : 4
      const at = Math.ceil(end / size) * size
      end = at + size
      return { name, type: its, at }
    })
    layouts.set(type, (layout = { fields, size: Math.ceil(end / 8) * 8 }))
  }
  return layout
}

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
