/** Settings put aside: what is kept of them, and which may be compared. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { indicatorIndex, readScenario, type Scenario } from '../../sim/index.ts'
import { followKept } from '../../web/state/kept-in-tab.ts'
import { bestOf, isComparable, isKeptWhole, keep, kept, keptDifference, keptFound, letGoOf, mostKept } from '../../web/state/kept.ts'
import { fileOf, parseScenario } from '../../web/state/link.ts'
import type { Repeats } from '../../web/state/repeats.ts'
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

/** Pairs whose income ratio differs by a little more from pair to pair. */
function repeatsOfTilt(pairs: number): Repeats {
  const yearsOf = (effect: number) => [2010, 2011, 2012].map(year => {
    const { nation } = madeUpRecord(year, { incomeRatio: year > 2010 ? 3 + effect : 3 })
    return { nation, provinces: new Float32Array(0) }
  })
  const all = Array.from({ length: pairs }, (_, k) => k)
  return { scenario: atScale(tilted(2), 10_000), base: all.map(() => yearsOf(0)), other: all.map(k => yearsOf(-0.1 - k / 100)), running: false }
}

describe('a setting that was repeated when it was kept', () => {
  it('has the mean of its repeats and its interval', () => {
    keep(tilted(2), pictureOf(tilted(2), 1000), repeatsOfTilt(3))
    const [one] = kept.value
    const { difference, low, high } = keptFound(one, 'incomeRatio', 2012)
    expect(difference).toBeCloseTo(-0.11, 9)
    expect([low! < -0.11, high! > -0.11, one.repeated!.pairs, one.repeated!.scale]).toEqual([true, true, 3, 10_000])
  })

  it('is whole until there are more repeats, or a finer run', () => {
    expect(isKeptWhole(undefined, 1000, undefined)).toBe(false)
    keep(tilted(2), pictureOf(tilted(2), 1000))
    expect(isKeptWhole(kept.value[0], 1000, undefined)).toBe(true)
    expect(isKeptWhole(kept.value[0], 1000, repeatsOfTilt(1))).toBe(true)
    expect(isKeptWhole(kept.value[0], 1000, repeatsOfTilt(2))).toBe(false)
    keep(tilted(2), pictureOf(tilted(2), 1000), repeatsOfTilt(2))
    expect(isKeptWhole(kept.value[0], 1000, repeatsOfTilt(2))).toBe(true)
    expect(isKeptWhole(kept.value[0], 400, undefined)).toBe(false)
  })
})

describe('the best of several', () => {
  const write = (value: number) => value.toFixed(2)
  const found = (...differences: number[]) => differences.map(difference => ({ difference }))
  it('is better than the others and the baseline, as they are written', () => {
    expect(bestOf(found(-0.1, -0.3, 0.2), -1, write)).toBe(1)
    expect(bestOf(found(-0.1, -0.3, 0.2), 1, write)).toBe(2)
    expect(bestOf([undefined, ...found(-0.1, -0.3)], -1, write)).toBe(2)
  })
  it('is none on a tie, none where only the baseline is better, and none of one', () => {
    expect(bestOf(found(-0.301, -0.299), -1, write)).toBe(-1)
    expect(bestOf(found(0.1, 0.2), -1, write)).toBe(-1)
    expect(bestOf(found(0.001, 0.004), 1, write)).toBe(-1)
    expect(bestOf(found(0.1), 1, write)).toBe(-1)
    expect(bestOf(found(0.1, 0.3), 0, write)).toBe(-1)
  })
  it('is told apart from zero by its interval, where it has one', () => {
    const other = { difference: 0.1, low: 0.05, high: 0.15 }
    expect(bestOf([{ difference: 0.3, low: -0.1, high: 0.7 }, other], 1, write)).toBe(-1)
    expect(bestOf([{ difference: 0.3, low: 0.1, high: 0.5 }, other], 1, write)).toBe(0)
  })
})

describe('what this tab has kept', () => {
  let stored: Map<string, string>
  beforeEach(() => {
    stored = new Map()
    vi.stubGlobal('sessionStorage', { getItem: (key: string) => stored.get(key) ?? null, setItem: (key: string, value: string) => void stored.set(key, value) })
  })
  afterEach(() => vi.unstubAllGlobals())
  const files = { fileOf, parseScenario }
  const reload = () => {
    kept.value = []
    followKept(files)()
  }

  it('is there again after a reload, with its repeats', () => {
    const end = followKept(files)
    keep(tilted(2), pictureOf(tilted(2), 1000), repeatsOfTilt(3))
    keep(tilted(3), pictureOf(tilted(3), 1000))
    end()
    const before = kept.value
    reload()
    expect(kept.value.map(({ number, scale, scenario }) => [number, scale, scenario])).toEqual(before.map(({ number, scale, scenario }) => [number, scale, scenario]))
    expect(kept.value[1].differences[2][indicatorIndex('urbanShare')]).toBeCloseTo(0.15, 9)
    expect(keptFound(kept.value[0], 'incomeRatio', 2012)).toEqual(keptFound(before[0], 'incomeRatio', 2012))
  })

  it('is not taken where it is no setting, or of another edition of the model', () => {
    const end = followKept(files)
    keep(tilted(2), pictureOf(tilted(2), 1000))
    end()
    const [[key, text]] = stored
    for (const broken of [
      text.replace('ruralTilt', 'noSuchLever'), text.replace('"scale":1000', '"scale":"fine"'), text.replace(/"differences":\[\[/, '"differences":[[0,'),
      text.replace('"edition":"', '"edition":"older '), '{"all":7}', 'no JSON',
    ]) {
      expect(broken).not.toBe(text)
      stored.set(key, broken)
      reload()
      expect(kept.value).toEqual([])
    }
  })
})
