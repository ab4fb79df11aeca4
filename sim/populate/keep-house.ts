/** Who keeps house with whom: one household for each couple, widow or widower and single adult, then grown sons with their parents. */
import { columnOf, zerosOf } from '../scratch.ts'
import { firstParent, isAway, type Kin } from './kin.ts'

export interface Heads {
  /** The head of each one's household, by position. */
  head: Int32Array
  /** 1 for heads whose household has somebody at home. */
  hasHome: Uint8Array
}

const scratch = {
  head: columnOf(Int32Array), hasHome: zerosOf(Uint8Array), adultAtHome: zerosOf(Uint8Array), childAtHome: zerosOf(Uint8Array),
  membersAtHome: zerosOf(Int32Array), taken: zerosOf(Uint8Array),
}

/** @param householdSize members at home of a mean household: sons live with their parents until it is reached */
export function keepHouse(kin: Kin, householdSize: number, random: () => number): Heads {
  const { sex, age, partner, whole } = kin
  const people = sex.length
  const head = scratch.head(people).fill(-1)
  for (let i = 0; i < people; i++) {
    if (partner[i] >= 0) head[i] = sex[i] === 0 ? i : partner[i]
  }
  for (let i = 0; i < people; i++) {
    if (head[i] >= 0) continue
    const parent = firstParent(kin, i)
    const withParent = parent >= 0 && (age[i] < 16 || whole[i] || random() < (age[i] < 30 ? 0.95 : 0.75))
    head[i] = withParent ? (head[parent] >= 0 ? head[parent] : (head[parent] = parent)) : i
  }
  let homes = 0
  let atHome = 0
  const hasHome = scratch.hasHome(people)
  const adultAtHome = scratch.adultAtHome(people)
  const childAtHome = scratch.childAtHome(people)
  const membersAtHome = scratch.membersAtHome(people)
  for (let i = 0; i < people; i++) {
    if (isAway(kin, i)) continue
    atHome++
    if (!hasHome[head[i]]) {
      hasHome[head[i]] = 1
      homes++
    }
    membersAtHome[head[i]]++
    if (age[i] >= 16) adultAtHome[head[i]] = 1
    else childAtHome[head[i]] = 1
  }
  const excess = homes - atHome / householdSize
  let merged = 0
  const taken = scratch.taken(people)
  const merge = (from: number, into: number) => {
    taken[into] = 1
    if (hasHome[from] && hasHome[into]) merged++
    if (hasHome[from]) hasHome[into] = 1
    head[from] = into
  }
  const root = (i: number): number => {
    let at = head[i]
    while (head[at] !== at) at = head[at]
    return at
  }
  // Children alone at home first; then those with somebody away; then those with a parent alone; then others.
  const candidates: { head: number; rank: number }[] = []
  for (let i = 0; i < people; i++) {
    if (head[i] !== i || whole[i] || firstParent(kin, i) < 0) continue
    const alone = childAtHome[i] === 1 && adultAtHome[i] === 0
    const spouse = partner[i]
    const apart = isAway(kin, i) || (spouse >= 0 && isAway(kin, spouse))
    const parentAlone = membersAtHome[head[firstParent(kin, i)]] === 1
    candidates.push({ head: i, rank: (alone ? 0 : apart ? 1 : parentAlone ? 2 : 3) + random() * 0.999 })
  }
  candidates.sort((a, b) => a.rank - b.rank)
  for (const { head: son, rank } of candidates) {
    const into = root(firstParent(kin, son))
    if (into === son || head[son] !== son) continue
    if (rank >= 2 && merged >= excess) break
    if (rank >= 1 && taken[into]) continue
    merge(son, into)
  }
  for (let i = 0; i < people; i++) head[i] = root(i)
  return { head, hasHome }
}
