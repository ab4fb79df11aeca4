/** Where reports of experiments are kept for the page to show. */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectFolder } from './data.ts'

/** The folder, from the project's. */
const folder = join('scenarios', 'results')

/**
 * Writes `scenarios/results/NAME.json`, which is whole or as it was before.
 * @param report what makes no sense in it, NaN, becomes null
 * @returns the file, from the project's folder
 */
export function saveReport(name: string, report: unknown): string {
  const file = join(folder, `${name}.json`)
  const target = join(projectFolder(), file)
  mkdirSync(join(projectFolder(), folder), { recursive: true })
  writeFileSync(`${target}.growing`, JSON.stringify(report, null, 1) + '\n')
  renameSync(`${target}.growing`, target)
  return file
}
