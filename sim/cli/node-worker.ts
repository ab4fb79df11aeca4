/** A worker thread's side: the engine behind a message port. */
import { parentPort } from 'node:worker_threads'
import { expose } from 'comlink'
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs'
import { loadNation } from './data.ts'
import { makeEngine } from './engine.ts'

if (parentPort) expose(makeEngine(loadNation()), nodeEndpoint(parentPort))
