/** Money that measures outside the budget cost: booked when it is spent, paid by the province's next budget before any service. */
import type { World } from '../world.ts'

/**
 * Books an outlay of a province.
 * @param yuan of 2010, real (not per simulated person)
 */
export function spendOnProgramme({ governments }: World, province: number, yuan: number): void {
  governments.programmes[province] += yuan
}
