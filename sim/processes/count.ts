/** The yearly count of who lives where: residents, registered, users of each service. Budget, services and migration rest on it. */
import { accessShare } from '../access.ts'
import { scratch, scratchZeros } from '../scratch.ts'
import { assistance, care, culture, health, infrastructure, schooling, services } from '../services.ts'
import { ageMask, aliveShift } from '../person-word.ts'
import type { People, World } from '../world.ts'
import { inBlocks } from '../blocks.ts'
import type { Now } from './process.ts'
import { giveCounts } from './surround.ts'
import { less } from './who-works.ts'

/** Classes that services are counted by: anybody else; pupils of primary age, 6–11; other children of 3–17; people of 60+. By age. */
const kinds = 4
const kindOf = Uint8Array.from({ length: ageMask + 1 }, (_, age) => (age >= 60 ? 3 : age >= 6 && age <= 11 ? 1 : age >= 3 && age <= 17 ? 2 : 0))

/** Columns of the count: children of 3–17 and people of 60+, registered here and elsewhere; pupils of primary age. */
const width = 5

const memory = { byKind: scratchZeros(Int32Array), counts: scratch(Int32Array) }

export function countResidents(world: World, now: Now): void {
  const { parameters } = now
  const { people, places } = world
  const { residents, registered, incomers, elders, pupils, users } = places
  const byKind = memory.byKind(places.count * kinds * 2)
  registered.fill(0)
  inBlocks(people.count, (start, end) => countBlock(people, byKind, registered, start, end))
  const counts = memory.counts(places.count * width)
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

/** By place and kind, those registered there and elsewhere; and all by place of registration. Without a branch on people, as the dead count 0. */
function countBlock({ word, place, registered }: People, byKind: Int32Array, registeredAt: Int32Array, start: number, end: number): void {
  for (let i = start; i < end; i++) {
    const now = word[i]
    const j = place[i]
    const from = registered[i]
    const alive = (now >>> aliveShift) & 1
    byKind[(j * kinds + kindOf[now & ageMask]) * 2 + less(0, j ^ from)] += alive
    registeredAt[from] += alive
  }
}
