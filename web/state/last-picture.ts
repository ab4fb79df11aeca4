/** The last finished baseline, kept small in the browser, so that the next visit opens on a picture and not on a wait. */
import { indicatorIndex, indicators, type Scenario } from '../../sim/index.ts'
import type { YearRecord } from '../../sim/record.ts'
import nationUrl from '../../scenarios/data/nation.json?url'
import type { Places } from '../engine.ts'
import { keyOf, type Run } from './runs.ts'
import { mapIndicators } from './series.ts'
import { readLong, writeLong } from './storage.ts'

/** The names of these files bear a hash of what is in them: another model or other tables, and the picture no longer counts. */
export const edition = `${new URL(import.meta.url).pathname} ${nationUrl}`

interface Kept {
  edition: string
  scenario: Scenario
  places: Places
  /** Numbers of single precision as base64, year after year. */
  nation: string
  pyramid: string
  /** What the map can show, unit after unit. */
  prefectures: string
  /** Residents year after year; all else of the last year. */
  settlements: Record<keyof YearRecord['settlements'], string>
}

const entry = 'lastPicture'

/** In steps, so that the page answers in between. @returns whether the browser kept it */
export function* keeping(run: Run, places: Places): Generator<void, boolean> {
  const picture = yield* packing(run, places)
  yield
  return yield* writeLong(entry, picture)
}

/** The picture kept, if it is of these settings, at whatever scale. */
export function kept(baseline: Scenario): { run: Run; places: Places } | undefined {
  const found = readLong<Kept | undefined>(entry, undefined, isKept)
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

export function* packing({ scenario, records }: Run, places: Places): Generator<void, Kept> {
  const last = records[records.length - 1]
  const { county, longitude, latitude, tier } = last.settlements
  const nation = pack(...records.map(({ nation }) => nation))
  const pyramid = pack(...records.map(({ pyramid }) => pyramid))
  const maps: Float32Array[] = []
  for (const { prefectures } of records) {
    yield
    maps.push(ofMap(prefectures))
  }
  yield
  const prefectures = pack(...maps)
  yield
  const residents = pack(...records.map(({ settlements }) => settlements.residents))
  yield
  return {
    edition, scenario, places, nation, pyramid, prefectures,
    settlements: { county: pack(county), longitude: pack(longitude), latitude: pack(latitude), tier: pack(tier), residents },
  }
}

/** The columns of the map's indicators alone: all others would fill the browser's storage. */
const columns = mapIndicators.map(indicatorIndex)

function ofMap(prefectures: Float32Array): Float32Array {
  const units = prefectures.length / indicators.length
  const kept = new Float32Array(units * columns.length)
  for (let unit = 0; unit < units; unit++) {
    for (const [k, column] of columns.entries()) kept[unit * columns.length + k] = prefectures[unit * indicators.length + column]
  }
  return kept
}

/** NaN for what was not kept. */
function fromMap(kept: Float64Array, units: number, year: number): Float32Array {
  const prefectures = new Float32Array(units * indicators.length).fill(NaN)
  for (let unit = 0; unit < units; unit++) {
    for (const [k, column] of columns.entries()) prefectures[unit * indicators.length + column] = kept[(year * units + unit) * columns.length + k]
  }
  return prefectures
}

export function unpacked({ scenario, places, ...numbers }: Kept): { run: Run; places: Places } {
  const { years: [first, last] } = scenario
  const count = last - first + 1
  const nation = unpack(numbers.nation)
  const pyramid = unpack(numbers.pyramid)
  const prefectures = unpack(numbers.prefectures)
  const units = places.prefectures.code.length
  const { settlements: of } = numbers
  const residents = unpack(of.residents)
  const settlements: Omit<YearRecord['settlements'], 'residents'> = {
    county: Int32Array.from(unpack(of.county)),
    longitude: unpack(of.longitude),
    latitude: unpack(of.latitude),
    tier: Uint8Array.from(unpack(of.tier)),
  }
  const towns = settlements.county.length
  if (nation.length !== count * indicators.length || prefectures.length !== count * units * columns.length || residents.length !== count * towns) {
    throw new Error('the picture kept is not whole')
  }
  const none = new Float64Array(0)
  const groups = pyramid.length / count
  const maps: Float32Array[] = []
  const records = Array.from({ length: count }, (_, k): YearRecord => ({
    year: first + k,
    nation: nation.subarray(k * indicators.length, (k + 1) * indicators.length),
    pyramid: pyramid.subarray(k * groups, (k + 1) * groups),
    // Made when the map comes to that year: of all years together they are a hundred times what was kept.
    get prefectures() { return (maps[k] ??= fromMap(prefectures, units, k)) },
    provinces: none,
    byTier: none,
    byArea: none,
    settlements: { ...settlements, residents: residents.subarray(k * towns, (k + 1) * towns) },
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
  const binary = atob(text)
  const bytes = new Uint8Array(binary.length)
  for (let at = 0; at < bytes.length; at++) bytes[at] = binary.charCodeAt(at)
  return Float64Array.from(new Float32Array(bytes.buffer))
}
