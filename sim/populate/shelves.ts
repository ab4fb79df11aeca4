/** Finding somebody of about an age. */
import { columnOf } from '../scratch.ts'

/** Ages below this have a shelf. */
const ages = 128

const mostKinds = 6

const scratch = { first: columnOf(Int32Array), last: columnOf(Int32Array), behind: columnOf(Int32Array) }

/**
 * People of up to six kinds by age, taken nearest first. Somebody lies on one shelf at a time, before who lies behind. Shelves are put up for one question, and are
 * lost when others are.
 */
export class Shelves {
  private readonly first = scratch.first(mostKinds * ages).fill(-1)
  private readonly last = scratch.last(mostKinds * ages)
  private readonly behind: Int32Array

  constructor(people: number) {
    this.behind = scratch.behind(people)
  }

  put(kind: number, age: number, i: number): void {
    const shelf = kind * ages + age
    if (this.first[shelf] < 0) this.last[shelf] = i
    this.behind[i] = this.first[shelf]
    this.first[shelf] = i
  }

  /** Puts somebody back behind the others of that age. */
  putLast(kind: number, age: number, i: number): void {
    const shelf = kind * ages + age
    if (this.first[shelf] < 0) this.first[shelf] = i
    else this.behind[this.last[shelf]] = i
    this.last[shelf] = i
    this.behind[i] = -1
  }

  /** Takes somebody whose age is nearest to `age`, at most `reach` years off; −1 if nobody is. */
  take(kind: number, age: number, reach: number): number {
    for (let off = 0; off <= reach; off++) {
      const above = this.takeOf(kind, age + off)
      if (above >= 0) return above
      const below = this.takeOf(kind, age - off)
      if (below >= 0) return below
    }
    return -1
  }

  private takeOf(kind: number, age: number): number {
    if (age < 0 || age >= ages) return -1
    const shelf = kind * ages + age
    const i = this.first[shelf]
    if (i >= 0) this.first[shelf] = this.behind[i]
    return i
  }
}
