/** The alias table: each entry is drawn as often as its weight says, whatever stands before and after its part of the table. */
import { expect, test } from 'vitest'
import { emptyAliasTable, fillAliasTable } from '../../sim/alias.ts'

test('parts of slots add up to the weights, by name', () => {
  const weights = Float64Array.of(9, 3, 0, 1, 4, 2, 9)
  const names = Int32Array.from(weights, (_, n) => 100 + n)
  const table = emptyAliasTable(weights.length)
  fillAliasTable(table, weights, names, 1, 6)
  const drawn = new Map<number, number>()
  const add = (name: number, part: number) => drawn.set(name, (drawn.get(name) ?? 0) + part / 5)
  for (let n = 1; n < 6; n++) {
    const own = Math.min(1, table.cut[n])
    add(table.owner[n * 2], own)
    add(table.owner[n * 2 + 1], 1 - own)
  }
  for (let n = 1; n < 6; n++) expect(drawn.get(names[n])).toBeCloseTo(weights[n] / 10, 12)
})
