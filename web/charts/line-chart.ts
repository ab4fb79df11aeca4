/** Lines over the years: what the model gives, what was observed, and the year shown as a rule through them. */

import { area, interrupt, line as linePath, scaleLinear, select, ticks } from 'd3'
import { format, signFirst, type Format } from './format.ts'
import { frame, textWidth, tooltip } from './frame.ts'
import { wrap } from './labels.ts'
import { lineHeading } from './line-heading.ts'
import { lineEnds, lineNotes, type Plot } from './line-labels.ts'
import { readings, tipOf } from './line-readings.ts'
import { endedIn, onlyYearDiffers, valueIn, valueRange, type Line, type LineChartData, type Point } from './lines.ts'
import { sideBySide } from './side-by-side.ts'
import { sliding, trace } from './slide.ts'
import type { ChartWords } from './words.ts'
import './charts.css'

export interface LineChartOptions {
  words: ChartWords
  /** The reader goes to a year: by click, drag or keys. */
  onYear(year: number): void
  /** The year under the pointer; undefined when it leaves. */
  onPoint(year: number | undefined): void
}

export function lineChart(container: HTMLElement, { words, onYear, onPoint }: LineChartOptions) {
  const box = frame(container, 'line-chart')
  const { element } = box
  const tip = tooltip(element, true)

  element.tabIndex = 0

  const svg = select(element).insert('svg', ':first-child').attr('aria-hidden', 'true')
  const drawHeading = lineHeading(svg.append('g').attr('class', 'heading'), element, words)
  const inner = svg.append('g').attr('class', 'plot')
  const ground = inner.append('rect').attr('class', 'projection')
  const yAxis = inner.append('g').attr('class', 'y-axis')
  const zero = inner.append('line').attr('class', 'zero')
  const xAxis = inner.append('g').attr('class', 'x-axis')
  const drawNotes = lineNotes(inner.append('g').attr('class', 'notes'), element, words)
  const bands = inner.append('g')
  const faints = inner.append('g')
  const strokes = inner.append('g')
  const circles = inner.append('g')
  const drawEnds = lineEnds(inner.append('g').attr('class', 'ends'))
  const rule = inner.append('g').attr('class', 'year-rule')

  let data: LineChartData | undefined
  let numbers: Format
  let drawn = false
  let tipBy: 'pointer' | 'keys' | undefined
  let pointing = false
  /** Whether a button or finger that came down in the chart is still down. */
  let holding = false
  const plot: Plot = { x: scaleLinear(), y: scaleLinear(), top: 0, bottom: 0 }
  const { x, y } = plot

  const redraw = () => {
    drawn = false
    draw()
  }
  box.onResize(redraw)
  const beside = sideBySide(element, redraw)

  element.addEventListener('pointermove', point)
  element.addEventListener('pointerdown', point)
  element.addEventListener('pointerleave', event => {
    holding = false
    pointAt(undefined)
    if (event.pointerType === 'mouse') hideTip()
  })
  element.addEventListener('blur', hideTip)
  element.addEventListener('focus', () => {
    if (element.matches(':focus-visible')) showTip('keys')
  })
  element.addEventListener('keydown', press)
  document.addEventListener('pointerdown', leave)

  return {
    /** The same data give the same picture; where only the year differs, only the rule moves. */
    update(next: LineChartData) {
      const before = data
      data = next
      if (before && drawn && onlyYearDiffers(before, next)) drawYear()
      else draw()
    },
    /** Moves the rule without touching the rest. */
    showYear(year: number) {
      if (!data || data.yearShown === year) return
      data = { ...data, yearShown: year }
      if (drawn) drawYear()
    },
    /** For the SVG and PNG files. */
    svg: () => svg.node()!,
    destroy() {
      pointAt(undefined)
      document.removeEventListener('pointerdown', leave)
      svg.selectAll<SVGElement, unknown>('*').each(function () { interrupt(this) })
      beside.leave()
      box.destroy()
    },
  }

  function draw() {
    const { width, height } = box.size
    if (!data || width === 0 || height === 0) return
    const { title, unit, years, lines, dim = false, reducedMotion = false } = data
    numbers = format(data.quantity, words, false, data.reach)
    const animate = drawn && !dim && !reducedMotion

    svg.attr('viewBox', `0 0 ${width} ${height}`).classed('dim', dim)
    // Not before: a slider without a name and a value is none.
    element.setAttribute('role', 'slider')
    element.setAttribute('aria-orientation', 'horizontal')
    element.setAttribute('aria-label', words.line.label(title, unit, years[0], years[1]))
    element.setAttribute('aria-valuemin', String(years[0]))
    element.setAttribute('aria-valuemax', String(years[1]))

    const headingHeight = beside.roomFor(drawHeading(data, width))
    plot.top = headingHeight + (data.policyFrom !== undefined || data.projectionFrom !== undefined ? 22 : 10)
    plot.bottom = height - 24
    // The axis takes what its numbers need, the labels at the line ends at most two fifths.
    const labelled = lines.filter(({ label, points }) => label && points.some(({ value }) => !Number.isNaN(value)))
    const texts = labelled.map(line => wrap(endLabel(line), width * 0.36, text => textWidth(element, text, 12, 600)))
    const right = width - Math.max(14, ...texts.flat().map(text => Math.ceil(textWidth(element, text, 12, 600)) + 12))
    drawAxis(data, right, animate)
    drawNotes(data, plot, drawProjection(data))
    drawMarks(data, animate)
    drawEnds(labelled, texts, plot)
    drawn = true
    drawYear()
  }

  function endLabel({ label, points }: Line): string {
    const ended = endedIn(points)
    return ended === undefined ? label : words.line.until(label, ended)
  }

  /** The axis of values and the line at zero, after which both scales hold. @param right where the plot is to end, in px */
  function drawAxis(data: LineChartData, right: number, animate: boolean) {
    const { difference = false } = data
    y.domain(valueRange(data)).range([plot.bottom, plot.top])
    const tickCount = Math.max(3, Math.round((plot.bottom - plot.top) / 42))
    y.nice(tickCount)
    const yTicks = y.ticks(tickCount)
    const last = yTicks[yTicks.length - 1]

    // A long unit would lie across the plot, and that of a difference on its lines; the heading has it.
    const [before, ending] = numbers.around(difference)
    const after = difference || ending.length > 4 ? '' : ending
    const labels = numbers.axis(yTicks, difference).map((label, i) =>
      (yTicks[i] === last ? signFirst(number => before + number, label) : label))
    const gap = after.length === 1 ? 18 : 8
    const edge = Math.ceil(Math.max(...labels.map(label => textWidth(element, label, 12))))
    const left = edge + gap
    x.domain(data.years).range([left, Math.max(left + 40, right)])
    const [x0, x1] = x.range()

    yAxis.selectAll<SVGGElement, number>('g').data(yTicks, value => value)
      .join(enter => {
        const tick = enter.append('g')
        tick.append('line').attr('class', 'grid')
        tick.append('text').attr('class', 'soft number').attr('dy', '0.32em').attr('text-anchor', 'end')
        tick.append('text').attr('class', 'soft halo after').attr('dy', '0.32em')
        return tick.attr('transform', value => `translate(0, ${y(value)})`)
      })
      .call(tick => {
        tick.select('line').attr('x1', x0).attr('x2', x1)
        tick.select('.number').attr('x', edge).text((_, i) => labels[i])
        tick.select('.after').attr('x', edge).text(value => (value === last ? after.replace(/^ /, '\u00a0') : ''))
      })
      .call(tick => sliding(tick, animate).attr('transform', value => `translate(0, ${y(value)})`))
    const [low, high] = y.domain()
    zero.attr('x1', x0).attr('x2', x1).attr('y1', y(0)).attr('y2', y(0)).attr('visibility', low <= 0 && high >= 0 ? null : 'hidden')
  }

  /** @returns whether any year of the axis is projected */
  function drawProjection({ years, projectionFrom }: LineChartData): boolean {
    const projected = projectionFrom !== undefined && projectionFrom < years[1]
    ground.attr('visibility', projected ? null : 'hidden')
    if (projected) {
      const from = x(Math.max(projectionFrom - 0.5, years[0]))
      ground.attr('x', from).attr('y', plot.top)
        .attr('width', Math.max(0, x.range()[1] - from)).attr('height', Math.max(0, plot.bottom - plot.top))
    }
    return projected
  }

  /** Bands, single runs, lines and observed points. */
  function drawMarks({ lines, observed = [], years }: LineChartData, animate: boolean) {
    const path = linePath<Point>().defined(({ value }) => !Number.isNaN(value)).x(p => x(p.year)).y(p => y(p.value))
    const bandPath = area<{ year: number; low: number; high: number }>()
      .defined(p => !Number.isNaN(p.low + p.high)).x(p => x(p.year)).y0(p => y(p.low)).y1(p => y(p.high))
    trace(bands.selectAll<SVGPathElement, Line>('path').data(lines.filter(line => line.band?.length), line => line.id)
      .join('path').attr('class', 'band')
      .style('fill', line => line.colour), line => bandPath(line.band!) ?? '', animate)
    const single = lines.flatMap(line =>
      (line.faint ?? []).map((points, run) => ({ id: `${line.id} ${run}`, colour: line.colour, points })))
    trace(faints.selectAll<SVGPathElement, (typeof single)[0]>('path').data(single, run => run.id)
      .join('path').attr('class', 'faint').style('stroke', run => run.colour), run => path(run.points) ?? '', animate)
    trace(strokes.selectAll<SVGPathElement, Line>('path').data(lines, line => line.id)
      .join('path').attr('class', 'series').classed('dashed', line => line.dashed ?? false).classed('dotted', line => line.dotted ?? false)
      .style('stroke', line => line.colour), line => path(line.points) ?? '', animate)

    const seen = observed.flatMap(({ points, use }) => points.map(p => ({ ...p, use })))
      .filter(p => p.year >= years[0] && p.year <= years[1])
    const [x0, x1] = x.range()
    const radius = Math.max(1.8, Math.min(3, (x1 - x0) / (years[1] - years[0] || 1) * 0.4))
    sliding(circles.selectAll<SVGCircleElement, (typeof seen)[0]>('circle').data(seen)
      .join(enter => enter.append('circle').attr('cx', p => x(p.year)).attr('cy', p => y(p.value)))
      .attr('class', p => `observed ${p.use ?? ''}`).attr('r', radius),
    animate).attr('cx', p => x(p.year)).attr('cy', p => y(p.value))
  }

  /** The rule, a dot on every line, the year under the axis, and the tooltip if it is open. */
  function drawYear() {
    const { yearShown, lines, years } = data!
    const at = x(inside(yearShown))
    rule.selectAll('line').data([at]).join('line').attr('class', 'rule')
      .attr('x1', at).attr('x2', at).attr('y1', plot.top).attr('y2', plot.bottom + 4)
    const dots = lines.map(line => ({ line, value: valueIn(line.points, yearShown) }))
      .filter(({ value }) => !Number.isNaN(value))
    rule.selectAll<SVGCircleElement, (typeof dots)[0]>('circle').data(dots, ({ line }) => line.id)
      .join('circle').attr('class', 'dot').attr('r', 4).attr('cx', at).attr('cy', ({ value }) => y(value))
      .style('fill', ({ line }) => line.colour)

    const [x0, x1] = x.range()
    // The first and the last year always, those between as room allows, and none under the year shown.
    const clear = (year: number, other: number) => Math.abs(x(year) - x(other)) > 40
    const between = ticks(years[0], years[1], Math.max(2, Math.floor((x1 - x0) / 80)))
      .filter(year => Number.isInteger(year) && years.every(end => clear(year, end)))
    const marks = [...new Set([years[0], ...between, years[1]])].filter(year => clear(year, yearShown))
    xAxis.selectAll<SVGGElement, number>('g').data([...marks, yearShown], year => year).join(enter => {
      const tick = enter.append('g')
      tick.append('line').attr('class', 'grid')
      tick.append('text').attr('text-anchor', 'middle').attr('dy', 17)
      return tick
    })
      .attr('transform', year => `translate(${year === yearShown ? at : x(year)}, ${plot.bottom})`)
      .call(tick => {
        tick.select('line').attr('y2', year => (year === yearShown ? 0 : 4))
        tick.select('text').attr('class', year => (year === yearShown ? 'strong' : 'soft')).text(year => String(year))
      })

    element.setAttribute('aria-valuenow', String(yearShown))
    const said = readings(data!, numbers).map(({ label, value }) => words.line.reading(label, [value].flat().join(' ')))
    element.setAttribute('aria-valuetext', words.line.yearReading(yearShown, said))
    if (tipBy) showTip(tipBy)
  }

  function showTip(by: 'pointer' | 'keys') {
    if (!data || !drawn) return
    tipBy = by
    tip.show(tipOf(data, numbers, words), x(data.yearShown), (plot.top + plot.bottom) / 2)
  }

  function hideTip() {
    tipBy = undefined
    tip.hide()
  }

  function leave(event: Event) {
    if (!element.contains(event.target as Node)) hideTip()
  }

  function point(event: PointerEvent) {
    if (!data || !drawn) return
    const { left, top } = element.getBoundingClientRect()
    const [x0, x1] = x.range()
    const [atX, atY] = [event.clientX - left, event.clientY - top]
    if (atX < x0 - 12 || atX > x1 + 12 || atY < plot.top - 24 || atY > plot.bottom + 24) {
      pointAt(undefined)
      return hideTip()
    }
    showTip('pointer')
    if (event.buttons === 0) holding = false
    else if (event.type === 'pointerdown' && event.button === 0) holding = true
    const year = inside(Math.round(x.invert(atX)))
    if (holding) onYear(year)
    else pointAt(year)
  }

  /** Whoever only passes over the chart leaves the year as it was. */
  function pointAt(year: number | undefined) {
    if (pointing || year !== undefined) onPoint(year)
    pointing = year !== undefined
  }

  function press(event: KeyboardEvent) {
    if (!data) return
    const { yearShown, years } = data
    const to: Record<string, number> = {
      ArrowLeft: yearShown - 1, ArrowDown: yearShown - 1, ArrowRight: yearShown + 1, ArrowUp: yearShown + 1,
      PageDown: yearShown - 10, PageUp: yearShown + 10, Home: years[0], End: years[1],
    }
    if (event.key === 'Escape') return hideTip()
    if (!(event.key in to) || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    showTip('keys')
    onYear(inside(to[event.key]))
  }

  function inside(year: number): number {
    const { years } = data!
    return Math.max(years[0], Math.min(years[1], year))
  }
}
