/** A household that thinks anew about where to live: columns of those of a block, which one step fills and the next ones read; used again and again. */
import { block } from '../blocks.ts'

/** Places that come to mind; the last two are drawn from co-villagers where there are any. */
export const sampleSize = 6

const integers = (width = 1) => new Int32Array(block * width)
const numbers = (width = 1) => new Float64Array(block * width)

export const thinker = {
  household: integers(),
  idLow: integers(),
  idHigh: integers(),
  home: integers(),
  origin: integers(),
  /** The household's packed word: see `householdWord`. */
  word: integers(),
  /** Who would go or return; that person's packed word, place of registration, and where that person lives. */
  person: integers(),
  personWord: integers(),
  registered: integers(),
  here: integers(),
  /** The person's partner, or −1; partner and children at home. */
  itsPartner: integers(),
  closeAtHome: integers(),
  /** Where one of the household lives to whom the others would move, or −1. */
  familyAt: integers(),
  /** Bits: see thinker-facts.ts. */
  facts: integers(),
  /** Where its members end in the columns of members. */
  membersEnd: integers(),

  /** Places that come to mind, `sampleSize` for each. */
  sample: integers(sampleSize),
  /** Jobs × affinity / chance to be drawn; sums over the sample are to be divided by `sampleSize`. 0 for a draw that lands at home. */
  correction: numbers(sampleSize),
  /** Share of the co-villagers in town who live there; how many co-villagers are in town. */
  shares: numbers(sampleSize),
  company: integers(),

  /** What services at home are worth to such a household and to the person alone. */
  familyHome: numbers(),
  personHome: numbers(),
  /** exp V of staying as things are. */
  stay: numbers(),
  /** What the household has without the person, × the mean urban wage. */
  rest: numbers(),
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

  /** The draws of one purpose. */
  drawn: integers(),
  /** Positions of some thinkers, of those without co-villagers, and of all. */
  some: integers(),
  lonely: integers(),
  everyone: integers().map((_, n) => n),
}
