/** Residents by age: see sim/indicators/observe.ts. */
import { sexShift } from '../codes/person-word.ts'

/** @param ageSexes ages and sexes of a row @param cellOf where each is counted @param areaOf by row, where the cells of its area begin */
export function addPyramid(byAge: Int32s, rows: i32, ageSexes: i32, cellOf: Uint8s, areaOf: Int32s, pyramid: Float64s): void {
  for (let row = 0; row < rows; row++) {
    const to = areaOf[row]
    const from = row * ageSexes
    for (let its = 0; its < ageSexes; its++) pyramid[to + cellOf[its]] += f64(byAge[from + its])
  }
}

/** Both sexes together, `[row * ages + age]`. @returns how many people they are */
export function addSexes(byAge: Int32s, rows: i32, ageSexes: i32, ages: i32, byYear: Float64s): i32 {
  let people = 0
  for (let row = 0; row < rows; row++) {
    const men = row * ageSexes
    const women = men + (1 << sexShift)
    for (let age = 0; age < ages; age++) {
      const number = byAge[men + age] + byAge[women + age]
      byYear[row * ages + age] = f64(number)
      people += number
    }
  }
  return people
}
