/** Mortality: everyone alive faces the death probability of their sex, age and area, and the health care of their place. */
import { block } from '../blocks.ts'
import { certain } from '../random.ts'
import { scratchIn } from '../scratch.ts'
import { health, services } from '../services.ts'
import { pow } from '../math.ts'
import { ageMask, oldestAge, sexShift } from '../codes/person-word.ts'
import type { World } from '../world.ts'
import { areaOf } from '../places.ts'
import { deathProbabilities } from './rates.ts'
import type { ChanceFor, Now } from './process.ts'

const ages = oldestAge + 1

const scratch = {
  thresholds: scratchIn(Float64Array), offset: scratchIn(Int32Array), factor: scratchIn(Float64Array), most: scratchIn(Int32Array),
  dying: scratchIn(Int32Array),
}

export function die(world: World, now: Now, chanceFor: ChanceFor): void {
  const { memory, people, households } = world
  world.tally.deaths += memory.loops.die(people, households, block, ages, mortalityIn(world, now), chanceFor('death'), scratch.dying(memory, block))
}

/** Thresholds of a draw. */
interface Mortality {
  /** By area, sex and age. */
  thresholds: Float64Array
  /** By place: where those of its area begin, and its factor. */
  offset: Int32Array
  factor: Float64Array
  /** By sex and age, the low byte of a word: a draw that is not below this is not below the threshold of any place. */
  most: Int32Array
}

/** The place's factor is relative to the level of health care of its area in the first year, because what villages lacked then is in the area's own table. */
function mortalityIn(world: World, { data, year, parameters }: Now): Mortality {
  const { memory, places } = world
  const probabilities = deathProbabilities(data, year, parameters)
  const thresholds = scratch.thresholds(memory, probabilities.length)
  for (let at = 0; at < thresholds.length; at++) thresholds[at] = probabilities[at] * certain
  const offset = scratch.offset(memory, places.count)
  const factor = scratch.factor(memory, places.count)
  const before = levelsBefore(world)
  for (let j = 0; j < places.count; j++) {
    const area = areaOf(places, j)
    offset[j] = area * 2 * ages
    const at = j * services.length + health
    factor[j] = pow(Math.max(0.1, (places.level[at] * places.access[at]) / before[area]), -parameters.mortalityHealthElasticity)
  }
  normalise(factor, places.residents)
  const most = scratch.most(memory, 1 << (sexShift + 1))
  readMost(most, thresholds, factor)
  return { thresholds, offset, factor, most }
}

/** Mean level of health care in the first year by area: village, town, city. */
function levelsBefore({ places }: World): Float64Array {
  const sum = new Float64Array(3)
  const residents = new Float64Array(3)
  for (let j = 0; j < places.count; j++) {
    const area = areaOf(places, j)
    const at = j * services.length + health
    sum[area] += places.residentsBase[j] * places.levelBase[at] * places.access[at]
    residents[area] += places.residentsBase[j]
  }
  return sum.map((value, area) => (residents[area] > 0 && value > 0 ? value / residents[area] : 1))
}

function readMost(most: Int32Array, thresholds: Float64Array, factor: Float64Array): void {
  const largest = factor.reduce((before, of) => Math.max(before, of), 0)
  for (let low = 0; low < most.length; low++) {
    const sexAndAge = (low >>> sexShift) * ages + Math.min(oldestAge, low & ageMask)
    let threshold = 0
    for (let at = sexAndAge; at < thresholds.length; at += 2 * ages) threshold = Math.max(threshold, thresholds[at])
    most[low] = Math.min(certain, Math.ceil(threshold * largest))
  }
}

/** Scales the factors so that residents face the national rates on average. */
function normalise(factor: Float64Array, residents: Int32Array): void {
  let weighted = 0
  let total = 0
  for (let j = 0; j < factor.length; j++) {
    weighted += factor[j] * residents[j]
    total += residents[j]
  }
  if (total === 0) return
  const mean = weighted / total
  for (let j = 0; j < factor.length; j++) factor[j] /= mean
}
