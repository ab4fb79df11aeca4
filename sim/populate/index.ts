/**
 * The people of the first year, from the census of 2010. Households are built where they are registered; the absent are placed where the census
 * found them.
 */
import type { NationData } from '../data.ts'
import { tiesOf } from '../fitted.ts'
import { sum } from '../math.ts'
import { parametersAt } from '../policies/index.ts'
import { chanceOf } from '../random.ts'
import type { Scenario, Trial } from '../scenario.ts'
import type { Parameters } from '../parameters.ts'
import type { Norms } from '../stages/surroundings.ts'
import { tidy } from '../tidy.ts'
import { createWorld, emptyGovernments, type Places, type World } from '../world.ts'
import { affinities } from './affinity.ts'
import { formAbsentees, type Absentees } from './absentees.ts'
import { openEconomy } from './economy.ts'
import { fillPlace } from './families.ts'
import { fertilityByCounty } from './fertility-by-county.ts'
import { fitFlows } from './flows.ts'
import { layOut } from './geography.ts'
import { layOutStage } from './lay-out-stage.ts'
import { cells, countMargins, type Margins } from './margins.ts'
import { schoolingOfPlaces } from './schooling-of-places.ts'
import { singleAgesOf } from './single-ages.ts'

/**
 * Share of village children with one and with both parents away: 37.7 % in all, 46.7 % of them both (All-China Women's Federation, census of 2010).
 * What is aimed at is a little more, because some children find no such parents.
 */
const oneParentAway = 1.2 * 0.201
const bothParentsAway = 1.2 * 0.176
/** Non-agricultural registration in 2010 (police register); the census's 29 % give the pattern between counties. */
const nonAgricultural = 0.3417
/** Mean of the years that migrants of 2010 have been away. Assumption. */
const meanYearsAway = 4.5

/**
 * The world on census day, with the economy of that year opened but no year lived through.
 * @param told takes down what only the nation as a whole can tell, for the stages that are a part of it
 */
export function populate(scenario: Scenario | Trial, data: NationData, told: Partial<Norms> = {}): World {
  const { scale, seed, stage } = scenario
  const has = data.stage?.name ?? 'nation'
  if (stage !== has) throw new Error(`stage: expected the data of ${stage}, got those of ${has}`)
  const [start] = scenario.years
  const parameters = parametersAt(start, scenario.assumptions, [])
  const geography = data.stage ? layOutStage(data, data.stage, scale) : layOut(data, scale)
  const flows = fitFlows(data, geography, parameters.distanceWeight)
  const margins = countMargins(data, geography.places, scale, flows)
  const singleAges = singleAgesOf(data)
  const absentees = formAbsentees(margins, geography.places, flows, singleAges, chanceOf(seed, 'populate', 'absentees'))
  const persons = countPersons(margins)
  const room = { persons: Math.ceil(persons * 1.3) + 1024, households: Math.ceil(persons * 0.6) + 1024 }
  const world = createWorld(start - 1, scale, room, geography.places, emptyGovernments(data.provinces.code.length))
  const { places } = world
  const villagers = villagerShares(data, places, margins.locals, scale, told)
  const absent = absentShares(places, margins.locals, absentees, data, told)
  const schooling = schoolingOfPlaces(data, places, margins.locals, absentees, told)
  const chances = {
    family: chanceOf(seed, 'populate', 'families'),
    person: chanceOf(seed, 'populate', 'persons'),
    household: chanceOf(seed, 'populate', 'households'),
  }
  for (let j = 0; j < places.count; j++) {
    const county = places.county[j]
    const rural = j < places.villages
    fillPlace(world, {
      place: j,
      key: (data.counties.code[county] * 4096 + (rural ? j - firstVillageOf(places, j) : 4095 - (j - firstTownOf(places, j)))) | 0,
      rural,
      locals: margins.locals.subarray(j * cells, j * cells + cells),
      education: schooling(j),
      villagers: villagers[j],
      householdSize: householdSize(data, places, j),
      meanYearsAway,
      oneParentAway: Math.min(0.45, oneParentAway * absent[j]) * (rural ? 1 : 0.5),
      bothParentsAway: Math.min(0.4, bothParentsAway * absent[j]) * (rural ? 1 : 0.5),
    }, absentees, singleAges, chances)
  }
  shareFertility(places, data, parameters)
  world.governments.ties.set('ties' in scenario ? scenario.ties : tiesOf(data))
  // Members of a household side by side: every walk over households is then a walk through memory.
  tidy(world)
  openEconomy(world, data, parameters, told)
  told.affinity = data.stage?.surroundings.norms.affinity ?? Array.from(affinities(world, data, parameters))
  world.governments.affinity.set(told.affinity)
  return world
}

