/** A scenario in, a sequence of years out. Stopping is not asking for the next year; branching is copying the world. */
import type { NationData } from './data.ts'
import { observe } from './indicators/observe.ts'
import { tierOf } from './places.ts'
import { parametersAt } from './policies/index.ts'
import { populate } from './populate/index.ts'
import type { Now } from './processes/process.ts'
import { chanceOf } from './random.ts'
import type { YearRecord } from './record.ts'
import type { Scenario } from './scenario.ts'
import { opening, schedule } from './schedule.ts'
import { tidy } from './tidy.ts'
import { emptyTally, enlarge, isTight, type World } from './world.ts'

/**
 * Memory is laid out anew every so many years, because those who were born, married and moved since lie far from their kin; but not where people are few: they
 * are looked at one by one, and their dead kin are to be known.
 */
const yearsBetweenTidying = 4
const few = 6000

/** Called around each step with its name, and gives back what it gives: whoever measures steps, or looks at the world between them. */
type Around = <T>(name: string, step: () => T) => T
const nothingAround: Around = (_, step) => step()

/**
 * Runs a scenario, a year at a time, and observes each.
 * @param world goes on after its last year, and is changed by it; a new one is populated when absent
 * @param around wraps each step of the schedule, and observation
 */
export function* run(
  scenario: Scenario, data: NationData, world: World = populate(scenario, data), around: Around = nothingAround,
): Generator<YearRecord, void> {
  for (const now of live(scenario, data, world, around)) yield around('observation', () => observe(world, now))
}

/** The same without being observed, which changes nothing in the world. @returns what processes were told of each year that is over */
export function* live(scenario: Scenario, data: NationData, world: World, around: Around = nothingAround): Generator<Now, void> {
  const [start, end] = scenario.years
  for (let year = world.year + 1; year <= end; year++) {
    const first = year === start
    const parameters = parametersAt(year, scenario.assumptions, scenario.policies)
    const now: Now = { year, first, elapsed: year - start, parameters, data }
    if (first && scenario.policies.length > 0) now.statusQuo = parametersAt(year, scenario.assumptions, [])
    if (!first && (year - start) % yearsBetweenTidying === 0 && world.people.count > few) around('tidying', () => tidy(world))
    if (isTight(world)) enlarge(world)
    world.tally = emptyTally()
    world.tally.residentsBefore = world.memory.loops.alive(world.people)
    for (const [name, process] of schedule) {
      if (first && !opening.has(name)) continue
      around(name, () => process(world, now, purpose => chanceOf(scenario.seed, name, year, purpose)))
    }
    readTiers(world)
    world.year = year
    yield now
  }
}

/** A place's tier is read anew every year, so towns can grow into cities. */
function readTiers({ places, scale }: World): void {
  for (let j = places.villages; j < places.count; j++) places.tier[j] = tierOf((places.residents[j] * scale) / places.units[j])
}
