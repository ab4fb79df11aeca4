/**
 * What each way of moving is worth to the households that think: staying, sending one member, bringing the family after, moving whole, returning. Values are
 * written as exp V, so that loops multiply where the formula adds: see decide.ts. Each step is a loop of its own over the thinkers of a block, or over those of
 * them whom it concerns, because engines make short loops fast; and what differs from one to the next is looked up rather than branched on.
 */
import { exp, pow } from '../math.ts'
import type { Parameters } from '../parameters.ts'
import { certain } from '../random.ts'
import { activityShift, ageMask, educationShift, villagerShift } from '../person-word.ts'
import { activity, type Places, type World } from '../world.ts'
import { householdWord } from './share-income.ts'
import * as fact from './thinker-facts.ts'
import { distanceTo, kinds, worth, type PlaceValues } from './place-values.ts'
import * as row from './place-row.ts'
import { sampleSize, thinker } from './thinker.ts'

/** What the year holds for all of them. */
export interface Circumstances {
  world: World
  parameters: Parameters
  values: PlaceValues
  wageMean: number
}

/**
 * Weighs the ways of the first `number` of `thinkers`.
 * @returns how many may move at all, with their positions in `some`; the odds of the others are too low for their draw, and not known in full
 */
export function weighWays(circumstances: Circumstances, number: number): number {
  stayAsItIs(circumstances, number)
  awayFromHome(circumstances, number)
  without(circumstances, number)
  bringFamily(circumstances, number)
  goBack(circumstances, number)
  nearTo(circumstances, number)
  const movers = mayMove(circumstances, number)
  sendOrMove(circumstances, movers)
  return movers
}

/** Parts of the packed words. */
const { members: membersMask, awayShift, workersShift, skilled } = householdWord
const { farm, offFarm, unemployed } = activity
const membersOf = (its: number): number => its & membersMask
const awayOf = (its: number): number => (its >>> awayShift) & 63
const workersOf = (its: number): number => (its >>> workersShift) & 15
const skillOf = (word: number): number => (word >>> (educationShift + 1)) & 1
const activityOf = (word: number): number => (word >>> activityShift) & 7
const villagerOf = (word: number): number => (word >>> villagerShift) & 1

/** Kind of household for the weights of services: see `kinds`. One person is 0, and others are told by the two bits for children and elders. */
const kindOf = (its: number): number => (1 + ((its >>> childShift) & 3)) * +((its & membersAndAway) > 1)
const childShift = 16
/** Both counts as one number: more than 1 unless there is one member at home, or nobody. */
const membersAndAway = 0xfff

/** Staying as things are. */
function stayAsItIs({ world, parameters, values, wageMean }: Circumstances, number: number): void {
  const { facts, registered, home, word, familyHome, personHome, household, closeAtHome, stay } = thinker
  const { income } = world.households
  const { count } = world.places
  const { offer, worth: worthTable } = values
  const apartFactor = exp(-parameters.separation)
  for (let n = 0; n < number; n++) {
    const itsFacts = facts[n]
    // Offers to people registered elsewhere stand after those to people registered there.
    const offered = +(registered[n] !== home[n]) * kinds * count + home[n]
    const family = offer[offered + kindOf(word[n]) * count]
    familyHome[n] = family
    personHome[n] = offer[offered]
    let staying = worth(worthTable, income[household[n]] / wageMean) * family
    const apart = (itsFacts & fact.away) !== 0 ? closeAtHome[n] : +((itsFacts & fact.partnerAway) !== 0)
    for (let m = 0; m < apart; m++) staying *= apartFactor
    stay[n] = staying
  }
}

/** The same for persons who are away: what they have where they live. */
function awayFromHome({ world: { places }, values }: Circumstances, number: number): void {
  const { some, facts, here, stay, personHome, home } = thinker
  const { outsider, network } = values
  let away = 0
  for (let n = 0; n < number; n++) {
    some[away] = n
    away += facts[n] & fact.away
  }
  for (let k = 0; k < away; k++) {
    const n = some[k]
    const there = here[n]
    stay[n] *= (outsider[there] / personHome[n]) * nearness(places, values, home[n], there) * known(there, n, network)
  }
}

