/** Values of indicators as a reader of text wants them. */
import type { Indicator } from './indicator.ts'

/** Shares in percent, thousands set apart. */
export function written(value: number, { quantity }: Pick<Indicator, 'quantity'>): string {
  if (!Number.isFinite(value)) return '–'
  if (quantity === 'share') return (value * 100).toFixed(1) + ' %'
  if (Math.abs(value) >= 1000) return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ',')
  return String(Number(value.toPrecision(4)))
}

/** A difference of values: of shares in points, so that nobody takes it for a ratio. */
export function writtenDifference(value: number, indicator: Pick<Indicator, 'quantity'>): string {
  if (indicator.quantity !== 'share' || !Number.isFinite(value)) return written(value, indicator)
  return (value * 100).toFixed(2) + ' pt'
}
