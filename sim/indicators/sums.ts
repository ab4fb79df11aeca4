/**
 * What is added up over places before indicators are computed from it: every indicator is a formula of sums, so that it means the same
 * for a prefecture, a province, an area and the nation. Persons are real persons, money is yuan of 2010.
 */
import { services } from '../services.ts'

/** Position of each sum. Written out, because the loops that add up read it for every person. */
export const sum = {
  residents: 0, urbanResidents: 1, villageResidents: 2, residents60: 3, residentsBase: 4, incomers: 5,
  residentsVillage: 6, residentsTown: 7, residentsCity: 8, residents60Village: 9, residents60Town: 10,
  residents60City: 11, urbanRegistered: 12, children: 13, childrenLeft: 14, childrenLeftByBoth: 15, elders: 16,
  eldersLeft: 17, outWorkers: 18, outWorkersWhole: 19, migrantAge: 20, outWorkersInProvince: 21, localWorkers: 22,
  labour: 23, unemployed: 24, farmers: 25, employed: 26, urbanLabour: 27, households: 28, householdMembers: 29,
  villages: 30, hollowVillages: 31, villagesWithSchool: 32, wayToSchool: 33, emptyHouses: 34, houses: 35,
  farmland: 36, landLet: 37, landIdle: 38, landHeld: 39, landTaken: 40, disputes: 41, transfersHere: 42,
  servicesMoney: 43, incomeUrban: 44, personsUrban: 45, incomeRural: 46, personsRural: 47, remittancesRural: 48,
  farmIncomeRural: 49, taxes: 50, rebates: 51, equalization: 52, earmarked: 53, spending: 54, borrowed: 55, cash: 56,
  ownRevenue: 57, centralSpending: 58, medianAge: 59, gini: 60, needPerHead: 61, compositeUrban: 62,
  compositeRural: 63, compositeLog: 64, composite: 65, atStandard: 66,
} as const

const named = 67
/** After them come, by service: level × residents in towns and cities, and in villages. */
export const urbanLevel = (service: number): number => named + service
export const ruralLevel = (service: number): number => named + services.length + service
export const width = named + 2 * services.length
