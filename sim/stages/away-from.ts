/** Where those live who are registered in a county or the village and have left it. */
import { aliveBit } from '../codes/person-word.ts'
import type { World } from '../world.ts'

/** @returns real persons by place of the world; 0 at the stage's own places */
export function awayFrom({ people, places, scale }: World): Float64Array {
  const { count, word, place, registered } = people
  const away = new Float64Array(places.count)
  for (let i = 0; i < count; i++) {
    if ((word[i] & aliveBit) === 0) continue
    if (places.given[place[i]] < 0) continue
    if (places.given[registered[i]] >= 0) continue
    away[place[i]] += scale
  }
  return away
}
