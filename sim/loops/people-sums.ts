/** Sums that follow from who was counted: see sim/indicators/people-sums.ts. */
import * as at from '../codes/positions.ts'
import * as sum from '../codes/sum.ts'
import { addRange } from './place-sums.ts'
import type { TargetsOf } from './place-sums.ts'

/** Counts, and what turns them into sums: real persons per simulated one; since the reform of registration (1) the place counts. */
@unmanaged
export class CountedOf {
  counts!: Int32s
  groupOf!: Int32s
  scale!: f64
  unified!: i32
  /** Scratch: the group's counts as real persons; residents by stage of life; groups that are done, of zeros. */
  counted!: Float64s
  living!: Float64s
  done!: Uint8s
}

/** Writes the sums of a group of places of a tier into a row; sums that it does not name stay as they are. */
export function fillPeople(its: CountedOf, group: i32, tier: i32, row: Float64s): void {
  const counts = its.counts
  const counted = its.counted
  const scale = its.scale
  const from = group * at.rowWidth
  for (let n = 0; n < at.rowWidth; n++) counted[n] = f64(counts[from + n]) * scale
  addResidents(row, tier, counted, its.living, its.unified !== 0)
  addMinors(row, tier === 0, counted)
  row[sum.households] = counted[at.households]
  row[sum.householdMembers] = counted[at.householdMembers]
  if (tier !== 0) return
  row[sum.villageHouseholds] = counted[at.villageHouseholds]
  row[sum.villageHouseholdsWithoutAdult] = counted[at.withoutAdult]
  addElders(row, counted)
  addOrigins(row, counted)
}

/** Adds groups of places up, in the order of their first places. */
export function addGroups(its: CountedOf, places: i32, to: TargetsOf, width: i32): void {
  const groupOf = its.groupOf
  const done = its.done
  const row = to.row
  const given = to.given
  const tierOf = to.tier
  const prefecture = to.prefecture
  const ownRank = to.ownRank
  for (let j = 0; j < places; j++) {
    const group = groupOf[j]
    if (done[group] === 1 || given[j] >= 0) continue
    done[group] = 1
    const tier = tierOf[j]
    fillPeople(its, group, tier, row)
    addPeople(to.prefectures, prefecture[j] * width, row, tier)
    addPeople(to.tiers, tier * width, row, tier)
    if (ownRank[j] >= 0) addPeople(to.own, ownRank[j] * width, row, tier)
  }
}

/** The sums named in `peopleOf`. */
function addPeople(target: Float64s, to: i32, row: Float64s, tier: i32): void {
  addRange(target, to, row, 0, sum.heldByAll)
  if (tier === 0) addRange(target, to, row, sum.peopleOfVillages, sum.peopleOfTowns)
  else addRange(target, to, row, sum.peopleOfTowns, sum.heldByTowns)
}

