/** What has been computed so far, kept line by line: a process that is killed loses nothing but what it was just computing. */
import { closeSync, existsSync, fsyncSync, ftruncateSync, openSync, readFileSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { makeFolders, writeAll } from './files.ts'
import { UsageError } from './terminal.ts'

export interface Journal {
  /** What is remembered under a key, or what `compute` gives, remembered before it is handed over. One key is computed once. */
  remember(key: string, compute: () => Promise<number[]>): Promise<number[]>
  /** How many lines it had when it was opened. */
  found: number
  close(): void
}

/** What a kill leaves of a line such as `["key",[1,2.5e-7]]`. */
const cutOff = /^\[("[^"\\]*("(,(\[[-+.,\de]*(\]\]?)?)?)?)?)?$/

/**
 * Opens a journal, or begins one. A last line that was cut off is dropped.
 * @throws {UsageError} if anything else stands there, which is left as it is
 */
export function openJournal(path: string): Journal {
  const { bytes, file } = inFileSystem(path, () => {
    makeFolders(dirname(resolve(path)))
    if (existsSync(path) && !statSync(path).isFile()) throw new UsageError(`--journal: expected a journal of runs, got ${path}, which is no file`)
    return { bytes: existsSync(path) ? readFileSync(path) : Buffer.alloc(0), file: openSync(path, 'a') }
  })
  const length = bytes.lastIndexOf('\n') + 1
  const known = new Map<string, number[]>()
  try {
    const [tail, ...lines] = [bytes.toString('utf8', length), ...bytes.toString('utf8', 0, length).split('\n').slice(0, -1)]
    lines.forEach((line, n) => known.set(...entryOf(line, `${path} line ${n + 1}`)))
    if (!cutOff.test(tail) && tail !== '') throw new UsageError(`--journal: expected a journal of runs, got ${path}`)
    if (tail !== '') inFileSystem(path, () => ftruncateSync(file, length))
  } catch (error) {
    closeSync(file)
    throw error
  }
  const found = known.size
  const underway = new Map<string, Promise<number[]>>()

  function append(key: string, values: number[]) {
    writeAll(file, JSON.stringify([key, values]) + '\n')
    fsyncSync(file)
    known.set(key, values)
  }

  function remember(key: string, compute: () => Promise<number[]>): Promise<number[]> {
    const values = known.get(key)
    if (values) return Promise.resolve(values)
    let computing = underway.get(key)
    if (!computing) {
      computing = compute().then(values => {
        append(key, values)
        return values
      }).finally(() => underway.delete(key))
      underway.set(key, computing)
    }
    return computing
  }

  return { remember, found, close: () => closeSync(file) }
}

function entryOf(line: string, where: string): [string, number[]] {
  let entry: unknown
  try {
    entry = JSON.parse(line)
  } catch {
    entry = undefined
  }
  const [key, values] = Array.isArray(entry) ? entry as unknown[] : []
  if (typeof key === 'string' && Array.isArray(values) && values.every(value => Number.isFinite(value))) return [key, values as number[]]
  throw new UsageError(`--journal: ${where}: expected a key and its numbers, got ${line.slice(0, 40) || 'nothing'}`)
}

function inFileSystem<Result>(path: string, action: () => Result): Result {
  try {
    return action()
  } catch (error) {
    if (error instanceof UsageError) throw error
    throw new UsageError(`--journal: expected a file to write, got ${path} (${(error as NodeJS.ErrnoException).code})`)
  }
}
