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
import { certain, draw, drawEach, type Chance } from '../random.ts'
import {
  activity, activityShift, ageMask, educationShift, mean, oldestAge, villagerBit, type Households, type People, type Places, type World,
} from '../world.ts'
import { sampleDestinations, sampleDraws, sampleSize, type Destinations } from './destinations.ts'
import { distanceTo, row, single, worth, type PlaceValues } from './place-values.ts'
import { block, inBlocks, type ChanceFor } from './process.ts'
import { householdWord } from './earn.ts'

const ages = oldestAge + 1
/** Age and activity in ten bits of a person's word. */
const readiness = (word: number): number => (word & ageMask) | ((word >>> (activityShift - 7)) & 0x380)
/** Rogers–Castro propensity by age (a1 .02 α1 .1 a2 .06 α2 .1 μ2 20 λ2 .4 c .003), 1 at its peak; nobody below 16 decides, and no pupil. By readiness. */
const propensity = (() => {
  const curve = Float64Array.from({ length: ages }, (_, age) =>
    0.02 * exp(-0.1 * age) + 0.06 * exp(-0.1 * (age - 20) - exp(-0.4 * (age - 20))) + 0.003)
  const peak = Math.max(...curve.subarray(16))
  return Float64Array.from({ length: 1 << 10 }, (_, its) => {
    const age = its & ageMask
    return age < 16 || age > oldestAge || its >>> 7 === activity.pupil ? 0 : curve[age] / peak
  })
})()

export const ways = { send: 1, join: 2, move: 3, return: 4 } as const

export interface Decision {
  household: number
  way: number
  person: number
  place: number
}

/** Share of people of 75 and over who need help in the year. Assumption. */
const frailShare = 0.3

/** The households of a block that think anew, `number` of them: columns that one step fills and the next ones read. */
interface Thinkers {
  number: number
  household: Int32Array
  idLow: Int32Array
  idHigh: Int32Array
  home: Int32Array
  origin: Int32Array
  /** Who would go or return, and where that person lives. */
  person: Int32Array
  here: Int32Array
  /** Partner and children of that person at home; bits of `fact`; the member away to whom the others would move, or −1. */
  closeAtHome: Int32Array
  facts: Int32Array
  dearAway: Int32Array
  /** What services at home are worth to such a household and to the person alone. */
  familyHome: Float64Array
  personHome: Float64Array
  /** exp V of staying as things are. */
  stay: Float64Array
  /** What the household has without the person, × the mean urban wage. */
  rest: Float64Array
  /** Odds of each way against staying, and where those who join and those who return go. */
  send: Float64Array
  join: Float64Array
  move: Float64Array
  back: Float64Array
  joined: Int32Array
  /** Places that come to mind, `sampleSize` for each, see `sampleDestinations`; exp V of sending somebody and of moving there, and their sums. */
  sample: Int32Array
  correction: Float64Array
  shares: Float64Array
  sendTo: Float64Array
  moveTo: Float64Array
  sumSend: Float64Array
  sumMove: Float64Array
  /** The draws of one purpose. */
  drawn: Int32Array
}

const fact = { away: 1, leftWhole: 2, partnerAway: 4, schoolChild: 8, frail: 16 } as const

/** Room for a block, used again and again. */
const thinkers = ((): Thinkers => {
  const integer = (width = 1) => new Int32Array(block * width)
  const float = (width = 1) => new Float64Array(block * width)
  return {
    number: 0, household: integer(), idLow: integer(), idHigh: integer(), home: integer(), origin: integer(), person: integer(), here: integer(),
    closeAtHome: integer(), facts: integer(), dearAway: integer(), familyHome: float(), personHome: float(), stay: float(), rest: float(),
    send: float(), join: float(), move: float(), back: float(), joined: integer(),
    sample: integer(sampleSize), correction: float(sampleSize), shares: float(sampleSize),
    sendTo: float(sampleSize), moveTo: float(sampleSize), sumSend: float(), sumMove: float(), drawn: integer(),
  }
})()

/** What the year holds for all of them. */
interface Circumstances {
  world: World
  parameters: Parameters
  values: PlaceValues
  wageMean: number
}

/**
 * What every household that thinks decides. Values are written as exp V, so that loops multiply where the formula adds; each step is a loop of its
 * own over the thinkers of a block, because engines make short loops fast.
 */
