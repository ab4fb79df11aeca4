/**
 * What is added up over places before indicators are computed from it: every indicator is a formula of sums, so that it means the same
 * for a county, a prefecture, a province, a tier, an area and the nation. Persons are real persons, money is yuan of 2010.
 */
import { services } from '../services.ts'

/** Position of each sum: of all places; of villages; of towns and cities; of provinces and the nation, which places do not have. */
export const sum = {
  residents: 0, residentsBase: 1, children0to14: 2, residents60: 3, residents65: 4, urbanRegistered: 5, incomers: 6,
  residentsVillage: 7, residentsTown: 8, residentsCity: 9, residents60Village: 10, residents60Town: 11,
  residents60City: 12, residents65Village: 13, residents65Town: 14, residents65City: 15, urbanResidents: 16,
  cohort: 17, cohortSenior: 18, cohortCollege: 19, households: 20, householdMembers: 21, minors: 22,
  minorsMigrant: 23, minorsLeft: 24, minorsLeftByBoth: 25, employed: 26, farmers: 27, labour: 28, income: 29,
  incomePersons: 30, incomeUrban: 31, personsUrban: 32, incomeRural: 33, personsRural: 34, rent: 35,
  servicesMoney: 36, transfersHere: 37, need: 38, composite: 39, compositeSquared: 40, compositeLog: 41,
  compositeVillage: 42, compositeTown: 43, compositeCity: 44, atStandard: 45, atStandardAll: 46,

  villages: 47, hollowVillages: 48, hollowVillagesHalf: 49, hollowVillagesHouses: 50, villagesWithSchool: 51,
  wayToSchool: 52, pupils: 53, registeredVillage: 54, houses: 55, emptyHouses: 56, villageHouseholds: 57,
  villageHouseholdsWithoutAdult: 58, farmland: 59, landLet: 60, landIdle: 61, landHeld: 62, landFarmed: 63, farms: 64,
  largeFarms: 65, landTaken: 66, disputes: 67, children: 68, childrenLeft: 69, childrenLeftByFather: 70,
  childrenLeftByMother: 71, childrenLeftByBoth: 72, childrenUnder16: 73, childrenUnder16LeftByBoth: 74, elders: 75,
  eldersWithChildren: 76, eldersLeft: 77, eldersLeftFromVillage: 78, eldersLeftByAny: 79, eldersWithoutAdult: 80,
  localWorkers: 81, outWorkers: 82, outWorkersSameCounty: 83, outWorkersInProvince: 84, outWorkersWhole: 85,
  migrantAge: 86, youngRegistered: 87, youngAway: 88, oldRegistered: 89, oldAway: 90,

  urbanLabour: 91, unemployed: 92, wages: 93, wageWorkers: 94, residentsSmall: 95, residentsMedium: 96,
  residentsLarge: 97, residentsVeryLarge: 98, residentsMega: 99,

  medianAge: 100, gini: 101, giniUrban: 102, giniRural: 103, serviceGini: 104, compositeByProvinces: 105,
  tenLargest: 106, zipf: 107, migrantPay: 108, migrantsPaid: 109, remittancesRural: 110, farmIncomeRural: 111,
  wagesRural: 112, incomeRuralLedger: 113, taxes: 114, rebates: 115, equalization: 116, earmarked: 117, spending: 118,
  borrowed: 119, cash: 120, administration: 121, ownRevenue: 122, direct: 123, programmes: 124, debt: 125,
  byCentre: 126, byProvince: 127, byCounty: 128, centralRevenue: 129, centralSpending: 130, centralPensions: 131,
  revenueVariation: 132, meansVariation: 133, conversions: 134, departures: 135, wholeMoves: 136, returns: 137,
  births: 138, deaths: 139,
} as const

/** Where the sums of villages begin, those of towns and cities, and those of provinces and the nation. */
export const villageSums = sum.villages
export const urbanSums = sum.urbanLabour
export const lateSums = sum.medianAge

/** After them come, by service: money spent; residents at or above the standard; level × residents of villages, and of towns and cities. */
export const serviceSums = sum.deaths + 1
export const moneyFor = (service: number): number => serviceSums + service
export const atStandardFor = (service: number): number => serviceSums + services.length + service
export const ruralLevel = (service: number): number => serviceSums + 2 * services.length + service
export const urbanLevel = (service: number): number => serviceSums + 3 * services.length + service
export const width = serviceSums + 4 * services.length
