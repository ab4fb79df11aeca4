/** The yearly count of who lives where: residents, registered, users of each service. Budget, services and migration rest on it. */
import { accessShares } from '../access.ts'
import { constant } from '../memory.ts'
import { columnOf, scratchZerosIn } from '../scratch.ts'
import { assistance, care, culture, health, infrastructure, schooling, services } from '../services.ts'
import { ageMask } from '../codes/person-word.ts'
import type { World } from '../world.ts'
import { kinds } from '../codes/count-kinds.ts'
import type { Now } from './process.ts'
import { giveCounts } from './surround.ts'

/** The class of each age: see `kinds`. */
const kindOf = constant(Uint8Array.from({ length: ageMask + 1 }, (_, age) => (age >= 60 ? 3 : age >= 6 && age <= 11 ? 1 : age >= 3 && age <= 17 ? 2 : 0)))

/** Columns of the count: children of 3–17 and people of 60+, registered here and elsewhere; pupils of primary age. */
const width = 5

const byKindIn = scratchZerosIn(Int32Array)
const countsOf = columnOf(Int32Array)

export function countResidents(world: World, now: Now): void {
  const { parameters } = now
  const { memory, people, places } = world
  const { residents, registered, incomers, elders, pupils, users } = places
  const byKind = byKindIn(memory, places.count * kinds * 2)
  registered.fill(0)
  memory.loops.countByKind(people, kindOf, byKind, registered)
  const counts = countsOf(places.count * width)
  for (let j = 0; j < places.count; j++) {
    const from = j * kinds * 2
    const to = j * width
    let here = 0
    let elsewhere = 0
    for (let at = from; at < from + kinds * 2; at += 2) {
      here += byKind[at]
      elsewhere += byKind[at + 1]
    }
    residents[j] = here + elsewhere
    incomers[j] = elsewhere
    for (let outside = 0; outside < 2; outside++) {
      counts[to + outside] = byKind[from + 2 + outside] + byKind[from + 4 + outside]
      counts[to + 2 + outside] = byKind[from + 6 + outside]
    }
    counts[to + 4] = byKind[from + 2] + byKind[from + 3]
  }
  giveCounts(world, now, counts)
  const shares = accessShares(parameters)
  for (let j = 0; j < places.count; j++) {
    const at = j * services.length
    const from = j * width
    const share = places.tier[j] * services.length
    const here = residents[j] - incomers[j]
    elders[j] = counts[from + 2] + counts[from + 3]
    pupils[j] = counts[from + 4]
    users[at + schooling] = counts[from] + counts[from + 1] * shares[share + schooling]
    // The old need health care about three times as much.
    users[at + health] = here + 2 * counts[from + 2] + (incomers[j] + 2 * counts[from + 3]) * shares[share + health]
    users[at + care] = counts[from + 2] + counts[from + 3] * shares[share + care]
    users[at + assistance] = here + incomers[j] * shares[share + assistance]
    users[at + infrastructure] = residents[j]
    users[at + culture] = residents[j]
  }
}
