/** Who lives in villages, towns and cities, by age and sex: three pyramids side by side on one scale. */

import { interrupt, scaleLinear, select, type ScaleLinear } from 'd3'
import { areas, type Area } from '../../sim/record.ts'
import { format } from './format.ts'
import { frame, textWidth, tooltip, type TipRow } from './frame.ts'
import { wrap } from './labels.ts'
import { areaColour } from './palette.ts'
import { sliding } from './slide.ts'
import type { ChartWords } from './words.ts'
import './charts.css'

const groups = 18
const sexes = ['male', 'female'] as const

export interface PyramidData {
  title: string
  yearShown: number
  /** Residents, persons: `pyramid[(area * 2 + sex) * 18 + ageGroup]`. */
  pyramid: Float64Array
  /** The baseline of the same year, drawn as an outline. */
  base?: Float64Array
  /** Which part of China: another begins with a scale of its own. */
  stage?: string
  /** Bars are shares of the residents of their area instead of persons. */
  shares?: boolean
  /** What the bars are of, beside the baseline. */
  name: string
  /** Said of the unit, such as that it is of one run where other charts are of several. */
  ofUnit?(unit: string): string
  dim?: boolean
  reducedMotion?: boolean
}

interface Bar {
  area: number
  sex: number
  group: number
}

const bars: Bar[] = areas.flatMap((_, area) =>
  sexes.flatMap((_, sex) => Array.from({ length: groups }, (_, group) => ({ area, sex, group }))))

