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

export function drawEach(chance: Chance, idLow: Int32s, idHigh: Int32s, number: i32, drawn: Int32s): void {
  const k0 = chance.k0
  const k1 = chance.k1
  for (let n = 0; n < number; n++) drawn[n] = draw(k0, k1, idLow[n], idHigh[n])
}
