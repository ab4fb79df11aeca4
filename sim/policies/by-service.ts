/** Shares by service, as parameters hold them and as levers show them. */
import { services, type Service } from '../services.ts'
import { inPercent } from './policy.ts'

export const toPercent = (shares: Record<Service, number>): Record<string, number> =>
  Object.fromEntries(services.map((service) => [service, inPercent(shares[service])]))

/** Shares with those replaced that the lever names. */
export const withPercent = (shares: Record<Service, number>, value: Record<string, number>): Record<Service, number> =>
  ({ ...shares, ...Object.fromEntries(Object.entries(value).map(([service, percent]) => [service, percent / 100])) })
