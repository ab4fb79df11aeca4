/** Who dies: see sim/processes/die.ts. */
import { ageMask, aliveBit, sexShift } from '../codes/person-word.ts'
import { draw } from './random.ts'
import { bury } from './world.ts'

/** See `Mortality`. */
@unmanaged
export class MortalityOf {
  thresholds!: Float64s
  offset!: Int32s
  factor!: Float64s
  most!: Int32s
}

/** Draws for everybody, and looks up nobody's place: few are left to look at more closely. @returns how many `dying` lists */
export function whoMayDie(people: People, most: Int32s, chance: Chance, dying: Int32s): i32 {
  const word = people.word
  const idLow = people.idLow
  const idHigh = people.idHigh
  const count = people.count
  const k0 = chance.k0
  const k1 = chance.k1
  let number = 0
  for (let i = 0; i < count; i++) {
    if (draw(k0, k1, idLow[i], idHigh[i]) < most[word[i] & 0xff]) dying[number++] = i
  }
  return number
}

/** Buries those of the list who do die. @returns how many */
export function whoDies(people: People, households: Households, dying: Int32s, number: i32, ages: i32, mortality: MortalityOf, chance: Chance): i32 {
  const word = people.word
  const place = people.place
  const idLow = people.idLow
  const idHigh = people.idHigh
  const thresholds = mortality.thresholds
  const offset = mortality.offset
  const factor = mortality.factor
  const k0 = chance.k0
  const k1 = chance.k1
  let deaths = 0
  for (let n = 0; n < number; n++) {
    const i = dying[n]
    const now = word[i]
    if ((now & aliveBit) === 0) continue
    const j = place[i]
    const sexAndAge = ((now >>> sexShift) & 1) * ages + (now & ageMask)
    if (f64(draw(k0, k1, idLow[i], idHigh[i])) >= thresholds[offset[j] + sexAndAge] * factor[j]) continue
    bury(people, households, i)
    deaths++
  }
  return deaths
}
