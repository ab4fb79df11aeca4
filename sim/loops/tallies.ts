/** Counts of people and households: see sim/indicators/tallies.ts. */
import { ageMask, aliveBit, aliveShift, sexShift } from '../codes/person-word.ts'
import * as at from '../codes/positions.ts'
import * as trait from '../codes/trait-bits.ts'

/** What tells where people have gone. */
@unmanaged
export class PlacesOf {
  villages!: i32
  town!: Int32s
  province!: Uint8s
  prefecture!: Int32s
  urbanRank!: Int32s
  pairStart!: Int32s
}

/** What is counted: see `Tallies`. */
@unmanaged
export class TalliesOf {
  counts!: Int32s
  houses!: Int32s
  landHeld!: Float64s
  sameCounty!: Int32s
  pairs!: Int32s
}

/** What walks over people look up, and leave for those that follow: see `Notes`. */
@unmanaged
export class NotesOf {
  rows!: Int32s
  traits!: Uint16s
  keepers!: Uint8s
  kinOf!: Uint8s
  elders!: Int32s
  lists!: Int32s
}

/**
 * What everybody's word, place, home, place of registration and parents tell. Sums in place of branches: the sign of a − b, (a − b) >>> 31, is
 * 1 where a < b.
 * @param joined whether places of a prefecture stand for several counties, 0 or 1
 */
export function tallyPeople(people: People, households: Households, places: PlacesOf, tallies: TalliesOf, notes: NotesOf, joined: i32): void {
  const word = people.word
  const place = people.place
  const registered = people.registered
  const household = people.household
  const homeOf = households.home
  const villages = places.villages
  const counts = tallies.counts
  const rows = notes.rows
  const traits = notes.traits
  const keepers = notes.keepers
  const lists = notes.lists
  const number = people.count
  let elders = 0
  for (let start = 0; start < number; start += trait.block) {
    const end = i32(Math.min(start + trait.block, number))
    let aways = trait.away
    let rurals = trait.inVillages
    let youngs = trait.minors
    for (let i = start; i < end; i++) {
      const now = word[i]
      if ((now & aliveBit) === 0) continue
      const j = place[i]
      const from = registered[i]
      const its = traits[(now & trait.mask) | (((from - villages) >>> 31) << trait.fromVillageShift) | (i32(from !== j) << trait.outsideShift)]
      const here = rows[j << 1]
      counts[here + (its & at.residentBits)]++
      const h = household[i]
      const isHome = i32(homeOf[h] === j)
      counts[here + at.householdMembers] += isHome
      keepers[h] = keepers[h] | isHome
      counts[rows[(j << 1) | 1] + (now & trait.ageSexBits)]++
      const origin = (its >>> trait.originShift) & trait.originBits
      const row = rows[from << 1]
      counts[row + at.origins + origin]++
      counts[row + at.workersAge] += now & ageMask & -(origin & at.works)
      // Everyone is written down, and stays so if the list then moves on.
      lists[aways] = i
      aways += (its >>> trait.awayShift) & 1
      lists[rurals] = i
      rurals += (j - villages) >>> 31
      lists[youngs] = i
      youngs += (its >>> trait.minorShift) & 1
    }
    countCouples(people, households, tallies, notes, followWorkers(people, households, places, tallies, notes, aways, joined))
    elders = lookIntoVillages(people, households, notes, rurals, elders)
    countMinors(people, tallies, notes, youngs)
  }
  for (let start = 0; start < number; start += trait.block) {
    const children = listChildren(people, notes, start, i32(Math.min(start + trait.block, number)))
    tell(people.mother, people.place, places.town, notes, children)
    tell(people.father, people.place, places.town, notes, children)
  }
  countElders(people, households, tallies, notes, elders)
}

