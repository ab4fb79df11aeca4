/** The page through which a script outside reaches the engine in a worker. */
import { wrap } from 'comlink'
import type { Bench } from './worker.ts'

const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
Object.assign(globalThis, { bench: wrap<Bench>(worker) })