/** What the household has without the person. */
function without({ world, parameters, wageMean }: Circumstances, number: number): void {
  const { word: itsWord, personWord, here, rest, household, facts } = thinker
  const { income } = world.households
  const { villages, farmIncome, wage } = world.places
  const { cropLoss, farmLabourElasticity, remittanceReturn, remittanceSplit, unemployedIncome, villagerWage } = parameters
  const pays = Float64Array.of(1, villagerWage)
  const sharesWith = Float64Array.of(1, remittanceReturn * remittanceSplit)
  // By what the person does: the part of the crops that is lost with a farmer, and the part of a wage.
  const wagePart = new Float64Array(8)
  wagePart[offFarm] = 1
  wagePart[unemployed] = unemployedIncome
  const skilledPay = new Int32Array(8)
  skilledPay[offFarm] = 1
  // The first to leave costs a third of the crops, further ones their marginal product: by whether somebody is away, and by workers.
  const lost = Float64Array.from({ length: 32 }, (_, at) => (at < 16 ? Math.min(1, cropLoss * Math.max(1, at)) : farmLabourElasticity))
  for (let n = 0; n < number; n++) {
    const its = itsWord[n]
    const word = personWord[n]
    const does = activityOf(word)
    const there = here[n]
    const cropPart = lost[+(awayOf(its) > 0) * 16 + workersOf(its)] * +(does === farm)
    const paid = pays[villagerOf(word) & +(there >= villages)]
    const earns = farmIncome[there] * cropPart + paid * wage[there * 2 + (skillOf(word) & skilledPay[does])] * wagePart[does]
    rest[n] = Math.max(0, (income[household[n]] / wageMean) * Math.max(1, membersOf(its)) - (earns / wageMean) * sharesWith[facts[n] & fact.away])
  }
}

/** How near the places of the sample are, × their correction and what co-villagers are worth; and what they offer, nearness taken into account. */
function nearTo({ world: { places }, values }: Circumstances, number: number): void {
  const { home, here, registered, word, sample, correction, shares, near, nearToOne, nearToAll } = thinker
  const { villages, prefecture, urbanRank, pairStart, x, y, z } = places
  const { rows, distance, pairs, network } = values
  const joined = pairs.length > 0
  for (let n = 0; n < number; n++) {
    const itsHome = home[n]
    const itsHere = here[n]
    const itsRegistration = registered[n]
    const mayPair = joined && itsHome < villages
    const kind = row.outsider + kindOf(word[n])
    const xh = x[itsHome]
    const yh = y[itsHome]
    const zh = z[itsHome]
    let toOne = 0
    let toAll = 0
    for (let s = n * sampleSize; s < (n + 1) * sampleSize; s++) {
      const d = sample[s]
      const at = d * row.width
      const isPair = mayPair && prefecture[d] === prefecture[itsHome]
      const value = +(d !== itsHere) * correction[s] * (isPair ? pairs[pairStart[itsHome] + urbanRank[d]]
        : distance[distanceTo(xh, yh, zh, rows[at + row.x], rows[at + row.y], rows[at + row.z])]) * network[(shares[s] * 64 + 0.5) | 0]
      near[s] = value
      toOne += value * rows[at + row.outsider]
      toAll += value * rows[at + kind + +(d === itsRegistration) * (row.insider - row.outsider)]
    }
    nearToOne[n] = toOne
    nearToAll[n] = toAll
  }
}

/** Whether the household can send the person. */
const canSend = (its: number, facts: number, home: number, villages: number): boolean =>
  membersOf(its) + awayOf(its) > 1 && ((facts & fact.away) !== 0 || home < villages || (facts & fact.leftWhole) === 0)

/** Whether the household can move with all who are at home. */
const canMove = (its: number, facts: number): boolean => (facts & fact.away) === 0 && membersOf(its) > 0 && membersOf(its) <= 8

/** Expected pay per head of a household that moves whole is this × the expected pay of one. */
const moversPay = (its: number, paid: number): number => (Math.max(workersOf(its), 1) * paid) / Math.max(1, membersOf(its))

/**
 * Most thinkers stay: their draw is so low that the odds of moving would have to be many times what they are. If all places of the sample paid as the best of all
 * does, the odds would be higher than they are; who stays even then need not be looked at more closely. Sums differ in their last digits by the order in which
 * they are added, which `certainly` leaves room for.
 * @returns how many are left
 */
