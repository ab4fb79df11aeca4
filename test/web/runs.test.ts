/** Which runs are done, which are shown, and what is read from them. */
import { describe, expect, it } from 'vitest'
import { readScenario, type Scenario } from '../../sim/index.ts'
import { provinceMeasures } from '../../web/state/provinces.ts'
import {
  atScale, between, forgetOld, isOf, keyOf, ladder, pick, quickRuns, recordOf, scalesOf, thoroughRuns, yearsToKeep,
  yearsToObserve,
  withPlacesOf,
  type Run,
} from '../../web/state/runs.ts'
import { differenceSeries, isConserved, mapIndicators, mapValues, nationSeries, nationValue } from '../../web/state/series.ts'
import { headlineIndicators, indicatorOf, lineFigures } from '../../web/views/figures.ts'
import { mapBreaks } from '../../web/views/map-breaks.ts'
import { madeUpRecord } from '../helpers/made-up-record.ts'

const { preview: previewScale, quick: quickScale } = scalesOf.nation

const base = readScenario({ format: 1, years: [2010, 2012] })
const other = readScenario({ format: 1, years: [2010, 2012], policies: [{ id: 'ruralTilt', value: 2, from: 2011 }] })

function runOf(scenario: Scenario, whole = true, urban = [0.5, 0.55, 0.6]): Run {
  const records = urban.map((urbanShare, k) => madeUpRecord(2010 + k, { urbanShare, population: 1000 - 10 * k }, [
    { urbanShare, population: 600 }, { urbanShare: urbanShare / 2, population: 400 - 10 * k },
  ]))
  return { key: keyOf(scenario), scenario, records, whole, failed: false }
}

function stored(...runs: Run[]): Map<string, Run> {
  return new Map(runs.map(run => [run.key, run]))
}

describe('the runs that are wanted', () => {
  it('are a quick baseline first, then a finer one', () => {
    expect(quickRuns(base, base, false).map(({ scale }) => scale)).toEqual([quickScale, previewScale])
    expect(thoroughRuns(base, base)).toEqual([base])
    expect(ladder(base)).toEqual([previewScale, quickScale, 1000])
  })

  it('are previews only while a lever is held', () => {
    const runs = quickRuns(base, other, true)
    expect(runs).toEqual([atScale(base, previewScale), atScale(other, previewScale)])
  })

  it('are no finer than the reader asks', () => {
    const coarse = atScale(base, 40_000)
    expect(quickRuns(coarse, coarse, false).map(({ scale }) => scale)).toEqual([40_000, previewScale])
    expect(thoroughRuns(coarse, coarse)).toEqual([])
  })

  it('have the baseline of the defaults beneath, last, where something else is assumed', () => {
    const assumed = readScenario({ ...base, assumptions: { agglomeration: 0.1 } })
    const both = (scale: number) => [atScale(assumed, scale), atScale(base, scale)]
    expect(quickRuns(assumed, assumed, false, base)).toEqual([...both(previewScale), ...both(quickScale)])
    expect(quickRuns(assumed, assumed, true, base)).toEqual(both(previewScale))
    expect(thoroughRuns(assumed, assumed, base)).toEqual([assumed, base])
    const [run, plain] = [runOf(assumed), runOf(base)]
    expect(pick(assumed, assumed, false, stored(run), base)).toEqual({ scale: 1000, base: run, other: run })
    expect(pick(assumed, assumed, false, stored(run, plain), base)).toEqual({ scale: 1000, base: run, other: run, plain })
  })

  it('keep the world of the year before a policy starts', () => {
    const long = readScenario({ format: 1, policies: [{ id: 'ruralTilt', value: 2, from: 2017 }] })
    const plain = readScenario({ format: 1 })
    for (const scale of [previewScale, quickScale, 1000]) expect(yearsToKeep(plain, long, scale)).toContain(2016)
    expect(yearsToKeep(plain, long, previewScale)).toHaveLength(41)
    expect(yearsToKeep(plain, long, 1000)).toHaveLength(2)
  })
})

