/** The lane: runs in order, the newest list wins, and a dead worker is replaced. */
import { describe, expect, it } from 'vitest'
import { readScenario } from '../../sim/index.ts'
import type { YearRecord } from '../../sim/record.ts'
import { createLane, type Handle, type LaneEvents, type Places, type Wanted } from '../../web/engine.ts'
import { madeUpRecord } from '../helpers/made-up-record.ts'

const scenario = readScenario({ format: 1, years: [2010, 2014] })

function wantedOf(key: string): Wanted {
  return { key, scenario, keep: [], branch: () => false }
}

/** A worker that gives one year a call; told to, it dies or refuses instead. */
function pretendWorker(fate: { dieAt?: number; refuse?: string } = {}) {
  let die: (message: string) => void
  const lost = new Promise<string>(resolve => { die = resolve })
  let year = 0
  let ended = false
  const engine = {
    start: async () => {
      year = 2010
      return { first: year }
    },
    async next(): Promise<YearRecord[]> {
      await new Promise(done => setTimeout(done))
      if (fate.refuse) throw new Error(fate.refuse)
      if (year === fate.dieAt) {
        die('out of memory')
        return new Promise(() => {})
      }
      return year > 2014 ? [] : [madeUpRecord(year++)]
    },
  }
  const handle = { engine, load: async () => ({}) as Places, lost, end: () => { ended = true } } as unknown as Handle
  return { handle, isEnded: () => ended }
}

/** Everything that is under way has come to wait for somebody: nothing here takes time. */
const settled = () => new Promise(done => setTimeout(done))

/** A worker that answers only when told to, one year at a time. */
function heldWorker() {
  const { handle } = pretendWorker()
  const asked: ((records: YearRecord[]) => void)[] = []
  let year = 2010
  handle.engine.next = ((_budget: number) => new Promise<YearRecord[]>(answer => asked.push(answer))) as typeof handle.engine.next
  return {
    handle,
    /** Calls that wait for their answer. */
    waiting: () => asked.length,
    async give() {
      asked.shift()!(year > 2014 ? [] : [madeUpRecord(year++)])
      await settled()
    },
  }
}

function listen() {
  const heard: string[] = []
  const waiting: (() => void)[] = []
  const say = (word: string) => {
    heard.push(word)
    for (const go of waiting.splice(0)) go()
  }
  const events: LaneEvents = {
    onPlaces: () => say('places'),
    onStart: ({ key }) => say(`start ${key}`),
    onYears: ({ key }, records) => say(`${key} ${records.map(({ year }) => year).join(' ')}`),
    onEnd: ({ key }) => say(`end ${key}`),
    onCrash: () => say('crash'),
    onShort: () => say('short'),
    onFailure: ({ key }, message, cause) => say(`${cause === 'failed' ? 'failure' : cause} ${key}: ${message}`),
  }
  async function until(word: string) {
    while (!heard.includes(word)) await new Promise<void>(go => waiting.push(go))
  }
  return { heard, events, until }
}

