/** The yearly count of who lives where: residents, registered, users of each service. Budget, services and migration rest on it. */
import { accessShare } from '../access.ts'
import { assistance, care, culture, health, infrastructure, schooling, services } from '../services.ts'
import { ageMask, aliveBit, type World } from '../world.ts'
import { inBlocks, type Now } from './process.ts'
import { giveCounts } from './surround.ts'

/** Columns of the count: children of 3–17 and people of 60+, registered here and elsewhere; pupils of primary age. */
const width = 5

export function countResidents(world: World, now: Now): void {
  const { parameters } = now
  const { people, places } = world
  const { residents, incomers, elders, pupils, users } = places
  const counts = new Int32Array(places.count * width)
  residents.fill(0)
  places.registered.fill(0)
  incomers.fill(0)
  inBlocks(people.count, (start, end) => {
    const { word, place, registered } = people
    const { residents, incomers, registered: registeredHere } = places
    for (let i = start; i < end; i++) {
      const now = word[i]
      if ((now & aliveBit) === 0) continue
      const j = place[i]
      const age = now & ageMask
      residents[j]++
      registeredHere[registered[i]]++
      const outside = registered[i] === j ? 0 : 1
      incomers[j] += outside
      if (age >= 60) counts[j * width + 2 + outside]++
      else if (age >= 3 && age <= 17) {
        counts[j * width + outside]++
        if (age >= 6 && age <= 11) counts[j * width + 4]++
      }
    }
  })
  giveCounts(world, now, counts)
  for (let j = 0; j < places.count; j++) {
    const at = j * services.length
    const share = (k: number) => accessShare(parameters, places.tier[j], k)
    const here = residents[j] - incomers[j]
    const from = counts.subarray(j * width, j * width + width)
    elders[j] = from[2] + from[3]
    pupils[j] = from[4]
    users[at + schooling] = from[0] + from[1] * share(schooling)
    // The old need health care about three times as much.
    users[at + health] = here + 2 * from[2] + (incomers[j] + 2 * from[3]) * share(health)
    users[at + care] = from[2] + from[3] * share(care)
    users[at + assistance] = here + incomers[j] * share(assistance)
    users[at + infrastructure] = residents[j]
    users[at + culture] = residents[j]
  }
}
