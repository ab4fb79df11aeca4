/** `--save`: what takes hours to find is not lost. The program stands in a project of its own, so that no stored report is touched. */
import { execFile } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { builtProgram } from '../../helpers/built-program.ts'

const project = resolve('node_modules/.cache/chengxiang/saving')
const program = join(project, 'cli', 'chengxiang.js')
const results = join(project, 'scenarios', 'results')

beforeAll(async () => {
  rmSync(project, { recursive: true, force: true })
  mkdirSync(join(project, 'scenarios'), { recursive: true })
  mkdirSync(join(project, 'sim'))
  cpSync('package.json', join(project, 'package.json'))
  symlinkSync(resolve('scenarios/data'), join(project, 'scenarios', 'data'), 'junction')
  cpSync(await builtProgram(), join(project, 'cli'), { recursive: true })
}, 60_000)

beforeEach(() => rmSync(results, { recursive: true, force: true }))

const run = promisify(execFile)
const coarse = ['--scale', '100000', '--runs', '1']

test.each([
  ['claims', 'claims', coarse], ['validate', 'validation', coarse], ['sensitivity', 'sensitivity', ['--scale', '100000']], ['calibrate', 'calibration', coarse],
])('%s refuses before anything is run what it could not save', async (command, report, options) => {
  const refused = (why: string) => expect(run(process.execPath, [program, command, ...options, '--save'])).rejects.toMatchObject({
    code: 2, stdout: '', stderr: expect.stringMatching(new RegExp(`^chengxiang: --save: expected to write [^\n]*${report}\\.json, which cannot be \\(${why}\\)\n$`)),
  })
  writeFileSync(results, 'no folder')
  await refused('E[A-Z]+')
  rmSync(results)
  mkdirSync(join(results, `${report}.json`), { recursive: true })
  await refused('EISDIR')
})

test('a report is printed, then saved; and printed all the same if it can no longer be saved', async () => {
  const argv = [program, 'validate', ...coarse, '--json', '--save']
  const { stdout, stderr } = await run(process.execPath, argv, { maxBuffer: 1e8 })
  expect(stderr).toBe(`saved ${join('scenarios', 'results', 'validation.json')}\n`)
  expect(JSON.parse(stdout)).toEqual(JSON.parse(readFileSync(join(results, 'validation.json'), 'utf8')))
  expect(existsSync(join(results, 'validation.json.growing'))).toBe(false)

  rmSync(results, { recursive: true })
  const running = run(process.execPath, argv, { maxBuffer: 1e8 })
  // Its place was there when it began: now a file stands in it.
  await expect.poll(() => existsSync(results), { interval: 5, timeout: 20_000 }).toBe(true)
  await new Promise(done => setTimeout(done, 200))
  rmSync(results, { recursive: true })
  writeFileSync(results, 'no folder')
  const failed = await running.then(() => undefined, (error: { code: number; stdout: string }) => error)
  expect(failed?.code).toBe(1)
  expect(JSON.parse(failed!.stdout)).toHaveProperty('facts')
})
