/**
 * Who belongs together among the people of one place of registration: marriages, children, parents, among those who stayed and those who are away,
 * so that left-behind children and elderly come out of who is away.
 */
import { ageGroups } from '../data.ts'
import { sum } from '../math.ts'
import { columnOf, zerosOf } from '../scratch.ts'
import { unitKind, type Absentees } from './absentees.ts'
import { cells } from './margins.ts'
import { Shelves } from './shelves.ts'
import type { SingleAges } from './single-ages.ts'

/** People registered in one place, by position; −1 is nobody. */
export interface Kin {
  place: number
  sex: Uint8Array
  age: Uint8Array
  /** Where each lives. */
  lives: Uint16Array
  partner: Int32Array
  mother: Int32Array
  father: Int32Array
  /** 1 for those who came away with the whole household. */
  whole: Uint8Array
  /** Children of each mother, and of men as far as they stand for a couple. */
  children: Uint8Array
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

const scratch = {
  sex: columnOf(Uint8Array), age: columnOf(Uint8Array), lives: columnOf(Uint16Array), whole: zerosOf(Uint8Array), children: zerosOf(Uint8Array),
  partner: columnOf(Int32Array), mother: columnOf(Int32Array), father: columnOf(Int32Array),
}

/** The kin of one place are done with before those of the next. */
const emptyKin = (place: number, people: number): Kin => ({
  place, sex: scratch.sex(people), age: scratch.age(people), lives: scratch.lives(people).fill(place),
  partner: scratch.partner(people).fill(-1), mother: scratch.mother(people).fill(-1), father: scratch.father(people).fill(-1),
  whole: scratch.whole(people), children: scratch.children(people),
})

/** Everybody registered in a place: `locals` by cell, and the absentees as they live elsewhere. */
export function gatherKin(place: number, locals: Int32Array, absentees: Absentees, singleAges: SingleAges, random: Random): Kin {
  const { start, memberStart } = absentees
  const kin = emptyKin(place, sum(locals) + memberStart[start[place + 1]] - memberStart[start[place]])
  const { sex, age, lives, mother, father, whole, children } = kin
  let people = 0
  for (let cell = 0; cell < cells; cell++) {
    const itsSex = cell < ageGroups ? 0 : 1
    for (let n = locals[cell]; n > 0; n--) {
      sex[people] = itsSex
      age[people++] = singleAges(itsSex, cell % ageGroups, random())
    }
  }
  for (let u = start[place]; u < start[place + 1]; u++) {
    const kind = absentees.kind[u]
    const asWhole = kind !== unitKind.single && random() < (kind === unitKind.family ? familyLeftWhole : coupleLeftWhole)
    const first = people
    for (let m = memberStart[u]; m < memberStart[u + 1]; m++) {
      sex[people] = absentees.sex[m]
      age[people] = absentees.age[m]
      lives[people] = absentees.lives[u]
      whole[people++] = asWhole ? 1 : 0
    }
    const second = first + 1 < people && age[first + 1] >= 16 && sex[first + 1] === 0 ? first + 1 : -1
    if (second >= 0) wed(kin, first, second)
    if (kind !== unitKind.family) continue
    for (let child = second >= 0 ? first + 2 : first + 1; child < people; child++) {
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
  const [awayMen, homeMen, homeWomen] = [0, 1, 2]
  const shelves = new Shelves(sex.length)
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
      if (isAway(kin, i)) shelves.put(awayMen, age[i], i)
      else men.push(i)
    }
  }
  for (const i of women) shelves.put(homeWomen, age[i], i)
  for (const i of men) shelves.put(homeMen, age[i], i)
  for (const woman of awayWomen) {
    const among = random() < husbandAwayToo ? awayMen : homeMen
    const man = shelves.take(among, age[woman] + 2, 5)
    if (man >= 0) wed(kin, woman, man)
  }
  for (let a = 21; a < 65; a++) {
    for (let man = shelves.take(awayMen, a, 0); man >= 0; man = shelves.take(awayMen, a, 0)) {
      const woman = shelves.take(homeWomen, a - 2, 5)
      if (woman >= 0) wed(kin, woman, man)
    }
  }
  // Men near the usual age first, and then for those who are left; from the oldest, or younger women, of whom there are more, would take the men of their age.
  women.sort((a, b) => age[b] - age[a])
  for (const reach of [2, 5, 8, 12]) {
    for (const woman of women) {
      if (partner[woman] >= 0 || (reach > 8 && age[woman] < 50)) continue
      const man = shelves.take(homeMen, age[woman] + 2, reach)
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
  const [childless, mothers] = [0, 3]
  const women = new Shelves(sex.length)
  const awayParents = (woman: number): number => {
    const man = partner[woman]
    return (isAway(kin, woman) ? 1 : 0) + (man >= 0 && isAway(kin, man) ? 1 : 0)
  }
  for (let i = 0; i < sex.length; i++) {
    if (sex[i] !== 1 || whole[i] || age[i] < 19) continue
    if (partner[i] < 0 && (age[i] < 60 || isAway(kin, i))) continue
    women.put(childless + (partner[i] >= 0 ? awayParents(i) : isAway(kin, i) ? 1 : 0), age[i], i)
  }
  const adoptBy = (kind: number, child: number, away: number, itsAge: number, reach: number): boolean => {
    const found = women.take(kind + away, itsAge, reach)
    if (found < 0) return false
    if (!couldBeParents(kin, found, child)) {
      women.put(kind + away, age[found], found)
      return false
    }
    mother[child] = found
    father[child] = partner[found]
    if (++children[found] < (age[child] < 18 ? 3 : mostChildren)) women.putLast(mothers + away, age[found], found)
    return true
  }
  const adopt = (child: number, away: number, reach: number): boolean => {
    const itsAge = age[child] + 18 + Math.floor(9 * random() + 9 * random())
    const first = random() < toChildless ? childless : mothers
    return adoptBy(first, child, away, itsAge, reach) || adoptBy(childless + mothers - first, child, away, itsAge, reach)
  }
  for (let i = 0; i < sex.length; i++) {
    if (mother[i] >= 0 || partner[i] >= 0 || age[i] > 45 || whole[i]) continue
    const u = random()
    const wanted = isAway(kin, i) || age[i] >= 18 ? 0 : u < both ? 2 : u < both + one ? 1 : 0
    // Who finds none of the kind looks among the next nearest.
    const reach = age[i] < 18 ? 4 : 8
    if (adopt(i, wanted, reach) || adopt(i, wanted === 1 ? 2 : 1, reach) || adopt(i, wanted === 0 ? 2 : 0, reach) || age[i] >= 18) continue
    // In a place of few people no child is without a mother as long as there is somebody who could be.
    for (let away = 0; away < 3 && mother[i] < 0; away++) adopt(i, away, widest)
  }
}

/** Married men find their own parents among the old of the place. Married women are of another village, and theirs are not known. */
export function findOldParents(kin: Kin, random: Random): void {
  const { sex, age, partner, mother, father, whole, children } = kin
  const old = new Shelves(sex.length)
  for (let i = 0; i < sex.length; i++) {
    if (whole[i] || isAway(kin, i) || age[i] < 42) continue
    if (sex[i] === 1 || partner[i] < 0) old.put(0, age[i], i)
  }
  for (let i = 0; i < sex.length; i++) {
    if (partner[i] < 0 || sex[i] !== 0 || mother[i] >= 0 || father[i] >= 0 || age[i] > 62) continue
    const found = old.take(0, age[i] + 20 + Math.floor(10 * random()), 6)
    if (found < 0) continue
    if (found === partner[i] || !couldBeParents(kin, found, i)) {
      old.putLast(0, age[found], found)
      continue
    }
    if (sex[found] === 1) {
      mother[i] = found
      father[i] = partner[found]
    } else father[i] = found
    if (++children[found] < mostChildren) old.putLast(0, age[found], found)
  }
}

/** Whether somebody, with the partner if there is one, is of an age to be the child's parent. */
function couldBeParents({ sex, age, partner }: Kin, parent: number, child: number): boolean {
  const isWoman = sex[parent] === 1
  const woman = isWoman ? parent : partner[parent]
  const man = isWoman ? partner[parent] : parent
  const older = (who: number, most: number) => who < 0 || (age[who] - age[child] >= 17 && age[who] - age[child] <= most)
  return older(woman, 49) && older(man, 60)
}