describe('a preview', () => {
  it('counts every fifth year, the first, the last and the one shown', () => {
    expect(yearsToObserve([2041, 2050], 2047)).toEqual([2041, 2045, 2047, 2050])
    expect(yearsToObserve([2010, 2012], 2030)).toEqual([2010, 2012])
  })

  it('draws the years between as a straight line', () => {
    const [before, after] = [2020, 2023].map(year => madeUpRecord(year, { urbanShare: (year - 2020) / 10 }))
    const made = between(before, after)
    expect(made.map(({ year }) => year)).toEqual([2021, 2022])
    const run = { ...runOf(base), records: [before, ...made, after] }
    expect(nationSeries(run, 'urbanShare').map(({ value }) => Number(value.toFixed(9)))).toEqual([0, 0.1, 0.2, 0.3])
    expect(between(before, madeUpRecord(2021))).toEqual([])
  })
})

describe('the picture', () => {
  const at = (scenario: Scenario, scale: number, whole = true) => runOf(atScale(scenario, scale), whole)

  it('is the finest of which both runs are whole', () => {
    const runs = stored(at(base, 10_000), at(other, 10_000), at(base, 1000), at(other, 1000, false))
    expect(pick(base, other, false, runs)?.scale).toBe(10_000)
    expect(pick(base, base, false, runs)?.scale).toBe(1000)
  })

  it('stays at preview scale while a lever is held', () => {
    const runs = stored(at(base, previewScale), at(other, previewScale), at(base, 1000), at(other, 1000))
    expect(pick(base, other, true, runs)?.scale).toBe(previewScale)
    expect(pick(base, other, false, runs)?.scale).toBe(1000)
  })

  it('of a coarse pair has the levels of the finest baseline, and the difference of the pair', () => {
    const scaled = (scenario: Scenario, scale: number, urban: number[]) => runOf(atScale(scenario, scale), true, urban)
    const [coarse, moved, fine] = [
      scaled(base, previewScale, [0.4, 0.45, 0.5]), scaled(other, previewScale, [0.4, 0.48, 0.97]), scaled(base, 1000, [0.5, 0.55, 0.6]),
    ]
    for (const dragging of [true, false]) {
      const picture = pick(base, other, dragging, stored(coarse, moved, fine))!
      expect([picture.scale, picture.levels, picture.base]).toEqual([previewScale, 1000, fine])
      expect(nationSeries(picture.other, 'urbanShare').map(({ value }) => Number(value.toFixed(9)))).toEqual([0.5, 0.58, 1])
      const { values } = mapValues(picture, 'urbanShare', 'level', 2011)!
      expect(Array.from(values, value => Number(value.toFixed(6)))).toEqual([0.58, 0.29])
      expect(isOf(picture, base, other)).toBe(true)
      // The same parts are the same picture: it is not drawn twice.
      expect(pick(base, other, dragging, stored(coarse, moved, fine))!.other).toBe(picture.other)
    }
    // A finer pair is shown as it is.
    const pair = pick(base, other, false, stored(coarse, moved, fine, scaled(other, 1000, [0.5, 0.56, 0.7])))!
    expect([pair.scale, pair.levels]).toEqual([1000, undefined])
    // With no lever moved there is no difference, whatever is held.
    const still = pick(base, base, true, stored(coarse, fine))!
    expect([still.base, still.other]).toEqual([fine, fine])
  })

  it('at the scale wanted is the same whatever finer baseline was run before, and a coarser one is told from no finer', () => {
    const scaled = (scenario: Scenario, scale: number) => runOf(atScale(scenario, scale))
    const [wanted, moved] = [atScale(base, 10_000), atScale(other, 10_000)]
    const runs = stored(scaled(base, 1000), scaled(base, 10_000), scaled(other, 10_000), scaled(base, previewScale), scaled(other, previewScale))
    const picture = pick(wanted, moved, false, runs)!
    expect([picture.scale, picture.levels, picture.base.scenario.scale]).toEqual([10_000, undefined, 10_000])
    expect(pick(wanted, moved, true, runs)!.levels).toBe(10_000)
  })

  it('without a moved lever shows one run twice, so that every difference is exactly zero', () => {
    const picture = pick(base, base, false, stored(at(base, 1000)))!
    expect(picture.base).toBe(picture.other)
    expect(differenceSeries(picture.base, picture.other, 'urbanShare').every(({ value }) => value === 0)).toBe(true)
  })

  it('knows whose it is', () => {
    const picture = pick(base, other, false, stored(at(base, 1000), at(other, 1000)))!
    expect(isOf(picture, base, other)).toBe(true)
    expect(isOf(picture, base, base)).toBe(false)
  })
})

