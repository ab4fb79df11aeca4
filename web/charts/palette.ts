/** The colours of lines and of the map; those of the page itself are custom properties in `styles.css`. */

import { interpolateCividis, interpolatePuOr } from 'd3'

/** The baseline is grey and dashed everywhere. */
export const baseline = { colour: 'var(--baseline)', dashed: true } as const

/** The baseline of the default assumptions, where others are set: fainter still. */
export const plain = { colour: 'var(--line-strong)', dotted: true } as const

/** The scenario that the levers change. */
export const active = { colour: 'var(--accent)', dashed: false } as const

/**
 * Okabe & Ito 2008, without black and yellow, the one most like the accent last. All are drawn a little towards the
 * ink of the page, darker on a light ground, lighter on a dark one, so that a label in the colour of its
 * line stays readable.
 */
const okabeIto = ['#0072B2', '#009E73', '#CC79A7', '#E69F00', '#56B4E9', '#D55E00'] as const

/** The share of the pure colour in `towardsInk`, percent. */
const purity = 75

export const seriesColours: readonly string[] = okabeIto.map(towardsInk)

/** Village, town, city: green, orange, blue in every chart that splits by area. */
export const areaColour = {
  village: towardsInk('#009E73'),
  town: towardsInk('#E69F00'),
  city: towardsInk('#0072B2'),
} as const

/** Mixed with the ink of the page: darker on light ground, lighter on dark. */
export function towardsInk(colour: string): string {
  return `color-mix(in srgb, ${colour} ${purity}%, var(--ink))`
}

/** Sequential colours of `count` classes, low to high; cividis reads the same with a colour-vision deficiency. */
export function levelColours(count: number): string[] {
  return Array.from({ length: count }, (_, k) => interpolateCividis(count === 1 ? 0.5 : 0.08 + (0.9 * k) / (count - 1)))
}

/** Diverging colours of an even number of classes around zero: purple below, orange above. */
export function changeColours(count: number): string[] {
  return Array.from({ length: count }, (_, k) => interpolatePuOr(0.06 + (0.88 * k) / (count - 1)))
}
