/**
 * What households decide: to stay, send one member, bring the family after, move whole or return.
 * A nested logit: ways of moving above, places below. MODEL section 3, migration.
 *
 *   V = β_w ln(expected income per head) + Σ β_k ln(access·quality) − θ ln(1 + d/30 km) − hukou(tier) + β_n n/(n+κ) − separation − β_r ln rent
 *
 * is the value of a place; the value of a way of moving is its constant + λ ln Σ_places jobs · exp V, and of staying λ V.
 */
import { exp, pow } from '../math.ts'
import type { Parameters } from '../parameters.ts'
import { certain, draw } from '../random.ts'
import { activity, activityShift, ageMask, educationShift, mean, oldestAge, villagerBit, type World } from '../world.ts'
import { sampleDestinations, sampleDraws, sampleSize, type Destinations } from './destinations.ts'
import { distanceTo, row, single, worth, type PlaceValues } from './place-values.ts'
import { inBlocks, type ChanceFor } from './process.ts'
import { householdWord } from './work.ts'

const ages = oldestAge + 1
/** Rogers–Castro propensity by age (a1 .02 α1 .1 a2 .06 α2 .1 μ2 20 λ2 .4 c .003), 1 at its peak; nobody below 16 decides. */
const propensity = (() => {
  const curve = Float64Array.from({ length: ages }, (_, age) =>
    0.02 * exp(-0.1 * age) + 0.06 * exp(-0.1 * (age - 20) - exp(-0.4 * (age - 20))) + 0.003)
  const peak = Math.max(...curve.subarray(16))
  return curve.map((value, age) => (age < 16 ? 0 : value / peak))
})()

export const way = { stay: 0, send: 1, join: 2, move: 3, return: 4 } as const

export interface Decision {
  household: number
  way: number
  person: number
  place: number
}

/** Share of people of 75 and over who need help in the year. Assumption. */
const frailShare = 0.3

