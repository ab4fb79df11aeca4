/** Every household and person of a small stage, by name: for worlds in which one looks at people one by one. */
import type { Words } from '../words.ts'
import { activityShift, ageMask, aliveBit, educationShift, sexShift, villagerBit, yearsAwayMask, yearsAwayShift } from '../codes/person-word.ts'
import { activity, education, type World } from '../world.ts'
import { fullName, givenNameOf, surnameOf } from './names.ts'

export type ActivityName = keyof typeof activity
export type EducationName = keyof typeof education

export interface PersonSeen {
  /** Stable through a run and between runs: sixteen hex digits. */
  id: string
  name: Words
  sex: 'male' | 'female'
  age: number
  education: EducationName
  activity: ActivityName
  /** Id of the household whose budget is shared, also from afar. */
  household: string
  /** Where the person lives, and where registered: indices of places. */
  place: number
  registered: number
  /** Registered as a villager. */
  villager: boolean
  yearsAway: number
  /** Ids of living kin. */
  mother: string | null
  father: string | null
  partner: string | null
  children: string[]
}

export interface HouseholdSeen {
  id: string
  name: Words
  /** Where it keeps house, and where its land and house are. */
  home: number
  origin: number
  members: string[]
  /** Yuan of 2010 per head a year, of the members at home. */
  income: number
  /** Mu. */
  land: number
  landLet: number
}

const nameOfActivity = Object.keys(activity) as ActivityName[]
const nameOfEducation = Object.keys(education) as EducationName[]
/** Generations that a surname is followed back, more than any run has. */
const farthestAncestor = 64

export function observePeople({ people, households }: World): { households: HouseholdSeen[]; persons: PersonSeen[] } {
  const { word, idLow, idHigh, mother, father, partner, household, place, registered } = people
  const lives = (i: number) => i >= 0 && (word[i] & aliveBit) !== 0
  const idOf = (low: number, high: number) => hex(high) + hex(low)
  const person = (i: number) => idOf(idLow[i], idHigh[i])
  const kin = (i: number) => (lives(i) ? person(i) : null)
  const surname = (i: number): Words => {
    let first = i
    // The surname is the father's, where none is known the mother's, back to the first who is known.
    for (let n = 0; n < farthestAncestor; n++) {
      const before = father[first] >= 0 ? father[first] : mother[first]
      if (before < 0) break
      first = before
    }
    return surnameOf(idLow[first], idHigh[first])
  }
  const childrenOf = new Map<number, string[]>()
  for (let i = 0; i < people.count; i++) {
    if (!lives(i)) continue
    for (const parent of [mother[i], father[i]]) {
      if (!lives(parent)) continue
      const children = childrenOf.get(parent)
      if (children) children.push(person(i))
      else childrenOf.set(parent, [person(i)])
    }
  }
  const persons: PersonSeen[] = []
  for (let i = 0; i < people.count; i++) {
    if (!lives(i)) continue
    const now = word[i]
    const sex = (now >>> sexShift) & 1
    const h = household[i]
    persons.push({
      id: person(i), name: fullName(surname(i), givenNameOf(idLow[i], idHigh[i], sex)), sex: sex === 0 ? 'male' : 'female', age: now & ageMask,
      education: nameOfEducation[(now >>> educationShift) & 3], activity: nameOfActivity[(now >>> activityShift) & 7],
      household: idOf(households.idLow[h], households.idHigh[h]), place: place[i], registered: registered[i], villager: (now & villagerBit) !== 0,
      yearsAway: (now >>> yearsAwayShift) & yearsAwayMask,
      mother: kin(mother[i]), father: kin(father[i]), partner: kin(partner[i]), children: childrenOf.get(i) ?? [],
    })
  }
  const seen: HouseholdSeen[] = []
  for (let h = 0; h < households.count; h++) {
    if (households.first[h] < 0) continue
    const members: number[] = []
    for (let i = households.first[h]; i >= 0; i = people.next[i]) members.push(i)
    const age = (i: number) => word[i] & ageMask
    const men = members.filter(i => ((word[i] >>> sexShift) & 1) === 0)
    const head = (men.length > 0 ? men : members).reduce((oldest, i) => (age(i) > age(oldest) ? i : oldest))
    const { en, zh } = surname(head)
    seen.push({
      id: idOf(households.idLow[h], households.idHigh[h]), name: { en: `the ${en} family`, zh: `${zh}家` },
      home: households.home[h], origin: households.origin[h], members: members.sort((a, b) => age(b) - age(a)).map(person),
      income: households.income[h], land: households.land[h], landLet: households.landLet[h],
    })
  }
  return { households: seen, persons }
}

const hex = (half: number) => (half >>> 0).toString(16).padStart(8, '0')
