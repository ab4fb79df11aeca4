/**
 * How readily people of one province go to another beyond what jobs, wages, registration and distance explain: shared language, old ties, railways.
 * Bilateral costs are read off the observed matrix, as quantitative spatial models do (Tombe & Zhu 2019).
 */
import { hukouCost } from '../access.ts'
import type { NationData } from '../data.ts'
import { exp, pow } from '../math.ts'
import type { Parameters } from '../parameters.ts'
import type { World } from '../world.ts'

/** A pair of provinces counts at most so many times more, or less, than gravity says. Assumption. */
const bound = 8

/**
 * `[from * provinces + to]`, 1 within a province and for the mean of all pairs: lifetime migrants of 2010 over what gravity gives at the wages
 * of that year, to the power `affinity`, because networks carry the rest.
 */
export function affinities({ places, scale }: World, data: NationData, p: Parameters): Float64Array {
  const n = data.provinces.code.length
  const { villages, count, x, y, z, province, residents, wage, labour, tier } = places
  const pull = new Float64Array(count)
  for (let j = villages; j < count; j++) {
    const jobs = (labour[j * 2] + labour[j * 2 + 1]) * scale
    pull[j] = jobs * pow(wage[j * 2] / 20_000, p.wageWeight) * exp(-hukouCost(p, tier[j]))
  }
  const decay = Float64Array.from({ length: 1500 }, (_, step) => pow(1 + (step * 5) / 30, -p.distanceWeight))
  const gravity = new Float64Array(n * n)
  const reach = new Float64Array(n)
  for (let v = 0; v < villages; v++) {
    reach.fill(0)
    for (let j = villages; j < count; j++) {
      const chord = Math.sqrt(Math.max(0, 2 - 2 * (x[v] * x[j] + y[v] * y[j] + z[v] * z[j])))
      reach[province[j]] += pull[j] * decay[Math.min(1499, (chord * 6371) / 5 | 0)]
    }
    for (let q = 0; q < n; q++) gravity[province[v] * n + q] += residents[v] * reach[q]
  }
  let moved = 0
  let expected = 0
  for (let from = 0; from < n; from++) {
    for (let to = 0; to < n; to++) {
      if (from === to) continue
      moved += data.originDestination[from * n + to]
      expected += gravity[from * n + to]
    }
  }
  return gravity.map((value, at) => {
    if (Math.floor(at / n) === at % n || value <= 0) return 1
    const ratio = (data.originDestination[at] / moved) / (value / expected)
    return pow(Math.min(bound, Math.max(1 / bound, ratio)), p.affinity)
  })
}
