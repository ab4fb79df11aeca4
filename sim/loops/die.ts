/** Who dies or falls gravely ill, and whose children are told: see sim/processes/die.ts. */
import { ageMask, aliveBit, aliveShift, eventBit, sexShift } from '../codes/person-word.ts'
import { dead, deadShift, ill, inherit } from './inherit.ts'
import { draw } from './random.ts'
import { bury } from './world.ts'

/** See `Mortality`. */
@unmanaged
export class MortalityOf {
  thresholds!: Float64s
  offset!: Int32s
  factor!: Float64s
  gravelyIll!: f64
  most!: Int32s
}

/**
 * Counts people by place, sex and age. Without a branch, as the dead count 0.
 * @param rowOf by place, where the cells of its row begin @param cellOf by the bits of sex and age
 */
export function countLiving(people: People, rowOf: Int32s, cellOf: Uint8s, counts: Int32s): void {
  const word = people.word
  const place = people.place
  const number = people.count
  for (let i = 0; i < number; i++) {
    const now = word[i]
    counts[rowOf[place[i]] + cellOf[now & 0xff]] += (now >>> aliveShift) & 1
  }
}

/** Scratch of a year's deaths. */
@unmanaged
export class StrickenOf {
  /** Room for a block. */
  endangered!: Int32s
  /** Zeros: `ill` and `dead` of this year, by index + 1, so that nobody, −1, is found there too. */
  stricken!: Uint8s
  /** Room for everybody: who has lost a parent. */
  children!: Int32s
  /** Zeros by household: how many share its land. */
  heirs!: Uint8s
}

/**
 * Buries those who die this year, lets the households of the gravely ill know, and hands on the land of households that have ended.
 * @param block people who are asked at a time: what is looked up of everybody is still at hand for those who are looked at more closely
 * @returns how many die
 */
export function die(people: People, households: Households, block: i32, ages: i32, mortality: MortalityOf, chance: Chance, scratch: StrickenOf): i32 {
  const endangered = scratch.endangered
  const stricken = scratch.stricken
  const count = people.count
  let deaths = 0
  for (let start = 0; start < count; start += block) {
    const end = start + block
    const number = whoIsInDanger(people, start, end < count ? end : count, mortality.most, chance, endangered)
    deaths += whoDies(people, households, endangered, number, ages, mortality, chance, stricken)
  }
  inherit(people, households, stricken, scratch.children, tellChildren(people, stricken, scratch.children), scratch.heirs)
  return deaths
}

/** To children the death or grave illness of a parent is an event wherever they live. @returns how many lose one, `children` lists them */
function tellChildren(people: People, stricken: Uint8s, children: Int32s): i32 {
  const word = people.word
  const mother = people.mother
  const father = people.father
  const number = people.count
  let orphans = 0
  for (let i = 0; i < number; i++) {
    const its = (stricken[mother[i] + 1] | stricken[father[i] + 1]) & -((word[i] >>> aliveShift) & 1)
    word[i] |= (its & ill) * eventBit
    children[orphans] = i
    orphans += its >>> deadShift
  }
  return orphans
}

/** Draws for everybody, and looks up nobody's place: few are left to look at more closely. @returns how many `endangered` lists */
function whoIsInDanger(people: People, start: i32, end: i32, most: Int32s, chance: Chance, endangered: Int32s): i32 {
  const word = people.word
  const idLow = people.idLow
  const idHigh = people.idHigh
  const k0 = chance.k0
  const k1 = chance.k1
  let number = 0
  for (let i = start; i < end; i++) {
    if (draw(k0, k1, idLow[i], idHigh[i]) < most[word[i] & 0xff]) endangered[number++] = i
  }
  return number
}

/** Buries those of the list who do die, and tells the households of those who nearly do. @returns how many die */
function whoDies(people: People, households: Households, endangered: Int32s, number: i32, ages: i32, mortality: MortalityOf, chance: Chance, stricken: Uint8s): i32 {
  const word = people.word
  const place = people.place
  const idLow = people.idLow
  const idHigh = people.idHigh
  const thresholds = mortality.thresholds
  const offset = mortality.offset
  const factor = mortality.factor
  const gravelyIll = mortality.gravelyIll
  const k0 = chance.k0
  const k1 = chance.k1
  let deaths = 0
  for (let n = 0; n < number; n++) {
    const i = endangered[n]
    const now = word[i]
    if ((now & aliveBit) === 0) continue
    const j = place[i]
    const sexAndAge = ((now >>> sexShift) & 1) * ages + (now & ageMask)
    const drawn = f64(draw(k0, k1, idLow[i], idHigh[i]))
    const below = thresholds[offset[j] + sexAndAge] * factor[j]
    if (drawn < below) {
      bury(people, households, i)
      stricken[i + 1] = dead
      deaths++
    } else if (drawn < below * gravelyIll) {
      word[i] = now | eventBit
      stricken[i + 1] = ill
    }
  }
  return deaths
}
