/** Shares by service, as parameters hold them and as levers show them; and whether there is anything to share out by service. */
import { usualCountyDuty, type Parameters } from '../parameters.ts'
import { services, type Service } from '../services.ts'
import { inPercent } from './policy.ts'

export const toPercent = (shares: Record<Service, number>): Record<string, number> =>
  Object.fromEntries(services.map(service => [service, inPercent(shares[service])]))

/** Shares with those replaced that the lever names. */
export const withPercent = (shares: Record<Service, number>, value: Record<string, number>): Record<Service, number> =>
  ({ ...shares, ...Object.fromEntries(Object.entries(value).map(([service, percent]) => [service, percent / 100])) })

/** Why what acts on the provinces' pools changes nothing; undefined where they have one. */
export const nothingPooled = ({ keptLocally, transferPool, countyDuty }: Parameters): string | undefined =>
  (keptLocally === 1 && transferPool === 0 && services.every(service => countyDuty[service] >= usualCountyDuty)
    ? 'Provinces have nothing to share out: all revenue stays where it is collected, and nothing is handed down.' : undefined)
