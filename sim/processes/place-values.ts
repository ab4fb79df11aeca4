/** What a place is worth to a household: services, rent and registration, expected pay, distance and co-villagers, as tables of the year. */
import { accessShare, hukouCost } from '../access.ts'
import { exp, ln, pow } from '../math.ts'
import type { Parameters } from '../parameters.ts'
import { tiers } from '../record.ts'
import { scratchIn } from '../scratch.ts'
import { assistance, care, health, infrastructure, schooling, services } from '../services.ts'
import { mean, type World } from '../world.ts'
import * as row from '../codes/place-row.ts'
import { distanceStep, farthest, highestIncome, networkSteps, worthSteps } from '../codes/worth-steps.ts'

const { kinds } = row
/** A household of one person. */
const single = 0

/** Compiled loops read them: see `Values` of sim/loops/place-values.ts. */
export interface PlaceValues {
  /** exp of what services and rent are worth, by kind: for people registered there and for others, `[kind * places + place]`; both one after the other. */
  offer: Float64Array
  insider: Float64Array
  outsider: Float64Array
  /** Expected pay by skill (Harris–Todaro), p·w + (1 − p)·b, w after contributions, relative to the mean urban wage: `[place * 2 + skill]`. */
  expected: Float64Array
  /** The highest expected pay of any town or city. */
  highestPay: number
  /** What a place is to those who may come, side by side: see place-row.ts. */
  rows: Float64Array
  /** (1 + d / 30)^−θ in steps of 4 km. */
  distance: Float64Array
  /** The same of villages and towns that stand for several counties, by pair: see `pairOwn`. Empty where none do. */
  pairs: Float64Array
  /** Share of that which is due to the people of one county. */
  ownCounty: Float64Array
  /** exp(β_n n / (n + κ)) by the share that co-villagers in a place are of all who are registered in the village, in steps of 1/1024. */
  network: Float64Array
  /** y^β_w for incomes relative to the mean urban wage, in steps of 1/128. */
  worth: Float64Array
  /** Whether villages and towns stand for several counties, so that there are `pairs`: 1, else 0. */
  joined: number
}

/** A level of service or an access below this counts as this: some help is always found, and a place without it is not out of the question. Assumption. */
const leastService = 0.05

const scratch = {
  offer: scratchIn(Float64Array), logs: scratchIn(Float64Array), logRents: scratchIn(Float64Array), weights: scratchIn(Float64Array),
  lost: scratchIn(Float64Array), expected: scratchIn(Float64Array), rows: scratchIn(Float64Array),
  distance: scratchIn(Float64Array), pairs: scratchIn(Float64Array),
  ownCounty: scratchIn(Float64Array), network: scratchIn(Float64Array), worth: scratchIn(Float64Array), room: scratchIn(Float64Array),
}

/**
 * They hold until they are asked for again.
 * @param lifted by tier, what reform has taken of the cost of living unregistered: see `liftedByReform`
 * @param room by place, what newcomers find of its worth: see `roomForNewcomers`
 */
export function placeValues(
  world: World, p: Parameters, lifted: readonly number[] = tiers.map(() => 0), room: Float64Array = new Float64Array(world.places.count).fill(1),
): PlaceValues {
  const { memory, places } = world
  const { offer, insider, outsider } = offers(world, p, lifted)
  const distance = nearness(-p.distanceWeight * (1 - p.transportEase))
  const expected = expectedPay(world, p)
  const { pairs, ownCounty } = pairNearness(places.pairOwn, places.pairDistance, distance)
  const copied = (name: 'distance' | 'pairs' | 'ownCounty' | 'network' | 'worth' | 'room', table: Float64Array): Float64Array => {
    const here = scratch[name](memory, table.length)
    here.set(table)
    return here
  }
  const values: PlaceValues = {
    offer, insider, outsider, expected,
    highestPay: highest(expected, places.villages * 2),
    rows: scratch.rows(memory, places.count * row.width),
    distance: copied('distance', distance),
    pairs: copied('pairs', pairs),
    ownCounty: copied('ownCounty', ownCounty),
    network: copied('network', company(p.networkWeight, p.networkHalf)),
    worth: copied('worth', powers(p.wageWeight)),
    joined: pairs.length > 0 ? 1 : 0,
  }
  memory.loops.fillRows(placesInMind(world), values, copied('room', room))
  return values
}

/** What is asked of places by who thinks about where to live; in the order in which compiled loops read it, see `PlacesInMind` of sim/loops/place-values.ts. */
export function placesInMind({ places }: World) {
  const { count, villages, province, town, city, prefecture, urbanRank, pairStart, x, y, z, farmIncome, wage, localShare } = places
  return { count, villages, province, town, city, prefecture, urbanRank, pairStart, x, y, z, farmIncome, wage, localShare }
}

