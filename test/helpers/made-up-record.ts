/** Records with chosen numbers, for tests of what the page makes of them. */
import { indicators } from '../../sim/index.ts'
import type { YearRecord } from '../../sim/record.ts'

/** A year of two prefectures; `nation` and `units` name the indicators that are not zero. */
export function madeUpRecord(
  year: number,
  nation: Record<string, number> = {},
  units: [Record<string, number>, Record<string, number>] = [{}, {}],
): YearRecord {
  const row = (values: Record<string, number>) => indicators.map(({ id }) => values[id] ?? 0)
  return {
    year,
    nation: Float64Array.from(row(nation)),
    provinces: new Float64Array(0),
    prefectures: Float32Array.from(units.flatMap(row)),
    byTier: new Float64Array(0),
    byArea: new Float64Array(0),
    pyramid: new Float64Array(108),
    settlements: {
      county: new Int32Array(0),
      longitude: new Float64Array(0),
      latitude: new Float64Array(0),
      residents: new Float64Array(0),
      tier: new Uint8Array(0),
    },
    accounts: {
      residentsBefore: 100, births: 3, deaths: 2, arrivals: 0, departures: 0, residentsAfter: 101,
      raised: 100, transferredDown: 30, transferredReceived: 30, borrowed: 5, spent: 105,
    },
  }
}
