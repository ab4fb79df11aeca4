/** From the words of a command line to a scenario. */
import { policies, readScenario, ScenarioError, type Scenario } from '../index.ts'
import { parameters } from '../parameters.ts'
import type { LeverValue, Policy } from '../policies/policy.ts'
import { countiesLike, countiesNamed } from '../stages/find-county.ts'
import { stageKind, type Stage } from '../stages/stage.ts'
import { alike } from './alike.ts'
import type { RunOptions, Topic } from './arguments.ts'
import { loadCountyIndex } from './data.ts'
import { readAtMost } from './files.ts'
import { short, UsageError } from './terminal.ts'

/** A scenario file is a few lines; anything larger is something else. */
const largestFile = 1_000_000

type Raw = Record<string, unknown>

/** Whether it is the word for a stage, not a file. */
export const isStage = (what: string): boolean => what === 'nation' || what === 'village' || what.startsWith('county:')

/**
 * Reads a scenario file.
 * @returns its JSON, not yet checked, or what plain `nation` stands for
 */
function readFile(what: string): unknown {
  if (what === 'nation') return { format: 1 }
  if (what === 'village') return { format: 1, stage: what }
  if (what.startsWith('county:')) return { format: 1, stage: `county:${countyNamed(what)}` }
  let bytes
  try {
    bytes = readAtMost(what, largestFile + 1)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    const reason = code === 'ENOENT' ? 'no such file' : code === 'EISDIR' ? 'a directory' : code ?? 'an unreadable file'
    const named = code === 'ENAMETOOLONG' ? short(what) : what
    throw new UsageError(`${named}: expected nation, county:CODE, village or a scenario file, got ${reason}`)
  }
  if (bytes.length > largestFile) throw new UsageError(`${what}: expected a scenario file, got over 1 MB`)
  if (bytes.length === 0) throw new UsageError(`${what}: expected a scenario file, got an empty file`)
  let text
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new UsageError(`${what}: expected text in UTF-8, got other bytes`)
  }
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    throw new UsageError(`${what}: expected JSON, got ${(error as Error).message}`)
  }
  const twice = repeatedKey(text)
  if (twice !== undefined) throw new UsageError(`${what}: expected each key once in its object, got ${short(twice)} twice`)
  return json
}