/** What services and rent are worth, and in villages what holds people there, for people registered there and for others. */
function offers({ memory, places, governments }: World, p: Parameters, lifted: readonly number[]): Pick<PlaceValues, 'offer' | 'insider' | 'outsider'> {
  const { count } = places
  const offer = scratch.offer(memory, 2 * kinds * count)
  const insider = offer.subarray(0, kinds * count)
  const outsider = offer.subarray(kinds * count)
  const logs = scratch.logs(memory, places.level.length)
  const logRents = scratch.logRents(memory, count)
  memory.loops.logLevels(places.level, places.access, logs.length, leastService, logs, places.rent, count, p.weightRent, logRents)
  for (let v = 0; v < places.villages; v++) logRents[v] -= p.villageTies * governments.ties[places.province[v]]
  // What is paid of the rent of families registered elsewhere.
  const paidRent = pow(1 - p.rentSubsidy, -p.weightRent)
  for (let kind = 0; kind < kinds; kind++) {
    const weights = serviceWeights(p, kind)
    // What people registered elsewhere lose, by tier.
    const lost = Float64Array.from(tiers, (_, tier) => {
      let value = -hukouCost(p, tier) * (1 - lifted[tier])
      for (let k = 0; k < services.length; k++) value += weights[k] * ln(Math.max(leastService, accessShare(p, tier, k)))
      return exp(value)
    })
    const its: Offers = {
      count, villages: places.villages, services: services.length, tier: places.tier, logs, logRents,
      weights: filled(scratch.weights(memory, services.length), weights), lost: filled(scratch.lost(memory, lost.length), lost),
    }
    memory.loops.fillOffer(its, kind === single ? 1 : paidRent, insider.subarray(kind * count), outsider.subarray(kind * count))
  }
  return { offer, insider, outsider }
}

/** What a kind of household is offered by places. */
interface Offers {
  count: number
  villages: number
  /** How many services there are. */
  services: number
  tier: Uint8Array
  /** ln(access · quality) by place and service; what rent takes by place, less what holds people there. */
  logs: Float64Array
  logRents: Float64Array
  /** Weights of the services. */
  weights: Float64Array
  /** What people registered elsewhere lose, by tier: a factor. */
  lost: Float64Array
}

function filled(column: Float64Array, values: ArrayLike<number>): Float64Array {
  column.set(values)
  return column
}

function expectedPay({ memory, places: { villages, wage, employment }, ledger: { means } }: World, { unemployedIncome }: Parameters): Float64Array {
  const expected = scratch.expected(memory, wage.length)
  for (let at = 0; at < expected.length; at++) {
    // In towns and cities contributions are deducted.
    const net = at < villages * 2 ? 1 : 1 - means[mean.contributionRate]
    expected[at] = (wage[at] * (employment[at] * net + (1 - employment[at]) * unemployedIncome)) / means[mean.urbanWage]
  }
  return expected
}

function highest(column: Float64Array, start: number): number {
  let most = 0
  for (let at = start; at < column.length; at++) most = Math.max(most, column[at])
  return most
}

/** Tables that little makes are kept while that stays the same. */
function kept<Makings extends unknown[], Table>(make: (...makings: Makings) => Table): (...makings: Makings) => Table {
  let of: Makings | undefined
  let table: Table | undefined
  return (...makings) => {
    if (!of || makings.some((making, n) => making !== of![n])) {
      table = make(...makings)
      of = makings
    }
    return table as Table
  }
}

const nearness = kept((exponent: number) => Float64Array.from({ length: farthest + 1 }, (_, n) => pow(1 + (n * distanceStep) / 30, exponent)))
/** How near the villages and towns of a prefecture are to each other where they stand for several counties. */
const pairNearness = kept((pairOwn: Float64Array, pairDistance: Float64Array, distance: Float64Array): Pick<PlaceValues, 'pairs' | 'ownCounty'> => {
  const pairs = pairOwn.map((own, n) => own + (1 - own) * distance[Math.min(farthest, (pairDistance[n] / distanceStep + 0.5) | 0)])
  return { pairs, ownCounty: pairOwn.map((own, n) => own / pairs[n]) }
})
const company = kept((weight: number, half: number) =>
  Float64Array.from({ length: networkSteps + 1 }, (_, n) => exp((weight * (n / networkSteps)) / (n / networkSteps + half))))
const powers = kept((exponent: number) => Float64Array.from({ length: highestIncome * worthSteps + 1 }, (_, n) => pow(n / worthSteps, exponent)))

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
