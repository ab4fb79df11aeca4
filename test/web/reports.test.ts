/** Reports as the page takes them in, and addresses of parts of the page. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { joinHash, splitHash } from '../../web/state/route.ts'
import { readReport, type ReportName } from '../../web/state/reports.ts'
import { routeOf, sections, viewOf } from '../../web/state/route.ts'
import { differenceText, measureOf } from '../../web/views/evidence/measure.ts'

const manifest = { seeds: ['1'], scale: 1000 }

/** What of each report is a list. */
const lists: Record<ReportName, string[]> = {
  validation: ['facts', 'provinces', 'forecasts', 'series'], claims: ['claims'], sensitivity: ['indicators'], calibration: ['parameters', 'targets', 'provinces'],
}

describe.each(Object.entries(lists) as [ReportName, string[]][])('the report of %s', (name, all) => {
  const whole = { manifest, ...Object.fromEntries(all.map(list => [list, []])) }

  it('is read with all its lists, and without any of them is none', () => {
    expect(() => readReport(name, whole)).not.toThrow()
    for (const list of all) {
      expect(() => readReport(name, { ...whole, [list]: undefined }), list).toThrow(list)
      expect(() => readReport(name, { ...whole, [list]: {} }), list).toThrow(list)
    }
  })

  it('that comes with the page is one', () => {
    const file = new URL(`../../scenarios/results/${name}.json`, import.meta.url)
    const report = readReport(name, JSON.parse(readFileSync(file, 'utf8'))) as unknown as Record<string, unknown[]>
    for (const list of all) expect(report[list].length, list).toBeGreaterThan(0)
    expect(Object.entries(report).filter(([, part]) => Array.isArray(part)).map(([key]) => key).sort()).toEqual([...all].sort())
  })
})

describe('a report', () => {
  it('must have where it came from and every list of its kind', () => {
    expect(() => readReport('claims', { manifest, claims: [] })).not.toThrow()
    for (const json of [null, 7, 'claims', [], {}, { claims: [] }, { manifest, claims: {} }, { manifest: {}, claims: [] }]) {
      expect(() => readReport('claims', json)).toThrow('claims')
    }
    expect(() => readReport('validation', { manifest, facts: [], provinces: [], forecasts: [] })).toThrow('series')
  })

  it('has no number where the file says null, but for an interval that is not there', () => {
    const part = { base: null, low: null, high: null }
    const { claims } = readReport('claims', { manifest, claims: [{ difference: null, parts: [part] }] })
    expect(claims[0].difference).toBeNaN()
    expect(claims[0].parts[0]).toEqual({ base: NaN, low: null, high: null })
  })
})

describe('what is measured', () => {
  it('is an indicator, one in an area, or the ratio of two', () => {
    expect(measureOf('urbanShare')).toEqual({ title: 'Urban residents', unit: '% of residents', quantity: 'share' })
    expect(measureOf('serviceLevel@village', 'index')).toMatchObject({ title: 'Service level (villages)', quantity: 'index' })
    expect(measureOf('population@town+small/population', 'share').title).toBe('Residents (towns, small cities) / residents')
    expect(measureOf('landDisputes/farmland × 1000000', 'ratio')).toMatchObject({ unit: 'cases a year / mu × 1,000,000', quantity: 'ratio' })
    expect(measureOf('serviceLevel/urbanShare', 'ratio')).toMatchObject({ title: 'Service level / urban residents', quantity: 'ratio' })
    expect(measureOf('fromAnotherVersion')).toMatchObject({ title: 'From another version', unit: '' })
  })

  it('keeps the digits of a difference that is small and sure', () => {
    expect(differenceText('share', -0.000321)).toBe('\u22120.0321 pp')
    expect(differenceText('persons', 12_345_678)).toBe('+12.3 m')
    expect(differenceText('yuan', -1234)).toBe('\u2212\u2060¥1,230')
    expect(differenceText('ratio', 0)).toBe('0')
  })
})

describe('an address', () => {
  it('leads to every section, and to a place in it', () => {
    for (const section of sections) {
      for (const item of ['', 'kept-back', 'urbanShare-2030']) {
        const route = { section, item }
        expect(routeOf(viewOf(route))).toEqual(route)
      }
    }
    expect(viewOf(undefined)).toBe('')
  })

  it('that leads nowhere leads to nothing', () => {
    for (const view of ['/', '/evidence', '/evidence/', '/evidence/none', '/evidence/claims/<b>', '/evidence/claims/a/b', '/else/claims']) {
      expect(routeOf(view)).toBeUndefined()
    }
  })

  it('holds the scenario and the view apart', () => {
    for (const [scenario, view] of [['', ''], ['#v1.abc', ''], ['', '/evidence/claims'], ['#v1.a-_b', '/evidence/claims/x']]) {
      expect(splitHash(joinHash(scenario, view))).toEqual({ scenario, view })
    }
  })
})
