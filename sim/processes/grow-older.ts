/**
 * Ageing and schooling: everyone turns a year older; pupils leave school or go on. Senior secondary schools are in towns, where a part of the
 * pupils of villages is counted, and colleges in cities, from which some come back.
 */
import { accessShare } from '../access.ts'
import { constant } from '../memory.ts'
import { exp, ln, logit } from '../math.ts'
import { certain } from '../random.ts'
import * as schoolAge from '../codes/school-age.ts'
import { tiers } from '../record.ts'
import { scratchIn, sharedIn } from '../scratch.ts'
import { schooling, services } from '../services.ts'
import { activityShift, ageMask, aliveBit, educationShift, eventBit, lowBits, oldestAge, yearsAwayMask, yearsAwayShift } from '../codes/person-word.ts'
import { activity, education, type World } from '../world.ts'
import type { ChanceFor, Now } from './process.ts'
import { schoolEndBit } from '../codes/schooling-word.ts'
import { train } from './train.ts'

const activityBits = 7 << activityShift
const educationBits = 3 << educationShift

const scratch = {
  pupils: sharedIn(0, Int32Array), byAge: scratchIn(Float64Array), local: scratchIn(Float64Array), closed: scratchIn(Float64Array), byMother: scratchIn(Float64Array),
  capitals: scratchIn(Int32Array),
}

export function growOlder(world: World, now: Now, chanceFor: ChanceFor): void {
  const { memory, people, households, places } = world
  // Those who are at the end of a school; then those of them who go home, and who go on.
  const pupils = scratch.pupils(memory, people.count)
  const number = memory.loops.addYear(people, aYearLater, aYearLonger, pupils)
  memory.loops.goHome(people, households, pupils, number, homewardsIn(world, now), chanceFor('home from college'))
  const goers = memory.loops.goOn(people, world.households, pupils, number, chanceFor('going on at school'), goingOnIn(world, now))
  memory.loops.goAway(people, pupils, goers, places.villages, schoolsIn(world, now), chanceFor('school in town'), chanceFor('which college'))
  train(world, now, chanceFor)
}

/** What going on at school depends on, as parts of a logit. */
interface GoingOn {
  certain: number
  /** The level of schooling that is gone to, by the age at which one before it ends; 0 where none is. */
  reached: Int32Array
  byAge: Float64Array
  /** By place, without the family's part: the level of schooling there against the nation's. */
  local: Float64Array
  /** What it loses for those who are registered elsewhere, and live in no town of their own county. */
  closed: Float64Array
  town: Int32Array
  villages: number
  /** By the two bits of the mother's education, and a third that is set if she lives. */
  byMother: Float64Array
  /** Where a parent lives elsewhere. */
  leftBehind: number
}

const reached = constant(Int32Array.from({ length: ageMask + 1 }, (_, age) =>
  age === schoolAge.juniorEnd ? education.senior : age === schoolAge.seniorEnd ? education.college : 0))

function goingOnIn({ memory, places }: World, { parameters, elapsed }: Now): GoingOn {
  const byAge = scratch.byAge(memory, ageMask + 1).fill(0)
  byAge[schoolAge.juniorEnd] = logit(parameters.seniorSecondary)
  byAge[schoolAge.seniorEnd] = logit(parameters.college)
  const local = scratch.local(memory, places.count)
  const risen = parameters.educationTrend * parameters.educationFade * (1 - exp(-elapsed / parameters.educationFade))
  for (let j = 0; j < places.count; j++) {
    const at = j * services.length + schooling
    local[j] = parameters.educationQuality * ln(Math.max(0.05, places.level[at] * places.access[at])) + risen
  }
  const closed = scratch.closed(memory, places.count)
  const byTier = tiers.map((_, tier) => parameters.educationQuality * ln(accessShare(parameters, tier, schooling)))
  for (let j = 0; j < places.count; j++) closed[j] = byTier[places.tier[j]]
  const byMother = scratch.byMother(memory, 8)
  for (let its = 0; its < 8; its++) byMother[its] = its < 4 ? 0 : parameters.educationParents * ((its & 3) - 1)
  return { certain, reached, byAge, local, closed, town: places.town, villages: places.villages, byMother, leftBehind: parameters.educationLeftBehind }
}

/** Where senior secondary schools and colleges are, and below which draws pupils go to one elsewhere. */
interface Schools {
  town: Int32Array
  city: Int32Array
  province: Uint8Array
  /** By province. */
  capitals: Int32Array
  inTown: number
  inCapital: number
}

function schoolsIn(world: World, { parameters }: Now): Schools {
  const { town, city, province } = world.places
  return {
    town, city, province, capitals: largestCities(world), inTown: certain * parameters.schoolInTown, inCapital: certain * parameters.collegeInCapital,
  }
}

/** When college ends, and below which draws one goes back to the family, and of these to the town of its county. */
interface Homewards {
  leaveAt: number
  villages: number
  town: Int32Array
  back: number
  toTown: number
}

function homewardsIn({ places }: World, { parameters: { graduatesReturn, returnTown } }: Now): Homewards {
  const back = certain * graduatesReturn
  return { leaveAt: schoolAge.collegeEnd, villages: places.villages, town: places.town, back, toTown: back * returnTown }
}

/** The largest city of each province, where half of its colleges are taken to be. */
function largestCities({ memory, places, governments }: World): Int32Array {
  const largest = scratch.capitals(memory, governments.output.length).fill(-1)
  for (let j = places.villages; j < places.count; j++) {
    const before = largest[places.province[j]]
    if (before < 0 || places.residents[j] > places.residents[before]) largest[places.province[j]] = j
  }
  return largest
}

/**
 * By the low bits of a word: what a year makes of its low half. Children enter schools, and nobody has an event but by that; who has come to the end of one
 * is told.
 */
const aYearLater = constant(Uint16Array.from({ length: lowBits + 1 }, (_, low) => {
  if ((low & aliveBit) === 0) return low
  const age = Math.min((low & ageMask) + 1, oldestAge)
  const older = (low & ~ageMask) | age
  const entering = (older & ~activityBits) | (activity.pupil << activityShift) | eventBit
  if (age === schoolAge.entry) return entering
  if (age === schoolAge.junior) return (entering & ~educationBits) | (education.junior << educationShift)
  const leaves = age === schoolAge.juniorEnd || age === schoolAge.seniorEnd || age === schoolAge.collegeEnd
  return leaves && (low & activityBits) === activity.pupil << activityShift ? older | schoolEndBit : older
}))

/** By years away: a year more. */
const aYearLonger = constant(Int32Array.from({ length: yearsAwayMask + 1 }, (_, years) => Math.min(years + 1, yearsAwayMask) << yearsAwayShift))
