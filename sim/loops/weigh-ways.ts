/**
 * What each way of moving is worth to the households that think: staying, sending one member, bringing the family after, moving whole, returning. Values are
 * written as exp V, so that loops multiply where the formula adds: see decide.ts. Each step is a loop of its own over the thinkers of a block, or over those of
 * them whom it concerns, so that what they look up is fetched for many of them side by side.
 */
import { activityShift, ageMask, educationShift, farm, offFarm, unemployed, villagerShift } from '../codes/person-word.ts'
import {
  awayMask, awayShift, farmersMask, farmersShift, flagsShift, householdSkilled, membersMask, workersMask, workersShift,
} from '../codes/household-word.ts'
import * as row from '../codes/place-row.ts'
import { sampleSize } from '../codes/sample-size.ts'
import * as fact from '../codes/thinker-facts.ts'
import * as thinking from '../codes/thinking.ts'
import { atLeast, exp, pow } from './math.ts'
import { companyOf, distanceTo, nearness, worth } from './place-values.ts'
import type { PlacesInMind, Values } from './place-values.ts'
import { asShare, drawFrom } from './random.ts'
import type { Tables } from './sample-destinations.ts'
import { cropShares } from './share-income.ts'
import type { Thinker } from './thinker.ts'

/** See `Terms` of sim/processes/weigh-ways.ts. */
@unmanaged
export class Terms {
  wageMean!: f64
  villagerWage!: f64
  unemployedIncome!: f64
  netPay!: f64
  cropLoss!: f64
  sharesWithVillage!: f64
  sharesWithTown!: f64
  budgetShared!: f64
  nestScale!: f64
  returnAge!: f64
  returnFrail!: f64
  returnSchool!: f64
  returnUnemployed!: f64
  returnTown!: f64
  apartFactor!: f64
  townFactor!: f64
  weightSend!: f64
  weightMoveOn!: f64
  weightMove!: f64
  weightJoin!: f64
  weightReturn!: f64
}

/**
 * Weighs the ways of the first `number` of `thinkers`.
 * @returns how many may move at all, with their positions in `some`; the odds of the others are too low for their draw, and not known in full
 */
export function weighWays(
  households: Households, places: PlacesInMind, tables: Tables, values: Values, terms: Terms, thinker: Thinker, number: i32, keys: Int32s,
): i32 {
  stayAsItIs(households, places, values, terms, thinker, number)
  awayFromHome(places, tables, values, thinker, number)
  bringFamily(places, tables, values, terms, thinker, number)
  goBack(places, values, terms, thinker, number)
  nearTo(places, values, thinker, number)
  const movers = mayMove(places, values, terms, thinker, number, keys)
  sendOrMove(places, values, terms, thinker, movers)
  return movers
}

// Parts of the packed words.
function membersOf(its: i32): i32 { return its & membersMask }
function awayOf(its: i32): i32 { return (its >>> awayShift) & awayMask }
function workersOf(its: i32): i32 { return (its >>> workersShift) & workersMask }
function farmersOf(its: i32): i32 { return (its >>> farmersShift) & farmersMask }
function skillOf(word: i32): i32 { return (word >>> (educationShift + 1)) & 1 }
function activityOf(word: i32): i32 { return (word >>> activityShift) & 7 }
function villagerOf(word: i32): i32 { return (word >>> villagerShift) & 1 }

/** Where in `rows` stands what a place offers to somebody alone who is registered there, or elsewhere; other kinds of household come after it. */
function standingIn(place: i32, registration: i32): i32 {
  return place * row.width + row.outsider + i32(place === registration) * (row.insider - row.outsider)
}

/** 1 for who works or looks for work, else 0: a lasting trait, which no move changes. */
function worksOf(word: i32): i32 {
  const does = activityOf(word)
  return i32(does === farm) | i32(does === offFarm) | i32(does === unemployed)
}

