/** A scenario as the part of the address after #: versioned, compressed, capped in size, validated on the way in. Fetched when a scenario comes or goes: to make its checks takes the page a while. */
import { countyCodeOf, readScenario, writeScenario, type Scenario } from '../../sim/index.ts'
import { isThere } from './counties.ts'

const version = 1

const largestCompressed = 8 * 1024
export const largestScenario = 64 * 1024

/** Why a link or a file could not be read; the page puts it into words. */
export type Unreadable = 'damaged' | 'too new' | 'too large' | 'not valid' | 'no such county'

export class UnreadableError extends Error {
  readonly reason: Unreadable
  /** What the scenario's own check said, where it came to that. */
  readonly detail: string

  constructor(reason: Unreadable, detail = '') {
    super(detail || reason)
    this.name = 'UnreadableError'
    this.reason = reason
    this.detail = detail
  }
}

/** @returns `#v1.…`, or nothing for a scenario that is the default in everything */
export async function toHash(scenario: Scenario): Promise<string> {
  const file = writeScenario(scenario)
  if (Object.keys(file).length === 1) return ''
  const bytes = new TextEncoder().encode(JSON.stringify(file))
  const packed = await collect(through(bytes, new CompressionStream('deflate-raw')), Infinity)
  return `#v${version}.${toBase64Url(packed)}`
}

/**
 * @returns nothing when the address holds no scenario
 * @throws UnreadableError, and nothing else, whatever the address holds
 */
export async function fromHash(hash: string): Promise<Scenario | undefined> {
  if (hash === '' || hash === '#') return undefined
  const match = /^#v(\d{1,6})\.([\w-]*)$/.exec(hash)
  if (!match) throw new UnreadableError('damaged')
  if (Number(match[1]) > version) throw new UnreadableError('too new')
  if (Number(match[1]) < version) throw new UnreadableError('damaged')
  if (match[2].length > (largestCompressed * 4) / 3) throw new UnreadableError('too large')

  let text: string
  try {
    const packed = fromBase64Url(match[2])
    const bytes = await collect(through(packed, new DecompressionStream('deflate-raw')), largestScenario)
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof UnreadableError) throw error
    throw new UnreadableError('damaged')
  }
  return readText(text)
}

/**
 * A scenario from the text of a file or link, of a part of China that there is.
 * @throws UnreadableError, and nothing else
 */
export async function readText(text: string): Promise<Scenario> {
  const scenario = parseScenario(text)
  if (!await isThere(scenario.stage)) throw new UnreadableError('no such county', String(countyCodeOf(scenario.stage)))
  return scenario
}

/** The text of a scenario's file: only what differs from the defaults. */
export const fileOf = (scenario: Scenario): string => `${JSON.stringify(writeScenario(scenario), null, 2)}\n`

/**
 * A scenario from its text; whether there is such a county is not asked.
 * @throws UnreadableError, and nothing else
 */
export function parseScenario(text: string): Scenario {
  if (text.length > largestScenario) throw new UnreadableError('too large')
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw new UnreadableError('damaged')
  }
  if (typeof json === 'object' && json !== null && 'format' in json) {
    const { format } = json
    if (typeof format === 'number' && format > 1) throw new UnreadableError('too new')
  }
  try {
    return readScenario(json)
  } catch (error) {
    throw new UnreadableError('not valid', error instanceof Error ? withoutList(error.message) : '')
  }
}

/** A long list of all that a name might be is for those who write files: the page says which name it was. */
function withoutList(message: string): string {
  return message.replace(/: (?:\w+, ){8,}(?=got )/, ', ')
}

function through(bytes: Uint8Array<ArrayBuffer>, stream: CompressionStream | DecompressionStream) {
  return new Blob([bytes]).stream().pipeThrough(stream)
}

/** Reads a stream no further than the limit: a small link must not unpack into a large one. */
async function collect(stream: ReadableStream<Uint8Array>, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = []
  let length = 0
  const reader = stream.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    length += value.length
    if (length > limit) {
      await reader.cancel().catch(() => {})
      throw new UnreadableError('too large')
    }
    chunks.push(value)
  }
  const all = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    all.set(chunk, at)
    at += chunk.length
  }
  return all
}

function toBase64Url(bytes: Uint8Array): string {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(binary, character => character.charCodeAt(0))
}
