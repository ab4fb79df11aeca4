/** Budget: every yuan that is spent was raised, transferred or borrowed, and the three kinds of transfer go where they should. */
import { describe, expect, test } from 'vitest'
import { policies, run, type World } from '../../../sim/index.ts'
import { parametersAt } from '../../../sim/policies/index.ts'
import { equalizationFormulas, type Parameters } from '../../../sim/parameters.ts'
import { spendOnProgramme } from '../../../sim/processes/outlays.ts'
import { centre } from '../../../sim/world.ts'
import { taxAndTransfer } from '../../../sim/processes/tax-and-transfer.ts'
import { work } from '../../../sim/processes/work.ts'
import { services } from '../../../sim/services.ts'
import { extremes } from '../../../sim/policies/policy.ts'
import { everyExtreme } from '../../helpers/levers.ts'
import { after, censusDay, chances, nation, nowOf, scenarioOf, total } from '../../helpers/nation.ts'

const year = 2012

/** The budget of a year in which work and cash have followed these parameters. */
function budget(parameters: Partial<Parameters> = {}): World {
  const world = after(2011)
  const now = nowOf(year, parameters)
  work(world, now, chances('work', year))
  taxAndTransfer(world, now)
  return world
}

/** The greatest difference between two columns, relative to the sum of the first. */
const gap = (a: ArrayLike<number>, b: (q: number) => number): number => {
  const sum = total(Array.from(a, Math.abs))
  return Math.max(...Array.from(a, (value, q) => Math.abs(value - b(q)))) / Math.max(1, sum)
}

function expectClosed({ governments: g, places }: World): void {
  const provinces = g.spending.length
  // Each province: what comes in is what goes out.
  expect(gap(g.spending, q => g.revenue[q] + g.rebates[q] + g.equalization[q] + g.earmarked[q] + g.direct[q] + g.borrowed[q])).toBeLessThan(1e-13)
  // What goes out reaches places, recipients or the administration.
  const reached = new Float64Array(provinces)
  for (let j = 0; j < places.count; j++) {
    for (let k = 0; k < services.length; k++) reached[places.province[j]] += places.spending[j * services.length + k]
  }
  expect(gap(g.spending, q => reached[q] + g.cash[q] + g.programmesPaid[q] + g.administration[q])).toBeLessThan(1e-12)
  // By service, it is the money of the three levels of government.
  const byService = new Float64Array(provinces * services.length)
  for (let at = 0; at < places.spending.length; at++) {
    byService[places.province[Math.floor(at / services.length)] * services.length + (at % services.length)] += places.spending[at]
  }
  expect(gap(byService, n => g.byLevel[n * 3] + g.byLevel[n * 3 + 1] + g.byLevel[n * 3 + 2])).toBeLessThan(1e-12)
  // The centre: the pool is handed down whole.
  const received = total(g.rebates) + total(g.equalization) + total(g.earmarked)
  expect(Math.abs(received - g.central[centre.pool])).toBeLessThanOrEqual(1e-12 * Math.max(1, received))
  expect(Math.abs(g.central[centre.taxes] + g.central[centre.contributions] + g.central[centre.borrowed] - g.central[centre.pool] - g.central[centre.direct]
    - g.central[centre.ownSpending] - g.central[centre.pensions]))
    .toBeLessThan(1e-12 * g.central[centre.taxes])
  for (const column of [g.taxes, g.revenue, g.rebates, g.equalization, g.earmarked, g.spending, g.cash, g.administration, g.borrowed,
    g.direct, g.byLevel, places.spending, places.transfers]) {
    expect(column.every((value: number) => value >= 0 && Number.isFinite(value))).toBe(true)
  }
}

