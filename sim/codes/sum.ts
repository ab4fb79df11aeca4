/** Position of each sum that indicators are made of. */

/** Of all places: people and households. */
export const
  residents = 0, children0to14 = 1, residents60 = 2, residents65 = 3, urbanRegistered = 4, residentsVillage = 5, residentsTown = 6, residentsCity = 7,
  residents60Village = 8, residents60Town = 9, residents60City = 10, residents65Village = 11, residents65Town = 12, residents65City = 13,
  urbanResidents = 14, cohort = 15, cohortSenior = 16, cohortCollege = 17, households = 18, householdMembers = 19, minors = 20, minorsMigrant = 21,
  minorsLeft = 22, minorsLeftByBoth = 23, employed = 24, farmers = 25, labour = 26

/** What places hold. */
export const
  residentsBase = 27, incomers = 28, income = 29, incomePersons = 30, incomeUrban = 31, personsUrban = 32, incomeRural = 33, personsRural = 34, rent = 35,
  servicesMoney = 36, transfersHere = 37, need = 38, composite = 39, compositeSquared = 40, compositeLog = 41, compositeVillage = 42, compositeTown = 43,
  compositeCity = 44, atStandard = 45, atStandardAll = 46

/** Of villages: what they hold. */
export const
  villages = 47, hollowVillages = 48, hollowVillagesHalf = 49, hollowVillagesHouses = 50, villagesWithSchool = 51, wayToSchool = 52, pupils = 53,
  registeredVillage = 54, houses = 55, emptyHouses = 56, farmland = 57, landLet = 58, landIdle = 59, landHeld = 60, landFarmed = 61, farms = 62,
  largeFarms = 63, landTaken = 64, disputes = 65, outWorkersSameCounty = 66

/** People and households. */
export const
  villageHouseholds = 67, villageHouseholdsWithoutAdult = 68, children = 69, childrenLeft = 70, childrenLeftByFather = 71, childrenLeftByMother = 72,
  childrenLeftByBoth = 73, childrenUnder16 = 74, childrenUnder16LeftByBoth = 75, elders = 76, eldersWithChildren = 77, eldersLeft = 78,
  eldersLeftFromVillage = 79, eldersLeftByAny = 80, eldersWithoutAdult = 81, localWorkers = 82, outWorkers = 83, outWorkersInProvince = 84,
  outWorkersWhole = 85, migrantAge = 86, youngRegistered = 87, youngAway = 88, oldRegistered = 89, oldAway = 90

/** Of towns and cities: people. */
export const
  urbanLabour = 91, unemployed = 92, residentsSmall = 93, residentsMedium = 94, residentsLarge = 95, residentsVeryLarge = 96, residentsMega = 97

/** What they hold. */
export const
  wages = 98, wageWorkers = 99

/** Of provinces and the nation, which places do not have. */
export const
  medianAge = 100, gini = 101, giniUrban = 102, giniRural = 103, serviceGini = 104, compositeByProvinces = 105, tenLargest = 106, zipf = 107,
  migrantPay = 108, migrantsPaid = 109, remittancesRural = 110, farmIncomeRural = 111, wagesRural = 112, incomeRuralLedger = 113, taxes = 114,
  rebates = 115, equalization = 116, earmarked = 117, spending = 118, borrowed = 119, cash = 120, administration = 121, ownRevenue = 122, direct = 123,
  programmes = 124, debt = 125, byCentre = 126, byProvince = 127, byCounty = 128, centralRevenue = 129, centralSpending = 130, centralPensions = 131,
  revenueVariation = 132, meansVariation = 133, conversions = 134, departures = 135, wholeMoves = 136, returns = 137, births = 138, deaths = 139,
  /** By service. */
  fromLand = 140

/** Where each group of sums begins; the last are those by service, see sums.ts. */
export const
  heldByAll = residentsBase, heldByVillages = villages, peopleOfVillages = villageHouseholds, peopleOfTowns = urbanLabour, heldByTowns = wages,
  late = medianAge, byService = fromLand + 6
