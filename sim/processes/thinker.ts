/**
 * A household that thinks anew about where to live: columns of those of a block, which one step fills and the next ones read; used again and again. Compiled
 * loops read them: see `Thinker` of sim/loops/thinker.ts.
 */
import { block } from '../blocks.ts'
import type { Memory } from '../memory.ts'
import { scratchIn } from '../scratch.ts'
import { sampleDraws, sampleSize } from '../codes/sample-size.ts'

const integers = (width = 1) => ofBlock(scratchIn(Int32Array), width)
const numbers = (width = 1) => ofBlock(scratchIn(Float64Array), width)
const ofBlock = <T>(get: (memory: Memory, length: number) => T, width: number) => (memory: Memory): T => get(memory, block * width)

const columns = {
  household: integers(),
  idLow: integers(),
  idHigh: integers(),
  home: integers(),
  origin: integers(),
  /** The household's packed word, see household-word.ts; and what it is of those who would move with the person. */
  word: integers(),
  moversWord: integers(),
  /** Who would go or return; that person's packed word, place of registration, and where that person lives. */
  person: integers(),
  personWord: integers(),
  /** By how much the chance to be asked is less than that to think anew: returning is as likely at any age. */
  ready: numbers(),
  registered: integers(),
  here: integers(),
  /** Children of the person below 18 at home; where the partner lives, or −1. */
  childrenAtHome: integers(),
  partnerAt: integers(),
  /** Where one of the household lives to whom the others would move, or −1. */
  familyAt: integers(),
  /** Bits: see thinker-facts.ts. */
  facts: integers(),

  /** Draws of a step: those of one purpose, then those of the next, of which there are at most `sampleDraws`. */
  draws: integers(sampleDraws),
  /** Places that come to mind, `sampleSize` for each. */
  sample: integers(sampleSize),
  /** Jobs × affinity / chance to be drawn; sums over the sample are to be divided by `sampleSize`. 0 for a draw that lands at home. */
  correction: numbers(sampleSize),
  /** Share of the co-villagers in town who live there; how many co-villagers are in town, and which part they are of all who are registered in the village. */
  shares: numbers(sampleSize),
  company: integers(),
  gone: numbers(),

  /** What services at home are worth to such a household and to the person alone. */
  familyHome: numbers(),
  personHome: numbers(),
  /** exp V of staying as things are. */
  stay: numbers(),
  /** What the household has without the person, × the mean urban wage. */
  rest: numbers(),
  /** Cash that goes with all who are at home, and with those who would move with the person, × the mean urban wage. */
  cash: numbers(),
  moversCash: numbers(),
  /** What those who would move with the person have of members away, the same. */
  fromAway: numbers(),
  /** Odds of each way against staying. */
  send: numbers(),
  join: numbers(),
  move: numbers(),
  back: numbers(),
  /** Nearness of a place of the sample, × its correction and what co-villagers are worth; and the sums of that × what is offered there to one and to all. */
  near: numbers(sampleSize),
  nearToOne: numbers(),
  nearToAll: numbers(),
  /** exp V of sending somebody to a place of the sample and of moving there; and their sums. */
  sendTo: numbers(sampleSize),
  moveTo: numbers(sampleSize),
  sumSend: numbers(),
  sumMove: numbers(),

  /** The draw of how to move, in [0, 1). */
  drawn: numbers(),
  /** Positions of some thinkers, or households that may think; and positions of those without co-villagers, and then of the others. */
  some: integers(),
  lonely: integers(),
}

export type Thinker = { readonly [Name in keyof typeof columns]: ReturnType<(typeof columns)[Name]> }

/** They hold until they are asked for again. */
export const thinkersOf = (memory: Memory): Thinker =>
  Object.fromEntries(Object.entries(columns).map(([name, get]) => [name, get(memory)])) as unknown as Thinker