/** What births of a place are × those that the ages and the area of its women give: the mean of its counties. */
function shareFertility(places: Places, data: NationData, parameters: Parameters): void {
  const factors = fertilityByCounty(data, parameters)
  for (let j = 0; j < places.count; j++) {
    let residents = 0
    let weighted = 0
    for (let part = places.partStart[j]; part < places.partStart[j + 1]; part++) {
      const c = places.partCounty[part]
      const its = data.counties.residents[c] * places.partShare[part]
      residents += its
      weighted += factors[c] * its
    }
    if (residents > 0) places.fertility[j] = weighted / residents
  }
}

/** The first of the villages that share a county's name, so that each has a number of its own. */
function firstVillageOf(places: Places, j: number): number {
  let first = j
  while (first > 0 && places.county[first - 1] === places.county[j]) first--
  return first
}

/** The first of the towns that share a county's name. */
function firstTownOf(places: Places, j: number): number {
  let first = j
  while (first > places.villages && places.county[first - 1] === places.county[j]) first--
  return first
}

function countPersons({ locals, incomers, away }: Margins): number {
  const sum = (numbers: Int32Array) => numbers.reduce((total, number) => total + number, 0)
  return sum(locals) + sum(incomers) + (away ? sum(away.persons) : 0)
}

/** Members of a household at home: the counties' mean. */
function householdSize({ counties }: NationData, places: Places, j: number): number {
  let members = 0
  let households = 0
  for (let part = places.partStart[j]; part < places.partStart[j + 1]; part++) {
    const c = places.partCounty[part]
    members += counties.householdPopulation[c] * places.partShare[part]
    households += counties.households[c] * places.partShare[part]
  }
  return members / Math.max(1, households)
}

// Assumptions after the census of 2010. Part of all people who live where they are registered; townspeople by registration who live elsewhere, part of all people;
// and of those registered in a town at most so many are townspeople.
const registeredHere = 0.83
const townspeopleAway = 0.03
const mostTownspeople = 0.97

/** Share of the people registered in each place who are villagers by registration: all in villages; in towns so that the nation meets the register. */
function villagerShares({ counties, stage }: NationData, places: Places, locals: Int32Array, realPersons: number, told: Partial<Norms>): Float64Array {
  const registered = new Float64Array(places.count)
  const pattern = new Float64Array(places.count)
  let all = 0
  for (let j = 0; j < places.count; j++) {
    for (let cell = 0; cell < cells; cell++) registered[j] += locals[j * cells + cell]
    all += registered[j]
    for (let part = places.partStart[j]; part < places.partStart[j + 1]; part++) {
      const c = places.partCounty[part]
      pattern[j] += counties.nonAgricultural[c] * counties.residents[c] * places.partShare[part]
    }
  }
  const scale = all / Math.max(1, sum(counties.residents) * registeredHere)
  // In a stage the nation's factor holds, which is per real person.
  if (stage) {
    const { urbanRegistration, townspeople } = stage.surroundings.norms
    // Of given places nobody lives in the stage but those who are away, from whom nothing can be told.
    const share = (j: number) => (places.given[j] >= 0 ? townspeople
      : Math.min(mostTownspeople, (urbanRegistration * pattern[j]) / Math.max(1, registered[j] * realPersons)))
    return Float64Array.from({ length: places.count }, (_, j) => (j < places.villages ? 1 : 1 - share(j)))
  }
  let low = 0.2
  let high = 20
  const share = (factor: number, j: number) => Math.min(mostTownspeople, (factor * pattern[j] * scale) / Math.max(1, registered[j]))
  for (let round = 0; round < 30; round++) {
    const factor = (low + high) / 2
    let number = 0
    for (let j = places.villages; j < places.count; j++) number += share(factor, j) * registered[j]
    if (number / (all / registeredHere) + townspeopleAway < nonAgricultural) low = factor
    else high = factor
  }
  told.urbanRegistration = low * scale * realPersons
  const towns = Array.from({ length: places.count - places.villages }, (_, n) => places.villages + n)
  told.townspeople = sum(towns.map(j => share(low, j) * registered[j])) / sum(towns.map(j => registered[j]))
  return Float64Array.from({ length: places.count }, (_, j) => (j < places.villages ? 1 : 1 - share(low, j)))
}

/** Share of absentees among the people registered in each place, relative to the mean of villages. */
function absentShares(places: Places, locals: Int32Array, absentees: Absentees, { stage }: NationData, told: Partial<Norms>): Float64Array {
  const share = new Float64Array(places.count)
  let away = 0
  let registered = 0
  for (let j = 0; j < places.count; j++) {
    let here = 0
    for (let cell = 0; cell < cells; cell++) here += locals[j * cells + cell]
    const gone = absentees.memberStart[absentees.start[j + 1]] - absentees.memberStart[absentees.start[j]]
    share[j] = gone / Math.max(1, here + gone)
    if (j >= places.villages) continue
    away += gone
    registered += here + gone
  }
  const mean = told.absent = stage?.surroundings.norms.absent ?? away / Math.max(1, registered)
  return share.map(value => value / mean)
}