/** 1 if there is a partner who lives elsewhere than in a place, else 0. */
function apartIn(place: i32, partnerAt: i32): i32 { return i32(partnerAt >= 0) & i32(partnerAt !== place) }

/** Who would earn where the household goes with all who are at home: its workers, or whoever decides and looks for work. */
function earnersOf(its: i32, word: i32): i32 { return atLeast(worksOf(word), workersOf(its)) }

/** Kind of household for the weights of services: see `kinds`. One person is 0, and others are distinguished by the two bits for children and elders. */
function kindOf(its: i32): i32 { return (1 + ((its >>> flagsShift) & 3)) * i32((its & membersAndAway) > 1) }
/** Part of what a member away earns that the household has: somebody alone has all of it. */
function sharedOf(its: i32, budgetShared: f64): f64 { return membersOf(its) + awayOf(its) > 1 ? budgetShared : 1.0 }

/** Both counts as one number: more than 1 unless there is one member at home, or nobody. */
const membersAndAway = membersMask | (awayMask << awayShift)

/**
 * Staying as things are; and what the household has without the person. All ways are weighed by income per head of all members, those away too, whose pay
 * counts as much as the household has of it: what they send home is in its income already.
 */
function stayAsItIs(households: Households, places: PlacesInMind, values: Values, terms: Terms, thinker: Thinker, number: i32): void {
  const facts = thinker.facts
  const registered = thinker.registered
  const home = thinker.home
  const itsWord = thinker.word
  const personWord = thinker.personWord
  const here = thinker.here
  const familyHome = thinker.familyHome
  const personHome = thinker.personHome
  const household = thinker.household
  const childrenAtHome = thinker.childrenAtHome
  const partnerAt = thinker.partnerAt
  const stay = thinker.stay
  const rest = thinker.rest
  const itsCash = thinker.cash
  const moversCash = thinker.moversCash
  const moversWord = thinker.moversWord
  const fromAway = thinker.fromAway
  const income = households.income
  const payAway = households.payAway
  const pensions = households.pensions
  const support = households.support
  const count = places.count
  const villages = places.villages
  const farmIncome = places.farmIncome
  const wage = places.wage
  const offer = values.offer
  const worthTable = values.worth
  const wageMean = terms.wageMean
  const apartFactor = terms.apartFactor
  const villagerWage = terms.villagerWage
  const unemployedIncome = terms.unemployedIncome
  const netPay = terms.netPay
  const cropLoss = terms.cropLoss
  const budgetShared = terms.budgetShared
  const sharesWithVillage = terms.sharesWithVillage
  const sharesWithTown = terms.sharesWithTown
  for (let n = 0; n < number; n++) {
    const its = itsWord[n]
    const word = personWord[n]
    const itsFacts = facts[n]
    const itsHome = home[n]
    const there = here[n]
    const isAway = (itsFacts & fact.away) !== 0
    const h = household[n]
    const has = income[h] / wageMean
    itsCash[n] = (pensions[h] + support[h]) / wageMean
    moversCash[n] = (itsFacts & fact.eldersStay) !== 0 ? support[h] / wageMean : itsCash[n]
    // Offers to people registered elsewhere stand after those to people registered there.
    const offered = i32(registered[n] !== itsHome) * row.kinds * count + itsHome
    const family = offer[offered + kindOf(its) * count]
    familyHome[n] = family
    personHome[n] = offer[offered]
    // What leaves with a farmer is what the household then harvests less.
    const does = activityOf(word)
    const cropPart = does !== farm ? 0.0
      : isAway ? 1.0 : cropShares(farmersOf(its), awayOf(its) > 0, cropLoss) - cropShares(farmersOf(its) - 1, true, cropLoss)
    const inTown = there >= villages
    const wagePart = does === offFarm ? (inTown ? netPay : 1.0) : does === unemployed ? unemployedIncome : 0.0
    const paid = inTown && villagerOf(word) !== 0 ? villagerWage : 1.0
    const earns = (farmIncome[there] * cropPart + paid * wage[there * 2 + skillOf(word)] * wagePart) / wageMean
    const sends = membersOf(its) === 0 ? 0.0 : itsHome < villages ? sharesWithVillage : sharesWithTown
    const earnedAway = payAway[h] / wageMean
    const all = has * f64(membersOf(its)) + (budgetShared - sends) * Math.max(0.0, earnedAway - (isAway ? earns : 0.0))
    const without = Math.max(0.0, all - earns * (isAway ? sends : 1.0))
    fromAway[n] = awayOf(its) > 0 ? (budgetShared * earnedAway * f64(awayOf(moversWord[n]))) / f64(awayOf(its)) : 0.0
    rest[n] = without
    let staying = worth(worthTable, (isAway ? without + sharedOf(its, budgetShared) * earns : all) / f64(membersOf(its) + awayOf(its))) * family
    const apart = apartIn(there, partnerAt[n]) + (isAway ? childrenAtHome[n] : 0)
    for (let m = 0; m < apart; m++) staying *= apartFactor
    stay[n] = staying
  }
}

