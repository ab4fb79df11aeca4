/** Lines over the years: what the model gives, what was observed, and the year shown as a rule through them. */

import { area, interrupt, line as linePath, scaleLinear, select, ticks, type BaseType, type Selection } from 'd3'
import type { Quantity } from '../../sim/indicators/indicator.ts'
import { format, signFirst, type Format } from './format.ts'
import { frame, textWidth, tooltip, type TipRow } from './frame.ts'
import { freeLine, spread, wrap } from './labels.ts'
import { towardsInk } from './palette.ts'
import { sideBySide } from './side-by-side.ts'
import type { ChartWords } from './words.ts'
import './charts.css'

export interface Point {
  year: number
  value: number
}

export interface Line {
  id: string
  /** Stands at the end of the line; empty for none. */
  label: string
  /** Where the tooltip has a row for each of several things and a column for each run: which row and which column. */
  group?: string
  column?: string
  /** A colour or a custom property, such as `var(--accent)`. */
  colour: string
  dashed?: boolean
  dotted?: boolean
  points: readonly Point[]
  /** Where the value lies in most runs. */
  band?: readonly { year: number; low: number; high: number }[]
  /** Single runs. */
  faint?: readonly (readonly Point[])[]
}

export interface ObservedPoints {
  /** Publisher and table; shown with the point. */
  source: string
  points: readonly Point[]
  /** What was observed, where the chart has several. */
  label?: string
  /** Whether the model was fitted to these points or they were kept back; unsaid where that is not the question. */
  use?: 'fitted' | 'heldBack'
}

export interface LineChartData {
  title: string
  unit: string
  quantity: Quantity
  /** The largest number that the unit was chosen for. */
  reach?: number
  /** First and last year of the axis. */
  years: readonly [number, number]
  yearShown: number
  lines: readonly Line[]
  observed?: readonly ObservedPoints[]
  /** The first year of a changed policy. */
  policyFrom?: number
  /** The first year that no observation reaches. */
  projectionFrom?: number
  /** What those years are, if not a projection. */
  projectionName?: string
  /** Whether the axis must reach zero. */
  domain?: 'zero' | 'auto'
  /** Values that the axis covers whatever the lines are, so that it does not jump from run to run. */
  covers?: readonly [number, number]
  /** Values are differences: signs and percentage points, and a line at zero. */
  difference?: boolean
  /** The lines are of an older run than the one now asked for, or a lever is being dragged: no transitions. */
  dim?: boolean
  reducedMotion?: boolean
}

