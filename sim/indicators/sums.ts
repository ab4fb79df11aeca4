/**
 * What is added up over places before indicators are computed from it: every indicator is a formula of sums, so that it means the same
 * for a county, a prefecture, a province, a tier, an area and the nation. Persons are real persons, money is yuan of 2010.
 */
import { services } from '../services.ts'
import * as sum from './sum.ts'

export * as sum from './sum.ts'

/** Where each group of sums begins: see sum.ts. */
const heldByAll = sum.residentsBase
const heldByVillages = sum.villages
const peopleOfVillages = sum.villageHouseholds
const peopleOfTowns = sum.urbanLabour
const heldByTowns = sum.wages
const late = sum.medianAge
const byService = sum.deaths + 1

/** After them come, by service: money spent; residents at or above the standard; level × residents of villages, and of towns and cities. */
export const moneyFor = (service: number): number => byService + service
export const atStandardFor = (service: number): number => byService + services.length + service
export const ruralLevel = (service: number): number => byService + 2 * services.length + service
export const urbanLevel = (service: number): number => byService + 3 * services.length + service
export const width = byService + 4 * services.length

/** Sums from one position up to another. */
export type Range = readonly [from: number, until: number]

/** Sums of villages, and of towns and cities, that follow from who was counted there, and those of what the place itself holds. */
export const peopleOf: Record<'village' | 'town', Range[]> = {
  village: [[0, heldByAll], [peopleOfVillages, peopleOfTowns]],
  town: [[0, heldByAll], [peopleOfTowns, heldByTowns]],
}
export const heldBy: Record<'village' | 'town', Range[]> = {
  village: [[heldByAll, peopleOfVillages], [byService, width]],
  town: [[heldByAll, heldByVillages], [heldByTowns, late], [byService, width]],
}
