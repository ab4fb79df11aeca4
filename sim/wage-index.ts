/** Cash and programmes that are set in yuan of 2010 rise with wages. */
import { mean, type World } from './world.ts'

/** The mean urban wage of the year, relative to 2010. */
export function wageIndex({ ledger: { means } }: World): number {
  return means[mean.urbanWageBase] > 0 ? means[mean.urbanWage] / means[mean.urbanWageBase] : 1
}
