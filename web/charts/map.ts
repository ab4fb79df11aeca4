/** The map of the year shown: prefectures coloured by a value, towns and cities as circles. */

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
import { mapPrefectures } from './map-prefectures.ts'
import { viewOf, type MapView } from './map-view.ts'
import { themeOf } from './theme.ts'
import type { ChartWords } from './words.ts'
import './charts.css'

export type { MapKind } from './map-scale.ts'

export interface MapOptions {
  words: ChartWords
  /** TopoJSON with the object `pref`, whose prefectures bear `code` and `province_code`. */
  geometry: Topology
  /** Order of `values`. */
  prefectureCodes: readonly number[]
  prefectureName(prefecture: number): string
  /** The prefecture under the pointer or the keys; null when there is none. */
  onHover?(prefecture: number | null): void
  onSelect?(prefecture: number): void
}

export interface MapData {
  title: string
  unit: string
  quantity: Quantity
  yearShown: number
  /** By prefecture; NaN where no one lives or nothing is known. */
  values: Float64Array
  kind: MapKind
  /** Changes and differences are relative, 0–1: "+3.4%" where a share would be in percentage points. */
  relative?: boolean
  /** Class breaks that mean something; round ones over the values where absent. */
  breaks?: readonly number[]
  nationalValue: number
  settlements: Settlements & { nameOf(settlement: number): string; prefectureOf(settlement: number): number }
  dim?: boolean
}

