/**
 * Ceilings on the population of the largest cities: from the new plan of urbanization on, people registered elsewhere find it the harder to get into Beijing and
 * Shanghai, the nearer the city is to the number of residents that its own plan allows: schools, rooms and permits are refused. Who is in may stay.
 */
import { openness } from '../access.ts'
import { pow } from '../math.ts'
import { columnOf } from '../scratch.ts'
import type { World } from '../world.ts'
import type { Now } from './process.ts'

/** Cities of more than five million are to be strictly controlled: National New-type Urbanization Plan 2014–2020. */
const planYear = 2014
/**
 * Residents allowed, by code of province: Beijing 23 m by 2020 and from then on (master plan 2016–2035, article 14; the plan for 2016–2020 had the same number),
 * Shanghai about 25 m (master plan 2017–2035).
 */
const residentsAllowed: Readonly<Record<number, number>> = { 110000: 23e6, 310000: 25e6 }
/** So much of the way in stays open to newcomers. Assumption: graduates, spouses and those who are asked for. */
const alwaysOpen = 0.05

const rooms = columnOf(Float64Array)

/** What the ceilings leave of the worth of a place to people who come from elsewhere: 1 where there is none, less as a city fills up since 2010. */
export function roomForNewcomers({ places, scale }: World, { year, data, parameters }: Now): Float64Array {
  const room = rooms(places.count).fill(1)
  if (year < planYear || parameters.ceilings === 0) return room
  for (const [q, code] of data.provinces.code.entries()) {
    const allowed = residentsAllowed[code]
    if (allowed === undefined) continue
    let now = 0
    let before = 0
    for (let j = 0; j < places.count; j++) {
      if (places.province[j] !== q) continue
      now += places.residents[j] * scale
      before += places.residentsBase[j] * scale
    }
    const left = Math.min(1, Math.max(alwaysOpen, (allowed - now) / Math.max(1, allowed - before)))
    for (let j = places.villages; j < places.count; j++) {
      if (places.province[j] === q) room[j] = pow(left, parameters.ceilings * (1 - openness(parameters, places.tier[j])))
    }
  }
  return room
}
