/** A world made by hand: two villages, their town and a city on one line, 15 km apart, in one province; people are added by the test. */
import { defaultParameters, type Parameters } from '../../sim/parameters.ts'
import { countResidents } from '../../sim/processes/count.ts'
import type { Now } from '../../sim/processes/process.ts'
import { chanceOf, halfId } from '../../sim/random.ts'
import { services } from '../../sim/services.ts'
import { activityShift, aliveBit, educationShift, eventBit, sexShift, villagerBit } from '../../sim/codes/person-word.ts'
import { activity, addHousehold, addPerson, createWorld, emptyGovernments, emptyPlaces, type World } from '../../sim/world.ts'
import type { NationData } from '../../sim/data.ts'
import { nation } from './nation.ts'

export const village = 0
export const otherVillage = 1
export const town = 2
export const city = 3

/** The nation's rates, and one province that trades people with nobody but itself. */
export const tinyData: NationData = {
  ...nation,
  provinces: Object.fromEntries(Object.entries(nation.provinces).map(([name, column]) => [name, column.slice(0, 1)])) as
    NationData['provinces'],
  prefectures: { code: [110000], nameZh: ['一'], province: [0] },
  originDestination: [1],
  recentMigrants: { arrivals: [0], departures: [0] },
}

export const tinyNow = (year: number, changes: Partial<Parameters> = {}): Now =>
  ({ year, first: year === 2010, elapsed: year - 2010, parameters: { ...defaultParameters(), ...changes }, data: tinyData })

/** The places, and nobody. One simulated person is one real person. @param room for people and households, beyond which columns are replaced */
export function tinyWorld(room = 4096): World {
  const places = emptyPlaces(4, 2, 0)
  for (let j = 0; j < places.count; j++) {
    places.tier[j] = [0, 0, 1, 3][j]
    places.units[j] = 1
    places.town[j] = [town, town, town, city][j]
    places.city[j] = city
    places.residentsBase[j] = [1000, 1000, 50_000, 800_000][j]
    places.rent[j] = 1
    // On the equator of a sphere of 6,371 km.
    const angle = (15 * j) / 6371
    places.x[j] = 1 - angle * angle / 2
    places.y[j] = angle
    for (let skill = 0; skill < 2; skill++) {
      const at = j * 2 + skill
      places.jobsBase[at] = 100
      places.productivity[at] = places.wage[at] = 20_000
      places.employment[at] = 0.95
    }
  }
  for (const v of [village, otherVillage]) {
    places.townDistance[v] = 8
    places.farmland[v] = places.farmlandBase[v] = 2000
    places.farmIncomeBase[v] = 6000
    places.farmWorkersBase[v] = 100
  }
  for (let at = 0; at < places.count * services.length; at++) places.levelBase[at] = places.level[at] = places.access[at] = 1
  const governments = emptyGovernments(1)
  governments.effort.fill(1)
  return createWorld(2010, 1, { persons: room, households: room }, places, governments)
}

const ids = chanceOf('tiny', 'ids')

/** Adds an empty household that keeps house in a place. */
export function household(world: World, home: number, origin = home): number {
  const n = world.households.count
  const h = addHousehold(world, halfId(ids, n, 1), halfId(ids, n, 2), home, origin)
  world.households.land[h] = origin < world.places.villages ? 8 : 0
  return h
}

export interface Someone {
  age: number
  /** 0 male, 1 female. */
  sex?: number
  education?: number
  does?: number
  place?: number
  registered?: number
  mother?: number
  father?: number
  partner?: number
  /** Registered as a villager: as the household's origin says, unless told otherwise. */
  villager?: boolean
  event?: boolean
  /** The lasting trait on which work depends: the lowest always works where anybody of that age does. */
  idLow?: number
}

/** Adds somebody to a household, living at home and registered where it comes from unless told otherwise. */
export function person(world: World, h: number, someone: Someone): number {
  const { age, sex = 0, education = 0, mother = -1, father = -1, partner = -1 } = someone
  const n = world.people.count
  const origin = world.households.origin[h]
  const villager = someone.villager ?? origin < world.places.villages
  const does = someone.does ?? (age < 6 ? activity.infant : age < 16 ? activity.pupil : activity.atHome)
  const i = addPerson(world, {
    word: age | (sex << sexShift) | (education << educationShift) | (does << activityShift) | aliveBit
      | (villager ? villagerBit : 0) | (someone.event ? eventBit : 0),
    idLow: someone.idLow ?? halfId(ids, n, 3), idHigh: halfId(ids, n, 4), household: h,
    place: someone.place ?? world.households.home[h], registered: someone.registered ?? origin, mother, father,
  })
  if (partner >= 0) {
    world.people.partner[i] = partner
    world.people.partner[partner] = i
  }
  return i
}

/** Counts who lives where, as the end of a year does. */
export function counted(world: World): World {
  countResidents(world, tinyNow(2010))
  world.places.largest.set(world.places.residents)
  return world
}
