/** `calibrate` and `validate` on a coarse China. */
import { join } from 'node:path'
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
  const argv = ['calibrate', ...coarse, '--budget', '1', '--seed', "a seed's name", '--journal', join(scratchFolder(), 'journal.jsonl')]
  const { code, out } = await chengxiang(...argv)
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
  // How it is called again, word for word.
  expect(report.command).toBe("chengxiang calibrate --scale 100000 --runs 1 --seed='a seed'\\''s name' --budget 1")
})

test('bad options end with code 2 before anything is run', async () => {
  for (const [option, value] of [['--runs', '0'], ['--budget', 'much'], ['--scale', '1']]) {
    expect(await chengxiang('calibrate', option, value)).toMatchObject({ code: 2, out: '' })
  }
  expect(await chengxiang('validate', 'nation')).toMatchObject({ code: 2, out: '' })
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
