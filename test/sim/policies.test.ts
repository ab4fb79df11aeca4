/** Levers: what moves nothing, what moves something, when, and how far. */
import { describe, expect, test } from 'vitest'
import { indicators, policies, run, type LeverValue, type Policy, type PolicyInForce, type YearRecord } from '../../sim/index.ts'
import { defaultParameters } from '../../sim/parameters.ts'
import { parametersAt } from '../../sim/policies/index.ts'
import { extremes } from '../../sim/policies/policy.ts'
import { companions, everyExtreme } from '../helpers/levers.ts'
import { after, censusDay, fingerprint, nation, scenarioOf } from '../helpers/nation.ts'

const last = 2013

function records(inForce: PolicyInForce[], years: [number, number] = [2010, last]): YearRecord[] {
  return [...run(scenarioOf({ policies: inForce, years }), nation, censusDay())]
}

/** The same from the end of the first year on, which is lived through once for all, year by year as they are asked for. */
const after2010 = (inForce: PolicyInForce[]) => run(scenarioOf({ policies: inForce, years: [2010, last] }), nation, after(2010))

const moved = (id: string, value: LeverValue, from = 2012, phaseIn = 0, to?: number): PolicyInForce =>
  ({ id, value, from, phaseIn, ...(to === undefined ? {} : { to }) })

const baseline = records([])
const bits = (years: YearRecord[]) => years.map(fingerprint)

/** Whether any indicator differs in any year; the years after the first that does are not run. */
function movesSome(years: Iterable<YearRecord>, from: YearRecord[]): boolean {
  let y = 0
  for (const record of years) if (changed([record], [from[y++]]).length > 0) return true
  return false
}

/** Indicators of any level that differ in any year. */
function changed(years: YearRecord[], from = baseline): string[] {
  return indicators.filter((_, n) => years.some((record, y) => (['nation', 'provinces', 'prefectures', 'byTier', 'byArea'] as const).some(level => {
    const [ours, theirs] = [record[level], from[y][level]]
    for (let at = n; at < ours.length; at += indicators.length) if (!Object.is(ours[at], theirs[at])) return true
    return false
  }))).map(({ id }) => id)
}

describe('no lever moved', () => {
  test('makes a difference of exactly zero', () => {
    expect(bits(records([]))).toEqual(bits(baseline))
  })

  const atDefault = policies.map((policy): [string, Policy] => [policy.id, policy])
  test.each(atDefault)('%s set to its default, by phases, makes a difference of exactly zero', (id, policy) => {
    expect(changed(records([moved(id, policy.default, 2010, 3)]))).toEqual([])
  })

  test.each(atDefault)('%s at its default gives the default parameters, bit for bit', (id, policy) => {
    for (const phaseIn of [0, 7]) {
      expect(parametersAt(2013, {}, [moved(id, policy.default, 2010, phaseIn)])).toEqual(defaultParameters())
    }
  })
})

describe('a lever', () => {
  test.each(everyExtreme)('%s at %s runs, and leaves the years before it bit-equal', (id, _, value) => {
    const years = records([moved(id, value, 2013)])
    expect(bits(years.slice(0, 3))).toEqual(bits(baseline.slice(0, 3)))
    expect(years.map(({ year }) => year)).toEqual([2010, 2011, 2012, 2013])
  })

  test('that starts after the last year asked for has done nothing', () => {
    const all = policies.map(policy => moved(policy.id, extremes(policy)[0], 2020))
    const years: YearRecord[] = []
    for (const record of run(scenarioOf({ policies: all, years: [2010, 2030] }), nation, censusDay())) {
      years.push(record)
      if (record.year === last) break
    }
    expect(bits(years)).toEqual(bits(baseline))
  })

  test.each(policies.map((policy): [string, Policy] => [policy.id, policy]))('%s moves some indicator', (id, policy) => {
    const values = extremes(policy).filter(value => JSON.stringify(value) !== JSON.stringify(policy.default))
    expect(values.length).toBeGreaterThan(0)
    const others = companions(id)
    const without = others.length > 0 ? [...after2010(others)] : baseline.slice(1)
    for (const value of values) expect(movesSome(after2010([...others, moved(id, value, 2011)]), without), JSON.stringify(value)).toBe(true)
  })

  test('every part of a lever moves some indicator, for the tiers that there are', () => {
    const present = new Set(Array.from(censusDay().places.tier))
    const names = ['town', 'small', 'medium', 'large', 'veryLarge', 'mega']
    for (const policy of policies) {
      if (policy.kind !== 'parts') continue
      for (const part of policy.parts) {
        if (!present.has(names.indexOf(part) + 1)) continue
        expect(movesSome(after2010([moved(policy.id, { [part]: policy.max }, 2011)]), baseline.slice(1)), part).toBe(true)
      }
    }
  })
})

