/**
 * What is added up over places before indicators are computed from it: every indicator is a formula of sums, so that it means the same
 * for a prefecture, a province, an area and the nation. Persons are real persons, money is yuan of 2010.
 */
import { services } from '../services.ts'

const names = [
  'residents', 'urbanResidents', 'villageResidents', 'residents60', 'residentsBase', 'incomers',
  'residentsVillage', 'residentsTown', 'residentsCity', 'residents60Village', 'residents60Town', 'residents60City',
  'urbanRegistered', 'children', 'childrenLeft', 'childrenLeftByBoth', 'elders', 'eldersLeft',
  'outWorkers', 'outWorkersWhole', 'migrantAge', 'outWorkersInProvince', 'localWorkers',
  'labour', 'unemployed', 'farmers', 'employed', 'urbanLabour',
  'households', 'householdMembers',
  'villages', 'hollowVillages', 'schools', 'villagesWithSchool', 'wayToSchool', 'emptyHouses', 'houses',
  'farmland', 'landLet', 'landIdle', 'landHeld', 'landTaken', 'disputes',
  'rentWeighted', 'transfersHere', 'servicesMoney',
  'incomeUrban', 'personsUrban', 'incomeRural', 'personsRural', 'remittancesRural', 'farmIncomeRural',
  'taxes', 'rebates', 'equalization', 'earmarked', 'spending', 'borrowed', 'cash', 'ownRevenue', 'centralSpending',
  'medianAge', 'gini', 'needPerHead',
  'compositeUrban', 'compositeRural', 'compositeLog', 'composite', 'atStandard',
] as const

type Name = (typeof names)[number]

/** Position of each sum. After them come, by service: level × residents in towns and cities, and in villages. */
export const sum = Object.fromEntries(names.map((name, index) => [name, index])) as Record<Name, number>
export const urbanLevel = (service: number): number => names.length + service
export const ruralLevel = (service: number): number => names.length + services.length + service
export const width = names.length + 2 * services.length
