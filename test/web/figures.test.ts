/** The lines of a chart beside repeats, and what pictures that leave the page say. */
import { afterEach, expect, test } from 'vitest'
import { readScenario, type Scenario } from '../../sim/index.ts'
import { repeats, type YearKept } from '../../web/state/repeats.ts'
import { atScale, keyOf, type Run } from '../../web/state/runs.ts'
import { picture } from '../../web/state/picture.ts'
import { exportNotes, withRun } from '../../web/views/export-notes.ts'
import { lineData, lineFigures } from '../../web/views/figures.ts'
import { madeUpRecord } from '../helpers/made-up-record.ts'

const years = { format: 1, years: [2010, 2012] }
const assumed = { ...years, assumptions: { agglomeration: 0.1 } }
const [plain, base, other] = [
  readScenario(years), readScenario(assumed), readScenario({ ...assumed, policies: [{ id: 'ruralTilt', value: 2, from: 2011 }] }),
]

function runOf(scenario: Scenario, urban: number[]): Run {
  return { key: keyOf(scenario), scenario, records: urban.map((urbanShare, k) => madeUpRecord(2010 + k, { urbanShare })), whole: true, failed: false }
}

afterEach(() => {
  repeats.value = undefined
  picture.value = undefined
})

const shown = { scale: 1000, base: runOf(base, [0.5, 0.55, 0.6]), other: runOf(other, [0.5, 0.56, 0.63]), plain: runOf(plain, [0.48, 0.5, 0.5]) }

test('beside means the baseline of the defaults lies as far from the modified one as in the one run of each', () => {
  const kept = (urban: number[]): YearKept[] => urban.map((urbanShare, k) => ({ nation: madeUpRecord(2010 + k, { urbanShare }).nation, provinces: new Float32Array(0) }))
  repeats.value = {
    scenario: atScale(other, 10_000), running: false,
    base: [kept([0.4, 0.42, 0.44]), kept([0.42, 0.44, 0.46])], other: [kept([0.4, 0.45, 0.5]), kept([0.42, 0.46, 0.53])],
  }
  const urban = lineFigures.find(({ id }) => id === 'urbanShare')!
  const { lines } = lineData(urban, 'level', shown, undefined, { dim: false, reducedMotion: true, name: 'Mine' })
  const [beneath, modified, own] = lines.map(({ points }) => points.map(({ value }) => Number(value.toFixed(9))))
  expect(modified).toEqual([0.41, 0.43, 0.45])
  expect(beneath).toEqual([0.39, 0.38, 0.35])
  expect(own).toEqual([0.41, 0.455, 0.515])
  expect(lines[2].bandOf).toBe('interval of the difference')
})

test('a picture told from a finer baseline leaves the page with both scales', () => {
  picture.value = { ...shown, scale: 10_000, levels: 1000, other: { ...shown.other, scenario: atScale(other, 10_000) } }
  expect(exportNotes().join()).toContain('baseline at 1:1,000, difference to it at 1:10,000')
  const [head, row] = withRun([['Year'], [2010]])
  expect(head.at(-1)).toBe('Scale of the baseline where it is another')
  expect([row[3], row.at(-1)]).toEqual([10_000, 1000])
})
