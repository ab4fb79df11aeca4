/** All indicators; records hold their values in this order. */
import { countryside } from './countryside.ts'
import type { Indicator } from './indicator.ts'
import { population } from './population.ts'
import { servicesAndMoney } from './services-and-money.ts'
import { workAndIncome } from './work-and-income.ts'

export const indicators: readonly Indicator[] = [...population, ...workAndIncome, ...countryside, ...servicesAndMoney]

/** The position of an indicator in records. @throws if there is none with this id */
export function indicatorIndex(id: string): number {
  const index = indicators.findIndex(indicator => indicator.id === id)
  if (index < 0) throw new Error(`indicator: expected one of ${indicators.map(indicator => indicator.id).join(', ')}, got ${JSON.stringify(id)}`)
  return index
}