/** Staying for persons who are away: what they have where they live. */
function awayFromHome(places: PlacesInMind, tables: Tables, values: Values, thinker: Thinker, number: i32): void {
  const some = thinker.some
  const facts = thinker.facts
  const here = thinker.here
  const stay = thinker.stay
  const personHome = thinker.personHome
  const home = thinker.home
  const origin = thinker.origin
  const registered = thinker.registered
  const insider = values.insider
  const outsider = values.outsider
  let away = 0
  for (let n = 0; n < number; n++) {
    some[away] = n
    away += facts[n] & fact.away
  }
  for (let k = 0; k < away; k++) {
    const n = some[k]
    const there = here[n]
    stay[n] = stay[n] * (((registered[n] === there ? insider[there] : outsider[there]) / personHome[n]) * nearness(places, values, home[n], there) * known(tables, values, origin[n], there))
  }
}

// Larger households follow nobody, and do not move whole. Assumptions.
const mostWhoFollow = 6
const mostWhoMove = 8

/** Bringing the family to where one of it lives. */
function bringFamily(places: PlacesInMind, tables: Tables, values: Values, terms: Terms, thinker: Thinker, number: i32): void {
  const moversWord = thinker.moversWord
  const some = thinker.some
  const familyAt = thinker.familyAt
  const home = thinker.home
  const origin = thinker.origin
  const join = thinker.join
  const facts = thinker.facts
  const personWord = thinker.personWord
  const stay = thinker.stay
  const villages = places.villages
  const partnerAt = thinker.partnerAt
  const registered = thinker.registered
  const cash = thinker.moversCash
  const rows = values.rows
  const expected = values.expected
  const worthTable = values.worth
  const villagerWage = terms.villagerWage
  const apartFactor = terms.apartFactor
  const scale = terms.nestScale
  const weight = terms.weightJoin
  let able = 0
  for (let n = 0; n < number; n++) {
    const members = membersOf(moversWord[n])
    some[able] = n
    // Where elders stay behind, a child at home does not follow a parent or a brother alone.
    const follow = i32((facts[n] & (fact.away | fact.eldersStay)) !== fact.eldersStay) | i32(awayOf(moversWord[n]) > 0)
    able += i32(familyAt[n] >= villages) & i32(members > 0) & i32(familyAt[n] !== home[n]) & i32(members <= mostWhoFollow) & follow
    join[n] = 0
  }
  for (let k = 0; k < able; k++) {
    const n = some[k]
    const target = familyAt[n]
    const its = moversWord[n]
    const earners = workersOf(its) + awayOf(its) - ((facts[n] & fact.away) !== 0 ? 1 - worksOf(personWord[n]) : 0)
    const paid = villagerOf(personWord[n]) === 1 ? villagerWage : 1.0
    const pay = f64(earners) * paid * expected[target * 2 + skillOf(personWord[n])]
    let together = worth(worthTable, (pay + cash[n]) / f64(membersOf(its) + awayOf(its)))
    // Who is at home comes along.
    if (partnerAt[n] !== home[n] && apartIn(target, partnerAt[n]) !== 0) together *= apartFactor
    join[n] = weight * raised((together * rows[standingIn(target, registered[n]) + kindOf(its)]
      * nearness(places, values, home[n], target) * known(tables, values, origin[n], target)) / stay[n], scale)
  }
}

