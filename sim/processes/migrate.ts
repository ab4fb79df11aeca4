/**
 * Migration: a household may stay, send one member, bring the family after, move whole or return; then registration follows for some.
 * A nested logit: ways of moving above, places below. MODEL section 3, migration.
 *
 *   V = β_w ln(expected income per head) + Σ β_k ln(access·quality) − θ ln(1 + d/30 km) − hukou(tier) + β_n n/(n+κ) − separation − β_r ln rent
 *
 * is the value of a place; the value of a way of moving is its constant + λ ln Σ_places jobs · exp V, and of staying λ V.
 */
import { accessShare, hukouCost, openness } from '../access.ts'
import { exp, ln, pow } from '../math.ts'
import type { Parameters } from '../parameters.ts'
import { draw32 } from '../random.ts'
import { assistance, care, health, infrastructure, schooling, services } from '../services.ts'
import {
  activity, activityShift, addHousehold, ageMask, aliveBit, changeHousehold, educationShift, oldestAge, villagerBit, yearsAwayMask,
  yearsAwayShift, type World,
} from '../world.ts'
import { destinationsOf, sampleDestinations, sampleSize, type Destinations } from './destinations.ts'
import { inBlocks, type ChanceFor, type Now } from './process.ts'
import { householdWord } from './work.ts'

const ages = oldestAge + 1
/** Kinds of household for the weights of services: one person, no child and nobody old, with a child of 3–15, with somebody of 60+, with both. */
const kinds = 5
const single = 0

/** Rogers–Castro propensity by age (a1 .02 α1 .1 a2 .06 α2 .1 μ2 20 λ2 .4 c .003), 1 at its peak; nobody below 16 decides. */
const propensity = (() => {
  const curve = Float64Array.from({ length: ages }, (_, age) =>
    0.02 * exp(-0.1 * age) + 0.06 * exp(-0.1 * (age - 20) - exp(-0.4 * (age - 20))) + 0.003)
  const peak = Math.max(...curve.subarray(16))
  return curve.map((value, age) => (age < 16 ? 0 : value / peak))
})()

const way = { stay: 0, send: 1, join: 2, move: 3, return: 4 } as const

interface Decision {
  household: number
  way: number
  person: number
  place: number
}

export function migrate(world: World, now: Now, chanceFor: ChanceFor): void {
  const destinations = destinationsOf(world, now.data)
  const values = placeValues(world, now.parameters)
  const decisions = decide(world, now.parameters, destinations, values, chanceFor)
  for (const decision of decisions) carryOut(world, decision, chanceFor)
  register(world, now, chanceFor)
}

interface PlaceValues {
  /** Services and rent for people registered there, by kind: `[kind * places + place]`. */
  amenity: Float64Array
  /** What people registered elsewhere lose, by kind and tier: `[kind * 7 + tier]`. */
  outside: Float64Array
  /** Expected pay by skill (Harris–Todaro): p·w + (1 − p)·b. */
  expected: Float64Array
  /** exp(−θ ln(1 + d / 30)) by kilometre. */
  distance: Float64Array
  /** exp(β_n n / (n + κ)) by share of co-villagers in steps of 1/64. */
  network: Float64Array
}

