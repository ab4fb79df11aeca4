/** Small questions about places that several parts ask. */
import type { Places } from './world.ts'

/** 0 village, 1 town, 2 city. */
export const areaOf = ({ tier }: Places, j: number): number => Math.min(2, tier[j])

/** What the workers of a place earn and produce in a year, on farms and off them, yuan of 2010 of simulated persons. */
export function outputOf({ villages, wage, labour, employment, offFarmWorkers, farmIncome, farmWorkers }: Places, j: number): number {
  const at = j * 2
  return j < villages ? wage[at] * offFarmWorkers[j] + farmIncome[j] * farmWorkers[j]
    : wage[at] * labour[at] * employment[at] + wage[at + 1] * labour[at + 1] * employment[at + 1]
}

/** Residents of the place whose rent and productivity are 1. */
export const usualCity = 200_000

/** Lower bounds of the tiers by urban residents of one real place (State Council 2014): village, town, small, medium, large, very large, mega. */
const tierFrom = [0, 0, 100_000, 500_000, 1_000_000, 5_000_000, 10_000_000]

/** The tier of a town or city with so many residents. */
export function tierOf(residents: number): number {
  let tier = 1
  while (tier < 6 && residents >= tierFrom[tier + 1]) tier++
  return tier
}
