/** Numbers as a reader of the page sees them. */
import { describe, expect, test } from 'vitest'
import { en } from '../../../web/text/en.ts'
import { format } from '../../../web/charts/format.ts'

const words = en.charts

describe('values', () => {
  test('shares are 0–1 in the engine and percent on the page', () => {
    expect(format('share', words).value(0.4995)).toBe('50.0%')
    expect(format('share', words).number(0.638949)).toBe('63.9')
  })
  test('persons are shown in millions, with three digits or so', () => {
    expect(format('persons', words).value(1_340_910_000)).toBe('1,341 m')
    expect(format('persons', words).value(41_800_000)).toBe('41.8 m')
    expect(format('persons', words).value(7_200_000)).toBe('7.20 m')
  })
  test('money comes in yuan and is shown in billions', () => {
    expect(format('money', words).value(3_234_100_000_000)).toBe('3,234 bn yuan')
  })
  test('the largest of the numbers decides the unit of all', () => {
    expect(format('persons', words, false, 45_000).value(12_300)).toBe('12.3 thousand')
    expect(format('persons', words, false, 423).value(42)).toBe('42')
    expect(format('persons', words, false, 1_200_000).value(45_000)).toBe('0.05 m')
    expect(format('money', words, false, 15_000_000).value(4_500_000)).toBe('4.50 m yuan')
    expect(format('money', words, false, 15_000_000).axis([0, 5_000_000, 10_000_000])).toEqual(['0', '5', '10'])
    expect(format('persons', words, false, 0).value(0)).toBe('0.00 m')
  })
  test('yuan are grouped, ratios have two decimals, indices three, years one', () => {
    expect(format('yuan', words).value(18_779.07)).toBe('¥18,779')
    expect(format('ratio', words).value(3.2277)).toBe('3.23')
    expect(format('index', words).value(0.48123)).toBe('0.481')
    expect(format('years', words).value(37.34)).toBe('37.3 years')
    expect(format('count', words).value(2861)).toBe('2,861')
  })
  test('no number is a word, never NaN', () => {
    expect(format('share', words).value(NaN)).toBe(words.noData)
    expect(format('share', words).difference(NaN)).toBe(words.noData)
  })
  test('the locale of the words decides, not that of the machine', () => {
    const german = { ...words, locale: 'de-DE' }
    expect(format('ratio', german).value(3.2277)).toBe('3,23')
  })
})

describe('differences', () => {
  test('of shares are percentage points, with a sign', () => {
    expect(format('share', words).difference(0.0123)).toBe('+1.2 pp')
    expect(format('share', words).difference(-0.0123)).toBe('−1.2 pp')
  })
  test('that round to nothing have no sign', () => {
    expect(format('share', words).difference(0.0001)).toBe('0.0 pp')
    expect(format('share', words).difference(-0.0001)).toBe('0.0 pp')
    expect(format('share', words).value(-0.0001)).toBe('0.0%')
  })
  test('of other quantities keep their unit', () => {
    expect(format('persons', words).difference(-2_300_000)).toBe('−2.30 m')
    expect(format('yuan', words).difference(1200)).toBe('+\u2060¥1,200')
    expect(format('yuan', words).difference(-1200)).toBe('−\u2060¥1,200')
  })
  test('relative ones are percent, whatever the quantity', () => {
    expect(format('persons', words, true).difference(0.0342)).toBe('+3.4%')
    expect(format('share', words, true).difference(-0.0342)).toBe('−3.4%')
  })
})

describe('axes', () => {
  test('all labels have the decimals that the step needs', () => {
    expect(format('share', words).axis([0, 0.2, 0.4])).toEqual(['0', '20', '40'])
    expect(format('share', words).axis([0.1, 0.105, 0.11])).toEqual(['10.0', '10.5', '11.0'])
    expect(format('ratio', words).axis([2.4, 2.6, 2.8])).toEqual(['2.4', '2.6', '2.8'])
    expect(format('share', words).axis([-0.02, 0, 0.02], true)).toEqual(['−2', '0', '+2'])
  })
  test('floating point leaves no trace', () => {
    expect(format('share', words).axis([0.1 + 0.2])).toEqual(['30'])
  })
  test('the unit stands apart, before or after', () => {
    expect(format('share', words).around()).toEqual(['', '%'])
    expect(format('share', words).around(true)).toEqual(['', ' pp'])
    expect(format('yuan', words).around()).toEqual(['¥', ''])
  })
})

describe('an interval', () => {
  test('has as many decimals as its ends need to be told apart', () => {
    const { interval } = format('ratio', words)
    expect(interval(-0.391, -0.374, true)).toBe('−0.39 to −0.37')
    expect(interval(0.078, 0.084, true)).toBe('+0.078 to +0.084')
    expect(interval(1.301, 1.304)).toBe('1.301 to 1.304')
    expect(interval(0.08, 0.08, true)).toBe('+0.08 to +0.08')
    expect(format('yuan', words).interval(12.2, 12.4, true)).toBe('+12.2 to +12.4')
  })
  test('that only just reaches over zero, or not to it, reads so', () => {
    expect(format('share', words).interval(-0.004, 0.0003, true)).toBe('−0.40 to +0.03')
    expect(format('share', words).interval(0.0003, 0.02, true)).toBe('+0.03 to +2.00')
    expect(format('share', words).interval(0, 0.02, true)).toBe('0.0 to +2.0')
  })
  test('of which nothing is known is a word', () => {
    expect(format('share', words).interval(NaN, NaN, true)).toBe(words.noData)
  })
})

test('a band names its unit once', () => {
  expect(format('share', words).range(0.661, 0.68)).toBe('66.1 to 68.0%')
})
