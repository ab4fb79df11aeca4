/** A county as it lies: every village and town a circle by residents, coloured by a value, the towns with their names. */

import { scaleLinear, select } from 'd3'
import type { Quantity } from '../../sim/indicators/indicator.ts'
import { arrowOf, neighbour } from './arrows.ts'
import { format, type Format } from './format.ts'
import { textWidth } from './frame.ts'
import { dontDraw, drawSoon } from './frames.ts'
import { nameCircles, type Name } from './labels.ts'
import { mapFrame } from './map-frame.ts'
import { mapScale, roundBreaks, type MapKind, type MapScale } from './map-scale.ts'
import { numberText } from './number-text.ts'
import type { ChartWords } from './words.ts'
import './charts.css'

export interface MapPlace {
  name: string
  /** What stands on the map. */
  label: string
  isTown: boolean
  longitude: number
  latitude: number
}

export interface PlaceMapData {
  title: string
  unit: string
  quantity: Quantity
  yearShown: number
  kind: MapKind
  relative?: boolean
  /** The same list for as long as the places stay where they are. */
  places: readonly MapPlace[]
  /** By place; NaN where no one lives or nothing is known. */
  values: Float64Array
  /** Real persons, by place. */
  residents: Float64Array
  wholeValue: number
  whole(value: string): string
  note: string
  breaks?: readonly number[]
  dim?: boolean
}

const least = 2.5
/** Names of towns may cover villages of this radius, px. */
const small = 4

