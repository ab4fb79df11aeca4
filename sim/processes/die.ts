/**
 * Mortality: everyone alive faces the death probability of their sex, age and area, and the health care of their place. The next who would have died fall gravely
 * ill. Both make their households, and those of their children, think anew about where to live. The land of a household that ends so goes to children whose own is of
 * the same village, alike: assumption, as land is contracted to families, of which they are members wherever they keep house.
 */
import { block } from '../blocks.ts'
import { cellOf } from '../age-cells.ts'
import { ageGroups } from '../data.ts'
import { certain } from '../random.ts'
import { scratchIn, scratchZerosIn, sharedIn } from '../scratch.ts'
import { health, services } from '../services.ts'
import { exp, pow } from '../math.ts'
import type { Parameters } from '../parameters.ts'
import { ageMask, oldestAge, sexShift } from '../codes/person-word.ts'
import { doctorsOnTheWay, farthestDoctor } from '../codes/way-to-doctor.ts'
import type { World } from '../world.ts'
import { areaOf, tierOf } from '../places.ts'
import { deathProbabilities } from './rates.ts'
import type { ChanceFor, Now } from './process.ts'
import { givenLiving } from './surround.ts'

const ages = oldestAge + 1
/** Sexes and ages as a word has them. */
const sexAges = 1 << (sexShift + 1)

const scratch = {
  thresholds: scratchIn(Float64Array), offset: scratchIn(Int32Array), factor: scratchIn(Float64Array), most: scratchIn(Int32Array),
  endangered: scratchIn(Int32Array), stricken: sharedIn(0, Uint8Array), children: sharedIn(1, Int32Array), heirs: sharedIn(2, Uint8Array),
  rowOf: scratchIn(Int32Array), living: scratchZerosIn(Int32Array),
}

export function die(world: World, now: Now, chanceFor: ChanceFor): void {
  const { memory, people, households } = world
  world.tally.deaths += memory.loops.die(people, households, block, ages, mortalityIn(world, now), chanceFor('death'), {
    endangered: scratch.endangered(memory, block), stricken: scratch.stricken(memory, people.count + 1).fill(0), children: scratch.children(memory, people.count),
    heirs: scratch.heirs(memory, households.count).fill(0),
  })
}

/** Thresholds of a draw. */
interface Mortality {
  /** By area, sex and age. */
  thresholds: Float64Array
  /** By place: where those of its area begin, and its factor. */
  offset: Int32Array
  factor: Float64Array
  /** Those of grave illness and death together, × those of death. */
  gravelyIll: number
  /** By sex and age, the low byte of a word: a draw that is not below this is not below the threshold of either in any place. */
  most: Int32Array
}

/**
 * The year's chances, and what they are multiplied by where health care is better or worse. Where care is that of the first year the nation faces the UN's rates
 * × `mortalityFactor`; where it becomes better for all, fewer die. What care gains by default is in the UN's rates too, and is counted twice: expected deaths then
 * are below the UN's by 1.5 % in 2015, 1.4 % in 2020 and 0.8 % in 2040.
 */
function mortalityIn(world: World, now: Now): Mortality {
  const { memory, places } = world
  const { data, year, parameters } = now
  const probabilities = deathProbabilities(data, year, parameters, givenLiving(now) ?? livingByArea(world))
  const thresholds = scratch.thresholds(memory, probabilities.length)
  for (let at = 0; at < thresholds.length; at++) thresholds[at] = probabilities[at] * certain
  const offset = scratch.offset(memory, places.count)
  const factor = scratch.factor(memory, places.count)
  const before = responsesBefore(world, parameters)
  for (let j = 0; j < places.count; j++) {
    const area = areaOf(places, j)
    offset[j] = area * 2 * ages
    const at = j * services.length + health
    factor[j] = response(places.level[at] * places.access[at], parameters) / before[area]
  }
  const most = scratch.most(memory, sexAges)
  const gravelyIll = 1 + parameters.graveIllness
  readMost(most, thresholds, factor.reduce((before, of) => Math.max(before, of), 0) * gravelyIll)
  return { thresholds, offset, factor, gravelyIll, most }
}

/** Everybody alive by area, sex and five years of age: `[(area * 2 + sex) * ageGroups + group]`. It holds until it is asked for again. */
export function livingByArea({ memory, people, places }: World): Int32Array {
  const rowOf = scratch.rowOf(memory, places.count)
  for (let j = 0; j < places.count; j++) rowOf[j] = areaOf(places, j) * 2 * ageGroups
  const living = scratch.living(memory, 3 * 2 * ageGroups)
  memory.loops.countLiving(people, rowOf, cellOf, living)
  return living
}

/** Deaths at a level of health care within reach, × those at a level of one. */
const response = (level: number, { mortalityHealthElasticity }: Parameters): number => pow(Math.max(0.1, level), -mortalityHealthElasticity)

/**
 * Mean response of the people of the first year to the care of that year, by area: village, town, city. What villages lacked then is in their area's own table.
 * In a stage given places have the people of the rest of China, so the means are the nation's there too.
 */
function responsesBefore({ places, scale }: World, parameters: Parameters): Float64Array {
  const sum = new Float64Array(3)
  const residents = new Float64Array(3)
  for (let j = 0; j < places.count; j++) {
    const village = j < places.villages
    const area = village ? 0 : Math.min(2, tierOf((places.residentsBase[j] * scale) / places.units[j]))
    const access = village ? accessToDoctor(places.townDistance[j], parameters) : 1
    sum[area] += places.residentsBase[j] * response(places.levelBase[j * services.length + health] * access, parameters)
    residents[area] += places.residentsBase[j]
  }
  return sum.map((value, area) => (residents[area] > 0 ? value / residents[area] : 1))
}

/** Access of a village to health care with the transport of the first year, when no policy had made it better; the year’s is in sim/loops/serve.ts. */
const accessToDoctor = (townDistance: number, { clinicDistance }: Parameters): number =>
  exp(-Math.min(farthestDoctor, townDistance / doctorsOnTheWay) / clinicDistance)

function readMost(most: Int32Array, thresholds: Float64Array, largest: number): void {
  for (let low = 0; low < most.length; low++) {
    const sexAndAge = (low >>> sexShift) * ages + Math.min(oldestAge, low & ageMask)
    let threshold = 0
    for (let at = sexAndAge; at < thresholds.length; at += 2 * ages) threshold = Math.max(threshold, thresholds[at])
    most[low] = Math.min(certain, Math.ceil(threshold * largest))
  }
}
