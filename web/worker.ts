/** The engine in a worker: runs are pulled year by year, and copies of the baseline world let a policy start where it starts. */
import { expose, transfer } from 'comlink'
import { copyWorld, populate, run, type NationData, type Scenario, type World } from '../sim/index.ts'
import type { YearRecord } from '../sim/record.ts'
import nationUrl from '../scenarios/data/nation.json?url'

let data: NationData
let years: Iterator<YearRecord | undefined, void>

/** Worlds of a run without policies, by scale; then by what makes that run, and year. One baseline a scale. */
const trunks = new Map<number, { key: string; worlds: Map<number, World> }>()

const engine = {
  /** Fetches the tables; what the page shows of them goes back. */
  async load() {
    const response = await fetch(nationUrl)
    if (!response.ok) throw new Error(`${response.status} ${response.statusText}`)
    data = await response.json()
    const { hash, provinces, prefectures, counties, observed } = data
    return {
      hash,
      observed,
      provinces: { code: provinces.code, nameEn: provinces.nameEn, nameZh: provinces.nameZh },
      prefectures,
      counties: { nameZh: counties.nameZh },
    }
  },

  /**
   * Begins a run and lets go of the one before.
   * @param keep years after which to keep a copy of the world, where no policy is in force; with none, the copies there are stay
   * @param branch whether the years before the first policy are known already
   * @param observed the years to give records of; all when absent
   * @returns the first year that `next` will give
   */
  start(scenario: Scenario, keep: number[], branch: boolean, observed?: number[]): number {
    const { scale, years: [first], policies } = scenario
    const key = JSON.stringify([scenario.stage, first, scenario.seed, scenario.assumptions])
    let trunk = trunks.get(scale)
    if (policies.length === 0 && keep.length === 0) {
      years = runSeen(scenario, populate(scenario, data), observed)
      return first
    }
    if (trunk?.key !== key) trunks.set(scale, (trunk = { key, worlds: new Map() }))

    const policyFrom = Math.min(...policies.map(policy => policy.from))
    const branchYear = branch ? Math.max(-1, ...[...trunk.worlds.keys()].filter(year => year < policyFrom)) : -1
    if (policies.length > 0 && branchYear > 0) {
      years = runSeen(scenario, copyWorld(trunk.worlds.get(branchYear)!), observed)
      return branchYear + 1
    }
    years = policies.length > 0 ? runSeen(scenario, populate(scenario, data), observed) : growTrunk(scenario, trunk.worlds, keep)
    return first
  },

  /** The years that come within the budget, milliseconds; at least one, and none when the run is over. */
  next(budget: number): YearRecord[] {
    const until = performance.now() + budget
    const records: YearRecord[] = []
    do {
      const { value, done } = years.next()
      if (done) break
      if (value) records.push(value)
    } while (records.length === 0 || performance.now() < until)
    return transfer(records, records.flatMap(buffersOf))
  },
}

export type Engine = typeof engine

/** A run that counts people and money only in some years: a third of a small run's time goes into that. */
function runSeen(scenario: Scenario, world: World, observed?: number[]): Iterator<YearRecord | undefined, void> {
  if (!observed) return run(scenario, data, world)
  const seen = new Set(observed)
  // A step that is not taken leaves no record; observation changes nothing in the world.
  return run(scenario, data, world, (name, step) => { if (name !== 'observation' || seen.has(world.year)) step() })
}

function* growTrunk(scenario: Scenario, worlds: Map<number, World>, keep: number[]): Generator<YearRecord, void> {
  worlds.clear()
  const world = populate(scenario, data)
  for (const record of run(scenario, data, world)) {
    if (keep.includes(record.year)) worlds.set(record.year, copyWorld(world))
    yield record
  }
}

/** The large arrays, which are new every year; the places of settlements may be shared between years and are copied. */
function buffersOf(record: YearRecord): ArrayBuffer[] {
  const { nation, provinces, prefectures, byArea, pyramid } = record
  return [nation, provinces, prefectures, byArea, pyramid].map(array => array.buffer as ArrayBuffer)
}

expose(engine)
