/** How a house and its people are drawn, and the key that says so. */

import type { Selection } from 'd3'
import type { House, HousePerson } from './houses.ts'
import type { Theme } from './theme.ts'
import type { ChartWords } from './words.ts'

const colours = { child: '#d98e00', grown: '#2f86c5', old: '#c2609a' } as const
const ageClass = (age: number): keyof typeof colours => (age < 15 ? 'child' : age < 60 ? 'grown' : 'old')

/** A house about the middle of its cell, with its people: at home in it, elsewhere under it. */
export function drawHouse(pen: CanvasRenderingContext2D, { empty, persons }: House, middleX: number, middleY: number, theme: Theme) {
  const left = middleX - 10
  const top = middleY - 13
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
  const home = persons.filter(({ where }) => where === 'home')
  const others = persons.filter(({ where }) => where !== 'home')
  for (const [list, middle] of [[home, top + 10.5], [others, top + 21]] as const) {
    for (const { index, x: along, y: down, size } of standing(list.length)) drawPerson(pen, list[index], middleX + along, middle + down, size)
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

/** What the dots mean, drawn as they are, in as many lines as `width` px make necessary. */
export function drawKey(svg: Selection<SVGSVGElement, unknown, null, undefined>, words: ChartWords['households'], width: number) {
  const { child, grown, old, home, town, away, empty } = words
  const entries: { text: string; person?: HousePerson; plain?: boolean }[] = [
    { text: child, person: { age: 5, where: 'home' } }, { text: grown, person: { age: 30, where: 'home' } }, { text: old, person: { age: 70, where: 'home' } },
    ...([[home, 'home'], [town, 'town'], [away, 'away']] as const).map(([text, where]) => ({ text, person: { age: 30, where }, plain: true })),
    { text: empty },
  ]
  svg.selectAll('*').remove()
  let left = 0
  let line = 0
  for (const { text, person, plain } of entries) {
    const room = 16 + text.length * 6.6 + 10
    if (left > 0 && left + room > width) {
      left = 0
      line++
    }
    const entry = svg.append('g').attr('transform', `translate(${left}, ${line * 18 + 12})`)
    if (person) {
      const colour = plain ? 'var(--ink-soft)' : colours[ageClass(person.age)]
      const isHome = person.where === 'home'
      entry.append('circle').attr('cx', 6).attr('cy', -4).attr('r', isHome ? 4 : 3.4)
        .attr('fill', isHome ? colour : 'none').attr('stroke', colour).attr('stroke-width', 1.5)
      if (person.where === 'town') entry.append('circle').attr('cx', 6).attr('cy', -4).attr('r', 1.4).attr('fill', colour)
    } else {
      entry.append('path').attr('d', 'M0,-5L6,-10L12,-5V0H0Z').attr('fill', 'none').attr('stroke', 'var(--ink-soft)').attr('stroke-dasharray', '2 2')
    }
    entry.append('text').attr('x', 16).attr('class', 'soft').text(text)
    left += room
  }
  svg.attr('viewBox', `0 0 ${width} ${(line + 1) * 18}`).attr('width', width).attr('height', (line + 1) * 18 + 6)
}