/** The first key that stands twice in one object, as it is written: JSON would keep the last alone. */
function repeatedKey(json: string): string | undefined {
  const open: Set<string>[] = []
  for (const [token, key] of json.matchAll(/("[^"\\]*(?:\\.[^"\\]*)*")\s*:|"[^"\\]*(?:\\.[^"\\]*)*"|[{}]/g)) {
    if (token === '{') open.push(new Set())
    else if (token === '}') open.pop()
    if (!key) continue
    const name: string = JSON.parse(key)
    if (open.at(-1)!.has(name)) return key
    open.at(-1)!.add(name)
  }
  return undefined
}

/** What was found under a name: a pipe can be read but once. */
export interface Source {
  what: string
  /** Exactly as it stands. */
  scenario: Scenario
  /** What a scenario file says itself, and does not leave to the defaults. */
  keys: readonly string[]
}

/** @throws {UsageError} naming the file */
export function readSource(what: string): Source {
  const json = readFile(what)
  return { what, scenario: checked(what, json), keys: Object.keys(Object(json)) }
}

/** What is laid over a scenario: the words of a command line, or what a command knows by itself. */
interface Changes extends Partial<Omit<RunOptions, 'years' | 'scale'>> {
  stage?: Stage
  years?: string | Scenario['years']
  scale?: string | number
}

/**
 * A scenario with the options of the command line laid over it.
 * @throws {UsageError} naming the file or the option that is wrong
 */
export function scenarioWith(source: string | Source, options: Changes): Scenario {
  const { what, scenario: fromFile } = typeof source === 'string' ? readSource(source) : source
  const raw: Raw = { ...fromFile, stage: options.stage ?? fromFile.stage }
  if (options.years !== undefined) raw.years = typeof options.years === 'string' ? readYears(options.years) : options.years
  if (options.scale !== undefined) raw.scale = typeof options.scale === 'string' ? numberOrText(options.scale) : options.scale
  if (options.seed !== undefined) raw.seed = options.seed
  if (options.assume) raw.assumptions = { ...fromFile.assumptions, ...readAssumptions(options.assume) }
  const settings = readSettings(options.set ?? [], (raw.years as number[])[0])
  raw.policies = [...fromFile.policies, ...settings.map(({ policy }) => policy)]
  return checked(what, raw, options, settings, fromFile.policies.length)
}

/** A lever moved by `--set`, with the words that moved it: one for the whole of it or one for each part. */
interface Setting {
  texts: Map<string | undefined, string>
  policy: { id: string; value: unknown; from: number; to?: number; phaseIn: number }
}

/** `--set` and the words that moved a part of a lever, or all of it. */
const written = ({ texts }: Setting, part?: string) => `--set ${short(texts.get(part) ?? [...texts.values()][0])}`

function checked(what: string, raw: unknown, options: Changes = {}, settings: Setting[] = [], policiesInFile = 0): Scenario {
  try {
    const scenario = readScenario(raw)
    if (stageKind(scenario.stage) === 'county') countyNamed(scenario.stage, `${what}: stage`)
    return scenario
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error
    throw new UsageError(complaint(error, what, options, settings, policiesInFile))
  }
}

/** Turns the reader's complaint into one about what the user wrote. */
function complaint({ where, problem, message }: ScenarioError, what: string, options: Changes, settings: Setting[], policiesInFile: number): string {
  const settingAt = (index: string | number): Setting | undefined => settings[Number(index) - policiesInFile]
  const run = typeof options.years === 'string' && problem.includes(' must be in the run, ') ? ` (--years ${options.years})` : ''
  const [, index = NaN, part] = /^policies\[(\d+)\](?:\.value\.(\w+))?/.exec(where) ?? []
  const setting = settingAt(index)
  if (!setting) {
    const option = optionAt(where, options)
    return (option ? `${option}: ${problem}` : `${what}: ${message}`) + run
  }
  // The reader counts the policies of the file and of the command line as one list.
  const told = problem.replace(/(?<= must not begin in the same year as )policies\[(\d+)\]/, (its, earlier) => {
    const other = settingAt(earlier)
    return other ? written(other) : `${its} of ${what}`
  })
  return `${written(setting, part)}: ${told}${run}${where.endsWith('].value') ? formOf(setting.policy.id) : ''}`
}

/** How several numbers are written in one value. */
function formOf(id: string): string {
  const policy = policies.find(policy => policy.id === id)
  return policy?.kind === 'shares' ? `; expected ${id}=${policy.parts.join('/')}` : ''
}

/** The option that set what stands there; nothing if it was none. */
function optionAt(where: string, { years, scale, seed, assume = [] }: Changes): string | undefined {
  if (/^years\b/.test(where)) return typeof years === 'string' ? '--years' : undefined
  if (where === 'scale') return typeof scale === 'string' ? '--scale' : undefined
  if (where === 'seed') return seed === undefined ? undefined : '--seed'
  if (where === 'assumptions') return assume.length > 0 ? '--assume' : undefined
  const text = assume.find(text => where === `assumptions.${text.split('=')[0]}`)
  return text === undefined ? undefined : `--assume ${short(text)}`
}

/**
 * The code of the county that `county:CODE`, `county:新津` or `county:Xinjin` names.
 * @throws {UsageError} if there is none, or several; with those that may be meant
 */
function countyNamed(what: string, where = short(what)): number {
  const text = what.slice('county:'.length)
  const index = loadCountyIndex()
  const found = countiesNamed(index, text)
  if (found.length === 1) return found[0].code
  const several = found.length > 1
  const shown = (several ? found : countiesLike(index, short(text)))
    .map(({ code, nameZh, name, prefecture }) => `${code} ${nameZh} ${name}${several ? `, ${prefecture}` : ''}`).join('; ')
  throw new UsageError(several ? `${where}: expected one county, got ${found.length}: ${shown}`
    : `${where}: expected a county of 2010 by code or name, got ${short(text) || 'nothing'}${shown ? `; perhaps ${shown}` : ''}`)
}

function readYears(text: string): number[] {
  const match = /^(\d{4})-(\d{4})$/.exec(text)
  if (!match) throw new UsageError(`--years: expected first and last year such as 2010-2050, got ${short(text) || 'nothing'}`)
  return [Number(match[1]), Number(match[2])]
}

const leverIds = policies.map(({ id }) => id)
const assumptionIds = [...Object.keys(parameters), 'fertilityVariant']

/** The id with which `ID=VALUE` or `ID.PART=VALUE` begins. */
const idOf = (text: string) => /^([A-Za-z]\w*)[.=]/.exec(text)?.[1]

function readAssumptions(texts: readonly string[]): Record<string, number | string> {
  const read: Record<string, number | string> = {}
  for (const text of texts) {
    const id = idOf(text)
    if (id !== undefined && !assumptionIds.includes(id)) {
      const got = leverIds.includes(id) ? `a lever; --set ${id}=VALUE moves it` : `${short(id)}; ${perhaps(id, assumptionIds, 'parameters')}`
      throw new UsageError(`--assume ${short(id)}: expected a parameter, got ${got}`)
    }
    const match = /^(\w+)=(.+)$/.exec(text)
    if (!id || !match) throw new UsageError(`--assume: expected id=value, got ${short(text) || 'nothing'}`)
    if (Object.hasOwn(read, id)) throw new UsageError(`--assume ${id}: expected one value, got several`)
    read[id] = numberOrText(match[2])
  }
  return read
}

/** What may be meant by an id that is none. */
function perhaps(id: string, ids: readonly string[], topic: Topic): string {
  const [like] = alike(id, ids)
  return `${like === undefined ? '' : `perhaps ${like}; `}"chengxiang describe ${topic}" lists them`
}

function readSettings(texts: readonly string[], start: number): Setting[] {
  const settings: Setting[] = []
  for (const text of texts) {
    const policy = leverOf(text)
    const match = /^(\w+)(?:\.([A-Za-z]\w*))?=([^@]+)(?:@(\d{4})(?:-(\d{4}))?(?:\+(\d{1,3}))?)?$/.exec(text)
    if (!policy || !match) throw new UsageError(`--set: expected id=value@from-to+years such as ruralTilt=1.5@2025+5, got ${short(text) || 'nothing'}`)
    const [, id, part, value, from = start, to, phaseIn = 0] = match
    const timing = { from: Number(from), ...(to ? { to: Number(to) } : {}), phaseIn: Number(phaseIn) }
    const moved = { id, value: readValue(policy, part, value, text), ...timing }
    const when = ({ from, to, phaseIn }: Setting['policy']) => [from, to, phaseIn].join()
    const same = part && settings.find(({ policy: other }) => other.id === id && when(other) === when(moved))
    if (!same) {
      settings.push({ texts: new Map([[part, text]]), policy: moved })
      continue
    }
    // --set hukouOpenness.mega=… and --set hukouOpenness.large=… from the same year move one lever once.
    if (same.texts.has(part)) throw new UsageError(`--set ${short(text)}: expected one value of ${id}.${part} from that year, got another in ${written(same, part)}`)
    same.texts.set(part, text)
    Object.assign(same.policy.value as object, moved.value)
  }
  return settings
}

/** The lever that `ID=VALUE` or `ID.PART=VALUE` moves; nothing if it is not so written. */
function leverOf(text: string): Policy | undefined {
  const id = idOf(text)
  const policy = policies.find(policy => policy.id === id)
  if (policy || id === undefined) return policy
  const got = assumptionIds.includes(id) ? `a parameter; --assume ${id}=VALUE sets it` : `${short(id)}; ${perhaps(id, leverIds, 'levers')}`
  throw new UsageError(`--set ${short(id)}: expected a lever, got ${got}`)
}

/** What the text means for this kind of lever; text that means nothing goes on as it is, for the reader to refuse. */
function readValue(policy: Policy, part: string | undefined, value: string, text: string): LeverValue {
  const { id } = policy
  if (part !== undefined && policy.kind !== 'parts') {
    throw new UsageError(`--set ${id}.${short(part)}: expected ${id} alone, it has no parts to set`)
  }
  if (policy.kind === 'shares') {
    const shares = value.split('/')
    if (shares.length === policy.parts.length) return Object.fromEntries(policy.parts.map((name, i) => [name, numberOrText(shares[i])])) as Record<string, number>
    const got = `${shares.length} value${shares.length === 1 ? '' : 's'}`
    throw new UsageError(`--set ${short(text)}: expected ${id}=${policy.parts.join('/')}, which add up to 100, got ${got}`)
  }
  if (policy.kind === 'parts') {
    if (part !== undefined && !policy.parts.includes(part)) {
      throw new UsageError(`--set ${short(text)}: expected a part of ${id} (${policy.parts.join(', ')}), got ${short(part)}`)
    }
    const names = part === undefined ? policy.parts : [part]
    return Object.fromEntries(names.map(name => [name, numberOrText(value)])) as Record<string, number>
  }
  return policy.kind === 'choice' ? value : numberOrText(value) as number
}

function numberOrText(text: string): number | string {
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i.test(text) ? Number(text) : text
}
