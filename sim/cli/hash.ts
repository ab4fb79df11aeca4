/** Fingerprints of what a stored result was made from. */
import { createHash } from 'node:crypto'
import type { NationData } from '../data.ts'
import { tiesOf } from '../fitted.ts'
import { defaultParameters } from '../parameters.ts'

/** SHA-256 of a value as JSON, first 16 hex digits. */
export const hashOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16)

/** Of the defaults of all parameters, and of what holds people in the villages of each province. */
export const defaultsHash = (data: NationData): string => hashOf([defaultParameters(), tiesOf(data)])
