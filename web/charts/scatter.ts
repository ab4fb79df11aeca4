/** What the model gives for each place beside what was observed there, with two naive forecasts; on the line the two are equal. */

import { Delaunay, extent, scaleLinear, select } from 'd3'
import type { Quantity } from '../../sim/indicators/indicator.ts'
import { format, signFirst, type Format } from './format.ts'
import { frame, textWidth, tooltip } from './frame.ts'
import { spread, wrap } from './labels.ts'
import type { ChartWords } from './words.ts'
import './charts.css'

export interface ScatterPoint {
  id: string
  name: string
  observed: number
  model: number
  low: number | null
  high: number | null
  carriedForward: number
  logistic: number
}

export interface ScatterData {
  title: string
  unit: string
  quantity: Quantity
  /** Values are changes, written with a sign. */
  difference?: boolean
  points: readonly ScatterPoint[]
  /** Shades what lies this near to the line. */
  reach?: number
}

/** How many of the places that lie farthest from the line bear their names. */
const named = 6
const lineHeight = 20

export function scatter(container: HTMLElement, words: ChartWords) {
  const box = frame(container, 'scatter')
  const { element } = box
  const tip = tooltip(element)
  element.tabIndex = 0
  element.setAttribute('role', 'application')
  const live = element.appendChild(document.createElement('div'))
  live.className = 'map-live'
  live.setAttribute('aria-live', 'polite')

  const svg = select(element).insert('svg', ':first-child').attr('aria-hidden', 'true')
  const heading = svg.append('g')
  const plot = svg.append('g').attr('class', 'plot')
  const reachBand = plot.append('path').attr('class', 'reach')
  const grid = plot.append('g')
  const equal = plot.append('line').attr('class', 'equal')
  const equalName = plot.append('text').attr('class', 'soft halo')
  const naive = plot.append('g')
  const marks = plot.append('g')
  const names = plot.append('g')

  let data: ScatterData | undefined
  let numbers: Format
  let nearest: Delaunay<ScatterPoint> | undefined
  let shown = -1
  const x = scaleLinear()
  const y = scaleLinear()

  box.onResize(draw)
  element.addEventListener('pointermove', point)
  element.addEventListener('pointerdown', point)
  element.addEventListener('pointerleave', event => {
    if (event.pointerType === 'mouse') show(-1)
  })
  element.addEventListener('blur', () => show(-1))
  element.addEventListener('keydown', press)

  return {
    update(next: ScatterData) {
      data = next
      shown = -1
      tip.hide()
      draw()
    },
    svg: () => svg.node()!,
    destroy: box.destroy,
  }

  function draw() {
    const { width, height } = box.size
    if (!data || !width || !height) return
    const { title, unit, quantity, points, reach = 0, difference = false } = data
    numbers = format(quantity, words)
    svg.attr('viewBox', `0 0 ${width} ${height}`)
    element.setAttribute('aria-label', words.scatter.label(title, unit, points.length))

    const top = drawHeading(width) + 12
    const all = points.flatMap(p => [p.observed, p.model, p.carriedForward, p.logistic, p.low ?? p.model, p.high ?? p.model])
    const domain = extent(all.filter(Number.isFinite)) as [number, number]
    if (domain[0] === undefined) return
    const bottom = height - 40
    y.domain(domain).nice(6).range([bottom, top])
    const ticks = y.ticks(6)
    const labels = numbers.axis(ticks, difference)
    const [before, ending] = numbers.around()
    const whole = labels.map((label, k) => (k === labels.length - 1 ? signFirst(number => before + number + ending, label) : label))
    const left = Math.ceil(Math.max(...whole.map(label => textWidth(element, label, 12)))) + 8
    x.domain(y.domain()).range([left, Math.min(width - 16, left + (bottom - top) * 1.25)])
    const [x0, x1] = x.range()
    const [low, high] = y.domain()

    grid.selectAll<SVGGElement, number>('g.y').data(ticks).join(enter => {
      const tick = enter.append('g').attr('class', 'y')
      tick.append('line').attr('class', 'grid')
      tick.append('text').attr('class', 'soft').attr('dy', '0.32em').attr('text-anchor', 'end')
      return tick
    }).attr('transform', value => `translate(0, ${y(value)})`).call(tick => {
      tick.select('line').attr('x1', x0).attr('x2', x1)
      tick.select('text').attr('x', x0 - 8).text((_, k) => whole[k])
    })
    grid.selectAll<SVGTextElement, number>('text.x').data(ticks).join('text').attr('class', 'x soft').attr('text-anchor', 'middle')
      .attr('x', value => x(value)).attr('y', bottom + 17).text((_, k) => whole[k])
    grid.selectAll('text.axis').data([words.scatter.observed]).join('text').attr('class', 'axis soft').attr('text-anchor', 'end')
      .attr('x', x1).attr('y', bottom + 34).text(name => `${name} →`)
    grid.selectAll('text.up').data([words.scatter.model]).join('text').attr('class', 'up soft halo')
      .attr('x', x0 + 4).attr('y', top + 4).text(name => `↑ ${name}`)

    equal.attr('x1', x(low)).attr('y1', y(low)).attr('x2', x(high)).attr('y2', y(high))
    equalName.attr('text-anchor', 'end').attr('x', x(high) - 10).attr('y', y(high) + 4).text(words.scatter.equal)
    const corner = (a: number, b: number) => `${x(a)},${y(Math.max(low, Math.min(high, b)))}`
    reachBand.attr('d', reach > 0
      ? `M${corner(low, low - reach)}L${corner(low, low + reach)}L${corner(high - reach, high)}L${corner(high, high)}`
        + `L${corner(high, high - reach)}L${corner(low + reach, low)}Z` : null)

    naive.selectAll<SVGGElement, ScatterPoint>('g').data(points, p => p.id).join(enter => {
      const group = enter.append('g')
      group.append('path').attr('class', 'naive carried')
      group.append('path').attr('class', 'naive logistic')
      return group
    }).call(group => {
      group.select('.carried').attr('d', p => (Number.isFinite(p.carriedForward) ? ring(x(p.observed), y(p.carriedForward)) : null))
      group.select('.logistic').attr('d', p => (Number.isFinite(p.logistic) ? cross(x(p.observed), y(p.logistic)) : null))
    })
    marks.selectAll<SVGGElement, ScatterPoint>('g').data(points, p => p.id).join(enter => {
      const group = enter.append('g')
      group.append('line').attr('class', 'interval')
      group.append('circle').attr('class', 'model').attr('r', 4.5)
      return group
    }).call(group => {
      group.select('line').attr('x1', p => x(p.observed)).attr('x2', p => x(p.observed))
        .attr('y1', p => y(p.low ?? p.model)).attr('y2', p => y(p.high ?? p.model))
      group.select('circle').attr('cx', p => x(p.observed)).attr('cy', p => y(p.model))
    })
    const far = points.toSorted((a, b) => Math.abs(b.model - b.observed) - Math.abs(a.model - a.observed)).slice(0, named)
    // Above the line to the left of the mark, below it to the right: there is room, and the names of one side keep clear of one another.
    const isAbove = (p: ScatterPoint) => p.model > p.observed
    const heights = new Map<string, number>()
    for (const side of [far.filter(isAbove), far.filter(p => !isAbove(p))]) {
      spread(side.map(p => y(p.model)), side.map(() => 15), top, bottom).forEach((at, k) => heights.set(side[k].id, at))
    }
    names.selectAll<SVGTextElement, ScatterPoint>('text').data(far, p => p.id).join('text').attr('class', 'halo')
      .attr('text-anchor', p => (isAbove(p) ? 'end' : 'start'))
      .attr('x', p => x(p.observed) + (isAbove(p) ? -8 : 8)).attr('y', p => heights.get(p.id)! + 4).text(p => p.name)

    nearest = Delaunay.from(points, p => x(p.observed), p => y(p.model))
    mark()
  }

  /** Title, unit and the key of the marks. */
  function drawHeading(width: number): number {
    const { title, unit } = data!
    const lines = wrap(title, width, text => textWidth(element, text, 15, 600))
    heading.selectAll('text.title').data(lines).join('text').attr('class', 'title').attr('y', (_, k) => 14 + k * lineHeight).text(text => text)
    let bottom = lines.length * lineHeight
    heading.selectAll('text.unit').data([unit]).join('text').attr('class', 'unit').attr('y', bottom + 13).text(text => text)
    bottom += 17
    const keys = [
      { name: words.scatter.model, mark: 'model', path: disc(5, -4) },
      { name: words.scatter.carriedForward, mark: 'naive', path: ring(5, -4) },
      { name: words.scatter.logistic, mark: 'naive', path: cross(5, -4) },
    ]
    let at = 0
    bottom += 18
    const key = heading.selectAll<SVGGElement, (typeof keys)[0]>('g').data(keys).join(enter => {
      const group = enter.append('g')
      group.append('path')
      group.append('text').attr('class', 'soft').attr('x', 14)
      return group
    })
    key.attr('transform', ({ name }) => {
      const room = 14 + textWidth(element, name, 12)
      if (at > 0 && at + room > width) {
        at = 0
        bottom += 17
      }
      const place = `translate(${at}, ${bottom})`
      at += room + 16
      return place
    })
    key.select('path').attr('class', ({ mark: style }) => style).attr('d', ({ path }) => path)
    key.select('text').text(({ name }) => name)
    return bottom
  }

  function mark() {
    const id = data?.points[shown]?.id
    marks.selectAll<SVGGElement, ScatterPoint>('g').classed('shown', p => p.id === id)
    naive.selectAll<SVGGElement, ScatterPoint>('g').classed('faded', p => shown >= 0 && p.id !== id)
  }

  function show(index: number) {
    if (index === shown) return
    shown = index
    mark()
    const p = data?.points[index]
    if (!p) {
      tip.hide()
      live.textContent = ''
      return
    }
    const write = data!.difference ? numbers.difference : numbers.value
    const rows = [
      { label: words.scatter.model, value: p.low === null || p.high === null ? write(p.model)
        : words.scatter.between(write(p.model), numbers.number(p.low), numbers.number(p.high)) },
      { label: words.scatter.observed, value: write(p.observed) },
      { label: words.scatter.carriedForward, value: write(p.carriedForward) },
      { label: words.scatter.logistic, value: write(p.logistic) },
    ]
    live.textContent = words.scatter.reading(p.name, rows.map(({ label, value }) => words.line.reading(label, value)))
    tip.show({ heading: p.name, rows }, x(p.observed), y(p.model))
  }

  function point(event: PointerEvent) {
    if (!data || !nearest) return
    const { left, top } = element.getBoundingClientRect()
    const [atX, atY] = [event.clientX - left, event.clientY - top]
    const index = nearest.find(atX, atY)
    const p = data.points[index]
    show(p && (x(p.observed) - atX) ** 2 + (y(p.model) - atY) ** 2 < 40 ** 2 ? index : -1)
  }

  /** The arrow keys go through the places by what was observed there. */
  function press(event: KeyboardEvent) {
    if (!data || event.altKey || event.ctrlKey || event.metaKey) return
    if (event.key === 'Escape') return show(-1)
    const order = data.points.map((_, k) => k).sort((a, b) => data!.points[a].observed - data!.points[b].observed)
    const at = order.indexOf(shown)
    const last = order.length - 1
    const to = { ArrowRight: at + 1, ArrowUp: at + 1, ArrowLeft: at - 1, ArrowDown: at - 1, Home: 0, End: last }[event.key]
    if (to === undefined) return
    event.preventDefault()
    show(order[Math.max(0, Math.min(last, to))])
  }
}

const radius = 3.5
const ring = (x: number, y: number) => `M${x - radius},${y}a${radius},${radius} 0 1 0 ${2 * radius},0a${radius},${radius} 0 1 0 ${-2 * radius},0`
const disc = (x: number, y: number) => `${ring(x, y)}Z`
const cross = (x: number, y: number) => `M${x - 3},${y - 3}l6,6m0,-6l-6,6`