export function decide(
  world: World, parameters: Parameters, destinations: Destinations, values: PlaceValues, chanceFor: ChanceFor,
): Decision[] {
  const { people, households } = world
  const again = chanceFor('thinking anew')
  const who = chanceFor('who goes')
  const how = chanceFor('how to move')
  const frailty = chanceFor('staying with frail parents')
  const where = Array.from({ length: sampleDraws }, (_, n) => chanceFor(`place ${n} that comes to mind`))
  const circumstances: Circumstances = { world, parameters, values, wageMean: world.ledger.means[mean.urbanWage] }
  const decisions: Decision[] = []
  inBlocks(households.count, (start, end) => {
    thinkers.number = whoThinks(thinkers, households, start, end, again, parameters.reconsider * certain)
    drawEach(who, thinkers.idLow, thinkers.idHigh, thinkers.number, thinkers.drawn)
    thinkers.number = whoGoes(thinkers, people, households)
    families(thinkers, people, households)
    careForFrail(thinkers, people, households, frailty)
    sampleDestinations(world, destinations, thinkers, where)
    stayAsItIs(thinkers, circumstances)
    sendOrMove(thinkers, circumstances)
    bringFamily(thinkers, circumstances)
    goBack(thinkers, circumstances)
    drawEach(how, thinkers.idLow, thinkers.idHigh, thinkers.number, thinkers.drawn)
    choose(thinkers, circumstances, decisions)
  })
  return decisions
}

/** Households to which something has happened, and some of the others. @returns how many they are */
function whoThinks(
  { household, idLow: itsLow, idHigh: itsHigh, home: itsHome, origin: itsOrigin }: Thinkers, { first, home, origin, word, idLow, idHigh }: Households,
  start: number, end: number, again: Chance, threshold: number,
): number {
  let number = 0
  for (let h = start; h < end; h++) {
    if (first[h] < 0) continue
    if ((word[h] & householdWord.event) === 0 && draw(again, idLow[h], idHigh[h]) >= threshold) continue
    household[number] = h
    itsLow[number] = idLow[h]
    itsHigh[number] = idHigh[h]
    itsHome[number] = home[h]
    itsOrigin[number++] = origin[h]
  }
  return number
}

/** Who might go: by age, pupils not. Without an event the less mobile think less often, so some households drop out. @returns how many are left */
function whoGoes(thinkers: Thinkers, { word, next, place }: People, { first, word: words }: Households): number {
  const { number: before, household, idLow, idHigh, home, origin, person, here, drawn } = thinkers
  let number = 0
  for (let n = 0; n < before; n++) {
    const h = household[n]
    let total = 0
    for (let m = first[h]; m >= 0; m = next[m]) total += propensity[readiness(word[m])]
    if (total === 0) continue
    const pick = (drawn[n] / certain) * ((words[h] & householdWord.event) !== 0 ? total : Math.max(1, total))
    if (pick >= total) continue
    let i = first[h]
    for (let running = propensity[readiness(word[i])]; running <= pick; running += propensity[readiness(word[i])]) i = next[i]
    household[number] = h
    idLow[number] = idLow[n]
    idHigh[number] = idHigh[n]
    home[number] = home[n]
    origin[number] = origin[n]
    person[number] = i
    here[number++] = place[i]
  }
  return number
}

/** Those whom separation hurts: partner and children of the person at home, who is away; and whether a child at home goes to school. */
function families(thinkers: Thinkers, { word, place, next, partner, mother, father }: People, { first }: Households): void {
  const { number, household, home, origin, person, here, closeAtHome, facts, dearAway } = thinkers
  for (let n = 0; n < number; n++) {
    const i = person[n]
    const itsHome = home[n]
    const itsPartner = partner[i]
    let close = 0
    let away = -1
    let found = (here[n] !== itsHome ? fact.away : 0) | (itsHome !== origin[n] ? fact.leftWhole : 0)
    for (let m = first[household[n]]; m >= 0; m = next[m]) {
      const isClose = m === itsPartner || mother[m] === i || father[m] === i
      if (place[m] === itsHome) {
        if (!isClose) continue
        close++
        const age = word[m] & ageMask
        if (age >= 5 && age <= 12) found |= fact.schoolChild
      } else if (m !== i && (away < 0 || isClose) && ((word[m] >>> activityShift) & 7) !== activity.pupil) away = m
    }
    if ((found & fact.away) === 0 && itsPartner >= 0 && place[itsPartner] !== here[n]) found |= fact.partnerAway
    closeAtHome[n] = close
    dearAway[n] = away
    facts[n] = found
  }
}

