/** Migration: households decide to stay, send a member, bring the family after, move whole or return; then registration follows for some. */
import { liftedByReform } from '../access.ts'
import type { Chance } from '../random.ts'
import { scratchIn } from '../scratch.ts'
import { makeRoom, type World } from '../world.ts'
import { roomForNewcomers } from './ceilings.ts'
import { crossTheBorder } from './cross-the-border.ts'
import { decide, type Decisions } from './decide.ts'
import { destinationsOf } from './destinations.ts'
import { placeValues } from './place-values.ts'
import { payRents } from './pay-rents.ts'
import type { ChanceFor, Now } from './process.ts'
import { register, townspeople } from './register.ts'

const scratch = { moves: scratchIn(Int32Array) }

export function migrate(world: World, now: Now, chanceFor: ChanceFor): void {
  const { incomers, villagers } = townspeople(world)
  const destinations = destinationsOf(world, now.data, incomers)
  const values = placeValues(world, now.parameters, liftedByReform(now.parameters, now.year), roomForNewcomers(world, now))
  const decisions = decide(world, now.parameters, destinations, values, chanceFor)
  carryOut(world, decisions, chanceFor('household of those who move'))
  payRents(world, now)
  register(world, incomers, now, chanceFor)
  register(world, villagers, now, chanceFor)
  crossTheBorder(world, now, chanceFor)
}

/** Moves people; those who move whole leave the old behind in a household of their own if there is a generation before them. */
function carryOut(world: World, decisions: Decisions, newHousehold: Chance): void {
  const { number } = decisions
  const here = makeRoom(world, { persons: 0, households: number }, decisions)
  const { memory, people, households, tally } = world
  const moves = scratch.moves(memory, 3)
  households.count += memory.loops.carryOut(people, households, here, number, newHousehold, moves)
  const [sent, returned, whole] = moves
  tally.sent += sent
  tally.returned += returned
  tally.movedWhole += whole
}