const duration = 200
const lineHeight = 20

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
  const heading = svg.append('g').attr('class', 'heading')
  const plot = svg.append('g').attr('class', 'plot')
  const ground = plot.append('rect').attr('class', 'projection')
  const yAxis = plot.append('g').attr('class', 'y-axis')
  const zero = plot.append('line').attr('class', 'zero')
  const xAxis = plot.append('g').attr('class', 'x-axis')
  const notes = plot.append('g').attr('class', 'notes')
  const bands = plot.append('g')
  const faints = plot.append('g')
  const strokes = plot.append('g')
  const circles = plot.append('g')
  const ends = plot.append('g').attr('class', 'ends')
  const rule = plot.append('g').attr('class', 'year-rule')

  let data: LineChartData | undefined
  let numbers: Format
  let drawn = false
  let tipBy: 'pointer' | 'keys' | undefined
  let pointing = false
  /** Whether a button or finger that came down in the chart is still down. */
  let holding = false
  const x = scaleLinear()
  const y = scaleLinear()
  let plotTop = 0
  let plotBottom = 0

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
    const { title, unit, years, lines, observed = [], dim = false, reducedMotion = false, difference = false } = data
    numbers = format(data.quantity, words, false, data.reach)
    const animate = drawn && !dim && !reducedMotion

    svg.attr('viewBox', `0 0 ${width} ${height}`).classed('dim', dim)
    // Not before: a slider without a name and a value is none.
    element.setAttribute('role', 'slider')
    element.setAttribute('aria-orientation', 'horizontal')
    element.setAttribute('aria-label', words.line.label(title, unit, years[0], years[1]))
    element.setAttribute('aria-valuemin', String(years[0]))
    element.setAttribute('aria-valuemax', String(years[1]))

    const titleHeight = beside.roomFor(drawHeading(width))
    plotTop = titleHeight + (data.policyFrom !== undefined || data.projectionFrom !== undefined ? 22 : 10)
    plotBottom = height - 24
    y.domain(valueRange(data)).range([plotBottom, plotTop])
    const tickCount = Math.max(3, Math.round((plotBottom - plotTop) / 42))
    y.nice(tickCount)
    const yTicks = y.ticks(tickCount)

    // The axis takes what its numbers need, the labels at the line ends at most two fifths.
    // A long unit would lie across the plot, and that of a difference on its lines; the heading has it.
    const [before, ending] = numbers.around(difference)
    const after = difference || ending.length > 4 ? '' : ending
    const yLabels = numbers.axis(yTicks, difference).map((label, i) =>
      (i === yTicks.length - 1 ? signFirst(number => before + number, label) : label))
    const gap = after.length === 1 ? 18 : 8
    const left = Math.ceil(Math.max(...yLabels.map(label => textWidth(element, label, 12)))) + gap
    const labelled = lines.filter(line => line.label && line.points.some(({ value }) => !Number.isNaN(value)))
    const labelLines = labelled.map(endLabel).map(label => wrap(label, width * 0.36, text => textWidth(element, text, 12, 600)))
    const right = Math.max(14, ...labelLines.flat().map(text => Math.ceil(textWidth(element, text, 12, 600)) + 12))
    x.domain(years).range([left, Math.max(left + 40, width - right)])
    const [x0, x1] = x.range()

    // Axes, zero, ground
    yAxis.selectAll<SVGGElement, number>('g').data(yTicks, value => value)
      .join(enter => {
        const tick = enter.append('g')
        tick.append('line').attr('class', 'grid')
        tick.append('text').attr('class', 'soft number').attr('dy', '0.32em').attr('text-anchor', 'end')
        tick.append('text').attr('class', 'soft halo after').attr('dy', '0.32em')
        return tick.attr('transform', value => `translate(0, ${y(value)})`)
      })
      .call(tick => {
        const last = yTicks[yTicks.length - 1]
        tick.select('line').attr('x1', x0).attr('x2', x1)
        const edge = x0 - gap
        tick.select('.number').attr('x', edge).text((_, i) => yLabels[i])
        tick.select('.after').attr('x', edge).text(value => (value === last ? after.replace(/^ /, '\u00a0') : ''))
      })
      .call(tick => moving(tick, animate).attr('transform', value => `translate(0, ${y(value)})`))
    const [low, high] = y.domain()
    zero.attr('x1', x0).attr('x2', x1).attr('y1', y(0)).attr('y2', y(0))
      .attr('visibility', low <= 0 && high >= 0 ? null : 'hidden')

    const { policyFrom, projectionFrom } = data
    const projected = projectionFrom !== undefined && projectionFrom < years[1]
    ground.attr('visibility', projected ? null : 'hidden')
    if (projected) {
      const from = x(Math.max(projectionFrom - 0.5, years[0]))
      ground.attr('x', from).attr('y', plotTop).attr('width', Math.max(0, x1 - from)).attr('height', Math.max(0, plotBottom - plotTop))
    }
    drawNotes(x1, policyFrom, projected)

    // Lines; a path whose number of points has changed cannot slide into its new place.
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
    const radius = Math.max(1.8, Math.min(3, (x1 - x0) / (years[1] - years[0] || 1) * 0.4))
    moving(circles.selectAll<SVGCircleElement, (typeof seen)[0]>('circle').data(seen)
      .join(enter => enter.append('circle').attr('cx', p => x(p.year)).attr('cy', p => y(p.value)))
      .attr('class', p => `observed ${p.use ?? ''}`).attr('r', radius),
    animate).attr('cx', p => x(p.year)).attr('cy', p => y(p.value))

    drawEnds(labelled, labelLines, x1)
    drawn = true
    drawYear()
  }

  /** Title, unit and the key of circles and of lines without a name at their end; gives back the height it takes. */
  function drawHeading(width: number): number {
    const { title, unit, observed } = data!
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
    const unnamed = data!.lines.filter(({ label, group, column }, k, all) => !label && group && all.findIndex(other => !other.label && other.column === column) === k)
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

  /** Where the policy starts and the projection begins, in one row above the plot. */
  function drawNotes(x1: number, policyFrom: number | undefined, projected: boolean) {
    const starts = policyFrom !== undefined ? [policyFrom] : []
    notes.selectAll('line').data(starts).join('line').attr('class', 'policy')
      .attr('x1', year => x(year)).attr('x2', year => x(year)).attr('y1', plotTop - 4).attr('y2', plotBottom)
    const text = starts.map(year => words.line.policyFrom(year))
    const textRoom = text.map(note => textWidth(element, note, 12))
    const from = starts.map((year, i) => Math.max(0, Math.min(x(year) - 2, x1 - textRoom[i])))
    notes.selectAll('text.start').data(text).join('text').attr('class', 'start soft')
      .attr('x', (_, i) => from[i]).attr('y', plotTop - 8).text(note => note)
    // The projection's name yields its place above the plot to the policy's.
    const ahead = data!.projectionName ?? words.line.projection
    const projectionRoom = textWidth(element, ahead, 12)
    const clear = from.every((left, i) => left + textRoom[i] + 12 < x1 - projectionRoom)
    // Within the plot it stands as low as no line runs through it, and nowhere if they leave no room.
    const base = clear ? plotTop - 8 : freeLine(lineSpans(x1 - 10 - projectionRoom), plotTop + 14, plotBottom - 5)
    notes.selectAll('text.ahead').data(projected && base !== undefined ? [ahead] : []).join('text')
      .attr('class', 'ahead soft')
      .attr('text-anchor', 'end').attr('x', clear ? x1 : x1 - 4).attr('y', base ?? 0)
      .text(note => note)
  }

  /** From where to where each line and band runs, in px from above, to the right of `from`. */
  function lineSpans(from: number): [number, number][] {
    const year = x.invert(from)
    return data!.lines.flatMap(({ points, band = [] }) => [
      points.map(({ year, value }) => ({ year, low: value, high: value })), band,
    ]).map(all => {
      // One more on the left, whose line leads into it.
      const there = all.filter((point, k) => (all[k + 1] ?? point).year > year && !Number.isNaN(point.low + point.high))
      return [Math.min(...there.map(({ high }) => y(high))), Math.max(...there.map(({ low }) => y(low)))]
    })
  }

  function endLabel({ label, points }: Line): string {
    const ended = endedIn(points)
    return ended === undefined ? label : words.line.until(label, ended)
  }

  function drawEnds(labelled: Line[], labelLines: string[][], x1: number) {
    const last = labelled.map(({ points }) => points.findLast(({ value }) => !Number.isNaN(value))!)
    const heights = labelLines.map(lines => lines.length * 14 + 2)
    const centres = spread(last.map(({ value }) => y(value)), heights, plotTop - 8, plotBottom + 8)
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
      .selectAll<SVGTSpanElement, string>('tspan').data((_, i) => labelLines[i].map(text => ({ text, i })))
      .join('tspan').attr('x', x1 + 9)
      .attr('y', ({ i }, row) => centres[i] + 4 + (row - (labelLines[i].length - 1) / 2) * 14)
      .text(({ text }) => text)
  }

  /** The rule, a dot on every line, the year under the axis, and the tooltip if it is open. */
  function drawYear() {
    const { yearShown, lines, years } = data!
    const at = x(Math.max(years[0], Math.min(years[1], yearShown)))
    rule.selectAll('line').data([at]).join('line').attr('class', 'rule')
      .attr('x1', at).attr('x2', at).attr('y1', plotTop).attr('y2', plotBottom + 4)
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
      .attr('transform', year => `translate(${year === yearShown ? at : x(year)}, ${plotBottom})`)
      .call(tick => {
        tick.select('line').attr('y2', year => (year === yearShown ? 0 : 4))
        tick.select('text').attr('class', year => (year === yearShown ? 'strong' : 'soft')).text(year => String(year))
      })

    element.setAttribute('aria-valuenow', String(yearShown))
    const readings = rows().map(({ label, value }) => words.line.reading(label, [value].flat().join(' ')))
    element.setAttribute('aria-valuetext', words.line.yearReading(yearShown, readings))
    if (tipBy) showTip(tipBy)
  }

  function rows(): TipRow[] {
    const { lines, yearShown, difference } = data!
    return lines.map(({ label, id, colour, dashed, dotted, points, band }) => {
      const value = valueIn(points, yearShown)
      const around = band?.find(({ year }) => year === yearShown)
      const text = difference ? numbers.difference(value) : numbers.value(value)
      const spreadText = around && !Number.isNaN(around.low + around.high)
        ? ` (${numbers.interval(around.low, around.high, difference)})` : ''
      return { label: label || id, value: text + spreadText, colour, dashed, dotted }
    })
  }

  /** One row for each thing that is drawn, a column for each run of it; nothing where they are not so many. */
  function grouped(): { columns: string[]; rows: TipRow[] } | undefined {
    const { lines } = data!
    const columns = [...new Set(lines.flatMap(({ group, column }) => (group && column ? [column] : [])))]
    if (columns.length < 2) return undefined
    const single = rows()
    const groups = [...new Set(lines.flatMap(({ group }) => group ?? []))]
    return {
      columns,
      rows: groups.map(group => {
        const own = lines.findLast(line => line.group === group)!
        const value = columns.map(column => [single[lines.findIndex(line => line.group === group && line.column === column)]?.value ?? ''].flat().join())
        return { label: group, value, colour: own.colour }
      }),
    }
  }

  function showTip(by: 'pointer' | 'keys') {
    if (!data || !drawn) return
    tipBy = by
    const { yearShown, unit, observed = [] } = data
    const seen = observed.flatMap(({ source, label, points, use }) =>
      points.filter(({ year }) => Math.round(year) === yearShown).map(({ value }) => ({ source, label, value, use })))
    const told = grouped() ?? { rows: rows() }
    tip.show({
      heading: `${yearShown} · ${unit}`,
      ...told,
      rows: [...told.rows, ...seen.map(({ label, value, use }) => ({
        label: label ? `${words.line.observed}, ${label}` : use ? words.line[use] : words.line.observed,
        value: numbers.value(value),
      }))],
      note: [...new Set(seen.map(({ source }) => source))].filter(Boolean).join(' · ') || undefined,
    }, x(yearShown), (plotTop + plotBottom) / 2)
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
    if (atX < x0 - 12 || atX > x1 + 12 || atY < plotTop - 24 || atY > plotBottom + 24) {
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

/** The last year of a line of which there is nothing more to show, though the run goes on; undefined while there is. */
export function endedIn(points: readonly Point[]): number | undefined {
  const last = points.findLast(({ value }) => !Number.isNaN(value))
  return last === points.at(-1) ? undefined : last?.year
}

/** Lowest and highest value of everything drawn; a flat line still gets an axis. */
function valueRange(data: LineChartData): [number, number] {
  const { lines, observed = [], domain, difference, years, covers = [Infinity, -Infinity] } = data
  let low = Math.min(covers[0], domain === 'zero' || difference ? 0 : Infinity)
  let high = Math.max(covers[1], domain === 'zero' || difference ? 0 : -Infinity)
  const take = (value: number, year: number) => {
    if (Number.isNaN(value) || year < years[0] || year > years[1]) return
    low = Math.min(low, value)
    high = Math.max(high, value)
  }
  for (const { points, band = [], faint = [] } of lines) {
    for (const { value, year } of points) take(value, year)
    for (const { year, low: bottom, high: top } of band) {
      take(bottom, year)
      take(top, year)
    }
    for (const run of faint) for (const { value, year } of run) take(value, year)
  }
  for (const { points } of observed) for (const { value, year } of points) take(value, year)
  if (low > high) return [0, 1]
  if (low < high) return [low, high]
  if (low === 0) return difference ? [-0.01, 0.01] : [0, 1]
  return [low - Math.abs(low) * 0.05, high + Math.abs(high) * 0.05]
}

function valueIn(points: readonly Point[], year: number): number {
  const offset = year - (points[0]?.year ?? year)
  const near = points[offset]
  return (near?.year === year ? near : points.find(point => point.year === year))?.value ?? NaN
}

function onlyYearDiffers(a: LineChartData, b: LineChartData): boolean {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]) as Set<keyof LineChartData>
  keys.delete('yearShown')
  for (const key of keys) {
    if (key === 'years' ? a.years[0] !== b.years[0] || a.years[1] !== b.years[1] : a[key] !== b[key]) return false
  }
  return true
}

/** A selection that takes its next attributes slowly, or at once. */
function moving<E extends BaseType, D>(
  selection: Selection<E, D, BaseType, unknown>, animate: boolean,
): Selection<E, D, BaseType, unknown> {
  selection.interrupt()
  // A transition takes `attr` as a selection does; d3's types have no common face for the two.
  return animate ? (selection.transition().duration(duration) as unknown as typeof selection) : selection
}

function trace<D>(
  selection: Selection<SVGPathElement, D, BaseType, unknown>, path: (datum: D) => string, animate: boolean,
) {
  selection.each(function (datum) {
    const to = path(datum)
    const from = this.getAttribute('d') ?? ''
    if (from === to) return
    moving(select(this), animate && corners(from) === corners(to)).attr('d', to)
  })
}

function corners(path: string): number {
  return path.split(/[ML]/).length
}
