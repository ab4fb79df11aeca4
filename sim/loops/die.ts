/** Who dies: see sim/processes/die.ts. */
import { ageMask, aliveBit, sexShift } from '../person-word.ts'
import { draw } from './random.ts'

/** See `Mortality`. */
@unmanaged
export class MortalityOf {
  ages!: f64
  thresholds!: Float64s
  offset!: Int32s
  factor!: Float64s
  most!: Int32s
}

/** Draws for everybody, and looks up nobody's place but of the few whose draw is low enough for some place. @returns how many `dying` lists */
export function whoDies(people: People, mortality: MortalityOf, chance: Chance, dying: Int32s): i32 {
  const word = people.word
  const place = people.place
  const idLow = people.idLow
  const idHigh = people.idHigh
  const count = i32(people.count)
  const ages = i32(mortality.ages)
  const thresholds = mortality.thresholds
  const offset = mortality.offset
  const factor = mortality.factor
  const most = mortality.most
  const k0 = i32(chance.k0)
  const k1 = i32(chance.k1)
  let deaths = 0
  for (let i = 0; i < count; i++) {
    const drawn = draw(k0, k1, idLow[i], idHigh[i])
    const now = word[i]
    if (drawn >= most[now & 0xff] || (now & aliveBit) === 0) continue
    const j = place[i]
    const sexAndAge = ((now >>> sexShift) & 1) * ages + (now & ageMask)
    if (f64(drawn) < thresholds[offset[j] + sexAndAge] * factor[j]) dying[deaths++] = i
  }
  return deaths
}
