/** A county at 1:1: what the census counted there is there, nobody and no money is lost, and the same run gives the same county. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { awayFrom, indicatorIndex, indicators, placesOf, policies, populate, run, stageData, type PolicyInForce, type Stage, type World } from '../../../sim/index.ts'
import { crossings } from '../../../sim/processes/cross-the-border.ts'
import { chanceOf } from '../../../sim/random.ts'
import { tidy } from '../../../sim/tidy.ts'
import { anyPolicies } from '../../helpers/levers.ts'
import { ageOf, brokenLinks, fingerprint, furthest, idOf, living, nation, nowOf, sexOf, total } from '../../helpers/nation.ts'
import { censusDayAt, dataOf, isOwn, scenarioAt } from '../../helpers/stages.ts'

const { counties } = nation

/** A county of villages, a Tibetan county, a city's district with many who came from elsewhere, a district with villages, a large county. */
const kinds: [Stage, number, string][] = [
  ['county:510121', 1, 'a county of Sichuan'], ['county:542123', 1, 'a Tibetan county'], ['county:110108', 10, 'a district of incomers'],
  ['county:510114', 4, 'a district with villages'], ['county:341221', 4, 'a county of 1.7 million'],
]

const countyOf = (stage: Stage) => counties.code.indexOf(Number(stage.slice(7)))

describe.each(kinds)('%s at 1:%d, %s', (stage, scale) => {
  const world = censusDayAt(stage, scale)
  const c = countyOf(stage)
  const { place, registered } = world.people
  const people = living(world)
  const counted = (holds: (i: number) => boolean) => people.filter(holds).length * scale

  test('has the residents, townspeople and registered persons of the census within 1 %', () => {
    const within = (number: number, census: number) => expect(Math.abs(number - census)).toBeLessThanOrEqual(0.01 * census + 2 * scale)
    within(counted(i => isOwn(world, place[i])), counties.residents[c])
    within(counted(i => isOwn(world, place[i]) && place[i] >= world.places.villages), counties.urban[c])
    within(counted(i => isOwn(world, registered[i])), Math.max(counties.registered[c],
      counties.residents[c] - counties.incomersSameProvince[c] - counties.incomersOtherProvince[c] + 100))
  })

  test('has its residents by age and sex within 1 % of residents, cell by cell added up', () => {
    const ours = new Float64Array(36)
    for (const i of people) if (isOwn(world, place[i])) ours[sexOf(world, i) * 18 + Math.min(17, Math.floor(ageOf(world, i) / 5))] += scale
    expect(total(ours.map((number, cell) => Math.abs(number - counties.ageSex[c][cell])))).toBeLessThan(0.01 * counties.residents[c] + 36 * scale)
  })

  test('has villages of the sizes of villages, each with a town', () => {
    const own = Array.from({ length: world.places.villages }, (_, v) => v).filter(v => isOwn(world, v))
    if (counties.rural[c] === 0) return expect(own).toEqual([])
    const residents = own.map(v => (world.places.residents[v] * scale) / world.places.units[v])
    expect(total(residents) / own.length).toBeGreaterThan(500)
    expect(total(residents) / own.length).toBeLessThan(2500)
    if (own.length > 20) expect(Math.max(...residents) / Math.min(...residents)).toBeGreaterThan(4)
    for (const v of own) expect(world.places.townDistance[v]).toBeLessThan(100)
    for (const v of own) expect(world.places.town[v]).toBeGreaterThanOrEqual(world.places.villages)
  })

  test('hangs together', () => {
    expect(brokenLinks(world)).toEqual([])
  })
})

const stage: Stage = 'county:510121'
const scale = 50
const years: [number, number] = [2010, 2013]

function ranThrough(policies: PolicyInForce[], world: World, last = years[1]) {
  return [...run(scenarioAt(stage, { scale, years: [2010, last], policies }), dataOf(stage), world)]
}

