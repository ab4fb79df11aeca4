/** The key of the map: classes and their breaks, where the nation stands, what the hatch and the circles mean. */

import { select } from 'd3'
import type { Tier } from '../../sim/record.ts'
import { signFirst, type Format } from './format.ts'
import { textWidth } from './frame.ts'
import { wrap } from './labels.ts'
import { hatchFill } from './map-hatch.ts'
import type { MapKind, MapScale } from './map-scale.ts'
import type { ChartWords } from './words.ts'

/** How a tier is told from the next: its ring, and for the largest a second one. */
export const ring: Record<Tier, { width: number; outer: number }> = {
  village: { width: 0, outer: 0 },
  town: { width: 0.5, outer: 0 },
  small: { width: 0.7, outer: 0 },
  medium: { width: 0.9, outer: 0 },
  large: { width: 1.2, outer: 0 },
  veryLarge: { width: 1.5, outer: 0 },
  mega: { width: 1.5, outer: 3 },
}

export const circleFill = '#ffffff'
export const circleFillOpacity = 0.38
export const circleInk = '#14171c'
/** Below this radius in px a circle has no ring: it would be all ring. */
export const dotRadius = 2.2
export const dotOpacity = 0.45

/** Radius in px by urban residents, by area; 25 m persons, the largest city there may be, get `largest`. */
export function radiusOf(residents: number, largest: number): number {
  return Math.sqrt(Math.max(0, residents) / 25e6) * largest
}

/** Radius in px of a city of 25 m on the largest of maps. */
export const largestRadius = 18

/** Typical urban residents of the tiers in the key: State Council 2014 bounds lie between them. */
const typical: Partial<Record<Tier, number>> = { mega: 15e6, large: 2.5e6, medium: 7e5, town: 5e4 }
const keyTiers: readonly Tier[] = ['mega', 'large', 'medium', 'town']

export interface LegendData {
  kind: MapKind
  scale: MapScale
  numbers: Format
  nationalValue: number
  /** Radius in px of a city of 25 m. */
  largest: number
  /** How many prefectures the data cover. */
  covered: number
  /** Of a map of a smaller part: what its whole is called, and what stands in place of the circles and the coverage. */
  part?: { whole(value: string): string; note: string }
}

