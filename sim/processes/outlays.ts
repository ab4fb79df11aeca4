/** Money that measures outside the budget cost: booked when it is spent, paid by the province's next budget before any service. */
import type { Places, World } from '../world.ts'

/**
 * Books an outlay of a province.
 * @param yuan of 2010, real (not per simulated person)
 */
export function spendOnProgramme({ governments }: World, province: number, yuan: number): void {
  governments.programmes[province] += yuan
}

/**
 * Numbers by place whom a measure pays for, with those of given places, which nobody counts: as many among the persons of a kind as in the stage's own places.
 * @param counted simulated persons by place, left out where a place is given
 * @param among persons of that kind by place, simulated ones or as many as are given
 */
export function withGiven({ given }: Places, counted: ArrayLike<number>, among: ArrayLike<number>): Float64Array {
  let [own, ofOwn] = [0, 0]
  for (let j = 0; j < counted.length; j++) {
    if (given[j] >= 0) continue
    own += counted[j]
    ofOwn += among[j]
  }
  const share = ofOwn > 0 ? own / ofOwn : 0
  return Float64Array.from(counted, (number, j) => (given[j] >= 0 ? share * among[j] : number))
}
