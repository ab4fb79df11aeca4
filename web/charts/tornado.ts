/** Which parameter moves an indicator most: for each, how far it goes when the parameter stands at either end of its range. */

import { extent, scaleLinear } from 'd3'
import type { Quantity } from '../../sim/indicators/indicator.ts'
import { format, signFirst } from './format.ts'
import { picture, textWidth } from './frame.ts'
import { wrap } from './labels.ts'
import type { ChartWords } from './words.ts'
import './charts.css'

export interface TornadoRow {
  id: string
  name: string
  /** In a sentence, below the name. */
  meaning?: string
  /** The indicator at the low and the high end of the parameter's range. */
  low: number
  high: number
  /** The ends themselves, as they stand in the parameter's unit. */
  from: string
  to: string
}

export interface TornadoData {
  title: string
  unit: string
  quantity: Quantity
  /** The indicator with every parameter at its default. */
  base: number
  /** Shades what differs from it by no more than chance does. */
  luck?: number
  rows: readonly TornadoRow[]
}

const rowHeight = 34
const bar = 10

export function tornado(container: HTMLElement, words: ChartWords) {
  const { element, svg, heading, chart } = picture<TornadoData>(container, 'tornado', draw)
  const grid = svg.append('g')
  const chance = svg.append('rect').attr('class', 'luck')
  const rows = svg.append('g')
  const rangeHead = svg.append('text').attr('class', 'soft').attr('text-anchor', 'end')
  const base = svg.append('line').attr('class', 'base')
  return chart

  function draw(data: TornadoData, width: number) {
    const numbers = format(data.quantity, words)
    const titleLines = wrap(data.title, width, text => textWidth(element, text, 15, 600))
    heading.selectAll('text.title').data(titleLines).join('text').attr('class', 'title').attr('y', (_, k) => 14 + k * 20).text(line => line)
    let top = titleLines.length * 20
    heading.selectAll('text.unit').data([data.unit]).join('text').attr('class', 'unit').attr('y', top + 13).text(line => line)
    top += 36
    const ends = [{ name: words.tornado.low, style: 'low' }, { name: words.tornado.high, style: 'high' }]
    let at = 0
    heading.selectAll<SVGGElement, (typeof ends)[0]>('g').data(ends).join(enter => {
      const key = enter.append('g')
      key.append('rect').attr('width', 10).attr('height', 10).attr('y', -10)
      key.append('text').attr('class', 'soft').attr('x', 15)
      return key
    }).attr('transform', ({ name }) => {
      const place = `translate(${at}, ${top})`
      at += textWidth(element, name, 12) + 32
      return place
    }).call(key => {
      key.select('rect').attr('class', ({ style }) => style)
      key.select('text').text(({ name }) => name)
    })
    top += 28

    const bottom = top + data.rows.length * rowHeight
    const height = bottom + 8
    element.style.height = `${height}px`
    element.setAttribute('aria-label', words.tornado.label(data.title, data.unit, data.rows.length))
    svg.attr('viewBox', `0 0 ${width} ${height}`)

    const narrow = width < 520
    const nameRoom = Math.min(width * (narrow ? 0.46 : 0.38), Math.max(...data.rows.flatMap(({ name, meaning = '' }) => [textWidth(element, name, 13), textWidth(element, meaning, 12)]), 40) + 8)
    const rangeRoom = narrow ? 8 : Math.max(...data.rows.map(({ from, to }) => textWidth(element, words.line.range(from, to), 12)), textWidth(element, words.tornado.range, 12)) + 24
    const values = [data.base, ...data.rows.flatMap(({ low, high }) => [low, high])].filter(Number.isFinite)
    const [least = 0, most = 1] = extent(values)
    const x = scaleLinear([least === most ? least - 1 : least!, least === most ? most! + 1 : most!], [nameRoom + 8, width - rangeRoom]).nice(5)
    const ticks = x.ticks(narrow ? 3 : 5)
    const labels = numbers.axis(ticks)
    const [before, after] = numbers.around()
    grid.selectAll<SVGGElement, number>('g').data(ticks).join(enter => {
      const tick = enter.append('g')
      tick.append('line').attr('class', 'grid')
      tick.append('text').attr('class', 'soft').attr('text-anchor', 'middle')
      return tick
    }).attr('transform', value => `translate(${x(value)}, 0)`).call(tick => {
      tick.select('line').attr('y1', top - 4).attr('y2', bottom)
      tick.select('text').attr('y', top - 9).text((_, k) =>
        (k === ticks.length - 1 && after.length <= 1 ? signFirst(number => before + number + after, labels[k]) : labels[k]))
    })
    rangeHead.attr('x', width).attr('y', top - 9).text(narrow ? '' : words.tornado.range)
    const { luck = 0 } = data
    chance.attr('x', x(data.base - luck)).attr('width', Math.max(0, x(data.base + luck) - x(data.base - luck)))
      .attr('y', top - 4).attr('height', bottom - top + 4)
    base.attr('x1', x(data.base)).attr('x2', x(data.base)).attr('y1', top - 4).attr('y2', bottom)

    rows.selectAll<SVGGElement, TornadoRow>('g').data(data.rows, row => row.id).join(enter => {
      const row = enter.append('g')
      row.append('text').attr('class', 'name').attr('x', 0)
      row.append('text').attr('class', 'meaning soft').attr('x', 0)
      row.append('rect').attr('class', 'low').attr('height', bar)
      row.append('rect').attr('class', 'high').attr('height', bar)
      row.append('text').attr('class', 'range soft').attr('text-anchor', 'end')
      row.append('title')
      return row
    }).attr('transform', (_, k) => `translate(0, ${top + k * rowHeight})`).call(row => {
      const from = (value: number) => Math.min(x(data!.base), x(value))
      const size = (value: number) => Math.max(0.5, Math.abs(x(value) - x(data!.base)))
      row.select('.name').attr('y', ({ meaning }) => rowHeight / 2 + (meaning ? -3 : 4)).text(({ name }) => cut(name, nameRoom))
      row.select('.meaning').attr('y', rowHeight / 2 + 12).text(({ meaning = '' }) => cut(meaning, nameRoom))
      row.select('.low').attr('x', ({ low }) => from(low)).attr('width', ({ low }) => size(low)).attr('y', 6)
      row.select('.high').attr('x', ({ high }) => from(high)).attr('width', ({ high }) => size(high)).attr('y', 6 + bar + 1)
      row.select('.range').attr('x', width).attr('y', rowHeight / 2 + 4).text(({ from: low, to }) => (narrow ? '' : words.line.range(low, to)))
      row.select('title').text(({ name, meaning = '', low, high, from: a, to: b }) => `${name}: ${a} ${numbers.value(low)}, ${b} ${numbers.value(high)}. ${meaning}`)
    })
  }

  function cut(name: string, room: number): string {
    if (textWidth(element, name, 12) <= room) return name
    let length = name.length
    while (length > 1 && textWidth(element, `${name.slice(0, length)}…`, 12) > room) length--
    return `${name.slice(0, length).trimEnd()}…`
  }
}
