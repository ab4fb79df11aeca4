/** What a command sees of the process that runs it, so that tests can stand in for it. */
export interface Terminal {
  /** Results. */
  out(text: string): void
  /** Progress and complaints. */
  err(text: string): void
  /** Whether somebody watches `err`. */
  watched: boolean
  /** Aborted by Ctrl-C. */
  interrupted: AbortSignal
}

/** Something the user asked for that cannot be: told in one line, exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError'
}

/** Text from outside on one line and without anything a terminal would obey. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '?').trim()
}
