/** Rental housing: part of the rent of families that keep house where they are not registered is paid for them. */
import { wageIndex } from '../wage-index.ts'
import type { World } from '../world.ts'
import { spendOnProgramme, withGiven } from './outlays.ts'
import { inBlocks } from '../blocks.ts'
import type { Now } from './process.ts'
import { membersMask } from '../codes/household-word.ts'

/** Books the subsidy: its share of the rent of every member of a family of two or more whose head is registered elsewhere. */
export function payRents(world: World, { parameters: { rentSubsidy, rentPerHead } }: Now): void {
  if (rentSubsidy === 0) return
  const { people, households, places } = world
  const { villages, count, rent, province, incomers } = places
  const tenants = new Int32Array(count)
  inBlocks(households.count, (start, end) => {
    const { first, home, word } = households
    for (let h = start; h < end; h++) {
      if (first[h] < 0 || home[h] < villages) continue
      const members = word[h] & membersMask
      if (members > 1 && people.registered[first[h]] !== home[h]) tenants[home[h]] += members
    }
  })
  const yuan = rentSubsidy * rentPerHead * wageIndex(world) * world.scale
  withGiven(places, tenants, incomers).forEach((number, j) => spendOnProgramme(world, province[j], number * rent[j] * yuan))
}
