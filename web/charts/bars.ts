/** Horizontal bars, longest first, each beside the baseline's. */

import { scaleLinear } from 'd3'
import { picture, textWidth } from './frame.ts'
import { wrap } from './labels.ts'
import type { ChartWords } from './words.ts'
import './charts.css'

export interface BarsData {
  title: string
  unit: string
  yearShown: number
  rows: readonly { name: string; value: number; base?: number }[]
  /** A number as it stands at the end of its bar. */
  write(value: number): string
  dim?: boolean
}

const rowHeight = 24
const lineHeight = 15

export function bars(container: HTMLElement, words: ChartWords) {
  const { element, svg, heading, chart } = picture<BarsData>(container, 'bars', draw)
  const rows = svg.append('g').attr('class', 'plot')
  return chart

  function draw(data: BarsData, width: number) {
    const { title, unit, yearShown, rows: list, write, dim = false } = data
    // A long name takes several lines.
    const nameRoom = Math.min(width * 0.5, Math.max(0, ...list.map(({ name }) => textWidth(element, name, 12))) + 10)
    const names = list.map(({ name }) => wrap(name, nameRoom - 10, line => textWidth(element, line, 12)))
    const heights = names.map(lines => rowHeight + Math.max(0, lines.length - 1) * lineHeight)
    const tops = heights.map((_, k) => heights.slice(0, k).reduce((sum, one) => sum + one, 46))
    const height = 2 + Math.max(46 + rowHeight, (tops.at(-1) ?? 46) + (heights.at(-1) ?? 0))
    element.style.height = `${height}px`
    element.setAttribute('aria-label', words.bars.label(title, unit, yearShown))
    svg.attr('viewBox', `0 0 ${width} ${height}`).classed('dim', dim)
    heading.selectAll('text.title').data([`${title}, ${yearShown}`]).join('text').attr('class', 'title').attr('y', 14).text(text => text)
    heading.selectAll('text.unit').data([unit]).join('text').attr('class', 'unit').attr('y', 33).text(text => text)
    const valueRoom = Math.max(0, ...list.map(({ value }) => textWidth(element, write(value), 12))) + 8
    const most = Math.max(1e-9, ...list.flatMap(({ value, base = 0 }) => [value, base]))
    const x = scaleLinear([0, most], [nameRoom, Math.max(nameRoom + 20, width - valueRoom)])
    rows.selectAll<SVGGElement, (typeof list)[0]>('g').data(list, row => row.name).join(enter => {
      const row = enter.append('g')
      row.append('text').attr('class', 'name').attr('y', 16)
      row.append('rect').attr('class', 'bar').attr('y', 4).attr('height', 15)
      row.append('line').attr('class', 'base').attr('y1', 1).attr('y2', 22)
      row.append('text').attr('class', 'soft value').attr('y', 16)
      return row
    }).attr('transform', (_, k) => `translate(0, ${tops[k]})`).call(row => {
      row.select('.name').selectAll('tspan').data((_, k) => names[k]).join('tspan').attr('x', 0).attr('dy', (_, line) => (line > 0 ? lineHeight : 0)).text(line => line)
      row.select('.bar').attr('x', nameRoom).attr('width', ({ value }) => x(value) - nameRoom)
      row.select('.base').attr('x1', ({ base }) => x(base ?? 0)).attr('x2', ({ base }) => x(base ?? 0))
        .attr('visibility', ({ base }) => (base === undefined ? 'hidden' : null))
      row.select('.value').attr('x', ({ value, base = 0 }) => x(Math.max(value, base)) + 6).text(({ value }) => write(value))
    })
  }
}
