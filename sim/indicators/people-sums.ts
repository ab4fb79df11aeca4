/** The sums of a group of places that follow from who was counted there, in real persons. */
import { reformYear } from '../processes/register.ts'
import type { World } from '../world.ts'
import * as at from './positions.ts'
import { sum } from './sums.ts'
import type { Tallies } from './tallies.ts'

/** @returns a function that writes the sums of a group of places of a tier into a row; sums that it does not name stay as they are */
export function peopleSums({ year, scale }: World, { counts }: Tallies): (group: number, tier: number, row: Float64Array) => void {
  // The reform ended the difference between kinds of registration: since then the place counts.
  const unified = year >= reformYear
  // The group's counts, as real persons.
  const counted = new Float64Array(at.rowWidth)

  return (group, tier, row) => {
    const rural = tier === 0
    for (let n = 0; n < at.rowWidth; n++) counted[n] = counts[group * at.rowWidth + n] * scale
    addResidents(row, tier, counted, unified)
    addMinors(row, rural, counted)
    row[sum.households] = counted[at.households]
    row[sum.householdMembers] = counted[at.householdMembers]
    if (!rural) return
    row[sum.villageHouseholds] = counted[at.villageHouseholds]
    row[sum.villageHouseholdsWithoutAdult] = counted[at.withoutAdult]
    addElders(row, counted)
    addOrigins(row, counted)
  }
}

function addResidents(row: Float64Array, tier: number, counted: Float64Array, unified: boolean): void {
  const doing = [0, 0, 0, 0]
  const living = [0, 0, 0, 0, 0, 0, 0]
  let urbanRegistered = 0
  for (let its = 0; its < at.stages << at.stageShift; its++) {
    const number = counted[at.residents + its]
    doing[its & at.does] += number
    living[its >>> at.stageShift] += number
    if ((its & at.isVillager) === 0 || (unified && (its & at.isRegisteredInTown) !== 0)) urbanRegistered += number
  }
  const of65 = living[at.from65Stage]
  const of60 = living[at.from60Stage] + of65
  const cohortSenior = living[at.cohortSeniorStage] + living[at.cohortCollegeStage]
  const cohort = living[at.cohortStage] + cohortSenior
  const residents = living[at.childStage] + living[at.middleStage] + cohort + of60
  row[sum.residents] = residents
  row[sum.children0to14] = living[at.childStage]
  row[sum.residents60] = of60
  row[sum.residents65] = of65
  row[sum.urbanRegistered] = urbanRegistered
  row[sum.urbanResidents] = tier === 0 ? 0 : residents
  const area = Math.min(2, tier)
  for (let other = 0; other < 3; other++) {
    row[sum.residentsVillage + other] = other === area ? residents : 0
    row[sum.residents60Village + other] = other === area ? of60 : 0
    row[sum.residents65Village + other] = other === area ? of65 : 0
  }
  row[sum.cohort] = cohort
  row[sum.cohortSenior] = cohortSenior
  row[sum.cohortCollege] = living[at.cohortCollegeStage]
  const employed = doing[at.farms] + doing[at.worksOffFarm]
  const labour = employed + doing[at.isUnemployed]
  row[sum.employed] = employed
  row[sum.farmers] = doing[at.farms]
  row[sum.labour] = labour
  if (tier === 0) {
    row[sum.elders] = of60
    return
  }
  row[sum.urbanLabour] = labour
  row[sum.unemployed] = doing[at.isUnemployed]
  for (let other = 2; other < 7; other++) row[sum.residentsSmall + other - 2] = other === tier ? residents : 0
}

function addMinors(row: Float64Array, rural: boolean, counted: Float64Array): void {
  const byParents = [0, 0, 0, 0]
  let minors = 0
  let migrants = 0
  let under16 = 0
  let under16LeftByBoth = 0
  for (let its = 0; its < at.minorKinds; its++) {
    const number = counted[at.minors + its]
    const leftBy = its & at.leftByBoth
    byParents[leftBy] += number
    minors += number
    if ((its & at.isMigrant) !== 0) migrants += number
    if ((its & at.isUnder16) === 0) continue
    under16 += number
    if (leftBy === at.leftByBoth) under16LeftByBoth += number
  }
  row[sum.minors] = minors
  row[sum.minorsMigrant] = migrants
  row[sum.minorsLeft] = minors - byParents[0]
  row[sum.minorsLeftByBoth] = byParents[at.leftByBoth]
  if (!rural) return
  row[sum.children] = minors
  row[sum.childrenLeft] = minors - byParents[0]
  row[sum.childrenLeftByFather] = byParents[at.leftByFather]
  row[sum.childrenLeftByMother] = byParents[at.leftByMother]
  row[sum.childrenLeftByBoth] = byParents[at.leftByBoth]
  row[sum.childrenUnder16] = under16
  row[sum.childrenUnder16LeftByBoth] = under16LeftByBoth
}

function addElders(row: Float64Array, counted: Float64Array): void {
  let withChildren = 0
  let left = 0
  let leftFromVillage = 0
  let leftByAny = 0
  for (let its = 1; its < at.elderKinds; its++) {
    const number = counted[at.elders + its]
    withChildren += number
    if (its === at.childrenAway) left += number
    if ((its & at.childrenHere) === 0) leftFromVillage += number
    if ((its & at.childrenAway) !== 0) leftByAny += number
  }
  row[sum.eldersWithChildren] = withChildren
  row[sum.eldersLeft] = left
  row[sum.eldersLeftFromVillage] = leftFromVillage
  row[sum.eldersLeftByAny] = leftByAny
  row[sum.eldersWithoutAdult] = counted[at.eldersWithoutAdult]
}

function addOrigins(row: Float64Array, counted: Float64Array): void {
  const workers = [0, 0]
  const young = [0, 0]
  const old = [0, 0]
  for (let its = 0; its < at.originKinds; its++) {
    const number = counted[at.origins + its]
    const away = (its & at.livesOutside) === 0 ? 0 : 1
    if ((its & at.works) !== 0) workers[away] += number
    if ((its & at.isYoung) !== 0) young[away] += number
    if ((its & at.isOld) !== 0) old[away] += number
  }
  row[sum.localWorkers] = workers[0]
  row[sum.outWorkers] = workers[1]
  row[sum.outWorkersInProvince] = counted[at.workersInProvince]
  row[sum.outWorkersWhole] = counted[at.workersWhole]
  row[sum.migrantAge] = counted[at.workersAge]
  row[sum.youngAway] = young[1]
  row[sum.youngRegistered] = young[0] + young[1]
  row[sum.oldAway] = old[1]
  row[sum.oldRegistered] = old[0] + old[1]
}