describe('the budget closes to rounding', () => {
  test.each(everyExtreme)('with %s at %s', (id, _, value) => {
    expectClosed(budget(parametersAt(year, {}, [{ id, value, from: year, phaseIn: 0 }])))
  })

  test('when every lever stands at its upper end, and when every lever stands at its lower', () => {
    for (const end of [0, -1]) {
      const inForce = policies.map(policy => ({ id: policy.id, value: extremes(policy).at(end)!, from: year, phaseIn: 0 }))
      expectClosed(budget(parametersAt(year, {}, inForce)))
    }
  })

  test('when pensions cost more than provinces have', () => {
    const world = budget({ ruralPension: 20_000 })
    expect(total(world.governments.borrowed)).toBeGreaterThan(0)
    expectClosed(world)
  })

  test('when pensions of workers cost more than half of what workers are paid: the centre borrows the rest', () => {
    const usual = budget().governments.central
    expect(usual[centre.contributions] / usual[centre.pensions]).toBeCloseTo(1, 12)
    const dear = budget({ pensionUrban: 20 })
    const { central } = dear.governments
    expect(central[centre.pensions]).toBeGreaterThan(1.1 * central[centre.contributions])
    expect(central[centre.borrowed] - usual[centre.borrowed]).toBeGreaterThan(0.9 * (central[centre.pensions] - central[centre.contributions]))
    expectClosed(dear)
  })

  test('and pays what programmes cost once, before services', () => {
    const without = budget()
    const world = after(2011)
    spendOnProgramme(world, 3, 1e9)
    spendOnProgramme(world, 3, 1e9)
    const now = nowOf(year)
    work(world, now, chances('work', year))
    taxAndTransfer(world, now)
    expectClosed(world)
    const { governments: g } = world
    // Beside what is paid for land anyway.
    const paid = (q: number) => g.programmesPaid[q] - without.governments.programmesPaid[q]
    expect(paid(3) / 2e9).toBeCloseTo(1, 9)
    expect(g.programmesPaid.filter((_, q) => q !== 3 && paid(q) !== 0)).toHaveLength(0)
    const leftForTheRest = (w: World) => w.governments.spending[3] - w.governments.cash[3] - w.governments.programmesPaid[3]
    expect((leftForTheRest(without) - leftForTheRest(world)) / 2e9).toBeCloseTo(1, 6)
    taxAndTransfer(world, now)
    expect(total(g.programmesPaid)).toBe(0)
    expectClosed(world)
  })

  test('and borrows for programmes that cost more than a province has', () => {
    const world = after(2011)
    const money = world.governments.spending[3]
    spendOnProgramme(world, 3, 2 * money)
    taxAndTransfer(world, nowOf(year))
    expect(world.governments.borrowed[3]).toBeGreaterThan(money)
    expectClosed(world)
  })
})

