/** The engine in a worker: runs are pulled year by year, and copies of the baseline world let a policy start where it starts. */
import { expose, transfer } from 'comlink'
import {
  awayFrom, copyWorld, filesOf, live, observe, observePeople, placesOf, policies, populate, run, stageData, stageKind,
  type CountyIndex, type NationData, type PlaceSeen, type Scenario, type Stage, type SurroundingsFile, type World,
} from '../sim/index.ts'
import type { YearRecord } from '../sim/record.ts'
import { pause } from './breathe.ts'
import { fetched } from './fetched.ts'
import { isNoMemory } from './no-memory.ts'
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
/** Once what the page shows of the nation's tables has gone back to it. */
let loaded: () => void
const loading = new Promise<void>(resolve => { loaded = resolve })
/** Of the stage that was run last. */
let data: NationData
let surroundings: SurroundingsFile | undefined
let countyIndex: CountyIndex | undefined
let world: World
let years: Iterator<Year | undefined, void>

/** Worlds of a run without policies, by year; those of an earlier one of the same size lend their memory. */
interface Trunk {
  key: string
  worlds: Map<number, World>
  spare: World[]
}

/** One baseline a scale, that used last at the end; all of one part of China. */
const trunks = new Map<number, Trunk>()

/** A process of the browser gives some 125 memories, whatever their size, and all workers of a page may share one. */
const mostKept = 64

const engine = {
  /** Takes the nation's tables, which the page has fetched as JSON; what it shows of them goes back. */
  load(tables: ArrayBuffer) {
    nation = JSON.parse(new TextDecoder().decode(tables))
    void pause().then(loaded)
    const { hash, provinces, prefectures, counties, observed } = nation
    return {
      hash,
      observed,
      provinces: { code: provinces.code, nameEn: provinces.nameEn, nameZh: provinces.nameZh },
      prefectures,
      counties: { code: counties.code, nameZh: counties.nameZh, province: counties.province, prefecture: counties.prefecture },
    }
  },

  /** Fetches what a county or a village needs beyond them, before anyone asks. */
  async ahead() {
    await fetchSurroundings()
  },

  /**
   * Begins a run and lets go of the one before. May be asked for before the tables are there.
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
  await loading
  data = await dataOf(scenario.stage)
  const first = withMemory(() => begin(scenario, keep, branch, observed))
  return scenario.stage === 'nation' ? { first } : { first, places: placesOf(world, data, countyIndex) }
}

async function fetchSurroundings() {
  surroundings ??= await fetched<SurroundingsFile>(surroundingsUrl)
  countyIndex ??= await fetched<CountyIndex>(indexUrl)
}

async function dataOf(stage: Stage): Promise<NationData> {
  if (filesOf(stage).includes('surroundings.json')) await fetchSurroundings()
  return stageData(stage, nation, surroundings)
}

/** Where the machine gives no memory, once more without the worlds that only save time. */
function withMemory<T>(act: () => T): T {
  try {
    return act()
  } catch (error) {
    if (!isNoMemory(error)) throw error
    trunks.clear()
    return act()
  }
}

/** The kept worlds of a baseline at its scale: those of another part of China go, and those used longest ago where all together would be too many. */
function trunkOf({ stage, scale, years: [first], seed, assumptions }: Scenario, coming: number): Trunk {
  const key = JSON.stringify([stage, first, seed, assumptions])
  if ([...trunks.values()].some(({ key: other }) => JSON.parse(other)[0] !== stage)) trunks.clear()
  const before = trunks.get(scale)
  const trunk = before?.key === key ? before : { key, worlds: new Map(), spare: before ? [...before.worlds.values(), ...before.spare] : [] }
  trunks.delete(scale)
  const held = () => [...trunks.values()].reduce((sum, { worlds, spare }) => sum + worlds.size + spare.length, 0)
  for (const oldest of trunks.keys()) {
    if (held() + Math.max(coming, trunk.worlds.size + trunk.spare.length) <= mostKept) break
    trunks.delete(oldest)
  }
  trunks.set(scale, trunk)
  return trunk
}

/** @returns the first year to come */
function begin(scenario: Scenario, keep: number[], branch: boolean, observed?: number[]): number {
  const { years: [first], policies } = scenario
  if (policies.length === 0 && keep.length === 0) {
    world = populate(scenario, data)
    years = runSeen(world, scenario, observed)
    return first
  }
  const trunk = trunkOf(scenario, keep.length)
  const policyFrom = Math.min(...policies.map(policy => policy.from))
  const branchYear = branch ? Math.max(-1, ...[...trunk.worlds.keys()].filter(year => year < policyFrom)) : -1
  // Until the first policy begins, the world is the baseline's.
  const keepBefore = (year: number) => {
    if (year < policyFrom && keep.includes(year) && !trunk.worlds.has(year)) keepYear(trunk, year, world)
  }
  if (policies.length > 0 && branchYear > 0) {
    // The run before is over.
    world = copyWorld(trunk.worlds.get(branchYear)!, world)
    years = runSeen(world, scenario, observed, keepBefore)
    return branchYear + 1
  }
  world = populate(scenario, data)
  years = policies.length > 0 ? runSeen(world, scenario, observed, keepBefore) : growTrunk(scenario, trunk, keep)
  return first
}

/**
 * A run that counts people and money only in some years: a third of a small run's time goes into that.
 * @param lived is told of every year that is over
 */
function* runSeen(here: World, scenario: Scenario, observed?: number[], lived?: (year: number) => void): Generator<Year | undefined, void> {
  const seen = observed && new Set(observed)
  for (const now of live(scenario, data, here)) {
    const record = !seen || seen.has(now.year) ? withPeople(observe(here, now), scenario, here) : undefined
    lived?.(now.year)
    yield record
  }
}

function* growTrunk(scenario: Scenario, trunk: Trunk, keep: number[]): Generator<Year, void> {
  const { worlds } = trunk
  trunk.spare = [...trunk.spare, ...worlds.values()].slice(0, keep.length)
  worlds.clear()
  const here = world
  for (const record of run(scenario, data, here)) {
    if (keep.includes(record.year)) keepYear(trunk, record.year, here)
    yield withPeople(record, scenario, here)
  }
  // Previews start from a baseline of which every year is kept.
  if (keep.length > scenario.years[1] - scenario.years[0] && !rehearsal) {
    rehearsal = rehearsing(scenario, worlds)
    setTimeout(rehearse)
  }
}

/** A year that finds no memory is not kept: a policy then starts from an earlier one. */
function keepYear({ worlds, spare }: Trunk, year: number, here: World) {
  try {
    worlds.set(year, copyWorld(here, spare.pop()))
  } catch (error) {
    if (!isNoMemory(error)) throw error
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
