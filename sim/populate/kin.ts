/**
 * Who belongs together among the people of one place of registration: marriages, children, parents, among those who stayed and those who are away,
 * so that left-behind children and elderly come out of who is away.
 */
import { ageGroups } from '../data.ts'
import { unitKind, type Absentees } from './absentees.ts'
import { cells } from './margins.ts'
import { Shelves } from './shelves.ts'
import type { SingleAges } from './single-ages.ts'

/** People registered in one place, by position; −1 is nobody. */
export interface Kin {
  place: number
  sex: number[]
  age: number[]
  /** Where each lives. */
  lives: number[]
  partner: number[]
  mother: number[]
  father: number[]
  /** Came away with the whole household. */
  whole: boolean[]
  /** Children of each mother, and of men as far as they stand for a couple. */
  children: number[]
}

export const isAway = ({ place, lives }: Kin, i: number): boolean => lives[i] !== place
export const firstParent = ({ mother, father }: Kin, i: number): number => (mother[i] >= 0 ? mother[i] : father[i])

/** Shares of women and of men married by age: men marry two years later, and fewer of them outlive their wives. Assumptions after the census of 2010. */
export const wivesByAge = (age: number): number => (age < 55 ? everMarried(age) : Math.max(0.15, 0.95 - (age - 55) * 0.022))
const husbandsByAge = (age: number): number => (age < 57 ? everMarried(age - 2) : Math.max(0.4, 0.95 - (age - 57) * 0.012))
const everMarried = (age: number): number => (age < 19 ? 0 : Math.min(0.95, (age - 18) * 0.08))

const mostChildren = 4
/** Years off the usual age of a mother within which one is looked for at last. */
const widest = 20
/** Families and couples away who left nobody of their household behind. Assumption, so that a fifth of out-migrant workers left whole. */
const familyLeftWhole = 0.55
const coupleLeftWhole = 0.2

/** Women away whose husband is away too, of those who are married. Assumption. */
const husbandAwayToo = 0.62

/** Children who look for a mother among women without one first, others among those who have one. Assumption, by the sizes of households in 2010. */
const toChildless = 0.65

type Random = () => number

function wed({ partner }: Kin, woman: number, man: number): void {
  partner[woman] = man
  partner[man] = woman
}

/** Everybody registered in a place: `locals` by cell, and the absentees as they live elsewhere. */
export function gatherKin(place: number, locals: Int32Array, absentees: Absentees, singleAges: SingleAges, random: Random): Kin {
  const kin: Kin = { place, sex: [], age: [], lives: [], partner: [], mother: [], father: [], whole: [], children: [] }
  const { sex, age, lives, partner, mother, father, whole, children } = kin
  const join = (itsSex: number, itsAge: number, where: number, asWhole: boolean): void => {
    sex.push(itsSex)
    age.push(itsAge)
    lives.push(where)
    whole.push(asWhole)
    for (const nobody of [partner, mother, father]) nobody.push(-1)
    children.push(0)
  }
  for (let cell = 0; cell < cells; cell++) {
    for (let n = locals[cell]; n > 0; n--) {
      const itsSex = cell < ageGroups ? 0 : 1
      join(itsSex, singleAges(itsSex, cell % ageGroups, random()), place, false)
    }
  }
  for (let u = absentees.start[place]; u < absentees.start[place + 1]; u++) {
    const kind = absentees.kind[u]
    const asWhole = kind !== unitKind.single && random() < (kind === unitKind.family ? familyLeftWhole : coupleLeftWhole)
    const first = sex.length
    for (let m = absentees.memberStart[u]; m < absentees.memberStart[u + 1]; m++) join(absentees.sex[m], absentees.age[m], absentees.lives[u], asWhole)
    const second = first + 1 < sex.length && age[first + 1] >= 16 && sex[first + 1] === 0 ? first + 1 : -1
    if (second >= 0) wed(kin, first, second)
    if (kind !== unitKind.family) continue
    for (let child = second >= 0 ? first + 2 : first + 1; child < sex.length; child++) {
      mother[child] = first
      father[child] = second
      children[first]++
    }
  }
  return kin
}

