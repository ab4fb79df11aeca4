/** The education of the first year by county: see sim/populate/schooling-attained.ts. */
import { classes, levels } from '../codes/schooling-table.ts'

/** See `Schooled`. */
@unmanaged
export class SchooledOf {
  people!: Float64s
  reached!: Float64s
  urban!: Float64s
  rural!: Float64s
  pattern!: Float64s
  odds!: Float64s
}

/**
 * Running shares by level: the pattern, at the odds of each area and at those that make each sex of a county reach the levels that were counted.
 * @param scratch 3 × levels numbers
 * @param education two tables by county, of townspeople and of villagers
 */
export function fitSchooling(counted: SchooledOf, number: i32, rounds: i32, scratch: Float64s, education: Float64s): void {
  const urban = counted.urban
  const rural = counted.rural
  for (let c = 0; c < number; c++) {
    const total = Math.max(1.0, urban[c] + rural[c])
    for (let sex = 0; sex < 2; sex++) {
      fitFactors(counted, c * 2 + sex, urban[c] / total, rural[c] / total, rounds, scratch)
      for (let area = 0; area < 2; area++) {
        for (let a = 0; a < classes; a++) {
          const sum = sharesAt(counted, a, area, scratch)
          const at = (((c * 2 + area) * 2 + sex) * classes + a) * levels
          let running = 0.0
          for (let level = 0; level < levels; level++) {
            running += scratch[2 * levels + level] / sum
            education[at + level] = running
          }
        }
      }
    }
  }
}

/** Leaves the odds of levels first in `scratch`. @param row of a county and sex */
function fitFactors(counted: SchooledOf, row: i32, urban: f64, rural: f64, rounds: i32, scratch: Float64s): void {
  const toReach = counted.reached
  for (let level = 0; level < levels; level++) scratch[level] = 1
  for (let round = 0; round < rounds; round++) {
    for (let level = 0; level < levels; level++) scratch[levels + level] = 0
    addReached(counted, row, urban, 0, scratch)
    addReached(counted, row, rural, 1, scratch)
    for (let level = 0; level < levels; level++) {
      const reached = scratch[levels + level]
      if (reached > 0) scratch[level] = scratch[level] * (toReach[row * levels + level] / reached)
    }
  }
}

/** Adds those who reach each level, of the part of the people who live in an area. */
function addReached(counted: SchooledOf, row: i32, part: f64, area: i32, scratch: Float64s): void {
  const people = counted.people
  for (let a = 0; a < classes; a++) {
    const sum = sharesAt(counted, a, area, scratch)
    for (let level = 0; level < levels; level++) {
      scratch[levels + level] = scratch[levels + level] + (people[row * classes + a] * part * scratch[2 * levels + level]) / sum
    }
  }
}

/** Leaves the shares of an age class by level last in `scratch`, not yet scaled to one. @returns their sum */
function sharesAt(counted: SchooledOf, a: i32, area: i32, scratch: Float64s): f64 {
  const pattern = counted.pattern
  const odds = counted.odds
  let sum = 1e-12
  for (let level = 0; level < levels; level++) {
    const share = pattern[a * levels + level] * scratch[level] * odds[area * levels + level]
    scratch[2 * levels + level] = share
    sum += share
  }
  return sum
}
