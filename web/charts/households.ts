/** Every household of a few villages and a town as a house, and every person of it as a dot: at home, in town, or away. */

import { frame, tooltip } from './frame.ts'
import { neighbour, type Direction } from './map-geometry.ts'
import type { ChartWords } from './words.ts'
import './charts.css'

export type Where = 'home' | 'town' | 'away'

export interface HousePerson {
  age: number
  where: Where
}

export interface House {
  id: string
  name: string
  /** Index into the blocks. */
  block: number
  /** Nobody keeps house here any more: they left whole. */
  empty: boolean
  persons: readonly HousePerson[]
}

export interface HouseholdsData {
  yearShown: number
  /** Villages first, then towns. */
  blocks: readonly { name: string; residents: number; away: number }[]
  houses: readonly House[]
  /** The same for as long as it is the same run: a house keeps its place in it. */
  run: unknown
  /** Id of the house whose people are listed beside. */
  chosen?: string
  /** Its people, a line each, for the small table at the pointer. */
  describe(id: string): { label: string; value: string }[]
  dim?: boolean
}

const cell = { width: 27, height: 33 }
const heading = 40
const colours = { child: '#d98e00', grown: '#2f86c5', old: '#c2609a' } as const
export const ageClass = (age: number): keyof typeof colours => (age < 15 ? 'child' : age < 60 ? 'grown' : 'old')

