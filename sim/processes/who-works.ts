/** Who works or looks for work, and who of a village does so off the farm: lasting traits, which follow from a person's id. */
import { belowShare, certain } from '../random.ts'
import { constant } from '../memory.ts'
import { scratchIn } from '../scratch.ts'
import { offFarmClasses } from '../codes/doing-word.ts'
import { activityShift, ageMask, aliveBit, female, oldestAge, sexShift, villagerBit } from '../codes/person-word.ts'
import { activity, type World } from '../world.ts'

const ages = oldestAge + 1
/** Women retire with a worker's pension at 55, men at 60; land pensions begin at 60. */
export const retirement = [60, 55] as const

/**
 * Share of each sex and age that works or looks for work, as thresholds of the id's low word: who works is a lasting trait.
 * `[(villager * 2 + sex) * 111 + age]`. Assumption after the long form of 2010; villagers by registration work on into old age.
 */
const participation = (() => {
  const table = new Float64Array(4 * ages).fill(belowShare(0))
  const corner: Record<string, [number, number][]> = {
    urbanMale: [[16, 0.75], [22, 0.93], [50, 0.9], [58, 0.68], [60, 0.28], [70, 0.06], [80, 0]],
    urbanFemale: [[16, 0.72], [22, 0.8], [45, 0.72], [50, 0.48], [55, 0.27], [65, 0.06], [75, 0]],
    ruralMale: [[16, 0.85], [22, 0.97], [58, 0.92], [65, 0.7], [75, 0.3], [85, 0.02]],
    ruralFemale: [[16, 0.82], [22, 0.88], [50, 0.86], [60, 0.66], [70, 0.3], [80, 0.02]],
  }
  for (const [row, points] of Object.values(corner).entries()) {
    for (let age = 16; age < ages; age++) {
      const after = points.findIndex(([at]) => at >= age)
      if (after < 0) continue
      const [toAge, to] = points[after]
      const [fromAge, from] = points[Math.max(0, after - 1)]
      table[row * ages + age] = belowShare(toAge === fromAge ? to : from + ((to - from) * (age - fromAge)) / (toAge - fromAge))
    }
  }
  return table
})()

/** A word that has these traits: age, sex, activity, being alive and registration in 13 bits, by which `worksBelow` and `otherwise` are looked up. */
export const wordOf = (its: number): number => (its & 0xff) | ((its & 0x1f00) << 2)

/** Whose low half of the id lies below works or looks for work; by traits. */
export const worksBelow = constant(Int32Array.from({ length: 1 << 13 }, (_, its) => {
  const word = wordOf(its)
  if ((word & aliveBit) === 0 || ((word >>> activityShift) & 7) === activity.pupil || (word & ageMask) >= ages) return -certain
  // A whole number is below a threshold when it is below the next whole one.
  return Math.ceil(participation[(((word & villagerBit) !== 0 ? 2 : 0) + ((word >>> sexShift) & 1)) * ages + (word & ageMask)])
}))

/** What those who do not work are: retired, at home, or what they were; by traits. */
export const otherwise = Uint8Array.from({ length: 1 << 13 }, (_, its) => {
  const word = wordOf(its)
  const age = word & ageMask
  const does = (word >>> activityShift) & 7
  if (age >= retirement[((word >>> sexShift) & 1) === female ? 1 : 0]) return activity.retired
  return age >= 16 && does !== activity.pupil ? activity.atHome : does
})

/**
 * Off-farm work by class, relative to the village's mean: those who work off the farm from home are older than those who are away. Assumption, set by hand to
 * the ages of all migrant workers in 2010: 65.9 % are 40 or younger, and their mean is 35.5 years (National Bureau of Statistics, survey of migrant workers 2014).
 */
const offFarmByClass = [1, 1.3, 1.05, 0.5] as const

/** Share of villagers at home who work off the farm, at most: some always farm. Assumption. */
export const mostLocal = 0.9

/** Who works off the farm in a year. */
export interface OffFarm {
  /** Whose high half of the id lies below does: in villages by the share of such jobs, in towns and cities all. */
  below: Int32Array
  /** Class by age. */
  classOf: Uint8Array
}

const scratch = { below: scratchIn(Int32Array), classOf: scratchIn(Uint8Array) }

/**
 * That few of the old work off the farm is theirs as a generation: it came to their villages too late for them. Who does goes on as the years pass, so that the
 * two older classes, 50 and 60 in the first year, grow older with those who were in them. What it gives holds until it is asked for again.
 */
export function offFarm({ memory, places: { count, villages, localShare } }: World, elapsed: number): OffFarm {
  const below = scratch.below(memory, count * offFarmClasses).fill(certain)
  for (let v = 0; v < villages; v++) {
    for (let n = 0; n < offFarmClasses; n++) below[v * offFarmClasses + n] = Math.ceil(belowShare(Math.min(mostLocal, localShare[v] * offFarmByClass[n])))
  }
  const classOf = scratch.classOf(memory, ageMask + 1)
  for (let age = 0; age <= ageMask; age++) classOf[age] = classAt(age, elapsed)
  return { below, classOf }
}

const classAt = (age: number, elapsed: number) => (age < 35 ? 0 : age < 50 + elapsed ? 1 : age < 60 + elapsed ? 2 : 3)

/** By age, how many times the share of their village work off the farm. */
export const offFarmByAge = (elapsed: number): Float64Array => Float64Array.from({ length: ageMask + 1 }, (_, age) => offFarmByClass[classAt(age, elapsed)])
