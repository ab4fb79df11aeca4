/** Training: some migrant workers rise from basic to skilled work each year, as many as the money pays for. */
import { certain, draw } from '../random.ts'
import { wageIndex } from '../wage-index.ts'
import { activityShift, ageMask, aliveBit, educationShift, villagerBit } from '../codes/person-word.ts'
import { activity, education, type World } from '../world.ts'
import { spendOnProgramme, withGiven } from './outlays.ts'
import { inBlocks } from '../blocks.ts'
import type { ChanceFor, Now } from './process.ts'

/** Most of those trained who can end a course in one year. Assumption. */
const mostPerYear = 0.25
/** Ages at which migrants are trained. */
const youngest = 16
const oldest = 49

/** What is spent beyond the places that courses have is not spent. */
export function train(world: World, { parameters: { training, trainingCost } }: Now, chanceFor: ChanceFor): void {
  if (training === 0) return
  const { people, places } = world
  const chance = chanceFor('who ends a course')
  const share = Math.min(mostPerYear, training / trainingCost)
  const offered = new Int32Array(places.count)
  inBlocks(people.count, (start, end) => {
    const { word, place, registered, idLow, idHigh } = people
    const { villages } = places
    for (let i = start; i < end; i++) {
      const now = word[i]
      const age = now & ageMask
      const does = (now >>> activityShift) & 7
      if ((now & (aliveBit | villagerBit)) !== (aliveBit | villagerBit) || age < youngest || age > oldest) continue
      if (place[i] < villages || registered[i] >= villages || (does !== activity.offFarm && does !== activity.unemployed)) continue
      if (((now >>> educationShift) & 3) >= education.senior) continue
      offered[place[i]]++
      if (draw(chance, idLow[i], idHigh[i]) >= certain * share) continue
      word[i] = (now & ~(3 << educationShift)) | (education.senior << educationShift)
      world.tally.trained++
    }
  })
  const yuan = share * trainingCost * wageIndex(world) * world.scale
  withGiven(places, offered, places.incomers).forEach((number, j) => spendOnProgramme(world, places.province[j], number * yuan))
}
