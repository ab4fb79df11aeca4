/** Who lives in a town or city without being of it, and who of them takes registration up: see sim/processes/register.ts. */
import { aliveShift, educationShift, villagerBit, villagerShift, yearsAwayMask, yearsAwayShift } from '../codes/person-word.ts'
import { kindsOfCandidates, recent, settled, skilled } from '../codes/candidate-kinds.ts'
import { draw } from './random.ts'

/**
 * Without branches: everybody is written to both ends of the list.
 * @param list filled from both ends: who is registered elsewhere, and who is registered here but still as a villager
 * @param found how many are registered elsewhere, and where villagers begin
 */
export function findTownspeople(people: People, villages: i32, list: Int32s, found: Int32s): void {
  const word = people.word
  const place = people.place
  const registered = people.registered
  const number = people.count
  let incomers = 0
  let villagers = number
  for (let i = 0; i < number; i++) {
    const now = word[i]
    const j = place[i]
    const inTown = i32(j >= villages) & (now >>> aliveShift)
    const incomer = i32(registered[i] !== j)
    list[incomers] = i
    list[villagers - 1] = i
    incomers += inTown & incomer
    villagers -= inTown & (incomer ^ 1) & (now >>> villagerShift)
  }
  found[0] = incomers
  found[1] = villagers
}

/** @param below thresholds by tier and kind of candidate @returns how many take registration up */
export function takeUp(
  people: People, households: Households, villages: i32, tier: Uint8s, candidates: Int32s, number: i32, below: Int32s, chance: Chance,
): i32 {
  const word = people.word
  const place = people.place
  const registered = people.registered
  const household = people.household
  const idLow = people.idLow
  const idHigh = people.idHigh
  const home = households.home
  const householdLow = households.idLow
  const householdHigh = households.idHigh
  const k0 = chance.k0
  const k1 = chance.k1
  let taken = 0
  for (let n = 0; n < number; n++) {
    const i = candidates[n]
    const now = word[i]
    const j = place[i]
    const h = household[i]
    const isSettled = i32(home[h] === j)
    const isRecent = i32(registered[i] !== j) & i32(((now >>> yearsAwayShift) & yearsAwayMask) < 3)
    const its = below[tier[j] * kindsOfCandidates + isSettled * settled + ((now >>> educationShift) & skilled) + isRecent * recent]
    // Members who live with their household take the step together: the draw is the household's.
    const low = isSettled === 1 ? householdLow[h] : idLow[i]
    const high = isSettled === 1 ? householdHigh[h] : idHigh[i]
    // Some have gone home this year.
    if (draw(k0, k1, low, high) >= its || j < villages) continue
    registered[i] = j
    word[i] = now & ~villagerBit & ~(yearsAwayMask << yearsAwayShift)
    taken++
  }
  return taken
}
