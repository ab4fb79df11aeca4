/** The page's side of a worker: a lane that works through the runs it is asked for, and outlives its worker. */
import { wrap, type Remote } from 'comlink'
import type { Scenario } from '../sim/index.ts'
import type { PlaceSeen } from '../sim/index.ts'
import nationUrl from '../scenarios/data/nation.json?url'
import { fetchedBytes, wasNotFetched } from './fetched.ts'
import { isNoMemory } from './no-memory.ts'
import type { Engine, Year } from './worker.ts'

export type Places = Awaited<ReturnType<Engine['load']>>

/** One run asked of a lane. */
export interface Wanted {
  key: string
  scenario: Scenario
  /** Years after which the worker keeps a copy of the world. */
  keep: number[]
  /** Whether the page has the years before the first policy already. */
  branch: () => boolean
  /** The years to give records of; all when absent. */
  observed?: number[]
}

export interface LaneEvents {
  /** Once, with the first worker. */
  onPlaces(places: Places): void
  /** @param places of a county or village stage */
  onStart(wanted: Wanted, firstYear: number, places?: PlaceSeen[]): void
  onYears(wanted: Wanted, records: Year[]): void
  onEnd(wanted: Wanted): void
  /** The worker died and another took its place. */
  onCrash(): void
  /** The machine gave no memory: the worker has given back all that it had, and another tries once more. */
  onShort?(): void
  /** The run cannot be done: the engine refused it, or its worker died twice over it. */
  onFailure(wanted: Wanted, message: string, cause: FailureCause): void
}

/** The tables that the run needs could not be had, nor the memory, or it is the scenario. */
export type FailureCause = 'unfetched' | 'noMemory' | 'failed'

const causeOf = (error: unknown): FailureCause => (wasNotFetched(error) ? 'unfetched' : isNoMemory(error) ? 'noMemory' : 'failed')

export interface Lane {
  /** The runs to do, in order. A run that is not in the newest list is dropped at its next year. */
  want(list: Wanted[]): void
  /** Whether to leave the core to others after the years being computed; the run goes on where it is when the rest is over. */
  rest(resting: boolean): void
  /** Gives back the memory of the worker while nothing is being computed. */
  release(): void
  /** The run being computed. */
  current(): Wanted | undefined
}

/** A worker that may be lost: `lost` resolves with what its error said. */
export interface Handle {
  engine: Pick<Remote<Engine>, 'start' | 'next'> & Partial<Pick<Remote<Engine>, 'ahead'>>
  /** Gives the worker the nation's tables. */
  load(): Promise<Places>
  lost: Promise<string>
  end(): void
}

export function openWorker(): Handle {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
  const engine = wrap<Engine>(worker)
  const lost = new Promise<string>(resolve => {
    worker.addEventListener('error', event => resolve(event.message ?? ''))
    worker.addEventListener('messageerror', () => resolve(''))
  })
  const load = async () => {
    try {
      return await engine.load(await (tables ??= fetchedBytes(nationUrl)))
    } catch (error) {
      // Where they did not come whole, the next worker has them fetched again.
      tables = undefined
      throw error
    }
  }
  return { engine, load, lost, end: () => worker.terminate() }
}

/** The nation's, for all workers. They are on their way from the moment that the page begins to load: see index.html. */
let tables: Promise<ArrayBuffer> | undefined

class Lost extends Error {}

/**
 * @param budget milliseconds that the worker may work before it looks whether something newer is wanted
 * @param stays whether the worker stays when nothing is wanted; else its memory is given back, and the next run waits for another
 */
