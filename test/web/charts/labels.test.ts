/** Labels never cover each other and stay as near to their lines as that allows. */
import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { spread, wrap } from '../../../web/charts/labels.ts'

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