function addResidents(row: Float64s, tier: i32, counted: Float64s, living: Float64s, unified: boolean): void {
  let farmers: f64 = 0
  let offFarm: f64 = 0
  let unemployed: f64 = 0
  let urbanRegistered: f64 = 0
  for (let stage = 0; stage < at.stages; stage++) {
    let all: f64 = 0
    for (let registration = 0; registration < 1 << at.stageShift; registration += at.does + 1) {
      const from = at.residents + (stage << at.stageShift) + registration
      const urban = (registration & at.isVillager) === 0 || (unified && (registration & at.isRegisteredInTown) !== 0)
      farmers += counted[from + at.farms]
      offFarm += counted[from + at.worksOffFarm]
      unemployed += counted[from + at.isUnemployed]
      for (let its = from; its <= from + at.does; its++) {
        all += counted[its]
        if (urban) urbanRegistered += counted[its]
      }
    }
    living[stage] = all
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
  for (let other = 0; other < 3; other++) {
    // Cities of every size are one area.
    const itsOwn = other === tier || (other === 2 && tier > 2)
    row[sum.residentsVillage + other] = itsOwn ? residents : 0
    row[sum.residents60Village + other] = itsOwn ? of60 : 0
    row[sum.residents65Village + other] = itsOwn ? of65 : 0
  }
  row[sum.cohort] = cohort
  row[sum.cohortSenior] = cohortSenior
  row[sum.cohortCollege] = living[at.cohortCollegeStage]
  const employed = farmers + offFarm
  const labour = employed + unemployed
  row[sum.employed] = employed
  row[sum.farmers] = farmers
  row[sum.labour] = labour
  if (tier === 0) {
    row[sum.elders] = of60
    return
  }
  row[sum.urbanLabour] = labour
  row[sum.unemployed] = unemployed
  for (let other = 2; other < 7; other++) row[sum.residentsSmall + other - 2] = other === tier ? residents : 0
}

function addMinors(row: Float64s, rural: boolean, counted: Float64s): void {
  let withParents: f64 = 0
  let leftByMother: f64 = 0
  let leftByFather: f64 = 0
  let leftByBoth: f64 = 0
  let minors: f64 = 0
  let migrants: f64 = 0
  let under16: f64 = 0
  let under16LeftByBoth: f64 = 0
  for (let its = 0; its < at.minorKinds; its++) {
    const number = counted[at.minors + its]
    const leftBy = its & at.leftByBoth
    if (leftBy === 0) withParents += number
    else if (leftBy === at.leftByMother) leftByMother += number
    else if (leftBy === at.leftByFather) leftByFather += number
    else leftByBoth += number
    minors += number
    if ((its & at.isMigrant) !== 0) migrants += number
    if ((its & at.isUnder16) === 0) continue
    under16 += number
    if (leftBy === at.leftByBoth) under16LeftByBoth += number
  }
  row[sum.minors] = minors
  row[sum.minorsMigrant] = migrants
  row[sum.minorsLeft] = minors - withParents
  row[sum.minorsLeftByBoth] = leftByBoth
  if (!rural) return
  row[sum.children] = minors
  row[sum.childrenLeft] = minors - withParents
  row[sum.childrenLeftByFather] = leftByFather
  row[sum.childrenLeftByMother] = leftByMother
  row[sum.childrenLeftByBoth] = leftByBoth
  row[sum.childrenUnder16] = under16
  row[sum.childrenUnder16LeftByBoth] = under16LeftByBoth
}

function addElders(row: Float64s, counted: Float64s): void {
  let withChildren: f64 = 0
  let left: f64 = 0
  let leftFromVillage: f64 = 0
  let leftByAny: f64 = 0
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

function addOrigins(row: Float64s, counted: Float64s): void {
  let localWorkers: f64 = 0
  let outWorkers: f64 = 0
  let youngHere: f64 = 0
  let youngAway: f64 = 0
  let oldHere: f64 = 0
  let oldAway: f64 = 0
  for (let its = 0; its < at.originKinds; its++) {
    const number = counted[at.origins + its]
    if ((its & at.livesOutside) === 0) {
      if ((its & at.works) !== 0) localWorkers += number
      if ((its & at.isYoung) !== 0) youngHere += number
      if ((its & at.isOld) !== 0) oldHere += number
    } else {
      if ((its & at.works) !== 0) outWorkers += number
      if ((its & at.isYoung) !== 0) youngAway += number
      if ((its & at.isOld) !== 0) oldAway += number
    }
  }
  row[sum.localWorkers] = localWorkers
  row[sum.outWorkers] = outWorkers
  row[sum.outWorkersInProvince] = counted[at.workersInProvince]
  row[sum.outWorkersWhole] = counted[at.workersWhole]
  row[sum.migrantAge] = counted[at.workersAge]
  row[sum.youngAway] = youngAway
  row[sum.youngRegistered] = youngHere + youngAway
  row[sum.oldAway] = oldAway
  row[sum.oldRegistered] = oldHere + oldAway
}
