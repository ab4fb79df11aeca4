/** What registration elsewhere leaves of access to a service, and what it costs to live unregistered, by tier. */
import { urbanTiers, type Parameters } from './parameters.ts'
import { tiers } from './record.ts'
import { assistance, care, health, schooling, services } from './services.ts'

/** Openness of a tier (0 village … 6 mega), 0–1; villages have nothing to open. */
export const openness = ({ hukouOpenness }: Parameters, tier: number): number => (tier === 0 ? 0 : hukouOpenness[urbanTiers[tier - 1]])

/** Share of a service open to residents registered elsewhere: nothing is withheld of roads and parks. */
export function accessShare(parameters: Parameters, tier: number, service: number): number {
  const closed = service === schooling
    ? tier <= 3 ? parameters.accessSmall : tier <= 5 ? parameters.accessLarge : parameters.accessMega
    : service === health ? parameters.accessHealth
      : service === care || service === assistance ? parameters.accessAssistance : 1
  return closed + (1 - closed) * openness(parameters, tier)
}

/** The same for all: `[tier * services + service]`. */
export const accessShares = (parameters: Parameters): number[] =>
  tiers.flatMap((_, tier) => services.map((_, service) => accessShare(parameters, tier, service)))

/** Utility lost by living unregistered in a tier. */
export const hukouCost = (parameters: Parameters, tier: number): number => closedCost(parameters, tier) * (1 - openness(parameters, tier))

/** The same where nothing is open to people registered elsewhere. */
export const closedCost = (parameters: Parameters, tier: number): number =>
  tier === 0 ? 0 : tier <= 2 ? parameters.hukouSmall : tier === 3 ? parameters.hukouMedium : tier <= 5 ? parameters.hukouLarge : parameters.hukouMega

/** The opinion of the State Council on reform of the household registration system. */
export const reformYear = 2014
/** The end of the plan of urbanization that it belongs to. */
const reformed = 2020
/**
 * Parts of the cost of living unregistered that go at once, and evenly until then, by tier (village … mega): towns and small cities were opened wholly, medium
 * ones were to be in order, cities of 1 to 5 m on conditions, and larger ones to be controlled (State Council 2014, No. 25). Assumption: the cost goes with
 * what stands in the way of registration.
 */
const liftedAtOnce = [0, 1, 1, 0, 0, 0, 0]
const liftedEvenly = [0, 0, 0, 1, 0.5, 0, 0]

/** Part of the cost of living unregistered that the reform has lifted by a year, by tier. */
export function liftedByReform({ hukouReform }: Parameters, year: number): number[] {
  const begun = year >= reformYear ? 1 : 0
  const part = begun * Math.min(1, (year - reformYear + 1) / (reformed - reformYear + 1))
  return liftedAtOnce.map((atOnce, tier) => hukouReform * (atOnce * begun + liftedEvenly[tier] * part))
}
