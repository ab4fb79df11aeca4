/** A year more for everybody, and who goes on at school: see sim/processes/grow-older.ts. */
import {
  activityShift, ageMask, aliveBit, aliveShift, atHome, childrenShift, college, educationShift, eventBit, lowBits, villagerBit, yearsAwayMask, yearsAwayShift,
} from '../codes/person-word.ts'
import { schoolEndBit, schoolEndShift } from '../codes/schooling-word.ts'
import { exp } from './math.ts'
import { draw } from './random.ts'
import { moveTo } from './world.ts'

const activityBits = 7 << activityShift
const educationBits = 3 << educationShift
/** Beside the low bits: what a year leaves as it is. */
const keptBits = villagerBit | (15 << childrenShift)

/** Adds a year to age and to the time away, and clears last year's event. @returns how many are at the end of a school; `pupils` lists them */
export function addYear(people: People, aYearLater: Uint16s, aYearLonger: Int32s, pupils: Int32s): i32 {
  const word = people.word
  const place = people.place
  const registered = people.registered
  const count = people.count
  let number = 0
  for (let i = 0; i < count; i++) {
    const now = word[i]
    const later = aYearLater[now & lowBits]
    // All bits for those who live elsewhere than they are registered.
    const away = -i32(place[i] !== registered[i])
    word[i] = (later & ~schoolEndBit) | (now & keptBits) | (aYearLonger[(now >>> yearsAwayShift) & yearsAwayMask] & away)
    pupils[number] = i
    number += (later >>> schoolEndShift) & 1
  }
  return number
}

/** See `GoingOn`. */
@unmanaged
export class GoingOnOf {
  certain!: f64
  reached!: Int32s
  byAge!: Float64s
  local!: Float64s
  closed!: Float64s
  town!: Int32s
  villages!: i32
  byMother!: Float64s
  leftBehind!: f64
}

/** Pupils leave school or go on: loads that do not wait for each other take less time. @returns how many go on; `pupils` lists them */
export function goOn(people: People, households: Households, pupils: Int32s, number: i32, chance: Chance, goingOn: GoingOnOf): i32 {
  const word = people.word
  const mother = people.mother
  const father = people.father
  const place = people.place
  const household = people.household
  const registered = people.registered
  const home = households.home
  const idLow = people.idLow
  const idHigh = people.idHigh
  const k0 = chance.k0
  const k1 = chance.k1
  const certain = goingOn.certain
  const reached = goingOn.reached
  const byAge = goingOn.byAge
  const local = goingOn.local
  const closed = goingOn.closed
  const town = goingOn.town
  const villages = goingOn.villages
  const byMother = goingOn.byMother
  const leftBehind = goingOn.leftBehind
  let goers = 0
  for (let n = 0; n < number; n++) {
    const i = pupils[n]
    const now = word[i]
    const next = reached[now & ageMask]
    const here = i32(place[i])
    const from = i32(registered[i])
    const family = i32(home[household[i]])
    const herIndex = mother[i]
    const hisIndex = father[i]
    const hers = herIndex < 0 ? 0 : word[herIndex]
    const his = hisIndex < 0 ? 0 : word[hisIndex]
    // Left behind is who has a parent neither here nor, of those who board at school, with the family.
    const apart = ((hers & aliveBit) !== 0 && i32(place[herIndex]) !== here && i32(place[herIndex]) !== family)
      || ((his & aliveBit) !== 0 && i32(place[hisIndex]) !== here && i32(place[hisIndex]) !== family)
    let utility = byAge[now & ageMask] + local[here]
    if (from !== here && (from >= villages || town[from] !== here)) utility += closed[here]
    utility += byMother[((hers & aliveBit) >>> (aliveShift - 2)) | ((hers >>> educationShift) & 3)]
    utility += apart ? leftBehind : 0
    if (next > 0 && f64(draw(k0, k1, idLow[i], idHigh[i])) < certain / (1 + exp(-utility))) {
      word[i] = (now & ~educationBits) | (next << educationShift)
      pupils[goers++] = i
    } else {
      // They look for work where school or college was; going home is a choice like that of others who live away.
      word[i] = (now & ~activityBits) | (atHome << activityShift) | eventBit
    }
  }
  return goers
}

/** See `Schools`. */
@unmanaged
export class SchoolsOf {
  town!: Int32s
  city!: Int32s
  province!: Uint8s
  capitals!: Int32s
  inTown!: f64
  inCapital!: f64
}

/** To the town for senior secondary school, to a city for college. */
export function goAway(people: People, goers: Int32s, number: i32, villages: i32, schools: SchoolsOf, boarding: Chance, campus: Chance): void {
  const word = people.word
  const place = people.place
  const idLow = people.idLow
  const idHigh = people.idHigh
  const town = schools.town
  const city = schools.city
  const province = schools.province
  const capitals = schools.capitals
  const inTown = schools.inTown
  const inCapital = schools.inCapital
  const town0 = boarding.k0
  const town1 = boarding.k1
  const city0 = campus.k0
  const city1 = campus.k1
  for (let n = 0; n < number; n++) {
    const i = goers[n]
    const from = place[i]
    if (((word[i] >>> educationShift) & 3) === college) {
      moveTo(people, i, f64(draw(city0, city1, idLow[i], idHigh[i])) < inCapital ? capitals[province[from]] : city[from])
    } else if (from < villages && f64(draw(town0, town1, idLow[i], idHigh[i])) < inTown) {
      moveTo(people, i, town[from])
    }
  }
}

/** See `Homewards`. */
@unmanaged
export class HomewardsOf {
  leaveAt!: i32
  villages!: i32
  town!: Int32s
  back!: f64
  toTown!: f64
}

/** Of those whose college is over, some go back to their families, or to the town of their county. */
export function goHome(people: People, households: Households, pupils: Int32s, number: i32, homewards: HomewardsOf, chance: Chance): void {
  const word = people.word
  const place = people.place
  const household = people.household
  const idLow = people.idLow
  const idHigh = people.idHigh
  const home = households.home
  const villages = homewards.villages
  const town = homewards.town
  for (let n = 0; n < number; n++) {
    const i = pupils[n]
    const family = i32(home[household[i]])
    if (i32(word[i] & ageMask) !== homewards.leaveAt || family === i32(place[i])) continue
    const drawn = f64(draw(chance.k0, chance.k1, idLow[i], idHigh[i]))
    if (drawn >= homewards.back) continue
    moveTo(people, i, family < villages && drawn < homewards.toTown ? town[family] : family)
  }
}
