/** The built program: threads, pipes and signals, which only a process of its own has. */
import { execFile, spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readdirSync, readFileSync } from 'node:fs'
import { once } from 'node:events'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, expect, test } from 'vitest'
import { builtProgram } from '../../helpers/built-program.ts'
import { chengxiang, coarse, scratchFolder } from '../../helpers/cli.ts'

let program: string

beforeAll(async () => { program = join(await builtProgram(), 'chengxiang.js') })

const run = async (...argv: string[]) => (await promisify(execFile)(process.execPath, [program, ...argv])).stdout

test.skipIf(process.platform === 'win32')('runs by its own name as soon as it is built', async () => {
  const { stdout } = await promisify(execFile)(program, ['--version'])
  expect(stdout).toMatch(/^\d+\.\d+\.\d+/)
})

test('results do not depend on the number of threads', { timeout: 120_000 }, async () => {
  const argv = ['compare', 'nation', 'nation', '--set', 'ruralTilt=2', ...coarse, '--runs', '2', '--json']
  const [one, two] = [await run(...argv), await run(...argv, '--threads', '2')]
  expect(JSON.parse(one).indicators.length).toBeGreaterThan(0)
  expect(two).toBe(one)
  // From the sources, in this very thread.
  expect((await chengxiang(...argv)).out).toBe(one)
})

test('bad input ends with code 2', async () => {
  await expect(run('run', 'nation', '--set', 'ruralTilt=-5')).rejects.toMatchObject({
    code: 2, stdout: '', stderr: 'chengxiang: --set ruralTilt=-5: rural tilt must be 0.3 to 3, got -5\n',
  })
})

test('a reader who stops early is no error', async () => {
  const child = spawn(process.execPath, [program, 'describe', 'schema'], { stdio: ['ignore', 'pipe', 'pipe'] })
  child.stdout.destroy()
  let complaint = ''
  child.stderr.on('data', data => { complaint += data })
  const [code] = await once(child, 'close')
  expect({ code, complaint }).toEqual({ code: 0, complaint: '' })
})

test('whoever hears no complaints is no error of their own', async () => {
  const child = spawn(process.execPath, [program, 'run', 'nation', '--set', 'ruralTilt=-5'], { stdio: ['ignore', 'ignore', 'pipe'] })
  child.stderr.destroy()
  expect(await once(child, 'close')).toEqual([2, null])
})

test('results in a file are there to the end', async () => {
  const path = join(scratchFolder(), 'schema.json')
  const file = openSync(path, 'w')
  const [code] = await once(spawn(process.execPath, [program, 'describe', 'parameters', '--json'], { stdio: ['ignore', file, 'inherit'] }), 'close')
  closeSync(file)
  expect(code).toBe(0)
  expect(readFileSync(path, 'utf8')).toBe(await run('describe', 'parameters', '--json'))
})

test.skipIf(!existsSync('/dev/full'))('results for which there is no room are an error that is told', async () => {
  const file = openSync('/dev/full', 'w')
  const child = spawn(process.execPath, [program, 'describe', 'parameters'], { stdio: ['ignore', file, 'pipe'] })
  let complaint = ''
  child.stderr!.on('data', data => { complaint += data })
  const [code] = await once(child, 'close')
  closeSync(file)
  expect({ code, complaint }).toEqual({ code: 1, complaint: 'chengxiang: standard output: cannot be written (ENOSPC)\n' })
})

test.each([['1', 'SIGINT', 130], ['2', 'SIGINT', 130], ['1', 'SIGTERM', 143], ['1', 'SIGHUP', 129]] as const)('with %s threads, %s leaves nothing', async (threads, signal, expected) => {
  const results = scratchFolder()
  const argv = ['run', 'nation', '--scale', '20000', '--runs', '20', '--threads', threads]
  const child = spawn(process.execPath, [program, ...argv, '--out', join(results, 'results')], { stdio: 'ignore' })
  await expect.poll(() => readdirSync(results), { timeout: 20_000 }).toHaveLength(1)
  child.kill(signal)
  const [code] = await once(child, 'close')
  expect(code).toBe(expected)
  expect(readdirSync(results)).toEqual([])
})

test('Ctrl-C is heard by one run in the middle of its work', async () => {
  const results = scratchFolder()
  const child = spawn(process.execPath, [program, 'run', 'nation', '--scale', '5000', '--out', join(results, 'results')], { stdio: 'ignore' })
  /** Lines of the years done; the first names the columns. */
  const lines = () => readdirSync(results).flatMap(folder => {
    const table = join(results, folder, 'nation.csv')
    return existsSync(table) ? readFileSync(table, 'utf8').trimEnd().split('\n') : []
  })
  await expect.poll(() => lines().length, { timeout: 50_000 }).toBeGreaterThan(1)
  child.kill('SIGINT')
  expect(await once(child, 'close')).toEqual([130, null])
  expect(readdirSync(results)).toEqual([])
})

test('kill -9 loses no finished run, and none is made twice', { timeout: 120_000 }, async () => {
  const journal = join(scratchFolder(), 'journal.jsonl')
  // The start, and a round of ties after the other: there are no runs for slopes.
  const budget = 5
  const argv = ['calibrate', '--scale', '100000', '--runs', '1', '--json', '--budget', String(budget), '--journal', journal]
  const lines = () => (existsSync(journal) ? readFileSync(journal, 'utf8').split('\n').slice(0, -1) : [])
  const start = () => spawn(process.execPath, [program, ...argv], { stdio: ['ignore', 'pipe', 'ignore'] })

  const killed = start()
  await expect.poll(() => lines().length, { timeout: 60_000, interval: 20 }).toBeGreaterThan(1)
  killed.kill('SIGKILL')
  await once(killed, 'close')
  const before = lines()
  expect(before.length).toBeLessThan(budget)

  const child = start()
  let out = ''
  child.stdout.on('data', (data: Buffer) => { out += data.toString() })
  expect(await once(child, 'close')).toEqual([0, null])
  const after = lines()
  expect(after.slice(0, before.length)).toEqual(before)
  const keys = after.map(line => (JSON.parse(line) as [string])[0])
  expect(new Set(keys).size).toBe(keys.length)
  expect(keys).toHaveLength(budget)
  expect(JSON.parse(out)).toMatchObject({ evaluations: budget, converged: false })
})