describe('what is read from runs', () => {
  const picture = { scale: 1000, base: runOf(base), other: runOf(other, true, [0.5, 0.56, 0.63]) }

  it('is the nation year by year', () => {
    expect(nationSeries(picture.base, 'urbanShare').map(({ value }) => value)).toEqual([0.5, 0.55, 0.6])
    expect(nationValue(picture.other, 'urbanShare', 2012)).toBe(0.63)
    expect(nationValue(picture.other, 'urbanShare', 2050)).toBe(0.63)
    expect(recordOf(picture.other, 2011)?.year).toBe(2011)
  })

  it('names an indicator that the engine does not have, wherever it is asked for', () => {
    const asks = [
      (id: string) => nationSeries(picture.base, id), (id: string) => nationValue(picture.base, id, 2011),
      (id: string) => mapValues(picture, id, 'level', 2011), (id: string) => indicatorOf(id),
    ]
    for (const ask of asks) expect(() => ask('noSuchIndicator')).toThrow('noSuchIndicator')
  })

  it('is made of indicators that the engine has at the level where they are shown', () => {
    for (const id of mapIndicators) expect(indicatorOf(id).levels, id).toContain('prefecture')
    for (const id of provinceMeasures.flatMap(({ of }) => of)) expect(indicatorOf(id).levels, id).toContain('province')
    for (const id of [...headlineIndicators, ...lineFigures.flatMap(({ series }) => series.map(({ indicator }) => indicator))]) {
      expect(indicatorOf(id).levels, id).toContain('nation')
    }
  })

  it('is the difference of the same years', () => {
    const [first, , last] = differenceSeries(picture.base, picture.other, 'urbanShare')
    expect(first).toEqual({ year: 2010, value: 0 })
    expect(last.value).toBeCloseTo(0.03, 12)
  })

  it('is on the map a level, a change since the first year, or a difference', () => {
    expect([...mapValues(picture, 'urbanShare', 'level', 2012)!.values]).toEqual([0.63, 0.315].map(Math.fround))
    expect(mapValues(picture, 'urbanShare', 'change', 2012)!.values[0]).toBeCloseTo(0.13, 7)
    expect(mapValues(picture, 'urbanShare', 'difference', 2012)!.nationalValue).toBeCloseTo(0.03, 12)
  })

  it('compares numbers of people in percent of where they began', () => {
    const change = mapValues(picture, 'population', 'change', 2012)!
    expect(change).toMatchObject({ quantity: 'persons', relative: true })
    expect(mapValues(picture, 'urbanShare', 'change', 2012)!.relative).toBe(false)
    expect(change.values[1]).toBeCloseTo(-0.05, 12)
  })

  it('has classes on the map that stay the same while the years play, and zero among those of changes', () => {
    for (const id of mapIndicators) {
      for (const kind of ['level', 'change', 'difference'] as const) {
        const breaks = mapBreaks(picture, id, kind)
        expect(breaks).toEqual([...breaks].sort((a, b) => a - b))
        if (kind !== 'level') expect(breaks).toContain(0)
      }
    }
  })

  it('says whether people and money add up', () => {
    const run = runOf(base)
    expect(isConserved(run)).toBe(true)
    run.records[1].accounts.residentsAfter++
    expect(isConserved(run)).toBe(false)
  })
})

describe('the places of towns and cities', () => {
  const year = (county: number[]) => {
    const record = madeUpRecord(2011)
    const [places, numbers] = [Int32Array.from(county), Float64Array.from(county)]
    return { ...record, settlements: { ...record.settlements, county: places, longitude: numbers, latitude: numbers.slice(), residents: numbers.slice() } }
  }

  it('are the very arrays of the first year in all later ones, and the residents are not', () => {
    const [first, later] = [year([1, 2]), year([1, 2])]
    const { settlements } = withPlacesOf(first, later)
    for (const column of ['county', 'longitude', 'latitude'] as const) expect(settlements[column]).toBe(first.settlements[column])
    expect(settlements.residents).toBe(later.settlements.residents)
    expect(withPlacesOf(undefined, first)).toBe(first)
  })

  it('stay as they are where there are more or fewer', () => {
    const later = year([1, 2, 3])
    expect(withPlacesOf(year([1, 2]), later)).toBe(later)
  })
})

describe('runs that are no longer needed', () => {
  it('go, the oldest first, but never those on screen', () => {
    const all = Array.from({ length: 20 }, (_, k) => runOf(atScale(base, 1000 + k)))
    const runs = stored(...all)
    forgetOld(runs, new Set([all[0].key]), 5)
    expect([...runs.values()]).toEqual([all[0], ...all.slice(16)])
  })
})
