/** Places ranked by what they gain or lose: bars to both sides of a zero that is labelled, the whole above all. */

import { scaleLinear } from 'd3'
import { picture, textWidth, tooltip, type TipRow } from './frame.ts'
import { wrap } from './labels.ts'
import type { ChartWords } from './words.ts'
import './charts.css'

export interface GainsData {
  title: string
  unit: string
  yearShown: number
  /** In the order in which they stand; NaN where there is no number. */
  rows: readonly { id: string; name: string; value: number; range?: readonly [low: number, high: number]; whole?: boolean; details: readonly TipRow[] }[]
  /** A number as it stands at the end of its bar. */
  write(value: number): string
  /** What zero means, where the values are differences. */
  zero?: string
  dim?: boolean
}

const rowHeight = 19
const lineHeight = 20

export function gains(container: HTMLElement, words: ChartWords) {
  const { element, svg, heading, chart } = picture<GainsData>(container, 'gains', draw)
  const plot = svg.append('g').attr('class', 'plot')
  const shade = plot.append('rect').attr('class', 'shade').attr('height', rowHeight).attr('visibility', 'hidden')
  const zeroLine = plot.append('line').attr('class', 'zero')
  const zeroName = plot.append('text').attr('class', 'soft').attr('text-anchor', 'middle')
  const list = plot.append('g')
  const tip = tooltip(element)
  let shown: GainsData | undefined
  let top = 0

  element.addEventListener('pointermove', point)
  element.addEventListener('pointerdown', point)
  element.addEventListener('pointerleave', leave)

  return chart

  function draw(data: GainsData, width: number) {
    shown = data
    const { title, unit, yearShown, rows, write, zero, dim = false } = data
    const titles = wrap(`${title}, ${yearShown}`, width, line => textWidth(element, line, 15, 600))
    top = 42 + titles.length * lineHeight
    const height = top + Math.max(1, rows.length) * rowHeight + 4
    element.style.height = `${height}px`
    const told = rows.filter(({ whole, value }) => !whole && Number.isFinite(value))
    element.setAttribute('aria-label', words.gains.label(`${title}, ${yearShown}`, unit,
      [...new Set([told[0], told.at(-1)])].flatMap(row => (row ? [words.gains.reading(row.name, write(row.value))] : []))))
    svg.attr('viewBox', `0 0 ${width} ${height}`).classed('dim', dim)
    heading.selectAll('text.title').data(titles).join('text').attr('class', 'title').attr('y', (_, k) => 14 + k * lineHeight).text(line => line)
    heading.selectAll('text.unit').data([unit]).join('text').attr('class', 'unit').attr('y', top - 29).text(line => line)

    const values = rows.flatMap(({ value, range = [] }) => [value, ...range]).filter(Number.isFinite)
    const low = Math.min(0, ...values)
    const high = Math.max(0, ...values)
    const nameRoom = Math.min(width * 0.36, Math.max(0, ...rows.map(({ name }) => textWidth(element, name, 12, 600))) + 10)
    const numberRoom = Math.max(0, ...rows.map(({ value }) => textWidth(element, write(value), 12, 600))) + 10
    const from = nameRoom + (low < 0 ? numberRoom : 0)
    const x = scaleLinear([low, high || 1], [from, Math.max(from + 40, width - numberRoom)])
    const zeroAt = x(0)
    zeroLine.attr('x1', zeroAt).attr('x2', zeroAt).attr('y1', top - 3).attr('y2', height)
    zeroName.attr('x', Math.max(zeroAt, textWidth(element, zero ?? '', 12) / 2)).attr('y', top - 8).text(zero ?? '')
    shade.attr('width', width)

    list.selectAll<SVGGElement, (typeof rows)[0]>('g').data(rows, ({ id }) => id).join(enter => {
      const row = enter.append('g')
      row.append('rect').attr('y', 3).attr('height', rowHeight - 6)
      row.append('line').attr('class', 'range-ground').attr('y1', rowHeight / 2).attr('y2', rowHeight / 2)
      row.append('line').attr('class', 'range').attr('y1', rowHeight / 2).attr('y2', rowHeight / 2)
      row.append('text').attr('class', 'name').attr('y', 14)
      row.append('text').attr('class', 'number').attr('y', 14)
      return row
    })
      .attr('class', ({ value, whole }) => `${value < 0 ? 'down' : 'up'}${whole ? ' whole' : ''}`)
      .attr('transform', (_, k) => `translate(0, ${top + k * rowHeight})`)
      .call(row => {
        const known = (value: number) => (Number.isFinite(value) ? value : 0)
        row.select('rect').attr('x', ({ value }) => Math.min(zeroAt, x(known(value))))
          .attr('width', ({ value }) => Math.abs(x(known(value)) - zeroAt))
        // Twice: a line in the colour of the ground keeps the one above it readable on the bar.
        for (const [line, beyond] of [['.range-ground', 1], ['.range', 0]] as const) {
          row.select(line).attr('visibility', ({ range }) => (range ? null : 'hidden'))
            .attr('x1', ({ range = [0, 0] }) => x(known(range[0])) - beyond).attr('x2', ({ range = [0, 0] }) => x(known(range[1])) + beyond)
        }
        row.select('.name').text(({ name }) => name)
        // Beyond the range too, so that nothing lies on the number.
        const end = ({ value, range: [low, high] = [value, value] }: (typeof rows)[0]) => (value < 0 ? Math.min(value, low) : Math.max(value, high))
        row.select('.number').attr('x', one => x(known(end(one))) + (one.value < 0 ? -6 : 6))
          .attr('text-anchor', ({ value }) => (value < 0 ? 'end' : 'start')).text(({ value }) => write(value))
      })
  }

  function point(event: PointerEvent) {
    const box = svg.node()!.getBoundingClientRect()
    const at = Math.floor((event.clientY - box.top - top) / rowHeight)
    const row = shown?.rows[at]
    if (!row) return leave()
    shade.attr('y', top + at * rowHeight).attr('visibility', null)
    tip.show({ heading: `${row.name}, ${shown!.yearShown}`, rows: [...row.details] }, event.clientX - box.left, event.clientY - box.top)
  }

  function leave() {
    shade.attr('visibility', 'hidden')
    tip.hide()
  }
}