/** Whether somebody of 75 and over at home needs help, for those who may return. */
function careForFrail(thinkers: Thinkers, { word, place, next, idLow, idHigh }: People, { first }: Households, frailty: Chance): void {
  const { number, household, home, facts } = thinkers
  for (let n = 0; n < number; n++) {
    if ((facts[n] & (fact.away | fact.leftWhole)) === 0) continue
    for (let m = first[household[n]]; m >= 0; m = next[m]) {
      if (place[m] !== home[n] || (word[m] & ageMask) < 75) continue
      if (draw(frailty, idLow[m], idHigh[m]) < frailShare * certain) facts[n] |= fact.frail
    }
  }
}

/** Kind of household for the weights of services. */
function kindOf(itsWord: number): number {
  const alone = (itsWord & householdWord.members) <= 1 && ((itsWord >>> householdWord.awayShift) & 63) === 0
  const elder = (itsWord & householdWord.elder) !== 0
  return alone ? single : (itsWord & householdWord.child) !== 0 ? (elder ? 4 : 2) : elder ? 3 : 1
}

/** Staying as things are, and what the household has without the person. */
function stayAsItIs(thinkers: Thinkers, { world, parameters, values, wageMean }: Circumstances): void {
  const { number, household, home, person, here, facts, closeAtHome, sample, shares, familyHome, personHome, rest, stay } = thinkers
  const { word, registered } = world.people
  const { word: words, income } = world.households
  const { villages, count, farmIncome, wage } = world.places
  const { insider, outsider, network, worth: worthTable } = values
  const { cropLoss, farmLabourElasticity, remittanceReturn, remittanceSplit, unemployedIncome, villagerWage, separation } = parameters
  const apartFactor = exp(-separation)
  const awayShare = remittanceReturn * remittanceSplit
  for (let n = 0; n < number; n++) {
    const i = person[n]
    const itsHome = home[n]
    const there = here[n]
    const itsWord = words[household[n]]
    const isAway = (facts[n] & fact.away) !== 0
    const size = Math.max(1, itsWord & householdWord.members)
    const perHead = income[household[n]] / wageMean
    const offered = registered[i] === itsHome ? insider : outsider
    const family = offered[kindOf(itsWord) * count + itsHome]
    familyHome[n] = family
    personHome[n] = offered[itsHome]
    let staying = worth(worthTable, perHead) * family
    const apart = isAway ? closeAtHome[n] : (facts[n] & fact.partnerAway) !== 0 ? 1 : 0
    for (let m = 0; m < apart; m++) staying *= apartFactor
    if (isAway) {
      staying *= (outsider[there] / offered[itsHome]) * nearness(world.places, values, itsHome, there)
        * known(there, sample, shares, n, network)
    }
    stay[n] = staying

    const skill = (word[i] >>> (educationShift + 1)) & 1
    const paid = (word[i] & villagerBit) !== 0 ? villagerWage : 1
    const does = (word[i] >>> activityShift) & 7
    const farmers = Math.max(1, (itsWord >>> householdWord.workersShift) & 15)
    const unpaid = there < villages ? 1 : paid
    const earns = does === activity.farm
      // The first to leave costs a third of the crops, further ones their marginal product.
      ? farmIncome[there] * (((itsWord >>> householdWord.awayShift) & 63) === 0 ? Math.min(1, cropLoss * farmers) : farmLabourElasticity)
      : does === activity.offFarm ? unpaid * wage[there * 2 + skill]
        : does === activity.unemployed ? unpaid * wage[there * 2] * unemployedIncome : 0
    rest[n] = Math.max(0, perHead * size - (earns / wageMean) * (isAway ? awayShare : 1))
  }
}

