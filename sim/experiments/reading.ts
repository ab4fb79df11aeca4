/** What an experiment reads off a run: an indicator of the nation, of its provinces or of some of its places, in one year. */
import { indicatorIndex, indicators } from '../indicators/index.ts'
import type { Quantity } from '../indicators/indicator.ts'
import { areas, tiers, type Area, type Tier, type YearRecord } from '../record.ts'

/**
 * Villages, towns or cities as they are in the year; people of the towns and cities that were of some tiers in the first year; or prefectures by the
 * growth of their towns and cities since then: the fastest third, and the others.
 */
export type Where = Area | readonly Tier[] | 'fastGrowing' | 'slowGrowing'

export interface Measure {
  /** Id of the indicator. */
  indicator: string
  /** The nation when absent. */
  in?: Where
  /** Divided by this indicator of the same places. */
  per?: string
  /** Divided by the same indicator of the nation. */
  share?: true
  /** Multiplied by this, for figures that can be read. */
  times?: number
}

/** As a formula: `landDisputes@fastGrowing/farmland@fastGrowing`. */
export function formula({ indicator, in: where, per, share, times }: Measure): string {
  const place = where ? `@${typeof where === 'string' ? where : where.join('+')}` : ''
  return indicator + place + (per ? `/${per}${place}` : share ? `/${indicator}` : '') + (times ? ` × ${times}` : '')
}

/** How its numbers are written. */
export function quantityOf({ indicator, per, share }: Measure): Quantity {
  return share ? 'share' : per ? 'ratio' : indicators[indicatorIndex(indicator)].quantity
}

/**
 * @param first the run's first year, from which growth is counted
 * @returns NaN where the indicator makes no sense
 */
export function read(year: YearRecord, first: YearRecord, { indicator, in: where, per, share, times = 1 }: Measure): number {
  const value = (id: string): number => {
    const index = indicatorIndex(id)
    if (where === undefined) return year.nation[index]
    if (where === 'fastGrowing' || where === 'slowGrowing') return sumByGrowth(year, first, index, where === 'fastGrowing')
    if (typeof where !== 'string') return id === 'population' ? residentsOfTiers(year, first, where) : NaN
    return year.byArea[areas.indexOf(where) * indicators.length + index]
  }
  const divisor = share ? year.nation[indicatorIndex(indicator)] : per ? value(per) : 1
  return value(indicator) / divisor * times
}

/** A year of the model ends with the day of the census, 1 November: the last day of the year is a sixth of the way to the next one. */
export const atYearEnd = (now: number, next: number): number => now + (next - now) / 6

/** @throws Error if the run does not hold the year */
export function yearOf<Year extends Pick<YearRecord, 'year'>>(run: readonly Year[], year: number): Year {
  const record = run.find(record => record.year === year)
  if (!record) throw new Error(`expected a run that holds ${year}, got ${run.map(record => record.year).join(', ') || 'none'}`)
  return record
}

/** An indicator of every province. */
export function byProvince({ provinces }: Pick<YearRecord, 'provinces'>, indicator: string): number[] {
  const index = indicatorIndex(indicator)
  return Array.from({ length: provinces.length / indicators.length }, (_, q) => provinces[q * indicators.length + index])
}

/** Towns and cities come in the same order every year of a run. */
function residentsOfTiers({ settlements: { residents } }: YearRecord, first: YearRecord, which: readonly Tier[]): number {
  return residents.reduce((sum, number, n) => which.includes(tiers[first.settlements.tier[n]]) ? sum + number : sum, 0)
}

/** An amount, added up over prefectures. */
function sumByGrowth(year: YearRecord, first: YearRecord, index: number, fast: boolean): number {
  const [population, share] = [indicatorIndex('population'), indicatorIndex('urbanShare')]
  const width = indicators.length
  const urban = ({ prefectures }: YearRecord, q: number) => prefectures[q * width + population] * prefectures[q * width + share]
  const byGrowth = Array.from({ length: year.prefectures.length / width }, (_, q) => ({ q, growth: urban(year, q) / urban(first, q) }))
    .filter(({ growth }) => Number.isFinite(growth))
    .sort((a, b) => b.growth - a.growth || a.q - b.q)
  const third = Math.round(byGrowth.length / 3)
  return (fast ? byGrowth.slice(0, third) : byGrowth.slice(third))
    .reduce((sum, { q }) => sum + year.prefectures[q * width + index], 0)
}
