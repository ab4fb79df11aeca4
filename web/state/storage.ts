/** Small choices that the browser remembers. A browser that refuses to is no error. */

const prefix = 'chengxiang.'

/** For all visits, or for as long as the tab is open. To ask for either may be refused. */
const allVisits = () => localStorage
export const thisTab = () => sessionStorage

export function read<T>(key: string, otherwise: T, isOne: (value: unknown) => value is T, store: () => Storage = allVisits): T {
  try {
    const value: unknown = JSON.parse(store().getItem(prefix + key) ?? 'null')
    return isOne(value) ? value : otherwise
  } catch {
    return otherwise
  }
}

/** @returns whether the browser kept it */
export function write(key: string, value: unknown, store: () => Storage = allVisits): boolean {
  try {
    store().setItem(prefix + key, JSON.stringify(value))
    return true
  } catch {
    // Storage is full or forbidden: the choice lasts as long as the page.
    return false
  }
}

/** Characters that are kept at a time: a browser takes a few milliseconds over them, and a tenth of a second over a million, in which the page stands still. */
const piece = 65_536

/** Pieces of a long value, each of which begins with the mark: those of two pages that write at a time are told apart. */
interface Pieces {
  number: number
  mark: string
}

const isPieces = (value: unknown): value is Pieces =>
  typeof value === 'object' && value !== null && 'number' in value && Number.isInteger(value.number) && 'mark' in value && typeof value.mark === 'string'

const nameOf = (key: string, n: number) => `${prefix}${key}.${n}`

/** As `write`, of a long value, piece by piece: whole or not at all. @returns whether the browser kept it */
export function* writeLong(key: string, value: unknown): Generator<void, boolean> {
  const text = JSON.stringify(value)
  const its: Pieces = { number: Math.ceil(text.length / piece), mark: `${performance.timeOrigin + performance.now()} ` }
  try {
    // Until the last piece is there, there is nothing to read.
    localStorage.removeItem(prefix + key)
    for (let n = 0; n < its.number; n++) {
      yield
      localStorage.setItem(nameOf(key, n), its.mark + text.slice(n * piece, (n + 1) * piece))
    }
    yield
    removePieces(key, its.number)
    return write(key, its)
  } catch {
    removePieces(key, 0)
    return false
  }
}

/** What `writeLong` kept. */
export function readLong<T>(key: string, otherwise: T, isOne: (value: unknown) => value is T): T {
  const { number, mark } = read<Pieces>(key, { number: 0, mark: '' }, isPieces)
  try {
    let text = ''
    for (let n = 0; n < number; n++) {
      const part = localStorage.getItem(nameOf(key, n))
      if (!part?.startsWith(mark)) return otherwise
      text += part.slice(mark.length)
    }
    const value: unknown = JSON.parse(text)
    return isOne(value) ? value : otherwise
  } catch {
    return otherwise
  }
}

/** Pieces of an earlier value that was longer, or of one that found no room. */
function removePieces(key: string, from: number): void {
  try {
    for (let n = from; localStorage.getItem(nameOf(key, n)) !== null; n++) localStorage.removeItem(nameOf(key, n))
  } catch {
    // Nothing is kept, then.
  }
}
