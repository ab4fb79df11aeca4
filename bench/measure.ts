/** One run of the engine by the clock, which the engine itself does not have. */
import { indicators, populate, readScenario, run, type NationData } from '../sim/index.ts'
import { chanceOf, draw } from '../sim/random.ts'

export interface Measurement {
  /** Simulated persons in the first and the last year. */
  persons: [number, number]
  personYears: number
  /** Making the people of the first year, and living on to the last, seconds. */
  populating: number
  running: number
  /** Milliseconds by process of the year's schedule, in the order met. */
  byProcess: [name: string, milliseconds: number][]
  /** Nanoseconds of one keyed draw, warm: how fast this machine is, for machines differ more than versions do. */
  draw: number
  /** The nation in the last year, by indicator. */
  nation: [id: string, value: number | null][]
}

export function measure(scale: number, lastYear: number, data: NationData): Measurement {
  const scenario = readScenario({ format: 1, scale, years: [2010, lastYear] })
  const milliseconds = new Map<string, number>()
  function timed<T>(name: string, step: () => T): T {
    const start = performance.now()
    const made = step()
    milliseconds.set(name, (milliseconds.get(name) ?? 0) + performance.now() - start)
    return made
  }

  const start = performance.now()
  const world = populate(scenario, data)
  const populated = performance.now()
  let personYears = 0
  let persons: [number, number] | undefined
  let nation = new Float64Array()
  for (const record of run(scenario, data, world, timed)) {
    const { residentsBefore, residentsAfter } = record.accounts
    if (record.year > scenario.years[0]) personYears += residentsBefore // the census year is observed, not lived through
    persons = [persons?.[0] ?? residentsBefore, residentsAfter]
    nation = Float64Array.from(record.nation)
  }
  const end = performance.now()
  return {
    persons: persons ?? [0, 0],
    personYears,
    populating: (populated - start) / 1000,
    running: (end - populated) / 1000,
    byProcess: [...milliseconds],
    draw: costOfDraw(),
    nation: indicators.map(({ id }, i) => [id, nation[i]]),
  }
}

/** The shortest of some stretches of a million draws. */
function costOfDraw(): number {
  const ids = Int32Array.from({ length: 4096 }, (_, i) => Math.imul(i + 1, 0x9e3779b1))
  const drawn = new Int32Array(ids.length)
  const chance = chanceOf('bench', 'draw')
  let least = Infinity
  for (let stretch = 0; stretch < 8; stretch++) {
    const start = performance.now()
    for (let k = 0; k < 256; k++) {
      for (let n = 0; n < ids.length; n++) drawn[n] = draw(chance, ids[n], ids[n])
    }
    least = Math.min(least, performance.now() - start)
  }
  return (least * 1e6) / (256 * ids.length)
}
