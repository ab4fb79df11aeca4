/** `calibrate` and `validate` on a coarse China; and a calibration that is killed. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { expect, test } from 'vitest'
import type { CalibrationReport } from '../../../sim/experiments/calibrate-report.ts'
import { freeParameters } from '../../../sim/experiments/calibrate.ts'
import type { ValidationReport } from '../../../sim/experiments/validate-report.ts'
import fitted from '../../../sim/fitted.json'
import { withFit } from '../../../sim/fitted.ts'
import { parameters, type Parameter } from '../../../sim/index.ts'
import { chengxiang, scratchFolder } from '../../helpers/cli.ts'

const coarse = ['--scale', '100000', '--runs', '1', '--json']

test('validate: facts with their use and whether they are met, every province, both forecasts', async () => {
  const { code, out } = await chengxiang('validate', ...coarse)
  expect(code).toBe(0)
  const { manifest, facts, provinces, forecasts, series } = JSON.parse(out) as ValidationReport
  expect(manifest).toMatchObject({ seeds: ['1'], scale: 100_000, years: [2010, 2025] })
  for (const fact of facts) {
    expect(fact).toMatchObject({ id: expect.any(String), year: expect.any(Number), use: expect.stringMatching(/^[CV]$/), low: null, high: null })
    expect(Number.isFinite(fact.model), `${fact.id} ${fact.year}`).toBe(true)
    expect(fact.inside).toBe(Math.abs(fact.model - fact.observed) <= fact.tolerance)
  }
  expect(provinces).toHaveLength(31)
  expect(forecasts.map(({ id }) => id)).toEqual(expect.arrayContaining(['urbanShareByProvince', 'growthByProvince', 'urbanShare']))
  expect(series.find(({ indicator }) => indicator === 'urbanShare')!.points).toHaveLength(15)
})

test('calibrate: values before and after, and each target; without runs for slopes nothing moves and all is as unsure as before', async () => {
  const { code, out } = await chengxiang('calibrate', ...coarse, '--budget', '1', '--journal', join(scratchFolder(), 'journal.jsonl'))
  expect(code).toBe(0)
  const report = JSON.parse(out) as CalibrationReport
  expect(report).toMatchObject({ evaluations: 1, converged: false, distanceAfter: report.distanceBefore })
  expect(report.parameters.map(({ id }) => id)).toEqual(freeParameters().map(({ id }) => id))
  for (const { id, before, after, low, high } of report.parameters) {
    expect(after, id).toBeCloseTo(before, 6)
    expect(low, id).toBeLessThan(before)
    expect(high, id).toBeGreaterThan(before)
  }
  expect(report.targets.every(({ year }) => year <= 2015)).toBe(true)
})

test('calibrate says how it is called again, word for word', async () => {
  const argv = ['calibrate', ...coarse, '--budget', '1', '--seed', "a seed's name", '--journal', join(scratchFolder(), 'journal.jsonl')]
  const { command } = JSON.parse((await chengxiang(...argv)).out) as CalibrationReport
  expect(command).toBe("chengxiang calibrate --scale 100000 --runs 1 --seed='a seed'\\''s name' --budget 1")
})

test('bad options end with code 2 before anything is run', async () => {
  for (const [option, value] of [['--runs', '0'], ['--budget', 'much'], ['--scale', '1']]) {
    expect(await chengxiang('calibrate', option, value)).toMatchObject({ code: 2, out: '' })
  }
  expect(await chengxiang('validate', 'nation')).toMatchObject({ code: 2, out: '' })
})

test('kill -9 loses no finished run, and none is made twice', { timeout: 120_000 }, async () => {
  const folder = 'node_modules/.cache/chengxiang/calibrate'
  await build({ configFile: 'vite.cli.config.ts', logLevel: 'error', build: { outDir: folder, emptyOutDir: true } })
  const journal = join(scratchFolder(), 'journal.jsonl')
  const program = join(folder, 'chengxiang.js')
  // The start, a round of ties, slopes on both sides, and a step.
  const argv = ['calibrate', ...coarse, '--budget', String(1 + 4 + 2 * freeParameters().length + 3), '--journal', journal]
  const lines = () => (existsSync(journal) ? readFileSync(journal, 'utf8').split('\n').slice(0, -1) : [])
  const start = () => spawn(process.execPath, [program, ...argv], { stdio: ['ignore', 'pipe', 'ignore'] })

  const killed = start()
  await expect.poll(() => lines().length, { timeout: 60_000, interval: 20 }).toBeGreaterThan(3)
  killed.kill('SIGKILL')
  await once(killed, 'close')
  const before = lines()

  const child = start()
  let out = ''
  child.stdout.on('data', (data: Buffer) => { out += data.toString() })
  expect(await once(child, 'close')).toEqual([0, null])
  const after = lines()
  expect(after.slice(0, before.length)).toEqual(before)
  const keys = after.map(line => (JSON.parse(line) as [string])[0])
  expect(new Set(keys).size).toBe(keys.length)
  expect(JSON.parse(out)).toMatchObject({ evaluations: keys.length, converged: false })
})

test('a fitted value becomes the default, says so, and keeps what it was before', () => {
  const { conversion, ruralPension } = parameters
  const started = { ...conversion, fitted: undefined, value: 0.034 }
  const found = withFit({ conversion: started, ruralPension }, { conversion: { value: 0.04, low: 0.03, high: 0.05 }, ruralPension: { value: 1, low: 0, high: 2 } })
  expect(found.conversion).toMatchObject({ value: 0.04, fitted: { value: 0.04, low: 0.03, high: 0.05, before: 0.034 } })
  expect(found.conversion.source).toMatch(/^fitted to facts of 2010–2015, 95 % 0.03 to 0.05; before that 0.034, /)
  expect(found.ruralPension).toBe(ruralPension) // not marked for fitting
})

test('the fitted values in use are of parameters marked for it, within their intervals and ranges', () => {
  for (const [id, { value, low, high }] of Object.entries(fitted.values as Record<string, { value: number; low: number; high: number }>)) {
    const { fit, min, max } = parameters[id as keyof typeof parameters] as Parameter
    expect(fit, id).toBeGreaterThan(0)
    const inOrder = [min, low, value, high, max]
    expect(inOrder, id).toEqual([...inOrder].sort((a, b) => a - b))
  }
})

test('priors lie inside their ranges and do not depend on what was fitted', () => {
  for (const { id, prior, sd, min, max } of freeParameters()) {
    expect(prior, id).toBeGreaterThanOrEqual(min)
    expect(prior, id).toBeLessThanOrEqual(max)
    expect(sd, id).toBeGreaterThan(0)
    const { value, fitted } = parameters[id as keyof typeof parameters] as { value: number; fitted?: { before: number } }
    expect(prior).toBe(fitted?.before ?? value)
  }
})
