/** The command line: which command, with which options. */
import { parseArgs, type ParseArgsConfig } from 'node:util'
import { alike } from './alike.ts'
import { short, UsageError } from './terminal.ts'

/** Options that say what is run. */
export interface RunOptions {
  years?: string
  scale?: string
  seed?: string
  /** `id=value@from-to+phaseIn` */
  set: string[]
  /** `id=value` */
  assume: string[]
  runs: number
  threads: number
  json: boolean
}

/** Options of experiments that have their own scenarios. */
export interface ExperimentOptions {
  scale?: string
  seed?: string
  threads: number
  /** Keep the report in scenarios/results. */
  save: boolean
  json: boolean
}

/** What `describe` describes. */
export const topics = ['levers', 'assumptions', 'parameters', 'indicators', 'schedule', 'schema'] as const
export type Topic = (typeof topics)[number]

export type Command =
  | { command: 'help' }
  | { command: 'version' }
  | { command: 'run'; what: string; options: RunOptions; out?: string; force: boolean; countyIndicators: boolean }
  | { command: 'compare'; base: string; other: string; options: RunOptions }
  | { command: 'claims'; runs: number; options: ExperimentOptions }
  | { command: 'sensitivity'; trajectories: number; samples: number; journal?: string; options: ExperimentOptions }
  | { command: 'validate'; runs: number; assume: string[]; options: ExperimentOptions }
  | { command: 'calibrate'; runs: number; budget?: number; journal?: string; options: ExperimentOptions }
  | { command: 'describe'; topic: Topic; json: boolean }
  | { command: 'check'; file: string }

export const help = `Chengxiang: an agent-based model of urbanization and basic public services in China.

chengxiang run nation|county:CODE|village|FILE [--json | --out DIR [--force]]
                                                             run a scenario; a county by code, Chinese name or pinyin
chengxiang compare nation|FILE nation|FILE [--json]          paired runs: the difference and its 95 % interval
chengxiang claims [--runs N] [--save] [--json]               the paper's claims as experiments: which agree?
chengxiang sensitivity [--trajectories R] [--samples N] [--save] [--json]
                                                             which parameters drive which indicators; goes on if stopped
chengxiang validate [--runs N] [--save] [--json]             the baseline beside published facts and naive forecasts
chengxiang calibrate [--threads N] [--save] [--json]         fits parameters to facts of 2010–2015; goes on if stopped
chengxiang describe levers|assumptions|parameters|indicators|schedule|schema [--json]
chengxiang check FILE                                        is this scenario file valid?
chengxiang --help | --version

Options of run and compare
  --years 2010-2050        first and last year
  --scale 1000             real persons per simulated person (a county and the village: 1)
  --seed 1                 any text; whole numbers count up over several runs
  --set ID=VALUE@FROM-TO+YEARS
                           move a lever from a year, to a year, phased in over some years; all but ID=VALUE may be
                           left out: ruralTilt=1.5@2025+5  hukouOpenness.mega=0.8@2025  transferMix=10/80/10
                           (compare: in the second scenario only)
  --assume ID=VALUE        set a parameter (compare: in both scenarios)
  --runs N                 runs with different seeds (1)
  --threads N              worker threads; the results do not depend on it (1)

Options of claims and sensitivity
  --runs 10                claims: pairs of runs with the same seeds
  --trajectories 6         sensitivity: Morris trajectories through all parameters
  --samples 40             sensitivity: Sobol samples of the parameters that matter most
  --journal FILE           sensitivity: where runs are remembered, so that it goes on if stopped
                           (scenarios/results/sensitivity-VERSION.jsonl, of program and data)
  --scale 10000            real persons per simulated person (sensitivity: 20000)
  --seed 1  --threads N
  --save                   keep the report in scenarios/results, where the page reads it
  --json                   the report on standard output, in place of a table

Options of validate and calibrate
  --runs N                 validate: runs with different seeds (5); calibrate: seeds at each point (2)
  --assume ID=VALUE        validate: set a parameter
  --budget N               calibrate: runs of the model at most; it needs some 200 to 400
  --journal FILE           calibrate: where runs are remembered
                           (scenarios/results/calibration-VERSION.jsonl, of program and data)
  --scale 1000  --seed 1  --threads N
  --save                   keep the report in scenarios/results, where the page reads it; calibrate: and the values
                           in sim/fitted.json, from which they become the defaults
  --json                   the report on standard output, in place of a table

Options of run
  --json                   one document on standard output, in place of a table
  --out DIR                manifest.json; nation.csv, provinces.csv, prefectures.csv, tiers.csv and areas.csv with their
                           indicators; counties.csv with people by age and sex; of a county or the village
                           county.csv or village.csv, areas.csv and places.csv, by village and town
  --county-indicators      also county-indicators.csv, which is large
  --force                  replace an earlier output in DIR
`

