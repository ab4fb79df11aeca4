/** From values to the classes of a map: where they break, and the colour of each. */

import { bisectLeft, bisectRight, quantile, ticks, tickStep } from 'd3'
import { changeColours, levelColours } from './palette.ts'

export type MapKind = 'level' | 'change' | 'difference'

export interface MapScale {
  /** Rising; a class holds its lower break and not its upper. */
  breaks: number[]
  /** One more than the breaks. */
  colours: string[]
  /** Class of a value; NaN gives −1. Exactly zero on a diverging scale gives the neutral class, `colours.length`. */
  classOf(value: number): number
  /** Colour of `classOf`, neutral included. */
  colour(index: number): string
}

/** The colour of "no change": between purple and orange, told from the hatch by being even. */
const neutral = '#f3f1ee'

/** Breaks must rise; for change and difference they should stand evenly about zero, with or without zero itself. */
export function mapScale(kind: MapKind, breaks: readonly number[]): MapScale {
  const colours = kind === 'level' ? levelColours(breaks.length + 1) : diverging(breaks)
  return {
    breaks: [...breaks],
    colours,
    classOf(value) {
      if (Number.isNaN(value)) return -1
      if (value === 0 && kind !== 'level') return colours.length
      let k = 0
      while (k < breaks.length && value >= breaks[k]) k++
      return k
    },
    colour: index => (index === colours.length ? neutral : colours[index]),
  }
}

/** Classes wholly below zero get purples, wholly above oranges; one that spans zero is neutral. */
function diverging(breaks: readonly number[]): string[] {
  const below = breaks.filter(value => value <= 0).length
  const spans = breaks.includes(0) ? 0 : 1
  const above = breaks.length + 1 - below - spans
  const arms = Math.max(below, above, 1)
  const ramp = changeColours(arms * 2)
  return [
    ...ramp.slice(arms - below, arms),
    ...(spans ? [neutral] : []),
    ...ramp.slice(arms, arms + above),
  ]
}

/** Round breaks over the middle of the values: five or six classes of a level, three to each side of zero. */
export function roundBreaks(kind: MapKind, values: Float64Array): number[] {
  const known = [...values].filter(value => Number.isFinite(value))
  if (!known.length) return kind === 'level' ? [1] : [0]
  if (kind === 'level') {
    const low = quantile(known, 0.04)!
    const high = quantile(known, 0.96)!
    return low < high ? ticks(low, high, 6).filter(tick => tick > low && tick < high) : [low]
  }
  const reach = quantile(known.map(Math.abs), 0.95)!
  if (!(reach > 0)) return [0]
  const step = tickStep(0, reach, 3)
  return [-3, -2, -1, 0, 1, 2, 3].map(k => (k === 0 ? 0 : k * step))
}

/** Round breaks that stay while the years play, unless the values leave them far behind. */
export function steadyBreaks() {
  let held: { what: string; breaks: number[]; reach: number } | undefined
  return (what: string, kind: MapKind, values: Float64Array): number[] => {
    let reach = 0
    for (const value of values) if (Math.abs(value) > reach) reach = Math.abs(value)
    if (held?.what !== what || reach > 2 * held.reach || reach < held.reach / 4) held = { what, reach, breaks: roundBreaks(kind, values) }
    return held.breaks
  }
}

/** Most classes that can be told apart. */
const mostClasses = 8

/** Readable breaks between classes of about as many values each; changes are parted at zero, and each side has its part of the classes. */
export function evenBreaks(kind: MapKind, values: Float64Array): number[] {
  const sorted = values.filter(Number.isFinite).sort()
  if (!sorted.length) return kind === 'level' ? [1] : [0]
  if (kind === 'level') return readable(partings(sorted, mostClasses))
  const falling = sorted.subarray(0, bisectLeft(sorted, 0))
  const rising = sorted.subarray(bisectRight(sorted, 0))
  const share = falling.length / Math.max(1, falling.length + rising.length)
  const below = Math.max(1, Math.min(mostClasses - 1, Math.round(share * mostClasses)))
  return readable([...partings(falling, below), 0, ...partings(rising, mostClasses - below)])
}

/** Where sorted values part into classes of the same size; where most are as low as can be, those have a class and the others the rest. */
function partings(sorted: Float64Array, classes: number): number[] {
  if (!sorted.length || classes < 2) return []
  const others = sorted.subarray(bisectRight(sorted, sorted[0]))
  if (others.length > 0 && others.length < sorted.length / 2) return [others[0], ...partings(others, classes - 1)]
  const all = Array.from({ length: classes - 1 }, (_, k) => sorted[Math.floor(((k + 1) / classes) * sorted.length)])
  return [...new Set(all)].filter(value => value > sorted[0])
}

/** Each number rounded to steps of 1, 2 or 5 that are no longer than the way to its neighbours, so that all stay apart. */
function readable(rising: readonly number[]): number[] {
  const rounded = rising.map((value, k) => {
    const gap = Math.min(value - (rising[k - 1] ?? -Infinity), (rising[k + 1] ?? Infinity) - value, Math.abs(value) / 2 || Infinity)
    if (!Number.isFinite(gap)) return value
    const power = 10 ** Math.floor(Math.log10(gap))
    const step = power * [5, 2, 1].find(one => one * power <= gap * (1 + 1e-9))!
    return Number((Math.round(value / step) * step).toPrecision(12))
  })
  return [...new Set(rounded)]
}
