/** A county and the village on the page: the levers stay, and those who left are counted where they are. */
import { describe, expect, it, vi } from 'vitest'
import { assumptions, policies, readScenario, stageKind, type PlaceSeen } from '../../sim/index.ts'
import { rangeOf } from '../../web/controls/assumption-text.ts'
import { groupNames, groupOf, leverGroups, leversOf } from '../../web/controls/lever-groups.ts'
import { loadCounties } from '../../web/state/counties.ts'
import { activeScenario, baselineScenario, newLaboratory, toStep, withStage } from '../../web/state/laboratory.ts'
import { peopleOf } from '../../web/state/people.ts'
import { keyOf, scalesOf, type Run } from '../../web/state/runs.ts'
import { places } from '../../web/state.ts'
import { text } from '../../web/text/index.ts'
import { destinationsOf } from '../../web/views/destinations.tsx'
import { madeUpRecord } from '../helpers/made-up-record.ts'

describe('another part of China', () => {
  const scenario = readScenario({ format: 1, policies: [{ id: 'ruralTilt', value: 2, from: 2020 }] })

  it('keeps the levers, and takes the scale that is usual there', () => {
    const county = withStage(newLaboratory(scenario), 'county:510132')
    expect(activeScenario(county)).toEqual({ ...scenario, stage: 'county:510132', scale: 1 })
    expect(baselineScenario(county)).toMatchObject({ stage: 'county:510132', scale: 1, policies: [] })
    expect(withStage(county, 'nation')).toEqual(newLaboratory(scenario))
    expect(withStage(county, 'county:510132')).toBe(county)
  })

  it('is run coarse to fine, as fine as the reader may choose', () => {
    for (const [kind, { preview, quick, choices }] of Object.entries(scalesOf)) {
      expect(preview, kind).toBeGreaterThanOrEqual(quick)
      expect(quick, kind).toBeGreaterThanOrEqual(Math.min(...choices))
    }
    expect(stageKind('county:510132')).toBe('county')
  })
})

describe('where those who left live', () => {
  places.value = {
    hash: '', observed: [],
    provinces: { code: [1, 2], nameEn: ['A', 'B'], nameZh: ['甲', '乙'] },
    prefectures: { code: [11, 12, 21], nameZh: ['一', '二', '三'], province: [0, 0, 1] },
    counties: { code: [], nameZh: [], province: [], prefecture: [] },
  }
  const stagePlaces = [0, 1, 1, 2].map((prefecture, place): PlaceSeen => ({
    place, row: -1, own: false, kind: 'town', seat: false, name: { en: '', zh: '' }, province: 0, prefecture, county: 0, longitude: 0, latitude: 0,
    town: place, city: place, townDistance: 0,
  }))
  const runOf = (away: number[]): Run => {
    const scenario = readScenario({ format: 1, years: [2010, 2011] })
    const record = { ...madeUpRecord(2010, {}), away: Float64Array.from(away) }
    return { key: keyOf(scenario), scenario, records: [record], places: stagePlaces, whole: true, failed: false }
  }

  it('is said by prefecture, the largest first, beside the baseline', () => {
    const [run, base] = [runOf([1, 2, 3, 0]), runOf([1, 1, 1, 4])]
    expect(destinationsOf(run, run, 2010).map(({ name, value, base: then }) => [name, value, then])).toEqual([['二, A', 5, undefined], ['一, A', 1, undefined]])
    expect(destinationsOf(run, base, 2010).map(({ name, value, base: then }) => [name, value, then]))
      .toEqual([['二, A', 5, 2], ['一, A', 1, 1], ['三, B', 0, 4]])
  })

  it('adds up to everybody, however few are listed', () => {
    const run = runOf([4, 2, 3, 1])
    expect(destinationsOf(run, run, 2010, 1).map(({ name, value }) => [name, value])).toEqual([['二, A', 5], [text.stage.elsewhere, 5]])
    expect(destinationsOf({ ...run, places: undefined }, run, 2010)).toEqual([])
  })

  it('is said in letters too, once the names are there', async () => {
    const names = { format: 1, code: [], nameZh: [], pinyin: [], prefecture: [], provinces: { nameEn: ['A', 'B'], nameZh: ['甲', '乙'] }, usual: { 二: 'Harbin' },
      prefectures: { nameZh: ['一', '二', '三'], pinyin: ['yi shi', 'er shi', 'san shi'], province: [0, 0, 1] } }
    vi.stubGlobal('fetch', async () => ({ ok: true, json: async () => names }))
    await loadCounties()
    vi.unstubAllGlobals()
    const run = runOf([0, 2, 3, 1])
    expect(destinationsOf(run, run, 2010).map(({ name }) => name)).toEqual(['二 Harbin, A', '三 San Shi, B'])
  })
})

it('people are read once for a year, and by id', () => {
  const record = { ...madeUpRecord(2010, {}), people: '{"households":[{"id":"h"}],"persons":[{"id":"p","age":7}]}' }
  const people = peopleOf(record)!
  expect(people.persons.get('p')?.age).toBe(7)
  expect(peopleOf({ ...record })).toBe(people)
  expect(peopleOf(madeUpRecord(2010, {}))).toBeUndefined()
})

describe('the panel', () => {
  it('has every lever in one group, and no group without levers', () => {
    expect(groupNames.flatMap(leversOf).map(({ id }) => id).sort()).toEqual(policies.map(({ id }) => id).sort())
    for (const group of groupNames) expect(leversOf(group), group).not.toHaveLength(0)
    for (const policy of policies) expect(leverGroups[groupOf(policy)] as readonly string[], policy.id).toContain(policy.id)
  })

  it('names every assumption, and moves it over its whole range in round steps', () => {
    for (const assumption of assumptions) {
      expect(text.assumptions.name(assumption.id, assumption.tier)).toMatch(/^[A-Z][\w ,×–-]+$/)
      if (assumption.kind !== 'number') continue
      const range = rangeOf(assumption)
      expect((range.max - range.min) / range.step, assumption.id).toBeGreaterThanOrEqual(assumption.unit === 'years' ? 30 : 50)
      for (const end of [range.min, range.max]) expect(toStep(end, range)).toBe(end)
    }
  })
})