function mayMove({ world, parameters, values }: Circumstances, number: number): number {
  const { word, facts, personWord, join, back, home, familyHome, personHome, closeAtHome, rest, nearToOne, stay, nearToAll, some, drawn } = thinker
  const { villages } = world.places
  const { worth: worthTable, highestPay } = values
  const { budgetShared, villagerWage, nestScale: scale } = parameters
  const [weightSend, weightMoveOn, weightMove] = constantsOf(parameters)
  const apartFactor = exp(-parameters.separation)
  const townFactor = Math.max(1, exp(parameters.townMove / scale))
  let left = 0
  for (let n = 0; n < number; n++) {
    const its = word[n]
    const isAway = (facts[n] & fact.away) !== 0
    const paid = villagerOf(personWord[n]) === 1 ? villagerWage : 1
    let odds = 1 + join[n] + back[n]
    if (canSend(its, facts[n], home[n], villages)) {
      let there = familyHome[n] / personHome[n]
      for (let m = 0; m < closeAtHome[n]; m++) there *= apartFactor
      const sent = worth(worthTable, (rest[n] + budgetShared * paid * highestPay) / (membersOf(its) + awayOf(its)))
      odds += (isAway ? weightMoveOn : weightSend) * raised((nearToOne[n] * sent * there) / sampleSize / stay[n], scale)
    }
    if (canMove(its, facts[n])) {
      odds += weightMove * raised((nearToAll[n] * worth(worthTable, moversPay(its, paid) * highestPay) * townFactor) / sampleSize / stay[n], scale)
    }
    some[left] = n
    left += +!((drawn[n] / certain) * odds < certainly)
  }
  return left
}

const certainly = 1 - 1e-9

/** exp of the constants of sending a member, of sending one on who is away, and of moving whole. */
const constantsOf = ({ constantSend, moveOn, constantMove }: Parameters): [number, number, number] =>
  [exp(constantSend), exp(constantSend) * exp(-moveOn), exp(constantMove)]

/** Sending the person, or moving the household, to one of the places that come to mind; of those who may move. */
function sendOrMove({ world, parameters, values }: Circumstances, number: number): void {
  const { some, word, facts, home, personWord, origin, familyHome, personHome, closeAtHome, rest, registered, send, stay, move } = thinker
  const { sample, sendTo, moveTo, near, sumSend: itsSumSend, sumMove: itsSumMove } = thinker
  const { villages, town, prefecture, urbanRank, pairStart } = world.places
  const { rows, pairs, ownCounty, worth: worthTable } = values
  const joined = pairs.length > 0
  const { budgetShared, villagerWage, nestScale: scale } = parameters
  const [weightSend, weightMoveOn, weightMove] = constantsOf(parameters)
  const apartFactor = exp(-parameters.separation)
  const townFactor = exp(parameters.townMove / scale)
  for (let k = 0; k < number; k++) {
    const n = some[k]
    const its = word[n]
    const isAway = (facts[n] & fact.away) !== 0
    const sends = canSend(its, facts[n], home[n], villages)
    const moves = canMove(its, facts[n])
    const all = membersOf(its) + awayOf(its)
    const paid = villagerOf(personWord[n]) === 1 ? villagerWage : 1
    const skill = skillOf(personWord[n])
    const moversSkill = (its & skilled) !== 0 ? 1 : 0
    const perHead = moversPay(its, paid)
    const kind = row.outsider + kindOf(its)
    const itsOrigin = origin[n]
    let personThere = familyHome[n] / personHome[n]
    for (let m = 0; m < closeAtHome[n]; m++) personThere *= apartFactor
    let sumSend = 0
    let sumMove = 0
    for (let s = n * sampleSize; s < (n + 1) * sampleSize; s++) {
      const d = sample[s]
      const at = d * row.width
      sendTo[s] = 0
      moveTo[s] = 0
      if (near[s] === 0) continue
      if (sends) {
        const sent = (rest[n] + budgetShared * paid * rows[at + row.expected + skill]) / all
        sendTo[s] = near[s] * worth(worthTable, sent) * rows[at + row.outsider] * personThere
        sumSend += sendTo[s]
      }
      if (moves) {
        moveTo[s] = near[s] * worth(worthTable, perHead * rows[at + row.expected + moversSkill])
          * rows[at + kind + +(d === registered[n]) * (row.insider - row.outsider)]
          * (!joined || itsOrigin >= villages ? (d === town[itsOrigin] ? townFactor : 1)
            : prefecture[d] === prefecture[itsOrigin] ? 1 + ownCounty[pairStart[itsOrigin] + urbanRank[d]] * (townFactor - 1) : 1)
        sumMove += moveTo[s]
      }
    }
    itsSumSend[n] = sumSend
    itsSumMove[n] = sumMove
    send[n] = sumSend > 0 ? (isAway ? weightMoveOn : weightSend) * raised(sumSend / sampleSize / stay[n], scale) : 0
    move[n] = sumMove > 0 ? weightMove * raised(sumMove / sampleSize / stay[n], scale) : 0
  }
}

