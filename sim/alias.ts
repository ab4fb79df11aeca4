/** Draws from many weights in one step (Walker 1977, in Vose's form of 1991): each entry keeps a part of its slot and gives the rest to another. */

export interface AliasTable {
  /** Share of the slot that is the entry's own. */
  cut: Float64Array
  /** Whose that part is, and after it whose the rest is: `[entry * 2]` and the next. */
  owner: Int32Array
}

export const emptyAliasTable = (size: number): AliasTable => ({ cut: new Float64Array(size).fill(1), owner: new Int32Array(size * 2) })

/** Fills the table's entries from `start` to `end` for their weights, of which one at least is above zero. @param names what is drawn, by entry */
export function fillAliasTable({ cut, owner }: AliasTable, weights: Float64Array, names: Int32Array, start: number, end: number): void {
  let total = 0
  for (let n = start; n < end; n++) total += weights[n]
  const mean = total / (end - start)
  const small: number[] = []
  const large: number[] = []
  for (let n = start; n < end; n++) {
    cut[n] = weights[n] / mean
    owner[n * 2] = owner[n * 2 + 1] = names[n]
    if (cut[n] < 1) small.push(n)
    else large.push(n)
  }
  while (small.length > 0 && large.length > 0) {
    const poor = small.pop() as number
    const rich = large[large.length - 1]
    owner[poor * 2 + 1] = names[rich]
    cut[rich] -= 1 - cut[poor]
    if (cut[rich] >= 1) continue
    large.pop()
    small.push(rich)
  }
  // What rounding has left over owns its slot.
  for (const n of [...small, ...large]) cut[n] = 1
}
