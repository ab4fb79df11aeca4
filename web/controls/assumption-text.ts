/** An assumption's value as the page writes it: rates in percent a year, factors with their ×, years as such. */
import type { NumberAssumption } from '../../sim/assumptions.ts'
import { text } from '../text/index.ts'
import { stepText } from './lever-text.ts'

interface Range {
  min: number
  max: number
  step: number
}

/** A round step, of which the range has a hundred or more; of years a whole one. */
export function rangeOf({ min, max, unit }: Pick<NumberAssumption, 'min' | 'max' | 'unit'>): Range {
  return { min, max, step: unit === 'years' ? 1 : Number((10 ** Math.floor(Math.log10((max - min) / 100))).toPrecision(1)) }
}

/** As shown and typed: the model's number in the page's unit, and back. */
export function shownOf(assumption: Pick<NumberAssumption, 'min' | 'max' | 'unit'>): Range & { unit: string; of(value: number): number; from(shown: number): number } {
  const { times, unit } = text.assumptions.unit(assumption.unit)
  const { min, max, step } = rangeOf(assumption)
  const of = (value: number) => Number((value * times).toFixed(6))
  return { min: of(min), max: of(max), step: of(step), unit, of, from: shown => Number((shown / times).toPrecision(12)) }
}

export function assumptionText(assumption: NumberAssumption, value: number): { value: string; unit: string } {
  const { of, step } = shownOf(assumption)
  const { before, unit } = text.assumptions.unit(assumption.unit)
  return { value: before + stepText(of(value), step), unit }
}

/** In one line. */
export function assumptionWords(assumption: NumberAssumption, value: number): string {
  const written = assumptionText(assumption, value)
  return written.unit ? `${written.value} ${written.unit}` : written.value
}
