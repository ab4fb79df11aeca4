/** Labels never cover each other and stay as near to their lines as that allows. */
import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { freeLine, nameCircles, spread, wrap } from '../../../web/charts/labels.ts'

describe('spread', () => {
  test('labels that do not meet stay where they are', () => {
    expect(spread([20, 60, 100], [16, 16, 16], 0, 200)).toEqual([20, 60, 100])
  })
  test('two at the same place part evenly, in their order', () => {
    expect(spread([50, 50], [16, 16], 0, 100)).toEqual([42, 58])
  })
  test('the edge pushes the whole block', () => {
    expect(spread([98, 99], [16, 16], 0, 100)).toEqual([76, 92])
  })
  test('where there is too little room they share it', () => {
    expect(spread([5, 5, 5], [16, 16, 16], 0, 24)).toEqual([4, 12, 20])
  })

  const at = fc.double({ min: -50, max: 350, noNaN: true })
  const label = fc.record({ at, height: fc.integer({ min: 10, max: 40 }) })
  property.prop([fc.array(label, { maxLength: 8 })])(
    'no overlap, inside the plot, in the order of the lines', labels => {
      const wanted = labels.map(({ at }) => at)
      const heights = labels.map(({ height }) => height)
      const centres = spread(wanted, heights, 0, 400)
      const order = wanted.map((_, i) => i).sort((a, b) => wanted[a] - wanted[b] || a - b)
      let edge = 0
      for (const i of order) {
        expect(centres[i] - heights[i] / 2).toBeGreaterThanOrEqual(edge - 1e-6)
        edge = centres[i] + heights[i] / 2
      }
      expect(edge).toBeLessThanOrEqual(400 + 1e-6)
    })
})

describe('a line of small print', () => {
  test('stands as low as nothing crosses it, and nowhere where there is no room', () => {
    expect(freeLine([], 20, 100)).toBe(100)
    expect(freeLine([[90, 120]], 20, 100)).toBeLessThan(90)
    expect(freeLine([[90, 120], [10, 60]], 20, 100)).toBeGreaterThan(60)
    expect(freeLine([[20, 60], [40, 120]], 20, 100)).toBeUndefined()
  })
})

describe('names of circles', () => {
  const [width, height] = [400, 300]
  const map = (circles: { x: number; y: number; radius: number }[]) => ({
    x: circles.map(({ x }) => x), y: circles.map(({ y }) => y), radius: circles.map(({ radius }) => radius), widthOf: () => 60, width, height,
  })
  const circle = fc.record({ x: fc.integer({ min: 0, max: width }), y: fc.integer({ min: 0, max: height }), radius: fc.integer({ min: 2, max: 34 }) })

  property.prop([fc.array(circle, { maxLength: 60 })])('cover no circle, no other name and nothing outside the map', circles => {
    const names = [...nameCircles(circles.map((_, k) => k), map(circles)).values()]
    for (const [k, { left, top }] of names.entries()) {
      for (const { x, y, radius } of circles) {
        const [nearX, nearY] = [Math.max(left, Math.min(left + 60, x)), Math.max(top, Math.min(top + 14, y))]
        expect(Math.hypot(nearX - x, nearY - y)).toBeGreaterThanOrEqual(radius)
      }
      for (const other of names.slice(0, k)) expect(Math.abs(other.left - left) >= 60 || Math.abs(other.top - top) >= 14).toBe(true)
      expect(left >= 0 && left + 60 <= width && top >= 0 && top + 14 <= height).toBe(true)
    }
  })

  test('stand on the right where there is room, and stay on their side while it is free', () => {
    const free = map([{ x: 200, y: 150, radius: 10 }])
    const first = nameCircles([0], free).get(0)!
    expect(first).toEqual({ side: 0, left: 213, top: 143 })
    const [left] = nameCircles([0], map([{ x: 380, y: 150, radius: 10 }])).values()
    expect(left.left).toBeLessThan(380)
    expect(nameCircles([0], free, new Map([[0, left]])).get(0)!.side).toBe(left.side)
  })

  test('of a large circle cover small ones where these may be covered, and those of small ones none', () => {
    const among = map([{ x: 200, y: 150, radius: 10 }, ...Array.from({ length: 400 }, (_, n) => ({ x: (n % 20) * 20 + 7, y: Math.floor(n / 20) * 15 + 4, radius: 3 }))])
    expect(nameCircles([0, 1], among).size).toBe(0)
    expect([...nameCircles([0, 1], among, new Map(), 4).keys()]).toEqual([0])
  })
})

describe('wrap', () => {
  const measure = (text: string) => text.length * 10

  test('breaks at spaces', () => {
    expect(wrap('Residents aged 60 and over', 150, measure)).toEqual(['Residents aged', '60 and over'])
  })
  test('breaks Chinese anywhere', () => {
    expect(wrap('基本公共服务均等化', 40, measure)).toEqual(['基本公共', '服务均等', '化'])
  })
  test('one word that is too long stays whole', () => {
    expect(wrap('urbanization', 20, measure)).toEqual(['urbanization'])
  })
})
