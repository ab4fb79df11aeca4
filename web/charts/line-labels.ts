/** The words within a line chart: what its years are, above the plot, and which line is which, at their ends. */

import type { ScaleLinear, Selection } from 'd3'
import { textWidth } from './frame.ts'
import { freeLine, spread } from './labels.ts'
import { endedIn, type Line, type LineChartData } from './lines.ts'
import { towardsInk } from './palette.ts'
import type { ChartWords } from './words.ts'

/** Where years and values lie, in px; and the top and bottom of the plot. */
export interface Plot {
  x: ScaleLinear<number, number>
  y: ScaleLinear<number, number>
  top: number
  bottom: number
}

export type Group = Selection<SVGGElement, unknown, null, undefined>

/** @returns draws where the policy starts and the projection begins, in one row above the plot */
export function lineNotes(notes: Group, element: Element, words: ChartWords) {
  return (data: LineChartData, plot: Plot, projected: boolean) => {
    const { x, top, bottom } = plot
    const x1 = x.range()[1]
    const { policyFrom } = data
    const starts = policyFrom !== undefined ? [policyFrom] : []
    notes.selectAll('line').data(starts).join('line').attr('class', 'policy')
      .attr('x1', year => x(year)).attr('x2', year => x(year)).attr('y1', top - 4).attr('y2', bottom)
    const text = starts.map(year => words.line.policyFrom(year))
    const textRoom = text.map(note => textWidth(element, note, 12))
    const from = starts.map((year, i) => Math.max(0, Math.min(x(year) - 2, x1 - textRoom[i])))
    notes.selectAll('text.start').data(text).join('text').attr('class', 'start soft')
      .attr('x', (_, i) => from[i]).attr('y', top - 8).text(note => note)
    // The projection's name yields its place above the plot to the policy's.
    const ahead = data.projectionName ?? words.line.projection
    const projectionRoom = textWidth(element, ahead, 12)
    const clear = from.every((left, i) => left + textRoom[i] + 12 < x1 - projectionRoom)
    // Within the plot it stands as low as no line runs through it, and nowhere if they leave no room.
    const base = clear ? top - 8 : freeLine(lineSpans(data, plot, x1 - 10 - projectionRoom), top + 14, bottom - 5)
    notes.selectAll('text.ahead').data(projected && base !== undefined ? [ahead] : []).join('text')
      .attr('class', 'ahead soft')
      .attr('text-anchor', 'end').attr('x', clear ? x1 : x1 - 4).attr('y', base ?? 0)
      .text(note => note)
  }
}

/** From where to where each line and band runs, in px from above, to the right of `from`. */
function lineSpans({ lines }: LineChartData, { x, y }: Plot, from: number): [number, number][] {
  const year = x.invert(from)
  return lines.flatMap(({ points, band = [] }) => [
    points.map(({ year, value }) => ({ year, low: value, high: value })), band,
  ]).map(all => {
    // One more on the left, whose line leads into it.
    const there = all.filter((point, k) => (all[k + 1] ?? point).year > year && !Number.isNaN(point.low + point.high))
    return [Math.min(...there.map(({ high }) => y(high))), Math.max(...there.map(({ low }) => y(low)))]
  })
}

/** @param texts the lines of each label @returns draws what each line is called, beside its end */
export function lineEnds(ends: Group) {
  return (labelled: readonly Line[], texts: readonly (readonly string[])[], plot: Plot) => {
    const { x, y, top, bottom } = plot
    const x1 = x.range()[1]
    const last = labelled.map(({ points }) => points.findLast(({ value }) => !Number.isNaN(value))!)
    const heights = texts.map(lines => lines.length * 14 + 2)
    const centres = spread(last.map(({ value }) => y(value)), heights, top - 8, bottom + 8)
    const label = ends.selectAll<SVGGElement, Line>('g').data(labelled, line => line.id).join(enter => {
      const group = enter.append('g')
      group.append('path').attr('class', 'leader')
      group.append('text').attr('class', 'strong')
      return group
    })
    // What has not come so far yet is labelled where the others are, with a leader to its end; from where a line ends for good that would lie across the others.
    label.select('path').attr('d', (line, i) => {
      const [endX, endY] = [x(last[i].year), y(last[i].value)]
      if (endedIn(line.points) !== undefined) return null
      const far = Math.abs(endY - centres[i]) > 7 || endX < x1 - 4
      return far ? `M${endX + 3},${endY}L${x1 + 7},${centres[i]}` : null
    })
    label.select('text')
      .style('fill', line => towardsInk(line.colour))
      .selectAll<SVGTSpanElement, string>('tspan').data((_, i) => texts[i].map(text => ({ text, i })))
      .join('tspan').attr('x', x1 + 9)
      .attr('y', ({ i }, row) => centres[i] + 4 + (row - (texts[i].length - 1) / 2) * 14)
      .text(({ text }) => text)
  }
}
