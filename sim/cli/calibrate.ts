/** `calibrate`: fits the parameters marked for it to the facts marked C, remembering every run on the way. */
import { join } from 'node:path'
import type { CalibrationReport } from '../experiments/calibrate-report.ts'
import { calibrate, calibrationYears, evaluator, freeParameters, reportOf, targetsOf, valuesAt, type RunOnce } from '../experiments/calibrate.ts'
import { seedSeries } from '../experiments/compare.ts'
import { normal95 } from '../experiments/statistics.ts'
import { urbanShares2015 } from '../experiments/ties.ts'
import type { YearRecord } from '../record.ts'
import type { Trial } from '../scenario.ts'
import type { Command } from './arguments.ts'
import { loadNation } from './data.ts'
import { manifestOf } from './manifest.ts'
import { goesOn, rememberRuns } from './remembered-runs.ts'
import { expectSaving, expectWriting, replaceFile, saveReport } from './results.ts'
import { scenarioWith } from './settings.ts'
import { aligned } from './tables.ts'
import type { Terminal } from './terminal.ts'
import { openPool } from './threads.ts'

type CalibrateCommand = Extract<Command, { command: 'calibrate' }>

/** Of the defaults that were found, from the project's folder. */
const fitFile = join('sim', 'fitted.json')

/** @throws {UsageError} for bad settings, before anything is run */
export async function calibrateCommand({ runs, budget, journal: file, options }: CalibrateCommand, terminal: Terminal): Promise<void> {
  const { scale, seed, threads } = options
  const base = scenarioWith('nation', { scale, seed, years: calibrationYears })
  if (options.save) {
    expectWriting(fitFile)
    expectSaving('calibration')
  }
  const data = loadNation()
  const seeds = seedSeries(base.seed, runs)
  const [free, targets] = [freeParameters(), targetsOf(data)]
  const remembered = rememberRuns('calibration', data, terminal, targets.length + data.provinceYearbook2015.residents.length, file)
  const pool = openPool(threads, data, terminal.interrupted)

  const runOnce: RunOnce = async run => {
    const seen = await remembered.remember(run, async () => {
      const years: Pick<YearRecord, 'year' | 'nation' | 'provinces'>[] = []
      const trial: Trial = { ...base, ...run }
      await pool.execute(trial, ({ record: { year, nation, provinces } }) => years.push({ year, nation, provinces }))
      if (terminal.watched) terminal.err(`\r${runsMade()} runs asked for \x1b[K`)
      return [...valuesAt(targets, years), ...urbanShares2015(years)]
    })
    return { values: seen.slice(0, targets.length), shares: seen.slice(targets.length) }
  }
  const { evaluateWith, runs: runsMade } = evaluator(free, targets, base, seeds, runOnce, budget)
  try {
    const found = await calibrate(free, targets, data, evaluateWith, objective =>
      terminal.err(`${terminal.watched ? '\r\x1b[K' : ''}objective ${objective.toFixed(2)} after ${runsMade()} runs\n`))
    const command = `chengxiang calibrate --scale ${base.scale} --runs ${runs} --seed${asWord(base.seed)}${budget === undefined ? '' : ` --budget ${budget}`}`
    const report = reportOf(found, data, free, targets, manifestOf(base, seeds, data), runsMade(), command)
    try {
      terminal.out(options.json ? JSON.stringify(report) + '\n' : asText(report))
    } finally {
      if (options.save) {
        saveFit(report, data.hash)
        terminal.err(`saved ${fitFile} and ${saveReport('calibration', report)}; "npm run build" makes them the defaults\n`)
      }
    }
  } catch (error) {
    if (terminal.interrupted.aborted) terminal.err(goesOn(remembered.path))
    throw error
  } finally {
    remembered.close()
    await pool.close()
  }
}

/** An option's value as a shell reads it: in quotes where it is no plain word. */
const asWord = (value: string): string => (/^\w[\w.-]*$/.test(value) ? ` ${value}` : `='${value.replaceAll("'", "'\\''")}'`)

/** The defaults of the parameters, and the ties, from now on. */
function saveFit({ parameters, provinces }: CalibrationReport, data: string): void {
  const values = Object.fromEntries(parameters.map(({ id, after, low, high }) => [id, { value: after, low, high }]))
  const ties = Object.fromEntries(provinces.map(({ code, tie }) => [code, tie]))
  replaceFile(fitFile, JSON.stringify({ data, values, ties }, null, 2) + '\n')
}

function asText(report: CalibrationReport): string {
  const number = (value: number) => Math.abs(value) >= 1000 ? value.toExponential(3) : String(Number(value.toPrecision(4)))
  return aligned([
    ['parameter', 'before', 'after', '95 % from', 'to', 'width, % of prior'],
    ...report.parameters.map(({ id, before, after, low, high, priorSd }) =>
      [id, ...[before, after, low, high].map(number), ((100 * (high - low)) / (2 * normal95 * priorSd)).toFixed(0)]),
  ]) + '\n' + aligned([
    ['target', 'published', 'before', 'after', 'error in tolerances'],
    ...report.targets.map(({ id, year, observed, before, after, error }) =>
      [`${id} ${year}`, ...[observed, before, after].map(number), error.toFixed(2)]),
  ]) + aligned([
    ['province', 'tie to villages', 'urban 2015, published', 'at the model’s national share', 'before', 'after'],
    ...report.provinces.map(({ nameEn, tie, published, observed, before, after }) => [nameEn, tie.toFixed(2), ...[published, observed, before, after].map(number)]),
  ]) + `\nDistance (root mean square error in tolerances): ${report.distanceBefore.toFixed(3)} before, ` +
    `${report.distanceAfter.toFixed(3)} after, ${report.evaluations} runs${report.converged ? '' : '; NOT converged'}\n` +
    `Again with: ${report.command}\n`
}
