/** The six kinds of basic public service, covering the nine areas of the National Basic Public Service Standards (2021). */

export const services = ['schooling', 'health', 'care', 'assistance', 'infrastructure', 'culture'] as const
export type Service = (typeof services)[number]

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
