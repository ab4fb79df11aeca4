/** Registration (hukou): those who live in a town or city may take it up there, sooner in small places, with skill and with their household. */
import { closedCost, openness } from '../access.ts'
import { exp } from '../math.ts'
import type { Parameters } from '../parameters.ts'
import { certain, draw } from '../random.ts'
import { tiers } from '../record.ts'
import { scratch } from '../scratch.ts'
import { aliveBit, educationShift, villagerBit, yearsAwayMask, yearsAwayShift, type World } from '../world.ts'
import { inBlocks, type ChanceFor, type Now } from './process.ts'

const memory = scratch(Int32Array)

/** People who live in a town or city: registered elsewhere; or here, but still as villagers. They hold until they are asked for again. */
export function townspeople({ people, places }: World): { strangers: Int32Array; villagers: Int32Array } {
  const { word, place, registered } = people
  // One array filled from both ends.
  const found = memory(people.count)
  let strangers = 0
  let villagers = people.count
  inBlocks(people.count, (start, end) => {
    for (let i = start; i < end; i++) {
      const j = place[i]
      if (j < places.villages || (word[i] & aliveBit) === 0) continue
      if (registered[i] !== j) found[strangers++] = i
      else if ((word[i] & villagerBit) !== 0) found[--villagers] = i
    }
  })
  return { strangers: found.subarray(0, strangers), villagers: found.subarray(villagers) }
}

/** Gives registration to some of the candidates, sooner after some years. */
export function register(world: World, candidates: Int32Array, { year, parameters: p }: Now, chanceFor: ChanceFor): void {
  const { people, households, places } = world
  const { word, place, registered, household, idLow, idHigh } = people
  const chance = chanceFor('registration')
  const reform = year >= reformYear ? p.conversionReform : 1
  // By tier; after those of basic skill the skilled.
  const byTier = [false, true].flatMap((skilled) => easeIn(year, skilled).map((closed, tier) =>
    certain * p.conversion * reform * wish(p, tier) * (closed + (open - closed) * openness(p, tier))))
  inBlocks(candidates.length, (start, end) => {
    for (let n = start; n < end; n++) {
      const i = candidates[n]
      const now = word[i]
      const j = place[i]
      // Some have gone home this year.
      if (j < places.villages) continue
      const years = (now >>> yearsAwayShift) & yearsAwayMask
      const h = household[i]
      const settled = households.home[h] === j
      const skill = (now >>> (educationShift + 1)) & 1
      const weight = (registered[i] !== j && years < 3 ? 0.3 : 1) * (skill === 1 ? 1.6 : 1) * (settled ? 1 : 0.3)
      // Members who live with their household take the step together: the draw is the household's.
      const low = settled ? households.idLow[h] : idLow[i]
      const high = settled ? households.idHigh[h] : idHigh[i]
      if (draw(chance, low, high) >= byTier[skill * tiers.length + places.tier[j]] * weight) continue
      registered[i] = j
      word[i] = now & ~villagerBit & ~(yearsAwayMask << yearsAwayShift)
      world.tally.converted++
    }
  })
}

/** The opinion of the State Council on reform of the household registration system. */
export const reformYear = 2014
/**
 * From then on cities below 1 m residents had lifted their restrictions, those of 1 to 3 m were to lift them and those of 3 to 5 m to relax them (National
 * Development and Reform Commission, key tasks of new urbanization 2019).
 */
const largeCitiesOpen = 2019
/** Provincial capitals and all smaller cities were to open to graduates and skilled workers (State Council 2016, No. 72). */
const openToSkilled = 2017
/**
 * Ease of registration by tier (village … mega): before, since large cities opened, and for the skilled since these are welcome, for most cities of 5 to 10 m are
 * capitals; and where a tier is fully open. Assumption: the larger the city, the harder.
 */
const ease = [0, 1, 1, 0.8, 0.4, 0.3, 0.15]
const easeSince = [0, 1, 1, 1, 0.9, 0.3, 0.15]
const easeForSkilled = [0, 1, 1, 1, 1, 0.9, 0.15]
const open = 1.5

const easeIn = (year: number, skilled: boolean): readonly number[] =>
  skilled && year >= openToSkilled ? easeForSkilled : year >= largeCitiesOpen ? easeSince : ease

/**
 * How many would take registration up where they may: more, the more it costs to live without it. In towns little is gained by it, and a claim to
 * land is given up.
 */
const wish = (p: Parameters, tier: number): number => 1 - exp(-closedCost(p, tier))