/** Sending the person, or moving the household, to one of the places that come to mind. */
function sendOrMove(thinkers: Thinkers, { world, parameters, values }: Circumstances): void {
  const { number, household, home, origin, person, here, facts, closeAtHome, familyHome, personHome, rest, stay, send, move } = thinkers
  const { sample, correction, shares, sendTo, moveTo, sumSend: sumsSend, sumMove: sumsMove } = thinkers
  const { word, registered } = world.people
  const { word: words } = world.households
  const { villages, count, town, prefecture, urbanRank, pairStart, x, y, z } = world.places
  const { insider, rows, distance, pairs, ownCounty, network, worth: worthTable } = values
  const joined = pairs.length > 0
  const { budgetShared, villagerWage, nestScale: scale } = parameters
  const weightSend = exp(parameters.constantSend)
  const weightMoveOn = weightSend * exp(-parameters.moveOn)
  const weightMove = exp(parameters.constantMove)
  const apartFactor = exp(-parameters.separation)
  const townFactor = exp(parameters.townMove / scale)
  for (let n = 0; n < number; n++) {
    const i = person[n]
    const itsHome = home[n]
    const itsWord = words[household[n]]
    const members = itsWord & householdWord.members
    const all = members + ((itsWord >>> householdWord.awayShift) & 63)
    const isAway = (facts[n] & fact.away) !== 0
    const canSend = all > 1 && (isAway || itsHome < villages || (facts[n] & fact.leftWhole) === 0)
    const canMove = !isAway && members > 0 && members <= 8
    const paid = (word[i] & villagerBit) !== 0 ? villagerWage : 1
    const skill = (word[i] >>> (educationShift + 1)) & 1
    const moversSkill = isAway ? skill : (itsWord & householdWord.skilled) !== 0 ? 1 : 0
    const moversPay = (Math.max((itsWord >>> householdWord.workersShift) & 15, 1) * paid) / Math.max(1, members)
    const kind = kindOf(itsWord)
    const itsOrigin = origin[n]
    const ownTown = town[itsOrigin]
    const itsRest = rest[n]
    const itsRegistration = registered[i]
    let personThere = familyHome[n] / personHome[n]
    for (let m = 0; m < closeAtHome[n]; m++) personThere *= apartFactor
    const xh = x[itsHome]
    const yh = y[itsHome]
    const zh = z[itsHome]
    let sumSend = 0
    let sumMove = 0
    for (let s = n * sampleSize; s < (n + 1) * sampleSize; s++) {
      const d = sample[s]
      sendTo[s] = 0
      moveTo[s] = 0
      if (correction[s] === 0 || d === here[n]) continue
      const at = d * row.width
      const isPair = joined && itsHome < villages && prefecture[d] === prefecture[itsHome]
      const near = correction[s] * (isPair ? pairs[pairStart[itsHome] + urbanRank[d]]
        : distance[distanceTo(xh, yh, zh, rows[at + row.x], rows[at + row.y], rows[at + row.z])]) * network[(shares[s] * 64 + 0.5) | 0]
      if (canSend) {
        const sent = (itsRest + budgetShared * paid * rows[at + row.expected + skill]) / all
        sendTo[s] = near * worth(worthTable, sent) * rows[at + row.outsider] * personThere
        sumSend += sendTo[s]
      }
      if (canMove) {
        const there = itsRegistration === d ? insider[kind * count + d] : rows[at + row.outsider + kind]
        moveTo[s] = near * worth(worthTable, moversPay * rows[at + row.expected + moversSkill]) * there
          * (!joined || itsOrigin >= villages ? (d === ownTown ? townFactor : 1)
            : prefecture[d] === prefecture[itsOrigin] ? 1 + ownCounty[pairStart[itsOrigin] + urbanRank[d]] * (townFactor - 1) : 1)
        sumMove += moveTo[s]
      }
    }
    sumsSend[n] = sumSend
    sumsMove[n] = sumMove
    send[n] = sumSend > 0 ? (isAway ? weightMoveOn : weightSend) * raised(sumSend / sampleSize / stay[n], scale) : 0
    move[n] = sumMove > 0 ? weightMove * raised(sumMove / sampleSize / stay[n], scale) : 0
  }
}

/** Bringing the family to where one of it lives. */
function bringFamily(thinkers: Thinkers, { world, parameters, values }: Circumstances): void {
  const { number, household, home, person, here, facts, dearAway, sample, shares, stay, join, joined } = thinkers
  const { word, place } = world.people
  const { word: words } = world.households
  const { villages, count } = world.places
  const { outsider, expected, network, worth: worthTable } = values
  const { villagerWage, nestScale: scale } = parameters
  const weight = exp(parameters.constantJoin)
  for (let n = 0; n < number; n++) {
    const itsHome = home[n]
    const itsWord = words[household[n]]
    const members = itsWord & householdWord.members
    const isAway = (facts[n] & fact.away) !== 0
    const target = isAway ? here[n] : dearAway[n] >= 0 ? place[dearAway[n]] : -1
    joined[n] = target
    join[n] = 0
    if (target < villages || members === 0 || target === itsHome || members > 6) continue
    const its = word[person[n]]
    const awayMembers = (itsWord >>> householdWord.awayShift) & 63
    const earners = ((itsWord >>> householdWord.workersShift) & 15) + (isAway ? 1 : awayMembers)
    const paid = (its & villagerBit) !== 0 ? villagerWage : 1
    const together = worth(worthTable, (earners * paid * expected[target * 2 + ((its >>> (educationShift + 1)) & 1)]) / (members + awayMembers))
    join[n] = weight * raised((together * outsider[kindOf(itsWord) * count + target]
      * nearness(world.places, values, itsHome, target) * known(target, sample, shares, n, network)) / stay[n], scale)
  }
}

