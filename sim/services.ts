/** The six kinds of basic public service, covering the nine areas of the National Basic Public Service Standards (2021). */

export const services = ['schooling', 'health', 'care', 'assistance', 'infrastructure', 'culture'] as const
export type Service = (typeof services)[number]

/** The same value for every service. */
export const forEachService = <T>(value: T): Record<Service, T> =>
  ({ schooling: value, health: value, care: value, assistance: value, infrastructure: value, culture: value })

export const schooling = 0
export const health = 1
export const care = 2
export const assistance = 3
export const infrastructure = 4
export const culture = 5

/**
 * Shares of local general budget spending in 2010, derived from the accounts by function: education; health; social security, split 60 : 40 between
 * care with pensions and assistance with employment (assumption); urban and rural communities, transport, housing, farming and water; culture (assumption).
 * The rest is administration and all else.
 */
export const spendingShare = [0.16, 0.064, 0.07, 0.047, 0.267, 0.018] as const

/** Yearly cost of a user by service at the national standard, relative to schooling, before scale. Only ratios between places matter. Assumption. */
export const variableCost = [1, 0.25, 0.6, 0.2, 1, 0.07] as const
/** Users of a real village or town at which the fixed cost has its stated size. Assumption. */
export const referenceUsers = [200, 1500, 150, 1100, 1100, 1100] as const
