/** A fingerprint of the running program, so that what one version computed is not taken for another's. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Of the bundle's files, or of the engine's sources. */
export function programHash(): string {
  const here = dirname(fileURLToPath(import.meta.url))
  const folder = basename(here) === 'cli' ? dirname(here) : here
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(file => /\.(js|ts|json)$/.test(file)).sort()
  const hash = createHash('sha256')
  for (const file of files) hash.update(file).update(readFileSync(join(folder, file)))
  return hash.digest('hex').slice(0, 16)
}
