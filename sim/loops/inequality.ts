/** What Gini coefficients are made of: see sim/indicators/inequality.ts. */

/**
 * Adds the first `number` of values, which are in ascending order and not below those that were added before.
 * @param weight by group, as `below` and `area`: see `Areas`
 * @param groups see `bothGroups`
 */
export function addAreas(weight: Float64s, below: Float64s, area: Float64s, values: Float64s, weights: Float64s, groups: Uint16s, number: i32): void {
  // What is added to again and again stays out of memory.
  let weightOfAll = weight[0]
  let belowOfAll = below[0]
  let areaOfAll = area[0]
  for (let n = 0; n < number; n++) {
    const w = weights[n]
    const part = w * values[n]
    areaOfAll += w * (2 * belowOfAll + part)
    belowOfAll += part
    weightOfAll += w
    const first = groups[n] & 3
    area[first] += w * (2 * below[first] + part)
    below[first] += part
    weight[first] += w
    const second = groups[n] >>> 2
    area[second] += w * (2 * below[second] + part)
    below[second] += part
    weight[second] += w
  }
  weight[0] = weightOfAll
  below[0] = belowOfAll
  area[0] = areaOfAll
}
