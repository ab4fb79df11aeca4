/** The people registered in one place, as families and households, put into the world. */
import { activityShift, aliveBit, childrenShift, educationShift, sexShift, villagerBit, yearsAwayShift } from '../codes/person-word.ts'
import { activity, addHousehold, addPerson, education, haveParents, type World } from '../world.ts'
import { ln } from '../math.ts'
import { certain, halfId, uniform, type Chance } from '../random.ts'
import { columnOf, zerosOf } from '../scratch.ts'
import type { Absentees } from './absentees.ts'
import { keepHouse, type Heads } from './keep-house.ts'
import { findOldParents, findParents, gatherKin, isAway, marryKin, type Kin } from './kin.ts'
import type { SingleAges } from './single-ages.ts'
import * as schoolAge from '../codes/school-age.ts'
import { levelAttained } from './schooling-attained.ts'

/** Chances of who belongs together, and of the ids of persons and households. */
export interface FamilyChances {
  family: Chance
  person: Chance
  household: Chance
}

export interface PlaceToFill {
  place: number
  /** Stable name of the place for its draws. */
  key: number
  rural: boolean
  /** Simulated persons registered here who live here, by cell. */
  locals: Int32Array
  education: Float64Array
  /** Share of the people registered here who are villagers by registration; 1 in villages. */
  villagers: number
  /** Mean members of a household living at home; how many old people live with grown sons follows from it. */
  householdSize: number
  /** Mean of the years that people have been away. */
  meanYearsAway: number
  /** Share of children at home with one parent away, with both away: national targets. */
  oneParentAway: number
  bothParentsAway: number
}

export function fillPlace(
  world: World, target: PlaceToFill, absentees: Absentees, singleAges: SingleAges, chances: FamilyChances,
): void {
  let question = 0
  const random = () => uniform(chances.family, question++, target.key)
  const kin = gatherKin(target.place, target.locals, absentees, singleAges, random)
  marryKin(kin, random)
  findParents(kin, target.oneParentAway, target.bothParentsAway, random)
  findOldParents(kin, random)
  settle(world, target, kin, keepHouse(kin, target.householdSize, random), chances, random)
}

const scratch = { householdOf: columnOf(Int32Array), index: columnOf(Int32Array), villagerHousehold: zerosOf(Uint8Array) }

/** Adds households and persons, and then their links. */
function settle(world: World, target: PlaceToFill, kin: Kin, { head, hasHome }: Heads, chances: FamilyChances, random: () => number): void {
  const { place, sex, age, lives, partner, mother, father, children } = kin
  const people = sex.length
  const householdOf = scratch.householdOf(people).fill(-1)
  const index = scratch.index(people)
  for (let i = 0; i < people; i++) {
    const itsHead = head[i]
    if (householdOf[itsHead] < 0) {
      const home = hasHome[itsHead] ? place : lives[itsHead]
      householdOf[itsHead] = addHousehold(world,
        halfId(chances.household, 2 * itsHead, target.key), halfId(chances.household, 2 * itsHead + 1, target.key), home, place)
    }
  }
  const villagerHousehold = scratch.villagerHousehold(people)
  for (let i = 0; i < people; i++) if (head[i] === i) villagerHousehold[i] = random() < target.villagers ? 1 : 0
  for (let i = 0; i < people; i++) {
    const yearsAway = isAway(kin, i) ? Math.min(30, Math.floor(-target.meanYearsAway * ln(1 - random())), Math.max(0, age[i] - 15) + (age[i] < 16 ? age[i] : 0)) : 0
    const studies = target.rural && isAway(kin, i) && random() < awayAtSchool(world, target.place, lives[i], age[i])
    const level = studies ? (age[i] < schoolAge.seniorEnd ? education.senior : education.college)
      : levelAttained(target.education, sex[i], age[i], random())
    // Who went away from a village for anything but school went to work, and is done with it; and no college is in a village.
    const does = doesAt(age[i], level, target.rural && !studies && (isAway(kin, i) || age[i] >= schoolAge.seniorEnd))
    const word = age[i] | (sex[i] << sexShift) | (level << educationShift) | (does << activityShift)
      | aliveBit | (villagerHousehold[head[i]] ? villagerBit : 0) | (yearsAway << yearsAwayShift)
      | (Math.min(15, children[i]) << childrenShift)
    const low = halfId(chances.person, 2 * i, target.key)
    index[i] = addPerson(world, {
      word,
      // Who works depends on the id, and those who went away from a village went to work.
      idLow: target.rural && isAway(kin, i) && age[i] >= schoolAge.juniorEnd && age[i] < 60 ? among(low, awayAmong) : low,
      idHigh: halfId(chances.person, 2 * i + 1, target.key),
      household: householdOf[head[i]], place: lives[i], registered: place, mother: -1, father: -1,
    })
  }
  const columns = world.people
  for (let i = 0; i < people; i++) {
    const at = index[i]
    haveParents(columns, at, mother[i] < 0 ? -1 : index[mother[i]], father[i] < 0 ? -1 : index[father[i]])
    columns.partner[at] = partner[i] < 0 ? -1 : index[partner[i]]
  }
}

/** Those who went away from a village are found among so large a part of its people: the readier to work. Assumption. */
const awayAmong = 0.86

/** A half id, moved evenly into the lower part of all. */
const among = (low: number, part: number): number => Math.floor((low + certain) * part) - certain

/** Share of village youth away who are at school there: in the county's own town, and at college within the province. Assumption. */
function awayAtSchool({ places }: World, origin: number, lives: number, age: number): number {
  if (age < schoolAge.juniorEnd || age >= schoolAge.collegeEnd) return 0
  if (age < schoolAge.seniorEnd) return lives === places.town[origin] ? 0.9 : 0
  return lives >= places.villages && lives !== places.town[origin] && places.province[lives] === places.province[origin] ? 0.4 : 0
}

/** At school by age and level attended; what the others do, the first year’s work decides. */
const doesAt = (age: number, level: number, done: boolean): number => {
  if (age < schoolAge.entry) return activity.infant
  if (age < schoolAge.juniorEnd) return activity.pupil
  if (done) return activity.atHome
  if (age < schoolAge.seniorEnd && level >= education.senior) return activity.pupil
  return age < schoolAge.collegeEnd && level === education.college ? activity.pupil : activity.atHome
}
