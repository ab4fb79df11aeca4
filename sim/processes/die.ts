/** Mortality: everyone alive faces the death probability of their sex, age and area, and the health care of their place. MODEL section 3. */
import { certain, draw, type Chance } from '../random.ts'
import { scratch } from '../scratch.ts'
import { health, services } from '../services.ts'
import { pow } from '../math.ts'
import { ageMask, aliveBit, bury, oldestAge, sexShift, type People, type World } from '../world.ts'
import { areaOf } from '../places.ts'
import { deathProbabilities } from './rates.ts'
import { block, inBlocks, type ChanceFor, type Now } from './process.ts'

const ages = oldestAge + 1

const memory = { offset: scratch(Int32Array), factor: scratch(Float64Array), most: scratch(Int32Array), dying: scratch(Int32Array) }

export function die(world: World, { data, year, parameters }: Now, chanceFor: ChanceFor): void {
  const { people, places } = world
  const chance = chanceFor('death')
  // Thresholds of a draw by area, sex and age; the place's factor is relative to the level of health care of its area in the first year, because
  // what villages lacked then is in the area's own table.
  const thresholds = deathProbabilities(data, year, parameters).map((probability) => probability * certain)
  const offset = memory.offset(places.count)
  const factor = memory.factor(places.count)
  const before = levelsBefore(world)
  for (let j = 0; j < places.count; j++) {
    const area = areaOf(places, j)
    offset[j] = area * 2 * ages
    const at = j * services.length + health
    factor[j] = pow(Math.max(0.1, (places.level[at] * places.access[at]) / before[area]), -parameters.mortalityHealthElasticity)
  }
  normalise(factor, places.residents)
  const most = mostOf(thresholds, factor)
  const dying = memory.dying(block)
  inBlocks(people.count, (start, end) => {
    const number = whoMayDie(people, start, end, chance, most, dying)
    const deaths = whoDies(people, dying, number, chance, thresholds, offset, factor)
    for (let n = 0; n < deaths; n++) bury(world, dying[n])
    world.tally.deaths += deaths
  })
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

/** By sex and age, the low byte of a word: a draw that is not below this is above the thresholds of all places. */
function mostOf(thresholds: Float64Array, factor: Float64Array): Int32Array {
  const most = memory.most(1 << (sexShift + 1)).fill(certain)
  const largest = factor.reduce((before, of) => Math.max(before, of), 0)
  for (let sexAndAge = 0; sexAndAge < 2 * ages; sexAndAge++) {
    let threshold = 0
    for (let at = sexAndAge; at < thresholds.length; at += 2 * ages) threshold = Math.max(threshold, thresholds[at])
    const low = (Math.trunc(sexAndAge / ages) << sexShift) | sexAndAge % ages
    most[low] = Math.min(certain, Math.ceil(threshold * largest))
  }
  return most
}

/** Few are left to look at more closely, and nobody's place was looked up. @returns how many; `candidates` lists them */
function whoMayDie({ word, idLow, idHigh }: People, start: number, end: number, chance: Chance, most: Int32Array, candidates: Int32Array): number {
  let number = 0
  for (let i = start; i < end; i++) {
    if (draw(chance, idLow[i], idHigh[i]) < most[word[i] & 0xff]) candidates[number++] = i
  }
  return number
}

/** Leaves in `candidates` those who die. @returns how many */
function whoDies(
  { word, place, idLow, idHigh }: People, candidates: Int32Array, number: number, chance: Chance,
  thresholds: Float64Array, offset: Int32Array, factor: Float64Array,
): number {
  let deaths = 0
  for (let n = 0; n < number; n++) {
    const i = candidates[n]
    const now = word[i]
    if ((now & aliveBit) === 0) continue
    const j = place[i]
    const sexAndAge = ((now >>> sexShift) & 1) * ages + (now & ageMask)
    if (draw(chance, idLow[i], idHigh[i]) < thresholds[offset[j] + sexAndAge] * factor[j]) candidates[deaths++] = i
  }
  return deaths
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