const runFlags = {
  years: { type: 'string' }, scale: { type: 'string' }, seed: { type: 'string' },
  set: { type: 'string', multiple: true }, assume: { type: 'string', multiple: true },
  runs: { type: 'string' }, threads: { type: 'string' }, json: { type: 'boolean' },
} as const

const experimentFlags = {
  scale: { type: 'string' }, seed: { type: 'string' }, threads: { type: 'string' },
  save: { type: 'boolean' }, json: { type: 'boolean' },
} as const

/**
 * @param argv what follows the program's name
 * @throws {UsageError} in one line
 */
export function readArguments(argv: readonly string[]): Command {
  const [command, ...rest] = argv
  if (argv.includes('--help') || argv.includes('-h')) return { command: 'help' }
  switch (command) {
    case '--version':
      return { command: 'version' }
    case 'run': {
      const { values, positionals } = parse(command, rest, {
        ...runFlags, out: { type: 'string' }, force: { type: 'boolean' }, 'county-indicators': { type: 'boolean' },
      })
      const [what] = expectPositionals('run', positionals, ['nation, county:CODE, village or a scenario file'])
      const { out, force = false, 'county-indicators': countyIndicators = false } = values
      if (values.json && out !== undefined) throw new UsageError('run: expected --json or --out, got both')
      if (out === '') throw new UsageError('--out: expected a directory, got nothing')
      if (force && out === undefined) throw new UsageError('--force: expected --out with it')
      if (countyIndicators && out === undefined) throw new UsageError('--county-indicators: expected --out with it')
      return { command, what, options: runOptions(values), out, force, countyIndicators }
    }
    case 'compare': {
      const { values, positionals } = parse(command, rest, runFlags)
      const [base, other] = expectPositionals('compare', positionals, ['a baseline', 'a scenario to compare'])
      return { command, base, other, options: runOptions(values) }
    }
    case 'claims': {
      const { values, positionals } = parse(command, rest, { ...experimentFlags, runs: { type: 'string' } })
      expectPositionals('claims', positionals, [])
      return { command, runs: count('--runs', values.runs ?? '10', 1000), options: experimentOptions(values) }
    }
    case 'sensitivity': {
      const flags = { ...experimentFlags, trajectories: { type: 'string' }, samples: { type: 'string' }, journal: { type: 'string' } } as const
      const { values, positionals } = parse(command, rest, flags)
      expectPositionals('sensitivity', positionals, [])
      return {
        command, journal: journalFile(values.journal), options: experimentOptions(values),
        trajectories: count('--trajectories', values.trajectories ?? '6', 1000, 2),
        samples: count('--samples', values.samples ?? '40', 10_000, 2),
      }
    }
    case 'validate': {
      const flags = { ...experimentFlags, runs: { type: 'string' }, assume: { type: 'string', multiple: true } } as const
      const { values, positionals } = parse(command, rest, flags)
      expectPositionals(command, positionals, [])
      const runs = count('--runs', values.runs ?? '5', 1000)
      return { command, runs, assume: values.assume ?? [], options: experimentOptions(values) }
    }
    case 'calibrate': {
      const flags = { ...experimentFlags, runs: { type: 'string' }, budget: { type: 'string' }, journal: { type: 'string' } } as const
      const { values, positionals } = parse(command, rest, flags)
      expectPositionals(command, positionals, [])
      const { budget } = values
      const journal = journalFile(values.journal)
      const runs = count('--runs', values.runs ?? '2', 20)
      if (budget === undefined) return { command, runs, journal, options: experimentOptions(values) }
      return { command, runs, journal, budget: count('--budget', budget, 100_000, runs), options: experimentOptions(values) }
    }
    case 'describe': {
      const { values, positionals } = parse(command, rest, { json: { type: 'boolean' } })
      const [topic] = expectPositionals('describe', positionals, [topics.join(', ')])
      if (!topics.includes(topic as Topic)) {
        throw new UsageError(`describe: expected ${topics.join(', ')}, got ${short(topic)}`)
      }
      return { command, topic: topic as Topic, json: values.json ?? false }
    }
    case 'check': {
      const [file] = expectPositionals('check', parse(command, rest, {}).positionals, ['a scenario file'])
      return { command, file }
    }
    default:
      throw new UsageError(`expected run, compare, claims, sensitivity, validate, calibrate, describe or check, got ${command === '' ? 'an empty word' : short(command ?? 'nothing')}; --help tells more`)
  }
}

