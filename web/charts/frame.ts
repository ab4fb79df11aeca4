/** What every chart stands in: a box that knows its size, measures text, and holds a tooltip. */

import { select } from 'd3'
import { dontDraw, drawSoon } from './frames.ts'
import { lookAround } from './side-by-side.ts'

export interface TipRow {
  label: string
  /** A number for each column of the tip, where it has several. */
  value: string | readonly string[]
  colour?: string
  dashed?: boolean
  dotted?: boolean
}

export interface Tip {
  heading: string
  /** What the numbers of a row are of, where there are several. */
  columns?: readonly string[]
  rows: TipRow[]
  /** Small print below, such as the source of an observed point. */
  note?: string
}

/** A `div` in `container` with the class `chart`; its size is the style sheet's, the chart only fills it. */
export function frame(container: HTMLElement, name: string) {
  const element = document.createElement('div')
  element.className = `chart ${name}`
  container.append(element)

  let redraw: (() => void) | undefined
  const size = { width: 0, height: 0 }
  const observer = new ResizeObserver(() => {
    const { clientWidth: width, clientHeight: height } = element
    if (size.width === width && size.height === height) return
    Object.assign(size, { width, height })
    lookAround()
    // All charts get their size at once when a part of the page comes back into sight.
    if (width && height) drawSoon(element, () => redraw?.())
  })
  observer.observe(element)

  return {
    element,
    /** As the browser tells it; zero until then. To ask for it while charts are drawn makes the browser lay out the page once a chart. */
    size: size as Readonly<typeof size>,
    /** Called when the box has got another size. */
    onResize(callback: () => void) {
      redraw = callback
    },
    destroy() {
      observer.disconnect()
      dontDraw(element)
      element.remove()
    },
  }
}

/** A chart that is one picture to a screen reader, whose table says the rest: an `svg` with its heading, drawn anew for new data and at a new size. */
export function picture<Data>(container: HTMLElement, name: string, draw: (data: Data, width: number) => void) {
  const box = frame(container, name)
  const { element } = box
  element.setAttribute('role', 'img')
  const svg = select(element).append('svg').attr('aria-hidden', 'true')
  const heading = svg.append('g')
  let data: Data | undefined
  const redraw = () => {
    if (data && box.size.width) draw(data, box.size.width)
  }
  box.onResize(redraw)
  const chart = {
    update(next: Data) {
      data = next
      redraw()
    },
    svg: () => svg.node()!,
    destroy: box.destroy,
  }
  return { element, svg, heading, chart }
}

let pen: CanvasRenderingContext2D | null = null
const widths = new Map<string, number>()
/** Asking for a computed style makes the browser lay out the page, so each element is asked once. */
const families = new WeakMap<Element, string>()

/** Chinese characters and their punctuation are as wide as their font is high: to measure them, a browser first would look for a font, which holds up the page. */
const fullWidth = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]/g

/** Width of a text in px, in the font family of `element`. */
export function textWidth(element: Element, text: string, size: number, weight = 400): number {
  const others = text.replace(fullWidth, '')
  return (text.length - others.length) * size + (others === '' ? 0 : measured(element, others, size, weight))
}

function measured(element: Element, text: string, size: number, weight: number): number {
  let family = families.get(element)
  if (family === undefined) {
    family = getComputedStyle(element).fontFamily
    families.set(element, family)
  }
  const key = `${weight} ${size} ${family} ${text}`
  let width = widths.get(key)
  if (width === undefined) {
    pen ??= document.createElement('canvas').getContext('2d')
    if (!pen) return text.length * size * 0.55
    pen.font = `${weight} ${size}px ${family}`
    width = pen.measureText(text).width
    if (widths.size > 5000) widths.clear()
    widths.set(key, width)
  }
  return width
}

/**
 * A small table that follows the pointer; hidden from screen readers, which get the same as the value of the chart.
 * @param outside stands above or below the parent, where it hides nothing of it, rather than beside the point
 */
export function tooltip(parent: HTMLElement, outside = false) {
  const box = document.createElement('div')
  box.className = 'chart-tip'
  box.hidden = true
  box.setAttribute('aria-hidden', 'true')
  // The browser lays it over all else, a dialog too.
  const above = outside && 'popover' in box
  if (above) box.popover = 'manual'
  parent.append(box)

  return {
    element: box,
    get shown() {
      return !box.hidden
    },
    /** At `x`, `y` of the parent: beside the point, kept inside the parent. */
    show({ heading, columns, rows, note }: Tip, x: number, y: number) {
      const small = note ? [line('chart-tip-note', note)] : []
      const heads = columns ? [row({ label: '', value: columns })] : []
      const lines = [...heads, ...rows.map(row)]
      for (const one of lines) one.style.gridTemplateColumns = columns ? `14px minmax(72px, 1fr) repeat(${columns.length}, minmax(84px, auto))` : ''
      box.replaceChildren(line('chart-tip-heading', heading), ...lines, ...small)
      box.hidden = false
      if (above) {
        if (!box.matches(':popover-open')) box.showPopover()
        const { left, top, bottom } = parent.getBoundingClientRect()
        const { clientWidth, clientHeight } = document.documentElement
        const { offsetWidth: width, offsetHeight: height } = box
        const fits = top - height - 4 >= 0 || bottom + height + 4 > clientHeight
        const atX = Math.max(4, Math.min(left + x - width / 2, clientWidth - width - 4))
        const atY = fits ? Math.max(4, top - height - 4) : bottom + 4
        box.style.transform = `translate(${Math.round(atX)}px, ${Math.round(atY)}px)`
        return
      }
      const room = parent.clientWidth
      const left = x + 14 + box.offsetWidth <= room ? x + 14 : Math.max(0, x - 14 - box.offsetWidth)
      const top = Math.max(0, Math.min(y - box.offsetHeight / 2, parent.clientHeight - box.offsetHeight))
      box.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`
    },
    hide() {
      if (above && box.matches(':popover-open')) box.hidePopover()
      box.hidden = true
    },
  }

  function row({ label, value, colour, dashed, dotted }: TipRow) {
    const element = line('chart-tip-row', '')
    const swatch = document.createElement('span')
    swatch.className = 'chart-tip-swatch'
    if (colour) swatch.style.borderTopColor = colour
    swatch.style.borderTopStyle = !colour ? 'none' : dashed ? 'dashed' : dotted ? 'dotted' : 'solid'
    const name = document.createElement('span')
    name.className = 'chart-tip-label'
    name.textContent = label
    const numbers = [value].flat().map(text => {
      const number = document.createElement('span')
      number.className = 'chart-tip-value'
      number.textContent = text
      return number
    })
    element.append(swatch, name, ...numbers)
    return element
  }
}

function line(className: string, text: string) {
  const element = document.createElement('div')
  element.className = className
  element.textContent = text
  return element
}
