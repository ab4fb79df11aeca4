/** Scenarios as the reader changes them. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultScenario, policies, readScenario, writeScenario } from '../../sim/index.ts'
import type { LeverValue, Policy } from '../../sim/policies/policy.ts'
import {
  activeScenario, baselineScenario, inForce, isNamed, laterStepFrom, leverValue, meanOf, newLaboratory, plainScenario, settingsOf,
  shareOut, shiftParts, stepsOf, toStep, withAssumption, withLaterStep, withLever, withName, withoutAssumptions, withoutLever, withoutLevers,
  withoutStep, withScenario, withSettings,
} from '../../web/state/laboratory.ts'

const dates = { from: 2025, phaseIn: 5 }

/** A value of the lever that is not its default. */
function otherValue(policy: Policy): LeverValue {
  switch (policy.kind) {
    case 'number': return policy.default === policy.max ? policy.min : policy.max
    case 'choice': return policy.choices.find(choice => choice !== policy.default)!
    case 'shares': return shareOut(policy.default, policy.parts[0], 60, policy.step)
    case 'parts': return { ...policy.default, [policy.parts[0]]: policy.max }
  }
}

describe('a lever', () => {
  for (const policy of policies) {
    it(`${policy.id}: moved, it gives a valid scenario; at its default, the baseline again`, () => {
      const moved = withLever(newLaboratory(), policy, otherValue(policy), dates)
      expect(readScenario(writeScenario(activeScenario(moved)))).toEqual(activeScenario(moved))
      expect(inForce(activeScenario(moved), policy.id)).toMatchObject({ id: policy.id, ...dates })
      expect(leverValue(activeScenario(moved), policy)).toEqual(otherValue(policy))
      expect(withLever(moved, policy, policy.default, dates)).toEqual(newLaboratory())
      expect(withoutLever(moved, policy.id)).toEqual(newLaboratory())
      expect(baselineScenario(moved).policies).toEqual([])
    })
  }

  it('keeps its place among the others when it is moved again', () => {
    const [a, b] = policies
    const both = withLever(withLever(newLaboratory(), a, otherValue(a), dates), b, otherValue(b), dates)
    const again = withLever(both, a, otherValue(a), { from: 2030, phaseIn: 0 })
    expect(activeScenario(again).policies.map(({ id }) => id)).toEqual([a.id, b.id])
    expect(activeScenario(withoutLevers(again)).policies).toEqual([])
  })
})

describe('the slider of a lever with parts', () => {
  const range = { min: 0, max: 1, step: 0.05 }
  const tiers = { town: 1, small: 0.5, medium: 0.5, large: 0.5, veryLarge: 0.5, mega: 0 }

  it('moves all parts by the same steps and leaves them as far apart as they are', () => {
    expect(shiftParts(range, { town: 0.7, mega: 0.2 }, 0.5)).toEqual({ town: 0.75, mega: 0.25 })
    expect(shiftParts(range, tiers, 0.5)).toEqual(tiers)
    expect(shiftParts(range, tiers, 0.45)).toEqual({ town: 0.95, small: 0.45, medium: 0.45, large: 0.45, veryLarge: 0.45, mega: 0 })
  })

  it('stops each part at the end of the range, and all of them at its own end', () => {
    expect(shiftParts(range, tiers, 0.55)).toMatchObject({ town: 1, small: 0.55, mega: 0.05 })
    expect(Object.values(shiftParts(range, tiers, 1))).toEqual([1, 1, 1, 1, 1, 1])
    expect(Object.values(shiftParts(range, tiers, 0))).toEqual([0, 0, 0, 0, 0, 0])
  })

  it('always gets on, with every part on a step and within the range', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 2, maxLength: 6 }), fc.integer({ min: 0, max: 20 }), (steps, to) => {
      const parts = Object.fromEntries(steps.map((step, k) => [`p${k}`, Number((step * 0.05).toFixed(6))]))
      const shown = toStep(meanOf(parts), range)
      const target = toStep(to * 0.05, range)
      const shifted = shiftParts(range, parts, target)
      for (const value of Object.values(shifted)) expect(toStep(value, range)).toBe(value)
      if (target === shown && target > 0 && target < 1) expect(shifted).toEqual(parts)
      if (target > shown) expect(meanOf(shifted)).toBeGreaterThan(meanOf(parts))
      if (target < shown) expect(meanOf(shifted)).toBeLessThan(meanOf(parts))
    }))
  })
})

