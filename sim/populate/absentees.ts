/**
 * People found away from their registration, grouped as they live: families with children, couples, single people. They are formed where the
 * census found them and then handed to the place where they are registered, which makes their households.
 */
import { ageGroups } from '../data.ts'
import { uniform, type Chance } from '../random.ts'
import type { Places } from '../world.ts'
import { bands, cells, type Margins } from './margins.ts'
import { pick, type Flows } from './flows.ts'
import type { SingleAges } from './single-ages.ts'

export const unitKind = { single: 0, couple: 1, family: 2 } as const

/** Absentees by place of registration: units `start[place] … start[place + 1]`, members `memberStart[unit] … `. */
export interface Absentees {
  start: Int32Array
  kind: Uint8Array
  /** Where the unit lives. */
  lives: Uint16Array
  memberStart: Int32Array
  sex: Uint8Array
  age: Uint8Array
}

/** Moves that weigh as much as what is expected of a pair of village and town. Assumption. */
const fewFound = 2

/** Share of the women of 20–45 without a child along who live with their husband. Assumption. */
const couplesAway = 0.36

/** The golden ratio's fractional part: its multiples fill [0, 1) evenly, so origins meet their totals without noise. */
const golden = 0.6180339887498949

/** Also notes in `places.pairLocal` how many of a village's people in a town come from its county, where a coarse run joins counties. */
export function formAbsentees(
  margins: Margins, places: Places, flows: Flows, singleAges: SingleAges, chance: Chance,
): Absentees {
  let persons = 0
  for (let n = 0; n < margins.incomers.length; n++) persons += margins.incomers[n]
  for (const number of margins.away?.persons ?? []) persons += number
  const units = { count: 0, origin: new Uint16Array(persons), lives: new Uint16Array(persons), kind: new Uint8Array(persons), first: new Int32Array(persons + 1) }
  const sex = new Uint8Array(persons)
  const age = new Uint8Array(persons)
  let members = 0
  const evenly = new Float64Array(256 * bands * 3)

  /** Forms families, couples and single people of those in `persons`; a unit lives and is registered where `whereTo` says. */
  const form = (persons: Int32Array, random: () => number, whereTo: (kind: number) => { lives: number; origin: number }): void => {
    const women: number[] = []
    const men: number[] = []
    const children: { age: number; sex: number }[] = []
    for (let cell = 0; cell < cells; cell++) {
      for (let n = persons[cell]; n > 0; n--) {
        const itsSex = cell < ageGroups ? 0 : 1
        const itsAge = singleAges(itsSex, cell % ageGroups, random())
        if (itsAge < 16) children.push({ age: itsAge, sex: itsSex })
        else (itsSex === 0 ? men : women).push(itsAge)
      }
    }
    const open = (kind: number) => {
      const { lives, origin } = whereTo(kind)
      const unit = units.count++
      units.origin[unit] = origin
      units.lives[unit] = lives
      units.kind[unit] = kind
      units.first[unit] = members
    }
    const put = (itsSex: number, itsAge: number) => {
      sex[members] = itsSex
      age[members++] = itsAge
    }
    // Children first: each joins a mother, at most two.
    const mothers: { age: number; children: { age: number; sex: number }[] }[] = []
    const withOneChild = queues()
    const share = (mother: number, child: { age: number; sex: number }) => {
      withOneChild.leave(mothers[mother].age, mothers[mother].children[0].age)
      mothers[mother].children.push(child)
    }
    for (const child of children) {
      const shared = withOneChild.first((itsAge, sibling) => fits(itsAge, child.age) && Math.abs(sibling - child.age) > 1)
      if (shared >= 0 && random() < 0.6) share(shared, child)
      else {
        const found = take(women, itsAge => fits(itsAge, child.age), random)
        if (found >= 0) {
          withOneChild.join(found, child.age, mothers.length)
          mothers.push({ age: found, children: [child] })
        } else if (shared >= 0) share(shared, child)
        else {
          open(unitKind.single)
          put(child.sex, child.age)
        }
      }
    }
    for (const mother of mothers) {
      open(unitKind.family)
      put(1, mother.age)
      const husband = random() < 0.9 ? takeHusband(men, mother.age, 6, random) : -1
      if (husband >= 0) put(0, husband)
      for (const child of mother.children) put(child.sex, child.age)
    }
    for (const woman of women) {
      const wed = woman >= 20 && woman <= 59 && random() < couplesAway * (woman < 23 ? 0.4 : 1)
      const husband = wed ? takeHusband(men, woman, 12, random) : -1
      open(husband >= 0 ? unitKind.couple : unitKind.single)
      put(1, woman)
      if (husband >= 0) put(0, husband)
    }
    for (const man of men) {
      open(unitKind.single)
      put(0, man)
    }
  }

  const local = new Float64Array(places.pairOwn.length)
  const found = new Float64Array(places.pairOwn.length)
  const notePair = (from: number, place: number, band: number): void => {
    const { villages, prefecture, pairStart, urbanRank, partStart, units } = places
    if (found.length === 0 || from >= villages || place < villages || prefecture[from] !== prefecture[place]) return
    const pair = pairStart[from] + urbanRank[place]
    found[pair]++
    // Districts of a city are counties apart in the census, but one place here.
    const isCity = units[place] === 1 && partStart[place + 1] - partStart[place] > 1
    local[pair] += band === 0 ? 1 : isCity ? places.pairOwn[pair] : 0
  }
  for (let place = 0; place < places.count; place++) {
    let question = 0
    const random = () => uniform(chance, question++, place)
    for (let band = 0; band < bands; band++) {
      const at = (place * bands + band) * cells
      const persons = margins.incomers.subarray(at, at + cells)
      if (!persons.some(number => number > 0)) continue
      form(persons, random, kind => {
        // Families, couples and single people each evenly: so origins get their share of persons, not only of moves.
        const stream = (places.province[place] * bands + band) * 3 + kind
        evenly[stream] = (evenly[stream] + golden) % 1
        let origin = flows.origin(place, band, evenly[stream], random())
        if (origin === place) origin = flows.origin(place, band, random(), random())
        notePair(origin, place, band)
        return { lives: place, origin }
      })
    }
  }
  // Where few were found, what the counties that both stand for would give.
  for (let n = 0; n < local.length; n++) places.pairLocal[n] = (local[n] + fewFound * places.pairOwn[n]) / (found[n] + fewFound)
  const { away } = margins
  if (away) {
    let question = 0
    const random = () => uniform(chance, question++, -1)
    for (let band = 0; band < bands; band++) {
      form(away.persons.subarray(band * cells, band * cells + cells), random, kind => {
        const stream = (255 * bands + band) * 3 + kind
        evenly[stream] = (evenly[stream] + golden) % 1
        return { lives: away.places[pick(away.sums[band], evenly[stream])], origin: flows.ownOrigin(band, random(), random()) }
      })
    }
  }
  units.first[units.count] = members
  return byOrigin(units, sex, age, places.count)
}