/** Where villagers by registration who work elsewhere have gone. @returns where the list ends of those of them who are wives: it takes the place of the list of all */
function followWorkers(people: People, households: Households, places: PlacesOf, tallies: TalliesOf, notes: NotesOf, end: i32, joined: i32): i32 {
  const word = people.word
  const partner = people.partner
  const place = people.place
  const registered = people.registered
  const household = people.household
  const homeOf = households.home
  const originOf = households.origin
  const land = households.land
  const villages = places.villages
  const town = places.town
  const province = places.province
  const prefecture = places.prefecture
  const urbanRank = places.urbanRank
  const pairStart = places.pairStart
  const counts = tallies.counts
  const sameCounty = tallies.sameCounty
  const pairs = tallies.pairs
  const rows = notes.rows
  const lists = notes.lists
  let wives = trait.away
  for (let n = trait.away; n < end; n++) {
    const i = lists[n]
    const j = place[i]
    const from = registered[i]
    const row = rows[from << 1]
    const inProvince = i32(province[from] === province[j])
    counts[row + at.workersInProvince] += inProvince
    if (joined !== 0 && j >= villages && prefecture[from] === prefecture[j]) pairs[pairStart[from] + urbanRank[j]] += inProvince
    else sameCounty[from] += inProvince & i32(town[from] === town[j])
    const h = household[i]
    // Whole is who left nobody behind, though some may have gone on from there. Households that split off from one that stays hold no land.
    counts[row + at.workersWhole] += i32(homeOf[h] !== originOf[h]) & i32(land[h] > 0)
    lists[wives] = i
    wives += (word[i] >>> sexShift) & (~partner[i] >>> 31)
  }
  return wives
}

/** Wives who work away and whose husbands live there too keep house there. */
function countCouples(people: People, households: Households, tallies: TalliesOf, notes: NotesOf, end: i32): void {
  const place = people.place
  const household = people.household
  const partner = people.partner
  const homeOf = households.home
  const counts = tallies.counts
  const rows = notes.rows
  const lists = notes.lists
  for (let n = trait.away; n < end; n++) {
    const i = lists[n]
    const husband = partner[i]
    const j = place[i]
    const h = household[i]
    if (place[husband] !== j || household[husband] !== h || homeOf[h] === j) continue
    counts[rows[j << 1] + at.households]++
    counts[rows[j << 1] + at.householdMembers] += 2
  }
}

/** Whether somebody of working age keeps house in villages, and the old there. @param elders how many of these are known @returns how many are known now */
function lookIntoVillages(people: People, households: Households, notes: NotesOf, end: i32, elders: i32): i32 {
  const word = people.word
  const place = people.place
  const household = people.household
  const homeOf = households.home
  const keepers = notes.keepers
  const kinOf = notes.kinOf
  const lists = notes.lists
  const list = notes.elders
  let olds = elders
  for (let n = trait.inVillages; n < end; n++) {
    const i = lists[n]
    const h = household[i]
    const age = word[i] & ageMask
    const isOld = i32(age >= trait.oldFrom)
    const isAdult = i32(age >= trait.workingFrom) ^ isOld
    keepers[h] = keepers[h] | ((isAdult << trait.adultShift) & -i32(homeOf[h] === place[i]))
    list[olds] = i
    olds += isOld
  }
  for (let n = elders; n < olds; n++) kinOf[list[n] + 1] = trait.elder
  return olds
}

function countMinors(people: People, tallies: TalliesOf, notes: NotesOf, end: i32): void {
  const word = people.word
  const place = people.place
  const registered = people.registered
  const mother = people.mother
  const father = people.father
  const counts = tallies.counts
  const rows = notes.rows
  const lists = notes.lists
  for (let n = trait.minors; n < end; n++) {
    const i = lists[n]
    const j = place[i]
    const byMother = livesElsewhere(mother[i], j, word, place)
    const byFather = livesElsewhere(father[i], j, word, place)
    const under16 = i32((word[i] & ageMask) < 16)
    const migrant = i32(registered[i] !== j)
    counts[rows[j << 1] + at.minors + (byMother | (byFather << 1) | (under16 << 2) | (migrant << 3))]++
  }
}

