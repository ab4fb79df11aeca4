/** Where a person is counted by sex and five years of age: `sex * ageGroups + group`, found by sex and single year as a word has them. */
import { ageMask, sexShift } from './codes/person-word.ts'
import { ageSexes } from './codes/trait-bits.ts'
import { ageGroupOf, ageGroups } from './data.ts'
import { constant } from './memory.ts'

export const cellOf = constant(Uint8Array.from({ length: ageSexes }, (_, its) => (its >>> sexShift) * ageGroups + ageGroupOf(its & ageMask)))