/** Returning: of who is away to the household, of a household that left whole to where it has its land. */
function goBack(places: PlacesInMind, values: Values, terms: Terms, thinker: Thinker, number: i32): void {
  const some = thinker.some
  const facts = thinker.facts
  const itsWord = thinker.word
  const back = thinker.back
  const personWord = thinker.personWord
  const home = thinker.home
  const origin = thinker.origin
  const rest = thinker.rest
  const cash = thinker.cash
  const fromAway = thinker.fromAway
  const partnerAt = thinker.partnerAt
  const ready = thinker.ready
  const familyHome = thinker.familyHome
  const stay = thinker.stay
  const villages = places.villages
  const count = places.count
  const farmIncome = places.farmIncome
  const wage = places.wage
  const localShare = places.localShare
  const insider = values.insider
  const expected = values.expected
  const worthTable = values.worth
  const wageMean = terms.wageMean
  const returnAge = terms.returnAge
  const returnFrail = terms.returnFrail
  const returnSchool = terms.returnSchool
  const returnUnemployed = terms.returnUnemployed
  const villagerWage = terms.villagerWage
  const apartFactor = terms.apartFactor
  const scale = terms.nestScale
  const weight = terms.weightReturn
  let able = 0
  for (let n = 0; n < number; n++) {
    const its = facts[n]
    some[able] = n
    able += (its & fact.away) | (i32((its & fact.leftWhole) !== 0) & i32(membersOf(itsWord[n]) > 0))
    back[n] = 0
  }
  for (let k = 0; k < able; k++) {
    const n = some[k]
    const its = itsWord[n]
    const itsFacts = facts[n]
    const members = membersOf(its)
    const word = personWord[n]
    const isAway = (itsFacts & fact.away) !== 0
    const skill = skillOf(word)
    const extra = returnAge * f64(atLeast(0, (word & ageMask) - 50)) + (worksOf(word) === 0 || activityOf(word) === unemployed ? returnUnemployed : 0.0)
      + returnSchool * ((itsFacts & fact.schoolChild) !== 0 ? 1.0 : 0.0) + returnFrail * ((itsFacts & fact.frail) !== 0 ? 1.0 : 0.0)
    const village = isAway ? home[n] : origin[n]
    const earning = village < villages
      ? (farmIncome[village] * (1.0 - localShare[village]) + wage[village * 2 + skill] * localShare[village]) / wageMean
      : (villagerOf(word) === 1 ? villagerWage : 1.0) * expected[village * 2 + skill]
    const withMe = isAway ? (rest[n] + f64(worksOf(word)) * earning) / f64(members + awayOf(its))
      : moversIncome(its, word, earning, cash[n] + fromAway[n])
    let there = isAway ? familyHome[n] : insider[kindOf(its) * count + village]
    const comesAlong = !isAway && partnerAt[n] === home[n]
    if (!comesAlong && apartIn(village, partnerAt[n]) !== 0) there *= apartFactor
    back[n] = (weight / ready[n]) * exp(extra) * raised((worth(worthTable, withMe) * there) / stay[n], scale)
  }
}

