/** From values to the classes of a map: where they break, and the colour of each. */

import { quantile, ticks, tickStep } from 'd3'
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
