/** Mortality: everyone alive faces the death probability of their sex, age and area, and the health care of their place. MODEL section 3. */
import { certain, draw, type Chance } from '../random.ts'
import { health, services } from '../services.ts'
import { pow } from '../math.ts'
import { ageMask, aliveBit, bury, oldestAge, sexShift, type People, type World } from '../world.ts'
import { areaOf } from '../places.ts'
import { deathProbabilities } from './rates.ts'
import { block, inBlocks, type ChanceFor, type Now } from './process.ts'

const ages = oldestAge + 1

export function die(world: World, { data, year, parameters }: Now, chanceFor: ChanceFor): void {
  const { people, places } = world
  const chance = chanceFor('death')
  // Thresholds of a draw by area, sex and age; the place's factor is relative to the national level of health care.
  const thresholds = deathProbabilities(data, year, parameters).map((probability) => probability * certain)
  const offset = new Int32Array(places.count)
  const factor = new Float64Array(places.count)
  for (let j = 0; j < places.count; j++) {
    offset[j] = areaOf(places, j) * 2 * ages
    const at = j * services.length + health
    factor[j] = pow(Math.max(0.1, places.level[at] * places.access[at]), -parameters.mortalityHealthElasticity)
  }
  normalise(factor, places.residents)
  const dying = new Int32Array(block)
  inBlocks(people.count, (start, end) => {
    const deaths = whoDies(people, start, end, chance, thresholds, offset, factor, dying)
    for (let n = 0; n < deaths; n++) bury(world, dying[n])
    world.tally.deaths += deaths
  })
}

function whoDies(
  { word, place, idLow, idHigh }: People, start: number, end: number, chance: Chance,
  thresholds: Float64Array, offset: Int32Array, factor: Float64Array, dying: Int32Array,
): number {
  let deaths = 0
  for (let i = start; i < end; i++) {
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
