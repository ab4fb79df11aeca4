/** What the browser keeps of the last baseline. */
import { expect, it } from 'vitest'
import { indicators, readScenario } from '../../sim/index.ts'
import type { Places } from '../../web/engine.ts'
import { kept, packing, unpacked } from '../../web/state/last-picture.ts'
import { keyOf, type Run } from '../../web/state/runs.ts'
import { mapIndicators } from '../../web/state/series.ts'
import { madeUpRecord } from '../helpers/made-up-record.ts'

const scenario = readScenario({ format: 1, years: [2010, 2012] })
const run: Run = {
  key: keyOf(scenario), scenario, whole: true, failed: false,
  records: [0.5, 0.55, 0.6].map((urbanShare, k) => madeUpRecord(2010 + k, { urbanShare }, [{ urbanShare }, { urbanShare: 0.25 }])),
}
const places: Places = {
  hash: 'abc', observed: [],
  provinces: { code: [1], nameEn: ['A'], nameZh: ['甲'] },
  prefectures: { code: [11, 12], nameZh: ['乙', '丙'], province: [0, 0] },
  counties: { code: [110101], nameZh: ['丁'], province: [0], prefecture: [0] },
}
/** To its end. */
function packed() {
  const steps = packing(run, places)
  for (;;) {
    const { value, done } = steps.next()
    if (done) return value
  }
}
const urban = indicators.findIndex(({ id }) => id === 'urbanShare')

it('is the nation and the map of every year', () => {
  const { run: again } = unpacked(JSON.parse(JSON.stringify(packed())))
  expect(again.records.map(({ year, nation }) => [year, Number(nation[urban].toFixed(6))])).toEqual([[2010, 0.5], [2011, 0.55], [2012, 0.6]])
  for (const { prefectures } of again.records) expect(prefectures[indicators.length + urban]).toBe(0.25)
  const notOnTheMap = indicators.findIndex(({ id }) => !mapIndicators.includes(id))
  expect(again.records[1].prefectures[notOnTheMap]).toBeNaN()
  expect(again.key).toBe(run.key)
})

it('is refused where a part is missing', () => {
  const whole = packed()
  expect(() => unpacked({ ...whole, nation: whole.nation.slice(0, -8) })).toThrow()
})

it('is nothing where the browser keeps nothing', () => {
  expect(kept(scenario)).toBeUndefined()
})
