/** Branching: a world copied at a year and run on under other policies is the full run under them, bit for bit. */
import { describe, expect, test } from 'vitest'
import { copyWorld, run, type PolicyInForce, type World, type YearRecord } from '../../sim/index.ts'
import { observe } from '../../sim/indicators/observe.ts'
import { die } from '../../sim/processes/die.ts'
import { giveBirth } from '../../sim/processes/give-birth.ts'
import { growOlder } from '../../sim/processes/grow-older.ts'
import { tidy } from '../../sim/tidy.ts'
import { addPerson } from '../../sim/world.ts'
import { after, brokenLinks, censusDay, chances, contents, fingerprint, idOf, living, nation, nowOf, scenarioOf } from '../helpers/nation.ts'

const years: [number, number] = [2010, 2021]
const from = 2016
const policies: PolicyInForce[] = [
  { id: 'ruralPension', value: 300, from, phaseIn: 3 },
  { id: 'hukouOpenness', value: { mega: 1 }, from: 2018, phaseIn: 0 },
  { id: 'transferMix', value: { rebates: 0, equalization: 100, earmarked: 0 }, from, phaseIn: 0 },
]
const base = scenarioOf({ years })
const reform = scenarioOf({ years, policies })

/** A fresh world, run through a year. */
function until(year: number): World {
  const world = censusDay()
  for (const record of run(base, nation, world)) if (record.year === year) break
  return world
}

const bits = (records: Iterable<YearRecord>) => Array.from(records, fingerprint)

describe('a branch', () => {
  const full = bits(run(reform, nation, censusDay()))

  // 2017 and 2018 lie around the year in which memory is tidied.
  test.each([from - 1, from - 2, 2010])('at the end of %i is the full run with the same policies, bit for bit', year => {
    const branch = copyWorld(until(year))
    expect(bits(run(reform, nation, branch))).toEqual(full.slice(year - years[0] + 1))
  })

  test('leaves the world with the same people, households and places as the full run', () => {
    const branch = copyWorld(until(from - 1))
    for (const record of run(reform, nation, branch)) void record
    const whole = censusDay()
    for (const record of run(reform, nation, whole)) void record
    expect(fingerprint(contents(branch))).toBe(fingerprint(contents(whole)))
  })

  test.each([['this scale', 100_000], ['another scale', 50_000]])('in the memory of a world of %s that is needed no longer is the same', (_, scale) => {
    const spent = censusDay(scale)
    for (const record of run(scenarioOf({ years: [2010, 2013], scale }), nation, spent)) void record
    const original = until(from - 1)
    const before = fingerprint(original)
    expect(bits(run(reform, nation, copyWorld(original, spent)))).toEqual(full.slice(from - years[0]))
    expect(fingerprint(original)).toBe(before)
  })

  test('inherits nothing from those who were in its memory before', () => {
    // In a year in which memory is not tidied, and at a scale at which there is room for new households.
    const next = scenarioOf({ years: [2010, 2016], scale: 20_000 })
    const [used, fresh] = [after(2014, 20_000), after(2014, 20_000)]
    for (const columns of [used.people, used.households]) {
      for (const column of Object.values(columns)) if (ArrayBuffer.isView(column)) (column as Int32Array).fill(77, columns.count)
    }
    expect(bits(run(next, nation, used))).toEqual(bits(run(next, nation, fresh)))
  })

  test('does not disturb the original, which runs on as if nothing had been copied', () => {
    const original = until(from - 1)
    const before = fingerprint(original)
    const branch = copyWorld(original)
    for (const record of run(reform, nation, branch)) void record
    expect(fingerprint(original)).toBe(before)
    const alone = bits(run(base, nation, censusDay())).slice(from - years[0])
    expect(bits(run(base, nation, original))).toEqual(alone)
  })

  test('a copy shares no column with the original', () => {
    const original = censusDay()
    const copy = copyWorld(original)
    const buffers = (world: World) => [world.people, world.households, world.places, world.governments, world.ledger]
      .flatMap(columns => Object.values(columns)).filter(ArrayBuffer.isView).map(column => column.buffer)
    const ours = new Set(buffers(original))
    expect(buffers(copy).some(buffer => ours.has(buffer))).toBe(false)
    expect(fingerprint(copy)).toBe(fingerprint(original))
  })

  test('two runs side by side do not touch each other', () => {
    const [one, other] = [run(base, nation, censusDay()), run(reform, nation, censusDay())]
    const [ones, others]: string[][] = [[], []]
    for (let step = one.next(); !step.done; step = one.next()) {
      ones.push(fingerprint(step.value))
      others.push(fingerprint(other.next().value))
    }
    expect(others).toEqual(full)
    expect(ones).toEqual(bits(run(base, nation, censusDay())))
  })
})

