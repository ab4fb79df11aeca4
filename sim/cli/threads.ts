/** Many runs on a few threads. Draws depend on their key alone, so the results do not depend on how many there are. */
import { existsSync } from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { wrap } from 'comlink'
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs'
import type { NationData } from '../data.ts'
import type { Scenario } from '../index.ts'
import { makeEngine, type CountyDetail, type Engine, type SimulatedYear } from './engine.ts'

const workerFile = new URL('./node-worker.js', import.meta.url)

/** One run at a time. */
interface Lane {
  start(scenario: Scenario, detail: CountyDetail): Promise<void>
  next(): Promise<SimulatedYear | undefined>
  close(): Promise<unknown>
}

export interface Pool {
  /**
   * Runs a scenario as soon as a thread is free and hands over each year as it is done.
   * @throws the signal's reason once it is aborted
   */
  execute(scenario: Scenario, onYear: (year: SimulatedYear) => void, detail?: CountyDetail): Promise<void>
  close(): Promise<void>
}

/**
 * @param threads so many workers: this thread stays free to hear signals. From the sources, which have no worker's file, 1 runs in this very thread
 * @param signal stops all runs
 */
export function openPool(threads: number, data: NationData, signal: AbortSignal): Pool {
  const lanes = threads === 1 && !existsSync(workerFile) ? [ownLane(data)] : Array.from({ length: threads }, () => workerLane(signal))
  const free = [...lanes]
  const waiting: ((lane: Lane) => void)[] = []
  let open = true

  async function execute(scenario: Scenario, onYear: (year: SimulatedYear) => void, detail: CountyDetail = 'none') {
    const lane = free.pop() ?? await new Promise<Lane>(resolve => waiting.push(resolve))
    try {
      signal.throwIfAborted()
      if (!open) throw new Error('expected an open pool of threads, got a closed one')
      await lane.start(scenario, detail)
      for (let year = await lane.next(); year; year = await lane.next()) {
        signal.throwIfAborted()
        onYear(year)
      }
    } finally {
      const next = waiting.shift()
      if (next) next(lane)
      else free.push(lane)
    }
  }

  async function close() {
    open = false
    await Promise.all(lanes.map(lane => lane.close()))
  }

  return { execute, close }
}

function ownLane(data: NationData): Lane {
  const engine = makeEngine(data)
  return {
    start: async (scenario, detail) => engine.start(scenario, detail),
    async next() {
      // Between two years, signals and other business get their turn.
      await setImmediate()
      return engine.next()
    },
    close: async () => {},
  }
}

function workerLane(signal: AbortSignal): Lane {
  const worker = new Worker(workerFile)
  const engine = wrap<Engine>(nodeEndpoint(worker))
  let ended: { reason: unknown } | undefined
  let fail: (reason: unknown) => void = () => {}
  const end = (reason: unknown) => {
    ended ??= { reason }
    fail(ended.reason)
  }
  worker.on('error', end)
  worker.on('exit', code => end(new Error(`a worker thread ended with code ${code}`)))
  signal.addEventListener('abort', () => end(signal.reason), { once: true })
  /** What the thread answers, unless it ends first. Racing with one promise of its end would keep every answer as long as the thread. */
  const answered = <Answer>(asked: Promise<Answer>) => new Promise<Answer>((resolve, reject) => {
    fail = reject
    if (ended) reject(ended.reason)
    asked.then(resolve, reject)
  })
  return {
    start: (scenario, detail) => answered(engine.start(scenario, detail)),
    next: () => answered(engine.next()),
    close: () => worker.terminate(),
  }
}
