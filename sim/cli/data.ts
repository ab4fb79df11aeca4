/** Where the project's files are, for the sources as for the bundle. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { NationData } from '../data.ts'
import type { CountyIndex } from '../stages/find-county.ts'
import type { SurroundingsFile } from '../stages/surroundings.ts'

const tables = 'scenarios/data/nation.json'

/** The nearest folder above this file that holds the tables. */
export function projectFolder(): string {
  const here = fileURLToPath(import.meta.url)
  let folder = dirname(here)
  while (!existsSync(join(folder, tables))) {
    const above = dirname(folder)
    if (above === folder) throw new Error(`${tables}: expected it in a folder above ${here}, found none`)
    folder = above
  }
  return folder
}

export function loadNation(): NationData {
  return JSON.parse(readFileSync(join(projectFolder(), tables), 'utf8'))
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
