/** A chart as a file: CSV, an SVG that stands alone, or PNG. */

import { inPieces } from '../breathe.ts'
import { textWidth } from './frame.ts'
import { wrap } from './labels.ts'

/** Rows as CSV text (RFC 4180). Text that a spreadsheet would run as a formula is kept as text. */
export function csv(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map(row => row.map(field).join(',')).join('\r\n') + '\r\n'
}

function field(value: string | number): string {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : ''
  // =, +, −, @ and control characters at the start make a formula of a text; an apostrophe stops that.
  const safe = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A name that every file system takes: "urban share, 2010–2050" → "urban-share-2010-2050". */
export function fileName(text: string, extension: string): string {
  const words = text.normalize('NFKC').toLowerCase().match(/[\p{Letter}\p{Number}]+/gu) ?? []
  const name = words.join('-').slice(0, 80)
  return `${name || 'chart'}.${extension}`
}

/** A colour as every SVG reader knows it: `color(srgb 1 0 0)`, which a mix computes to, becomes `rgb(255, 0, 0)`. */
export function plainColour(text: string): string {
  return text.replace(/color\(srgb ([^)]+)\)/g, (_, inside: string) => {
    const [channels, alpha] = inside.split('/')
    const [red, green, blue] = channels.trim().split(/\s+/)
      .map(part => Math.round(Math.max(0, Math.min(1, Number(part))) * 255))
    return alpha === undefined ? `rgb(${red}, ${green}, ${blue})` : `rgba(${red}, ${green}, ${blue}, ${alpha.trim()})`
  })
}

/** All but `opacity` are inherited: an element states only what differs from its parent. */
const inlined = [
  'fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-opacity', 'stroke-dasharray', 'stroke-linejoin',
  'stroke-linecap', 'opacity', 'visibility', 'paint-order', 'font-size', 'font-weight', 'text-anchor', 'color',
] as const

const noteHeight = 15
const fonts = '"Noto Sans SC", "PingFang SC", "Microsoft YaHei", system-ui, sans-serif'

/**
 * The SVG as text that needs nothing of this page: styles become attributes, colours plain, the ground is painted.
 * @param notes small print at the foot, such as the scenario
 */
export async function svgText(svg: SVGSVGElement, { ground, notes = [] }: { ground: string; notes?: readonly string[] }): Promise<string> {
  // A drawing that is not on the page has no computed style: it is put there, out of sight, for as long as it is read.
  const guest = !svg.isConnected
  const host = document.createElement('div')
  if (guest) {
    host.className = 'chart chart-off-page'
    host.append(svg)
    document.body.append(host)
  }
  const copy = svg.cloneNode(true) as SVGSVGElement
  // A map has thousands of elements.
  await inPieces(inline(svg, copy))
  if (guest) host.remove()

  const [, , width, height] = (svg.getAttribute('viewBox') ?? '0 0 640 400').split(' ').map(Number)
  const pad = 16
  const small = notes.flatMap(note => wrap(note, width, text => textWidth(document.body, text, 11)))
  const foot = small.length > 0 ? 6 + small.length * noteHeight : 0
  const [fullWidth, fullHeight] = [width + 2 * pad, height + 2 * pad + foot]
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  copy.setAttribute('viewBox', `${-pad} ${-pad} ${fullWidth} ${fullHeight}`)
  copy.setAttribute('width', String(fullWidth))
  copy.setAttribute('height', String(fullHeight))
  copy.setAttribute('font-family', fonts)
  for (const name of ['class', 'aria-hidden']) copy.removeAttribute(name)
  const paper = document.createElementNS('http://www.w3.org/2000/svg', 'rect')
  const size = { x: -pad, y: -pad, width: fullWidth, height: fullHeight, fill: ground }
  for (const [name, value] of Object.entries(size)) {
    paper.setAttribute(name, String(value))
  }
  copy.prepend(paper)
  for (const [k, line] of small.entries()) {
    const text = document.createElementNS('http://www.w3.org/2000/svg', 'text')
    for (const [name, value] of Object.entries({ x: 0, y: height + pad + 8 + k * noteHeight, 'font-size': 11, fill: '#767676' })) {
      text.setAttribute(name, String(value))
    }
    text.textContent = line
    copy.append(text)
  }
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(copy)}\n`
}

function* inline(from: Element, to: Element, parent?: Record<string, string>): Generator<void> {
  yield
  const style = getComputedStyle(from)
  const own: Record<string, string> = {}
  for (const name of inlined) {
    own[name] = style.getPropertyValue(name)
    const inherited = name === 'opacity' ? '1' : parent?.[name]
    if (own[name].includes('url(')) continue
    if (own[name] === inherited) to.removeAttribute(name)
    else to.setAttribute(name, plainColour(own[name]))
  }
  to.removeAttribute('style')
  to.removeAttribute('class')
  for (let i = 0; i < from.children.length; i++) yield* inline(from.children[i], to.children[i], own)
}

/** The text of `svgText` as a PNG, `scale` pixels to one of the drawing. Fails where the browser cannot draw it. */
export async function png(svg: string, scale = 2): Promise<Blob> {
  const image = new Image()
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml;charset=utf-8' }))
  image.src = address
  await image.decode().finally(() => URL.revokeObjectURL(address))
  const canvas = document.createElement('canvas')
  canvas.width = image.width * scale
  canvas.height = image.height * scale
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, 'image/png'))
  if (!blob) throw new Error('png: the browser gave no picture')
  return blob
}

/** Hands a file to the reader. CSV gets the mark by which spreadsheets know UTF-8. */
export function download(name: string, content: string | Blob, type = 'text/plain') {
  const mark = type === 'text/csv' ? '\ufeff' : ''
  const blob = typeof content === 'string' ? new Blob([mark, content], { type: `${type};charset=utf-8` }) : content
  const address = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser may still be reading when `click` returns.
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
