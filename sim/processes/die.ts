/** Mortality: everyone alive faces the death probability of their sex, age and area, and the health care of their place. MODEL section 3. */
import { draw32 } from '../random.ts'
import { health, services } from '../services.ts'
import { pow } from '../math.ts'
import { ageMask, aliveBit, bury, oldestAge, type World } from '../world.ts'
import { areaOf } from '../places.ts'
import { deathProbabilities } from './rates.ts'
import { inBlocks, type ChanceFor, type Now } from './process.ts'

const ages = oldestAge + 1

export function die(world: World, { data, year, parameters }: Now, chanceFor: ChanceFor): void {
  const { people, places } = world
  const { word, place, idLow, idHigh } = people
  const { k0, k1 } = chanceFor('death')
  // Thresholds of a 32-bit draw by area, sex and age; the place's factor is relative to the national level of health care.
  const thresholds = deathProbabilities(data, year, parameters).map((probability) => probability * 4294967296)
  const offset = new Int32Array(places.count)
  const factor = new Float64Array(places.count)
  for (let j = 0; j < places.count; j++) {
    offset[j] = areaOf(places, j) * 2 * ages
    const at = j * services.length + health
    factor[j] = pow(Math.max(0.1, places.level[at] * places.access[at]), -parameters.mortalityHealthElasticity)
  }
  normalise(factor, places.residents)
  let deaths = 0
  inBlocks(people.count, (start, end) => {
    for (let i = start; i < end; i++) {
      const now = word[i]
      if ((now & aliveBit) === 0) continue
      const sexAndAge = ((now >>> 7) & 1) * ages + (now & ageMask)
      if (draw32(k0, k1, idLow[i], idHigh[i]) >= thresholds[offset[place[i]] + sexAndAge] * factor[place[i]]) continue
      bury(world, i)
      deaths++
    }
  })
  world.tally.deaths = deaths
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
