/** Repeats: pairs of the same seed, the interval of their difference, and what becomes of them when something else is asked. */
import { afterEach, describe, expect, test } from 'vitest'
import { indicatorIndex, readScenario, type Scenario } from '../../sim/index.ts'
import type { Handle, Places } from '../../web/engine.ts'
import {
  differenceOf, keepRepeatsOf, mayBeChance, pairsWanted, repeats, repeatsOf, startRepeats, stopRepeats, type YearKept,
} from '../../web/state/repeats.ts'
import { madeUpRecord } from '../helpers/made-up-record.ts'

const scenario = readScenario({ format: 1, scale: 1000, seed: '5', years: [2010, 2014], policies: [{ id: 'ruralTilt', value: 1.5, from: 2013 }] })
const at = indicatorIndex('urbanShare')
const share = ({ nation }: YearKept) => nation[at]

/** Runs that came to the worker, as seed and whether with a policy. */
let asked: { seed: string; policy: boolean; scale: number; keep: number[]; branch: boolean }[] = []

/** Calls that wait for their answer. */
const waiting: (() => void)[] = []

/** Answers what waits, and lets everything that follows come to wait again: nothing here takes time. */
async function answer() {
  for (const go of waiting.splice(0)) go()
  await new Promise(done => setTimeout(done))
}

/** A worker that answers when told to, whose urban share is a hundredth of the seed, and from the policy's year on an effect more that differs by seed. */
function open(): Handle {
  let now: Scenario
  let year: number
  const engine = {
    async start(given: Scenario, keep: number[], branch: boolean) {
      now = given
      asked.push({ seed: given.seed, policy: given.policies.length > 0, scale: given.scale, keep, branch })
      year = branch && given.policies.length > 0 ? given.policies[0].from : given.years[0]
      return { first: year }
    },
    async next() {
      await new Promise<void>(go => waiting.push(go))
      if (year > now.years[1]) return []
      const record = madeUpRecord(year)
      const effect = now.policies.length > 0 && year >= now.policies[0].from ? 0.1 + Number(now.seed) / 1000 : 0
      record.nation[at] = Number(now.seed) / 100 + effect
      year++
      return [record]
    },
  }
  return { engine, load: async () => ({}) as Places, lost: new Promise<string>(() => {}), end() {} } as unknown as Handle
}

const mishaps = { onCrash() {}, onFailure() {} }

async function until(holds: () => boolean) {
  for (let answers = 0; answers < 1000; answers++) {
    if (holds()) return
    await answer()
  }
  throw new Error('expected it within a thousand answers')
}

afterEach(async () => {
  stopRepeats()
  await answer()
  repeats.value = undefined
  asked = []
})

describe('repeats', () => {
  test('are pairs with seeds that count on from the reader’s, the second run of each from where the policy begins', async () => {
    startRepeats(scenario, open, mishaps)
    await until(() => repeats.value?.running === false)
    expect(asked.map(({ seed, policy }) => `${seed} ${policy}`)).toEqual(
      Array.from({ length: pairsWanted }, (_, k) => [`${5 + k} false`, `${5 + k} true`]).flat())
    expect(new Set(asked.map(({ scale }) => scale))).toEqual(new Set([10_000]))
    expect(asked.filter(({ policy }) => policy).every(({ branch }) => branch)).toBe(true)
    expect(asked[0].keep).toEqual([2012])
    for (const run of [...repeats.value!.base, ...repeats.value!.other]) expect(run).toHaveLength(5)
  })

  test('tell the mean difference with its interval, none before the policy', async () => {
    startRepeats(scenario, open, mishaps)
    await until(() => repeats.value?.running === false)
    const effects = Array.from({ length: pairsWanted }, (_, k) => 0.1 + (5 + k) / 1000)
    const late = differenceOf(repeats.value!, 2014, share)!
    expect(late.difference).toBeCloseTo(effects.reduce((sum, effect) => sum + effect, 0) / pairsWanted, 12)
    // Student's 97.5 % quantile at seven degrees of freedom × the standard error of 5 … 12 thousandths.
    expect(late.high! - late.difference).toBeCloseTo(2.364624 * Math.sqrt(6 / 8) / 1000, 8)
    expect(late.other - late.base).toBeCloseTo(late.difference, 12)
    expect(mayBeChance(late)).toBe(false)
    const early = differenceOf(repeats.value!, 2012, share)!
    expect([early.difference, early.low, early.high]).toEqual([0, 0, 0])
    expect(mayBeChance({ low: -0.1, high: 0.3 })).toBe(true)
  })

  test('are of their scenario alone, at whatever scale it is shown', async () => {
    startRepeats(scenario, open, mishaps)
    await until(() => (repeats.value?.base.length ?? 0) >= 1)
    expect(differenceOf({ ...repeats.value!, base: repeats.value!.base.slice(0, 1) }, 2014, share)).toBeUndefined()
    expect(repeatsOf({ ...scenario, scale: 10_000 })).toBe(repeats.value)
    expect(repeatsOf({ ...scenario, scale: 100_000 })).toBeUndefined()
    expect(repeatsOf({ ...scenario, seed: '6' })).toBeUndefined()
    keepRepeatsOf({ ...scenario, scale: 4000 })
    expect(repeats.value).toBeDefined()
    keepRepeatsOf({ ...scenario, policies: [] })
    expect(repeats.value).toBeUndefined()
  })

  test('that are stopped keep the pairs that are whole', async () => {
    startRepeats(scenario, open, mishaps)
    await until(() => (repeats.value?.base.length ?? 0) >= 2)
    stopRepeats()
    const pairs = repeats.value!.base.length
    expect(repeats.value!.running).toBe(false)
    await answer()
    expect(waiting).toEqual([])
    expect(repeats.value!.base).toHaveLength(pairs)
    expect(pairs).toBeLessThan(pairsWanted)
  })
})
