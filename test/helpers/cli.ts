/** The program in this process, with its output caught. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { main } from '../../sim/cli/main.ts'

/** Few simulated persons and years: enough for every column of every table. */
export const coarse = ['--scale', '100000', '--years', '2010-2012']

export async function chengxiang(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  return await interruptible(new AbortController().signal, ...argv)
}

export async function interruptible(interrupted: AbortSignal, ...argv: string[]) {
  let out = ''
  let err = ''
  const code = await main(argv, {
    out: text => { out += text }, err: text => { err += text }, watched: false, interrupted,
  })
  return { code, out, err }
}

/** An empty folder that is gone after the test. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'chengxiang-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