/** Returning: of who is away to the household, of a household that left whole to where it has its land. */
function goBack(thinkers: Thinkers, { world, parameters, values, wageMean }: Circumstances): void {
  const { number, household, home, origin, person, facts, familyHome, rest, stay, back } = thinkers
  const { word } = world.people
  const { word: words } = world.households
  const { villages, count, farmIncome, wage, localShare } = world.places
  const { insider, expected, worth: worthTable } = values
  const { returnAge, returnFrail, returnSchool, returnUnemployed, villagerWage, nestScale: scale } = parameters
  const weight = exp(parameters.constantReturn)
  for (let n = 0; n < number; n++) {
    const itsWord = words[household[n]]
    const members = itsWord & householdWord.members
    const isAway = (facts[n] & fact.away) !== 0
    back[n] = 0
    if (!isAway && ((facts[n] & fact.leftWhole) === 0 || members === 0)) continue
    const its = word[person[n]]
    const skill = (its >>> (educationShift + 1)) & 1
    const extra = returnAge * Math.max(0, (its & ageMask) - 50) + (((its >>> activityShift) & 7) === activity.unemployed ? returnUnemployed : 0)
      + returnSchool * ((facts[n] & fact.schoolChild) !== 0 ? 1 : 0) + returnFrail * ((facts[n] & fact.frail) !== 0 ? 1 : 0)
    const village = isAway ? home[n] : origin[n]
    const earning = village < villages
      ? (farmIncome[village] * (1 - localShare[village]) + wage[village * 2 + skill] * localShare[village]) / wageMean
      : ((its & villagerBit) !== 0 ? villagerWage : 1) * expected[village * 2 + skill]
    const withMe = isAway
      ? (rest[n] + earning) / (members + ((itsWord >>> householdWord.awayShift) & 63))
      : (earning * Math.max(1, (itsWord >>> householdWord.workersShift) & 15)) / Math.max(1, members)
    const there = isAway ? familyHome[n] : insider[kindOf(itsWord) * count + village]
    back[n] = weight * exp(extra) * raised((worth(worthTable, withMe) * there) / stay[n], scale)
  }
}

/** Each way of moving has its odds against staying; a draw picks one, and what is left of the draw picks the place. */
function choose(thinkers: Thinkers, { world, parameters: { returnTown } }: Circumstances, decisions: Decision[]): void {
  const { number, household, home, origin, person, facts, send, join, move, back, joined, sample, sendTo, moveTo, sumSend, sumMove, drawn } = thinkers
  const { town } = world.places
  for (let n = 0; n < number; n++) {
    let v = (drawn[n] / certain) * (1 + send[n] + join[n] + move[n] + back[n]) - 1
    if (v < 0) continue
    let way: number
    let place: number
    if (v < send[n]) {
      way = ways.send
      place = oneOf(sample, sendTo, n, v / send[n], sumSend[n])
    } else if ((v -= send[n]) < join[n]) {
      way = ways.join
      place = joined[n]
    } else if ((v -= join[n]) < move[n]) {
      way = ways.move
      place = oneOf(sample, moveTo, n, v / move[n], sumMove[n])
    } else {
      const village = (facts[n] & fact.away) !== 0 ? home[n] : origin[n]
      way = ways.return
      place = v - move[n] < returnTown * back[n] ? town[village] : village
    }
    decisions.push({ household: household[n], way, person: person[n], place })
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
function known(at: number, sample: Int32Array, shares: Float64Array, n: number, network: Float64Array): number {
  for (let s = n * sampleSize; s < (n + 1) * sampleSize; s++) if (sample[s] === at) return network[(shares[s] * 64 + 0.5) | 0]
  return 1
}

/** The place of the n-th thinker's sample at which the running sum of weights passes u × sum. */
function oneOf(sample: Int32Array, weights: Float64Array, n: number, u: number, sum: number): number {
  let left = u * sum
  let chosen = -1
  for (let s = n * sampleSize; s < (n + 1) * sampleSize; s++) {
    if (weights[s] === 0) continue
    chosen = sample[s]
    left -= weights[s]
    if (left < 0) break
  }
  return chosen
}
