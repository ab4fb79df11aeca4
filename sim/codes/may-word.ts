/** What somebody may do, as bits. */
import { aliveShift } from './person-word.ts'

/** Wives may leave his parents, women look for a partner, and men be found. */
export const leaveBit = 1 << 0
export const seekShift = 1
export const seekBit = 1 << seekShift
export const beFoundShift = 2
export const beFoundBit = 1 << beFoundShift

/** A bit beside the low ones of a person's word: whoever has no partner. It and they tell what somebody may do. */
export const freeShift = aliveShift + 1
