#!/usr/bin/env node
/** The program: this process as a terminal. */
import { main } from './main.ts'

const interrupt = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  // Once: whoever insists is not kept waiting.
  process.once(signal, () => interrupt.abort(new Error('interrupted')))
}
// Whoever reads the results may stop before the end, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))

process.exitCode = await main(process.argv.slice(2), {
  out: text => process.stdout.write(text),
  err: text => process.stderr.write(text),
  watched: process.stderr.isTTY,
  interrupted: interrupt.signal,
})