/** How near the places of the sample are, × their correction and what co-villagers are worth; and what they offer, nearness taken into account. */
function nearTo(places: PlacesInMind, values: Values, thinker: Thinker, number: i32): void {
  const home = thinker.home
  const here = thinker.here
  const registered = thinker.registered
  const moversWord = thinker.moversWord
  const sample = thinker.sample
  const correction = thinker.correction
  const shares = thinker.shares
  const gone = thinker.gone
  const near = thinker.near
  const nearToOne = thinker.nearToOne
  const nearToAll = thinker.nearToAll
  const villages = places.villages
  const prefecture = places.prefecture
  const urbanRank = places.urbanRank
  const pairStart = places.pairStart
  const x = places.x
  const y = places.y
  const z = places.z
  const rows = values.rows
  const distance = values.distance
  const pairs = values.pairs
  const network = values.network
  const joined = values.joined !== 0
  for (let n = 0; n < number; n++) {
    const itsHome = home[n]
    const itsHere = here[n]
    const itsRegistration = registered[n]
    const mayPair = joined && itsHome < villages
    const kind = kindOf(moversWord[n])
    const itsGone = gone[n]
    const xh = x[itsHome]
    const yh = y[itsHome]
    const zh = z[itsHome]
    let toOne = 0.0
    let toAll = 0.0
    for (let s = n * sampleSize, end = s + sampleSize; s < end; s++) {
      const d = sample[s]
      const at = d * row.width
      const isPair = mayPair && prefecture[d] === prefecture[itsHome]
      const isNear = isPair ? pairs[pairStart[itsHome] + urbanRank[d]]
        : distance[distanceTo(xh, yh, zh, rows[at + row.x], rows[at + row.y], rows[at + row.z])]
      const value = f64(i32(d !== itsHere)) * correction[s] * isNear * network[companyOf(shares[s] * itsGone)]
      near[s] = value
      const standing = standingIn(d, itsRegistration)
      toOne += value * rows[standing]
      toAll += value * rows[standing + kind]
    }
    nearToOne[n] = toOne
    nearToAll[n] = toAll
  }
}


/** Whether the household can move, with those of whom this is the word. */
function canMove(its: i32, facts: i32): boolean {
  return (facts & fact.away) === 0 && membersOf(its) > 0 && membersOf(its) <= mostWhoMove
}

/** What those who move together have per head with those who are away, where one is paid so much; `others` is cash and what is had of those away. */
function moversIncome(its: i32, word: i32, pay: f64, others: f64): f64 {
  return (f64(earnersOf(its, word)) * pay + others) / f64(atLeast(1, membersOf(its) + awayOf(its)))
}

/**
 * Most thinkers stay: their draw is so low that the odds of moving would have to be many times what they are. If all places of the sample paid as the best of
 * all does, the odds would be higher than they are; who stays even then need not be looked at more closely. Sums differ in their last digits by the order in
 * which they are added, which `certainly` leaves room for.
 * @returns how many are left
 */
