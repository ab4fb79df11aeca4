/** `run`: one scenario, with one seed or several, as a table, as JSON or as files. */
import { seedSeries } from '../experiments/compare.ts'
import { areas, indicators, stageKind, tiers, type Scenario, type StageKind } from '../index.ts'
import { written } from '../indicators/written.ts'
import type { NationData } from '../data.ts'
import type { YearRecord } from '../record.ts'
import type { Command } from './arguments.ts'
import { loadNation } from './data.ts'
import type { SimulatedYear } from './engine.ts'
import { manifestOf, warnOfIdle } from './manifest.ts'
import { openOutput, type Output } from './output.ts'
import { progressBar } from './progress.ts'
import { scenarioWith } from './settings.ts'
import {
  aligned, countiesHeader, countyIndicatorRows, countyIndicatorsHeader, countyRows, groupRows, groupsHeader, indicatorsAt, nationHeader, nationRow,
  placeRows, placesHeader, prefectureRows, prefecturesHeader, provinceRows, provincesHeader,
} from './tables.ts'
import { oneLine, UsageError, type Terminal } from './terminal.ts'
import { openPool } from './threads.ts'

type RunCommand = Extract<Command, { command: 'run' }>

/** What one year leaves for JSON and tables. */
type NationYear = Pick<YearRecord, 'year' | 'nation'>

/** @throws {UsageError} for bad settings, before anything is run or written */
export async function runCommand({ what, options, out, force, countyIndicators }: RunCommand, terminal: Terminal): Promise<void> {
  const scenario = scenarioWith(what, options)
  if (countyIndicators && scenario.stage !== 'nation') throw new UsageError(`--county-indicators: expected the nation, got ${scenario.stage}`)
  warnOfIdle(terminal, scenario)
  const data = loadNation()
  const seeds = seedSeries(scenario.seed, options.runs)
  const output = out === undefined ? undefined : openOutput(out, force)
  try {
    const runs = await runAll(seeds.map(seed => ({ ...scenario, seed })), options.threads, data, terminal, output, countyIndicators)
    const manifest = manifestOf(scenario, seeds, data)
    if (output) {
      output.append('manifest.json', JSON.stringify(manifest, null, 2) + '\n')
      output.commit()
    } else if (options.json) {
      const documents = runs.map(years => ({ years: years.map(yearAsJson) }))
      const body = seeds.length === 1 ? documents[0] : { runs: documents.map((run, k) => ({ seed: seeds[k], ...run })) }
      terminal.out(JSON.stringify({ manifest, ...body }) + '\n')
    } else {
      runs.forEach((years, k) => terminal.out(`${seeds.length > 1 ? `\nseed ${oneLine(seeds[k])}\n` : ''}${asText(years)}`))
    }
  } finally {
    output?.discard()
  }
}

/** @returns by run, the nation's years */
async function runAll(
  scenarios: Scenario[], threads: number, data: NationData, terminal: Terminal, output?: Output, countyIndicators = false,
): Promise<NationYear[][]> {
  const pool = openPool(Math.min(threads, scenarios.length), data, terminal.interrupted)
  const [start, end] = scenarios[0].years
  const progress = progressBar(terminal, scenarios.length * (end - start + 1))
  try {
    return await Promise.all(scenarios.map(async (scenario, k) => {
      const years: NationYear[] = []
      const write = output && tableWriter(output, scenarios.length > 1 ? `run-${k + 1}/` : '', data, stageKind(scenario.stage))
      await pool.execute(scenario, year => {
        years.push({ year: year.record.year, nation: year.record.nation })
        write?.(year)
        progress.step()
      }, output === undefined ? 'none' : countyIndicators ? 'indicators' : 'people')
      return years
    }))
  } finally {
    progress.end()
    await pool.close()
  }
}

/** Of the nation: itself and all it is divided into. Of a county or the village: itself, its areas and its places. */
function tableWriter(output: Output, folder: string, data: NationData, stage: StageKind) {
  if (stage !== 'nation') {
    output.append(`${folder}${stage}.csv`, nationHeader())
    output.append(`${folder}areas.csv`, groupsHeader('area'))
    output.append(`${folder}places.csv`, placesHeader())
    return ({ record, places }: SimulatedYear) => {
      output.append(`${folder}${stage}.csv`, nationRow(record))
      output.append(`${folder}areas.csv`, groupRows(record.year, 'area', areas, record.byArea))
      if (places) output.append(`${folder}places.csv`, placeRows(record, places))
    }
  }
  output.append(`${folder}nation.csv`, nationHeader())
  output.append(`${folder}provinces.csv`, provincesHeader())
  output.append(`${folder}prefectures.csv`, prefecturesHeader())
  output.append(`${folder}tiers.csv`, groupsHeader('tier'))
  output.append(`${folder}areas.csv`, groupsHeader('area'))
  output.append(`${folder}counties.csv`, countiesHeader())
  let countiesBegun = false
  return ({ record, counties, countyIndicators }: SimulatedYear) => {
    output.append(`${folder}nation.csv`, nationRow(record))
    output.append(`${folder}provinces.csv`, provinceRows(record, data))
    output.append(`${folder}prefectures.csv`, prefectureRows(record, data))
    output.append(`${folder}tiers.csv`, groupRows(record.year, 'tier', tiers, record.byTier))
    output.append(`${folder}areas.csv`, groupRows(record.year, 'area', areas, record.byArea))
    if (counties) output.append(`${folder}counties.csv`, countyRows(record.year, counties))
    if (!counties || !countyIndicators) return
    const file = `${folder}county-indicators.csv`
    if (!countiesBegun) output.append(file, countyIndicatorsHeader())
    countiesBegun = true
    output.append(file, countyIndicatorRows(record.year, counties.code, countyIndicators))
  }
}

/** JSON has no NaN: what makes no sense is null. */
function yearAsJson({ year, nation }: NationYear) {
  const values = indicatorsAt('nation').map(({ indicator, index }) =>
    [indicator.id, Number.isFinite(nation[index]) ? nation[index] : null])
  return { year, indicators: Object.fromEntries(values) as Record<string, number | null> }
}

/** Every tenth year and the last, indicator by indicator. */
function asText(years: NationYear[]): string {
  const shown = years.filter(({ year }, i) => i === 0 || i === years.length - 1 || year % 10 === 0)
  return aligned([
    ['', ...shown.map(({ year }) => String(year))],
    ...indicatorsAt('nation').map(({ index }) =>
      [indicators[index].id, ...shown.map(({ nation }) => written(nation[index], indicators[index]))]),
  ])
}