describe('a lane', () => {
  it('does its runs in order, whole', async () => {
    const { heard, events, until } = listen()
    const lane = createLane(() => pretendWorker().handle, 10, events)
    lane.want([wantedOf('a'), wantedOf('b')])
    await until('end b')
    expect(heard[0]).toBe('places')
    expect(heard.filter(word => /^[ab] /.test(word))).toEqual(
      ['a', 'b'].flatMap(key => [2010, 2011, 2012, 2013, 2014].map(year => `${key} ${year}`)))
  })

  it('gives its worker back when all is done, if it is told to, and opens another for what comes later', async () => {
    const { events, until } = listen()
    const workers: ReturnType<typeof pretendWorker>[] = []
    const open = () => {
      workers.push(pretendWorker())
      return workers.at(-1)!.handle
    }
    const lane = createLane(open, 10, events, false)
    lane.want([wantedOf('a'), wantedOf('b')])
    await until('end a')
    expect(workers.map(({ isEnded }) => isEnded())).toEqual([false])
    await until('end b')
    await settled()
    expect(workers.map(({ isEnded }) => isEnded())).toEqual([true])
    lane.want([wantedOf('c')])
    await until('end c')
    expect(workers).toHaveLength(2)
  })

  it('drops a run that is no longer wanted and goes on with one that still is', async () => {
    const { heard, events, until } = listen()
    const lane = createLane(() => pretendWorker().handle, 10, events)
    lane.want([wantedOf('a')])
    await until('a 2011')
    lane.want([wantedOf('b')])
    await until('b 2011')
    lane.want([wantedOf('b')])
    await until('end b')
    expect(heard).not.toContain('end a')
    expect(heard.filter(word => word === 'start b')).toHaveLength(1)
  })

  it('rests when told to, and goes on where it was', async () => {
    const { heard, events } = listen()
    const worker = heldWorker()
    const lane = createLane(() => worker.handle, 10, events)
    lane.want([wantedOf('a')])
    await settled()
    await worker.give()
    await worker.give()
    expect(heard.at(-1)).toBe('a 2011')
    lane.rest(true)
    lane.rest(true)
    // What had been asked for before comes, and nothing else is asked for.
    await worker.give()
    expect(heard.at(-1)).toBe('a 2012')
    expect(worker.waiting()).toBe(0)
    lane.rest(false)
    await settled()
    for (let n = 0; n < 3; n++) await worker.give()
    expect(heard.slice(-3)).toEqual(['a 2013', 'a 2014', 'end a'])
    expect(heard.filter(word => word === 'start a')).toHaveLength(1)
  })

  it('takes up something else after a rest, where the run is no longer wanted', async () => {
    const { heard, events, until } = listen()
    const lane = createLane(() => pretendWorker().handle, 10, events)
    lane.want([wantedOf('a')])
    await until('a 2011')
    lane.rest(true)
    lane.want([wantedOf('b')])
    lane.rest(false)
    await until('end b')
    expect(heard).not.toContain('a 2013')
  })

  it('asks for the next years before the page takes in those that have come', async () => {
    const { heard, events, until } = listen()
    const { handle } = pretendWorker()
    const { next } = handle.engine
    handle.engine.next = ((budget: number) => {
      heard.push('asked')
      return next(budget)
    }) as typeof next
    createLane(() => handle, 10, events).want([wantedOf('a')])
    await until('end a')
    expect(heard.slice(0, 6)).toEqual(['asked', 'places', 'start a', 'asked', 'a 2010', 'asked'])
  })

  it('stops when nothing is wanted', async () => {
    const { heard, events } = listen()
    const worker = heldWorker()
    const lane = createLane(() => worker.handle, 10, events)
    lane.want([wantedOf('a')])
    await settled()
    await worker.give()
    lane.want([])
    // The answer to what had been asked for before is nobody's business.
    await worker.give()
    expect(heard.at(-1)).toBe('a 2010')
    expect(worker.waiting()).toBe(0)
    expect(heard).not.toContain('end a')
  })

  it('replaces a worker that dies and does the run again', async () => {
    const { heard, events, until } = listen()
    const workers = [pretendWorker({ dieAt: 2012 }), pretendWorker()]
    const opened = [...workers]
    const lane = createLane(() => opened.shift()!.handle, 10, events)
    lane.want([wantedOf('a')])
    await until('end a')
    expect(heard.filter(word => word === 'crash')).toHaveLength(1)
    expect(workers[0].isEnded()).toBe(true)
    expect(heard.filter(word => word.startsWith('failure'))).toEqual([])
  })

  it('gives a run up when its worker dies over it twice, and does the next', async () => {
    const { heard, events, until } = listen()
    const workers = [pretendWorker({ dieAt: 2012 }), pretendWorker({ dieAt: 2012 }), pretendWorker()]
    const lane = createLane(() => workers.shift()!.handle, 10, events)
    lane.want([wantedOf('a'), wantedOf('b')])
    await until('end b')
    expect(heard.filter(word => /^(failure|noMemory)/.test(word))).toEqual(['noMemory a: out of memory'])
  })

  it('takes another worker where the machine gave no memory, once, and says that it was that', async () => {
    const refuse = 'memory of a world: expected 13.25 MB, the machine gave none'
    const { heard, events, until } = listen()
    const workers = [pretendWorker({ refuse }), pretendWorker(), pretendWorker({ refuse }), pretendWorker({ refuse })]
    const opened = [...workers]
    const lane = createLane(() => opened.shift()!.handle, 10, events)
    lane.want([wantedOf('a')])
    await until('end a')
    expect(workers.map(({ isEnded }) => isEnded())).toEqual([true, false, false, false])
    lane.release()
    lane.want([wantedOf('b')])
    await until(`noMemory b: ${refuse}`)
    expect(heard.filter(word => word === 'short')).toHaveLength(3)
    expect(workers.every(({ isEnded }) => isEnded())).toBe(true)
  })

  it('keeps a worker that only missed a table', async () => {
    const { events, until } = listen()
    const workers: ReturnType<typeof pretendWorker>[] = []
    let isOffline = true
    const lane = createLane(() => {
      const worker = pretendWorker()
      const { start } = worker.handle.engine
      worker.handle.engine.start = (async (...given: Parameters<typeof start>) => {
        if (isOffline) throw Object.assign(new Error('Failed to fetch'), { name: 'NotFetchedError' })
        return start(...given)
      }) as typeof start
      workers.push(worker)
      return worker.handle
    }, 10, events)
    lane.want([wantedOf('a')])
    await until('unfetched a: Failed to fetch')
    isOffline = false
    lane.want([wantedOf('a')])
    await until('end a')
    expect(workers.map(({ isEnded }) => isEnded())).toEqual([false])
  })

  it('gives a run up at once when the engine refuses it', async () => {
    const { heard, events, until } = listen()
    const lane = createLane(() => pretendWorker({ refuse: 'no such lever' }).handle, 10, events)
    lane.want([wantedOf('a')])
    await until('failure a: no such lever')
    expect(heard).not.toContain('crash')
  })
})
