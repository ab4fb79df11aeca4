/** What an experiment reads off a run: an indicator of the nation or of some of its places, in one year. */
import { indicatorIndex, indicators } from '../indicators/index.ts'
import type { Quantity } from '../indicators/indicator.ts'
import { areas, tiers, type Area, type Tier, type YearRecord } from '../record.ts'

/**
 * Villages, towns, cities; towns and cities of a tier (their population only); or prefectures by the growth of their towns and cities since the first
 * year: the fastest third, and the others.
 */
export type Where = Area | Tier | 'fastGrowing' | 'slowGrowing'

export interface Measure {
  /** Id of the indicator. */
  indicator: string
  /** The nation when absent. */
  in?: Where
  /** Divided by this indicator of the same places. */
  per?: string
  /** Divided by the same indicator of the nation. */
  share?: true
}

/** As a formula: `landDisputes@fastGrowing/farmland@fastGrowing`. */
export function formula({ indicator, in: where, per, share }: Measure): string {
  const place = where ? `@${where}` : ''
  return indicator + place + (per ? `/${per}${place}` : share ? `/${indicator}` : '')
}

/** How its numbers are written. */
export function quantityOf({ indicator, per, share }: Measure): Quantity {
  return share ? 'share' : per ? 'ratio' : indicators[indicatorIndex(indicator)].quantity
}

/**
 * @param first the run's first year, from which growth is counted
 * @returns NaN where the indicator makes no sense
 */
export function read(year: YearRecord, first: YearRecord, { indicator, in: where, per, share }: Measure): number {
  const value = (id: string): number => {
    const index = indicatorIndex(id)
    if (where === undefined) return year.nation[index]
    if (where === 'fastGrowing' || where === 'slowGrowing') return sumByGrowth(year, first, index, where === 'fastGrowing')
    const area = (areas as readonly string[]).indexOf(where)
    if (area >= 0) return year.byArea[area * indicators.length + index]
    return id === 'population' ? residentsOfTier(year, where as Tier) : NaN
  }
  const divisor = share ? year.nation[indicatorIndex(indicator)] : per ? value(per) : 1
  return value(indicator) / divisor
}

function residentsOfTier({ settlements: { residents, tier } }: YearRecord, which: Tier): number {
  return residents.reduce((sum, number, n) => tier[n] === tiers.indexOf(which) ? sum + number : sum, 0)
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
