/** The engine gives the same bits in Node and in a Chromium worker. */
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from '@playwright/test'
import { build, preview, type PreviewServer } from 'vite'
import type * as Digests from '../../bench/digest.ts'
import type { Bench } from '../../bench/worker.ts'

declare const bench: Bench

const scenarios = {
  'the baseline': { format: 1, scale: 40_000, seed: '7', years: [2010, 2016] },
  'levers moved': {
    format: 1, scale: 40_000, seed: 'another', years: [2010, 2016],
    policies: [
      { id: 'ruralTilt', value: 2, from: 2011, phaseIn: 3 },
      { id: 'transferMix', value: { rebates: 10, equalization: 70, earmarked: 20 }, from: 2012, phaseIn: 0 },
    ],
  },
}

// One worker for the whole file: two would build into the same folder, each emptying it under the other.
test.describe.configure({ mode: 'default' })

let server: PreviewServer
let digestRun: typeof Digests.digestRun

test.beforeAll(async () => {
  await build({ configFile: 'bench/vite.config.ts' })
  // The same engine as a program for Node, compiled loops and all.
  const outDir = resolve('node_modules/.cache/chengxiang/digest')
  await build({ configFile: 'bench/vite.config.ts', build: { ssr: 'digest.ts', outDir, emptyOutDir: true } })
  ;({ digestRun } = await import(pathToFileURL(join(outDir, 'digest.js')).href) as typeof Digests)
  server = await preview({ configFile: 'bench/vite.config.ts', preview: { host: 'localhost', port: 41731 } })
})

test.afterAll(() => server.close())

const known = new Map<object, string>()

function inNode(scenario: object): string {
  let digest = known.get(scenario)
  if (!digest) known.set(scenario, (digest = digestRun(scenario, JSON.parse(readFileSync('scenarios/data/nation.json', 'utf8')))))
  return digest
}

for (const [name, scenario] of Object.entries(scenarios)) {
  test(`same bits in Node and in Chromium: ${name}`, async ({ page }) => {
    const expected = inNode(scenario)
    await page.goto(server.resolvedUrls!.local[0])
    expect(await page.evaluate(scenario => bench.digest(scenario), scenario)).toBe(expected)
  })
}

test('another seed gives other bits', () => {
  const { 'the baseline': scenario } = scenarios
  expect(inNode({ ...scenario, seed: '8' })).not.toBe(inNode(scenario))
})