describe('the name of a scenario', () => {
  const [a, b] = policies
  const named = withName(withLever(withLever(newLaboratory(), a, otherValue(a), dates), b, otherValue(b), dates), 'North first')

  it('stays while a lever is moved, and goes with the last of them', () => {
    expect(activeScenario(withoutLever(named, a.id)).name.en).toBe('North first')
    for (const empty of [withoutLevers(named), withoutLever(withoutLever(named, a.id), b.id), withLever(withoutLever(named, a.id), b, b.default, dates)]) {
      expect(isNamed(activeScenario(empty))).toBe(false)
    }
  })

  it('may be given before any lever is moved', () => {
    expect(activeScenario(withoutLevers(withName(newLaboratory(), 'Mine'))).name.en).toBe('Mine')
  })
})

describe('a lever that a scenario sets twice', () => {
  const policy = policies.find(({ id }) => id === 'ruralTilt')!
  const twice = withScenario(newLaboratory(), readScenario({
    format: 1, policies: [{ id: 'ruralTilt', value: 2, from: 2020, to: 2029 }, { id: 'ruralTilt', value: 1.5, from: 2030 }],
  }))
  const values = (laboratory: typeof twice) => stepsOf(activeScenario(laboratory), 'ruralTilt').map(({ value, from }) => [from, value])

  it('shows the last setting, or the one that is named', () => {
    expect(leverValue(activeScenario(twice), policy)).toBe(1.5)
    expect(leverValue(activeScenario(twice), policy, 0)).toBe(2)
    expect(leverValue(activeScenario(twice), policy, 7)).toBe(1.5)
  })

  it('is changed in that setting alone, even to the default', () => {
    expect(values(withLever(twice, policy, 3, { from: 2021, phaseIn: 0 }, 0))).toEqual([[2021, 3], [2030, 1.5]])
    expect(values(withLever(twice, policy, 1, { from: 2030, phaseIn: 0 }))).toEqual([[2020, 2], [2030, 1]])
  })

  it('loses one setting and keeps the other', () => {
    expect(values(withoutStep(twice, 'ruralTilt', 0))).toEqual([[2030, 1.5]])
    expect(values(withoutStep(twice, 'ruralTilt', 1))).toEqual([[2020, 2]])
  })
})

describe('a lever that is set again', () => {
  const policy = policies.find(({ id }) => id === 'ruralTilt')!
  const once = withLever(newLaboratory(), policy, 2, { from: 2020, phaseIn: 5 })
  const steps = (laboratory: typeof once) => stepsOf(activeScenario(laboratory), 'ruralTilt')
  const isValid = (laboratory: typeof once) => {
    expect(readScenario(writeScenario(activeScenario(laboratory)))).toEqual(activeScenario(laboratory))
    return true
  }

  it('goes on at its value, and ends where the next setting begins', () => {
    const twice = withLaterStep(once, 'ruralTilt')
    expect(steps(twice)).toMatchObject([{ from: 2020, to: 2029, value: 2 }, { from: 2030, value: 2 }])
    expect(steps(withLaterStep(twice, 'ruralTilt')).map(({ from }) => from)).toEqual([2020, 2030, 2040])
    expect(isValid(withLaterStep(twice, 'ruralTilt'))).toBe(true)
  })

  it('keeps its settings one after the other, whatever years are typed', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.nat(2), fc.integer({ min: 2010, max: 2050 })), { maxLength: 8 }), moves => {
      let laboratory = withLaterStep(withLaterStep(once, 'ruralTilt'), 'ruralTilt')
      for (const [step, from] of moves) laboratory = withLever(laboratory, policy, 2.5, { from, phaseIn: 0 }, step)
      expect(steps(laboratory)).toHaveLength(3)
      return isValid(laboratory)
    }))
  })

  it('lasts as long again when the later setting is taken away', () => {
    expect(steps(withoutStep(withLaterStep(once, 'ruralTilt'), 'ruralTilt', 1))).toEqual(steps(once))
  })

  it('has no later year in the last', () => {
    const late = withLever(newLaboratory(), policy, 2, { from: 2050, phaseIn: 0 })
    expect(laterStepFrom(activeScenario(late), 'ruralTilt')).toBeUndefined()
    expect(withLaterStep(late, 'ruralTilt')).toBe(late)
    expect(laterStepFrom(activeScenario(newLaboratory()), 'ruralTilt')).toBeUndefined()
  })
})