export function placeMap(container: HTMLElement, words: ChartWords) {
  const { outer, title, unitLine, box, tip, live, legend } = mapFrame(container, words)
  box.classList.add('place-map')
  const svg = select(box).insert('svg', ':first-child').attr('aria-hidden', 'true')
  const circles = svg.append('g')
  const names = svg.append('g')

  let data: PlaceMapData | undefined
  let numbers: Format
  let scale: MapScale
  let placed: PlaceMapData['places'] | undefined
  let size = ''
  /** Who lies above whom; and where names stand, by place. */
  let ordered = ''
  let named = new Map<number, Name>()
  let x = new Float64Array(0)
  let y = new Float64Array(0)
  let radius = new Float64Array(0)
  let shown = -1

  // Sizes as the browser tells them: asking for them between two changes makes it lay out the whole page.
  let [width, height] = [0, 0]
  const sizes = new ResizeObserver(() => {
    ;[width, height] = [box.clientWidth, box.clientHeight]
    drawSoon(circles, drawPlaces)
  })
  sizes.observe(box)
  outer.onResize(draw)
  box.addEventListener('pointermove', point)
  box.addEventListener('pointerdown', point)
  box.addEventListener('pointerleave', event => {
    if (event.pointerType === 'mouse') show(-1)
  })
  box.addEventListener('blur', () => show(-1))
  box.addEventListener('keydown', press)

  return {
    update(next: PlaceMapData) {
      data = next
      draw()
    },
    svg: () => svg.node()!,
    destroy() {
      dontDraw(circles)
      dontDraw(names)
      sizes.disconnect()
      outer.destroy()
    },
  }

  function draw() {
    if (!data) return
    const { places, values, kind, quantity, relative, wholeValue } = data
    numbers = format(quantity, words, relative)
    scale = mapScale(kind, data.breaks ?? roundBreaks(kind, values))
    title.textContent = `${data.title}, ${data.yearShown}`
    unitLine.textContent = data.unit
    box.classList.toggle('dim', data.dim ?? false)
    box.setAttribute('aria-label', words.places.label(data.title, data.unit, data.yearShown, places.length))
    if (!outer.size.width) return
    legend.update({
      kind, scale, numbers, nationalValue: wholeValue, largest: 0, covered: places.length, part: { whole: data.whole, note: data.note },
    }, outer.size.width)
    if (isLaid()) drawPlaces()
    // The legend may have taken room from the map.
    else drawSoon(circles, drawPlaces)
  }

  function isLaid(): boolean {
    return placed === data!.places && size === `${width} ${height}`
  }

  function drawPlaces() {
    if (!data || !width || !height) return
    const { places, values, residents } = data
    const laid = isLaid()
    if (!laid) lay()
    // By area; as large as all of them together leave room.
    let most = 1
    for (const persons of residents) if (persons > most) most = persons
    const full = Math.min(34, Math.sqrt((width * height) / places.length) * 0.9 + 6)
    // In whole tenths, so that what hardly changes is left alone: the browser lays out every circle that is touched.
    const before = radius
    radius = residents.map(persons => Math.round(10 * Math.max(least, Math.sqrt(persons / most) * full)) / 10)
    const same = (k: number) => laid && radius[k] === before[k]
    const order = places.map((_, k) => k).sort((a, b) => residents[b] - residents[a])
    const drawn = circles.selectAll<SVGCircleElement, number>('circle').data(order, k => k).join('circle')
    drawn.filter(() => !laid).attr('class', k => (places[k].isTown ? 'place town' : 'place')).attr('cx', k => x[k]).attr('cy', k => y[k])
    drawn.filter(k => !same(k)).attr('r', k => radius[k])
    drawn.attr('fill', k => colourOf(values[k]))
    const lies = order.join(' ')
    if (lies !== ordered) drawn.order()
    ordered = lies
    // In a frame of their own: to set Chinese for the first time, a browser looks for a font.
    drawSoon(names, () => drawNames(order))
    if (shown >= 0) show(shown)
  }

  function colourOf(value: number): string {
    const index = scale.classOf(value)
    return index < 0 ? 'none' : scale.colour(index)
  }

  function lay() {
    const { places } = data!
    svg.attr('viewBox', `0 0 ${width} ${height}`)
    // So small a part of the earth is flat; a degree of longitude is shorter than one of latitude.
    const middle = places.reduce((sum, { latitude }) => sum + latitude, 0) / Math.max(1, places.length)
    const short = Math.cos((middle * Math.PI) / 180)
    const east = places.map(({ longitude }) => longitude * short)
    const north = places.map(({ latitude }) => latitude)
    const [west, right] = [Math.min(...east), Math.max(...east)]
    const [south, top] = [Math.min(...north), Math.max(...north)]
    const margin = 40
    const k = Math.min((width - 2 * margin) / Math.max(1e-6, right - west), (height - 2 * margin) / Math.max(1e-6, top - south))
    const toX = scaleLinear([(west + right) / 2 - 1, (west + right) / 2 + 1], [width / 2 - k, width / 2 + k])
    const toY = scaleLinear([(south + top) / 2 - 1, (south + top) / 2 + 1], [height / 2 + k, height / 2 - k])
    x = Float64Array.from(east, toX)
    y = Float64Array.from(north, toY)
    placed = places
    size = `${width} ${height}`
    named.clear()
  }

  /** Towns first, then the largest villages, beside their circles as far as there is room. */
  function drawNames(order: number[]) {
    const { places } = data!
    const wanted = [...order.filter(k => places[k].isTown), ...order.filter(k => !places[k].isTown).slice(0, Math.round((width * height) / 8000))]
    const before = named
    named = nameCircles(wanted, { x, y, radius, widthOf: k => textWidth(box, places[k].label, 12, 600), width, height }, before, small)
    // Each holds its own label: those drawn before may be of another county, which has other places.
    const labels = [...named.keys()].map(k => ({ k, label: places[k].label }))
    names.selectAll<SVGTextElement, (typeof labels)[0]>('text').data(labels, ({ k, label }) => `${k} ${label}`).join(enter => enter.append('text')
      .text(({ label }) => label))
      .attr('class', ({ k }) => (places[k].isTown ? 'halo strong' : 'halo soft'))
      .filter(({ k }) => named.get(k)!.left !== before.get(k)?.left || named.get(k)!.top !== before.get(k)?.top)
      .attr('x', ({ k }) => named.get(k)!.left).attr('y', ({ k }) => named.get(k)!.top + 11)
  }

  function valueText(k: number): string {
    const value = data!.values[k]
    if (Number.isNaN(value)) return words.noData
    return data!.kind === 'level' ? numbers.value(value) : numbers.difference(value)
  }

  function show(k: number) {
    shown = k
    const place = data?.places[k]
    circles.selectAll<SVGCircleElement, number>('circle').classed('shown', index => index === k)
    if (!place) {
      tip.hide()
      live.textContent = ''
      return
    }
    const persons = numberText(Math.round(data!.residents[k]), words.locale)
    tip.show({
      heading: place.name,
      rows: [{ label: data!.title, value: valueText(k) }, { label: place.isTown ? words.places.town : words.places.village, value: words.places.residents(persons) }],
    }, x[k], y[k])
    live.textContent = words.map.reading(place.name, data!.title, `${valueText(k)}, ${words.places.residents(persons)}`)
  }

  function point(event: PointerEvent) {
    if (!data) return
    const { left, top } = box.getBoundingClientRect()
    const [atX, atY] = [event.clientX - left, event.clientY - top]
    let best = -1
    let nearest = 14
    for (let k = 0; k < x.length; k++) {
      const away = Math.hypot(x[k] - atX, y[k] - atY) - radius[k]
      // Of those that hold the point, the smallest: it lies on top.
      if (away < nearest && !(best >= 0 && away < 0 && nearest < 0 && radius[k] > radius[best])) {
        nearest = Math.max(away, -1)
        best = k
      }
    }
    if (best !== shown) show(best)
  }

  function press(event: KeyboardEvent) {
    if (!data) return
    if (event.key === 'Escape') return show(-1)
    const direction = arrowOf(event)
    if (!direction) return
    const { residents } = data
    show(shown < 0 ? residents.indexOf(Math.max(...residents)) : neighbour(x, y, shown, direction))
  }
}
