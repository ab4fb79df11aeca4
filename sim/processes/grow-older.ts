/**
 * Ageing and schooling: everyone turns a year older; pupils leave school or go on. Senior secondary schools are in towns and colleges in cities, so
 * going on means leaving the village. MODEL section 3, demography.
 */
import { exp, ln } from '../math.ts'
import { certain, draw, type Chance } from '../random.ts'
import { schoolAge } from '../school-age.ts'
import { scratch } from '../scratch.ts'
import { schooling, services } from '../services.ts'
import {
  activityShift, ageMask, aliveBit, aliveShift, childrenShift, educationShift, eventBit, lowBits, oldestAge, villagerBit, yearsAwayMask, yearsAwayShift,
} from '../person-word.ts'
import { activity, education, type People, type World } from '../world.ts'
import { block, inBlocks } from '../blocks.ts'
import type { ChanceFor, Now } from './process.ts'
import { train } from './train.ts'

const activityBits = 7 << activityShift
const educationBits = 3 << educationShift

const memory = { local: scratch(Float64Array) }

export function growOlder(world: World, now: Now, chanceFor: ChanceFor): void {
  const { parameters, elapsed } = now
  const { people, places } = world
  const chance = chanceFor('going on at school')
  const boarding = chanceFor('school in town')
  const campus = chanceFor('which college')
  const capitals = largestCities(world)
  // Chance to go on by place, as a logit without the family's part: the level of schooling there against the nation's.
  const local = memory.local(places.count)
  for (let j = 0; j < places.count; j++) {
    const at = j * services.length + schooling
    local[j] = parameters.educationQuality * ln(Math.max(0.05, places.level[at] * places.access[at])) + parameters.educationTrend * elapsed
  }
  const goingOn: GoingOn = {
    local,
    senior: logit(parameters.seniorSecondary),
    college: logit(parameters.college),
    byMother: Float64Array.from({ length: 8 }, (_, its) => (its < 4 ? 0 : parameters.educationParents * ((its & 3) - 1))),
    leftBehind: parameters.educationLeftBehind,
  }
  inBlocks(people.count, (start, end) => {
    const number = ageBlock(people, start, end)
    const goers = whoGoesOn(people, number, chance, goingOn)
    for (let n = 0; n < goers; n++) goAway(pupils[n])
  })
  train(world, now, chanceFor)

  /** To the town for senior secondary school, to a city for college. */
  function goAway(i: number): void {
    const { word, place, idLow, idHigh } = people
    const from = place[i]
    if ((word[i] & ageMask) === schoolAge.seniorEnd) {
      const inCapital = draw(campus, idLow[i], idHigh[i]) < certain * parameters.collegeInCapital
      place[i] = inCapital ? capitals[places.province[from]] : places.city[from]
    } else if (from < places.villages && draw(boarding, idLow[i], idHigh[i]) < certain * parameters.schoolInTown) {
      place[i] = places.town[from]
    }
  }
}

/** The largest city of each province, where half of its colleges are taken to be. */
function largestCities({ places, governments }: World): Int32Array {
  const largest = new Int32Array(governments.output.length).fill(-1)
  for (let j = places.villages; j < places.count; j++) {
    const before = largest[places.province[j]]
    if (before < 0 || places.residents[j] > places.residents[before]) largest[places.province[j]] = j
  }
  return largest
}

const logit = (share: number) => ln(share / (1 - share))

/** Beside the low bits: what a year leaves as it is. */
const keptBits = villagerBit | (15 << childrenShift)
/** In `aYearLater`, in the place of the villager's bit: who has come to the end of a school. */
const schoolEndShift = 14
const schoolEndBit = 1 << schoolEndShift

/** By the low bits of a word: what a year makes of its low half. Children enter schools; nobody has an event but by that. */
const aYearLater = Uint16Array.from({ length: lowBits + 1 }, (_, low) => {
  if ((low & aliveBit) === 0) return low
  const age = Math.min((low & ageMask) + 1, oldestAge)
  const older = (low & ~ageMask) | age
  const entering = (older & ~activityBits) | (activity.pupil << activityShift) | eventBit
  if (age === schoolAge.entry) return entering
  if (age === schoolAge.junior) return (entering & ~educationBits) | (education.junior << educationShift)
  const leaves = age === schoolAge.juniorEnd || age === schoolAge.seniorEnd || age === schoolAge.collegeEnd
  return leaves && (low & activityBits) === activity.pupil << activityShift ? older | schoolEndBit : older
})

/** By years away: a year more. */
const aYearLonger = Int32Array.from({ length: yearsAwayMask + 1 }, (_, years) => Math.min(years + 1, yearsAwayMask) << yearsAwayShift)

/** Those of a block who are at the end of a school; then those of them who go on. */
const pupils = new Int32Array(block)

/** Adds a year to age and to the time away, and clears last year's event. @returns how many are at the end of a school; `pupils` lists them */
function ageBlock({ word, place, registered }: People, start: number, end: number): number {
  let number = 0
  for (let i = start; i < end; i++) {
    const now = word[i]
    const later = aYearLater[now & lowBits]
    // All bits for those who live elsewhere than they are registered.
    const away = (0 - (place[i] ^ registered[i])) >> 31
    word[i] = (later & ~schoolEndBit) | (now & keptBits) | (aYearLonger[(now >>> yearsAwayShift) & yearsAwayMask] & away)
    pupils[number] = i
    number += (later >>> schoolEndShift) & 1
  }
  return number
}

/** What going on at school depends on, as parts of a logit. */
interface GoingOn {
  /** By place. */
  local: Float64Array
  senior: number
  college: number
  /** By the two bits of the mother's education, and a third that is set if she lives. */
  byMother: Float64Array
  /** Where a parent lives elsewhere. */
  leftBehind: number
}

/** Pupils leave school or go on, all of a block together: loads that do not wait for each other take less time. @returns how many go on; `pupils` lists them */
function whoGoesOn(
  { word, mother, father, place, idLow, idHigh }: People, number: number, chance: Chance, { local, senior, college, byMother, leftBehind }: GoingOn,
): number {
  let goers = 0
  for (let n = 0; n < number; n++) {
    const i = pupils[n]
    const now = word[i]
    const age = now & ageMask
    const here = place[i]
    const hers = mother[i] < 0 ? 0 : word[mother[i]]
    const his = father[i] < 0 ? 0 : word[father[i]]
    const apart = ((hers & aliveBit) !== 0 && place[mother[i]] !== here) || ((his & aliveBit) !== 0 && place[father[i]] !== here)
    let utility = (age === schoolAge.juniorEnd ? senior : college) + local[here]
    utility += byMother[((hers & aliveBit) >>> (aliveShift - 2)) | ((hers >>> educationShift) & 3)]
    utility += apart ? leftBehind : 0
    if (age < schoolAge.collegeEnd && draw(chance, idLow[i], idHigh[i]) < certain / (1 + exp(-utility))) {
      const next = age === schoolAge.juniorEnd ? education.senior : education.college
      word[i] = (now & ~educationBits) | (next << educationShift)
      pupils[goers++] = i
    } else {
      // They look for work where school or college was; going home is a choice like that of others who live away.
      word[i] = (now & ~activityBits) | (activity.atHome << activityShift) | eventBit
    }
  }
  return goers
}
