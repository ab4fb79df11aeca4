/** The same scenario gives the same bits, every time; another seed gives others. */
import { describe, expect, test } from 'vitest'
import { populate, run } from '../../sim/index.ts'
import { contents, fingerprint, nation, scenarioOf, valueOf } from '../helpers/nation.ts'

const settings = {
  scale: 50_000, years: [2010, 2019], seed: 'bits',
  policies: [{ id: 'ruralTilt', value: 2, from: 2012, phaseIn: 3 }, { id: 'schoolClosing', value: 0, from: 2011 }],
}

function lived(changes: Record<string, unknown> = {}) {
  const scenario = scenarioOf({ ...settings, ...changes })
  const world = populate(scenario, nation)
  const populated = fingerprint(contents(world))
  const records = [...run(scenario, nation, world)]
  return { populated, records, bits: records.map(fingerprint), end: fingerprint(contents(world)) }
}

describe('a run', () => {
  const once = lived()

  test('has the same bits when it is run again, from the first person to the last yuan', () => {
    const again = lived()
    expect(again.populated).toBe(once.populated)
    expect(again.bits).toEqual(once.bits)
    expect(again.end).toBe(once.end)
  })

  test('does not depend on data that another run has read', () => {
    const before = fingerprint(nation)
    lived({ seed: 'other', scale: 100_000 })
    expect(fingerprint(nation)).toBe(before)
    expect(lived().bits).toEqual(once.bits)
  })

  test('has other bits with another seed, and nearly the same people', () => {
    const other = lived({ seed: 'other' })
    expect(other.populated).not.toBe(once.populated)
    expect(other.bits.some(bits => once.bits.includes(bits))).toBe(false)
    const population = [once, other].map(({ records }) => valueOf(records[0], 'population'))
    expect(Math.abs(population[1] / population[0] - 1)).toBeLessThan(0.001)
  })

  // Golden: whoever changes results on purpose makes them anew with `npx vitest run engine-bits -u`.
  test('gives what it gave before', () => {
    const { records } = once
    const last = records[records.length - 1]
    const read = ['population', 'urbanShare', 'incomeRatio', 'serviceTheil', 'leftBehindChildShare', 'transfersTotal']
    expect(Object.fromEntries(read.map(id => [id, valueOf(last, id)]))).toMatchInlineSnapshot(`
      {
        "incomeRatio": 2.514955780927544,
        "leftBehindChildShare": 0.41020646669263733,
        "population": 1408900000,
        "serviceTheil": 0.03348930787653293,
        "transfersTotal": 5915800103655.355,
        "urbanShare": 0.6162254240897154,
      }
    `)
    expect(fingerprint(records)).toMatchInlineSnapshot(`"a513d9251ec289def203bc40aea7b016ff4d48080f52b278b4809a827f7511e2"`)
  })

  test('has years that each differ from every other', () => {
    expect(new Set(once.bits).size).toBe(once.bits.length)
  })
})