const fits = (mother: number, child: number) => mother - child >= 19 && mother - child <= 38

/** Mothers of one child in the order in which they came, by her age and the child's: in a large city there are hundreds of thousands. */
function queues() {
  const all = new Map<number, { mother: number; child: number; waiting: number[]; left: number }>()
  const queueOf = (mother: number, child: number) => {
    const key = mother * 128 + child
    let queue = all.get(key)
    if (!queue) all.set(key, (queue = { mother, child, waiting: [], left: 0 }))
    return queue
  }
  return {
    join(mother: number, child: number, number: number): void {
      queueOf(mother, child).waiting.push(number)
    },
    /** The first of a queue leaves it. */
    leave(mother: number, child: number): void {
      queueOf(mother, child).left++
    },
    /** The one who came first of all who suit; −1 if none does. */
    first(suits: (mother: number, child: number) => boolean): number {
      let first = -1
      for (const { mother, child, waiting, left } of all.values()) {
        if (left < waiting.length && (first < 0 || waiting[left] < first) && suits(mother, child)) first = waiting[left]
      }
      return first
    },
  }
}

/** A man two years older, give or take four; where few live, as in a coarse run, up to `most`. */
function takeHusband(men: number[], age: number, most: number, random: () => number): number {
  for (const apart of [4, most]) {
    const found = take(men, itsAge => Math.abs(itsAge - age - 2) <= apart, random)
    if (found >= 0) return found
  }
  return -1
}

/** Takes one that suits out of the list, trying a dozen; −1 if none does. */
function take(list: number[], suits: (age: number) => boolean, random: () => number): number {
  for (let attempt = 0; attempt < 12 && list.length > 0; attempt++) {
    const n = Math.floor(random() * list.length)
    const found = list[n]
    if (!suits(found)) continue
    list[n] = list[list.length - 1]
    list.pop()
    return found
  }
  return -1
}

interface Units {
  count: number
  origin: Uint16Array
  lives: Uint16Array
  kind: Uint8Array
  first: Int32Array
}

/** The same units ordered by where they are registered. */
function byOrigin(units: Units, sex: Uint8Array, age: Uint8Array, places: number): Absentees {
  const start = new Int32Array(places + 1)
  for (let u = 0; u < units.count; u++) start[units.origin[u] + 1]++
  for (let j = 0; j < places; j++) start[j + 1] += start[j]
  const position = start.slice()
  const order = new Int32Array(units.count)
  for (let u = 0; u < units.count; u++) order[position[units.origin[u]]++] = u
  const result: Absentees = {
    start,
    kind: new Uint8Array(units.count),
    lives: new Uint16Array(units.count),
    memberStart: new Int32Array(units.count + 1),
    sex: new Uint8Array(sex.length),
    age: new Uint8Array(age.length),
  }
  let members = 0
  for (let n = 0; n < units.count; n++) {
    const u = order[n]
    result.kind[n] = units.kind[u]
    result.lives[n] = units.lives[u]
    result.memberStart[n] = members
    for (let m = units.first[u]; m < units.first[u + 1]; m++) {
      result.sex[members] = sex[m]
      result.age[members++] = age[m]
    }
  }
  result.memberStart[units.count] = members
  return result
}
