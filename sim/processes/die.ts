/** Mortality: everyone alive faces the death probability of their sex, age and area, and the health care of their place. MODEL section 3. */
import { certain, draw, type Chance } from '../random.ts'
import { scratch } from '../scratch.ts'
import { health, services } from '../services.ts'
import { pow } from '../math.ts'
import { ageMask, aliveBit, oldestAge, sexShift } from '../person-word.ts'
import { bury, type People, type World } from '../world.ts'
import { areaOf } from '../places.ts'
import { deathProbabilities } from './rates.ts'
import { block, inBlocks } from '../blocks.ts'
import type { ChanceFor, Now } from './process.ts'

const ages = oldestAge + 1

const memory = { offset: scratch(Int32Array), factor: scratch(Float64Array) }

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
  readMost(thresholds, factor)
  inBlocks(people.count, (start, end) => {
    const number = whoMayDie(people, start, end, chance)
    const deaths = whoDies(people, number, chance, thresholds, offset, factor)
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

/** By sex and age, the low byte of a word: a draw that is not below this is not below the threshold of any place. */
const most = new Int32Array(1 << (sexShift + 1))
/** People of a block who may die; then those of them who do. */
const dying = new Int32Array(block)

function readMost(thresholds: Float64Array, factor: Float64Array): void {
  const largest = factor.reduce((before, of) => Math.max(before, of), 0)
  for (let low = 0; low < most.length; low++) {
    const sexAndAge = (low >>> sexShift) * ages + Math.min(oldestAge, low & ageMask)
    let threshold = 0
    for (let at = sexAndAge; at < thresholds.length; at += 2 * ages) threshold = Math.max(threshold, thresholds[at])
    most[low] = Math.min(certain, Math.ceil(threshold * largest))
  }
}

/** Draws for everybody, and looks up nobody's place: few are left to look at more closely. @returns how many `dying` lists */
function whoMayDie({ word, idLow, idHigh }: People, start: number, end: number, chance: Chance): number {
  let number = 0
  for (let i = start; i < end; i++) {
    const sexAndAge = word[i] & 0xff
    if (draw(chance, idLow[i], idHigh[i]) < most[sexAndAge]) dying[number++] = i
  }
  return number
}

/** Leaves in `dying` those who do. @returns how many */
function whoDies(
  { word, place, idLow, idHigh }: People, number: number, chance: Chance, thresholds: Float64Array, offset: Int32Array, factor: Float64Array,
): number {
  let deaths = 0
  for (let n = 0; n < number; n++) {
    const i = dying[n]
    const now = word[i]
    if ((now & aliveBit) === 0) continue
    const j = place[i]
    const sexAndAge = ((now >>> sexShift) & 1) * ages + (now & ageMask)
    if (draw(chance, idLow[i], idHigh[i]) < thresholds[offset[j] + sexAndAge] * factor[j]) dying[deaths++] = i
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
