/** What the year's purses tell: see sim/indicators/purses.ts. */
import { addAreas } from './inequality.ts'

/** Purses in order of income, a block of them, how many it holds, and the areas that they are added to. */
@unmanaged
export class PursesInOrder {
  pairs!: Uint32s
  /** The same memory. */
  incomes!: Float32s
  /** By place, and what stands there for places that are given. */
  groupsOf!: Uint16s
  none!: i32
  values!: Float64s
  weights!: Float64s
  groups!: Uint16s
  room!: i32
  weight!: Float64s
  below!: Float64s
  area!: Float64s
}

/** Income and who shares it, by place. */
export function addPurses(perHead: Float32s, heads: Uint16s, where: Uint16s, number: i32, income: Float64s, persons: Float64s): void {
  for (let n = 0; n < number; n++) {
    const j = where[n]
    const its = f64(heads[n])
    income[j] += perHead[n] * its
    persons[j] += its
  }
}

/** Income per head, and beside it who shares it and where, in the form that `inOrder` takes. @param incomes the same memory as `pairs` */
export function pairPurses(perHead: Float32s, heads: Uint16s, where: Uint16s, number: i32, pairs: Uint32s, incomes: Float32s): void {
  for (let n = 0; n < number; n++) {
    pairs[n << 1] = (heads[n] << 16) | where[n]
    incomes[(n << 1) | 1] = perHead[n]
  }
}

/** Adds purses in order of income, but for those of given places, block by block, as what is read of a block stays near the processor. */
export function addPursesInOrder(purses: PursesInOrder, number: i32): void {
  const pairs = purses.pairs
  const incomes = purses.incomes
  const groupsOf = purses.groupsOf
  const none = purses.none
  const values = purses.values
  const weights = purses.weights
  const groups = purses.groups
  const room = purses.room
  for (let start = 0; start < number; start += room) {
    const end = start + room < number ? start + room : number
    let read = 0
    for (let n = start; n < end; n++) {
      const payload = pairs[n << 1]
      const its = groupsOf[payload & 0xffff]
      values[read] = incomes[(n << 1) | 1]
      weights[read] = f64(payload >>> 16)
      groups[read] = its
      read += i32(its !== none)
    }
    addAreas(purses.weight, purses.below, purses.area, values, weights, groups, read)
  }
}
