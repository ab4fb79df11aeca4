#!/usr/bin/env node
/** The program: this process as a terminal. */
import { main } from './main.ts'
import { standardOutput } from './standard-output.ts'
import { Interruption } from './terminal.ts'

const interrupt = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  // Once: whoever insists is not kept waiting. Runs are in threads of their own, so that this one is free to hear it.
  process.once(signal, () => interrupt.abort(new Interruption(signal)))
}
// Nobody hears complaints any more: no reason to stop.
process.stderr.on('error', () => {})

const err = (text: string) => {
  try {
    process.stderr.write(text)
  } catch {
    // A file on a full disk throws instead.
  }
}

process.exitCode = await main(process.argv.slice(2), {
  out: standardOutput(error => {
    err(`chengxiang: ${error.message}\n`)
    process.exit(1)
  }),
  err,
  watched: process.stderr.isTTY,
  interrupted: interrupt.signal,
})