function parse<Options extends NonNullable<ParseArgsConfig['options']>>(command: string, args: string[], options: Options) {
  const given = new Set<string>()
  for (const token of parseArgs({ args, options, allowPositionals: true, strict: false, tokens: true }).tokens) {
    if (token.kind !== 'option') continue
    const { name, rawName, value, inlineValue } = token
    if (!rawName.startsWith('--') || !Object.hasOwn(options, name)) throw new UsageError(`${command}: ${expectedFlags(rawName, Object.keys(options))}`)
    const { type, multiple = false } = options[name]
    if (type === 'boolean' && value !== undefined) throw new UsageError(`${rawName}: expected no value, got ${short(value) || 'an empty one'}`)
    if (type === 'string' && value === undefined) throw new UsageError(`${rawName}: expected a value, got nothing`)
    if (!inlineValue && value !== undefined && /^-./s.test(value)) {
      throw new UsageError(`${rawName}: expected a value, got ${short(value)}; if that is the value, write ${short(`${rawName}=${value}`)}`)
    }
    if (given.has(name) && !multiple) throw new UsageError(`${rawName}: expected once, got it twice`)
    given.add(name)
  }
  return parseArgs({ args, options, allowPositionals: true, strict: true })
}

function expectedFlags(got: string, names: string[]): string {
  const flags = names.map(name => `--${name}`)
  const [like] = alike(got, flags)
  return `expected ${flags.join(', ') || 'no options'}, got ${short(got)}${like === undefined ? '' : `; perhaps ${like}`}`
}

function expectPositionals(command: string, positionals: string[], expected: string[]): string[] {
  if (positionals.length === expected.length && !positionals.includes('')) return positionals
  const got = positionals.length > 0 ? short(positionals.map(word => word || 'an empty word').join(' ')) : 'nothing'
  throw new UsageError(`${command}: expected ${expected.join(' and ') || 'no further words'}, got ${got}`)
}

function runOptions(values: {
  years?: string; scale?: string; seed?: string; set?: string[]; assume?: string[]
  runs?: string; threads?: string; json?: boolean
}): RunOptions {
  const { years, scale, seed, set = [], assume = [], json = false } = values
  return {
    years, scale, seed, set, assume, json,
    runs: count('--runs', values.runs, 1000),
    threads: count('--threads', values.threads, 64),
  }
}

function experimentOptions(values: {
  scale?: string; seed?: string; threads?: string; save?: boolean; json?: boolean
}): ExperimentOptions {
  const { scale, seed, save = false, json = false } = values
  return { scale, seed, save, json, threads: count('--threads', values.threads, 64) }
}

function journalFile(file: string | undefined): string | undefined {
  if (file === '') throw new UsageError('--journal: expected a file, got nothing')
  return file
}

function count(flag: string, text = '1', max: number, min = 1): number {
  const value = /^\d{1,6}$/.test(text) ? Number(text) : NaN
  if (value >= min && value <= max) return value
  throw new UsageError(`${flag}: expected a whole number from ${min} to ${max}, got ${short(text) || 'nothing'}`)
}
