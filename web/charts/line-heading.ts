/** The heading of a line chart: title, unit, and the key of circles and of lines without a name at their end. */

import { textWidth } from './frame.ts'
import { wrap } from './labels.ts'
import type { Group } from './line-labels.ts'
import type { Line, LineChartData, ObservedPoints } from './lines.ts'
import type { ChartWords } from './words.ts'

const lineHeight = 20

/** @returns draws it into `width` px, and gives back the height it takes */
export function lineHeading(heading: Group, element: Element, words: ChartWords) {
  return (data: LineChartData, width: number): number => {
    const { title, unit, observed } = data
    const lines = wrap(title, width, text => textWidth(element, text, 15, 600))
    const unitLines = wrap(unit, width, text => textWidth(element, text, 13))
    heading.selectAll<SVGTextElement, string>('text.title').data(lines).join('text').attr('class', 'title')
      .attr('y', (_, i) => 14 + i * lineHeight).text(text => text)
    const unitTop = lines.length * lineHeight + 13
    heading.selectAll<SVGTextElement, string>('text.unit').data(unitLines).join('text').attr('class', 'unit')
      .attr('y', (_, i) => unitTop + i * 17).text(text => text)

    let bottom = lines.length * lineHeight + unitLines.length * 17
    const uses = [...new Set(observed?.filter(({ points }) => points.length).map(({ use }) => use))]
    // Of lines that are many the key says which run they are: beside each there is no room for that.
    const unnamed = data.lines.filter(({ label, group, column }, k, all) => !label && group && all.findIndex(other => !other.label && other.column === column) === k)
    const keyed: { name: string; use?: ObservedPoints['use']; line?: Line }[] = [
      ...uses.sort().map(use => ({ use, name: use ? words.line[use] : words.line.observed })), ...unnamed.map(line => ({ line, name: line.column! }))]
    const key = heading.selectAll<SVGGElement, (typeof keyed)[0]>('g.key').data(keyed).join(enter => {
      const group = enter.append('g').attr('class', 'key')
      group.append('circle').attr('r', 3.5).attr('cx', 5).attr('cy', -4)
      group.append('line').attr('x1', 0).attr('x2', 18).attr('y1', -4).attr('y2', -4)
      group.append('text').attr('class', 'soft')
      return group
    })
    const nameAt = ({ line }: (typeof keyed)[0]) => (line ? 23 : 14)
    // Beside the unit while there is room, then in lines of their own.
    let at = textWidth(element, unitLines.at(-1) ?? '', 13) + 16
    key.attr('transform', entry => {
      const room = nameAt(entry) + textWidth(element, entry.name, 12)
      if (at > 0 && at + room > width) {
        at = 0
        bottom += 17
      }
      const place = `translate(${at}, ${bottom - 4})`
      at += room + 16
      return place
    })
    key.select('circle').attr('class', ({ use }) => `observed ${use ?? ''}`).attr('visibility', ({ line }) => (line ? 'hidden' : null))
    key.select('line').attr('class', ({ line }) => `series ${line?.dashed ? 'dashed' : ''} ${line?.dotted ? 'dotted' : ''}`)
      .style('stroke', ({ line }) => line?.colour ?? null).attr('visibility', ({ line }) => (line ? null : 'hidden'))
    key.select('text').attr('x', nameAt).text(({ name }) => name)
    return bottom
  }
}