/** 1 if the parent is known, alive, and not in place `j`; else 0. */
function livesElsewhere(parent: i32, j: i32, word: Uint32s, place: Uint16s): i32 {
  const someone = parent & ~(parent >> 31)
  return (~parent >>> 31) & i32(place[someone] !== j) & (word[someone] >>> aliveShift)
}

/**
 * Grown children of the old in villages: most parents are not, and each whose place is looked up is far away in memory. Wives belong to their husbands' families:
 * of those who married before the first year the parents are not known, and of no other are they asked for. @returns where the list ends
 */
function listChildren(people: People, notes: NotesOf, start: i32, end: i32): i32 {
  const word = people.word
  const mother = people.mother
  const father = people.father
  const partner = people.partner
  const kinOf = notes.kinOf
  const lists = notes.lists
  let children = trait.children
  for (let i = start; i < end; i++) {
    const now = word[i]
    const isGrown = ((17 - (now & ageMask)) >>> 31) & (now >>> aliveShift)
    const isWife = (now >>> sexShift) & (~partner[i] >>> 31)
    lists[children] = i
    children += isGrown & (isWife ^ 1) & ((kinOf[mother[i] + 1] | kinOf[father[i] + 1]) >>> trait.elderShift)
  }
  return children
}

/** Lets mothers or fathers know where these children live. */
function tell(parentOf: Int32s, place: Uint16s, town: Int32s, notes: NotesOf, end: i32): void {
  const kinOf = notes.kinOf
  const lists = notes.lists
  for (let n = trait.children; n < end; n++) {
    const i = lists[n]
    const parent = parentOf[i]
    if (parent < 0) continue
    const j = place[i]
    const there = place[parent]
    // Of place and town none, one or both are another: the child is here, near or away.
    kinOf[parent + 1] = kinOf[parent + 1] | (1 << (i32(there !== j) + i32(town[there] !== town[j])))
  }
}

/** The old in villages, when all their children are known. */
function countElders(people: People, households: Households, tallies: TalliesOf, notes: NotesOf, number: i32): void {
  const household = people.household
  const place = people.place
  const homeOf = households.home
  const counts = tallies.counts
  const rows = notes.rows
  const elders = notes.elders
  const keepers = notes.keepers
  const kinOf = notes.kinOf
  for (let n = 0; n < number; n++) {
    const i = elders[n]
    const j = place[i]
    const row = rows[j << 1]
    const h = household[i]
    counts[row + at.elders + (kinOf[i + 1] & (at.elderKinds - 1))]++
    counts[row + at.eldersWithoutAdult] += i32(homeOf[h] !== j) | ((keepers[h] >>> trait.adultShift) ^ 1)
  }
}

/** After people: it asks who keeps house. */
export function tallyHouseholds(households: Households, villages: i32, tallies: TalliesOf, notes: NotesOf): void {
  const first = households.first
  const homeOf = households.home
  const originOf = households.origin
  const land = households.land
  const counts = tallies.counts
  const houses = tallies.houses
  const landHeld = tallies.landHeld
  const rows = notes.rows
  const keepers = notes.keepers
  const number = households.count
  for (let h = 0; h < number; h++) {
    if (first[h] < 0) continue
    const itsHome = homeOf[h]
    const row = rows[itsHome << 1]
    const keepsHouse = keepers[h]
    const any = keepsHouse & trait.anybody
    counts[row + at.households] += any
    counts[row + at.villageHouseholds] += any
    counts[row + at.withoutAdult] += keepsHouse & ((keepsHouse >>> trait.adultShift) ^ 1)
    const from = originOf[h]
    if (from >= villages) continue
    // Households that split off from one that stays hold no land, and have left no house. Whoever loses all land has its origin in town, see take-land.
    const left = i32(itsHome !== from)
    const hasHouse = (left ^ 1) | i32(land[h] > 0)
    houses[from << 1] += hasHouse
    houses[(from << 1) | 1] += hasHouse & (left | (any ^ 1))
    landHeld[from] += land[h]
  }
}
