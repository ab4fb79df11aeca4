/** What was computed before it was committed was computed from the nation's tables as they are now. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const read = (file: string) => JSON.parse(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8'))
const { format, hash, ...tables } = read('scenarios/data/nation.json')
const results = readdirSync(new URL('../../scenarios/results/', import.meta.url)).filter(name => name.endsWith('.json'))

test('the tables are named by the hash of what they hold', () => {
  expect(format).toBe(1)
  expect(createHash('sha256').update(JSON.stringify(tables)).digest('hex').slice(0, 16)).toBe(hash)
  expect(results.length).toBeGreaterThan(0)
})

test.each(results)('%s is of these tables: else compute it again', name => {
  expect(read(`scenarios/results/${name}`).manifest.dataHash).toBe(hash)
})

test('fitted values are of these tables: else chengxiang calibrate', () => {
  expect(read('sim/fitted.json').data).toBe(hash)
})

test('what surrounds counties was recorded from these tables: else npm run surroundings', () => {
  expect(read('scenarios/data/surroundings.json').from.dataHash).toBe(hash)
})
