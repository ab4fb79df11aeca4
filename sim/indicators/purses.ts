/** What the year's purses tell: income by place, and how unequal it is. */
import { block } from '../blocks.ts'
import { scratchIn, scratchZerosIn, sharedIn } from '../scratch.ts'
import type { World } from '../world.ts'
import { inOrder } from './in-order.ts'
import { ginis, noAreas } from './inequality.ts'

/** Income of the year and who shares it, by place; in simulated persons. */
export interface PlaceIncomes {
  income: Float64Array
  persons: Float64Array
}

const scratch = {
  income: scratchZerosIn(Float64Array), persons: scratchZerosIn(Float64Array), pairs: sharedIn(0, Uint32Array),
  values: scratchIn(Float64Array), weights: scratchIn(Float64Array), groups: scratchIn(Uint16Array),
}

/** They hold until they are asked for again. */
export function incomesByPlace({ memory, ledger: { perHead, heads, where, purses }, places }: World): PlaceIncomes {
  const income = scratch.income(memory, places.count)
  const persons = scratch.persons(memory, places.count)
  memory.loops.addPurses(perHead, heads, where, purses, income, persons)
  return { income, persons }
}

/** In place of the groups of a place that is given. */
export const noGroups = 0xffff

/**
 * Gini coefficients of income per head.
 * @param groupsOf by place: see `bothGroups`
 */
export function giniOfIncomes({ memory, ledger: { perHead, heads, where, purses } }: World, groupsOf: Uint16Array, groups: number): Float64Array {
  const pairs = scratch.pairs(memory, purses * 2)
  memory.loops.pairPurses(perHead, heads, where, purses, pairs, singlesOf(pairs))
  const ordered = inOrder(memory, pairs)
  const areas = noAreas(memory, groups)
  memory.loops.addPursesInOrder({
    pairs: ordered, incomes: singlesOf(ordered), groupsOf, none: noGroups,
    values: scratch.values(memory, block), weights: scratch.weights(memory, block), groups: scratch.groups(memory, block), room: block, ...areas,
  }, purses)
  return ginis(areas)
}

/** The same memory, read as numbers of single precision. */
const singlesOf = ({ buffer, byteOffset, length }: Uint32Array): Float32Array => new Float32Array(buffer, byteOffset, length)
