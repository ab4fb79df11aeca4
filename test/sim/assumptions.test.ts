/** Assumptions: each is read as a scenario's, sets what it says, and changes some indicator of the nation. */
import { describe, expect, test } from 'vitest'
import { assumptions, policies, run, type Assumption } from '../../sim/index.ts'
import { defaultParameters, urbanTiers } from '../../sim/parameters.ts'
import { parametersAt } from '../../sim/policies/index.ts'
import { work } from '../../sim/processes/work.ts'
import { after, censusDay, chances, fingerprint, nation, nowOf, scenarioOf } from '../helpers/nation.ts'

const others = (assumption: Assumption): (number | string)[] => assumption.kind === 'choice'
  ? assumption.choices.filter(choice => choice !== assumption.default)
  : [assumption.min, assumption.max].filter(end => end !== assumption.default)

const all = assumptions.map((assumption): [string, Assumption] => [assumption.id, assumption])

/** Every bit of the nation's indicators, year by year as they are asked for. */
function* nations(end: number, settings: Record<string, number | string>): Generator<string, void> {
  for (const record of run(scenarioOf({ years: [2010, end], assumptions: settings }), nation, censusDay())) yield fingerprint(record.nation)
}

const usual = [...nations(2025, {})]

/** Whether any year after the first, which is observed as it is, is not as usual; the years after the first that is not are not run. */
function changes(end: number, settings: Record<string, number | string>): boolean {
  let y = 0
  for (const bits of nations(end, settings)) if (bits !== usual[y++] && y > 1) return true
  return false
}

describe('an assumption', () => {
  test('is known by one id, which no lever has', () => {
    const ids = assumptions.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const levers = new Set(policies.map(({ id }) => id))
    expect(ids.filter(id => levers.has(id))).toEqual([])
  })

  test.each(all)('%s sets the parameters it names and no others', (id, assumption) => {
    const before = defaultParameters()
    expect(parametersAt(2020, scenarioOf({ assumptions: { [id]: assumption.default } }).assumptions, [])).toEqual(before)
    for (const value of others(assumption)) {
      const after = parametersAt(2020, scenarioOf({ assumptions: { [id]: value } }).assumptions, [])
      const changed = Object.keys(after).filter(key => after[key as keyof typeof after] !== before[key as keyof typeof before])
      expect(changed.filter(key => !['hukouOpenness'].includes(key) && typeof before[key as keyof typeof before] !== 'object')).toEqual([...assumption.sets])
    }
  })

  const present = new Set(Array.from(censusDay().places.tier))
  test.each(all.filter(([, { tier }]) => !tier || present.has(urbanTiers.indexOf(tier) + 1)))('%s changes some indicator', (id, assumption) => {
    // UN projections part in 2024; a pace needs years until it changes a death among so few.
    const end = id === 'fertilityVariant' ? 2025 : id === 'mortalityPace' ? 2016 : 2012
    for (const value of others(assumption)) expect(changes(end, { [id]: value }), String(value)).toBe(true)
  })
})

test('growth assumed for a tier is growth of that tier', () => {
  const [usual, faster] = [0, 0.02].map(extra => {
    const world = after(2012, 20_000)
    work(world, nowOf(2013, { jobGrowthLarge: extra, productivityGrowthLarge: extra }), chances('work', 2013))
    return world.places
  })
  const large = urbanTiers.indexOf('large') + 1
  expect(usual.tier.includes(large)).toBe(true)
  for (let j = usual.villages; j < usual.count; j++) {
    const jobs = (places: typeof usual) => places.jobsBase[j * 2] + places.jobsBase[j * 2 + 1]
    if (usual.tier[j] !== large) {
      expect(jobs(faster)).toBe(jobs(usual))
      expect(faster.productivity[j * 2]).toBe(usual.productivity[j * 2])
    } else {
      expect(jobs(faster)).toBeGreaterThan(jobs(usual))
      expect(faster.productivity[j * 2]).toBeGreaterThan(usual.productivity[j * 2])
    }
  }
})