function placeValues({ places }: World, p: Parameters): PlaceValues {
  const amenity = new Float64Array(kinds * places.count)
  const outside = new Float64Array(kinds * 7)
  const weights = Array.from({ length: kinds }, (_, kind) => serviceWeights(p, kind))
  const logs = new Float64Array(services.length)
  for (let j = 0; j < places.count; j++) {
    for (let k = 0; k < services.length; k++) {
      const at = j * services.length + k
      logs[k] = ln(Math.max(0.05, places.level[at] * places.access[at]))
    }
    const rent = p.weightRent * ln(places.rent[j])
    for (let kind = 0; kind < kinds; kind++) {
      let value = -rent
      for (let k = 0; k < services.length; k++) value += weights[kind][k] * logs[k]
      amenity[kind * places.count + j] = value
    }
  }
  for (let kind = 0; kind < kinds; kind++) {
    for (let tier = 0; tier < 7; tier++) {
      let value = -hukouCost(p, tier)
      for (let k = 0; k < services.length; k++) value += weights[kind][k] * ln(accessShare(p, tier, k))
      outside[kind * 7 + tier] = value
    }
  }
  const expected = new Float64Array(places.count * 2)
  for (let at = 0; at < expected.length; at++) {
    expected[at] = places.wage[at] * (places.employment[at] + (1 - places.employment[at]) * p.unemployedIncome)
  }
  return {
    amenity, outside, expected,
    distance: Float64Array.from({ length: 6500 }, (_, km) => pow(1 + km / 30, -p.distanceWeight)),
    network: Float64Array.from({ length: 65 }, (_, n) => exp((p.networkWeight * (n / 64)) / (n / 64 + p.networkHalf))),
  }
}

/** Weights of the six services for a kind of household. */
function serviceWeights(p: Parameters, kind: number): number[] {
  const child = kind === 2 || kind === 4
  const old = kind >= 3
  const weights = new Array<number>(services.length).fill(0)
  weights[schooling] = p.weightSchooling * (child ? 2.5 : kind === single ? 0.2 : 1)
  weights[health] = p.weightHealth
  weights[infrastructure] = p.weightInfrastructure
  weights[assistance] = p.weightAssistance
  weights[care] = p.weightAssistance * (old ? 3 : 1)
  return weights
}

