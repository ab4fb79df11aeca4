/** The map of the year shown: prefectures coloured by a value, towns and cities as circles, on one canvas. */

import { create } from 'd3'
import type { Topology } from 'topojson-specification'
import type { Quantity } from '../../sim/indicators/indicator.ts'
import { tiers, type Settlements } from '../../sim/record.ts'
import { arrowOf, neighbour } from './arrows.ts'
import { format, type Format } from './format.ts'
import { dontDraw, drawSoon } from './frames.ts'
import { largestOn, settlementCircles } from './map-circles.ts'
import { mapFrame } from './map-frame.ts'
import { defineHatch } from './map-hatch.ts'
import { mapScale, steadyBreaks, type MapKind, type MapScale } from './map-scale.ts'
import { mapUnits } from './map-units.ts'
import { viewOf, type MapView } from './map-view.ts'
import { themeOf } from './theme.ts'
import type { ChartWords } from './words.ts'
import './charts.css'

export type { MapKind } from './map-scale.ts'

export interface MapOptions {
  words: ChartWords
  /** TopoJSON with the object `pref`, whose units bear `code` and `province_code`. */
  geometry: Topology
  /** Order of `values`. */
  unitCodes: readonly number[]
  unitName(unit: number): string
  /** The unit under the pointer or the keys; null when there is none. */
  onHover?(unit: number | null): void
  onSelect?(unit: number): void
}

export interface MapData {
  title: string
  unit: string
  quantity: Quantity
  yearShown: number
  /** By unit; NaN where no one lives or nothing is known. */
  values: Float64Array
  kind: MapKind
  /** Changes and differences are relative, 0–1: "+3.4%" where a share would be in percentage points. */
  relative?: boolean
  /** Class breaks that mean something; round ones over the values where absent. */
  breaks?: readonly number[]
  nationalValue: number
  settlements: Settlements & { nameOf(settlement: number): string; unitOf(settlement: number): number }
  dim?: boolean
}

