/** Iterative proportional fitting of who went where: margins, and what they leave of the pattern. */
import { describe, expect, test } from 'vitest'
import { fitted } from '../../../sim/populate/flows.ts'
import { total } from '../../helpers/nation.ts'

const pattern = [3, 2, 1, 4, 0, 3, 1, 5, 1, 2, 2, 7]
const [height, width] = [3, 4]
const fit = (rows: number[], columns: number[]) => fitted(Float64Array.from(pattern), rows, columns)
const rowSums = (matrix: Float64Array) => Array.from({ length: height }, (_, a) => total(matrix.subarray(a * width, (a + 1) * width)))
const columnSums = (matrix: Float64Array) => Array.from({ length: width }, (_, b) => total(Array.from({ length: height }, (__, a) => matrix[a * width + b])))

describe('fitting a matrix to its margins', () => {
  test('rows and columns add up to what is wanted', () => {
    const matrix = fit([10, 20, 30], [5, 25, 12, 18])
    columnSums(matrix).forEach((sum, b) => expect(sum).toBeCloseTo([5, 25, 12, 18][b], 6))
    rowSums(matrix).forEach((sum, a) => expect(sum).toBeCloseTo([10, 20, 30][a], 3))
  })

  test('rows are scaled where they do not add up to the columns', () => {
    rowSums(fit([1, 2, 3], [5, 25, 12, 18])).forEach((sum, a) => expect(sum).toBeCloseTo([10, 20, 30][a], 3))
  })

  test('nobody goes where the pattern has nobody, and its odds stay', () => {
    const matrix = fit([10, 20, 30], [5, 25, 12, 18])
    pattern.forEach((value, at) => expect(matrix[at] > 0).toBe(value > 0))
    // Of the second and third row, to the second and fourth column.
    const odds = (its: ArrayLike<number>) => (its[width + 1] * its[2 * width + 3]) / (its[width + 3] * its[2 * width + 1])
    expect(odds(matrix)).toBeCloseTo(odds(pattern), 9)
  })

  test('a column that nobody may come to stays empty, and a row that nobody may leave', () => {
    expect(Array.from(fitted(Float64Array.from([1, 0, 0, 0]), [2, 3], [2, 3]))).toEqual([2, 0, 0, 0])
  })

  test('a small one is the same after a large one', () => {
    const before = fit([10, 20, 30], [5, 25, 12, 18])
    fitted(Float64Array.from({ length: 10_000 }, (_, at) => 1 + (at % 7)), new Array<number>(100).fill(3), new Array<number>(100).fill(3))
    expect(fit([10, 20, 30], [5, 25, 12, 18])).toEqual(before)
  })
})