describe('tidying', () => {
  test('changes nothing that is observed', () => {
    const [world, tidied] = [after(2016), after(2016)]
    tidy(tidied)
    const now = nowOf(2016)
    expect(fingerprint(observe(tidied, now))).toBe(fingerprint(observe(world, now)))
    expect(tidied.people.count).toBeLessThan(world.people.count)
    expect(living(tidied).map(i => idOf(tidied, i)).sort()).toEqual(living(world).map(i => idOf(world, i)).sort())
    expect(brokenLinks(tidied)).toEqual([])
  })

  test('keeps everybody’s family, household, place and word', () => {
    const facts = (world: World) => {
      const { people, households } = world
      const name = (i: number) => (i < 0 || !living_.has(i) ? '' : idOf(world, i))
      const living_ = new Set(living(world))
      return new Map([...living_].map(i => [idOf(world, i), [
        people.word[i], people.place[i], people.registered[i], name(people.mother[i]), name(people.father[i]), name(people.partner[i]),
        households.idLow[people.household[i]], households.idHigh[people.household[i]], households.home[people.household[i]],
        households.land[people.household[i]], households.income[people.household[i]],
      ].join()]))
    }
    const world = after(2016)
    const before = facts(world)
    tidy(world)
    const now = facts(world)
    expect([...before].filter(([id, fact]) => now.get(id) !== fact)).toEqual([])
    expect(now.size).toBe(before.size)
  })

  test('changes nobody’s schooling, death or birth of the next year', () => {
    const fates = (tidied: boolean) => {
      const world = after(2016, 20_000)
      if (tidied) tidy(world)
      const now = nowOf(2017)
      growOlder(world, now, chances('ageing', 2017))
      die(world, now, chances('mortality', 2017))
      giveBirth(world, now, chances('fertility', 2017))
      return new Map(living(world).map(i => [idOf(world, i), world.people.word[i]]))
    }
    const [without, with_] = [fates(false), fates(true)]
    expect([...without].filter(([id, word]) => with_.get(id) !== word).length).toBe(0)
    expect(with_.size).toBe(without.size)
  })

  test('in another year makes no difference to the years after', () => {
    // Memory is tidied in 2014 by the run; here it is tidied before that year as well.
    const [usual, often] = [false, true].map(extra => {
      const world = until(2013)
      if (extra) tidy(world)
      return bits(run(scenarioOf({ years: [2010, 2015] }), nation, world))
    })
    expect(often).toEqual(usual)
  })
})

describe('growing capacity', () => {
  test('loses nobody', () => {
    const world = censusDay()
    const before = living(world).map(i => idOf(world, i))
    const capacity = world.people.word.length
    while (world.people.count <= capacity) {
      const n = world.people.count
      addPerson(world, { word: 1 << 13, idLow: n, idHigh: 1, household: n % 100, place: 0, registered: 0, mother: -1, father: -1 })
    }
    expect(world.people.word.length).toBeGreaterThan(capacity)
    expect(living(world).slice(0, before.length).map(i => idOf(world, i))).toEqual(before)
    expect(brokenLinks(world)).toEqual([])
  })
})
