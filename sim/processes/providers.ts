/**
 * Providers beside the government, which is universal at a cost of 1: the market comes where its users cover its fixed cost and is paid by them;
 * social organisations work for public money at less cost and with limited capacity. Users whom neither reaches fall back on the government.
 */
import { pow } from '../math.ts'
import type { Parameters } from '../parameters.ts'
import { referenceUsers, services, variableCost } from '../services.ts'
import { wageIndex } from '../wage-index.ts'
import type { World } from '../world.ts'

export interface Providers {
  /** Share of users whom the market serves where it comes, by service. */
  market: Float64Array
  /** Users of a real place from which the market comes: then price less running cost pays for a facility. */
  enough: Float64Array
  /** Level relative to the government alone for the same public money: `[(service * 2 + village) * 2 + market comes]`. */
  boost: Float64Array
  /** What a user pays over what the running cost of a user would be at public quality. */
  price: number
}

/** @returns undefined where the government provides everything */
export function providersOf(p: Parameters): Providers | undefined {
  if (!services.some(service => p.marketShare[service] > 0 || p.socialShare[service] > 0)) return undefined
  const market = Float64Array.from(services, service => p.marketShare[service])
  const boost = new Float64Array(services.length * 4)
  services.forEach((service, k) => {
    for (let village = 0; village < 2; village++) {
      const social = Math.min(p.socialShare[service], village === 1 ? p.socialCapacityVillage : p.socialCapacityUrban)
      for (let comes = 0; comes < 2; comes++) {
        const paying = comes * market[k]
        // Public money serves the others, part of them at the cost of social organisations; those who pay get what the government alone would give.
        const public_ = 1 - paying - Math.min(social, 1 - paying) * (1 - p.socialCost)
        boost[(k * 2 + village) * 2 + comes] = (1 - paying) * pow(public_, -p.qualityElasticity) + paying
      }
    }
  })
  return {
    market, boost, price: p.marketPrice,
    enough: market.map((share, k) => (share > 0 ? (p.fixedCost * referenceUsers[k]) / (share * (p.marketPrice - 1)) : Infinity)),
  }
}

export function boostOf({ places, scale }: World, { boost, enough }: Providers, j: number, k: number): number {
  const comes = places.users[j * services.length + k] * scale >= enough[k] * places.units[j] ? 1 : 0
  return boost[(k * 2 + (j < places.villages ? 1 : 0)) * 2 + comes]
}

/** What users pay the market; households have that much less, see earn.ts. */
export function chargeUsers(world: World, { market, enough, price }: Providers): void {
  const { places, scale } = world
  const { count, users, units, spending, unitCost, fees } = places
  const wage = wageIndex(world)
  for (let j = 0; j < count; j++) {
    let paid = 0
    for (let k = 0; k < services.length; k++) {
      const at = j * services.length + k
      if (users[at] * scale < enough[k] * units[j] || unitCost[at] <= 0) continue
      // The running cost of a user is this part of what the government spends on one.
      paid += market[k] * spending[at] * ((price * variableCost[k] * wage) / unitCost[at])
    }
    fees[j] = paid
  }
}
