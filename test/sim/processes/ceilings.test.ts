/** Ceilings: only Beijing and Shanghai have one, only from 2014 on, and it bites as they fill up. */
import { describe, expect, test } from 'vitest'
import { roomForNewcomers } from '../../../sim/processes/ceilings.ts'
import { defaultParameters } from '../../../sim/parameters.ts'
import { censusDay, nation, nowOf } from '../../helpers/nation.ts'

const beijing = nation.provinces.code.indexOf(110000)
const shanghai = nation.provinces.code.indexOf(310000)

/** The census of 2010, with so many times the residents in one province. */
function grown(province: number, factor: number) {
  const world = censusDay(20_000)
  const { places } = world
  for (let j = 0; j < places.count; j++) if (places.province[j] === province) places.residents[j] = places.residentsBase[j] * factor
  return world
}

const roomIn = (world: ReturnType<typeof censusDay>, province: number, room: Float64Array) => {
  const { places } = world
  const towns = Array.from(room).filter((_, j) => j >= places.villages && places.province[j] === province)
  return [Math.min(...towns), Math.max(...towns)]
}

describe('ceilings', () => {
  test('leave all as it is before the plan, where they are switched off, and in every other province', () => {
    const world = grown(beijing, 1.1)
    for (const now of [nowOf(2013), nowOf(2020, { ceilings: 0 })]) expect(new Set(roomForNewcomers(world, now))).toEqual(new Set([1]))
    const room = roomForNewcomers(world, nowOf(2020))
    for (let j = 0; j < world.places.count; j++) if (![beijing, shanghai].includes(world.places.province[j])) expect(room[j]).toBe(1)
  })

  test('leave what is left of the room of 2010, and a little where there is none', () => {
    const half = grown(beijing, 1 + (23e6 / 19.6e6 - 1) / 2)
    const [least, most] = roomIn(half, beijing, roomForNewcomers(half, nowOf(2016)))
    expect(least).toBe(most)
    expect(least).toBeGreaterThan(0.4)
    expect(least).toBeLessThan(0.6)
    const full = grown(shanghai, 1.3)
    expect(roomIn(full, shanghai, roomForNewcomers(full, nowOf(2016)))).toEqual([0.05, 0.05])
  })

  test('do not bind where registration is open', () => {
    const full = grown(shanghai, 1.3)
    const { hukouOpenness } = defaultParameters()
    const open = Object.fromEntries(Object.keys(hukouOpenness).map(tier => [tier, 1])) as typeof hukouOpenness
    expect(roomIn(full, shanghai, roomForNewcomers(full, nowOf(2016, { hukouOpenness: open })))).toEqual([1, 1])
  })
})
