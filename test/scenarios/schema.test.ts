/** The published schema is the one that the reader checks with. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { scenarioFileSchema } from '../../sim/cli/schema.ts'

test('scenario.schema.json is current: npx chengxiang describe schema > scenarios/scenario.schema.json', () => {
  const published = readFileSync(new URL('../../scenarios/scenario.schema.json', import.meta.url), 'utf8')
  expect(JSON.parse(published)).toEqual(JSON.parse(JSON.stringify(scenarioFileSchema())))
})
