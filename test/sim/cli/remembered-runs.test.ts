/** Remembered runs: a command that is begun again makes no run twice, and takes none for another. */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadNation } from '../../../sim/cli/data.ts'
import { goesOn, rememberRuns } from '../../../sim/cli/remembered-runs.ts'
import { chengxiang, scratchFolder } from '../../helpers/cli.ts'

test('a run is made once, by whoever asks for it and however often the command is begun', async () => {
  const path = join(scratchFolder(), 'journal.jsonl')
  const made: unknown[] = []
  let said = ''
  const ask = async (...runs: unknown[]) => {
    const remembered = rememberRuns('any', loadNation(), { out() {}, err: text => { said += text }, watched: false, interrupted: new AbortController().signal }, 1, path)
    const make = (run: unknown) => remembered.remember(run, () => Promise.resolve([made.push(run)]))
    const values = await Promise.all(runs.map(make))
    remembered.close()
    return values
  }
  expect(await ask({ seed: '1' }, { seed: '2' }, { seed: '1' })).toEqual([[1], [2], [1]])
  expect(said).toBe('')
  expect(await ask({ seed: '2' }, { seed: '3' })).toEqual([[2], [3]])
  expect(made).toEqual([{ seed: '1' }, { seed: '2' }, { seed: '3' }])
  expect(said).toBe(`going on after 2 runs that are remembered in ${path}\n`)
  expect(goesOn(path)).toContain(path)
})

test('runs that differ in anything are two', async () => {
  const path = join(scratchFolder(), 'journal.jsonl')
  const terminal = { out() {}, err() {}, watched: false, interrupted: new AbortController().signal }
  const remembered = rememberRuns('any', loadNation(), terminal, 1, path)
  const run = { assumptions: { leak: 0.1, fixedCost: 1 }, ties: [0, 0], scale: 1000, seed: '1' }
  const runs = [run, { ...run, assumptions: { leak: 0.1, fixedCost: 1 + 1e-15 } }, { ...run, ties: [0, 1e-15] }, { ...run, scale: 1001 }, { ...run, seed: '01' }]
  let made = 0
  for (const [n, one] of runs.entries()) expect(await remembered.remember(one, () => Promise.resolve([made++]))).toEqual([n])
  remembered.close()
})

test('a run remembered with another count of numbers is refused', async () => {
  const path = join(scratchFolder(), 'journal.jsonl')
  const terminal = { out() {}, err() {}, watched: false, interrupted: new AbortController().signal }
  const open = (size: number) => rememberRuns('any', loadNation(), terminal, size, path)
  const before = open(2)
  await before.remember('run', () => Promise.resolve([1, 2]))
  before.close()
  const after = open(3)
  await expect(after.remember('run', () => Promise.resolve([1, 2, 3]))).rejects.toThrow(`--journal: expected 3 numbers of each run, got 2 in ${path}`)
  after.close()
})

test('a journal that is none is refused by its line', async () => {
  const { code, err } = await chengxiang('sensitivity', '--journal', '')
  expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('--journal: expected a file, got nothing') })
})