/** Marriages: among those away, between those away and those at home, among those at home. */
export function marryKin(kin: Kin, random: Random): void {
  const { sex, age, partner, mother, father, whole } = kin
  const awayMen = new Shelves()
  const homeMen = new Shelves()
  const homeWomen = new Shelves()
  const awayWomen: number[] = []
  const women: number[] = []
  const men: number[] = []
  for (let i = 0; i < sex.length; i++) {
    if (partner[i] >= 0 || whole[i] || age[i] < 19) continue
    if (sex[i] === 1) {
      if (random() >= wivesByAge(age[i])) continue
      if (isAway(kin, i)) awayWomen.push(i)
      else women.push(i)
    } else if (random() < husbandsByAge(age[i])) {
      if (isAway(kin, i)) awayMen.put(age[i], i)
      else men.push(i)
    }
  }
  for (const i of women) homeWomen.put(age[i], i)
  for (const i of men) homeMen.put(age[i], i)
  for (const woman of awayWomen) {
    const among = random() < husbandAwayToo ? awayMen : homeMen
    const man = among.take(age[woman] + 2, 5)
    if (man >= 0) wed(kin, woman, man)
  }
  for (let a = 21; a < 65; a++) {
    for (let man = awayMen.take(a, 0); man >= 0; man = awayMen.take(a, 0)) {
      const woman = homeWomen.take(a - 2, 5)
      if (woman >= 0) wed(kin, woman, man)
    }
  }
  // Men near the usual age first, and then for those who are left; from the oldest, or younger women, of whom there are more, would take the men of their age.
  women.sort((a, b) => age[b] - age[a])
  for (const reach of [2, 5, 8, 12]) {
    for (const woman of women) {
      if (partner[woman] >= 0 || (reach > 8 && age[woman] < 50)) continue
      const man = homeMen.take(age[woman] + 2, reach)
      if (man >= 0) wed(kin, woman, man)
    }
  }
  for (let child = 0; child < sex.length; child++) if (mother[child] >= 0 && father[child] < 0) father[child] = partner[mother[child]]
}

/**
 * Children and unmarried young people find parents.
 * @param one share of children at home with one parent away, as far as there are such parents; `both`: with both away
 */
export function findParents(kin: Kin, one: number, both: number, random: Random): void {
  const { sex, age, partner, mother, father, whole, children } = kin
  // By how many parents are away: women without a child, and the others, who are asked later.
  const childless = [new Shelves(), new Shelves(), new Shelves()]
  const mothers = [new Shelves(), new Shelves(), new Shelves()]
  const awayParents = (woman: number): number => {
    const man = partner[woman]
    return (isAway(kin, woman) ? 1 : 0) + (man >= 0 && isAway(kin, man) ? 1 : 0)
  }
  for (let i = 0; i < sex.length; i++) {
    if (sex[i] !== 1 || whole[i] || age[i] < 19) continue
    if (partner[i] < 0 && (age[i] < 60 || isAway(kin, i))) continue
    childless[partner[i] >= 0 ? awayParents(i) : isAway(kin, i) ? 1 : 0].put(age[i], i)
  }
  const adopt = (child: number, away: number, reach = age[child] < 18 ? 4 : 8): boolean => {
    const gap = 18 + Math.floor(9 * random() + 9 * random())
    const first = random() < toChildless ? [childless[away], mothers[away]] : [mothers[away], childless[away]]
    return first.some(shelf => {
      const found = shelf.take(age[child] + gap, reach)
      if (found < 0) return false
      if (!couldBeParents(kin, found, child)) {
        shelf.put(age[found], found)
        return false
      }
      mother[child] = found
      father[child] = partner[found]
      if (++children[found] < (age[child] < 18 ? 3 : mostChildren)) mothers[away].putLast(age[found], found)
      return true
    })
  }
  for (let i = 0; i < sex.length; i++) {
    if (mother[i] >= 0 || partner[i] >= 0 || age[i] > 45 || whole[i]) continue
    const u = random()
    const wanted = isAway(kin, i) || age[i] >= 18 ? 0 : u < both ? 2 : u < both + one ? 1 : 0
    // Who finds none of the kind looks among the next nearest.
    const nearest = [wanted, wanted === 1 ? 2 : 1, wanted === 0 ? 2 : 0]
    if (nearest.some(away => adopt(i, away)) || age[i] >= 18) continue
    // In a place of few people no child is without a mother as long as there is somebody who could be.
    [0, 1, 2].some(away => adopt(i, away, widest))
  }
}

/** Married men find their own parents among the old of the place. Married women are of another village, and theirs are not known. */
export function findOldParents(kin: Kin, random: Random): void {
  const { sex, age, partner, mother, father, whole, children } = kin
  const old = new Shelves()
  for (let i = 0; i < sex.length; i++) {
    if (whole[i] || isAway(kin, i) || age[i] < 42) continue
    if (sex[i] === 1 || partner[i] < 0) old.put(age[i], i)
  }
  for (let i = 0; i < sex.length; i++) {
    if (partner[i] < 0 || sex[i] !== 0 || mother[i] >= 0 || father[i] >= 0 || age[i] > 62) continue
    const found = old.take(age[i] + 20 + Math.floor(10 * random()), 6)
    if (found < 0) continue
    if (found === partner[i] || !couldBeParents(kin, found, i)) {
      old.putLast(age[found], found)
      continue
    }
    if (sex[found] === 1) {
      mother[i] = found
      father[i] = partner[found]
    } else father[i] = found
    if (++children[found] < mostChildren) old.putLast(age[found], found)
  }
}

/** Whether somebody, with the partner if there is one, is of an age to be the child's parent. */
function couldBeParents({ sex, age, partner }: Kin, parent: number, child: number): boolean {
  const older = (who: number, most: number) => who < 0 || (age[who] - age[child] >= 17 && age[who] - age[child] <= most)
  const [woman, man] = sex[parent] === 1 ? [parent, partner[parent]] : [partner[parent], parent]
  return older(woman, 49) && older(man, 60)
}
