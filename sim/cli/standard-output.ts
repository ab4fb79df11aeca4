/** Where results go: to its end, or with an error that says so. */
import { fstatSync } from 'node:fs'
import { writeAll } from './files.ts'

const descriptor = 1

const failed = (error: unknown) => new Error(`standard output: cannot be written (${(error as NodeJS.ErrnoException).code})`)

/** Node leaves it unsaid when a file takes only a part of what is written. */
function isFile(): boolean {
  const stats = fstatSync(descriptor)
  return stats.isFile() || (stats.isCharacterDevice() && !process.stdout.isTTY)
}

/** @param fail told once that nothing more can be written, unless whoever reads has had enough, as `head` has */
export function standardOutput(fail: (error: Error) => void): (text: string) => void {
  if (isFile()) {
    return text => {
      try {
        writeAll(descriptor, text)
      } catch (error) {
        throw failed(error)
      }
    }
  }
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    fail(failed(error))
  })
  return text => process.stdout.write(text)
}
