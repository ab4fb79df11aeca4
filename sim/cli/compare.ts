/** `compare`: two scenarios with the same seeds; difference and 95 % interval by indicator and year. */
import { comparePaired, seedSeries, type Difference, type YearValues } from '../experiments/compare.ts'
import { indicators, stageKind, stageScale, type Scenario } from '../index.ts'
import { written, writtenDifference } from '../indicators/written.ts'
import type { Command } from './arguments.ts'
import { loadNation } from './data.ts'
import { manifestOf, warnOfIdle } from './manifest.ts'
import { progressBar } from './progress.ts'
import { isStage, readSource, scenarioWith, type Source } from './settings.ts'
import { aligned, indicatorsAt } from './tables.ts'
import { UsageError, type Terminal } from './terminal.ts'
import { openPool } from './threads.ts'

type CompareCommand = Extract<Command, { command: 'compare' }>

/** @throws {UsageError} for bad settings, before anything is run */
export async function compareCommand(command: CompareCommand, terminal: Terminal): Promise<void> {
  const { options } = command
  const { base, other } = scenarioPair(command)
  warnOfIdle(terminal, base, other)
  const data = loadNation()
  const seeds = seedSeries(base.seed, options.runs)
  const [start, end] = base.years
  const pool = openPool(Math.min(options.threads, 2 * options.runs), data, terminal.interrupted)
  const progress = progressBar(terminal, 2 * options.runs * (end - start + 1))
  try {
    const differences = await comparePaired(base, other, options.runs, async scenario => {
      const years: YearValues[] = []
      await pool.execute(scenario, ({ record }) => {
        years.push({ year: record.year, nation: record.nation })
        progress.step()
      })
      return years
    }).finally(progress.end)
    terminal.out(options.json
      ? JSON.stringify({ manifest: manifestOf(base, seeds, data, other), indicators: asJson(differences) }) + '\n'
      : asText(differences))
  } finally {
    await pool.close()
  }
}

/** A scenario to compare. */
interface Side extends Source {
  isFile: boolean
}

const sideOf = (what: string): Side => ({ ...readSource(what), isFile: !isStage(what) })

/**
 * Years, scale and seed are one for both: from the options, else from whichever is a file. So is the stage: a county compared with a file for the
 * nation is compared with that file's levers in the county. What a file says itself is overruled by options alone.
 */
function scenarioPair({ base, other, options }: CompareCommand): { base: Scenario; other: Scenario } {
  const { set, ...shared } = options
  const sides = [base, other].map(sideOf)
  const stage = sides.find(({ scenario }) => scenario.stage !== 'nation')?.scenario.stage ?? 'nation'
  const files = sides.filter(({ isFile }) => isFile)
  const { scenario: leading } = files.find(({ scenario }) => scenario.stage === stage) ?? files[0] ?? sides[0]
  const usualScale = leading.stage === stage ? leading.scale : stageScale[stageKind(stage)].usual
  const settingsOf = ({ isFile, scenario, keys }: Side) => {
    const moved = scenario.stage === 'nation' && stage !== 'nation'
    const keeps = (key: keyof Scenario) => isFile && (!moved || keys.includes(key))
    return {
      ...shared,
      stage: moved ? stage : undefined,
      years: shared.years ?? (keeps('years') ? undefined : leading.years),
      scale: shared.scale ?? (keeps('scale') ? undefined : usualScale),
      seed: shared.seed ?? (keeps('seed') ? undefined : leading.seed),
    }
  }
  const pair = {
    base: scenarioWith(sides[0], settingsOf(sides[0])),
    other: scenarioWith(sides[1], { ...settingsOf(sides[1]), set }),
  }
  for (const key of ['stage', 'years', 'scale', 'seed'] as const) {
    const [ofBase, ofOther] = [pair.base[key], pair.other[key]].map(String)
    if (ofBase === ofOther) continue
    const got = `${ofBase} and ${ofOther}`
    throw new UsageError(`compare: expected the same ${key} in both, got ${got}${key === 'stage' ? '' : `; --${key} sets it for both`}`)
  }
  return pair
}

/** JSON has no NaN: what makes no sense is null. */
function asJson(differences: Difference[][]) {
  const finite = (value: number | null) => value !== null && Number.isFinite(value) ? value : null
  return indicatorsAt('nation').map(({ indicator, index }) => ({
    id: indicator.id,
    years: differences[index].map(({ year, base, other, difference, low, high }) => ({
      year,
      base: finite(base), other: finite(other),
      difference: finite(difference), low: finite(low), high: finite(high),
    })),
  }))
}

/** The last year. */
function asText(differences: Difference[][]): string {
  const rows = indicatorsAt('nation').map(({ index }) => {
    const indicator = indicators[index]
    const { base, other, difference, low, high } = differences[index].at(-1)!
    return [
      indicator.id,
      ...[base, other].map(value => written(value, indicator)),
      ...[difference, low ?? NaN, high ?? NaN].map(value => writtenDifference(value, indicator)),
    ]
  })
  return aligned([[String(differences[0].at(-1)!.year), 'base', 'other', 'difference', 'low', 'high'], ...rows])
}