export function households(container: HTMLElement, words: ChartWords, onChoose: (id: string) => void) {
  const outer = frame(container, 'households')
  const key = outer.element.appendChild(document.createElementNS('http://www.w3.org/2000/svg', 'svg'))
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
  let theme = { ground: '', ink: '', soft: '' }
  let slots = new Map<string, number>()
  let taken: (string | undefined)[][] = []
  let run: unknown
  let x = new Float64Array(0)
  let y = new Float64Array(0)
  let shown = -1
  readTheme()

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
      settle()
      draw()
    },
    refreshTheme() {
      readTheme()
      draw()
    },
    destroy: outer.destroy,
  }

  /** A house stands where it stood last year; a new one takes the first free place of its village. */
  function settle() {
    if (data!.run !== run) {
      run = data!.run
      slots = new Map()
      taken = data!.blocks.map(() => [])
    }
    const there = new Map(data!.houses.map(house => [house.id, house.block]))
    for (const [block, row] of taken.entries()) {
      for (const [slot, id] of row.entries()) {
        if (id === undefined || there.get(id) === block) continue
        row[slot] = undefined
        slots.delete(id)
      }
    }
    for (const { id, block } of data!.houses) {
      if (slots.has(id)) continue
      const free = taken[block].indexOf(undefined)
      const slot = free < 0 ? taken[block].length : free
      taken[block][slot] = id
      slots.set(id, slot)
    }
  }

  function draw() {
    const { width } = outer.size
    if (!data || !width) return
    drawKey(width)
    const perRow = Math.max(4, Math.floor(width / cell.width))
    const tops: number[] = []
    let height = 0
    for (const row of taken) {
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
      const slot = slots.get(house.id)!
      x[k] = (slot % perRow) * cell.width + cell.width / 2
      y[k] = tops[house.block] + heading + Math.floor(slot / perRow) * cell.height + cell.height / 2
      drawHouse(house, x[k], y[k], k === shown || house.id === data.chosen)
    }
    if (shown >= 0) show(shown, true)
  }

  function drawHouse({ empty, persons }: House, middleX: number, middleY: number, marked: boolean) {
    const left = middleX - 10
    const top = middleY - 13
    if (marked) {
      pen.fillStyle = theme.ink
      pen.globalAlpha = 0.12
      pen.fillRect(middleX - cell.width / 2, middleY - cell.height / 2 + 1, cell.width, cell.height - 2)
      pen.globalAlpha = 1
    }
    pen.beginPath()
    pen.moveTo(left, top + 7)
    pen.lineTo(middleX, top)
    pen.lineTo(left + 20, top + 7)
    pen.lineTo(left + 20, top + 15)
    pen.lineTo(left, top + 15)
    pen.closePath()
    pen.strokeStyle = empty ? theme.soft : theme.ink
    pen.lineWidth = 1
    pen.setLineDash(empty ? [2, 2] : [])
    pen.stroke()
    pen.setLineDash([])
    // At home they are in the house, elsewhere under it.
    const home = persons.filter(({ where }) => where === 'home')
    const others = persons.filter(({ where }) => where !== 'home')
    for (const [list, middle] of [[home, top + 10.5], [others, top + 21]] as const) {
      for (const { index, x: along, y: down, size } of standing(list.length)) drawPerson(pen, list[index], middleX + along, middle + down, size)
    }
  }

  /** What the dots mean, drawn as they are. */
  function drawKey(width: number) {
    const { child, grown, old, home, town, away, empty } = words.households
    const entries: { text: string; person?: HousePerson; plain?: boolean }[] = [
      { text: child, person: { age: 5, where: 'home' } }, { text: grown, person: { age: 30, where: 'home' } }, { text: old, person: { age: 70, where: 'home' } },
      ...([[home, 'home'], [town, 'town'], [away, 'away']] as const).map(([text, where]) => ({ text, person: { age: 30, where }, plain: true })),
      { text: empty },
    ]
    let left = 0
    let line = 0
    const nodes = entries.map(({ text, person, plain }) => {
      const room = 16 + text.length * 6.6 + 10
      if (left > 0 && left + room > width) {
        left = 0
        line++
      }
      const group = make('g', { transform: `translate(${left}, ${line * 18 + 12})` })
      if (person) {
        const colour = plain ? 'var(--ink-soft)' : colours[ageClass(person.age)]
        group.append(make('circle', { cx: 6, cy: -4, r: person.where === 'home' ? 4 : 3.4, fill: person.where === 'home' ? colour : 'none', stroke: colour, 'stroke-width': 1.5 }))
        if (person.where === 'town') group.append(make('circle', { cx: 6, cy: -4, r: 1.4, fill: colour }))
      } else group.append(make('path', { d: 'M0,-5L6,-10L12,-5V0H0Z', fill: 'none', stroke: 'var(--ink-soft)', 'stroke-dasharray': '2 2' }))
      group.append(make('text', { x: 16, class: 'soft' }, text))
      left += room
      return group
    })
    key.replaceChildren(...nodes)
    key.setAttribute('viewBox', `0 0 ${width} ${(line + 1) * 18}`)
    key.setAttribute('width', String(width))
    key.setAttribute('height', String((line + 1) * 18 + 6))
    key.setAttribute('class', 'map-legend households-key')
    key.setAttribute('aria-hidden', 'true')
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
    const direction = ({ ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' } as Record<string, Direction>)[event.key]
    if (!direction) return
    event.preventDefault()
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

  function readTheme() {
    const style = getComputedStyle(outer.element)
    const property = (name: string) => style.getPropertyValue(name).trim()
    theme = { ground: property('--ground'), ink: property('--ink'), soft: property('--ink-soft') }
  }
}

/** Where so many persons stand about the middle of a house: in a row while they have room between its walls, else in two, smaller. */
export function standing(count: number): { index: number; x: number; y: number; size: number }[] {
  const rows = count > 3 ? 2 : 1
  const perRow = Math.ceil(count / rows)
  const size = rows === 1 ? 1 : 0.78
  const step = Math.min(rows === 1 ? 5.4 : 4.6, 14 / Math.max(1, perRow - 1))
  return Array.from({ length: count }, (_, index) => {
    const row = Math.floor(index / perRow)
    const there = Math.min(perRow, count - row * perRow)
    return { index, x: ((index % perRow) - (there - 1) / 2) * step, y: rows === 1 ? 0 : row * 4.4 - 2, size }
  })
}

function drawPerson(pen: CanvasRenderingContext2D, { age, where }: HousePerson, x: number, y: number, size: number) {
  const colour = colours[ageClass(age)]
  pen.beginPath()
  pen.arc(x, y, (where === 'home' ? 2.5 : 2.1) * size, 0, 2 * Math.PI)
  pen.fillStyle = colour
  pen.strokeStyle = colour
  pen.lineWidth = 1.2 * size
  if (where === 'home') return pen.fill()
  pen.stroke()
  if (where === 'away') return
  pen.beginPath()
  pen.arc(x, y, 0.9 * size, 0, 2 * Math.PI)
  pen.fill()
}

function make(name: string, attributes: Record<string, string | number>, text = ''): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name)
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, String(value))
  if (text) element.textContent = text
  return element
}
