import { expect, test } from 'vitest'
import { textWidth } from '../../../web/charts/frame.ts'

test('Chinese is as wide as its characters are high, and not measured', () => {
  const noElement = undefined as unknown as Element
  expect(textWidth(noElement, '新津县', 12)).toBe(36)
  expect(textWidth(noElement, '花源镇（部分）', 10, 600)).toBe(70)
  expect(() => textWidth(noElement, 'Xinjin 新津', 12)).toThrow()
})
