/** Where the project's files are, for the sources as for the bundle. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { NationData } from '../data.ts'
import type { CountyIndex } from '../stages/find-county.ts'
import type { SurroundingsFile } from '../stages/surroundings.ts'

/** The nearest folder above this file that holds a package. */
export function projectFolder(): string {
  const here = fileURLToPath(import.meta.url)
  let folder = dirname(here)
  while (!existsSync(join(folder, 'package.json'))) {
    const above = dirname(folder)
    if (above === folder) throw new Error(`package.json: expected it in a folder above ${here}, found none`)
    folder = above
  }
  return folder
}

/** @throws Error when the tables are missing or of another format */
export function loadNation(): NationData {
  const file = join(projectFolder(), 'scenarios/data/nation.json')
  if (!existsSync(file)) throw new Error(`${file}: expected the nation's tables, found no file; "npm run data" makes it`)
  const data = JSON.parse(readFileSync(file, 'utf8')) as NationData
  if (data.format !== 1) throw new Error(`${file}: expected format 1, got ${String(data.format)}; "npm run data" makes it anew`)
  return data
}

/** The stored run of the nation around counties. */
export function loadSurroundings(): SurroundingsFile {
  return JSON.parse(readFileSync(join(projectFolder(), 'scenarios/data/surroundings.json'), 'utf8'))
}

export function loadCountyIndex(): CountyIndex {
  return JSON.parse(readFileSync(join(projectFolder(), 'scenarios/data/county-index.json'), 'utf8'))
}

export function programVersion(): string {
  return JSON.parse(readFileSync(join(projectFolder(), 'package.json'), 'utf8')).version
}
