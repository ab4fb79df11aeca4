/** `validate`: runs of the baseline beside every published fact, and beside what one could have forecast without a model. */
import { seedSeries } from '../experiments/compare.ts'
import type { Fact, Forecast, ProvinceFact, ProvinceValue, ValidationReport } from '../experiments/validate-report.ts'
import { lastValidationYear, validate, type SeenYear } from '../experiments/validate.ts'
import { firstYear } from '../index.ts'
import { written, writtenDifference } from '../indicators/written.ts'
import type { Command } from './arguments.ts'
import { loadNation } from './data.ts'
import { manifestOf } from './manifest.ts'
import { progressBar } from './progress.ts'
import { expectSaving, saveReport } from './results.ts'
import { scenarioWith } from './settings.ts'
import { aligned } from './tables.ts'
import type { Terminal } from './terminal.ts'
import { openPool } from './threads.ts'

type ValidateCommand = Extract<Command, { command: 'validate' }>

/** @throws {UsageError} for bad settings, before anything is run */
export async function validateCommand({ runs, assume, options }: ValidateCommand, terminal: Terminal): Promise<void> {
  const { scale, seed, threads } = options
  const scenario = scenarioWith('nation', { scale, seed, assume, years: [firstYear, lastValidationYear] })
  if (options.save) expectSaving('validation')
  const data = loadNation()
  const seeds = seedSeries(scenario.seed, runs)
  const pool = openPool(Math.min(threads, runs), data, terminal.interrupted)
  const progress = progressBar(terminal, runs * (lastValidationYear - firstYear + 1))
  try {
    const seen = await Promise.all(seeds.map(async seed => {
      const years: SeenYear[] = []
      await pool.execute({ ...scenario, seed }, ({ record: { year, nation, provinces } }) => {
        years.push({ year, nation, provinces })
        progress.step()
      })
      return years
    })).finally(progress.end)
    const report = validate(seen, data, manifestOf(scenario, seeds, data))
    try {
      terminal.out(options.json ? JSON.stringify(report) + '\n' : asText(report))
    } finally {
      if (options.save) terminal.err(`saved ${saveReport('validation', report)}\n`)
    }
  } finally {
    await pool.close()
  }
}

function asText({ facts, provinces, forecasts, manifest }: ValidationReport): string {
  const missed = facts.filter(({ inside }) => !inside)
  const runs = manifest.seeds.length
  return `${facts.map(factLines).join('')}\nBy province, 2020\n${provinceTable(provinces)}\n` +
    `Against forecasts from what was known in 2010, and one that knows 2015 too: root mean square error, points\n${forecastTable(forecasts)}\n` +
    `${facts.length - missed.length} of ${facts.length} facts inside their tolerance; outside: ` +
    `${missed.map(({ id, year }) => `${id} ${year}`).join(', ') || 'none'}\n` +
    `C: may be used to calibrate; V: kept for checking. ${runs} run${runs === 1 ? '' : 's'} at 1:${manifest.scale}\n`
}

function factLines(fact: Fact, n: number, facts: Fact[]): string {
  const { id, year, label, unit, model, low, high, observed, tolerance, error, use, inside, definition, source } = fact
  const heading = facts[n - 1]?.id === id ? '' : `\n${label} (${id}), ${unit}\n  model: ${definition}\n  published: ${source}\n`
  // Budgets are read in billions.
  const [scale, suffix] = fact.quantity === 'money' ? [1e9, ' bn'] : [1, '']
  const number = (value: number) => written(value / scale, fact) + suffix
  const range = low === null || high === null ? '' : ` [${number(low)}, ${number(high)}]`
  return heading + `  ${year}  ${use}  ${number(model)}${range}; published ${number(observed)} ± ${writtenDifference(tolerance / scale, fact)}${suffix}; ` +
    `error ${error.toFixed(2)} tolerances: ${inside ? 'inside' : 'OUTSIDE'}\n`
}

function provinceTable(provinces: readonly ProvinceFact[]): string {
  const percent = (value: number) => (value * 100).toFixed(1)
  const cells = (of: ProvinceValue) => [of.model, of.observed, of.carriedForward, of.logistic].map(percent)
  const columns = ['model', 'census', 'carried', 'logistic']
  return aligned([
    ['', ...columns.map(column => `urban % ${column}`), ...columns.map(column => `growth % ${column}`)],
    ...provinces.map(({ nameEn, urbanShare, growth }) => [nameEn, ...cells(urbanShare), ...cells(growth)]),
  ])
}

function forecastTable(forecasts: readonly Forecast[]): string {
  const points = (value: number) => (value * 100).toFixed(2)
  return aligned([
    ['', 'model', 'change of 2000–2010 carried forward', 'national logistic', 'less than both', 'change of 2010–2015 carried forward'],
    ...forecasts.map(({ id, year, model, carriedForward, logistic, from2015, beaten }) => [
      `${id} ${year}`, points(model), points(carriedForward), points(logistic), beaten ? 'yes' : 'NO', points(from2015),
    ]),
  ])
}
