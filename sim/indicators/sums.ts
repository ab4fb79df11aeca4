/**
 * What is added up over places before indicators are computed from it: every indicator is a formula of sums, so that it means the same
 * for a prefecture, a province, an area and the nation. Persons are real persons, money is yuan of 2010.
 */
import { services } from '../services.ts'

/** Position of each sum. Written out, because the loops that add up read it for every person. */
export const sum = {
  residents: 0, urbanResidents: 1, villageResidents: 2, residents60: 3, residents65: 4, residentsBase: 5,
  incomers: 6, rent: 7, residentsVillage: 8, residentsTown: 9, residentsCity: 10, residents60Village: 11,
  residents60Town: 12, residents60City: 13, urbanRegistered: 14, children: 15, childrenLeft: 16,
  childrenLeftByBoth: 17, elders: 18, eldersLeft: 19, outWorkers: 20, outWorkersWhole: 21, migrantAge: 22,
  outWorkersInProvince: 23, localWorkers: 24, labour: 25, unemployed: 26, farmers: 27, employed: 28, urbanLabour: 29,
  households: 30, householdMembers: 31, villages: 32, hollowVillages: 33, villagesWithSchool: 34, wayToSchool: 35,
  emptyHouses: 36, houses: 37, farmland: 38, landLet: 39, landIdle: 40, landHeld: 41, landTaken: 42, disputes: 43,
  transfersHere: 44, servicesMoney: 45, incomeUrban: 46, personsUrban: 47, incomeRural: 48, personsRural: 49,
  remittancesRural: 50, farmIncomeRural: 51, taxes: 52, rebates: 53, equalization: 54, earmarked: 55, spending: 56,
  borrowed: 57, cash: 58, ownRevenue: 59, centralSpending: 60, medianAge: 61, gini: 62, needPerHead: 63,
  compositeUrban: 64, compositeRural: 65, compositeLog: 66, composite: 67, atStandard: 68,
  youngRegistered: 69, youngAway: 70, oldRegistered: 71, oldAway: 72,
} as const

const named = 73
/** After them come, by service: level × residents in towns and cities, and in villages; and money spent. */
export const urbanLevel = (service: number): number => named + service
export const ruralLevel = (service: number): number => named + services.length + service
export const moneyFor = (service: number): number => named + 2 * services.length + service
export const width = named + 3 * services.length