function mayMove(places: PlacesInMind, values: Values, terms: Terms, thinker: Thinker, number: i32, keys: Int32s): i32 {
  const draws = thinker.draws
  const word = thinker.word
  const moversWord = thinker.moversWord
  const facts = thinker.facts
  const personWord = thinker.personWord
  const join = thinker.join
  const back = thinker.back
  const familyHome = thinker.familyHome
  const personHome = thinker.personHome
  const childrenAtHome = thinker.childrenAtHome
  const partnerAt = thinker.partnerAt
  const here = thinker.here
  const cash = thinker.moversCash
  const fromAway = thinker.fromAway
  const rest = thinker.rest
  const nearToOne = thinker.nearToOne
  const stay = thinker.stay
  const nearToAll = thinker.nearToAll
  const some = thinker.some
  const drawn = thinker.drawn
  const villages = places.villages
  const worthTable = values.worth
  const highestPay = values.highestPay
  const budgetShared = terms.budgetShared
  const villagerWage = terms.villagerWage
  const scale = terms.nestScale
  // As `raised`, without a call.
  const isRoot = scale === 0.5
  const weightSend = terms.weightSend
  const weightMoveOn = terms.weightMoveOn
  const weightMove = terms.weightMove
  const apartFactor = terms.apartFactor
  const townFactor = Math.max(1.0, terms.townFactor)
  drawFrom(keys[thinking.how * 2], keys[thinking.how * 2 + 1], thinker.idLow, thinker.idHigh, 0, number, draws, 0)
  let left = 0
  for (let n = 0; n < number; n++) {
    const its = word[n]
    const itsFacts = facts[n]
    const paid = villagerOf(personWord[n]) === 1 ? villagerWage : 1.0
    let odds = 1.0 + join[n] + back[n]
    if (worksOf(personWord[n]) === 1) {
      let there = familyHome[n] / personHome[n]
      // Where the person is now, and in a village, nobody would be with the partner after a move.
      const leaves = i32(partnerAt[n] >= 0) & (i32(partnerAt[n] === here[n]) | i32(partnerAt[n] < villages))
      for (let m = 0, apart = childrenAtHome[n] + leaves; m < apart; m++) there *= apartFactor
      const sent = worth(worthTable, (rest[n] + sharedOf(its, budgetShared) * paid * highestPay) / f64(membersOf(its) + awayOf(its)))
      const ratio = (nearToOne[n] * sent * there) / f64(sampleSize) / stay[n]
      odds += ((itsFacts & fact.away) !== 0 ? weightMoveOn : weightSend) * (isRoot ? Math.sqrt(ratio) : pow(ratio, scale))
    }
    if (canMove(moversWord[n], itsFacts)) {
      const ratio = (nearToAll[n] * worth(worthTable, moversIncome(moversWord[n], personWord[n], paid * highestPay, cash[n] + fromAway[n])) * townFactor) / f64(sampleSize) / stay[n]
      odds += weightMove * (isRoot ? Math.sqrt(ratio) : pow(ratio, scale))
    }
    const u = asShare(draws[n])
    drawn[n] = u
    some[left] = n
    left += i32(!(u * odds < certainly))
  }
  return left
}

const certainly = 1.0 - 1e-9

