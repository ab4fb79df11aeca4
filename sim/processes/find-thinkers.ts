/**
 * The households that think anew about where to live, who of them would go, and who is close to that person: what is looked up to find them, which a compiled
 * loop does, see sim/loops/find-thinkers.ts.
 */
import { exp } from '../math.ts'
import { constant } from '../memory.ts'
import { ageMask, oldestAge } from '../codes/person-word.ts'
import { certain } from '../random.ts'
import { scratchIn, sharedIn } from '../scratch.ts'
import { activity, type World } from '../world.ts'

const ages = oldestAge + 1
/**
 * Rogers–Castro propensity by age (a1 .02 α1 .1 a2 .06 α2 .1 μ2 20 λ2 .4 c .003), 1 at its peak; nobody below 16 decides, and no pupil. By age and activity, in
 * ten bits.
 */
const propensity = constant((() => {
  const curve = Float64Array.from({ length: ages }, (_, age) =>
    0.02 * exp(-0.1 * age) + 0.06 * exp(-0.1 * (age - 20) - exp(-0.4 * (age - 20))) + 0.003)
  const peak = Math.max(...curve.subarray(16))
  return Float64Array.from({ length: 1 << 10 }, (_, its) => {
    const age = its & ageMask
    return age < 16 || age > oldestAge || its >>> 7 === activity.pupil ? 0 : curve[age] / peak
  })
})())

/** Share of people of 75 and over who need help in the year, beside those to whom something has happened. Assumption. */
const frailShare = 0.3

/** What the loop needs beside the columns of thinkers. */
export interface Members {
  /** Members of one household, and the propensity to go of each and of those before. */
  member: Int32Array
  running: Float64Array
  /** Old members at home and members who live elsewhere, of all households of a block, and the thinker whose each is. */
  elder: Int32Array
  elderOf: Int32Array
  absent: Int32Array
  absentOf: Int32Array
  propensity: Float64Array
  /** Draws below these: the household thinks without cause; the member needs help. */
  reconsiderBelow: number
  frailBelow: number
}

const scratch = {
  member: scratchIn(Int32Array), running: scratchIn(Float64Array),
  elder: sharedIn(1, Int32Array), elderOf: sharedIn(2, Int32Array), absent: sharedIn(3, Int32Array), absentOf: sharedIn(4, Int32Array),
}

/** Room for as many members as there are people, of which a block needs few: what is not touched takes no memory. */
export function membersOf({ memory, people: { count } }: World, reconsider: number): Members {
  return {
    member: scratch.member(memory, count), running: scratch.running(memory, count),
    elder: scratch.elder(memory, count), elderOf: scratch.elderOf(memory, count),
    absent: scratch.absent(memory, count), absentOf: scratch.absentOf(memory, count),
    propensity, reconsiderBelow: Math.ceil(reconsider * certain), frailBelow: Math.ceil(frailShare * certain),
  }
}
