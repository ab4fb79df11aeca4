import { constants } from 'node:os'

/** What a command sees of the process that runs it, so that tests can stand in for it. */
export interface Terminal {
  /** Results. */
  out(text: string): void
  /** Progress and complaints. */
  err(text: string): void
  /** Whether somebody watches `err`. */
  watched: boolean
  /** Aborted by Ctrl-C and its like, with an `Interruption`. */
  interrupted: AbortSignal
}

/** Something the user asked for that cannot be: told in one line, exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError'
}

/** A signal asked the program to stop. */
export class Interruption extends Error {
  override name = 'Interruption'
  /** As shells count them. */
  readonly code: number

  constructor(signal: 'SIGINT' | 'SIGTERM' | 'SIGHUP') {
    super('interrupted')
    this.code = 128 + constants.signals[signal]
  }
}

/** Text from outside on one line and without anything a terminal would obey. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '?').trim()
}

/** What somebody wrote, or as much of it as a message has room for. */
export function short(text: string): string {
  return text.length > 80 ? text.slice(0, 79) + '…' : text
}