describe('a county', () => {
  test('loses nobody and no money, whatever levers are moved', () => {
    fc.assert(fc.property(anyPolicies(years), policies => {
      const world = censusDayAt(stage, scale)
      let before = living(world).length
      for (const { year, accounts } of run(scenarioAt(stage, { scale, years, policies }), dataOf(stage), world)) {
        const people = living(world).length
        expect(accounts.residentsBefore, `before ${year}`).toBe(before)
        const { births, deaths, arrivals, departures } = accounts
        expect(people, `after ${year}`).toBe(before + births - deaths + arrivals - departures)
        expect(accounts.residentsAfter, `after ${year}`).toBe(people)
        before = people
        const { raised, borrowed, spent, transferredDown, transferredReceived } = accounts
        expect(Math.abs(raised + borrowed - spent), `money of ${year}`).toBeLessThan(1e-9 * spent)
        expect(Math.abs(transferredDown - transferredReceived), `transfers of ${year}`).toBeLessThanOrEqual(1e-9 * transferredDown)
        expect(brokenLinks(world), `links of ${year}`).toEqual([])
      }
    }), { seed: 2010, numRuns: 6 })
  })

  test('is observed as a whole and by village and town, and its accounts close', () => {
    const world = censusDayAt(stage, scale)
    const own = placesOf(world, dataOf(stage)).filter(place => place.own)
    for (const { year, nation: whole, places, provinces } of run(scenarioAt(stage, { scale, years }), dataOf(stage), world)) {
      const value = (id: string, at = 0, values: ArrayLike<number> = whole) => values[at * indicators.length + indicatorIndex(id)]
      const here = living(world).filter(i => isOwn(world, world.people.place[i])).length * scale
      expect(value('population'), String(year)).toBe(here)
      expect(places!.length).toBe(own.length * indicators.length)
      expect(own.reduce((sum, { row }) => sum + value('population', row, places), 0)).toBeCloseTo(here, 0)
      for (const { kind, row } of own) expect(value('urbanShare', row, places)).toBe(kind === 'village' ? 0 : 1)
      const [raised, received, borrowed, spent] = ['revenueTotal', 'transfersTotal', 'borrowing', 'spendingTotal'].map(id => value(id))
      expect(Math.abs(raised + received + borrowed - spent)).toBeLessThan(1e-9 * spent)
      expect(value('population', counties.province[countyOf(stage)], provinces)).toBe(here)
      expect(value('incomePerHead')).toBeGreaterThan(3000)
      expect(value('incomePerHead')).toBeLessThan(30_000)
      // What is left of taxes when the centre has had its share is the local revenue without that from land.
      expect(value('revenueLocalTaxes')).toBeGreaterThan(0)
      expect(value('revenueLocalTaxes')).toBeLessThanOrEqual(value('revenueLocal') * (1 + 1e-12))
      // Ranks of cities are the nation's.
      expect(value('tenLargestCitiesShare')).toBeNaN()
      expect(value('zipfSlope')).toBeNaN()
    }
  })

  test('has those who left it where they live, and nobody of its own places among them', () => {
    const world = censusDayAt(stage, scale)
    const { place, registered } = world.people
    const gone = living(world).filter(i => isOwn(world, registered[i]) && !isOwn(world, place[i]))
    const away = awayFrom(world)
    expect(gone.length).toBeGreaterThan(0)
    expect(total(away)).toBe(gone.length * scale)
    expect(away[place[gone[0]]]).toBe(gone.filter(i => place[i] === place[gone[0]]).length * scale)
    expect([...away].some((number, j) => number > 0 && isOwn(world, j))).toBe(false)
  })

  test('receives people from the rest of China, with ids of their own, and lets go of those who leave it again', () => {
    const world = censusDayAt('county:110108', 100)
    let [arrivals, departures] = [0, 0]
    for (const { year } of run(scenarioAt('county:110108', { scale: 100, years: [2010, 2014] }), dataOf('county:110108'), world)) {
      arrivals += world.tally.arrivals
      departures += world.tally.departures
      if (year === 2010) expect(arrivals).toBe(0)
    }
    const residents = counties.residents[countyOf('county:110108')] / 100
    expect(arrivals / residents).toBeGreaterThan(0.05)
    expect(arrivals / residents).toBeLessThan(1)
    expect(departures).toBeGreaterThan(0)
    const people = living(world)
    expect(new Set(people.map(i => idOf(world, i))).size).toBe(people.length)
  })

  test.each([['county:110108', 100], ['county:510121', 4]] as const)('receives as many as the stored run has: %s at 1:%d', (stage, scale) => {
    let [due, came] = [0, 0]
    const world = censusDayAt(stage, scale)
    for (const { year } of run(scenarioAt(stage, { scale, years: [2010, 2015] }), dataOf(stage), world)) {
      came += world.tally.arrivals
      if (year < 2015) due += total(crossings(world, nowOf(year + 1, {}, dataOf(stage))).arrivals)
    }
    expect(came / due).toBeGreaterThan(0.93)
    expect(came / due).toBeLessThan(1.07)
  })

  test('is the same in every bit when it is run again', () => {
    const [first, second] = [1, 2].map(() => ranThrough([], censusDayAt(stage, scale)).map(fingerprint))
    expect(second).toEqual(first)
  })

  test('is the same but for the last digits of sums when memory is laid out anew every year', () => {
    const world = censusDayAt(stage, scale)
    const tidied = [...run(scenarioAt(stage, { scale, years }), dataOf(stage), world, (name, step) => {
      if (name === 'ageing') tidy(world)
      return step()
    })]
    expect(furthest(tidied, ranThrough([], censusDayAt(stage, scale)))).toBeLessThan(1e-12)
  })

  test('does not change where a lever stays at its default', () => {
    const [lever] = policies
    const base = ranThrough([], censusDayAt(stage, scale))
    const same = ranThrough([{ id: lever.id, value: lever.default, from: 2011, phaseIn: 0 }], censusDayAt(stage, scale))
    expect(same.map(fingerprint)).toEqual(base.map(fingerprint))
  })

  test('lives on from a branch as it would have lived', () => {
    const policies: PolicyInForce[] = [{ id: 'ruralTilt', value: 2, from: 2013, phaseIn: 0 }]
    const whole = ranThrough(policies, censusDayAt(stage, scale))
    const trunk = censusDayAt(stage, scale)
    for (const record of run(scenarioAt(stage, { scale, years: [2010, 2012] }), dataOf(stage), trunk)) void record
    expect(ranThrough(policies, trunk).map(fingerprint)).toEqual(whole.slice(3).map(fingerprint))
  })

  test('asks for its own data, and for a county that there was', () => {
    expect(() => populate(scenarioAt(stage, { scale }), nation)).toThrow('stage: expected the data of county:510121, got those of nation')
    expect(() => stageData('county:510120', nation, {} as never)).toThrow(/stage: must name one of the 2861 counties of 2010/)
  })
})

test('counties drawn from all of China can be populated', () => {
  // A few of the 2,861 by chance, the same in every run.
  const chance = chanceOf('test', 'counties')
  const drawn = Array.from({ length: 6 }, (_, n) => counties.code[Math.abs(chance.k0 + n * 7919 * 104729) % counties.code.length])
  for (const code of drawn) {
    const world = populate(scenarioAt(`county:${code}`, { scale: 200 }), dataOf(`county:${code}`))
    expect(world.people.count, String(code)).toBeGreaterThan(0)
    for (const column of [world.places.wage, world.places.levelBase, world.places.farmIncomeBase, world.places.rent]) {
      expect(column.every(Number.isFinite), String(code)).toBe(true)
    }
  }
})
