/**
 * What is added up over places before indicators are computed from it: every indicator is a formula of sums, so that it means the same
 * for a prefecture, a province, an area and the nation. Persons are real persons, money is yuan of 2010.
 */
import { services } from '../services.ts'

/** Position of each sum. Written out, because the loops that add up read it for every person. */
export const sum = {
  residents: 0, urbanResidents: 1, villageResidents: 2, residents60: 3, residentsBase: 4, incomers: 5,
  residentsVillage: 6, residentsTown: 7, residentsCity: 8, residents60Village: 9, residents60Town: 10,
  residents60City: 11,
  urbanRegistered: 12, children: 13, childrenLeft: 14, childrenLeftByBoth: 15, elders: 16, eldersLeft: 17,
  outWorkers: 18, outWorkersWhole: 19, migrantAge: 20, outWorkersInProvince: 21, localWorkers: 22,
  labour: 23, unemployed: 24, farmers: 25, employed: 26, urbanLabour: 27,
  households: 28, householdMembers: 29,
  villages: 30, hollowVillages: 31, schools: 32, villagesWithSchool: 33, wayToSchool: 34, emptyHouses: 35, houses: 36,
  farmland: 37, landLet: 38, landIdle: 39, landHeld: 40, landTaken: 41, disputes: 42,
  rentWeighted: 43, transfersHere: 44, servicesMoney: 45,
  incomeUrban: 46, personsUrban: 47, incomeRural: 48, personsRural: 49, remittancesRural: 50, farmIncomeRural: 51,
  taxes: 52, rebates: 53, equalization: 54, earmarked: 55, spending: 56, borrowed: 57, cash: 58, ownRevenue: 59,
  centralSpending: 60,
  medianAge: 61, gini: 62, needPerHead: 63,
  compositeUrban: 64, compositeRural: 65, compositeLog: 66, composite: 67, atStandard: 68,
} as const

const named = 69
/** After them come, by service: level × residents in towns and cities, and in villages. */
export const urbanLevel = (service: number): number => named + service
export const ruralLevel = (service: number): number => named + services.length + service
export const width = named + 2 * services.length