export function populationPyramid(container: HTMLElement, { words }: { words: ChartWords }) {
  const box = frame(container, 'pyramid')
  const { element } = box
  const tip = tooltip(element, true)

  // A slider over the age groups, so that keys and screen readers reach every bar.
  element.tabIndex = 0
  element.setAttribute('role', 'slider')
  element.setAttribute('aria-orientation', 'vertical')
  element.setAttribute('aria-valuemin', '0')
  element.setAttribute('aria-valuemax', String(groups - 1))

  const svg = select(element).insert('svg', ':first-child').attr('aria-hidden', 'true')
  const heading = svg.append('g')
  const plot = svg.append('g').attr('class', 'plot')
  const row = plot.append('rect').attr('class', 'row').attr('visibility', 'hidden')
  const grid = plot.append('g')
  const fills = plot.append('g')
  const outlines = plot.append('g')
  const names = plot.append('g')
  const ages = plot.append('g')

  let data: PyramidData | undefined
  let drawn = false
  let group = 0
  // The scale only grows while the years play, or the bars would seem to stand still.
  let reach = 0
  let reachOf = ''
  let top = 0
  let bottom = 0
  let step = 0

  box.onResize(() => {
    drawn = false
    draw()
  })
  element.addEventListener('pointermove', point)
  element.addEventListener('pointerdown', point)
  element.addEventListener('pointerleave', event => {
    if (event.pointerType === 'mouse') hide()
  })
  element.addEventListener('focus', () => {
    if (element.matches(':focus-visible')) show(box.size.width / 2)
  })
  element.addEventListener('blur', hide)
  element.addEventListener('keydown', press)
  document.addEventListener('pointerdown', leave)

  return {
    update(next: PyramidData) {
      data = next
      draw()
    },
    svg: () => svg.node()!,
    destroy() {
      document.removeEventListener('pointerdown', leave)
      svg.selectAll<SVGElement, unknown>('*').each(function () { interrupt(this) })
      box.destroy()
    },
  }

  function draw() {
    const { width, height } = box.size
    if (!data || !width || !height) return
    const { title, yearShown, shares = false, dim = false, reducedMotion = false } = data
    const animate = drawn && !dim && !reducedMotion
    const shown = valuesOf(data.pyramid, shares)
    const base = data.base && valuesOf(data.base, shares)
    svg.attr('viewBox', `0 0 ${width} ${height}`).classed('dim', dim)

    const scaleOf = `${data.stage} ${shares}`
    if (scaleOf !== reachOf) reach = 0
    reachOf = scaleOf
    reach = Math.max(reach, ...shown, ...(base ?? []))
    // One unit for heads, axis and tooltip.
    const people = format('persons', words, false, reach)
    const numbers = shares ? format('share', words) : people

    const headingLines = wrap(`${title}, ${yearShown}`, width, text => textWidth(element, text, 15, 600))
    heading.selectAll('text.title').data(headingLines).join('text').attr('class', 'title')
      .attr('y', (_, i) => 14 + i * 20).text(text => text)
    const { ofUnit = (unit: string) => unit } = data
    const unit = ofUnit(shares ? words.pyramid.shareUnit : words.pyramid.unit(reach))
    heading.selectAll('text.unit').data([unit]).join('text').attr('class', 'unit')
      .attr('y', headingLines.length * 20 + 13).text(text => text)

    const ageMarks = Array.from({ length: groups }, (_, k) => k * 5).filter(age => age % 20 === 0)
    const left = Math.ceil(Math.max(...ageMarks.map(age => textWidth(element, String(age), 12)))) + 10
    top = headingLines.length * 20 + 17 + 60
    bottom = height - 22
    step = (bottom - top) / groups
    const gap = Math.max(10, width * 0.02)
    const panel = (width - left - gap * (areas.length - 1)) / areas.length
    const middle = (area: number) => left + area * (panel + gap) + panel / 2
    const length = scaleLinear([0, reach || 1], [0, panel / 2])
    const tickValues = clearTicks(length, gap, value => textWidth(element, numbers.axis([value])[0], 12))

    // Ages run through all three panels as gridlines at every twentieth year.
    ages.selectAll('text').data(ageMarks).join('text').attr('class', 'soft').attr('text-anchor', 'end')
      .attr('x', left - 8).attr('y', age => bottom - (age / 5) * step + 4).text(age => String(age))
    ages.selectAll('text.age').data(width < 560 ? [] : [words.pyramid.age]).join('text').attr('class', 'age soft')
      .attr('x', 0).attr('y', top - 8).text(text => text)
    grid.selectAll('line.age').data(areas.flatMap((_, area) => ageMarks.map(age => ({ area, age })))).join('line')
      .attr('class', 'age grid').attr('x1', mark => middle(mark.area) - panel / 2)
      .attr('x2', mark => middle(mark.area) + panel / 2)
      .attr('y1', mark => bottom - (mark.age / 5) * step).attr('y2', mark => bottom - (mark.age / 5) * step)

    const marks = areas.flatMap((_, area) => [-1, 1].flatMap(side => tickValues.map(value => ({ area, side, value }))))
    const markX = (mark: (typeof marks)[0]) => middle(mark.area) + mark.side * length(mark.value)
    const labels = numbers.axis(tickValues)
    grid.selectAll('line.size').data(marks).join('line').attr('class', 'size grid')
      .attr('x1', markX).attr('x2', markX)
      .attr('y1', top).attr('y2', bottom)
    grid.selectAll('text.size').data(marks).join('text').attr('class', 'size soft').attr('text-anchor', 'middle')
      .attr('x', markX).attr('y', bottom + 16)
      .text(mark => labels[tickValues.indexOf(mark.value)])
    grid.selectAll('text.none').data(areas).join('text').attr('class', 'none soft').attr('text-anchor', 'middle')
      .attr('x', (_, area) => middle(area)).attr('y', bottom + 16).text('0')

    const thickness = Math.max(1, step - 1)
    const bar = fills.selectAll<SVGRectElement, Bar>('rect').data(bars).join(enter => enter.append('rect')
      .attr('class', ({ sex }) => `bar ${sexes[sex]}`).style('fill', ({ area }) => areaColour[areas[area]]))
      .attr('y', at => bottom - (at.group + 1) * step + 0.5).attr('height', thickness)
    sliding(bar, animate).attr('x', (at, i) => (at.sex === 0 ? middle(at.area) - length(shown[i]) : middle(at.area)))
      .attr('width', (_, i) => length(shown[i]))

    // One outline per area and sex: steps, as the bars are.
    const sides = base ? areas.flatMap((_, area) => sexes.map((_, sex) => ({ area, sex }))) : []
    // Twice: a light line below keeps the grey one readable on the bars.
    const strokes = ['base under', 'base'].flatMap(name => sides.map(side => ({ ...side, name })))
    outlines.selectAll('path').data(strokes).join('path').attr('class', ({ name }) => name)
      .attr('d', ({ area, sex }) => {
      const side = sex === 0 ? -1 : 1
      let path = `M${middle(area)},${bottom}`
      for (let k = 0; k < groups; k++) {
        path += `H${middle(area) + side * length(base![(area * 2 + sex) * groups + k])}V${bottom - (k + 1) * step}`
      }
      return `${path}H${middle(area)}`
    })

    const persons = areas.map((_, area) => total(data!.pyramid, area)).map(sum => (sum > 0 ? people.value(sum) : '0'))
    const totals = persons.map(words.pyramid.residents)
    // Where there is no room the unit above says of what.
    const fit = totals.every(text => textWidth(element, text, 12) < panel + gap - 4)
    names.selectAll('text.name').data(areas).join('text').attr('class', 'name strong').attr('text-anchor', 'middle')
      .attr('x', (_, area) => middle(area)).attr('y', top - 40).text(area => words.pyramid.area[area])
    names.selectAll('text.total').data(fit ? totals : persons).join('text').attr('class', 'total soft').attr('text-anchor', 'middle')
      .attr('x', (_, area) => middle(area)).attr('y', top - 25).text(text => text)
    names.selectAll('text.sex').data(sexes.map(sex => words.pyramid[sex])).join('text').attr('class', 'sex soft')
      // On both sides of the axis, above the bars.
      .attr('text-anchor', (_, sex) => (sex === 0 ? 'end' : 'start'))
      .attr('x', (_, sex) => middle(0) + (sex === 0 ? -6 : 6)).attr('y', top - 8).text(text => text)

    element.setAttribute('aria-label', words.pyramid.label(title, yearShown, areas.map((area, k) =>
      words.line.reading(words.pyramid.area[area], totals[k]))))
    say()
    drawn = true
    if (tip.shown) show(box.size.width / 2)
  }

  function say() {
    element.setAttribute('aria-valuenow', String(group))
    const { columns, rows } = readings()
    const parts = rows.map(({ label, value }) => words.line.reading(label,
      [value].flat().map((number, k) => (columns ? words.line.reading(columns[k], number) : number)).join(', ')))
    element.setAttribute('aria-valuetext', words.pyramid.groupReading(groupName(group), parts))
  }

  function readings(): { columns?: string[]; rows: TipRow[] } {
    const { pyramid, base, shares = false } = data!
    const numbers = shares ? format('share', words) : format('persons', words, false, reach)
    const shown = valuesOf(pyramid, shares)
    const before = base && valuesOf(base, shares)
    const rows = areas.flatMap((area: Area, a) => sexes.map((sex, s) => {
      const at = (a * 2 + s) * groups + group
      const value = numbers.value(shown[at])
      return {
        label: `${words.pyramid.area[area]}, ${words.pyramid[sex]}`,
        value: before ? [numbers.value(before[at]), value] : value,
        colour: areaColour[area],
      }
    }))
    return before ? { columns: [words.pyramid.baseline, data!.name], rows } : { rows }
  }

  function groupName(k: number): string {
    return k === groups - 1 ? words.pyramid.ageGroup(k * 5) : words.pyramid.ageGroup(k * 5, k * 5 + 4)
  }

  function show(atX: number) {
    if (!data || !drawn) return
    const y = bottom - (group + 1) * step
    row.attr('x', 0).attr('y', y).attr('width', box.size.width).attr('height', step).attr('visibility', null)
    tip.show({ heading: `${groupName(group)} · ${data.yearShown}`, ...readings() }, atX, y + step / 2)
    say()
  }

  function hide() {
    row.attr('visibility', 'hidden')
    tip.hide()
  }

  function leave(event: Event) {
    if (!element.contains(event.target as Node)) hide()
  }

  function point(event: PointerEvent) {
    const box = element.getBoundingClientRect()
    const k = Math.floor((bottom - (event.clientY - box.top)) / step)
    if (k < 0 || k >= groups) return hide()
    group = k
    show(event.clientX - box.left)
  }

  function press(event: KeyboardEvent) {
    const to: Record<string, number> = {
      ArrowUp: group + 1, ArrowRight: group + 1, ArrowDown: group - 1, ArrowLeft: group - 1,
      PageUp: group + 4, PageDown: group - 4, Home: 0, End: groups - 1,
    }
    if (event.key === 'Escape') return hide()
    if (!(event.key in to) || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    group = Math.max(0, Math.min(groups - 1, to[event.key]))
    show(box.size.width / 2)
  }
}

/**
 * Values of an axis that runs from a zero to both sides, as many as have room: no label meets another's, nor that of the panel beside.
 * @param gap px between two panels
 * @param widthOf px of a label
 */
export function clearTicks(length: ScaleLinear<number, number>, gap: number, widthOf: (value: number) => number): number[] {
  const half = length.range()[1]
  for (const count of [3, 2, 1]) {
    const values = length.ticks(count).filter(value => value > 0)
    // As many decimals as the finest of them has, all have.
    const width = Math.max(0, ...values.map(widthOf))
    const apart = values.every((value, k) => length(value) - length(values[k - 1] ?? 0) >= width + 8)
    const inside = values.filter(value => 2 * (half - length(value)) + gap >= width + 8)
    if (apart && inside.length > 0) return inside
  }
  // Where there is little room, one label as far out as it may stand.
  const alone = [4, 6, 10].flatMap(count => length.ticks(count)).filter(value => {
    const width = widthOf(value)
    return value > 0 && length(value) >= width / 2 + 10 && 2 * (half - length(value)) + gap >= width + 8
  })
  return alone.length > 0 ? [Math.max(...alone)] : []
}

function total(pyramid: Float64Array, area: number): number {
  let sum = 0
  for (let i = area * 2 * groups; i < (area + 1) * 2 * groups; i++) sum += pyramid[i]
  return sum
}

/** Persons as they are, or the share of each bar among the residents of its area. */
function valuesOf(pyramid: Float64Array, shares: boolean): Float64Array {
  if (!shares) return pyramid
  const sums = areas.map((_, area) => total(pyramid, area))
  return pyramid.map((value, i) => value / (sums[Math.floor(i / (2 * groups))] || 1))
}
