/** `sensitivity`: which parameters drive which indicators. */
import { findSensitivity, outcomes, runsOf, sensitivityYears, uncertain } from '../experiments/sensitivity.ts'
import type { Estimate, ParameterEffect, SensitivityReport } from '../experiments/sensitivity-report.ts'
import { indicatorIndex, indicators } from '../index.ts'
import { written, writtenDifference } from '../indicators/written.ts'
import type { YearRecord } from '../record.ts'
import type { Command } from './arguments.ts'
import { loadNation } from './data.ts'
import { manifestOf } from './manifest.ts'
import { progressBar } from './progress.ts'
import { goesOn, rememberRuns } from './remembered-runs.ts'
import { expectSaving, saveReport } from './results.ts'
import { scenarioWith } from './settings.ts'
import { aligned } from './tables.ts'
import type { Terminal } from './terminal.ts'
import { openPool } from './threads.ts'

type SensitivityCommand = Extract<Command, { command: 'sensitivity' }>

/** Parameters shown of each indicator in a table. */
const shown = 8

/** @throws {UsageError} for bad settings, before anything is run */
export async function sensitivityCommand(command: SensitivityCommand, terminal: Terminal): Promise<void> {
  const { trajectories, samples, journal, options } = command
  const { scale = 20_000, seed, threads } = options
  const base = scenarioWith('nation', { scale, seed, years: sensitivityYears })
  if (options.save) expectSaving('sensitivity')
  const data = loadNation()
  const ranges = uncertain()
  const remembered = rememberRuns('sensitivity', data, terminal, outcomes.length, journal)
  const pool = openPool(threads, data, terminal.interrupted)
  const progress = progressBar(terminal, runsOf(ranges, trajectories, samples))
  try {
    const found = await findSensitivity(base, ranges, trajectories, samples, async scenario => {
      const values = await remembered.remember(scenario, async () => {
        let last: YearRecord | undefined
        await pool.execute(scenario, ({ record }) => { last = record })
        return outcomes.map(id => last!.nation[indicatorIndex(id)])
      })
      progress.step()
      return values
    }).finally(progress.end)
    const report: SensitivityReport = { manifest: manifestOf(base, [base.seed], data), indicators: found }
    try {
      terminal.out(options.json ? JSON.stringify(report) + '\n' : asText(report))
    } finally {
      if (options.save) terminal.err(`saved ${saveReport('sensitivity', report)}\n`)
    }
  } catch (error) {
    if (terminal.interrupted.aborted) terminal.err(goesOn(remembered.path))
    throw error
  } finally {
    remembered.close()
    await pool.close()
  }
}

/** By indicator, the parameters that move it most. */
function asText({ indicators: found }: SensitivityReport): string {
  return found.map(({ id, year, base, luck, parameters }) => {
    const indicator = indicators[indicatorIndex(id)]
    const by = (value: number) => writtenDifference(value, indicator)
    const row = (effect: ParameterEffect) => [
      effect.id, by(effect.muStar), `[${by(effect.muStarLow)}, ${by(effect.muStarHigh)}]`, by(effect.mu), by(effect.sigma),
      estimate(effect.first), estimate(effect.total), written(effect.lowValue, indicator), written(effect.highValue, indicator),
    ]
    const leading = parameters.toSorted((a, b) => b.muStar - a.muStar).slice(0, shown)
    return `${id} ${year}: ${written(base, indicator)}; two seeds differ by ${by(luck)}\n` +
      aligned([['', 'μ*', '95 %', 'μ', 'σ', 'first', 'total', 'at low', 'at high'], ...leading.map(row)])
  }).join('\n')
}

const estimate = (its?: Estimate): string =>
  its ? `${its.value.toFixed(2)} [${its.low.toFixed(2)}, ${its.high.toFixed(2)}]` : '–'
