/** The parts of the map that need no canvas: classes, places, neighbours. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { neighbour } from '../../../web/charts/arrows.ts'
import { shapingPrefectures, type PrefectureShapes } from '../../../web/charts/map-geometry.ts'
import { place, radiusOf } from '../../../web/charts/map-legend.ts'
import { evenBreaks, mapScale, roundBreaks } from '../../../web/charts/map-scale.ts'

describe('classes', () => {
  test('a class holds its lower break', () => {
    const { classOf } = mapScale('level', [0.3, 0.5])
    expect([0.1, 0.3, 0.49, 0.5, 2].map(classOf)).toEqual([0, 1, 1, 2, 2])
  })
  test('no number has no class', () => {
    expect(mapScale('level', [1]).classOf(NaN)).toBe(-1)
  })
  test('exactly no change is neither purple nor orange', () => {
    const scale = mapScale('difference', [-0.1, 0, 0.1])
    expect(scale.colours).toHaveLength(4)
    expect(scale.colours).not.toContain(scale.colour(scale.classOf(0)))
    expect(scale.classOf(-1e-9)).toBe(1)
    expect(scale.classOf(1e-9)).toBe(2)
  })
  test('a class across zero is neutral too', () => {
    const scale = mapScale('change', [-0.3, -0.1, 0.1, 0.3])
    expect(scale.colours).toHaveLength(5)
    expect(scale.colour(scale.classOf(0.05))).toBe(scale.colour(scale.classOf(0)))
  })
  test('a shorter side is not coloured more strongly than the same step of the longer', () => {
    const scale = mapScale('change', [-0.1, 0, 0.1, 0.2, 0.3])
    const even = mapScale('change', [-0.3, -0.2, -0.1, 0, 0.1, 0.2, 0.3])
    expect(scale.colour(scale.classOf(-0.05))).toBe(even.colour(even.classOf(-0.05)))
  })
  test('round breaks rise, and stand evenly about zero for changes', () => {
    const values = Float64Array.from({ length: 369 }, (_, i) => i / 400 - 0.2)
    const level = roundBreaks('level', values)
    expect(level).toEqual([...level].sort((a, b) => a - b))
    expect(level.length).toBeGreaterThan(2)
    const change = roundBreaks('change', values)
    expect(change.map(value => value + change[change.length - 1 - change.indexOf(value)])).toEqual(change.map(() => 0))
    expect(roundBreaks('difference', new Float64Array(5))).toEqual([0])
    expect(roundBreaks('level', new Float64Array(5).fill(NaN))).toHaveLength(1)
  })
})

describe('breaks from the values of all years', () => {
  const skewed = Float64Array.from({ length: 2000 }, (_, i) => 400 * Math.exp(i / 600))
  const share = (breaks: number[], values: Float64Array) => {
    const { classOf, colours } = mapScale('level', breaks)
    const counts = colours.map((_, k) => values.filter(value => classOf(value) === k).length)
    return counts.map(count => count / values.length)
  }

  test('part them into classes of about as many each, at readable numbers', () => {
    const breaks = evenBreaks('level', skewed)
    expect(breaks).toHaveLength(7)
    expect(breaks.every(value => value % 10 === 0)).toBe(true)
    for (const part of share(breaks, skewed)) expect(part).toBeGreaterThan(0.07)
  })
  test('of changes hold zero, and the side on which most lie has most of the classes', () => {
    const rising = evenBreaks('change', skewed.map(value => value / 1000 - 0.45))
    expect(rising).toEqual([...rising].sort((a, b) => a - b))
    expect(rising).toContain(0)
    expect(rising.filter(value => value > 0).length).toBeGreaterThan(3)
    expect(evenBreaks('change', new Float64Array(5))).toEqual([0])
  })
  test('are few where most values are alike, and there where there are none', () => {
    expect(evenBreaks('level', Float64Array.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 0.3))).toEqual([0.3])
    expect(evenBreaks('level', new Float64Array(3).fill(NaN))).toEqual([1])
  })
})

test('the national value stands within its class, or in the middle of an open one', () => {
  expect(place([0.3, 0.5, 0.7], 0.4)).toBeCloseTo(1.5)
  expect(place([0.3, 0.5, 0.7], 0.5)).toBeCloseTo(2)
  expect(place([0.3, 0.5, 0.7], 0.1)).toBe(0.5)
  expect(place([0.3, 0.5, 0.7], 0.9)).toBe(3.5)
})

test('four times the people are twice the radius', () => {
  expect(radiusOf(4e6, 20)).toBeCloseTo(2 * radiusOf(1e6, 20))
})

describe('neighbours', () => {
  const x = Float64Array.from([0, 10, 20, 10, NaN])
  const y = Float64Array.from([0, 0, 0, 15, 0])

  test('the nearest in the direction of the key', () => {
    expect(neighbour(x, y, 0, 'right')).toBe(1)
    expect(neighbour(x, y, 1, 'right')).toBe(2)
    expect(neighbour(x, y, 1, 'left')).toBe(0)
    expect(neighbour(x, y, 1, 'down')).toBe(3)
  })
  test('at the edge one stays', () => {
    expect(neighbour(x, y, 2, 'right')).toBe(2)
    expect(neighbour(x, y, 0, 'up')).toBe(0)
  })
})

function inOneGo(steps: Generator<void, PrefectureShapes>): PrefectureShapes {
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

describe('the real geometry', () => {
  const file = new URL('../../../scenarios/data/prefectures.topo.json', import.meta.url)
  const geometry = JSON.parse(readFileSync(file, 'utf8'))
  const prefectures = geometry.objects.pref.geometries as { properties: { code: string } }[]
  const codes = prefectures.map(prefecture => Number(prefecture.properties.code))
  const shapes = inOneGo(shapingPrefectures(geometry, codes, 700, 560))

  test('every prefecture has an outline inside the box', () => {
    expect(shapes.outline.every(outline => outline)).toBe(true)
    for (const side of shapes.boxes) expect(side >= 0 && side <= 700).toBe(true)
    expect(shapes.unknown).toBe('')
  })
  test('arrow keys reach nearly every prefecture of the mainland from Beijing', () => {
    const reached = new Set([codes.indexOf(110100)])
    for (const i of reached) {
      for (const direction of ['left', 'right', 'up', 'down'] as const) {
        reached.add(neighbour(shapes.centreX, shapes.centreY, i, direction))
      }
    }
    expect(reached.size).toBeGreaterThan(codes.length - 6)
  })
  test('Beijing lies north-east of Chengdu', () => {
    const [beijing, chengdu] = [110100, 510100].map(code => codes.indexOf(code))
    expect(shapes.centreX[beijing]).toBeGreaterThan(shapes.centreX[chengdu])
    expect(shapes.centreY[beijing]).toBeLessThan(shapes.centreY[chengdu])
  })
})