describe('the parameters of a year', () => {
  const number = policies.find(policy => policy.id === 'ruralPension')!
  const pension = (year: number, inForce: PolicyInForce[]) => parametersAt(year, {}, inForce).ruralPension
  const start = number.default as number

  test('are the defaults before a policy begins and after it ends', () => {
    const inForce = [moved('ruralPension', 500, 2020, 0, 2030)]
    expect([2019, 2020, 2030, 2031].map(year => pension(year, inForce))).toEqual([start, 500, 500, start])
  })

  test('reach the value in even steps, exactly, and stay', () => {
    const inForce = [moved('ruralPension', start + 400, 2020, 4)]
    expect([2019, 2020, 2021, 2022, 2023, 2024, 2050].map(year => pension(year, inForce) - start)).toEqual([0, 100, 200, 300, 400, 400, 400])
  })

  test.each(everyExtreme)('%s at %s is in full force when its phases are over, as if it had been so at once', (id, _, value) => {
    expect(parametersAt(2024, {}, [moved(id, value, 2020, 5)])).toEqual(parametersAt(2024, {}, [moved(id, value, 2024, 0)]))
  })

  test('start from the value assumed, not from the lever’s default', () => {
    const assumed = (year: number) => parametersAt(year, { ruralPension: 200 }, [moved('ruralPension', 400, 2020, 4)]).ruralPension
    expect([2019, 2020, 2021, 2022, 2023, 2030].map(assumed)).toEqual([200, 250, 300, 350, 400, 400])
    const share = (year: number) => parametersAt(year, { transferPool: 0.2 }, [moved('transferPool', 40, 2020, 2)]).transferPool
    expect([2020, 2021].map(share)).toEqual([0.3, 0.4])
  })

  test('go on from the value in force when a lever is moved again, and back to it when that step ends', () => {
    const steps = [moved('ruralPension', 500, 2020), moved('ruralPension', 900, 2030, 4, 2040)]
    expect([2029, 2030, 2031, 2033, 2040, 2041].map(year => pension(year, steps))).toEqual([500, 600, 700, 900, 900, 500])
    expect(pension(2033, steps.toReversed())).toBe(900)
    const half = [moved('ruralPension', start + 400, 2020, 4), moved('ruralPension', start, 2022, 2)]
    expect([2021, 2022, 2023, 2024].map(year => pension(year, half) - start)).toEqual([200, 100, 0, 0])
  })

  test('keep the way of one part of a lever when another part is moved', () => {
    const steps = [moved('hukouOpenness', { mega: 1 }, 2020, 4), moved('hukouOpenness', { large: 0.5 }, 2022)]
    expect(parametersAt(2023, {}, steps).hukouOpenness).toMatchObject({ mega: 1, large: 0.5, town: 0 })
    expect(parametersAt(2022, {}, steps).hukouOpenness).toMatchObject({ mega: 0.75, large: 0.5 })
  })

  test('take no longer to find than there are steps', () => {
    const steps = Array.from({ length: 40 }, (_, n) => moved('ruralPension', n, 2011 + n, 40))
    expect(pension(2050, steps)).toBeGreaterThan(0)
  })

  test('are those assumed where no lever says otherwise', () => {
    const assumed = parametersAt(2015, { wageWeight: 2 }, [moved('ruralPension', 100, 2011)])
    expect(assumed).toEqual({ ...defaultParameters(), wageWeight: 2, ruralPension: 100 })
  })
})
