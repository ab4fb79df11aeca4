/** The last finished baseline, kept small in the browser, so that the next visit opens on a picture and not on a wait. */
import { indicators, type Scenario } from '../../sim/index.ts'
import type { YearRecord } from '../../sim/record.ts'
import nationUrl from '../../scenarios/data/nation.json?url'
import type { Places } from '../engine.ts'
import { keyOf, type Run } from './runs.ts'
import { read, write } from './storage.ts'

/** The names of these files bear a hash of what is in them: another model or other tables, and the picture no longer counts. */
const edition = `${new URL(import.meta.url).pathname} ${nationUrl}`

interface Kept {
  edition: string
  scenario: Scenario
  places: Places
  /** Numbers of single precision as base64, year after year. */
  nation: string
  pyramid: string
  /** Of the last year alone. */
  prefectures: string
  settlements: Record<keyof YearRecord['settlements'], string>
}

const entry = 'lastPicture'

/** @returns whether the browser kept it */
export function keep(run: Run, places: Places): boolean {
  return write(entry, packed(run, places))
}

/** The picture kept, if it is of these settings, at whatever scale. */
export function kept(baseline: Scenario): { run: Run; places: Places } | undefined {
  const found = read<Kept | undefined>(entry, undefined, isKept)
  if (!found || keyOf({ ...found.scenario, scale: baseline.scale }) !== keyOf(baseline)) return undefined
  try {
    return unpacked(found)
  } catch {
    return undefined
  }
}

function isKept(value: unknown): value is Kept {
  return typeof value === 'object' && value !== null && 'edition' in value && value.edition === edition
}

export function packed({ scenario, records }: Run, places: Places): Kept {
  const last = records[records.length - 1]
  const { county, longitude, latitude, residents, tier } = last.settlements
  return {
    edition,
    scenario,
    places,
    nation: pack(...records.map(({ nation }) => nation)),
    pyramid: pack(...records.map(({ pyramid }) => pyramid)),
    prefectures: pack(last.prefectures),
    settlements: {
      county: pack(county), longitude: pack(longitude), latitude: pack(latitude), residents: pack(residents), tier: pack(tier),
    },
  }
}

export function unpacked({ scenario, places, ...numbers }: Kept): { run: Run; places: Places } {
  const { years: [first, last] } = scenario
  const count = last - first + 1
  const nation = unpack(numbers.nation)
  const pyramid = unpack(numbers.pyramid)
  const prefectures = Float32Array.from(unpack(numbers.prefectures))
  const { settlements: of } = numbers
  const settlements: YearRecord['settlements'] = {
    county: Int32Array.from(unpack(of.county)),
    longitude: unpack(of.longitude),
    latitude: unpack(of.latitude),
    residents: unpack(of.residents),
    tier: Uint8Array.from(unpack(of.tier)),
  }
  if (nation.length !== count * indicators.length || prefectures.length !== places.prefectures.code.length * indicators.length) {
    throw new Error('the picture kept is not whole')
  }
  const unknown = new Float32Array(prefectures.length).fill(NaN)
  const none = new Float64Array(0)
  const groups = pyramid.length / count
  const records = Array.from({ length: count }, (_, k): YearRecord => ({
    year: first + k,
    nation: nation.subarray(k * indicators.length, (k + 1) * indicators.length),
    pyramid: pyramid.subarray(k * groups, (k + 1) * groups),
    prefectures: k === count - 1 ? prefectures : unknown,
    provinces: none,
    byTier: none,
    byArea: none,
    settlements,
    accounts: {
      residentsBefore: NaN, births: NaN, deaths: NaN, arrivals: NaN, departures: NaN, residentsAfter: NaN,
      raised: NaN, transferredDown: NaN, transferredReceived: NaN, borrowed: NaN, spent: NaN,
    },
  }))
  return { run: { key: keyOf(scenario), scenario, records, whole: true, failed: false }, places }
}

/** Arrays one after another, in single precision; fast, for the page must not stop over it. */
function pack(...parts: ArrayLike<number>[]): string {
  const all = new Float32Array(parts.reduce((length, part) => length + part.length, 0))
  let end = 0
  for (const part of parts) {
    all.set(part, end)
    end += part.length
  }
  const bytes = new Uint8Array(all.buffer)
  let binary = ''
  // As many arguments as every engine takes; spreading would copy them one by one.
  for (let at = 0; at < bytes.length; at += 8192) {
    binary += String.fromCharCode.apply(null, bytes.subarray(at, at + 8192) as unknown as number[])
  }
  return btoa(binary)
}

function unpack(text: string): Float64Array {
  const bytes = Uint8Array.from(atob(text), character => character.charCodeAt(0))
  return Float64Array.from(new Float32Array(bytes.buffer))
}
