/** Finding somebody of about an age. */

/** People by age, taken nearest first. */
export class Shelves {
  private readonly shelves: number[][] = []

  put(age: number, i: number): void {
    (this.shelves[age] ??= []).push(i)
  }

  /** Puts somebody back behind the others of that age. */
  putLast(age: number, i: number): void {
    (this.shelves[age] ??= []).unshift(i)
  }

  /** Takes somebody whose age is nearest to `age`, at most `reach` years off; −1 if nobody is. */
  take(age: number, reach: number): number {
    for (let off = 0; off <= reach; off++) {
      const above = this.shelves[age + off]?.pop()
      if (above !== undefined) return above
      const below = this.shelves[age - off]?.pop()
      if (below !== undefined) return below
    }
    return -1
  }
}
