/** Settings put aside: what is kept of them, and which may be compared. */
import { beforeEach, describe, expect, it } from 'vitest'
import { readScenario, type Scenario } from '../../sim/index.ts'
import { isComparable, keep, kept, keptDifference, letGoOf, mostKept } from '../../web/state/kept.ts'
import { atScale, keyOf, type Run } from '../../web/state/runs.ts'
import { madeUpRecord } from '../helpers/made-up-record.ts'

const settings = { format: 1, years: [2010, 2012] }
const base = readScenario(settings)
const tilted = (value: number) => readScenario({ ...settings, policies: [{ id: 'ruralTilt', value, from: 2011 }] })

function runOf(scenario: Scenario, urban: number[]): Run {
  return { key: keyOf(scenario), scenario, records: urban.map((urbanShare, k) => madeUpRecord(2010 + k, { urbanShare })), whole: true, failed: false }
}

const pictureOf = (scenario: Scenario, scale: number, urban = [0.5, 0.6, 0.75]) =>
  ({ scale, base: runOf(atScale(base, scale), [0.5, 0.55, 0.6]), other: runOf(atScale(scenario, scale), urban) })

beforeEach(() => { kept.value = [] })

describe('a setting that is kept', () => {
  it('holds what it changes, year by year, and the last beyond the run', () => {
    keep(tilted(2), pictureOf(tilted(2), 10_000))
    const [one] = kept.value
    expect([2010, 2011, 2012, 2030].map(year => Number(keptDifference(one, 'urbanShare', year).toFixed(9)))).toEqual([0, 0.05, 0.15, 0.15])
  })

  it('is kept once: the finer result takes its place and its number', () => {
    keep(tilted(2), pictureOf(tilted(2), 10_000))
    keep(tilted(3), pictureOf(tilted(3), 10_000))
    keep(tilted(2), pictureOf(tilted(2), 1000, [0.5, 0.56, 0.61]))
    expect(kept.value.map(({ number, scale }) => [number, scale])).toEqual([[1, 1000], [2, 10_000]])
    letGoOf(kept.value[0])
    keep(tilted(2.5), pictureOf(tilted(2.5), 1000))
    expect(kept.value.map(({ number }) => number)).toEqual([2, 3])
  })

  it('gives way to later ones when there are too many', () => {
    for (let n = 0; n <= mostKept; n++) keep(tilted(1 + n / 10), pictureOf(tilted(1 + n / 10), 1000))
    expect(kept.value.map(({ number }) => number)).toEqual(Array.from({ length: mostKept }, (_, n) => n + 2))
  })

  it('is held only against the baseline it was run beside, at whatever scale', () => {
    keep(tilted(2), pictureOf(tilted(2), 10_000))
    const [one] = kept.value
    expect(isComparable(one, atScale(base, 4000))).toBe(true)
    for (const change of [{ seed: '2' }, { years: [2010, 2013] }, { stage: 'village' }, { assumptions: { agglomeration: 0.1 } }]) {
      expect(isComparable(one, readScenario({ ...settings, ...change })), JSON.stringify(change)).toBe(false)
    }
  })
})
