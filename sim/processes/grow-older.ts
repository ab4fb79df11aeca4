/**
 * Ageing and schooling: everyone turns a year older; pupils leave school or go on. Senior secondary schools are in towns and colleges in cities, so
 * going on means leaving the village. MODEL section 3, demography.
 */
import { exp, ln } from '../math.ts'
import { certain, draw } from '../random.ts'
import { schoolAge } from '../school-age.ts'
import { scratch } from '../scratch.ts'
import { schooling, services } from '../services.ts'
import {
  activity, activityShift, ageMask, aliveBit, education, educationShift, eventBit, oldestAge, yearsAwayMask, yearsAwayShift, type People, type World,
} from '../world.ts'
import { block, inBlocks, type ChanceFor, type Now } from './process.ts'
import { train } from './train.ts'

const activityBits = 7 << activityShift
const educationBits = 3 << educationShift

const memory = { local: scratch(Float64Array), turning: scratch(Int32Array) }

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
  const senior = logit(parameters.seniorSecondary)
  const college = logit(parameters.college)
  const goesOn = (i: number, constant: number): boolean => {
    const { word, mother, father, place } = people
    const lives = (parent: number) => parent >= 0 && (word[parent] & aliveBit) !== 0
    const apart = (parent: number) => lives(parent) && place[parent] !== place[i]
    let utility = constant + local[place[i]]
    if (lives(mother[i])) utility += parameters.educationParents * (((word[mother[i]] >>> educationShift) & 3) - 1)
    if (apart(mother[i]) || apart(father[i])) utility += parameters.educationLeftBehind
    return draw(chance, people.idLow[i], people.idHigh[i]) < certain / (1 + exp(-utility))
  }
  const turning = memory.turning(block)
  inBlocks(people.count, (start, end) => {
    const number = ageBlock(people, start, end, turning)
    for (let n = 0; n < number; n++) turn(turning[n])
  })
  train(world, now, chanceFor)

  function turn(i: number): void {
    const { word } = people
    const now = word[i]
    const age = now & ageMask
    if (age <= schoolAge.junior) {
      word[i] = (now & ~activityBits) | (activity.pupil << activityShift) | eventBit
      if (age === schoolAge.junior) word[i] = (word[i] & ~educationBits) | (education.junior << educationShift)
      return
    }
    if (((now >>> activityShift) & 7) !== activity.pupil) return
    if (age === schoolAge.juniorEnd && goesOn(i, senior)) {
      word[i] = (now & ~educationBits) | (education.senior << educationShift)
      goToSchool(i)
    } else if (age === schoolAge.seniorEnd && goesOn(i, college)) {
      word[i] = (now & ~educationBits) | (education.college << educationShift)
      goToCollege(i)
    } else if (age === schoolAge.juniorEnd || age === schoolAge.seniorEnd || age >= schoolAge.collegeEnd) {
      word[i] = (now & ~activityBits) | (activity.atHome << activityShift) | eventBit
      // They look for work where school or college was; going home is a choice like that of others who live away.
    }
  }

  function goToSchool(i: number): void {
    const { place, idLow, idHigh } = people
    if (place[i] >= places.villages || draw(boarding, idLow[i], idHigh[i]) >= certain * parameters.schoolInTown) return
    place[i] = places.town[place[i]]
  }

  function goToCollege(i: number): void {
    const { place, idLow, idHigh } = people
    const inCapital = draw(campus, idLow[i], idHigh[i]) < certain * parameters.collegeInCapital
    place[i] = inCapital ? capitals[places.province[place[i]]] : places.city[place[i]]
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

/** 1 at the ages at which somebody enters or leaves a school. */
const turningAges = new Uint8Array(ageMask + 1)
for (const age of Object.values(schoolAge)) turningAges[age] = 1

/** Adds a year to age and to the time away, and clears last year's event. @returns how many have come to a turning age; `turning` lists them */
function ageBlock({ word, place, registered }: People, start: number, end: number, turning: Int32Array): number {
  let number = 0
  for (let i = start; i < end; i++) {
    let now = word[i]
    if ((now & aliveBit) === 0) continue
    now &= ~eventBit
    if ((now & ageMask) < oldestAge) now++
    if (place[i] === registered[i]) now &= ~(yearsAwayMask << yearsAwayShift)
    else if (((now >>> yearsAwayShift) & yearsAwayMask) < yearsAwayMask) now += 1 << yearsAwayShift
    word[i] = now
    if (turningAges[now & ageMask] === 1) turning[number++] = i
  }
  return number
}
