/**
 * Families of one place of registration: marriages, children, parents and households among those who stayed and those who are away,
 * so that left-behind children and elderly come out of who is away.
 */
import { activity, activityShift, addHousehold, addPerson, aliveBit, childrenShift, education, educationShift, haveParents, sexShift, villagerBit, yearsAwayShift, type World } from '../world.ts'
import { ln } from '../math.ts'
import { halfId, uniform, type Chance } from '../random.ts'
import { ageGroups } from '../data.ts'
import { unitKind, type Absentees } from './absentees.ts'
import { cells } from './margins.ts'
import type { SingleAges } from './single-ages.ts'
import { schoolAge } from '../school-age.ts'
import { levelAttained } from './schooling-attained.ts'

/** Chances of who belongs together, and of the ids of persons and households. */
export interface FamilyChances {
  family: Chance
  person: Chance
  household: Chance
}

export interface PlaceToFill {
  place: number
  /** Stable name of the place for its draws. */
  key: number
  rural: boolean
  /** Simulated persons registered here who live here, by cell. */
  locals: Int32Array
  education: Float64Array
  /** Share of the people registered here who are villagers by registration; 1 in villages. */
  villagers: number
  /** Mean members of a household living at home; how many old people live with grown sons follows from it. */
  householdSize: number
  /** Mean of the years that people have been away. */
  meanYearsAway: number
  /** Share of children at home with one parent away, with both away: national targets. */
  oneParentAway: number
  bothParentsAway: number
}

/** Share of women married by age; men marry two years later. Assumption after the census of 2010. */
const marriedByAge = (age: number): number => {
  if (age < 19) return 0
  if (age < 31) return Math.min(0.95, (age - 18) * 0.08)
  if (age < 55) return 0.95
  return Math.max(0.15, 0.95 - (age - 55) * 0.022)
}

const mostChildren = 4
/** Families and couples away who left nobody of their household behind. Assumption, so that a fifth of out-migrant workers left whole. */
const familyLeftWhole = 0.66
const coupleLeftWhole = 0.2

