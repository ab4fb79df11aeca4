/** Who lives where, by kind, and who is registered where: see sim/processes/count.ts. */
import { ageMask, aliveShift } from '../codes/person-word.ts'
import { kinds } from '../codes/count-kinds.ts'

/** By place and kind, those registered there and elsewhere; and all by place of registration. Without a branch on people, as the dead count 0. */
export function countByKind(people: People, kindOf: Uint8s, byKind: Int32s, registeredAt: Int32s): void {
  const word = people.word
  const place = people.place
  const registered = people.registered
  const number = people.count
  for (let i = 0; i < number; i++) {
    const now = word[i]
    const j = place[i]
    const from = registered[i]
    const alive = (now >>> aliveShift) & 1
    byKind[(j * kinds + kindOf[now & ageMask]) * 2 + i32(j !== from)] += alive
    registeredAt[from] += alive
  }
}
