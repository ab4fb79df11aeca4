/** The engine in a worker: runs are pulled year by year, and copies of the baseline world let a policy start where it starts. */
import { expose, transfer } from 'comlink'
import {
  awayFrom, copyWorld, filesOf, live, observe, observePeople, placesOf, policies, populate, run, stageData, stageKind,
  type CountyIndex, type NationData, type PlaceSeen, type Scenario, type Stage, type SurroundingsFile, type World,
} from '../sim/index.ts'
import type { YearRecord } from '../sim/record.ts'
import { fetched } from './fetched.ts'
import nationUrl from '../scenarios/data/nation.json?url'
import indexUrl from '../scenarios/data/county-index.json?url'
import surroundingsUrl from '../scenarios/data/surroundings.json?url'

/** What the page is told of a year: of a county or a village also who is away and where, and of a village everybody. */
export interface Year extends YearRecord {
  /** People registered in the stage's own places who live elsewhere, real persons, by place. */
  away?: Float64Array
  /** Households and persons as JSON: a page that shows one year need not hold the others as objects. */
  people?: string
}

let nation: NationData
/** Of the stage that was run last. */
let data: NationData
let surroundings: SurroundingsFile | undefined
let countyIndex: CountyIndex | undefined
let world: World
let years: Iterator<Year | undefined, void>

/** Worlds of a run without policies, by scale; then by what makes that run, and year. One baseline a scale. */
const trunks = new Map<number, { key: string; worlds: Map<number, World> }>()

const engine = {
  /** Fetches the tables; what the page shows of them goes back. */
  async load() {
    nation = await fetched<NationData>(nationUrl)
    const { hash, provinces, prefectures, counties, observed } = nation
    return {
      hash,
      observed,
      provinces: { code: provinces.code, nameEn: provinces.nameEn, nameZh: provinces.nameZh },
      prefectures,
      counties: { code: counties.code, nameZh: counties.nameZh, province: counties.province, prefecture: counties.prefecture },
    }
  },

  /**
   * Begins a run and lets go of the one before.
   * @param keep years after which to keep a copy of the world, where no policy is in force; with none, the copies there are stay
   * @param branch whether the years before the first policy are known already
   * @param observed the years to give records of; all when absent
   * @returns the first year that `next` will give, and the places of a stage that is not the whole nation
   */
  start(scenario: Scenario, keep: number[], branch: boolean, observed?: number[]): Promise<Started> {
    return (started = start(scenario, keep, branch, observed))
  },

  /** The years that come within the budget, milliseconds; at least one, and none when the run is over. May be asked for before the run has begun. */
  async next(budget: number): Promise<Year[]> {
    await started
    const until = performance.now() + budget
    const records: Year[] = []
    do {
      const { value, done } = years.next()
      if (done) break
      if (value) records.push(value)
    } while (records.length === 0 || performance.now() < until)
    return transfer(records, records.flatMap(buffersOf))
  },
}

export type Engine = typeof engine

interface Started {
  first: number
  places?: PlaceSeen[]
}

let started: Promise<Started> | undefined

async function start(scenario: Scenario, keep: number[], branch: boolean, observed?: number[]): Promise<Started> {
  rehearsal?.return()
  data = await dataOf(scenario.stage)
  const first = begin(scenario, keep, branch, observed)
  return scenario.stage === 'nation' ? { first } : { first, places: placesOf(world, data, countyIndex) }
}

async function dataOf(stage: Stage): Promise<NationData> {
  if (filesOf(stage).includes('surroundings.json')) {
    surroundings ??= await fetched<SurroundingsFile>(surroundingsUrl)
    countyIndex ??= await fetched<CountyIndex>(indexUrl)
  }
  return stageData(stage, nation, surroundings)
}

/** @returns the first year to come */
function begin(scenario: Scenario, keep: number[], branch: boolean, observed?: number[]): number {
  const { scale, years: [first], policies } = scenario
  const key = JSON.stringify([scenario.stage, first, scenario.seed, scenario.assumptions])
  let trunk = trunks.get(scale)
  if (policies.length === 0 && keep.length === 0) {
    world = populate(scenario, data)
    years = runSeen(world, scenario, observed)
    return first
  }
  if (trunk?.key !== key) trunks.set(scale, (trunk = { key, worlds: new Map() }))

  const policyFrom = Math.min(...policies.map(policy => policy.from))
  const branchYear = branch ? Math.max(-1, ...[...trunk.worlds.keys()].filter(year => year < policyFrom)) : -1
  if (policies.length > 0 && branchYear > 0) {
    // The run before is over.
    world = copyWorld(trunk.worlds.get(branchYear)!, world)
    years = runSeen(world, scenario, observed)
    return branchYear + 1
  }
  world = populate(scenario, data)
  years = policies.length > 0 ? runSeen(world, scenario, observed) : growTrunk(scenario, trunk.worlds, keep)
  return first
}

/** A run that counts people and money only in some years: a third of a small run's time goes into that. */
function* runSeen(here: World, scenario: Scenario, observed?: number[]): Generator<Year | undefined, void> {
  const seen = observed && new Set(observed)
  for (const now of live(scenario, data, here)) yield !seen || seen.has(now.year) ? withPeople(observe(here, now), scenario, here) : undefined
}

function* growTrunk(scenario: Scenario, worlds: Map<number, World>, keep: number[]): Generator<Year, void> {
  worlds.clear()
  const here = world
  for (const record of run(scenario, data, here)) {
    if (keep.includes(record.year)) worlds.set(record.year, copyWorld(here))
    yield withPeople(record, scenario, here)
  }
  // Previews start from a baseline of which every year is kept.
  if (keep.length > scenario.years[1] - scenario.years[0] && !rehearsal) {
    rehearsal = rehearsing(scenario, worlds)
    setTimeout(rehearse)
  }
}

/** Previews that nobody sees, while the worker has nothing else to do: by the time somebody waits for one, the browser has made their code fast. Once is enough. */
let rehearsal: Generator<unknown, void> | undefined

function* rehearsing(scenario: Scenario, worlds: ReadonlyMap<number, World>): Generator<unknown, void> {
  const from = Math.round((scenario.years[0] + scenario.years[1]) / 2)
  const start = worlds.get(from - 1)
  let here: World | undefined
  for (const lever of policies.filter(({ kind }) => kind === 'number').slice(0, 3)) {
    if (!start || lever.kind !== 'number') continue
    here = copyWorld(start, here)
    yield* runSeen(here, { ...scenario, policies: [{ id: lever.id, value: lever.max, from, phaseIn: 5 }] }, [from])
  }
}

/** A year at a time; the next run that is asked for ends it. */
function rehearse() {
  if (!rehearsal!.next().done) setTimeout(rehearse)
}

function withPeople(record: YearRecord, { stage }: Scenario, here: World): Year {
  switch (stageKind(stage)) {
    case 'nation': return record
    case 'county': return { ...record, away: awayFrom(here) }
    case 'village': return { ...record, away: awayFrom(here), people: JSON.stringify(observePeople(here)) }
  }
}

/** The large arrays: those of an observed year are nobody else's. */
function buffersOf({ nation: whole, provinces, prefectures, byArea, pyramid, places, settlements, away }: Year): ArrayBuffer[] {
  return [whole, provinces, prefectures, byArea, pyramid, places, away, ...Object.values(settlements)]
    .flatMap(array => (array ? [array.buffer as ArrayBuffer] : []))
}

expose(engine)
