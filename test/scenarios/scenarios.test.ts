/** Every story in scenarios/ is valid, and runs. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { idleReasons, readScenario, run, writeScenario, type Scenario, type YearRecord } from '../../sim/index.ts'
import { censusDay, nation } from '../helpers/nation.ts'

const folder = new URL('../../scenarios/', import.meta.url)
const files = readdirSync(folder).filter(name => name.endsWith('.json') && !name.endsWith('.schema.json'))

/** A coarse China. */
const coarse = { scale: 100_000, years: [2010, 2013] as [number, number] }
const baseline: Scenario = { ...readScenario({ format: 1 }), ...coarse }
const yearsOf = (scenario: Scenario): YearRecord[] => [...run(scenario, nation, censusDay(coarse.scale))]
const without = yearsOf(baseline)

describe.each(files)('%s', file => {
  const json = JSON.parse(readFileSync(new URL(file, folder), 'utf8'))

  test('is valid and says only what differs from the defaults', () => {
    const { $schema, name, ...said } = json
    expect($schema).toBe('./scenario.schema.json')
    expect(name.en && name.zh).toBeTruthy()
    expect(writeScenario(readScenario(json))).toMatchObject(said)
  })

  test('runs with its policies in force', () => {
    const told = readScenario(json)
    const { seed, assumptions } = baseline
    expect({ seed: told.seed, assumptions: told.assumptions }, 'what the baseline beside it has too').toEqual({ seed, assumptions })
    // The policies brought forward.
    const scenario = { ...told, ...coarse, policies: told.policies.map(policy => ({ ...policy, from: 2011, phaseIn: 0 })) }
    expect(idleReasons(told)).toEqual([])
    expect(idleReasons(scenario)).toEqual([])
    const records = yearsOf(scenario)
    expect(records.map(({ year }) => year)).toEqual([2010, 2011, 2012, 2013])
    for (const { year, accounts } of records) expectClosed(accounts, year)
    const [last, lastWithout] = [records, without].map(years => years.at(-1)!.nation)
    if (scenario.policies.length > 0) expect(last).not.toEqual(lastWithout)
    else expect(last).toEqual(lastWithout)
  })
})

/** People and money come from somewhere and go somewhere. */
function expectClosed(accounts: YearRecord['accounts'], year: number) {
  const { residentsBefore, births, deaths, residentsAfter, raised, borrowed, spent, transferredDown, transferredReceived } = accounts
  expect(residentsAfter, `people of ${year}`).toBe(residentsBefore + births - deaths)
  expect(Math.abs(raised + borrowed - spent), `money of ${year}`).toBeLessThan(1e-9 * spent)
  expect(Math.abs(transferredDown - transferredReceived), `transfers of ${year}`).toBeLessThanOrEqual(1e-9 * transferredDown)
}
