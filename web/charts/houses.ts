/** What the picture of households is told. */

export type Where = 'home' | 'town' | 'away'

export interface HousePerson {
  age: number
  where: Where
}

export interface House {
  id: string
  name: string
  /** Index into the blocks. */
  block: number
  /** Nobody keeps house here any more: they left whole. */
  empty: boolean
  persons: readonly HousePerson[]
}

export interface HouseholdsData {
  yearShown: number
  /** Villages first, then towns. */
  blocks: readonly { name: string; residents: number; away: number }[]
  houses: readonly House[]
  /** The same for as long as it is the same run: a house keeps its place in it. */
  run: unknown
  /** Id of the house whose people are listed beside. */
  chosen?: string
  /** Its people, a line each, for the small table at the pointer. */
  describe(id: string): { label: string; value: string }[]
  dim?: boolean
}
