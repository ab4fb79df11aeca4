/** Memory is laid out anew: who belongs together lies side by side. */
import { byColumn, scratchOrdered } from './order.ts'
import { sharedIn } from './scratch.ts'
import type { World } from './world.ts'

const scratch = {
  newIndex: sharedIn(0, Int32Array), order: sharedIn(1, Int32Array), some: sharedIn(2, Int32Array), byOrigin: scratchOrdered(),
  before: sharedIn(3, Int32Array), beforeShort: sharedIn(4, Uint16Array),
}

/**
 * Removes the dead and empty households, and lays the members of a household side by side again, and households of one origin: parents and grown children, and
 * others who are asked about the same places, then are near the processor together. Ids and fates do not change; indices do.
 */
export function tidy({ memory, people, households, places }: World): void {
  const { loops } = memory
  const some = scratch.some(memory, households.count)
  const kept = byColumn(memory, some.subarray(0, loops.listKept(households, some)), households.origin, places.count, scratch.byOrigin).members
  const number = kept.length

  // By index + 1, so that nobody, −1, is found there as well.
  const newIndex = scratch.newIndex(memory, people.count + 1).fill(-1)
  const order = scratch.order(memory, people.count)
  const before = scratch.before(memory, Math.max(people.count, households.count))
  before.set(households.first.subarray(0, households.count))
  const persons = loops.layOut(people, households, before, kept, number, newIndex, order)

  const beforeShort = scratch.beforeShort(memory, Math.max(people.count, households.count))
  function arrange(columns: (Int32Array | Uint32Array | Float32Array)[], count: number, from: Int32Array, left: number) {
    for (const column of columns) {
      const its = asIntegers(column)
      before.set(its.subarray(0, count))
      loops.arrange(its, before, from, left)
    }
  }
  function arrangeShort(columns: Uint16Array[], count: number, from: Int32Array, left: number) {
    for (const column of columns) {
      beforeShort.set(column.subarray(0, count))
      loops.arrangeShort(column, beforeShort, from, left)
    }
  }
  const { idLow, idHigh, home, origin, land, landLet, landRented, income, pensions, support, landPay, word } = households
  arrange([idLow, idHigh, land, landLet, landRented, income, pensions, support, landPay, word], households.count, kept, number)
  arrangeShort([home, origin], households.count, kept, number)
  // What waited for households that ended waits for nobody who takes their slot.
  landPay.fill(0, number, households.count)
  households.count = number
  arrange([people.word, people.idLow, people.idHigh, people.motherId, people.fatherId], people.count, order, persons)
  arrangeShort([people.place, people.registered], people.count, order, persons)
  for (const link of [people.mother, people.father, people.partner]) {
    before.set(link.subarray(0, people.count))
    loops.arrangeLinks(link, before, order, newIndex, persons)
  }
  people.count = persons
}

/** The same bits as whole numbers, so that one loop moves columns of any type. */
const asIntegers = ({ buffer, byteOffset, length }: Int32Array | Uint32Array | Float32Array): Int32Array => new Int32Array(buffer, byteOffset, length)
