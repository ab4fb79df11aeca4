/** What reports measure, as the page writes it: an indicator, or the ratio of two. */
import { indicators } from '../../../sim/index.ts'
import type { Indicator, Quantity } from '../../../sim/indicators/indicator.ts'
import { format, signFirst } from '../../charts/format.ts'
import { numberText } from '../../charts/number-text.ts'
import { text } from '../../text/index.ts'

export interface Measure {
  title: string
  unit: string
  quantity: Quantity
}

/**
 * @param id of an indicator; `a@town` is read in towns, `a@large+mega` in cities of these sizes, `a/b` is the ratio of two, ` × 1000` scales it
 * @param quantity how its numbers are written, where that cannot be told from the id; bare otherwise
 */
export function measureOf(id: string, quantity: Quantity = 'index'): Measure {
  const words = text.evidence
  const [formula, times] = id.split(' × ')
  if (times) {
    const { title, unit } = measureOf(formula, quantity)
    return { title, unit: words.times(unit, Number(times)), quantity }
  }
  if (id.includes('/')) {
    const parts = id.split('/')
    const [over, under] = parts.map(part => measureOf(part).title)
    const [unit, perUnit] = parts.map(bareUnit)
    // A share of the same needs no unit.
    return { title: words.ratio(over, under), unit: quantity === 'ratio' && unit && perUnit && unit !== perUnit ? words.per(unit, perUnit) : '', quantity }
  }
  const [whole, where] = id.split('@')
  if (where) {
    const { title, unit } = measureOf(whole)
    return { title: words.in(title, where.split('+')), unit, quantity }
  }
  const indicator = known(id)
  if (!indicator) return { title: text.indicator.title(id), unit: '', quantity }
  return { title: text.indicator.title(id), unit: text.units.level(indicator.quantity, indicator.unit), quantity: indicator.quantity }
}

/** The unit of an indicator as the engine counts it: of a ratio no part is scaled. */
function bareUnit(part: string): string {
  const [id] = part.split('@')
  const indicator = known(id)
  return indicator ? text.of(indicator.unit) : ''
}

/** A report of another version may measure what this engine does not. */
const known = (id: string): Indicator | undefined => indicators.find(indicator => indicator.id === id)

/**
 * A difference to three significant digits with its sign and unit: what is small against the level may still be sure.
 * @param reach the level that it stands beside, which decides the unit
 */
export function differenceText(quantity: Quantity, value: number, bare = false, reach?: number): string {
  const numbers = format(quantity, text.charts, false, reach)
  const [before, after] = numbers.around(true)
  const shown = numberText(value * numbers.scale, text.locale, { maximumSignificantDigits: 3, signDisplay: 'exceptZero' })
  return bare ? shown : signFirst(number => before + number + after, shown)
}

/** A value with its interval in brackets; without one, the value alone. */
export function valueText(quantity: Quantity, value: number, low: number | null, high: number | null): string {
  const numbers = format(quantity, text.charts)
  if (low === null || high === null) return numbers.value(value)
  return text.charts.scatter.between(numbers.value(value), numbers.number(low), numbers.number(high))
}