/** What every household that thinks decides. Values are written as exp V, so that the hot loop multiplies where the formula adds. */
export function decide(
  world: World, p: Parameters, destinations: Destinations, values: PlaceValues, chanceFor: ChanceFor,
): Decision[] {
  const { people, households, places, ledger } = world
  const again = chanceFor('thinking anew')
  const who = chanceFor('who goes')
  const how = chanceFor('how to move')
  const frailty = chanceFor('staying with frail parents')
  const where = Array.from({ length: sampleDraws }, (_, n) => chanceFor(`place ${n} that comes to mind`))
  const threshold = p.reconsider * certain
  const wageMean = ledger.means[mean.urbanWage]
  const scale = p.nestScale
  const [weightSend, weightJoin, weightMove, weightReturn] = [p.constantSend, p.constantJoin, p.constantMove, p.constantReturn].map(exp)
  const apartFactor = exp(-p.separation)
  const townFactor = exp(p.townMove / scale)
  const sample = new Int32Array(sampleSize)
  const correction = new Float64Array(sampleSize)
  const shares = new Float64Array(sampleSize)
  const sendTo = new Float64Array(sampleSize)
  const moveTo = new Float64Array(sampleSize)
  const decisions: Decision[] = []

  const think = (start: number, end: number): void => {
    // Into locals, block by block: the loop then reads neither objects nor the function around it.
    const { word, place, next, partner, mother, father, registered, idLow: personLow, idHigh: personHigh } = people
    const { first, home, origin, income, idLow, idHigh, word: words } = households
    const { villages, farmIncome, wage, localShare, town, x, y, z, count } = places
    const { insider, outsider, expected, rows, distance, network, worth: worthTable } = values
    // Read once: the loop would look each of them up for every household.
    const {
      budgetShared, cropLoss, farmLabourElasticity, remittanceReturn, remittanceSplit, returnAge, returnFrail, returnSchool, returnTown, returnUnemployed, unemployedIncome, villagerWage,
    } = p
    for (let h = start; h < end; h++) {
      if (first[h] < 0) continue
      if ((words[h] & householdWord.event) === 0 && draw(again, idLow[h], idHigh[h]) >= threshold) continue
      const itsWord = words[h]
      const members = itsWord & householdWord.members
      const awayMembers = (itsWord >>> householdWord.awayShift) & 63
      const low = idLow[h]
      const high = idHigh[h]
      // Who might go: by age, pupils not. Without an event the less mobile think less often.
      let total = 0
      for (let m = first[h]; m >= 0; m = next[m]) {
        if (((word[m] >>> activityShift) & 7) !== activity.pupil) total += propensity[word[m] & ageMask]
      }
      if (total === 0) continue
      const pick = (draw(who, low, high) / certain) * ((itsWord & householdWord.event) !== 0 ? total : Math.max(1, total))
      if (pick >= total) continue
      let running = 0
      let i = first[h]
      for (let m = i; m >= 0; m = next[m]) {
        if (((word[m] >>> activityShift) & 7) === activity.pupil) continue
        running += propensity[word[m] & ageMask]
        i = m
        if (running > pick) break
      }

      const itsHome = home[h]
      const here = place[i]
      const isAway = here !== itsHome
      const leftWhole = itsHome !== origin[h]
      const skill = (word[i] >>> (educationShift + 1)) & 1
      const paid = (word[i] & villagerBit) !== 0 ? villagerWage : 1
      const does = (word[i] >>> activityShift) & 7
      const child = (itsWord & householdWord.child) !== 0
      const elder = (itsWord & householdWord.elder) !== 0
      const kind = members <= 1 && awayMembers === 0 ? single : child ? (elder ? 4 : 2) : elder ? 3 : 1
      const size = Math.max(1, members)
      const all = members + awayMembers
      const perHead = income[h] / wageMean
      const itsRegistration = registered[i]

      // Those whom separation hurts: partner and children of the person at home; who is away; who needs care or school.
      let closeAtHome = 0
      let frail = 0
      let schoolChild = 0
      let dearAway = -1
      for (let m = first[h]; m >= 0; m = next[m]) {
        const close = m === partner[i] || mother[m] === i || father[m] === i
        if (place[m] === itsHome) {
          const age = word[m] & ageMask
          if (close) {
            closeAtHome++
            if (age >= 5 && age <= 12) schoolChild = 1
          }
          if (age >= 75 && draw(frailty, personLow[m], personHigh[m]) < frailShare * certain) frail = 1
        } else if (m !== i && (dearAway < 0 || close) && ((word[m] >>> activityShift) & 7) !== activity.pupil) dearAway = m
      }
      const partnerAway = !isAway && partner[i] >= 0 && place[partner[i]] !== here
      const apart = isAway ? closeAtHome : partnerAway ? 1 : 0

      sampleDestinations(world, destinations, itsHome, origin[h], where, low, high, sample, correction, shares)
      const xh = x[itsHome]
      const yh = y[itsHome]
      const zh = z[itsHome]

      // Staying as things are.
      const familyHome = itsRegistration === itsHome ? insider[kind * count + itsHome] : outsider[kind * count + itsHome]
      const personHome = itsRegistration === itsHome ? insider[itsHome] : outsider[itsHome]
      let stay = worth(worthTable, perHead) * familyHome
      for (let n = 0; n < apart; n++) stay *= apartFactor
      if (isAway) stay *= (outsider[here] / personHome) * distance[distanceTo(xh, yh, zh, x[here], y[here], z[here])] * known(here, sample, shares, network)

      // What the person brings in now, and what the household would have without it.
      const farmers = Math.max(1, (itsWord >>> householdWord.workersShift) & 15)
      const unpaid = here < villages ? 1 : paid
      const earns = does === activity.farm
        // The first to leave costs a third of the crops, further ones their marginal product.
        ? farmIncome[here] * (awayMembers === 0 ? Math.min(1, cropLoss * farmers) : farmLabourElasticity)
        : does === activity.offFarm ? unpaid * wage[here * 2 + skill]
          : does === activity.unemployed ? unpaid * wage[here * 2] * unemployedIncome : 0
      const shared = isAway ? remittanceReturn * remittanceSplit : 1
      const rest = Math.max(0, perHead * size - (earns / wageMean) * shared)
      const workersHome = (itsWord >>> householdWord.workersShift) & 15
      const moversSkill = isAway ? skill : (itsWord & householdWord.skilled) !== 0 ? 1 : 0
      const canMove = !isAway && members > 0 && members <= 8
      const canSend = all > 1 && (isAway || itsHome < villages || !leftWhole)
      const ownTown = town[origin[h]]
      let personThere = familyHome / personHome
      for (let n = 0; n < closeAtHome; n++) personThere *= apartFactor
      const moversPay = (Math.max(workersHome, 1) * paid) / size
      let sumSend = 0
      let sumMove = 0
      for (let n = 0; n < sampleSize; n++) {
        const d = sample[n]
        sendTo[n] = 0
        moveTo[n] = 0
        if (correction[n] === 0 || d === here) continue
        const at = d * row.width
        const near = correction[n] * distance[distanceTo(xh, yh, zh, rows[at + row.x], rows[at + row.y], rows[at + row.z])] * network[(shares[n] * 64 + 0.5) | 0]
        if (canSend) {
          const sent = (rest + budgetShared * paid * rows[at + row.expected + skill]) / all
          sendTo[n] = near * worth(worthTable, sent) * rows[at + row.outsider] * personThere
          sumSend += sendTo[n]
        }
        if (canMove) {
          const there = itsRegistration === d ? insider[kind * count + d] : rows[at + row.outsider + kind]
          moveTo[n] = near * worth(worthTable, moversPay * rows[at + row.expected + moversSkill]) * there * (d === ownTown ? townFactor : 1)
          sumMove += moveTo[n]
        }
      }

      // Values of the ways relative to staying.
      const send = sumSend > 0 ? weightSend * raised(sumSend / sampleSize / stay, scale) : 0
      const move = sumMove > 0 ? weightMove * raised(sumMove / sampleSize / stay, scale) : 0
      let join = 0
      const target = isAway ? here : dearAway >= 0 ? place[dearAway] : -1
      if (target >= villages && members > 0 && target !== itsHome && members <= 6) {
        const earners = workersHome + (isAway ? 1 : awayMembers)
        const together = worth(worthTable, (earners * paid * expected[target * 2 + skill]) / all)
        join = weightJoin * raised((together * outsider[kind * count + target]
          * distance[distanceTo(xh, yh, zh, x[target], y[target], z[target])] * known(target, sample, shares, network)) / stay, scale)
      }
      let back = 0
      const village = isAway ? itsHome : origin[h]
      if (isAway || (leftWhole && members > 0)) {
        const extra = returnAge * Math.max(0, (word[i] & ageMask) - 50) + (does === activity.unemployed ? returnUnemployed : 0)
          + returnSchool * schoolChild + returnFrail * frail
        const earning = village < villages
          ? (farmIncome[village] * (1 - localShare[village]) + wage[village * 2 + skill] * localShare[village]) / wageMean
          : paid * expected[village * 2 + skill]
        const withMe = isAway ? (rest + earning) / all : (earning * Math.max(1, workersHome)) / size
        const there = isAway ? familyHome : insider[kind * count + village]
        back = weightReturn * exp(extra) * raised((worth(worthTable, withMe) * there) / stay, scale)
      }

      let v = (draw(how, low, high) / certain) * (1 + send + join + move + back) - 1
      if (v < 0) continue
      if (v < send) {
        decisions.push({ household: h, way: way.send, person: i, place: choose(sample, sendTo, v / send, sumSend) })
      } else if ((v -= send) < join) {
        decisions.push({ household: h, way: way.join, person: i, place: target })
      } else if ((v -= join) < move) {
        decisions.push({ household: h, way: way.move, person: i, place: choose(sample, moveTo, v / move, sumMove) })
      } else {
        const toTown = v - move < returnTown * back
        decisions.push({ household: h, way: way.return, person: i, place: toTown ? town[village] : village })
      }
    }
  }
  inBlocks(households.count, think)
  return decisions
}

/** x^scale; the usual scale of one half is a square root. */
const raised = (x: number, scale: number): number => (scale === 0.5 ? Math.sqrt(x) : pow(x, scale))

/** What co-villagers are worth at a place of the sample; 1 at others. */
function known(at: number, sample: Int32Array, shares: Float64Array, network: Float64Array): number {
  for (let n = 0; n < sampleSize; n++) if (sample[n] === at) return network[(shares[n] * 64 + 0.5) | 0]
  return 1
}

/** The place of the sample at which the running sum of weights passes u × sum. */
function choose(sample: Int32Array, weights: Float64Array, u: number, sum: number): number {
  let left = u * sum
  let chosen = -1
  for (let n = 0; n < sampleSize; n++) {
    if (weights[n] === 0) continue
    chosen = sample[n]
    left -= weights[n]
    if (left < 0) break
  }
  return chosen
}
