/** Every household of a few villages and a town as a house, and every person of it as a dot: at home, in town, or away. */

import { select } from 'd3'
import { arrowOf, neighbour } from './arrows.ts'
import { frame, tooltip } from './frame.ts'
import { drawHouse, drawKey } from './house-marks.ts'
import { houseSlots } from './house-slots.ts'
import type { HouseholdsData } from './houses.ts'
import { themeOf } from './theme.ts'
import type { ChartWords } from './words.ts'
import './charts.css'

/** Room for a house, px, and for the heading of a block. */
const cell = { width: 27, height: 33 }
const heading = 40

export function households(container: HTMLElement, words: ChartWords, onChoose: (id: string) => void) {
  const outer = frame(container, 'households')
  const key = select(outer.element).append('svg').attr('class', 'map-legend households-key').attr('aria-hidden', 'true')
  const box = outer.element.appendChild(document.createElement('div'))
  box.className = 'households-box'
  box.tabIndex = 0
  box.setAttribute('role', 'application')
  const pen = box.appendChild(document.createElement('canvas')).getContext('2d')!
  const tip = tooltip(box)
  const live = outer.element.appendChild(document.createElement('div'))
  live.className = 'map-live'
  live.setAttribute('aria-live', 'polite')

  let data: HouseholdsData | undefined
  let theme = themeOf(outer.element)
  const slots = houseSlots()
  let x = new Float64Array(0)
  let y = new Float64Array(0)
  let shown = -1

  outer.onResize(draw)
  box.addEventListener('pointermove', event => show(at(event)))
  box.addEventListener('pointerleave', () => show(-1))
  box.addEventListener('click', event => choose(at(event)))
  box.addEventListener('blur', () => show(-1))
  box.addEventListener('keydown', press)

  return {
    update(next: HouseholdsData) {
      const person = shown >= 0 ? data?.houses[shown]?.id : undefined
      data = next
      shown = person === undefined ? -1 : next.houses.findIndex(({ id }) => id === person)
      slots.settle(data)
      draw()
    },
    refreshTheme() {
      theme = themeOf(outer.element)
      draw()
    },
    destroy: outer.destroy,
  }

  function draw() {
    const { width } = outer.size
    if (!data || !width) return
    drawKey(key, words.households, width)
    const perRow = Math.max(4, Math.floor(width / cell.width))
    const tops: number[] = []
    let height = 0
    for (const row of slots.rows) {
      tops.push(height)
      height += heading + Math.ceil(row.length / perRow) * cell.height + 8
    }
    const ratio = Math.min(window.devicePixelRatio || 1, 3)
    const canvas = pen.canvas
    if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
      canvas.width = Math.round(width * ratio)
      canvas.height = Math.round(height * ratio)
      canvas.style.height = `${height}px`
    }
    box.classList.toggle('dim', data.dim ?? false)
    const persons = data.houses.reduce((sum, house) => sum + house.persons.length, 0)
    box.setAttribute('aria-label', words.households.label(data.yearShown, data.houses.length, persons))
    pen.setTransform(ratio, 0, 0, ratio, 0, 0)
    pen.clearRect(0, 0, width, height)

    const family = getComputedStyle(outer.element).fontFamily
    for (const [block, { name, residents, away }] of data.blocks.entries()) {
      pen.fillStyle = theme.ink
      pen.font = `600 14px ${family}`
      pen.fillText(name, 0, tops[block] + 16)
      pen.fillStyle = theme.soft
      pen.font = `400 12px ${family}`
      pen.fillText(words.households.place(residents, away), 0, tops[block] + 32)
    }
    x = new Float64Array(data.houses.length)
    y = new Float64Array(data.houses.length)
    for (const [k, house] of data.houses.entries()) {
      const slot = slots.of(house.id)
      x[k] = (slot % perRow) * cell.width + cell.width / 2
      y[k] = tops[house.block] + heading + Math.floor(slot / perRow) * cell.height + cell.height / 2
      if (k === shown || house.id === data.chosen) markCell(x[k], y[k])
      drawHouse(pen, house, x[k], y[k], theme)
    }
    if (shown >= 0) show(shown, true)
  }

  function markCell(middleX: number, middleY: number) {
    pen.fillStyle = theme.ink
    pen.globalAlpha = 0.12
    pen.fillRect(middleX - cell.width / 2, middleY - cell.height / 2 + 1, cell.width, cell.height - 2)
    pen.globalAlpha = 1
  }

  function at(event: MouseEvent): number {
    if (!data) return -1
    const { left, top } = box.getBoundingClientRect()
    const [atX, atY] = [event.clientX - left, event.clientY - top]
    return data.houses.findIndex((_, k) => Math.abs(x[k] - atX) <= cell.width / 2 && Math.abs(y[k] - atY) <= cell.height / 2)
  }

  function show(k: number, again = false) {
    if (k === shown && !again) return
    const before = shown
    shown = k
    if (before !== k) draw()
    const house = data?.houses[k]
    if (!house) {
      tip.hide()
      return
    }
    tip.show({ heading: house.name, rows: data!.describe(house.id) }, x[k], y[k])
  }

  function choose(k: number) {
    const house = data?.houses[k]
    if (house) onChoose(house.id)
  }

  function press(event: KeyboardEvent) {
    if (!data || data.houses.length === 0 || event.altKey || event.ctrlKey || event.metaKey) return
    if (event.key === 'Escape') return show(-1)
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      return choose(shown)
    }
    const direction = arrowOf(event)
    if (!direction) return
    show(shown < 0 ? 0 : neighbour(x, y, shown, direction))
    const house = data.houses[shown]
    const scrollParent = container.parentElement
    if (scrollParent && house) scrollTo(scrollParent, y[shown])
    live.textContent = [house.name, ...data.describe(house.id).map(({ label, value }) => `${label}, ${value}`)].join('; ')
  }

  function scrollTo(parent: Element, middle: number) {
    const top = box.offsetTop + middle
    if (top < parent.scrollTop + 40 || top > parent.scrollTop + parent.clientHeight - 40) parent.scrollTop = top - parent.clientHeight / 2
  }
}