describe('an assumption', () => {
  it('holds for the baseline and every scenario; at its default there is none', () => {
    const assumed = withAssumption(newLaboratory(), 'agglomeration', 0.1)
    for (const { scenario } of assumed.entries) expect(scenario.assumptions).toEqual({ agglomeration: 0.1 })
    expect(plainScenario(assumed)).toEqual(defaultScenario)
    expect(withAssumption(assumed, 'agglomeration', undefined)).toEqual(newLaboratory())
    expect(withoutAssumptions(assumed)).toEqual(newLaboratory())
    expect(plainScenario(newLaboratory())).toBeUndefined()
  })
})

describe('settings', () => {
  it('hold for the baseline and every scenario at once', () => {
    const moved = withLever(newLaboratory(), policies[0], otherValue(policies[0]), dates)
    const set = withSettings(moved, { seed: 'north', scale: 4000, lastYear: 2030 })
    expect(settingsOf(set)).toEqual({ seed: 'north', scale: 4000, lastYear: 2030 })
    for (const { scenario } of set.entries) {
      expect(scenario).toMatchObject({ seed: 'north', scale: 4000, years: [2010, 2030] })
    }
  })

  it('bring a policy into the run when its last year is earlier', () => {
    const late = withLever(newLaboratory(), policies[0], otherValue(policies[0]), { from: 2045, phaseIn: 2 })
    const { policies: [policy] } = activeScenario(withSettings(late, { lastYear: 2030 }))
    expect(policy.from).toBe(2030)
    expect(() => readScenario(writeScenario(activeScenario(withSettings(late, { lastYear: 2030 }))))).not.toThrow()
  })
})

describe('a scenario that is opened', () => {
  it('takes the place of the active one and shares its assumptions with the baseline', () => {
    const opened = readScenario({
      format: 1, seed: 'x', assumptions: { agglomeration: 0.1 }, policies: [{ id: 'ruralTilt', value: 2, from: 2020 }],
    })
    const laboratory = withScenario(newLaboratory(), opened)
    expect(activeScenario(laboratory)).toEqual(opened)
    expect(baselineScenario(laboratory)).toMatchObject({ seed: 'x', assumptions: { agglomeration: 0.1 }, policies: [] })
  })

  it('can be named and unnamed', () => {
    const named = withName(newLaboratory(), 'Tilt')
    expect(activeScenario(named).name.en).toBe('Tilt')
    expect(activeScenario(withName(named, ''))).toEqual(defaultScenario)
  })
})

describe('shares of one whole', () => {
  it('add up to 100 whichever part is moved', () => {
    const part = fc.constantFrom('a', 'b', 'c')
    const moves = fc.array(fc.tuple(part, fc.double({ min: -20, max: 140, noNaN: true })), { maxLength: 12 })
    fc.assert(fc.property(moves, fc.constantFrom(0.1, 1, 5), (list, step) => {
      let shares: Record<string, number> = { a: 15, b: 40, c: 45 }
      for (const [moved, value] of list) {
        shares = shareOut(shares, moved, value, step)
        expect(Object.values(shares).reduce((sum, share) => sum + share, 0)).toBeCloseTo(100, 6)
        for (const share of Object.values(shares)) expect(share).toBeGreaterThanOrEqual(0)
        expect(Math.abs(shares[moved] - Math.min(100, Math.max(0, value)))).toBeLessThanOrEqual(step / 2 + 1e-6)
      }
    }))
  })

  it('keep the proportion of the others', () => {
    expect(shareOut({ a: 20, b: 20, c: 60 }, 'a', 60, 1)).toEqual({ a: 60, b: 10, c: 30 })
    expect(shareOut({ a: 100, b: 0, c: 0 }, 'a', 50, 1)).toEqual({ a: 50, b: 25, c: 25 })
    expect(shareOut({ a: 100, b: 0, c: 0 }, 'a', 50, 1, { a: 20, b: 20, c: 60 })).toEqual({ a: 50, b: 13, c: 37 })
  })
})

describe('a typed value', () => {
  it('goes to the nearest step within the range', () => {
    expect(toStep(1.234, { min: 0.3, max: 3, step: 0.05 })).toBe(1.25)
    expect(toStep(99, { min: 0.3, max: 3, step: 0.05 })).toBe(3)
    expect(toStep(-1, { min: 0.3, max: 3, step: 0.05 })).toBe(0.3)
  })
})
