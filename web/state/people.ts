/** The people of the village in one year: read from the record when that year is shown. */
import type { HouseholdSeen, PersonSeen } from '../../sim/index.ts'
import type { Year } from '../worker.ts'

export interface People {
  households: HouseholdSeen[]
  persons: Map<string, PersonSeen>
}

let last: { json: string; people: People } | undefined

/** The same object for the same year of a run. */
export function peopleOf({ people: json }: Year): People | undefined {
  if (json === undefined) return undefined
  if (last?.json !== json) {
    const { households, persons } = JSON.parse(json) as { households: HouseholdSeen[]; persons: PersonSeen[] }
    last = { json, people: { households, persons: new Map(persons.map(person => [person.id, person])) } }
  }
  return last.people
}
