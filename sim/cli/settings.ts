/** From the words of a command line to a scenario. */
import { policies, readScenario, ScenarioError, type Scenario } from '../index.ts'
import type { LeverValue } from '../policies/policy.ts'
import { countiesLike, countiesNamed } from '../stages/find-county.ts'
import { stageKind, type Stage } from '../stages/stage.ts'
import type { RunOptions } from './arguments.ts'
import { loadCountyIndex } from './data.ts'
import { readAtMost } from './files.ts'
import { short, UsageError } from './terminal.ts'

/** A scenario file is a few lines; anything larger is something else. */
const largestFile = 1_000_000

type Raw = Record<string, unknown>

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
    throw new UsageError(`${what}: expected nation, county:CODE, village or a scenario file, got ${reason}`)
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
    else if (key && open.at(-1)?.has(key)) return key
    else if (key) open.at(-1)?.add(key)
  }
  return undefined
}

/**
 * A scenario file's scenario, exactly as it stands.
 * @throws {UsageError} naming the file
 */
export function scenarioOfFile(what: string): Scenario {
  return checked(what, readFile(what), [])
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
export function scenarioWith(what: string, options: Changes): Scenario {
  const fromFile = scenarioOfFile(what)
  const raw: Raw = { ...fromFile, stage: options.stage ?? fromFile.stage }
  if (options.years !== undefined) raw.years = typeof options.years === 'string' ? readYears(options.years) : options.years
  if (options.scale !== undefined) raw.scale = typeof options.scale === 'string' ? numberOrText(options.scale) : options.scale
  if (options.seed !== undefined) raw.seed = options.seed
  if (options.assume) raw.assumptions = { ...fromFile.assumptions, ...readAssumptions(options.assume) }
  const settings = readSettings(options.set ?? [], (raw.years as number[])[0])
  raw.policies = [...fromFile.policies, ...settings.map(({ policy }) => policy)]
  return checked(what, raw, settings, fromFile.policies.length)
}

/** A lever moved by `--set`, with the words that moved it. */
interface Setting {
  text: string
  policy: { id: string; value: unknown; from: number; to?: number; phaseIn: number }
}

/** Turns the reader's complaint into one about what the user wrote. */
function checked(what: string, raw: unknown, settings: Setting[], policiesInFile = 0): Scenario {
  try {
    const scenario = readScenario(raw)
    if (stageKind(scenario.stage) === 'county') countyNamed(scenario.stage, `${what}: stage`)
    return scenario
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error
    const index = /^policies\[(\d+)\]/.exec(error.where)?.[1]
    const setting = settings[Number(index) - policiesInFile]
    throw new UsageError(setting ? `--set ${setting.text}: ${error.problem}` : `${what}: ${error.message}`)
  }
}

/**
 * The code of the county that `county:CODE`, `county:新津` or `county:Xinjin` names.
 * @throws {UsageError} if there is none, or several; with those that may be meant
 */
function countyNamed(what: string, where = what): number {
  const text = what.slice('county:'.length)
  const index = loadCountyIndex()
  const found = countiesNamed(index, text)
  if (found.length === 1) return found[0].code
  const several = found.length > 1
  const shown = (several ? found : countiesLike(index, text))
    .map(({ code, nameZh, name, prefecture }) => `${code} ${nameZh} ${name}${several ? `, ${prefecture}` : ''}`).join('; ')
  throw new UsageError(several ? `${where}: expected one county, got ${found.length}: ${shown}`
    : `${where}: expected a county of 2010 by code or name, got ${text || 'nothing'}${shown ? `; perhaps ${shown}` : ''}`)
}

function readYears(text: string): number[] {
  const match = /^(\d{4})-(\d{4})$/.exec(text)
  if (!match) throw new UsageError(`--years: expected first and last year such as 2010-2050, got ${text || 'nothing'}`)
  return [Number(match[1]), Number(match[2])]
}

function readAssumptions(texts: readonly string[]): Record<string, number | string> {
  const assumptions: Record<string, number | string> = {}
  for (const text of texts) {
    const match = /^([A-Za-z]\w*)=(.+)$/.exec(text)
    if (!match) throw new UsageError(`--assume: expected id=value, got ${text || 'nothing'}`)
    assumptions[match[1]] = numberOrText(match[2])
  }
  return assumptions
}

function readSettings(texts: readonly string[], start: number): Setting[] {
  const settings: Setting[] = []
  for (const text of texts) {
    const match = /^([A-Za-z]\w*)(?:\.([A-Za-z]\w*))?=([^@]+)(?:@(\d{4})(?:-(\d{4}))?(?:\+(\d{1,3}))?)?$/.exec(text)
    if (!match) {
      const got = text || 'nothing'
      throw new UsageError(`--set: expected id=value@from-to+years such as ruralTilt=1.5@2025+5, got ${got}`)
    }
    const [, id, part, value, from = start, to, phaseIn = 0] = match
    const timing = { from: Number(from), ...(to ? { to: Number(to) } : {}), phaseIn: Number(phaseIn) }
    const policy = { id, value: readValue(id, part, value), ...timing }
    const when = ({ from, to, phaseIn }: Setting['policy']) => [from, to, phaseIn].join()
    const same = part && settings.find(({ policy: other }) => other.id === id && when(other) === when(policy))
    // --set hukouOpenness.mega=… and --set hukouOpenness.large=… from the same year move one lever once.
    if (same) Object.assign(same.policy.value as object, policy.value)
    else settings.push({ text, policy })
  }
  return settings
}

/** What the text means for this kind of lever; text that means nothing goes on as it is, for the reader to refuse. */
function readValue(id: string, part: string | undefined, text: string): LeverValue {
  const policy = policies.find(policy => policy.id === id)
  if (!policy) throw new UsageError(`--set ${id}: expected a lever (${policies.map(({ id }) => id).join(', ')})`)
  if (part !== undefined && policy.kind !== 'parts') {
    throw new UsageError(`--set ${id}.${part}: expected ${id} alone, it has no parts to set`)
  }
  const numbers = text.split('/').map(numberOrText)
  if (policy.kind === 'shares' && numbers.length === policy.parts.length) {
    return Object.fromEntries(policy.parts.map((name, i) => [name, numbers[i]])) as Record<string, number>
  }
  if (policy.kind === 'parts') {
    const names = part === undefined ? policy.parts : [part]
    return Object.fromEntries(names.map(name => [name, numberOrText(text)])) as Record<string, number>
  }
  return policy.kind === 'choice' ? text : numberOrText(text) as number
}

function numberOrText(text: string): number | string {
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i.test(text) ? Number(text) : text
}
