/** Numbers of the reports as a reader sees them. */
import { describe, expect, test } from 'vitest'
import { differenceText, measureOf } from '../../web/views/evidence/measure.ts'
import { isUnsure } from '../../web/views/evidence/sensitivity.tsx'
import { signed } from '../../web/views/evidence/validation.tsx'

describe('what a claim compares', () => {
  test('areas are in the unit of their level', () => {
    expect(differenceText('area', 58_800_000, false, 1_563_910_328)).toBe('+58.8 m mu')
    expect(differenceText('area', -2_760_000, true, 2_821_370)).toBe('−2.76')
  })
  test('ratios and counts say what they count', () => {
    expect(measureOf('landDisputes').unit).toBe('cases a year')
    expect(measureOf('landDisputes@fastGrowing/farmland@fastGrowing × 1000000', 'ratio').unit).toBe('cases a year / mu × 1,000,000')
    expect(measureOf('population@mega/population', 'share').unit).toBe('')
  })
})

test('an error that rounds to the tolerance has a decimal more', () => {
  expect(signed(1.004)).toBe('+1.004')
  expect(signed(-0.9996)).toBe('−0.9996')
  expect(signed(1)).toBe('+1.00')
  expect(signed(1.2345)).toBe('+1.23')
})

test('a share of the variance alone that is larger than with interactions tells nothing', () => {
  const at = (value: number) => ({ value, low: 0, high: 1 })
  expect(isUnsure({ first: at(0.31), total: at(0.18) })).toBe(true)
  expect(isUnsure({ first: at(0.2), total: at(0.27) })).toBe(false)
  expect(isUnsure({})).toBe(false)
})