export function fillPlace(
  world: World, target: PlaceToFill, absentees: Absentees, singleAges: SingleAges, chances: FamilyChances,
): void {
  let question = 0
  const random = () => uniform(chances.family, question++, target.key)
  const { place } = target

  // 1. Who is registered here.
  const sex: number[] = []
  const age: number[] = []
  const lives: number[] = []
  const partner: number[] = []
  const mother: number[] = []
  const father: number[] = []
  const whole: boolean[] = []
  const join = (itsSex: number, itsAge: number, where: number, asWhole: boolean): number => {
    sex.push(itsSex); age.push(itsAge); lives.push(where)
    partner.push(-1); mother.push(-1); father.push(-1); whole.push(asWhole)
    return sex.length - 1
  }
  for (let cell = 0; cell < cells; cell++) {
    for (let n = target.locals[cell]; n > 0; n--) {
      const itsSex = cell < ageGroups ? 0 : 1
      join(itsSex, singleAges(itsSex, cell % ageGroups, random()), place, false)
    }
  }
  const alongCount = new Map<number, number>()
  const wed = (woman: number, man: number) => { partner[woman] = man; partner[man] = woman }
  for (let u = absentees.start[place]; u < absentees.start[place + 1]; u++) {
    const kind = absentees.kind[u]
    const asWhole = kind !== unitKind.single && random() < (kind === unitKind.family ? familyLeftWhole : coupleLeftWhole)
    const first = sex.length
    for (let m = absentees.memberStart[u]; m < absentees.memberStart[u + 1]; m++) join(absentees.sex[m], absentees.age[m], absentees.lives[u], asWhole)
    const second = first + 1 < sex.length && age[first + 1] >= 16 && sex[first + 1] === 0 ? first + 1 : -1
    if (second >= 0) wed(first, second)
    if (kind === unitKind.family) {
      alongCount.set(first, sex.length - first - (second >= 0 ? 2 : 1))
      for (let child = second >= 0 ? first + 2 : first + 1; child < sex.length; child++) {
        mother[child] = first
        father[child] = second
      }
    }
  }
  const people = sex.length
  const away = (i: number) => lives[i] !== place

  // 2. Marriage: among those away, between those away and those at home, among those at home.
  const awayMen = new Shelves()
  const homeMen = new Shelves()
  const homeWomen = new Shelves()
  const awayWomen: number[] = []
  const women: number[] = []
  const men: number[] = []
  for (let i = 0; i < people; i++) {
    if (partner[i] >= 0 || whole[i] || age[i] < 19) continue
    if (sex[i] === 1) {
      if (random() >= marriedByAge(age[i])) continue
      if (away(i)) awayWomen.push(i)
      else women.push(i)
    } else if (random() < marriedByAge(age[i] - 2)) {
      if (away(i)) awayMen.put(age[i], i)
      else men.push(i)
    }
  }
  for (const i of women) homeWomen.put(age[i], i)
  for (const i of men) homeMen.put(age[i], i)
  for (const woman of awayWomen) {
    const among = random() < 0.62 ? awayMen : homeMen
    const man = among.take(age[woman] + 2, 5)
    if (man >= 0) wed(woman, man)
  }
  for (let a = 21; a < 65; a++) {
    for (let man = awayMen.take(a, 0); man >= 0; man = awayMen.take(a, 0)) {
      const woman = homeWomen.take(a - 2, 5)
      if (woman >= 0) wed(woman, man)
    }
  }
  for (const woman of women) {
    if (partner[woman] >= 0) continue
    const man = homeMen.take(age[woman] + 2, 6)
    if (man >= 0) wed(woman, man)
  }

  // 3. Children and unmarried young people find parents.
  const motherShelves = [new Shelves(), new Shelves(), new Shelves()]
  const awayParents = (woman: number): number => {
    const man = partner[woman]
    return (away(woman) ? 1 : 0) + (man >= 0 && away(man) ? 1 : 0)
  }
  const born = new Uint8Array(people)
  const between = (parent: number, child: number, least: number, most: number) =>
    age[parent] - age[child] >= least && age[parent] - age[child] <= most
  const couldBeParents = (parent: number, child: number): boolean => {
    const spouse = partner[parent]
    const [woman, man] = sex[parent] === 1 ? [parent, spouse] : [spouse, parent]
    return (woman < 0 || between(woman, child, 17, 50)) && (man < 0 || between(man, child, 17, 60))
  }
  for (let i = 0; i < people; i++) {
    if (sex[i] !== 1 || whole[i] || age[i] < 19) continue
    if (partner[i] < 0 && (age[i] < 60 || away(i))) continue
    motherShelves[partner[i] >= 0 ? awayParents(i) : away(i) ? 1 : 0].put(age[i], i)
  }
  const adopt = (child: number, shelf: Shelves): boolean => {
    const gap = 18 + Math.floor(9 * random() + 9 * random())
    const found = shelf.take(age[child] + gap, age[child] < 18 ? 4 : 8)
    if (found < 0) return false
    if (!couldBeParents(found, child)) {
      shelf.put(age[found], found)
      return false
    }
    mother[child] = found
    father[child] = partner[found]
    if (++born[found] < (age[child] < 18 ? 3 : mostChildren)) shelf.putLast(age[found], found)
    return true
  }
  for (let i = 0; i < people; i++) {
    if (mother[i] >= 0 || partner[i] >= 0 || age[i] > 45 || whole[i]) continue
    const u = random()
    const wanted = away(i) || age[i] >= 18 ? 0 : u < target.bothParentsAway ? 2 : u < target.bothParentsAway + target.oneParentAway ? 1 : 0
    // Who finds none of the kind looks among the next nearest.
    if (adopt(i, motherShelves[wanted])) continue
    if (adopt(i, motherShelves[wanted === 1 ? 2 : 1])) continue
    adopt(i, motherShelves[wanted === 0 ? 2 : 0])
  }

  // 4. Married men find their own parents among the old of the place.
  const old = new Shelves()
  for (let i = 0; i < people; i++) {
    if (whole[i] || away(i) || age[i] < 42) continue
    if (sex[i] === 1 || partner[i] < 0) old.put(age[i], i)
  }
  for (let i = 0; i < people; i++) {
    if (partner[i] < 0 || sex[i] !== 0 || mother[i] >= 0 || father[i] >= 0 || age[i] > 62) continue
    const found = old.take(age[i] + 20 + Math.floor(10 * random()), 6)
    if (found < 0 || found === partner[i] || !couldBeParents(found, i)) continue
    if (sex[found] === 1) {
      mother[i] = found
      father[i] = partner[found]
    } else father[i] = found
    if (++born[found] < mostChildren) old.putLast(age[found], found)
  }

  // 5. Households: one for each couple, widow or widower and single adult; then grown sons with their parents until the size is right.
  const head = new Int32Array(people).fill(-1)
  const firstParent = (i: number) => (mother[i] >= 0 ? mother[i] : father[i])
  for (let i = 0; i < people; i++) {
    if (partner[i] >= 0) head[i] = sex[i] === 0 ? i : partner[i]
  }
  for (let i = 0; i < people; i++) {
    if (head[i] >= 0) continue
    const parent = firstParent(i)
    const withParent = parent >= 0 && (age[i] < 16 || whole[i] || random() < (age[i] < 30 ? 0.95 : 0.75))
    head[i] = withParent ? (head[parent] >= 0 ? head[parent] : (head[parent] = parent)) : i
  }
  let homes = 0
  let atHome = 0
  const hasHome = new Uint8Array(people)
  const adultAtHome = new Uint8Array(people)
  const childAtHome = new Uint8Array(people)
  for (let i = 0; i < people; i++) {
    if (away(i)) continue
    atHome++
    if (!hasHome[head[i]]) {
      hasHome[head[i]] = 1
      homes++
    }
    if (age[i] >= 16) adultAtHome[head[i]] = 1
    else childAtHome[head[i]] = 1
  }
  const excess = homes - atHome / target.householdSize
  let merged = 0
  const taken = new Uint8Array(people)
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
  // Children alone at home first; then those with somebody away; then others.
  const candidates: { head: number; rank: number }[] = []
  for (let i = 0; i < people; i++) {
    if (head[i] !== i || whole[i] || firstParent(i) < 0) continue
    const alone = childAtHome[i] === 1 && adultAtHome[i] === 0
    const spouse = partner[i]
    const apart = away(i) || (spouse >= 0 && away(spouse))
    candidates.push({ head: i, rank: (alone ? 0 : apart ? 1 : 2) + random() * 0.999 })
  }
  candidates.sort((a, b) => a.rank - b.rank)
  for (const { head: son, rank } of candidates) {
    const into = root(firstParent(son))
    if (into === son || head[son] !== son) continue
    if (rank >= 2 && merged >= excess) break
    if (rank >= 1 && taken[into]) continue
    merge(son, into)
  }

  // 6. Into the world.
  const householdOf = new Int32Array(people).fill(-1)
  const index = new Int32Array(people)
  for (let i = 0; i < people; i++) head[i] = root(i)
  for (let i = 0; i < people; i++) {
    const itsHead = head[i]
    if (householdOf[itsHead] < 0) {
      const home = hasHome[itsHead] ? place : lives[itsHead]
      householdOf[itsHead] = addHousehold(world,
        halfId(chances.household, 2 * itsHead, target.key), halfId(chances.household, 2 * itsHead + 1, target.key), home, place)
    }
  }
  const villagerHousehold = new Uint8Array(people)
  for (let i = 0; i < people; i++) if (head[i] === i) villagerHousehold[i] = random() < target.villagers ? 1 : 0
  for (let i = 0; i < people; i++) {
    const yearsAway = away(i) ? Math.min(30, Math.floor(-target.meanYearsAway * ln(1 - random())), Math.max(0, age[i] - 15) + (age[i] < 16 ? age[i] : 0)) : 0
    const level = levelAttained(target.education, target.rural ? 1 : 0, sex[i], age[i], random())
    const word = age[i] | (sex[i] << sexShift) | (level << educationShift) | (doesAt(age[i], level) << activityShift)
      | aliveBit | (villagerHousehold[head[i]] ? villagerBit : 0) | (yearsAway << yearsAwayShift)
      | (Math.min(15, born[i] + (alongCount.get(i) ?? 0)) << childrenShift)
    index[i] = addPerson(world, {
      word,
      idLow: halfId(chances.person, 2 * i, target.key),
      idHigh: halfId(chances.person, 2 * i + 1, target.key),
      household: householdOf[head[i]], place: lives[i], registered: place, mother: -1, father: -1,
    })
  }
  const columns = world.people
  for (let i = 0; i < people; i++) {
    const at = index[i]
    haveParents(columns, at, mother[i] < 0 ? -1 : index[mother[i]], father[i] < 0 ? -1 : index[father[i]])
    columns.partner[at] = partner[i] < 0 ? -1 : index[partner[i]]
  }
}

/** At school by age and level attended; what the others do, the first year's work decides. */
const doesAt = (age: number, level: number): number => {
  if (age < schoolAge.entry) return activity.infant
  if (age < schoolAge.juniorEnd) return activity.pupil
  if (age < schoolAge.seniorEnd && level >= education.senior) return activity.pupil
  return age < schoolAge.collegeEnd && level === education.college ? activity.pupil : activity.atHome
}

/** People by age, taken nearest first. */
class Shelves {
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
