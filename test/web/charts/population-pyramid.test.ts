/** The axis of the pyramids: only what has room is labelled. */
import { scaleLinear } from 'd3'
import { expect, test } from 'vitest'
import { clearTicks } from '../../../web/charts/population-pyramid.ts'
import { en } from '../../../web/text/en.ts'

const axis = (reach: number, half: number) => scaleLinear([0, reach], [0, half])

test('labels that have room are kept', () => {
  expect(clearTicks(axis(45, 90), 10, () => 14)).toEqual([20, 40])
})

test('labels too wide for each other or for the panel beside are dropped, if need be all', () => {
  const wide = clearTicks(axis(45, 90), 10, () => 50)
  expect(wide.length).toBeLessThan(2)
  expect(clearTicks(axis(45, 90), 10, () => 500)).toEqual([])
})

test('on a narrow screen at least one label stands beside zero', () => {
  for (const reach of [45, 9.4, 130, 0.7]) {
    for (const half of [44, 52, 60]) {
      const [only, ...others] = clearTicks(axis(reach, half), 10, () => 21)
      expect(only, `${reach} on ${half} px`).toBeGreaterThan(0)
      expect(others).toEqual([])
    }
  }
})

test('the unit of the bars follows their size', () => {
  expect(en.charts.pyramid.unit(45e6)).toBe('million residents')
  expect(en.charts.pyramid.unit(45_000)).toBe('thousand residents')
  expect(en.charts.pyramid.unit(45)).toBe('residents')
})
