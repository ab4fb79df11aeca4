/**
 * Chance by key: a draw is a function of (seed, process, year, purpose) and of whom it concerns, and of nothing else.
 * So two runs differ only by their policies, a copy of the world needs no generator state, and the order of work is free.
 *
 * seedrandom turns the words of the key into 64 bits; two rounds of a mixing function of 32 bits, one for each half of key and id, turn key and id
 * into the draw. The mixing function is [16 21f0aaad 15 d35a2d97 15] of Wellons's hash prospector (2018, public domain), which turns every bit of
 * its answer in half of the cases to within 0.1 %.
 */
import seedrandom from 'seedrandom'

/** The 64-bit key of one purpose in one process and year. */
export interface Chance {
  readonly k0: number
  readonly k1: number
}

export function chanceOf(seed: string, ...key: (string | number)[]): Chance {
  // JSON keeps the parts apart: ['ab', 'c'] and ['a', 'bc'] are different keys.
  const text = JSON.stringify([seed, ...key])
  let chance = made.get(text)
  if (chance) return chance
  const generator = seedrandom(text)
  chance = { k0: generator.int32(), k1: generator.int32() }
  if (made.size >= mostMade) made.clear()
  made.set(text, chance)
  return chance
}

/** Keys that were asked for: paired runs and a lever that is dragged ask for the same ones again, and each takes as long as many draws. */
const made = new Map<string, Chance>()
const mostMade = 8192

/** Draws are whole numbers below this: 30 bits, which every engine keeps as a small integer. A chance p is the threshold p × certain. */
export const certain = 1073741824

/**
 * The draw of the person or household with this id, under the key.
 * @returns an integer from 0 to 2^30 − 1
 */
export function draw({ k0, k1 }: Chance, low: number, high: number): number {
  let mixed = low ^ k0
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0xd35a2d97)
  mixed = ((mixed ^ (mixed >>> 15)) + high) ^ k1
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0xd35a2d97)
  return (mixed ^ (mixed >>> 15)) >>> 2
}

/** A draw as a number in [0, 1). */
export const uniform = (chance: Chance, low: number, high: number): number => draw(chance, low, high) / certain

/** Half an id: 31 bits, signed, so that it too is a small integer. Two halves make the 62 bits of an id. */
export const halfId = (chance: Chance, low: number, high: number): number =>
  (draw(chance, low, high) - 536870912) * 2 + (draw({ k0: ~chance.k0, k1: chance.k1 }, low, high) & 1)

/** A half id that lies below a share p of all others. */
export const belowShare = (p: number): number => (2 * p - 1) * certain