/** Sending the person, or moving the household, to one of the places that come to mind; of those who may move. */
function sendOrMove(places: PlacesInMind, values: Values, terms: Terms, thinker: Thinker, number: i32): void {
  const some = thinker.some
  const word = thinker.word
  const moversWord = thinker.moversWord
  const facts = thinker.facts
  const home = thinker.home
  const personWord = thinker.personWord
  const origin = thinker.origin
  const familyHome = thinker.familyHome
  const personHome = thinker.personHome
  const childrenAtHome = thinker.childrenAtHome
  const partnerAt = thinker.partnerAt
  const cash = thinker.moversCash
  const fromAway = thinker.fromAway
  const rest = thinker.rest
  const registered = thinker.registered
  const send = thinker.send
  const stay = thinker.stay
  const move = thinker.move
  const sample = thinker.sample
  const sendTo = thinker.sendTo
  const moveTo = thinker.moveTo
  const near = thinker.near
  const itsSumSend = thinker.sumSend
  const itsSumMove = thinker.sumMove
  const villages = places.villages
  const town = places.town
  const prefecture = places.prefecture
  const urbanRank = places.urbanRank
  const pairStart = places.pairStart
  const rows = values.rows
  const ownCounty = values.ownCounty
  const worthTable = values.worth
  const joined = values.joined !== 0
  const budgetShared = terms.budgetShared
  const villagerWage = terms.villagerWage
  const scale = terms.nestScale
  const weightSend = terms.weightSend
  const weightMoveOn = terms.weightMoveOn
  const weightMove = terms.weightMove
  const apartFactor = terms.apartFactor
  const townFactor = terms.townFactor
  for (let k = 0; k < number; k++) {
    const n = some[k]
    const its = word[n]
    const itsFacts = facts[n]
    // Nobody is sent who would not work there.
    const sends = worksOf(personWord[n]) === 1
    const movers = moversWord[n]
    const moves = canMove(movers, itsFacts)
    const all = f64(membersOf(its) + awayOf(its))
    const shared = sharedOf(its, budgetShared)
    const paid = villagerOf(personWord[n]) === 1 ? villagerWage : 1.0
    const skill = skillOf(personWord[n])
    const moversSkill = i32((movers & householdSkilled) !== 0)
    const kind = kindOf(movers)
    const itsOrigin = origin[n]
    const itsTown = town[itsOrigin]
    const inPairs = joined && itsOrigin < villages
    const itsPrefecture = prefecture[itsOrigin]
    const itsRegistration = registered[n]
    const without = rest[n]
    const stays = stay[n]
    const itsPartnerAt = partnerAt[n]
    let withPartner = familyHome[n] / personHome[n]
    for (let m = 0, apart = childrenAtHome[n]; m < apart; m++) withPartner *= apartFactor
    const withoutPartner = itsPartnerAt >= 0 ? withPartner * apartFactor : withPartner
    const moversApart = itsPartnerAt >= 0 && itsPartnerAt !== home[n] ? apartFactor : 1.0
    const others = cash[n] + fromAway[n]
    let sumSend = 0.0
    let sumMove = 0.0
    for (let s = n * sampleSize, end = s + sampleSize; s < end; s++) {
      const d = sample[s]
      const at = d * row.width
      const standing = standingIn(d, itsRegistration)
      const isNear = near[s]
      let toSend = 0.0
      let toMove = 0.0
      if (isNear !== 0) {
        if (sends) {
          const sent = (without + shared * paid * rows[at + row.expected + skill]) / all
          toSend = isNear * worth(worthTable, sent) * rows[standing] * (d === itsPartnerAt ? withPartner : withoutPartner)
          sumSend += toSend
        }
        if (moves) {
          const inTown = !inPairs ? (d === itsTown ? townFactor : 1.0)
            : prefecture[d] === itsPrefecture ? 1.0 + ownCounty[pairStart[itsOrigin] + urbanRank[d]] * (townFactor - 1.0) : 1.0
          toMove = isNear * worth(worthTable, moversIncome(movers, personWord[n], paid * rows[at + row.expected + moversSkill], others))
            * rows[standing + kind] * inTown * (d === itsPartnerAt ? 1.0 : moversApart)
          sumMove += toMove
        }
      }
      sendTo[s] = toSend
      moveTo[s] = toMove
    }
    itsSumSend[n] = sumSend
    itsSumMove[n] = sumMove
    send[n] = sumSend > 0 ? ((itsFacts & fact.away) !== 0 ? weightMoveOn : weightSend) * raised(sumSend / f64(sampleSize) / stays, scale) : 0.0
    move[n] = sumMove > 0 ? weightMove * raised(sumMove / f64(sampleSize) / stays, scale) : 0.0
  }
}

/** x^scale; the usual scale of one half is a square root. */
function raised(x: f64, scale: f64): f64 {
  return scale === 0.5 ? Math.sqrt(x) : pow(x, scale)
}

/** What co-villagers of those from `origin` are worth at a place. Their groups are in the order of places. */
function known(tables: Tables, values: Values, origin: i32, place: i32): f64 {
  const groupPlace = tables.groupPlace
  let at = tables.groupStart[origin]
  let left = tables.groupStart[origin + 1] - at
  if (left === 0) return 1.0
  while (left > 1) {
    const half = left >> 1
    at += half & ((i32(groupPlace[at + half]) - place - 1) >> 31)
    left -= half
  }
  return i32(groupPlace[at]) === place ? values.network[companyOf(f64(tables.groupSize[at]) * tables.perRegistered[origin])] : 1.0
}
