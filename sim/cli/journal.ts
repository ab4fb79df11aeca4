/** What has been computed so far, kept line by line: a process that is killed loses nothing but what it was just computing. */
import { closeSync, existsSync, fsyncSync, ftruncateSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

export interface Journal {
  /** What is remembered under a key, or what `compute` gives, remembered before it is handed over. One key is computed once. */
  remember(key: string, compute: () => Promise<number[]>): Promise<number[]>
  /** How many lines it had when it was opened. */
  found: number
  close(): void
}

/** Opens a journal, or begins one. A last line that was cut off is dropped; any other that cannot be read is an error. */
export function openJournal(path: string): Journal {
  mkdirSync(dirname(path), { recursive: true })
  const text = existsSync(path) ? readFileSync(path, 'utf8') : ''
  const whole = text.slice(0, text.lastIndexOf('\n') + 1)
  const lines = whole.split('\n').slice(0, -1)
  const known = new Map(lines.map((line, n) => entryOf(line, `${path} line ${n + 1}`)))
  const found = known.size
  const file = openSync(path, 'a')
  ftruncateSync(file, Buffer.byteLength(whole))
  const underway = new Map<string, Promise<number[]>>()

  function append(key: string, values: number[]) {
    const bytes = Buffer.from(JSON.stringify([key, values]) + '\n')
    for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done)
    fsyncSync(file)
    known.set(key, values)
  }

  function remember(key: string, compute: () => Promise<number[]>): Promise<number[]> {
    const values = known.get(key)
    if (values) return Promise.resolve(values)
    let computing = underway.get(key)
    if (!computing) {
      computing = compute().then((values) => {
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
  if (typeof key === 'string' && Array.isArray(values) && values.every((value) => Number.isFinite(value))) return [key, values as number[]]
  throw new Error(`${where}: expected a key and its numbers, got ${line.slice(0, 40)}`)
}
