/** Every line and every label can be read on both grounds of the page. */
import { readFileSync } from 'node:fs'
import { interpolateRgb, rgb } from 'd3'
import { describe, expect, test } from 'vitest'
import {
  active, areaColour, baseline, changeColours, levelColours, seriesColours, towardsInk,
} from '../../../web/charts/palette.ts'

const styles = readFileSync(new URL('../../../web/styles.css', import.meta.url), 'utf8')

/** The colour tokens of the style sheet: the first of each name is light, the last dark. */
const themes = (['light', 'dark'] as const).map(name => {
  const token = (property: string) => {
    const found = [...styles.matchAll(new RegExp(`${property}:\\s*(#[0-9a-f]{3,8})`, 'gi'))]
    return (name === 'light' ? found[0] : found.at(-1)!)[1]
  }
  return { name, ground: token('--ground'), token }
})

describe.each(themes)('$name', ({ ground, token }) => {
  const lines = [baseline.colour, active.colour, ...seriesColours, ...Object.values(areaColour)]

  test.each(lines)('a line of %s stands out from the ground, 3:1', line => {
    expect(contrast(resolve(line), ground)).toBeGreaterThanOrEqual(3)
  })
  test.each(lines)('its label can be read, 4.5:1', line => {
    expect(contrast(resolve(towardsInk(line)), ground)).toBeGreaterThanOrEqual(4.5)
  })

  function resolve(colour: string): string {
    const mix = /^color-mix\(in srgb, (.+) ([\d.]+)%, (.+?)\)$/.exec(colour)
    if (mix) return interpolateRgb(resolve(mix[3]), resolve(mix[1]))(Number(mix[2]) / 100)
    const variable = /^var\((--[\w-]+)\)$/.exec(colour)
    return variable ? token(variable[1]) : colour
  }
})

test('the first six colours differ', () => {
  expect(new Set(seriesColours).size).toBe(6)
})

test('levels run from dark to light, each class apart from the next', () => {
  const light = levelColours(7).map(luminance)
  for (let k = 1; k < light.length; k++) expect(light[k]).toBeGreaterThan(light[k - 1] + 0.01)
})

test('changes are purple below and orange above, as strong on either side', () => {
  const colours = changeColours(6).map(colour => rgb(colour))
  for (const below of colours.slice(0, 3)) expect(below.b).toBeGreaterThan(below.r)
  for (const above of colours.slice(3)) expect(above.r).toBeGreaterThan(above.b)
})

function luminance(colour: string): number {
  const channel = (value: number) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
  const { r, g, b } = rgb(colour)
  return 0.2126 * channel(r / 255) + 0.7152 * channel(g / 255) + 0.0722 * channel(b / 255)
}

/** WCAG 2 contrast ratio. */
function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (high + 0.05) / (low + 0.05)
}