export function mapLegend(svgElement: SVGSVGElement, words: ChartWords) {
  const svg = select(svgElement).attr('aria-hidden', 'true')
  const classes = svg.append('g').attr('class', 'classes')
  const circles = svg.append('g').attr('class', 'circles')
  const coverage = svg.append('g').attr('class', 'coverage')

  return {
    /** Draws into `width` px and gives back the height it takes. */
    update({ kind, scale, numbers, nationalValue, largest, covered, part }: LegendData, width: number): number {
      const { breaks, colours } = scale
      // A county shows places, not land: nothing there is without people.
      const hatchText = part ? [] : wrap(words.map.noData, 110, text => textWidth(svgElement, text, 12))
      const hatchRoom = part ? 0 : 26 + Math.max(...hatchText.map(text => textWidth(svgElement, text, 12)))
      const swatch = Math.max(18, Math.min(56, (width - hatchRoom - 28) / colours.length))
      const barTop = 22

      classes.selectAll('rect.class').data(colours).join('rect').attr('class', 'class')
        .attr('x', (_, k) => k * swatch).attr('y', barTop).attr('width', swatch).attr('height', 12)
        .attr('fill', colour => colour)

      // A break is left out where its neighbour's label has taken the room; zero never is.
      const labels = numbers.axis(breaks, kind !== 'level')
      const [before, after] = numbers.around(kind !== 'level')
      const kept = roomFor(breaks, labels.map(label => textWidth(svgElement, label, 12)), swatch)
      const withUnit = (label: string) => signFirst(number => before + number + after, label)
      const shown = kept.map(k => ({ value: breaks[k], k, text: k === kept.at(-1) ? withUnit(labels[k]) : labels[k] }))
      classes.selectAll('line.break').data(shown).join('line').attr('class', 'break grid')
        .attr('x1', ({ k }) => (k + 1) * swatch).attr('x2', ({ k }) => (k + 1) * swatch).attr('y1', barTop)
        .attr('y2', barTop + 16)
      classes.selectAll('text.break').data(shown).join('text')
        .attr('class', ({ value }) => `break ${value === 0 ? 'strong' : 'soft'}`)
        .attr('text-anchor', 'middle').attr('x', ({ k }) => (k + 1) * swatch).attr('y', barTop + 28)
        .text(({ text }) => text)

      const zeroAt = kind === 'level' ? NaN : place(breaks, 0) * swatch
      const zeroText = kind === 'difference' ? words.map.noDifference : words.map.noChange
      const zeroes = Number.isNaN(zeroAt) ? [] : [zeroText]
      classes.selectAll('text.zero-name').data(zeroes).join('text').attr('class', 'zero-name soft')
        .attr('text-anchor', 'middle').attr('x', zeroAt).attr('y', barTop + 43).text(text => text)

      // The nation's value, marked where it lies within its class.
      const nation = Number.isNaN(nationalValue) ? [] : [nationalValue]
      const at = place(breaks, nationalValue) * swatch
      const text = (part?.whole ?? words.map.nation)(kind === 'level' ? numbers.value(nationalValue) : numbers.difference(nationalValue))
      const half = textWidth(svgElement, text, 12, 600) / 2
      classes.selectAll('path.nation').data(nation).join('path').attr('class', 'nation')
        .attr('d', `M${at},${barTop - 1}l-4.5,-6h9z`).style('fill', 'var(--ink)')
      classes.selectAll('text.nation').data(nation).join('text').attr('class', 'nation strong')
        .attr('text-anchor', 'middle')
        .attr('x', Math.max(half, at)).attr('y', barTop - 11).text(text)

      const hatchX = colours.length * swatch + 28
      classes.selectAll('rect.hatch').data(part ? [] : [0]).join('rect').attr('class', 'hatch')
        .attr('x', hatchX).attr('y', barTop).attr('width', 20).attr('height', 12).attr('stroke', 'var(--line)')
        .attr('fill', hatchFill)
      classes.selectAll('text.hatch').data(hatchText).join('text').attr('class', 'hatch soft')
        .attr('x', hatchX + 26).attr('y', (_, i) => barTop + 10 + i * 14).text(line => line)

      const classHeight = barTop + Math.max(zeroes.length ? 48 : 33, 12 + hatchText.length * 14)
      const bottom = classHeight + (part ? 0 : 8 + drawCircles(0, classHeight + 8, width, largest))
      const note = wrap(part?.note ?? words.map.coverage(covered), width, line => textWidth(svgElement, line, 12))
      coverage.selectAll('text').data(note).join('text').attr('class', 'soft')
        .attr('y', (_, i) => bottom + 14 + i * 15).text(line => line)
      const height = bottom + 18 + (note.length - 1) * 15
      svg.attr('viewBox', `0 0 ${width} ${height}`).attr('width', width).attr('height', height)
      return height
    },
  }

  /** Circles of typical sizes after their heading, all on one line; the smaller ones go where it is too short. */
  function drawCircles(left: number, top: number, width: number, largest: number): number {
    const wide = (text: string) => textWidth(svgElement, text, 12)
    // As high for every size of the circles, so that the map above keeps its own size.
    const middle = top + radiusOf(typical.mega!, largestRadius) + ring.mega.outer + 1
    let end = left + wide(words.map.circles) + 14
    const shown = keyTiers.flatMap(tier => {
      const radius = radiusOf(typical[tier]!, largest)
      const half = Math.max(2, radius + ring[tier].outer)
      const name = words.map.tiers[tier]
      const from = end
      end += 2 * half + 6 + wide(name) + 14
      return end - 14 <= left + width ? [{ tier, name, radius, x: from + half, textX: from + 2 * half + 6 }] : []
    })
    circles.selectAll('text.circles').data([words.map.circles]).join('text').attr('class', 'circles soft')
      .attr('x', left).attr('y', middle + 4).text(text => text)
    const marks = shown.flatMap(({ tier, radius, x }) => circleMarks(tier, radius).map(mark => ({ ...mark, x })))
    circles.selectAll('circle').data(marks).join('circle')
      .attr('cx', ({ x }) => x).attr('cy', middle).attr('r', ({ r }) => r)
      .attr('fill', ({ fill }) => (fill ? circleFill : 'none')).attr('fill-opacity', circleFillOpacity)
      .style('stroke', 'var(--ink)').attr('stroke-width', ({ width: line }) => line || 0.5)
    circles.selectAll('text.tier').data(shown).join('text').attr('class', 'tier soft')
      .attr('x', ({ textX }) => textX).attr('y', middle + 4).text(({ name }) => name)
    return 2 * (middle - top)
  }
}

/** The circle of a settlement, and its outer ring if its tier has one. */
export function circleMarks(tier: Tier, radius: number): { r: number; width: number; fill: boolean }[] {
  const { width, outer } = ring[tier]
  if (radius < dotRadius) return [{ r: Math.max(0.6, radius), width: 0, fill: true }]
  return [{ r: radius, width, fill: true }, ...(outer ? [{ r: radius + outer, width: 0.8, fill: false }] : [])]
}

/** Where a value stands on a bar of equal classes, in classes from the left; an open class holds it at its middle. */
export function place(breaks: readonly number[], value: number): number {
  if (!breaks.length || value < breaks[0]) return 0.5
  const last = breaks.length - 1
  if (value > breaks[last]) return last + 1.5
  let k = 0
  while (k < last && value > breaks[k + 1]) k++
  if (last === 0) return 1
  return k + 1 + (value - breaks[k]) / (breaks[k + 1] - breaks[k])
}

/** Indices of the labels that fit side by side at equal steps: zero first, then every second or third as needed. */
function roomFor(breaks: readonly number[], widths: readonly number[], step: number): number[] {
  const all = breaks.map((_, k) => k)
  const anchor = Math.max(0, breaks.indexOf(0))
  for (let every = 1; every < breaks.length; every++) {
    const kept = all.filter(k => (k - anchor) % every === 0)
    const fits = (k: number, i: number) =>
      i === 0 || (widths[k] + widths[kept[i - 1]]) / 2 + 4 <= step * (k - kept[i - 1])
    if (kept.every(fits)) return kept
  }
  return breaks.length ? [anchor] : []
}
