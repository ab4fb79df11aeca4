/** What somebody may do, as bits. */
import { aliveShift } from './person-word.ts'

/** Wives may leave his parents, women look for a partner, men be found, and both leave their parents without one. */
export const leaveBit = 1 << 0
export const seekShift = 1
export const seekBit = 1 << seekShift
export const beFoundShift = 2
export const beFoundBit = 1 << beFoundShift
export const leaveAloneShift = 3
export const leaveAloneBit = 1 << leaveAloneShift

/** A bit beside the low ones of a person's word: whoever has no partner. It and they tell what somebody may do. */
export const freeShift = aliveShift + 1
