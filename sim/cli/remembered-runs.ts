/** Runs that were made before under the same program and data: a command that was stopped goes on from them. */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { NationData } from '../data.ts'
import { projectFolder } from './data.ts'
import { openJournal } from './journal.ts'
import { programHash } from './program-hash.ts'
import { UsageError, type Terminal } from './terminal.ts'

export interface RememberedRuns {
  /** What a run gave, or gives now. @param run all that sets it apart from others */
  remember(run: unknown, make: () => Promise<number[]>): Promise<number[]>
  path: string
  close(): void
}

/**
 * @param size how many numbers a run gives
 * @param file of the journal; where none is given, one of the command, the program and the data
 * @throws {UsageError} if the file is no such journal; as does `remember`, if it holds another count of numbers
 */
export function rememberRuns(command: string, data: NationData, terminal: Terminal, size: number, file?: string): RememberedRuns {
  const program = `${programHash()}-${data.hash}`
  const path = file ?? join(projectFolder(), 'scenarios', 'results', `${command}-${program}.jsonl`)
  const journal = openJournal(path)
  if (journal.found > 0) terminal.err(`going on after ${journal.found} runs that are remembered in ${path}\n`)
  const keyOf = (run: unknown) => createHash('sha256').update(JSON.stringify([program, run])).digest('hex').slice(0, 32)

  async function remember(run: unknown, make: () => Promise<number[]>): Promise<number[]> {
    const values = await journal.remember(keyOf(run), make)
    if (values.length === size) return values
    throw new UsageError(`--journal: expected ${size} numbers of each run, got ${values.length} in ${path}`)
  }

  return { path, remember, close: journal.close }
}

/** What is said when a command stops before its end. */
export const goesOn = (path: string): string => `stopped; the same command goes on with what is remembered in ${path}\n`
