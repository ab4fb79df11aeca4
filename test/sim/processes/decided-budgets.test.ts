/** Decided budgets: nothing in 2010, as planned for the last year of a plan, the same ever after; and it is all else that pays. */
import { describe, expect, test } from 'vitest'
import { defaultParameters } from '../../../sim/parameters.ts'
import { decidedRise } from '../../../sim/processes/decided-budgets.ts'
import { taxAndTransfer } from '../../../sim/processes/tax-and-transfer.ts'
import { services } from '../../../sim/services.ts'
import { after, nowOf, total } from '../../helpers/nation.ts'

const usual = defaultParameters()
const { schoolingRise, healthRise2011, healthRise } = usual
const rises = (year: number) => Object.fromEntries(decidedRise(usual, year).map((rise, k) => [services[k], rise]))

describe('what was decided for schooling and health', () => {
  test('changes nothing in the base year, and no other service ever', () => {
    expect(decidedRise(usual, 2010)).toEqual(services.map(() => 1))
    for (const year of [2011, 2015, 2050]) expect(rises(year)).toMatchObject({ care: 1, assistance: 1, infrastructure: 1, culture: 1 })
  })

  test('is reached in the year that was planned, evenly on the way, and kept', () => {
    expect(rises(2011).schooling).toBeCloseTo((1 + schoolingRise) / 2, 12)
    expect(rises(2011).health).toBe(healthRise2011)
    expect(rises(2013).health).toBeCloseTo((healthRise2011 + healthRise) / 2, 12)
    for (const year of [2015, 2030]) expect(rises(year)).toMatchObject({ schooling: schoolingRise, health: healthRise })
  })

  test('raises their part of local money by as much; the administration pays for it and the total stays', () => {
    const budgetOf = (parameters: Partial<typeof usual>) => {
      const world = after(2011)
      taxAndTransfer(world, nowOf(2015, parameters))
      const { places: { spending }, governments: g } = world
      const by = services.map((_, k) => spending.reduce((sum, yuan, at) => (at % services.length === k ? sum + yuan : sum), 0))
      return { by, administration: total(g.administration), all: total(g.spending) }
    }
    const decided = budgetOf({})
    const undecided = budgetOf({ schoolingRise: 1, healthRise2011: 1, healthRise: 1 })
    expect(decided.all).toBe(undecided.all)
    services.forEach((service, k) => {
      const ratio = decided.by[k] / undecided.by[k]
      // What programmes cost comes before both, so that shares of what is left differ by a little.
      expect(Math.abs(ratio / rises(2015)[service] - 1), service).toBeLessThan(0.005)
    })
    expect(decided.administration + total(Float64Array.from(decided.by))).toBeCloseTo(undecided.administration + total(Float64Array.from(undecided.by)), -3)
    expect(decided.administration).toBeLessThan(undecided.administration)
  })
})