export function chinaMap(container: HTMLElement, options: MapOptions) {
  const { words, geometry, unitCodes, unitName, onHover, onSelect } = options
  const { outer, title, unitLine, box, tip, live, legendSvg, legend } = mapFrame(container, words)
  defineHatch(legendSvg)

  // Three canvases on one another: units, of which only those are filled again whose class has changed; borders, drawn
  // when the size changes; circles, drawn every year. The browser lays them together faster than we could copy them.
  const [fills, lines, pen] = Array.from({ length: 3 }, () => {
    const context = document.createElement('canvas').getContext('2d')!
    box.insertBefore(context.canvas, tip.element)
    return context
  })
  const units = mapUnits(fills, lines, geometry, unitCodes)
  const circles = settlementCircles()
  const breaksOf = steadyBreaks()

  let theme = themeOf(outer.element)
  let data: MapData | undefined
  let numbers: Format
  let scale: MapScale
  let legendKey = ''
  let view: MapView | undefined
  /** The page's colours have changed since the canvases were drawn. */
  let restyled = false
  let unit = -1
  let settlement = -1
  let byKeys = false
  let tipX = 0
  let tipY = 0

  const size = { width: 0, height: 0 }
  const sizes = new ResizeObserver(() => {
    Object.assign(size, { width: box.clientWidth, height: box.clientHeight })
    ask()
  })
  sizes.observe(box)

  box.addEventListener('pointermove', event => point(event))
  box.addEventListener('pointerdown', event => point(event))
  box.addEventListener('click', () => {
    if (unit >= 0) onSelect?.(unit)
  })
  box.addEventListener('pointerleave', event => {
    if (event.pointerType === 'mouse') clear()
  })
  box.addEventListener('keydown', press)
  box.addEventListener('focus', () => {
    if (box.matches(':focus-visible') && unit < 0) reach(largestUnit())
  })
  box.addEventListener('blur', clear)
  document.addEventListener('pointerdown', leave)

  return {
    update(next: MapData) {
      data = next
      prepare()
      ask()
    },
    /** To be called when the page's colours have changed. */
    refreshTheme() {
      theme = themeOf(outer.element)
      restyled = true
      ask()
    },
    /** A unit that another part of the page points at; null for none. */
    highlight(index: number | null) {
      unit = index ?? -1
      settlement = -1
      tip.hide()
      ask()
    },
    /** The same picture as vectors, for the SVG and PNG files. */
    svg: vector,
    destroy() {
      dontDraw(box)
      sizes.disconnect()
      document.removeEventListener('pointerdown', leave)
      outer.destroy()
    },
  }

  function ask() {
    drawSoon(box, draw)
  }

  /** Everything of an update that is not on the canvas. */
  function prepare() {
    if (!data) return
    const { title: subject, unit: unitText, yearShown, quantity, kind, values, nationalValue, relative, dim = false } = data
    numbers = format(quantity, words, relative)
    const colours = scale?.colours.join()
    scale = mapScale(kind, data.breaks ?? breaksOf(`${subject} ${kind} ${quantity}`, kind, values))
    if (view && scale.colours.join() !== colours) {
      units.clear()
      units.drawBorders(kind)
    }
    setText(title, `${subject}, ${yearShown}`)
    setText(unitLine, unitText)
    box.classList.toggle('dim', dim)
    box.setAttribute('aria-label', words.map.label(subject, unitText, yearShown))

    const { width } = outer.size
    const largest = largestOn(view)
    const key = [kind, quantity, relative, scale.breaks, nationalValue, width, largest].join(' ')
    if (key !== legendKey && width) {
      legendKey = key
      legend.update({ kind, scale, numbers, nationalValue, largest, units: unitCodes.length }, width)
    }
    if (view) circles.place(data.settlements, units.shaped()!.project, view)
    if (unit >= values.length) unit = -1
  }

  function draw() {
    const { width, height } = size
    // Shaping does not wait for something to show.
    if (!units.shaped()) return ask()
    if (!data || !width || !height) return
    const ratio = Math.min(window.devicePixelRatio || 1, 3)
    if (restyled || view?.width !== width || view.height !== height || view.ratio !== ratio) {
      const isFirst = !view
      resize(viewOf(width, height, ratio))
      // Borders, circles and key are enough for one frame; later sizes must not flicker.
      if (isFirst) return ask()
    }

    if (!units.fill(data.values, scale)) ask()
    pen.clearRect(0, 0, width, height)
    circles.draw(pen)
    units.mark(pen, unit)
    if (settlement >= 0) circles.mark(pen, settlement, theme.ink)
    if (tip.shown) showTip()
  }

  function resize(next: MapView) {
    view = next
    restyled = false
    legendKey = ''
    pen.canvas.width = Math.round(view.width * view.ratio)
    pen.canvas.height = Math.round(view.height * view.ratio)
    pen.setTransform(view.ratio, 0, 0, view.ratio, 0, 0)
    units.resize(view, theme)
    prepare()
    units.clear()
    units.drawBorders(data!.kind)
  }

  function point(event: PointerEvent) {
    if (!data || !view) return
    const { left, top } = box.getBoundingClientRect()
    const [x, y] = [event.clientX - left, event.clientY - top]
    byKeys = false
    const circle = circles.at(x, y)
    // Of a city, the unit it belongs to: its circle lies over others too.
    const found = circle >= 0 ? data.settlements.unitOf(circle) : units.at(x, y)
    if (circle === settlement && found === unit) return
    settlement = circle
    if (found !== unit) {
      unit = found
      onHover?.(unit < 0 ? null : unit)
    }
    if (unit < 0 && settlement < 0) tip.hide()
    else showTip(x, y)
    ask()
  }

  function press(event: KeyboardEvent) {
    const shapes = units.shaped()
    if (!data || !shapes) return
    if (event.key === 'Escape') return clear()
    if (event.key === 'Enter' && unit >= 0) return onSelect?.(unit)
    const direction = arrowOf(event)
    if (!direction) return
    reach(unit < 0 ? largestUnit() : neighbour(shapes.centreX, shapes.centreY, unit, direction))
  }

  function reach(next: number) {
    const shapes = units.shaped()
    if (next < 0 || !data || !shapes || !view) return
    byKeys = true
    settlement = -1
    unit = next
    onHover?.(unit)
    live.textContent = words.map.unitReading(unitName(unit), data.title, valueText(unit))
    showTip(shapes.centreX[unit] * view.k + view.dx, shapes.centreY[unit] * view.k + view.dy)
    ask()
  }

  /** Where the keys begin: the unit with the largest city. */
  function largestUnit(): number {
    const at = view && circles.ofLargest()
    return at ? Math.max(0, units.at(...at)) : 0
  }

  function showTip(x = tipX, y = tipY) {
    tipX = x
    tipY = y
    const { title: subject, settlements } = data!
    const rows = unit >= 0 ? [{ label: subject, value: valueText(unit) }] : []
    if (settlement < 0) {
      tip.show({ heading: unitName(unit), rows }, x, y)
      return
    }
    const residents = settlements.residents[settlement]
    const people = format('persons', words, false, residents).value(residents)
    const tierName = words.map.tiers[tiers[settlements.tier[settlement]]]
    tip.show({
      heading: settlements.nameOf(settlement),
      rows: [{ label: tierName, value: words.map.urbanResidents(people) },
        ...(unit >= 0 ? [{ label: `${unitName(unit)}: ${subject}`, value: valueText(unit) }] : [])],
    }, x, y)
  }

  function valueText(index: number): string {
    const value = data!.values[index]
    if (Number.isNaN(value)) return words.noData
    return data!.kind === 'level' ? numbers.value(value) : numbers.difference(value)
  }

  function clear() {
    tip.hide()
    if (unit >= 0) onHover?.(null)
    unit = -1
    settlement = -1
    byKeys = false
    live.textContent = ''
    ask()
  }

  function leave(event: Event) {
    if (!byKeys && (unit >= 0 || settlement >= 0) && !box.contains(event.target as Node)) clear()
  }

  /** Title, units, circles and key as one SVG, off the page. */
  function vector(): SVGSVGElement | undefined {
    if (!data || !view) return undefined
    const { width, height, k, dx, dy } = view
    const headHeight = 40
    const keyTop = height + headHeight + 8
    const svg = create<SVGSVGElement>('svg:svg').attr('viewBox', `0 0 ${width} ${keyTop + Number(legendSvg.getAttribute('height'))}`)
    svg.append('text').attr('y', 15).attr('class', 'title').text(title.textContent)
    svg.append('text').attr('y', 33).attr('class', 'unit').text(unitLine.textContent)
    const { values, kind } = data
    const prefectures = units.vector(values, scale, kind, index => `${unitName(index)}: ${valueText(index)}`)
    svg.append(() => prefectures).attr('transform', `translate(${dx}, ${headHeight + dy}) scale(${k})`)
    svg.append(() => circles.vector()).attr('transform', `translate(0, ${headHeight})`)
    // The key brings the hatch along, for itself and for the units.
    svg.append(() => legendSvg.cloneNode(true) as SVGSVGElement).attr('y', keyTop)
    return svg.node()!
  }
}

function setText(element: HTMLElement, text: string) {
  if (element.textContent !== text) element.textContent = text
}
