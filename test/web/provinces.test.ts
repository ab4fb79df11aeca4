/** Who gains and who pays: provinces side by side. */
import { describe, expect, it } from 'vitest'
import { indicators, readScenario } from '../../sim/index.ts'
import { comparedBy, provinceMeasures, provinceRows, spreadOf } from '../../web/state/provinces.ts'
import { keyOf, type Run } from '../../web/state/runs.ts'
import { parseScenario } from '../../web/state/link.ts'
import { stories, storyText } from '../../web/state/stories.ts'
import { spreadText } from '../../web/views/provinces.tsx'
import { madeUpRecord } from '../helpers/made-up-record.ts'

const base = readScenario({ format: 1, years: [2010, 2011] })
const moved = readScenario({ format: 1, years: [2010, 2011], policies: [{ id: 'transferPool', value: 50, from: 2010 }] })

function runOf(scenario: typeof base, provinces: Record<string, number>[]): Run {
  const table = Float64Array.from(provinces.flatMap(values => indicators.map(({ id }) => values[id] ?? 0)))
  const records = [2010, 2011].map(year => ({ ...madeUpRecord(year), provinces: table }))
  return { key: keyOf(scenario), scenario, records, whole: true, failed: false }
}

const before = runOf(base, [
  { population: 100, revenuePerHead: 5000, transfersTotalPerHead: 1000 }, { population: 300, revenuePerHead: 2000, transfersTotalPerHead: 3000 },
])
const after = runOf(moved, [
  { population: 90, revenuePerHead: 4000, transfersTotalPerHead: 1200 }, { population: 310, revenuePerHead: 1800, transfersTotalPerHead: 3700 },
])

describe('provinces', () => {
  it('gain or pay what they have more or less of: their own revenue and transfers together', () => {
    const rows = provinceRows({ scale: 1000, base: before, other: after }, 'means', 2011)!
    expect(rows.map(({ value, base: then }) => value - then)).toEqual([-800, 500])
    expect(rows.map(({ residents, baseResidents }) => [residents, baseResidents])).toEqual([[90, 100], [310, 300]])
  })

  it('differ by exactly nothing from themselves', () => {
    for (const { id } of provinceMeasures) {
      for (const { value, base: then } of provinceRows({ scale: 1000, base: before, other: before }, id, 2010)!) expect(value).toBe(then)
    }
  })

  it('stand at the means of the repeats where there are some, of which the one less the other is the difference', () => {
    expect(comparedBy(7, 5, undefined)).toEqual({ value: 7, base: 5 })
    const repeated = { base: 4, other: 7, difference: 3, low: 2, high: 4 }
    expect(comparedBy(7.5, 5, repeated)).toEqual({ value: 7, base: 4, repeated })
  })

  it('are not there in the picture of the last visit', () => {
    const kept: Run = { ...before, records: [madeUpRecord(2010), madeUpRecord(2011)] }
    expect(provinceRows({ scale: 1000, base: kept, other: kept }, 'means', 2011)).toBeUndefined()
  })

  it('spread by nothing where all are alike, and more the more residents stand apart', () => {
    expect(spreadOf([{ value: 5, weight: 1 }, { value: 5, weight: 9 }, { value: NaN, weight: 2 }])).toBe(0)
    expect(spreadOf([{ value: 1, weight: 1 }, { value: 3, weight: 1 }])).toBe(0.5)
    expect(spreadOf([{ value: 1, weight: 1 }, { value: 3, weight: 99 }])).toBeLessThan(0.1)
  })

  it('are said to move apart by the numbers, not by how these are written', () => {
    expect(spreadText(9.5, 10.25)).toBe('The spread between provinces widens from 9.500 to 10.250.')
    expect(spreadText(10.25, 9.5)).toBe('The spread between provinces narrows from 10.250 to 9.500.')
    expect(spreadText(0.3, 0.3)).toBe('The spread between provinces stays at 0.300.')
  })
})

describe('the scenarios that come with the page', () => {
  it('all move a lever, bear a name in both languages, and are told where the reader is', () => {
    expect(stories.length).toBeGreaterThan(5)
    const here = readScenario({ format: 1, scale: 40_000, seed: 'mine' })
    for (const { id, name } of stories) {
      const told = parseScenario(storyText(id, here))
      expect(told.policies.length).toBeGreaterThan(0)
      expect([told.scale, told.seed, told.stage]).toEqual([40_000, 'mine', 'nation'])
      expect([told.name.en, told.name.zh]).toEqual([name.en, name.zh])
    }
  })
})
