/** A folder of results that appears whole or not at all. */
import { randomUUID } from 'node:crypto'
import {
  closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, statSync, writeSync,
} from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { UsageError } from './terminal.ts'

export interface Output {
  /** Adds text to the end of a file such as `nation.csv` or `run-2/nation.csv`. */
  append(file: string, text: string): void
  /** Puts the folder in its place. */
  commit(): void
  /** Throws away what was written; does nothing after `commit`. */
  discard(): void
}

/** Makes a folder and those above it, one by one: where none can be made, Node's own recursion goes on for ever. */
function makeFolders(folder: string): void {
  if (existsSync(folder)) return
  makeFolders(dirname(folder))
  mkdirSync(folder)
}

/**
 * Files grow in a hidden folder beside the one asked for, which takes its name when all are on the disk.
 * @param force replace what an earlier run left there
 * @throws {UsageError} if the folder cannot be made, or holds something
 */
export function openOutput(folder: string, force: boolean): Output {
  const target = resolve(folder)
  refuse(target, folder, force)
  let growing: string | undefined = inFileSystem(folder, () => {
    makeFolders(dirname(target))
    const hidden = join(dirname(target), `.${basename(target)}-${randomUUID()}`)
    mkdirSync(hidden)
    return hidden
  })
  const files = new Map<string, number>()

  function append(file: string, text: string) {
    if (!growing) throw new Error(`${file}: expected an open output, got a closed one`)
    const path = join(growing, file)
    if (!files.has(file)) {
      mkdirSync(dirname(path), { recursive: true })
      files.set(file, openSync(path, 'wx'))
    }
    const bytes = Buffer.from(text)
    for (let done = 0; done < bytes.length;) done += writeSync(files.get(file)!, bytes, done)
  }

  function commit() {
    if (!growing) return
    for (const file of files.values()) {
      fsyncSync(file)
      closeSync(file)
    }
    files.clear()
    refuse(target, folder, force)
    const earlier = `${growing}-earlier`
    if (existsSync(target)) renameSync(target, earlier)
    renameSync(growing, target)
    growing = undefined
    rmSync(earlier, { recursive: true, force: true })
  }

  function discard() {
    if (!growing) return
    for (const file of files.values()) closeSync(file)
    files.clear()
    rmSync(growing, { recursive: true, force: true })
    growing = undefined
  }

  return { append, commit, discard }
}

/** Nothing but an earlier output is ever replaced, and that only when asked. */
function refuse(target: string, folder: string, force: boolean): void {
  if (!existsSync(target)) return
  const entries = inFileSystem(folder, () => statSync(target).isDirectory() && readdirSync(target))
  if (!entries) throw new UsageError(`--out: expected a folder, got the file ${folder}`)
  if (entries.length === 0) return
  if (!force) {
    const got = `${folder} with ${entries.length} entries`
    throw new UsageError(`--out: expected a new or empty folder, got ${got}; --force replaces it`)
  }
  if (!entries.includes('manifest.json')) {
    throw new UsageError(`--force: expected a folder with an earlier output, got ${folder} without manifest.json`)
  }
}

function inFileSystem<Result>(folder: string, action: () => Result): Result {
  try {
    return action()
  } catch (error) {
    throw new UsageError(`--out: expected a folder to write, got ${folder} (${(error as NodeJS.ErrnoException).code})`)
  }
}
