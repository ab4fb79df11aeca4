/** A folder of results that appears whole or not at all. */
import { randomUUID } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, lstatSync, mkdirSync, openSync, readdirSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { makeFolders, readAtMost, writeAll } from './files.ts'
import { UsageError } from './terminal.ts'

export interface Output {
  /** Adds text to the end of a file such as `nation.csv` or `run-2/nation.csv`. */
  append(file: string, text: string): void
  /** Puts the folder in its place. If that fails, what was written stays where the error says. */
  commit(): void
  /** Throws away what was written; does nothing after `commit`. */
  discard(): void
}

/** Every file that an output may hold. What else stands in a folder is somebody's own. */
const tables = ['nation', 'provinces', 'prefectures', 'tiers', 'areas', 'counties', 'county-indicators', 'county', 'village', 'places']
const anyFile = new RegExp(`^(manifest\\.json|(run-\\d+/)?(${tables.join('|')})\\.csv)$`)
const anyFolder = /^run-\d+$/

/** The largest manifest names a thousand seeds. */
const largestManifest = 1_000_000

/**
 * Files grow in a hidden folder: beside the one asked for, which takes its name when all are on the disk; or inside, where one is already, which may
 * be the root of a disk or stand behind a link and is not itself to be moved.
 * @param force replace what an earlier run left there
 * @throws {UsageError} if the folder cannot be made, or holds something
 */
export function openOutput(folder: string, force: boolean): Output {
  const asked = resolve(folder)
  refuse(asked, folder, force)
  const { target, hidden } = inFileSystem(folder, () => {
    makeFolders(dirname(asked))
    const standing = existsSync(asked)
    if (!standing && lstatSync(asked, { throwIfNoEntry: false })) throw new UsageError(`--out: expected a folder, got the link ${folder} to nothing`)
    const target = standing ? realpathSync(asked) : asked
    const hidden = join(standing ? target : dirname(target), `.${basename(target)}-${randomUUID()}`)
    // What will be done at the end is tried before hours are spent on it.
    mkdirSync(`${hidden}-`)
    renameSync(`${hidden}-`, hidden)
    return { target, hidden }
  })
  let growing: string | undefined = hidden
  const files = new Map<string, number>()

  function append(file: string, text: string) {
    if (!growing) throw new Error(`${file}: expected an open output, got a closed one`)
    if (!anyFile.test(file)) throw new Error(`${file}: expected a file that outputs are known to hold`)
    const path = join(growing, file)
    if (!files.has(file)) {
      mkdirSync(dirname(path), { recursive: true })
      files.set(file, openSync(path, 'wx'))
    }
    writeAll(files.get(file)!, text)
  }

  function commit() {
    if (!growing) return
    for (const file of files.values()) {
      fsyncSync(file)
      closeSync(file)
    }
    files.clear()
    const finished = growing
    // From here on the run is worth more than a tidy folder.
    growing = undefined
    try {
      refuse(target, folder, force, basename(finished))
      place(finished, target)
    } catch (error) {
      throw new Error(`${(error as Error).message}; the finished run is in ${finished}`)
    }
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

/** Moves a finished folder to where it belongs. What stands there comes back if that fails half-way. */
function place(finished: string, target: string): void {
  if (!existsSync(target)) return renameSync(finished, target)
  const earlier = `${finished}-earlier`
  mkdirSync(earlier)
  const moves: [from: string, to: string][] = []
  const move = (name: string, from: string, to: string) => {
    renameSync(join(from, name), join(to, name))
    moves.push([join(from, name), join(to, name)])
  }
  // A folder without a manifest is not whole: it goes first and comes last.
  const rank = (name: string) => Number(name === 'manifest.json')
  const hidden = [basename(finished), basename(earlier)]
  try {
    const standing = readdirSync(target).filter(name => !hidden.includes(name)).sort((a, b) => rank(b) - rank(a))
    for (const name of standing) move(name, target, earlier)
    for (const name of readdirSync(finished).sort((a, b) => rank(a) - rank(b))) move(name, finished, target)
  } catch (error) {
    for (const [from, to] of moves.reverse()) renameSync(to, from)
    rmSync(earlier, { recursive: true, force: true })
    throw error
  }
  for (const folder of [earlier, finished]) rmSync(folder, { recursive: true, force: true })
}

/**
 * Nothing but an earlier output is ever replaced, and that only when asked.
 * @param own what this very output has put there
 */
function refuse(target: string, folder: string, force: boolean, own?: string): void {
  if (!existsSync(target)) return
  const entries = inFileSystem(folder, () => statSync(target).isDirectory() && readdirSync(target).filter(name => name !== own))
  if (!entries) throw new UsageError(`--out: expected a folder, got the file ${folder}`)
  if (entries.length === 0) return
  if (!force) {
    const got = `${folder} with ${entries.length} ${entries.length === 1 ? 'entry' : 'entries'}`
    throw new UsageError(`--out: expected a new or empty folder, got ${got}; --force replaces it`)
  }
  if (!entries.includes('manifest.json')) {
    throw new UsageError(`--force: expected a folder with an earlier output, got ${folder} without manifest.json`)
  }
  if (!inFileSystem(folder, () => isManifest(join(target, 'manifest.json')))) {
    throw new UsageError(`--force: expected a folder with an earlier output, got ${folder} with a manifest.json of another program`)
  }
  const foreign = inFileSystem(folder, () => foreignEntry(target, own))
  if (foreign !== undefined) throw new UsageError(`--force: expected a folder with nothing but an earlier output, got ${folder} with ${foreign}`)
}

function isManifest(path: string): boolean {
  if (!statSync(path).isFile()) return false
  try {
    return JSON.parse(readAtMost(path, largestManifest).toString())?.program === 'chengxiang'
  } catch (error) {
    if (error instanceof SyntaxError) return false
    throw error
  }
}

/** Something that no run has written. */
function foreignEntry(folder: string, own?: string, within = ''): string | undefined {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = within + entry.name
    if (path === own) continue
    if (!entry.isDirectory() && anyFile.test(path)) continue
    const foreign = entry.isDirectory() && anyFolder.test(path) ? foreignEntry(join(folder, entry.name), own, `${path}/`) : path
    if (foreign !== undefined) return foreign
  }
  return undefined
}

function inFileSystem<Result>(folder: string, action: () => Result): Result {
  try {
    return action()
  } catch (error) {
    if (error instanceof UsageError) throw error
    throw new UsageError(`--out: expected a folder to write, got ${folder} (${(error as NodeJS.ErrnoException).code})`)
  }
}
