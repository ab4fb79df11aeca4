/** Where reports of experiments are kept for the page to show. */
import { closeSync, mkdirSync, openSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { projectFolder } from './data.ts'
import { UsageError } from './terminal.ts'

/** The folder, from the project's. */
const folder = join('scenarios', 'results')

/**
 * What takes hours to find must find its place.
 * @throws {UsageError} if `saveReport` could not write now
 */
export function expectSaving(name: string): void {
  expectWriting(join(folder, `${name}.json`))
}

/**
 * @param file from the project's folder
 * @throws {UsageError} if `replaceFile` could not write it now
 */
export function expectWriting(file: string): void {
  const target = join(projectFolder(), file)
  const growing = `${target}.growing`
  try {
    mkdirSync(dirname(target), { recursive: true })
    if (statSync(target, { throwIfNoEntry: false })?.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' })
    closeSync(openSync(growing, 'w'))
    rmSync(growing)
  } catch (error) {
    throw new UsageError(`--save: expected to write ${target}, which cannot be (${(error as NodeJS.ErrnoException).code})`)
  }
}

/** Writes a file that is whole or as it was before. @param file from the project's folder */
export function replaceFile(file: string, text: string): void {
  const target = join(projectFolder(), file)
  mkdirSync(dirname(target), { recursive: true })
  writeFileSync(`${target}.growing`, text)
  renameSync(`${target}.growing`, target)
}

/**
 * Writes `scenarios/results/NAME.json`.
 * @param report what makes no sense in it, NaN, becomes null
 * @returns the file, from the project's folder
 */
export function saveReport(name: string, report: unknown): string {
  const file = join(folder, `${name}.json`)
  replaceFile(file, JSON.stringify(report, null, 1) + '\n')
  return file
}