/** Bringing the family to where one of it lives. */
function bringFamily({ world: { places }, parameters, values }: Circumstances, number: number): void {
  const { word, some, familyAt, home, join, facts, personWord, stay } = thinker
  const { villages, count } = places
  const { outsider, expected, network, worth: worthTable } = values
  const { villagerWage, nestScale: scale } = parameters
  const weight = exp(parameters.constantJoin)
  let able = 0
  for (let n = 0; n < number; n++) {
    const members = membersOf(word[n])
    some[able] = n
    able += +(familyAt[n] >= villages) & +(members > 0) & +(familyAt[n] !== home[n]) & +(members <= 6)
  }
  join.fill(0, 0, number)
  for (let k = 0; k < able; k++) {
    const n = some[k]
    const target = familyAt[n]
    const its = word[n]
    const earners = workersOf(its) + ((facts[n] & fact.away) !== 0 ? 1 : awayOf(its))
    const paid = villagerOf(personWord[n]) === 1 ? villagerWage : 1
    const together = worth(worthTable, (earners * paid * expected[target * 2 + skillOf(personWord[n])]) / (membersOf(its) + awayOf(its)))
    join[n] = weight * raised((together * outsider[kindOf(its) * count + target]
      * nearness(places, values, home[n], target) * known(target, n, network)) / stay[n], scale)
  }
}

/** Returning: of who is away to the household, of a household that left whole to where it has its land. */
function goBack({ world, parameters, values, wageMean }: Circumstances, number: number): void {
  const { some, facts, word: itsWord, back, personWord, home, origin, rest, familyHome, stay } = thinker
  const { villages, count, farmIncome, wage, localShare } = world.places
  const { insider, expected, worth: worthTable } = values
  const { returnAge, returnFrail, returnSchool, returnUnemployed, villagerWage, nestScale: scale } = parameters
  const weight = exp(parameters.constantReturn)
  let able = 0
  for (let n = 0; n < number; n++) {
    some[able] = n
    able += (facts[n] & fact.away) | (+((facts[n] & fact.leftWhole) !== 0) & +(membersOf(itsWord[n]) > 0))
  }
  back.fill(0, 0, number)
  for (let k = 0; k < able; k++) {
    const n = some[k]
    const its = itsWord[n]
    const members = membersOf(its)
    const word = personWord[n]
    const isAway = (facts[n] & fact.away) !== 0
    const skill = skillOf(word)
    const extra = returnAge * Math.max(0, (word & ageMask) - 50) + (activityOf(word) === unemployed ? returnUnemployed : 0)
      + returnSchool * ((facts[n] & fact.schoolChild) !== 0 ? 1 : 0) + returnFrail * ((facts[n] & fact.frail) !== 0 ? 1 : 0)
    const village = isAway ? home[n] : origin[n]
    const earning = village < villages
      ? (farmIncome[village] * (1 - localShare[village]) + wage[village * 2 + skill] * localShare[village]) / wageMean
      : (villagerOf(word) === 1 ? villagerWage : 1) * expected[village * 2 + skill]
    const withMe = isAway ? (rest[n] + earning) / (members + awayOf(its)) : (earning * Math.max(1, workersOf(its))) / Math.max(1, members)
    const there = isAway ? familyHome[n] : insider[kindOf(its) * count + village]
    back[n] = weight * exp(extra) * raised((worth(worthTable, withMe) * there) / stay[n], scale)
  }
}

/** What the way between home and a place is worth. */
function nearness({ villages, prefecture, urbanRank, pairStart, x, y, z }: Places, { distance, pairs }: PlaceValues, home: number, at: number): number {
  if (pairs.length > 0 && home < villages && at >= villages && prefecture[home] === prefecture[at]) return pairs[pairStart[home] + urbanRank[at]]
  return distance[distanceTo(x[home], y[home], z[home], x[at], y[at], z[at])]
}

/** x^scale; the usual scale of one half is a square root. */
const raised = (x: number, scale: number): number => (scale === 0.5 ? Math.sqrt(x) : pow(x, scale))

/** What co-villagers are worth at a place if it has come to the n-th thinker's mind; else 1. */
function known(at: number, n: number, network: Float64Array): number {
  const { sample, shares } = thinker
  for (let s = n * sampleSize; s < (n + 1) * sampleSize; s++) if (sample[s] === at) return network[(shares[s] * 64 + 0.5) | 0]
  return 1
}