function decide(
  world: World, p: Parameters, destinations: Destinations, values: PlaceValues, chanceFor: ChanceFor,
): Decision[] {
  const { people, households, places } = world
  const { word, place, next, partner, mother, father, registered, idLow: personLow, idHigh: personHigh } = people
  const { first, home, origin, income, idLow, idHigh, word: words } = households
  const { villages, farmIncome, tier, wage, x, y, z } = places
  const { amenity, outside, expected, distance, network } = values
  const count = places.count
  const again = chanceFor('thinking anew')
  const who = chanceFor('who goes')
  const where = chanceFor('which places come to mind')
  const how = chanceFor('how to move')
  const frailty = chanceFor('staying with frail parents')
  const threshold = p.reconsider * 4294967296
  const scale = p.nestScale
  const sample = new Int32Array(sampleSize)
  const correction = new Float64Array(sampleSize)
  const shares = new Float64Array(sampleSize)
  const sendTo = new Float64Array(sampleSize)
  const moveTo = new Float64Array(sampleSize)
  const decisions: Decision[] = []

  const think = (h: number): void => {
    const itsHome = home[h]
    const itsWord = words[h]
    const members = itsWord & householdWord.members
    const awayMembers = (itsWord >>> householdWord.awayShift) & 63
    const low = idLow[h]
    const high = idHigh[h]
    // Who might go: by age, pupils not.
    let total = 0
    for (let i = first[h]; i >= 0; i = next[i]) {
      if (((word[i] >>> activityShift) & 7) !== activity.pupil) total += propensity[word[i] & ageMask]
    }
    if (total === 0) return
    const event = (itsWord & householdWord.event) !== 0
    const u = draw32(who.k0, who.k1, low, high) * 2.3283064365386963e-10
    // Without an event the less mobile think less often.
    const pick = u * (event ? total : Math.max(1, total))
    let running = 0
    let i = -1
    for (let m = first[h]; m >= 0; m = next[m]) {
      if (((word[m] >>> activityShift) & 7) !== activity.pupil) running += propensity[word[m] & ageMask]
      if (running > pick) {
        i = m
        break
      }
    }
    if (i < 0) return

    const here = place[i]
    const isAway = here !== itsHome
    const villageHome = itsHome < villages
    const leftWhole = itsHome !== origin[h]
    const skill = (word[i] >>> (educationShift + 1)) & 1
    const child = (itsWord & householdWord.child) !== 0
    const elder = (itsWord & householdWord.elder) !== 0
    const kind = members <= 1 && awayMembers === 0 ? single : child ? (elder ? 4 : 2) : elder ? 3 : 1
    const outsider = (at: number) => (registered[i] === at ? 0 : 1)
    const size = Math.max(1, members)
    const all = members + awayMembers
    const perHead = Math.max(100, income[h])

    // Those whom separation hurts: partner and children of the person, at home if the person is away, else of those away.
    let apart = 0
    let closeAtHome = 0
    let frail = 0
    let schoolChild = 0
    let dearAway = -1
    for (let m = first[h]; m >= 0; m = next[m]) {
      const close = m === partner[i] || mother[m] === i || father[m] === i
      if (place[m] === itsHome) {
        if (close) closeAtHome++
        const age = word[m] & ageMask
        if (age >= 75 && draw32(frailty.k0, frailty.k1, personLow[m], personHigh[m]) < 1288490189) frail = 1
        if (close && age >= 5 && age <= 12) schoolChild = 1
      } else if (m !== i && (dearAway < 0 || close)) dearAway = m
    }
    if (isAway) apart = closeAtHome
    else if (partner[i] >= 0 && place[partner[i]] !== here) apart = 1

    // Staying as things are.
    const personal = (at: number) => amenity[at] + outsider(at) * outside[single * 7 + tier[at]]
    const family = (at: number) => amenity[kind * count + at] + outsider(at) * outside[kind * 7 + tier[at]]
    const lnIncome = p.wageWeight * ln(perHead)
    const separationNow = p.separation * apart
    const valueHome = family(itsHome)
    let stay = lnIncome + valueHome - separationNow
    const xh = x[itsHome]
    const yh = y[itsHome]
    const zh = z[itsHome]
    const kilometresTo = (at: number) => Math.min(6499, Math.floor(6371 * Math.sqrt(Math.max(0, 2 - 2 * (xh * x[at] + yh * y[at] + zh * z[at])))))
    const earnsNow = earning(i)
    if (isAway) stay += personal(here) - personal(itsHome) + ln(distance[kilometresTo(here)]) + familiar(here)

    sampleDestinations(world, destinations, itsHome, origin[h], where.k0, where.k1, low, high, sample, correction, shares)
    // What the household would have with the person elsewhere, and elsewhere together.
    const shared = isAway ? 1.36 * p.remittanceSplit : 1
    const rest = Math.max(0, perHead * size - earnsNow * shared)
    const workersHome = (itsWord >>> householdWord.workersShift) & 15
    const moversSkill = isAway ? skill : (itsWord & householdWord.skilled) !== 0 ? 1 : 0
    const canMove = !isAway && members > 0 && members <= 8
    let sumSend = 0
    let sumMove = 0
    for (let n = 0; n < sampleSize; n++) {
      const d = sample[n]
      sendTo[n] = 0
      moveTo[n] = 0
      if (correction[n] === 0 || d === here) continue
      const far = distance[kilometresTo(d)]
      const near = correction[n] * far * network[Math.round(shares[n] * 64)]
      if (all > 1 && (villageHome || isAway || !leftWhole)) {
        const sent = (rest + p.budgetShared * expected[d * 2 + skill]) / all
        sendTo[n] = near * exp(p.wageWeight * ln(sent) + amenity[d] + outside[single * 7 + tier[d]] - personal(itsHome) + valueHome
          - p.separation * closeAtHome)
        sumSend += sendTo[n]
      }
      if (canMove) {
        const earners = Math.max(workersHome, 1)
        const moved = Math.max(100, (earners * expected[d * 2 + moversSkill]) / size)
        const townOfOwn = d === places.town[origin[h]] ? p.townMove / scale : 0
        moveTo[n] = near * exp(p.wageWeight * ln(moved) + amenity[kind * count + d] + (registered[i] === d ? 0 : outside[kind * 7 + tier[d]]) + townOfOwn)
        sumMove += moveTo[n]
      }
    }
    // Values of the ways, relative to staying.
    const value = (sum: number) => (sum > 0 ? scale * (ln(sum / sampleSize) - stay) : -Infinity)
    const send = sumSend > 0 ? exp(p.constantSend + value(sumSend)) : 0
    const move = sumMove > 0 ? exp(p.constantMove + value(sumMove)) : 0
    let join = 0
    const target = isAway ? here : dearAway >= 0 ? place[dearAway] : -1
    if (target >= villages && members > 0 && target !== itsHome && members <= 6) {
      const earners = workersHome + (isAway ? 1 : awayMembers)
      const together = Math.max(100, (earners * expected[target * 2 + skill]) / all)
      const joined = p.wageWeight * ln(together) + amenity[kind * count + target] + outside[kind * 7 + tier[target]]
        + ln(distance[kilometresTo(target)]) + familiar(target)
      join = exp(p.constantJoin + scale * (joined - stay))
    }
    let back = 0
    if (isAway || (leftWhole && members > 0)) {
      const age = word[i] & ageMask
      const extra = p.returnAge * Math.max(0, age - 50) + (((word[i] >>> activityShift) & 7) === activity.unemployed ? p.returnUnemployed : 0)
        + 0.5 * schoolChild + 0.4 * frail
      const to = isAway ? itsHome : origin[h]
      const homeEarning = to < villages ? farmIncome[to] * (1 - places.localShare[to]) + wage[to * 2 + skill] * places.localShare[to] : expected[to * 2 + skill]
      const withMe = isAway ? Math.max(100, (rest + homeEarning) / all) : Math.max(100, (homeEarning * Math.max(1, workersHome)) / size)
      const at = isAway ? valueHome : amenity[kind * count + to]
      back = exp(p.constantReturn + extra + scale * (p.wageWeight * ln(withMe) + at - stay))
    }

    const all4 = 1 + send + join + move + back
    let v = draw32(how.k0, how.k1, low, high) * 2.3283064365386963e-10 * all4 - 1
    if (v < 0) return
    if (v < send) {
      decisions.push({ household: h, way: way.send, person: i, place: choose(sendTo, v / send, sumSend) })
      return
    }
    v -= send
    if (v < join) {
      decisions.push({ household: h, way: way.join, person: i, place: target })
      return
    }
    v -= join
    if (v < move) {
      decisions.push({ household: h, way: way.move, person: i, place: choose(moveTo, v / move, sumMove) })
      return
    }
    v -= move
    const toTown = v / Math.max(1e-300, back) < p.returnTown
    const village = isAway ? itsHome : origin[h]
    decisions.push({ household: h, way: way.return, person: i, place: toTown ? places.town[village] : village })

    function familiar(at: number): number {
      for (let n = 0; n < sampleSize; n++) if (sample[n] === at) return ln(network[Math.round(shares[n] * 64)])
      return 0
    }
    function earning(who: number): number {
      const at = place[who]
      const does = (word[who] >>> activityShift) & 7
      if (does === activity.farm) {
        // The first to leave costs a third of the crops, further ones their marginal product.
        const farmers = Math.max(1, (itsWord >>> householdWord.workersShift) & 15)
        return farmIncome[at] * (awayMembers === 0 ? Math.min(1, p.cropLoss * farmers) : p.farmLabourElasticity)
      }
      if (does === activity.offFarm) return wage[at * 2 + ((word[who] >>> (educationShift + 1)) & 1)]
      if (does === activity.unemployed) return wage[at * 2] * p.unemployedIncome
      return 0
    }
  }

  inBlocks(households.count, (start, end) => {
    for (let h = start; h < end; h++) {
      if (first[h] < 0) continue
      if ((words[h] & householdWord.event) === 0 && draw32(again.k0, again.k1, idLow[h], idHigh[h]) >= threshold) continue
      think(h)
    }
  })
  return decisions

  function choose(weights: Float64Array, u: number, sum: number): number {
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
}

/** Moves people; those who move whole leave the old behind in a household of their own if there is a generation before them. */
function carryOut(world: World, { household: h, way: how, person: i, place: to }: Decision, chanceFor: ChanceFor): void {
  const { people, households, tally } = world
  const { place, word } = people
  if (how === way.send) {
    place[i] = to
    word[i] &= ~(yearsAwayMask << yearsAwayShift)
    tally.sent++
    return
  }
  if (how === way.return && place[i] !== households.home[h]) {
    place[i] = to
    tally.returned++
    return
  }
  const from = households.home[h]
  const moving = how === way.return ? h : withoutElders(world, h, i, chanceFor)
  const columns = world.people
  for (let m = world.households.first[moving]; m >= 0; m = columns.next[m]) {
    if (columns.place[m] === from || columns.place[m] === to) columns.place[m] = to
  }
  world.households.home[moving] = to
  if (how === way.return) tally.returned++
  else tally.movedWhole++
}

/** The household that moves: all of it, or, where parents of the mover keep house too, a new one of the couple and their children. */
function withoutElders(world: World, h: number, i: number, chanceFor: ChanceFor): number {
  const { word, mother, father, partner } = world.people
  const itsPartner = partner[i]
  const before = (m: number) => m >= 0 && m !== i && m !== itsPartner
  let elders = false
  for (let m = world.households.first[h]; m >= 0; m = world.people.next[m]) {
    if (before(m) && (word[m] & ageMask) >= (word[i] & ageMask) + 16) elders = true
  }
  if (!elders) return h
  const key = chanceFor('household of those who move')
  const founded = addHousehold(world,
    draw32(key.k0, key.k1, world.people.idLow[i], world.people.idHigh[i]), world.people.idHigh[i], world.households.home[h], world.households.origin[h])
  for (let m = world.households.first[h]; m >= 0;) {
    const next = world.people.next[m]
    const own = m === i || m === itsPartner || mother[m] === i || father[m] === i || (itsPartner >= 0 && (mother[m] === itsPartner || father[m] === itsPartner))
    if (own && !(m !== i && m !== itsPartner && partner[m] >= 0)) changeHousehold(world, m, founded)
    m = next
  }
  return founded
}

/** Registration: those who live in a town or city may take it up, sooner after some years, with skill and with their household. */
function register(world: World, { year, parameters: p }: Now, chanceFor: ChanceFor): void {
  const { people, households, places } = world
  const { word, place, registered, household, idLow, idHigh } = people
  const { k0, k1 } = chanceFor('registration')
  const reform = year >= 2014 ? p.conversionReform : 1
  // By tier: the larger the city, the harder, unless it is opened.
  const byTier = Array.from({ length: 7 }, (_, tier) => {
    const closed = [0, 1, 1, 0.8, 0.4, 0.3, 0.15][tier]
    return 4294967296 * p.conversion * reform * (closed + (1.5 - closed) * openness(p, tier))
  })
  let converted = 0
  inBlocks(people.count, (start, end) => {
    for (let i = start; i < end; i++) {
      const now = word[i]
      const j = place[i]
      if (j < places.villages || (now & aliveBit) === 0) continue
      const elsewhere = registered[i] !== j
      if (!elsewhere && (now & villagerBit) === 0) continue
      const years = (now >>> yearsAwayShift) & yearsAwayMask
      const h = household[i]
      const settled = households.home[h] === j
      const weight = (elsewhere && years < 3 ? 0.3 : 1) * (((now >>> (educationShift + 1)) & 1) === 1 ? 1.6 : 1) * (settled ? 1 : 0.3)
      // Members who live with their household take the step together: the draw is the household's.
      const low = settled ? households.idLow[h] : idLow[i]
      const high = settled ? households.idHigh[h] : idHigh[i]
      if (draw32(k0, k1, low, high) >= byTier[places.tier[j]] * weight) continue
      registered[i] = j
      word[i] = now & ~villagerBit & ~(yearsAwayMask << yearsAwayShift)
      converted++
    }
  })
  world.tally.converted = converted
}
