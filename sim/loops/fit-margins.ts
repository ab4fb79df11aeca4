/** Iterative proportional fitting: see sim/populate/flows.ts. */

/**
 * Makes rows and columns of a matrix add up to what is wanted, as nearly as so many rounds bring them.
 * @param factors and `reached`: scratch columns as long as a row
 */
export function fitMargins(matrix: Float64s, rows: Float64s, height: i32, columns: Float64s, width: i32, rounds: i32, factors: Float64s, reached: Float64s): void {
  let given = factors
  let found = reached
  for (let b = 0; b < width; b++) given[b] = 1
  for (let round = 0; round < rounds; round++) {
    for (let b = 0; b < width; b++) found[b] = 0
    for (let a = 0; a < height; a++) fitRow(matrix, a * width, given, width, rows[a], found)
    for (let b = 0; b < width; b++) found[b] = found[b] > 0 ? columns[b] / found[b] : 0
    const before = given
    given = found
    found = before
  }
  for (let a = 0; a < height; a++) for (let b = 0; b < width; b++) matrix[a * width + b] *= given[b]
}

/** Takes the factors of columns that the round before has left, makes the row add up to `wanted`, and adds it to what columns have reached. */
function fitRow(matrix: Float64s, from: i32, factors: Float64s, width: i32, wanted: f64, reached: Float64s): void {
  let total = 0.0
  for (let b = 0; b < width; b++) {
    const value = matrix[from + b] * factors[b]
    matrix[from + b] = value
    total += value
  }
  const factor = total > 0 ? wanted / total : 0.0
  for (let b = 0; b < width; b++) {
    const value = matrix[from + b] * factor
    matrix[from + b] = value
    reached[b] = reached[b] + value
  }
}
