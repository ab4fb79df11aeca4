/** Numbers as the page writes them: shares in percent, differences in percentage points, persons in millions. */

import type { Quantity } from '../../sim/indicators/indicator.ts'
import { numberText } from './number-text.ts'
import type { ChartWords, Scaled } from './words.ts'

export interface Format {
  /** Engine value × `scale` = the number shown: shares × 100, persons ÷ 1,000,000 where they are many. */
  scale: number
  /** With its unit: "49.9%", "1,341 m". NaN gives the word for no data. */
  value(value: number): string
  /** The number alone: "49.9". */
  number(value: number): string
  /** A difference with its sign and unit: "+1.2 pp", "−0.4 m", "0.0 pp". */
  difference(value: number): string
  /** The same without the unit: "+1.2". */
  signed(value: number): string
  /** An interval without its unit: "−0.7 to +0.1"; with one more decimal where its ends would read alike, or one of them as nothing that is not. */
  interval(low: number, high: number, difference?: boolean): string
  /** The range of a band: both numbers, the unit once. */
  range(low: number, high: number): string
  /** Labels for evenly spaced axis values, in engine units, with the decimals that their step needs; without unit. */
  axis(values: number[], difference?: boolean): string[]
  /** The unit as it stands before and after a number: `['', '%']`, `['¥', '']`. */
  around(difference?: boolean): [before: string, after: string]
}

/** Decimals of the number shown; a function where they depend on its size. */
const decimals: Record<Quantity, number | ((shown: number) => number)> = {
  share: 1,
  persons: bySize,
  ratio: 2,
  index: 3,
  yuan: 0,
  years: 1,
  count: 0,
  area: bySize,
  money: bySize,
}

/**
 * The writer of one quantity's numbers in the locale of `words`.
 * Money comes in yuan, persons in persons, shares as 0–1.
 * @param relative differences are relative changes, 0–1, and written in percent rather than in the quantity's own unit
 * @param reach the largest of the numbers that are written together: it decides between persons, thousands and millions of them
 */
export function format(quantity: Quantity, words: ChartWords, relative = false, reach?: number): Format {
  const scaled = quantity === 'persons' || quantity === 'money' || quantity === 'area' ? scaledBy(words[quantity], reach) : undefined
  const scale =
    relative || quantity === 'share' ? 100
    : scaled ? 1 / scaled.per
    : 1
  const withUnit = relative ? words.percent : scaled?.text ?? unitOf(quantity, words)
  const asDifference = quantity === 'share' && !relative ? words.percentagePoints : withUnit

  const digits = (shown: number) => {
    // There are no parts of persons.
    const rule = scaled?.per === 1 && !relative ? 0 : decimals[relative ? 'share' : quantity]
    return typeof rule === 'number' ? rule : rule(Math.abs(shown))
  }
  const plain = (value: number, places = digits(value * scale)) => written(value * scale, places, words.locale, false)
  const signed = (value: number, places = digits(value * scale)) => written(value * scale, places, words.locale, true)

  return {
    scale,
    value: value => (Number.isNaN(value) ? words.noData : signFirst(withUnit, plain(value))),
    number: value => (Number.isNaN(value) ? words.noData : plain(value)),
    difference: value => (Number.isNaN(value) ? words.noData : signFirst(asDifference, signed(value))),
    signed: value => (Number.isNaN(value) ? words.noData : signed(value)),
    interval(low, high, difference = false) {
      if (Number.isNaN(low + high)) return words.noData
      const write = difference ? signed : plain
      const places = Math.max(digits(low * scale), digits(high * scale))
      const isNothing = (value: number) => value !== 0 && write(value, places) === write(0, places)
      const more = low !== high && (write(low, places) === write(high, places) || isNothing(low) || isNothing(high)) ? 1 : 0
      return words.line.range(write(low, places + more), write(high, places + more))
    },
    range(low, high) {
      const places = Math.max(digits(low * scale), digits(high * scale))
      return withUnit(words.line.range(plain(low, places), plain(high, places)))
    },
    axis(values, difference = false) {
      const places = placesOf(values.map(value => value * scale))
      return values.map(value => written(value * scale, places, words.locale, difference))
    },
    around(difference = false) {
      const [before, after] = (difference ? asDifference : withUnit)('\u0000').split('\u0000')
      return [before, after]
    },
  }
}

function unitOf(quantity: Quantity, words: ChartWords): (number: string) => string {
  switch (quantity) {
    case 'share': return words.percent
    case 'yuan': return words.yuan
    case 'years': return words.years
    default: return number => number
  }
}

/** The largest unit in which `reach` is one or more; the first where nothing is known of its size. */
export function scaledBy(scales: readonly Scaled[], reach = 0): Scaled {
  return (reach > 0 ? scales.find(({ per }) => reach >= per) : undefined) ?? scales[reach > 0 ? scales.length - 1 : 0]
}

/** The sign stands before everything: −¥1,200. A word joiner keeps a line from breaking between it and a unit. */
export function signFirst(unit: (number: string) => string, number: string): string {
  const sign = /^[+\u2212]/.exec(number)?.[0]
  if (!sign) return unit(number)
  const rest = unit(number.slice(sign.length))
  return /^\d/.test(rest) ? sign + rest : `${sign}\u2060${rest}`
}

/** Three significant digits or so, never more than two decimals. */
function bySize(shown: number): number {
  return shown >= 100 ? 0 : shown >= 10 ? 1 : 2
}

/** Decimals that tell apart values a step apart; 0.1 + 0.2 must not ask for seventeen. */
function placesOf(shown: number[]): number {
  for (let places = 0; places < 6; places++) {
    if (shown.every(value => Math.abs(value - Number(value.toFixed(places))) < 1e-9)) return places
  }
  return 6
}

/** A true minus sign, and no sign at zero: "−0.0" would be a claim. */
function written(shown: number, places: number, locale: string, signed: boolean): string {
  return numberText(shown, locale, {
    minimumFractionDigits: places,
    maximumFractionDigits: places,
    signDisplay: signed ? 'exceptZero' : 'negative',
  })
}
