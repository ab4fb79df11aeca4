// Finds and reads the nation's tables, from the source tree or from the bundled command.

import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { NationData } from '../data.ts'

/**
 * The tables of `scenarios/data/nation.json`, looked for in the package that this file belongs to.
 * @throws Error when there is no package above this file, or the tables are missing or of another format
 */
export function loadNation(): NationData {
  const file = join(packageFolder(dirname(fileURLToPath(import.meta.url))), 'scenarios', 'data', 'nation.json')
  if (!existsSync(file)) throw new Error(`${file}: expected the nation's tables, found no file; run "npm run data"`)
  const data = JSON.parse(readFileSync(file, 'utf8')) as NationData
  if (data.format !== 1) throw new Error(`${file}: format must be 1, got ${String(data.format)}`)
  return data
}

function packageFolder(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder
  const parent = dirname(folder)
  if (parent === folder) throw new Error('expected a folder with package.json above this file, found none')
  return packageFolder(parent)
}