export function createLane(open: () => Handle, budget: number, events: LaneEvents, stays = true): Lane {
  let list: Wanted[] = []
  let now: Wanted | undefined
  let handle: Handle | undefined
  let within: ReturnType<typeof answersOf>
  let working = false
  let greeted = false
  let rested = Promise.resolve()
  let wake: (() => void) | undefined
  const done = new Set<Wanted>()
  const crashes = new Map<string, number>()

  /** @returns another worker, and what the page shows of its tables, on its way */
  function opened(): { worker: Handle; loading: Promise<Places> } {
    const worker = open()
    handle = worker
    within = answersOf(worker)
    return { worker, loading: worker.load() }
  }

  async function greet(worker: Handle, loading: Promise<Places>) {
    try {
      const places = await within(loading)
      if (!greeted) events.onPlaces(places)
      greeted = true
    } catch (error) {
      // Without its tables it is of no use.
      worker.end()
      handle = undefined
      throw error
    }
  }

  async function work() {
    if (working) return
    working = true
    while ((now = list.find(wanted => !done.has(wanted)))) {
      try {
        await one(now)
      } catch (error) {
        const lost = error instanceof Lost
        const cause = lost ? undefined : causeOf(error)
        // A worker that only missed a table goes on, which where there is no connection no other could.
        if (cause !== 'unfetched') {
          handle?.end()
          handle = undefined
        }
        const times = (crashes.get(now.key) ?? 0) + 1
        crashes.set(now.key, times)
        const short = cause === 'noMemory'
        if (short) events.onShort?.()
        else if (lost) events.onCrash()
        if (!(lost || short) || times > 1) {
          done.add(now)
          crashes.delete(now.key)
          events.onFailure(now, error instanceof Error ? error.message : String(error), cause ?? causeOf(error))
        }
      }
    }
    working = false
    if (stays) {
      // What other parts of China need, while there is a connection and nothing else to do.
      void handle?.engine.ahead?.().catch(() => {})
      return
    }
    handle?.end()
    handle = undefined
  }

  async function one(wanted: Wanted) {
    const { worker, loading } = handle ? { worker: handle } : opened()
    // The worker need not wait until the page has heard that it has its tables, nor that it has begun: while the page is built that may take a while.
    const starting = worker.engine.start(wanted.scenario, wanted.keep, wanted.branch(), wanted.observed)
    starting.catch(() => {})
    let coming = ahead(worker, wanted)
    if (loading) await greet(worker, loading)
    if (!list.includes(wanted)) return
    const { first, places } = await within(starting)
    events.onStart(wanted, first, places)
    while (list.includes(wanted)) {
      const records = await within(coming)
      if (!list.includes(wanted)) return
      if (records.length === 0) {
        done.add(wanted)
        crashes.delete(wanted.key)
        events.onEnd(wanted)
        return
      }
      // The worker goes on while the page takes in what it has.
      coming = ahead(worker, wanted)
      events.onYears(wanted, records)
    }
  }

  /** The next years; what they come to is nobody's business once the run is dropped. */
  function ahead(worker: Handle, wanted: Wanted): Promise<Year[]> {
    const years = afterRest(worker, wanted)
    years.catch(() => {})
    return years
  }

  async function afterRest({ engine }: Handle, wanted: Wanted): Promise<Year[]> {
    while (wake) await rested
    return list.includes(wanted) ? engine.next(budget) : []
  }

  return {
    want(newest) {
      // The same run asked for again goes on where it is.
      list = newest.map(wanted => list.find(old => old.key === wanted.key && !done.has(old)) ?? wanted)
      done.clear()
      void work()
    },
    rest(resting) {
      if (!resting) {
        wake?.()
        wake = undefined
      } else if (!wake) {
        rested = new Promise(go => { wake = go })
      }
    },
    release() {
      if (working) return
      handle?.end()
      handle = undefined
    },
    current: () => now,
  }
}

/**
 * Answers of a worker, or Lost when it dies first: a dead worker never answers. One answer is waited for at a time. Racing each answer with the worker's
 * end would keep them all as long as the worker lives.
 */
function answersOf({ lost }: Handle): <T>(answer: Promise<T>) => Promise<T> {
  let end: Lost | undefined
  let fail: (lost: Lost) => void = () => {}
  void lost.then(message => {
    end = new Lost(message)
    fail(end)
  })
  return answer => new Promise((resolve, reject) => {
    fail = reject
    if (end) reject(end)
    answer.then(resolve, reject)
  })
}
