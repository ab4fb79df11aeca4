/** What the year's purses tell: income by place, and how unequal it is. */
import { block, inBlocks } from '../blocks.ts'
import { scratch, scratchZeros } from '../scratch.ts'
import type { Ledger, World } from '../world.ts'
import { inOrder } from './in-order.ts'
import { addAreas, ginis, noAreas } from './inequality.ts'

/** Income of the year and who shares it, by place; in simulated persons. */
export interface PlaceIncomes {
  income: Float64Array
  persons: Float64Array
}

const memory = {
  income: scratchZeros(Float64Array), persons: scratchZeros(Float64Array), pairs: scratch(Uint32Array),
  values: scratch(Float64Array), weights: scratch(Float64Array), groups: scratch(Uint16Array),
}

/** They hold until they are asked for again. */
export function incomesByPlace({ ledger, places }: World): PlaceIncomes {
  const incomes = { income: memory.income(places.count), persons: memory.persons(places.count) }
  inBlocks(ledger.purses, (start, end) => addPurses(ledger, incomes, start, end))
  return incomes
}

function addPurses({ perHead, heads, where }: Ledger, { income, persons }: PlaceIncomes, start: number, end: number): void {
  for (let n = start; n < end; n++) {
    const j = where[n]
    const number = heads[n]
    income[j] += perHead[n] * number
    persons[j] += number
  }
}

/** In place of the groups of a place that is given. */
export const noGroups = 0xffff

/**
 * Gini coefficients of income per head.
 * @param groupsOf by place: see `bothGroups`
 */
export function giniOfIncomes({ ledger }: World, groupsOf: Uint16Array, groups: number): Float64Array {
  const { purses } = ledger
  const pairs = memory.pairs(purses * 2)
  const incomes = new Float32Array(pairs.buffer, pairs.byteOffset, pairs.length)
  inBlocks(purses, (start, end) => pairPurses(ledger, pairs, incomes, start, end))
  const ordered = inOrder(pairs)
  const inOrderOfIncome = new Float32Array(ordered.buffer, ordered.byteOffset, ordered.length)
  const areas = noAreas(groups)
  const purse = { values: memory.values(block), weights: memory.weights(block), groups: memory.groups(block) }
  inBlocks(purses, (start, end) => {
    const number = readPurses(ordered, inOrderOfIncome, groupsOf, purse, start, end)
    addAreas(areas, purse.values, purse.weights, purse.groups, number)
  })
  return ginis(areas)
}

/** Income per head, and beside it who shares it and where, in the form that `inOrder` takes. @param incomes the same memory as `pairs` */
function pairPurses({ perHead, heads, where }: Ledger, pairs: Uint32Array, incomes: Float32Array, start: number, end: number): void {
  for (let n = start; n < end; n++) {
    incomes[n << 1] = perHead[n]
    pairs[(n << 1) | 1] = (heads[n] << 16) | where[n]
  }
}

/** @returns how many of them are not of given places */
function readPurses(
  pairs: Uint32Array, incomes: Float32Array, groupsOf: Uint16Array, { values, weights, groups }: Purses, start: number, end: number,
): number {
  const none = noGroups
  let number = 0
  for (let n = start; n < end; n++) {
    const payload = pairs[(n << 1) | 1]
    const its = groupsOf[payload & 0xffff]
    values[number] = incomes[n << 1]
    weights[number] = payload >>> 16
    groups[number] = its
    if (its !== none) number++
  }
  return number
}

interface Purses {
  values: Float64Array
  weights: Float64Array
  groups: Uint16Array
}
