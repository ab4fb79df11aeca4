/** Files that open elsewhere as they were meant. */
import { describe, expect, test } from 'vitest'
import { csv, fileName, plainColour } from '../../../web/charts/export.ts'

describe('csv', () => {
  test('quotes what has a comma, a quote or a line break, and nothing else', () => {
    expect(csv([['year', 'Baseline, low', 'the "old" one', 'two\nlines'], [2010, 49.95, 0, 1]]))
      .toBe('year,"Baseline, low","the ""old"" one","two\nlines"\r\n2010,49.95,0,1\r\n')
  })
  test('a name that looks like a formula stays a name', () => {
    for (const text of ['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '＝1', '=HYPERLINK("http://x")']) {
      expect(csv([[text]]).replace(/^"/, '')).toMatch(/^'/)
    }
    expect(csv([['a=1']])).toBe('a=1\r\n')
  })
  test('a negative number stays a number', () => {
    expect(csv([[-1.5]])).toBe('-1.5\r\n')
  })
  test('what is no number is empty', () => {
    expect(csv([[NaN, Infinity, '']])).toBe(',,\r\n')
  })
})

describe('file names', () => {
  test('hold letters of any script, numbers and hyphens', () => {
    expect(fileName('Urban share, 2010–2050', 'csv')).toBe('urban-share-2010-2050.csv')
    expect(fileName('城镇化率', 'svg')).toBe('城镇化率.svg')
    expect(fileName('../../etc/passwd', 'csv')).toBe('etc-passwd.csv')
  })
  test('are never empty', () => {
    expect(fileName('…', 'png')).toBe('chart.png')
  })
})

test('computed colours become ones that every SVG reader knows', () => {
  expect(plainColour('color(srgb 1 0.5 0)')).toBe('rgb(255, 128, 0)')
  expect(plainColour('color(srgb 0 0 0 / 0.5)')).toBe('rgba(0, 0, 0, 0.5)')
  expect(plainColour('rgb(1, 2, 3)')).toBe('rgb(1, 2, 3)')
})
