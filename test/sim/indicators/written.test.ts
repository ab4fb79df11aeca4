/** Values as text. */
import { expect, test } from 'vitest'
import { written, writtenDifference } from '../../../sim/indicators/written.ts'

test('values as a reader wants them', () => {
  expect(written(0.5312, { quantity: 'share' })).toBe('53.1 %')
  expect(written(1_339_724_852, { quantity: 'persons' })).toBe('1,339,724,852')
  expect([-123_456, -1234.4, 1000, 999.94].map(value => written(value, { quantity: 'yuan' }))).toEqual(['-123,456', '-1,234', '1,000', '999.9'])
  expect(written(3.14159, { quantity: 'ratio' })).toBe('3.142')
  expect(written(NaN, { quantity: 'share' })).toBe('–')
})

test('a difference of shares is in points', () => {
  expect(writtenDifference(0.0123, { quantity: 'share' })).toBe('1.23 pt')
  expect(writtenDifference(0.0123, { quantity: 'ratio' })).toBe('0.0123')
})
