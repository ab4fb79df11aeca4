/** What people have of services where they live. */
import { accessShares } from './access.ts'
import type { Parameters } from './parameters.ts'
import { scratchIn } from './scratch.ts'
import { services } from './services.ts'
import type { World } from './world.ts'

const composite = scratchIn(Float64Array)

/**
 * Mean of the six levels of each place, as its residents reach them: `[place * 2]` those registered there, and after it those registered elsewhere, to whom the
 * place gives a share of access. It holds until it is asked for again.
 */
export function compositeLevels({ memory, places: { count, tier, level, access } }: World, parameters: Parameters): Float64Array {
  const levels = composite(memory, count * 2)
  const share = accessShares(parameters)
  const kinds = services.length
  for (let j = 0; j < count; j++) {
    let here = 0
    let elsewhere = 0
    for (let k = 0; k < kinds; k++) {
      const delivered = level[j * kinds + k] * access[j * kinds + k]
      here += delivered
      elsewhere += delivered * share[tier[j] * kinds + k]
    }
    levels[j * 2] = here / kinds
    levels[j * 2 + 1] = elsewhere / kinds
  }
  return levels
}
