/** The map of the year shown: prefectures coloured by a value, towns and cities as circles, on one canvas. */

import type { Topology } from 'topojson-specification'
import type { Quantity } from '../../sim/indicators/indicator.ts'
import { tiers, type Settlements } from '../../sim/record.ts'
import { format, type Format } from './format.ts'
import { dontDraw, drawSoon } from './frames.ts'
import { mapFrame, svgNs } from './map-frame.ts'
import { neighbour, shapingUnits, type Direction, type UnitShapes } from './map-geometry.ts'
import {
  circleFill, circleFillOpacity, circleInk, circleMarks, dotOpacity, dotRadius, largestRadius, radiusOf, ring,
} from './map-legend.ts'
import { mapScale, roundBreaks, type MapKind, type MapScale } from './map-scale.ts'
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

/** Units are shaped once, in a plane of this size; the canvas moves and stretches it to whatever size the map has. */
const plane = { width: 1000, height: 845 }
/** Milliseconds of a frame that shaping and filling may take. */
const budget = 8

export function chinaMap(container: HTMLElement, options: MapOptions) {
  const { words, geometry, unitCodes, unitName, onHover, onSelect } = options
  const { outer, title, unitLine, box, tip, live, legendSvg, legend } = mapFrame(container, words)
  legendSvg.append(hatchDefinition())

  // Three canvases on one another: units, of which only those are filled again whose class has changed; borders, drawn
  // when the size changes; circles, drawn every year. The browser lays them together faster than we could copy them.
  const [fills, lines, pen] = Array.from({ length: 3 }, () => {
    const context = document.createElement('canvas').getContext('2d')!
    box.insertBefore(context.canvas, tip.element)
    return context
  })
  let hatch: CanvasPattern | null = null
  let theme = { ground: '', ink: '', line: '' }

  let data: MapData | undefined
  let numbers: Format
  let scale: MapScale
  let legendKey = ''
  let held: { key: string; breaks: number[]; reach: number } | undefined
  let shapes: UnitShapes | undefined
  const paths: (Path2D | undefined)[] = []
  let unknownPath = new Path2D()
  const shaping = shape()
  /** Size of the box, and where the plane of the shapes lies in it: px = plane × k + dx. */
  let view = { width: 0, height: 0, k: 1, dx: 0, dy: 0 }
  let classes: Int8Array | undefined
  let ratio = 0
  let unit = -1
  let settlement = -1
  let byKeys = false
  let tipX = 0
  let tipY = 0

  // Places of the circles, kept for as long as the settlements stand where they stand.
  let placed: Float64Array | undefined
  let circleX = new Float64Array(0)
  let circleY = new Float64Array(0)
  let bySize = new Uint32Array(0)

  const size = { width: 0, height: 0 }
  const sizes = new ResizeObserver(() => {
    Object.assign(size, { width: box.clientWidth, height: box.clientHeight })
    ask()
  })
  sizes.observe(box)
  readTheme()

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
      readTheme()
      ratio = 0
      legendKey = ''
      prepare()
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
    const { title: subject, unit: unitText, yearShown, quantity, kind, values, nationalValue, dim = false } = data
    numbers = format(quantity, words, data.relative)
    const colours = scale?.colours.join()
    scale = mapScale(kind, data.breaks ?? holdBreaks())
    if (scale.colours.join() !== colours) {
      classes = undefined
      if (shapes) drawBorders()
    }
    setText(title, `${subject}, ${yearShown}`)
    setText(unitLine, unitText)
    box.classList.toggle('dim', dim)
    box.setAttribute('aria-label', words.map.label(subject, unitText, yearShown))

    const { width } = outer.size
    const key = [kind, quantity, data.relative, scale.breaks, nationalValue, width, largest()].join(' ')
    if (key !== legendKey && width) {
      legendKey = key
      legend.update({ kind, scale, numbers, nationalValue, largest: largest(), units: unitCodes.length }, width)
    }
    place(data.settlements)
    if (unit >= values.length) unit = -1
  }

  /** Breaks found from the values stay while the years play, unless the values leave them far behind. */
  function holdBreaks(): number[] {
    const { title: subject, kind, quantity, values } = data!
    const key = `${subject} ${kind} ${quantity}`
    let most = 0
    for (const value of values) if (Math.abs(value) > most) most = Math.abs(value)
    if (!held || held.key !== key || most > 2 * held.reach || most < held.reach / 4) {
      held = { key, reach: most, breaks: roundBreaks(kind, values) }
    }
    return held.breaks
  }

  function draw() {
    const { width, height } = size
    // Shaping does not wait for something to show.
    if (!shapes && !goOn(shaping)) return ask()
    if (!data || !width || !height) return
    const now = Math.min(window.devicePixelRatio || 1, 3)
    if (view.width !== width || view.height !== height || ratio !== now) {
      const isFirst = view.width === 0
      resize(width, height, now)
      // Borders, circles and key are enough for one frame; later sizes must not flicker.
      if (isFirst) return ask()
    }

    if (!colourUnits()) ask()
    pen.clearRect(0, 0, width, height)
    drawCircles()
    drawMarked()
    if (tip.shown) showTip()
  }

  /** Everything that is made once, in steps. */
  function* shape(): Generator<void> {
    const made = yield* shapingUnits(geometry, unitCodes, plane.width, plane.height)
    for (const outline of made.outline) {
      paths.push(outline ? new Path2D(outline) : undefined)
      yield
    }
    unknownPath = new Path2D(made.unknown)
    shapes = made
  }

  function resize(width: number, height: number, now: number) {
    const k = Math.min(width / plane.width, height / plane.height)
    view = { width, height, k, dx: (width - plane.width * k) / 2, dy: (height - plane.height * k) / 2 }
    placed = undefined
    place(data!.settlements)
    ratio = now
    for (const context of [pen, fills, lines]) {
      context.canvas.width = Math.round(width * ratio)
      context.canvas.height = Math.round(height * ratio)
    }
    pen.setTransform(ratio, 0, 0, ratio, 0, 0)
    toPlane(fills)
    toPlane(lines)
    classes = undefined
    hatch = hatchPattern()
    drawBorders()
    legendKey = ''
    prepare()
  }

  function toPlane(context: CanvasRenderingContext2D) {
    const { k, dx, dy } = view
    context.setTransform(ratio * k, 0, 0, ratio * k, ratio * dx, ratio * dy)
  }

  /** Fills only the units whose class differs from the last picture. @returns whether all are filled: a frame may be too short */
  function colourUnits(): boolean {
    const until = performance.now() + budget
    const { values } = data!
    if (!classes || classes.length !== values.length) {
      classes = new Int8Array(values.length).fill(-2)
      fills.clearRect(0, 0, plane.width, plane.height)
      fills.fillStyle = hatch ?? theme.line
      fills.fill(unknownPath)
    }
    for (let i = 0; i < values.length; i++) {
      const path = paths[i]
      const index = scale.classOf(values[i])
      if (!path || index === classes[i]) continue
      classes[i] = index
      fills.fillStyle = index < 0 ? (hatch ?? theme.line) : scale.colour(index)
      fills.fill(path)
      if (performance.now() > until) return false
    }
    return true
  }

  function drawBorders() {
    const { inset } = shapes!
    lines.clearRect(0, 0, plane.width, plane.height)
    lines.lineJoin = 'round'
    for (const { path, colour, opacity, width } of strokes()) {
      lines.strokeStyle = colour
      lines.globalAlpha = opacity
      lines.lineWidth = width / view.k
      lines.stroke(new Path2D(path))
    }
    lines.globalAlpha = 1
    lines.strokeStyle = theme.line
    lines.lineWidth = 1 / view.k
    lines.strokeRect(inset.x, inset.y, inset.width, inset.height)
  }

  /** Light lines over cividis, dark ones over the pale diverging colours; both are the same in light and dark. */
  function strokes() {
    const { borders, provinceBorders, edge, islands } = shapes!
    const [colour, faint, strong] = data!.kind === 'level' ? [circleFill, 0.4, 0.95] : [circleInk, 0.18, 0.55]
    return [
      { path: borders, colour, opacity: faint, width: 0.5 },
      { path: provinceBorders, colour, opacity: strong, width: 1 },
      { path: edge, colour: theme.ink, opacity: 0.5, width: 0.6 },
      { path: islands, colour: theme.ink, opacity: 1, width: 0.75 },
    ]
  }

  function drawCircles() {
    const { residents, tier } = data!.settlements
    const full = largest()
    pen.strokeStyle = circleInk
    for (const i of bySize) {
      const radius = radiusOf(residents[i], full)
      if (radius < 0.3 || Number.isNaN(circleX[i])) continue
      const { width, outer: second } = ring[tiers[tier[i]]]
      const dot = radius < dotRadius
      pen.globalAlpha = dot ? dotOpacity : circleFillOpacity
      pen.fillStyle = circleFill
      pen.beginPath()
      pen.arc(circleX[i], circleY[i], dot ? Math.max(0.6, radius) : radius, 0, 2 * Math.PI)
      pen.fill()
      if (dot) continue
      pen.globalAlpha = 1
      pen.lineWidth = width
      pen.stroke()
      if (!second) continue
      pen.lineWidth = 0.8
      pen.beginPath()
      pen.arc(circleX[i], circleY[i], radius + second, 0, 2 * Math.PI)
      pen.stroke()
    }
    pen.globalAlpha = 1
  }

  function drawMarked() {
    const path = paths[unit]
    if (path) {
      pen.save()
      toPlane(pen)
      pen.lineJoin = 'round'
      pen.strokeStyle = theme.ground
      pen.lineWidth = 4 / view.k
      pen.stroke(path)
      pen.strokeStyle = theme.ink
      pen.lineWidth = 2 / view.k
      pen.stroke(path)
      pen.restore()
    }
    if (settlement < 0) return
    pen.strokeStyle = theme.ink
    pen.lineWidth = 2.5
    pen.beginPath()
    const radius = radiusOf(data!.settlements.residents[settlement], largest()) + 2
    pen.arc(circleX[settlement], circleY[settlement], radius, 0, 2 * Math.PI)
    pen.stroke()
  }

  function largest(): number {
    return Math.max(9, Math.min(largestRadius, view.width / 38, (view.height * 1.25) / 38))
  }

  function place(settlements: MapData['settlements']) {
    const { longitude, latitude, residents } = settlements
    if (!shapes) return
    if (placed !== longitude || circleX.length !== longitude.length) {
      placed = longitude
      circleX = new Float64Array(longitude.length)
      circleY = new Float64Array(longitude.length)
      for (let i = 0; i < longitude.length; i++) {
        const at = shapes.project([longitude[i], latitude[i]])
        circleX[i] = at ? at[0] * view.k + view.dx : NaN
        circleY[i] = at ? at[1] * view.k + view.dy : NaN
      }
      bySize = new Uint32Array(longitude.length).map((_, i) => i)
    }
    // Large first, so that a small one stands on it; nearly in order from last year, which is what sorting likes.
    bySize.sort((a, b) => residents[b] - residents[a])
  }

  function point(event: PointerEvent) {
    if (!data || !shapes) return
    const { left, top } = box.getBoundingClientRect()
    const [x, y] = [event.clientX - left, event.clientY - top]
    byKeys = false
    const circle = circleAt(x, y)
    // Of a city, the unit it belongs to: its circle lies over others too.
    const found = circle >= 0 ? data.settlements.unitOf(circle) : unitAt(x, y)
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

  /** The smallest circle that holds the point; those too small to aim at are left out. */
  function circleAt(x: number, y: number): number {
    const { residents } = data!.settlements
    const full = largest()
    for (let k = bySize.length - 1; k >= 0; k--) {
      const i = bySize[k]
      const radius = radiusOf(residents[i], full)
      if (radius < 2) continue
      const [dx, dy] = [circleX[i] - x, circleY[i] - y]
      if (dx * dx + dy * dy <= (radius + 1) ** 2) return i
    }
    return -1
  }

  function unitAt(x: number, y: number): number {
    const { boxes } = shapes!
    const [planeX, planeY] = [(x - view.dx) / view.k, (y - view.dy) / view.k]
    for (let i = 0; i < paths.length; i++) {
      const path = paths[i]
      const within = planeX >= boxes[4 * i] && planeX <= boxes[4 * i + 2]
        && planeY >= boxes[4 * i + 1] && planeY <= boxes[4 * i + 3]
      if (!path || !within) continue
      // The point is taken in the canvas's own pixels, whatever the transform.
      if (fills.isPointInPath(path, x * ratio, y * ratio)) return i
    }
    return -1
  }

  function press(event: KeyboardEvent) {
    const directions: Record<string, Direction> = {
      ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down',
    }
    if (!data || !shapes || event.altKey || event.ctrlKey || event.metaKey) return
    if (event.key === 'Escape') return clear()
    if (event.key === 'Enter' && unit >= 0) return onSelect?.(unit)
    const direction = directions[event.key]
    if (!direction) return
    event.preventDefault()
    reach(unit < 0 ? largestUnit() : neighbour(shapes.centreX, shapes.centreY, unit, direction))
  }

  function reach(next: number) {
    if (next < 0 || !data || !shapes) return
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
    if (!data || !shapes || !bySize.length) return 0
    return Math.max(0, unitAt(circleX[bySize[0]], circleY[bySize[0]]))
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

  function readTheme() {
    const style = getComputedStyle(outer.element)
    const property = (name: string) => style.getPropertyValue(name).trim()
    theme = { ground: property('--ground'), ink: property('--ink'), line: property('--line') }
  }

  function hatchPattern(): CanvasPattern | null {
    const size = 6 * ratio
    const tile = document.createElement('canvas')
    tile.width = tile.height = Math.round(size)
    const context = tile.getContext('2d')!
    context.fillStyle = theme.ground
    context.fillRect(0, 0, size, size)
    context.strokeStyle = theme.ink
    context.globalAlpha = 0.35
    context.lineWidth = ratio
    for (const shift of [-1, 0, 1]) {
      context.moveTo(shift * size - ratio, size + ratio)
      context.lineTo((shift + 1) * size + ratio, -ratio)
    }
    context.stroke()
    const pattern = fills.createPattern(tile, 'repeat')
    pattern?.setTransform(new DOMMatrix().scale(1 / (ratio * view.k)))
    return pattern
  }

  /** Title, units, circles and key as one SVG, off the page. */
  function vector(): SVGSVGElement | undefined {
    if (!data || !shapes) return undefined
    const { width, height, k, dx, dy } = view
    const root = make('svg', {})
    root.append(make('text', { y: 15, class: 'title' }, title.textContent ?? ''))
    root.append(make('text', { y: 33, class: 'unit' }, unitLine.textContent ?? ''))
    const body = make('g', { transform: `translate(${dx}, ${40 + dy}) scale(${k})` })
    const overlay = make('g', { transform: 'translate(0, 40)' })
    shapes.outline.forEach((outline, i) => {
      if (!outline) return
      const index = scale.classOf(data!.values[i])
      const path = make('path', { d: outline, fill: index < 0 ? 'url(#map-hatch)' : scale.colour(index) })
      path.append(make('title', {}, `${unitName(i)}: ${valueText(i)}`))
      body.append(path)
    })
    body.append(make('path', { d: shapes.unknown, fill: 'url(#map-hatch)' }))
    for (const { path, colour, opacity, width: line } of strokes()) {
      const stroke = { stroke: colour, 'stroke-opacity': opacity, 'stroke-width': line / k }
      body.append(make('path', { d: path, fill: 'none', ...stroke }))
    }
    body.append(make('rect', { ...shapes.inset, fill: 'none', stroke: theme.line, 'stroke-width': 1 / k }))
    const { residents, tier } = data.settlements
    let dots = ''
    for (const i of bySize) {
      const radius = radiusOf(residents[i], largest())
      if (radius < 0.3 || Number.isNaN(circleX[i])) continue
      const at = { cx: circleX[i].toFixed(1), cy: circleY[i].toFixed(1) }
      if (radius < dotRadius) {
        const r = Math.max(0.6, radius).toFixed(1)
        dots += `M${at.cx},${at.cy}m-${r},0a${r},${r} 0 1 0 ${2 * Number(r)},0a${r},${r} 0 1 0 -${2 * Number(r)},0`
        continue
      }
      for (const { r, fill, width: line } of circleMarks(tiers[tier[i]], radius)) {
        const ink = { stroke: circleInk, 'stroke-width': line }
        const paint = { fill: fill ? circleFill : 'none', 'fill-opacity': circleFillOpacity, ...ink }
        overlay.append(make('circle', { ...at, r: r.toFixed(1), ...paint }))
      }
    }
    // Thousands of them: one element, so that other programs open the file as fast as this page writes it.
    overlay.prepend(make('path', { d: dots, fill: circleFill, 'fill-opacity': dotOpacity }))
    root.append(body, overlay)
    // The key brings the hatch along, for itself and for the units.
    const key = legendSvg.cloneNode(true) as SVGSVGElement
    key.setAttribute('y', String(height + 48))
    root.append(key)
    const total = height + 48 + Number(legendSvg.getAttribute('height'))
    root.setAttribute('viewBox', `0 0 ${width} ${total}`)
    return root as SVGSVGElement
  }
}

/** Takes the next steps for as long as a frame allows. @returns whether there are no more */
function goOn(steps: Iterator<void>): boolean {
  const until = performance.now() + budget
  do if (steps.next().done) return true
  while (performance.now() < until)
  return false
}

function setText(element: HTMLElement, text: string) {
  if (element.textContent !== text) element.textContent = text
}

function make(name: string, attributes: Record<string, string | number>, text = ''): SVGElement {
  const element = document.createElementNS(svgNs, name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value))
  if (text) element.textContent = text
  return element
}

function hatchDefinition(): SVGElement {
  const definitions = make('defs', {})
  const pattern = make('pattern', { id: 'map-hatch', width: 6, height: 6, patternUnits: 'userSpaceOnUse' })
  const stroke = { stroke: 'currentColor', 'stroke-opacity': 0.45, 'stroke-width': 1 }
  pattern.append(make('path', { d: 'M-1,7L7,-1M-1,1L1,-1M5,7L7,5', ...stroke }))
  definitions.append(pattern)
  return definitions
}
