/** Every story in scenarios/ is valid, and runs. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { loadNation } from '../../sim/cli/data.ts'
import { populate, readScenario, run, writeScenario } from '../../sim/index.ts'

const folder = new URL('../../scenarios/', import.meta.url)
const files = readdirSync(folder).filter(name => name.endsWith('.json') && !name.endsWith('.schema.json'))
const data = loadNation()

describe.each(files)('%s', file => {
  const json = JSON.parse(readFileSync(new URL(file, folder), 'utf8'))

  test('is valid and says only what differs from the defaults', () => {
    const { $schema, name, ...said } = json
    expect($schema).toBe('./scenario.schema.json')
    expect(name.en && name.zh).toBeTruthy()
    expect(writeScenario(readScenario(json))).toMatchObject(said)
  })

  test('runs with its policies in force', () => {
    const scenario = readScenario(json)
    // A coarse China, with the policies brought forward.
    const early = scenario.policies.map(policy => ({ ...policy, from: 2011, phaseIn: 0 }))
    const coarse = { ...scenario, policies: early, scale: 100_000, years: [2010, 2013] as [number, number] }
    const records = [...run(coarse, data, populate(coarse, data))]
    expect(records.map(({ year }) => year)).toEqual([2010, 2011, 2012, 2013])
    for (const { accounts } of records) expect(accounts.residentsAfter).toBeGreaterThan(0)
  })
})