describe('transfers', () => {
  test('are the share of all taxes that the pool says, split as the mix says', () => {
    const { governments: g } = budget({ transferPool: 0.3, mixRebates: 0.2, mixEqualization: 0.5, mixEarmarked: 0.3 })
    const pool = 0.3 * total(g.taxes)
    expect(g.central[centre.pool] / pool).toBeCloseTo(1, 12)
    expect(total(g.rebates) / pool).toBeCloseTo(0.2, 12)
    expect(total(g.equalization) / pool).toBeCloseTo(0.5, 12)
    expect(total(g.earmarked) / pool).toBeCloseTo(0.3, 12)
  })

  test('are nothing when the pool is empty', () => {
    const world = budget({ transferPool: 0 })
    expect(total(world.places.transfers)).toBe(0)
    expect(total(world.governments.rebates) + total(world.governments.equalization) + total(world.governments.earmarked)).toBe(0)
  })

  test('as rebates follow taxes exactly', () => {
    const { governments: g } = budget()
    const factor = total(g.rebates) / total(g.taxes)
    expect(gap(g.rebates, q => g.taxes[q] * factor)).toBeLessThan(1e-12)
  })

  test('as equalization follow residents or registered persons when the formula says so', () => {
    for (const [equalizationFormula, column] of [['perResident', 'residents'], ['perRegistered', 'registered']] as const) {
      const { governments: g, places } = budget({ equalizationFormula })
      const persons = new Float64Array(g.output.length)
      for (let j = 0; j < places.count; j++) persons[places.province[j]] += places[column][j]
      const factor = total(g.equalization) / total(persons)
      expect(gap(g.equalization, q => persons[q] * factor)).toBeLessThan(1e-12)
    }
  })

  test('as equalization by the need gap leave provinces more equal per head, as rebates less', () => {
    const spread = (kind: 'rebates' | 'equalization' | 'earmarked') => {
      const { governments: g, places } = budget()
      const residents = new Float64Array(g.output.length)
      for (let j = 0; j < places.count; j++) residents[places.province[j]] += places.residents[j]
      const variation = (money: (q: number) => number) => {
        const perHead = Array.from(residents, (number, q) => money(q) / number)
        const mean = total(perHead.map((value, q) => value * residents[q])) / total(residents)
        return Math.sqrt(total(perHead.map((value, q) => (value - mean) ** 2 * residents[q])) / total(residents)) / mean
      }
      return [variation(q => g.revenue[q]), variation(q => g.revenue[q] + g[kind][q])]
    }
    const [before, equalized] = spread('equalization')
    expect(equalized).toBeLessThan(before * 0.9)
    const [alone, rebated] = spread('rebates')
    expect(rebated).toBeGreaterThan(alone * 0.98)
    // Earmarked grants follow own money by half: for the same money they equalize less than equalization does.
    const money = (kind: 'equalization' | 'earmarked') => total(budget().governments[kind])
    const [, granted] = spread('earmarked')
    expect((alone - granted) / money('earmarked')).toBeLessThan((before - equalized) / money('equalization'))
  })

  test('as equalization by results pay provinces of many newcomers more where cities serve these', () => {
    const openAs = (openness: number) => ({ town: openness, small: openness, medium: openness, large: openness, veryLarge: openness, mega: openness })
    const share = (openness: number) => {
      const { governments: { equalization }, places } = budget({ equalizationFormula: 'byResults', hukouOpenness: openAs(openness) })
      const newcomers = new Float64Array(equalization.length)
      for (let j = 0; j < places.count; j++) newcomers[places.province[j]] += places.incomers[j]
      return { most: newcomers.indexOf(Math.max(...newcomers)), of: equalization.map(money => money / total(equalization)) }
    }
    const [closed, open] = [share(0), share(1)]
    expect(open.of[open.most]).toBeGreaterThan(closed.of[closed.most])
  })

  test('of each formula differ from those of every other', () => {
    const columns = equalizationFormulas.map(equalizationFormula => budget({ equalizationFormula }).governments.equalization.join())
    expect(new Set(columns).size).toBe(equalizationFormulas.length)
  })
})

describe('policies of the first year', () => {
  const quantities = (policy?: { id: string; value: unknown }) => {
    const world = censusDay()
    const scenario = scenarioOf({ years: [2010, 2010], policies: policy ? [{ ...policy, from: 2010 }] : [] })
    for (const record of run(scenario, nation, world)) void record
    return world
  }
  const plain = quantities().places.quantityBase

  test.each(everyExtreme)('leave what the census found as it was: %s at %s', (id, _, value) => {
    expect(Array.from(quantities({ id, value }).places.quantityBase)).toEqual(Array.from(plain))
  })

  test('pay what they cost: support for families is spent, or waits', () => {
    const { governments: g } = quantities({ id: 'familySupport', value: 6000 })
    expect(total(g.programmesPaid) + total(g.programmes)).toBeGreaterThan(1e12)
  })
})

describe('allocation', () => {
  const rural = ({ places }: World) => {
    let money = 0
    for (let at = 0; at < places.villages * services.length; at++) money += places.spending[at]
    return money
  }

  test('a rural tilt moves money to villages, and the total stays', () => {
    const [less, equal, more] = [0.5, 1, 2].map(ruralWeight => budget({ ruralWeight }))
    expect(rural(less)).toBeLessThan(rural(equal))
    expect(rural(more)).toBeGreaterThan(rural(equal))
    for (const world of [less, more]) expect(total(world.governments.spending) / total(equal.governments.spending)).toBeCloseTo(1, 12)
  })

  test('money kept where it is collected is money that villages do not see', () => {
    expect(rural(budget({ keptLocally: 0.9 }))).toBeLessThan(rural(budget({ keptLocally: 0.1 })))
  })

  test('nothing is spent on a service that nobody uses in a province that shares all', () => {
    const { places } = budget({ keptLocally: 0 })
    places.users.forEach((users, at) => { if (users === 0) expect(places.spending[at]).toBe(0) })
  })
})
