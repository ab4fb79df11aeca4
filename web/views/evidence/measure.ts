/** What reports measure, as the page writes it: an indicator, or the ratio of two. */
import type { Quantity } from '../../../sim/indicators/indicator.ts'
import { format, signFirst } from '../../charts/format.ts'
import { hasIndicator } from '../../state/series.ts'
import { text } from '../../text/index.ts'
import { indicatorOf } from '../figures.ts'

export interface Measure {
  title: string
  unit: string
  quantity: Quantity
}

/** @param id of an indicator; `a/b` is the ratio of two. One that this engine does not have is spelled out, its numbers bare. */
export function measureOf(id: string): Measure {
  if (id.includes('/')) {
    const [over, under] = id.split('/')
    return { title: text.evidence.ratio(text.indicator.title(over), text.indicator.title(under)), unit: '', quantity: 'index' }
  }
  if (!hasIndicator(id)) return { title: text.indicator.title(id), unit: '', quantity: 'index' }
  const { quantity, unit } = indicatorOf(id)
  return { title: text.indicator.title(id), unit: text.units.level(quantity, unit), quantity }
}

/** A difference to three significant digits with its sign and unit: what is small against the level may still be sure. */
export function differenceText(quantity: Quantity, value: number, bare = false): string {
  const numbers = format(quantity, text.charts)
  const [before, after] = numbers.around(true)
  const shown = (value * numbers.scale).toLocaleString(text.locale, { maximumSignificantDigits: 3, signDisplay: 'exceptZero' })
    .replace('-', '\u2212')
  return bare ? shown : signFirst(number => before + number + after, shown)
}

/** A value with its interval in brackets; without one, the value alone. */
export function valueText(quantity: Quantity, value: number, low: number | null, high: number | null): string {
  const numbers = format(quantity, text.charts)
  if (low === null || high === null) return numbers.value(value)
  return text.charts.scatter.between(numbers.value(value), numbers.number(low), numbers.number(high))
}