export function chinaMap(container: HTMLElement, options: MapOptions) {
  const { words, geometry, prefectureCodes, prefectureName, onHover, onSelect } = options
  const { outer, title, unitLine, box, tip, live, legendSvg, legend } = mapFrame(container, words)
  defineHatch(legendSvg)

  // Three canvases on one another: prefectures, of which only those are filled again whose class has changed; borders, drawn
  // when the size changes; circles, drawn every year. The browser lays them together faster than we could copy them.
  const [fills, lines, pen] = Array.from({ length: 3 }, () => {
    const context = document.createElement('canvas').getContext('2d')!
    box.insertBefore(context.canvas, tip.element)
    return context
  })
  const prefectures = mapPrefectures(fills, lines, geometry, prefectureCodes)
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
  let prefecture = -1
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
    if (prefecture >= 0) onSelect?.(prefecture)
  })
  box.addEventListener('pointerleave', event => {
    if (event.pointerType === 'mouse') clear()
  })
  box.addEventListener('keydown', press)
  box.addEventListener('focus', () => {
    if (box.matches(':focus-visible') && prefecture < 0) reach(largestPrefecture())
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
    /** A prefecture that another part of the page points at; null for none. */
    highlight(index: number | null) {
      prefecture = index ?? -1
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
      prefectures.clear()
      prefectures.drawBorders(kind)
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
      legend.update({ kind, scale, numbers, nationalValue, largest, covered: prefectureCodes.length }, width)
    }
    if (view) circles.place(data.settlements, prefectures.shaped()!.project, view)
    if (prefecture >= values.length) prefecture = -1
  }

  function draw() {
    const { width, height } = size
    // Shaping does not wait for something to show.
    if (!prefectures.shaped()) return ask()
    if (!data || !width || !height) return
    const ratio = Math.min(window.devicePixelRatio || 1, 3)
    if (restyled || view?.width !== width || view.height !== height || view.ratio !== ratio) {
      const isFirst = !view
      resize(viewOf(width, height, ratio))
      // Borders, circles and key are enough for one frame; later sizes must not flicker.
      if (isFirst) return ask()
    }

    if (!prefectures.fill(data.values, scale)) ask()
    pen.clearRect(0, 0, width, height)
    circles.draw(pen)
    prefectures.mark(pen, prefecture)
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
    prefectures.resize(view, theme)
    prepare()
    prefectures.clear()
    prefectures.drawBorders(data!.kind)
  }

  function point(event: PointerEvent) {
    if (!data || !view) return
    const { left, top } = box.getBoundingClientRect()
    const [x, y] = [event.clientX - left, event.clientY - top]
    byKeys = false
    const circle = circles.at(x, y)
    // Of a city, the prefecture it belongs to: its circle lies over others too.
    const found = circle >= 0 ? data.settlements.prefectureOf(circle) : prefectures.at(x, y)
    if (circle === settlement && found === prefecture) return
    settlement = circle
    if (found !== prefecture) {
      prefecture = found
      onHover?.(prefecture < 0 ? null : prefecture)
    }
    if (prefecture < 0 && settlement < 0) tip.hide()
    else showTip(x, y)
    ask()
  }

  function press(event: KeyboardEvent) {
    const shapes = prefectures.shaped()
    if (!data || !shapes) return
    if (event.key === 'Escape') return clear()
    if (event.key === 'Enter' && prefecture >= 0) return onSelect?.(prefecture)
    const direction = arrowOf(event)
    if (!direction) return
    reach(prefecture < 0 ? largestPrefecture() : neighbour(shapes.centreX, shapes.centreY, prefecture, direction))
  }

  function reach(next: number) {
    const shapes = prefectures.shaped()
    if (next < 0 || !data || !shapes || !view) return
    byKeys = true
    settlement = -1
    prefecture = next
    onHover?.(prefecture)
    live.textContent = words.map.reading(prefectureName(prefecture), data.title, valueText(prefecture))
    showTip(shapes.centreX[prefecture] * view.k + view.dx, shapes.centreY[prefecture] * view.k + view.dy)
    ask()
  }

  /** Where the keys begin: the prefecture with the largest city. */
  function largestPrefecture(): number {
    const at = view && circles.ofLargest()
    return at ? Math.max(0, prefectures.at(...at)) : 0
  }

  function showTip(x = tipX, y = tipY) {
    tipX = x
    tipY = y
    const { title: subject, settlements } = data!
    const rows = prefecture >= 0 ? [{ label: subject, value: valueText(prefecture) }] : []
    if (settlement < 0) {
      tip.show({ heading: prefectureName(prefecture), rows }, x, y)
      return
    }
    const residents = settlements.residents[settlement]
    const people = format('persons', words, false, residents).value(residents)
    const tierName = words.map.tiers[tiers[settlements.tier[settlement]]]
    tip.show({
      heading: settlements.nameOf(settlement),
      rows: [{ label: tierName, value: words.map.urbanResidents(people) },
        ...(prefecture >= 0 ? [{ label: `${prefectureName(prefecture)}: ${subject}`, value: valueText(prefecture) }] : [])],
    }, x, y)
  }

  function valueText(index: number): string {
    const value = data!.values[index]
    if (Number.isNaN(value)) return words.noData
    return data!.kind === 'level' ? numbers.value(value) : numbers.difference(value)
  }

  function clear() {
    tip.hide()
    if (prefecture >= 0) onHover?.(null)
    prefecture = -1
    settlement = -1
    byKeys = false
    live.textContent = ''
    ask()
  }

  function leave(event: Event) {
    if (!byKeys && (prefecture >= 0 || settlement >= 0) && !box.contains(event.target as Node)) clear()
  }

  /** Title, prefectures, circles and key as one SVG, off the page. */
  function vector(): SVGSVGElement | undefined {
    if (!data || !view) return undefined
    const { width, height, k, dx, dy } = view
    const headHeight = 40
    const keyTop = height + headHeight + 8
    const svg = create<SVGSVGElement>('svg:svg').attr('viewBox', `0 0 ${width} ${keyTop + Number(legendSvg.getAttribute('height'))}`)
    svg.append('text').attr('y', 15).attr('class', 'title').text(title.textContent)
    svg.append('text').attr('y', 33).attr('class', 'unit').text(unitLine.textContent)
    const { values, kind } = data
    const shapes = prefectures.vector(values, scale, kind, index => `${prefectureName(index)}: ${valueText(index)}`)
    svg.append(() => shapes).attr('transform', `translate(${dx}, ${headHeight + dy}) scale(${k})`)
    svg.append(() => circles.vector()).attr('transform', `translate(0, ${headHeight})`)
    // The key brings the hatch along, for itself and for the prefectures.
    svg.append(() => legendSvg.cloneNode(true) as SVGSVGElement).attr('y', keyTop)
    return svg.node()!
  }
}

function setText(element: HTMLElement, text: string) {
  if (element.textContent !== text) element.textContent = text
}
