/** What every sub-model of the year is given. */
import type { NationData } from '../data.ts'
import type { Parameters } from '../parameters.ts'
import type { Chance } from '../random.ts'
import type { World } from '../world.ts'

export interface Now {
  year: number
  /** True in the first year, when work, budget and services are set up and nobody ages or moves. */
  first: boolean
  /** Years since the first. */
  elapsed: number
  parameters: Parameters
  /** In the first year of a scenario with policies: its parameters without them, for which the census's levels stand. */
  statusQuo?: Parameters
  data: NationData
}

/** The chance of one purpose of this process in this year. */
export type ChanceFor = (purpose: string) => Chance

export type Process = (world: World, now: Now, chanceFor: ChanceFor) => void
