/** The draws of sim/random.ts, for compiled loops. */
export function draw(k0: i32, k1: i32, low: i32, high: i32): i32 {
  let mixed = low ^ k0
  mixed = (mixed ^ (mixed >>> 16)) * 0x21f0aaad
  mixed = (mixed ^ (mixed >>> 15)) * i32(0xd35a2d97)
  mixed = ((mixed ^ (mixed >>> 15)) + high) ^ k1
  mixed = (mixed ^ (mixed >>> 16)) * 0x21f0aaad
  mixed = (mixed ^ (mixed >>> 15)) * i32(0xd35a2d97)
  return (mixed ^ (mixed >>> 15)) >>> 2
}

/** A draw as a number in [0, 1). */
export function asShare(drawn: i32): f64 {
  return f64(drawn) * (1.0 / 1073741824.0)
}

/** Half an id: see sim/random.ts. */
export function halfId(k0: i32, k1: i32, low: i32, high: i32): i32 {
  return (draw(k0, k1, low, high) - 536870912) * 2 + (draw(~k0, k1, low, high) & 1)
}

/** The draws for the first `number` ids: no step calls it, but it shows to tests how a loop reads and writes columns. */
export function drawEach(chance: Chance, idLow: Int32s, idHigh: Int32s, number: i32, drawn: Int32s): void {
  drawFrom(chance.k0, chance.k1, idLow, idHigh, 0, number, drawn, 0)
}

/**
 * The draws for ids from position `from` up to another, four at a time, and up to three more.
 * @param drawn filled from position `to` on
 */
export function drawFrom(k0: i32, k1: i32, idLow: Int32s, idHigh: Int32s, from: i32, until: i32, drawn: Int32s, to: i32): void {
  const low = i32x4.splat(k0)
  const high = i32x4.splat(k1)
  const once = i32x4.splat(0x21f0aaad)
  const twice = i32x4.splat(i32(0xd35a2d97))
  for (let n = from; n < until; n += 4) {
    let mixed = v128.xor(fourOf(idLow, n), low)
    mixed = i32x4.mul(v128.xor(mixed, i32x4.shr_u(mixed, 16)), once)
    mixed = i32x4.mul(v128.xor(mixed, i32x4.shr_u(mixed, 15)), twice)
    mixed = v128.xor(i32x4.add(v128.xor(mixed, i32x4.shr_u(mixed, 15)), fourOf(idHigh, n)), high)
    mixed = i32x4.mul(v128.xor(mixed, i32x4.shr_u(mixed, 16)), once)
    mixed = i32x4.mul(v128.xor(mixed, i32x4.shr_u(mixed, 15)), twice)
    setFour(drawn, n - from + to, i32x4.shr_u(v128.xor(mixed, i32x4.shr_u(mixed, 15)), 2))
  }
}
