/**
 * What is added up over places before indicators are computed from it: every indicator is a formula of sums, so that it means the same
 * for a county, a prefecture, a province, a tier, an area and the nation. Persons are real persons, money is yuan of 2010.
 */
import { services } from '../services.ts'
import * as sum from '../codes/sum.ts'

export * as sum from '../codes/sum.ts'

/** After them come, by service: money spent; residents at or above the standard; level × residents of villages, and of towns and cities. */
export const moneyFor = (service: number): number => sum.byService + service
export const atStandardFor = (service: number): number => sum.byService + services.length + service
export const ruralLevel = (service: number): number => sum.byService + 2 * services.length + service
export const urbanLevel = (service: number): number => sum.byService + 3 * services.length + service
export const width = sum.byService + 4 * services.length

/** Sums from one position up to another. */
export type Range = readonly [from: number, until: number]

/** Sums of villages, and of towns and cities, that follow from who was counted there, and those of what the place itself holds. */
export const peopleOf: Record<'village' | 'town', Range[]> = {
  village: [[0, sum.heldByAll], [sum.peopleOfVillages, sum.peopleOfTowns]],
  town: [[0, sum.heldByAll], [sum.peopleOfTowns, sum.heldByTowns]],
}
export const heldBy: Record<'village' | 'town', Range[]> = {
  village: [[sum.heldByAll, sum.peopleOfVillages], [sum.byService, width]],
  town: [[sum.heldByAll, sum.heldByVillages], [sum.heldByTowns, sum.late], [sum.byService, width]],
}
