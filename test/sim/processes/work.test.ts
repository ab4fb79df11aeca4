/** Work: who has a job, what is earned, and that every yuan and every person is counted once. */
import { describe, expect, test } from 'vitest'
import { countLabour } from '../../../sim/processes/who-does-what.ts'
import { mostLocal, offFarm } from '../../../sim/processes/who-works.ts'
import { work } from '../../../sim/processes/work.ts'
import { countResidents } from '../../../sim/processes/count.ts'
import { offFarmClasses } from '../../../sim/codes/doing-word.ts'
import { membersMask } from '../../../sim/codes/household-word.ts'
import { belowShare, certain } from '../../../sim/random.ts'
import { activityShift, educationShift } from '../../../sim/codes/person-word.ts'
import { activity, mean, type World } from '../../../sim/world.ts'
import { populate } from '../../../sim/index.ts'
import { after, ageOf, censusDay, chances, living, nation, nowOf, scenarioOf, total } from '../../helpers/nation.ts'
import { city, counted, household, person, tinyNow, tinyWorld, town, village } from '../../helpers/tiny-world.ts'

const year = 2011
const doing = ({ people }: World, i: number) => (people.word[i] >>> activityShift) & 7
const skillOf = ({ people }: World, i: number) => (people.word[i] >>> (educationShift + 1)) & 1
/** The id of somebody who works at any age at which anybody does. */
const worker = { idLow: -certain }

/** So many people alone in a city, of working age. */
function cityOf(workers: number): World {
  const world = tinyWorld()
  for (let n = 0; n < workers; n++) person(world, household(world, city), { age: 30, ...worker })
  return counted(world)
}

describe('jobs', () => {
  test('nobody is unemployed where nobody seeks work, and wages stay numbers', () => {
    const world = tinyWorld()
    for (const place of [village, city]) for (const age of [3, 9, 95]) person(world, household(world, place), { age })
    for (const y of [2010, 2011, 2012]) work(counted(world), tinyNow(y), chances('work', y))
    expect(living(world).filter(i => [activity.farm, activity.offFarm, activity.unemployed].includes(doing(world, i) as 2))).toEqual([])
    for (const column of [world.places.wage, world.places.employment, world.places.jobs, world.places.farmIncome, world.places.rent]) {
      expect(Array.from(column).every(Number.isFinite)).toBe(true)
    }
    expect(world.households.income.subarray(0, world.households.count).every(Number.isFinite)).toBe(true)
  })

  test('where jobs run short nobody finds more of them than there are, within three standard errors', () => {
    const world = cityOf(2000)
    world.places.jobsBase[city * 2] = 1400
    world.places.residentsBase[city] = 2000
    work(world, { ...tinyNow(year, { jobGrowth2010: 0, jobGrowthLate: 0, jobGrowthTown: 0, jobGrowthSmall: 0, jobGrowthByOutput: 0 }), first: true },
      chances('work', year))
    const jobs = world.places.jobs[city * 2]
    const employed = living(world).filter(i => doing(world, i) === activity.offFarm).length
    expect(jobs).toBeCloseTo(1400, 6)
    expect(Math.abs(employed - jobs)).toBeLessThan(3 * Math.sqrt(2000 * 0.7 * 0.3))
  })

  test('the unemployed of China are those whom each place’s chance of work leaves without, within three standard errors', () => {
    const world = after(2011, 20_000)
    work(world, nowOf(2012), chances('work', 2012))
    let unemployed = 0
    let expected = 0
    let variance = 0
    for (const i of living(world)) {
      const j = world.people.place[i]
      const does = doing(world, i)
      if (j < world.places.villages || (does !== activity.offFarm && does !== activity.unemployed)) continue
      const p = world.places.employment[j * 2 + skillOf(world, i)]
      if (does === activity.unemployed) unemployed++
      expected += 1 - p
      variance += p * (1 - p)
    }
    expect(expected).toBeGreaterThan(100)
    expect(Math.abs(unemployed - expected)).toBeLessThan(3 * Math.sqrt(variance))
  })

  test('villagers at home are never out of work, children and pupils never in it', () => {
    const world = censusDay(20_000)
    work(world, nowOf(2010), chances('work', 2010))
    const working = living(world).filter(i => doing(world, i) >= activity.farm && doing(world, i) <= activity.unemployed)
    const { farm, unemployed } = activity
    expect(working.length).toBeGreaterThan(10_000)
    expect(working.filter(i => ageOf(world, i) < 16)).toEqual([])
    expect(working.filter(i => doing(world, i) === (world.people.place[i] < world.places.villages ? unemployed : farm))).toEqual([])
  })

  test('pupils stay pupils', () => {
    const world = censusDay()
    const pupils = living(world).filter(i => doing(world, i) === activity.pupil)
    work(world, nowOf(2010), chances('work', 2010))
    for (const i of pupils) expect(doing(world, i)).toBe(activity.pupil)
  })
})

describe('wages', () => {
  const still = { jobGrowth2010: 0, jobGrowthLate: 0, jobGrowthTown: 0, jobGrowthSmall: 0, jobGrowthByOutput: 0, productivityGrowth2010: 0,
    productivityGrowthLate: 0, skillAdaptation: 0, agglomeration: 0 }

  /** The wage relative to productivity after so many years with this many jobs for a thousand seekers. */
  function relativeWage(jobs: number, years: number, changes = {}): number {
    const world = cityOf(1000)
    world.places.jobsBase[city * 2] = jobs
    for (let n = 0; n < years; n++) work(world, tinyNow(year + n, { ...still, ...changes }), chances('work', year + n))
    return world.places.wage[city * 2] / world.places.productivity[city * 2]
  }

  test('rise where jobs wait for seekers and fall where seekers wait for jobs', () => {
    expect(relativeWage(1300, 1)).toBeGreaterThan(1)
    expect(relativeWage(700, 1)).toBeLessThan(1)
  })

  test('come to rest where jobs and seekers balance', () => {
    for (const jobs of [1200, 800]) {
      const late = relativeWage(jobs, 60)
      expect(Math.abs(relativeWage(jobs, 61) / late - 1)).toBeLessThan(0.001)
    }
  })

  test('follow productivity alone when they do not adjust', () => {
    for (const jobs of [700, 1300]) expect(relativeWage(jobs, 5, { wageAdjustment: 0 })).toBe(1)
  })

  test('rest at the unemployment that the parameter names', () => {
    for (const unemploymentAtRest of [0.04, 0.1]) {
      const world = cityOf(1000)
      world.places.jobsBase[city * 2] = 1000
      for (let n = 0; n < 60; n++) work(world, tinyNow(year + n, { ...still, unemploymentAtRest }), chances('work', year + n))
      expect(world.places.employment[city * 2]).toBeCloseTo(1 - unemploymentAtRest, 3)
    }
  })

  test('are what work yields in the first year, in which as many look for work as there were', () => {
    for (const changes of [{}, { unemploymentAtRest: 0.055 }, { unemployment2010: 0.1, wageAdjustment: 1 }]) {
      const world = populate(scenarioOf({ assumptions: changes }), nation)
      const now = nowOf(2010, changes)
      work(world, now, chances('work', 2010))
      const { villages, count, labour, wage, productivity, employment } = world.places
      for (let at = 2 * villages; at < 2 * count; at++) {
        if (labour[at] === 0) continue
        expect(wage[at] / productivity[at]).toBeCloseTo(1, 9)
        expect(employment[at]).toBeCloseTo(1 - now.parameters.unemployment2010, 9)
      }
    }
  })

  test('a place that grows offers more work, by its elasticity', () => {
    const jobs = (residents: number) => {
      const world = cityOf(1000)
      world.places.residentsBase[city] = residents
      work(world, { ...tinyNow(year, { agglomeration: 0.1 }), first: true }, chances('work', year))
      return world.places.jobs[city * 2]
    }
    expect(jobs(500) / jobs(1000)).toBeCloseTo(2 ** 0.1, 9)
  })
})

describe('farms', () => {
  test('half the farm workers on the same land earn 2^(1 − α) times as much each', () => {
    const income = (farmers: number) => {
      const world = tinyWorld()
      for (let n = 0; n < farmers; n++) person(world, household(world, village), { age: 40, ...worker })
      work(counted(world), tinyNow(2010, { farmLabourElasticity: 0.3 }), chances('work', 2010))
      expect(world.places.farmWorkers[village]).toBe(farmers)
      return world.places.farmIncome[village]
    }
    expect(income(50) / income(100)).toBeCloseTo(2 ** 0.7, 9)
  })

  test('jobs brought to villages take people off the farm', () => {
    const farmers = (localJobs: number) => {
      const world = censusDay(20_000)
      work(world, nowOf(2010, { localJobs }), chances('work', 2010))
      countLabour(world, 0)
      return total(world.places.farmWorkers)
    }
    const [none, some] = [0, 200].map(farmers)
    expect(some).toBeLessThan(none * 0.95)
  })
})

describe('jobs brought to villages', () => {
  test.each([2010, 2025])('are as many more as the lever says in %i, whatever the ages of villagers, but where nearly all have one', year => {
    const offFarm = (localJobs: number) => {
      const world = year === 2010 ? censusDay(20_000) : after(year - 1, 20_000)
      work(world, nowOf(year, { localJobs }), chances('work', year))
      countLabour(world, year - 2010)
      const { villages, labour, offFarmWorkers } = world.places
      return { jobs: total(offFarmWorkers), workers: total(labour.subarray(0, 2 * villages)) }
    }
    const [none, some] = [0, 100].map(offFarm)
    const brought = (1000 * (some.jobs - none.jobs)) / none.workers
    expect(brought).toBeGreaterThan(85)
    expect(brought).toBeLessThan(103)
  })
})

test('work off the farm is a matter of generations: who does it at 55 goes on at 65, and ten years later more of the old do it', () => {
  // Of the first village.
  const threshold = (world: World, elapsed: number) => {
    const { below, classOf } = offFarm(world, elapsed)
    return (age: number) => below[classOf[age]]
  }
  const [now, later] = [0, 10].map(elapsed => threshold(censusDay(), elapsed))
  expect(later(65)).toBe(now(55))
  expect(later(65)).toBeGreaterThan(now(65))
  expect(later(30)).toBe(now(30))
})

describe('incomes', () => {
  test.each([2010, 2011])('are finite and never below zero, and everybody is counted once, %i', y => {
    const world = censusDay(20_000)
    work(world, nowOf(y), chances('work', y))
    const { households, ledger } = world
    for (let h = 0; h < households.count; h++) expect(households.income[h] >= 0 && Number.isFinite(households.income[h])).toBe(true)
    for (const [name, column] of Object.entries(ledger)) {
      if (typeof column === 'number') continue
      expect(column.every((value: number) => value >= 0 && Number.isFinite(value)), name).toBe(true)
    }
    const people = living(world).length
    expect(total(ledger.persons)).toBe(people)
    const purses = ledger.heads.subarray(0, ledger.purses)
    expect(total(purses)).toBe(people)
    expect(total(Array.from(purses, (heads, n) => heads * ledger.perHead[n])) / total(ledger.income)).toBeCloseTo(1, 6)
  })

  test('income is wages, farm income, remittances and cash: none of the parts exceeds the whole', () => {
    const { ledger } = after(2011, 20_000)
    ledger.income.forEach((income, at) => {
      expect(ledger.wages[at] + ledger.farm[at] + ledger.remittances[at]).toBeLessThanOrEqual(income * (1 + 1e-12))
    })
  })

  test.each([[1, 1], [3, 3], [1, 2], [2, 3]])('a household that has sent somebody harvests a third less than before: %i of %i farmers at home', (atHome, all) => {
    const world = tinyWorld()
    const h = household(world, village)
    for (let n = 0; n < all; n++) person(world, h, { age: 40, idLow: -certain, ...(n < atHome ? {} : { place: city }) })
    const changes = { remittanceSplit: 0, cropLoss: 1 / 3, ruralPension: 0, assistancePaid: 0, landRentShare: 0 }
    work(counted(world), { ...tinyNow(2010, changes), first: true }, chances('work', 2010))
    const harvests = world.households.income[h] * atHome / world.places.farmIncome[village]
    expect(harvests).toBeCloseTo(atHome < all ? all * 2 / 3 : all, 6)
  })

  test('what a member away sends arrives, with what it adds to production', () => {
    const world = tinyWorld()
    const h = household(world, village)
    person(world, h, { age: 62, sex: 1, idLow: certain - 1 })
    const away = person(world, h, { age: 30, place: city, ...worker })
    world.places.jobsBase[city * 2] = 10
    world.places.employment.fill(1)
    const changes = { remittanceSplit: 0.4, remittanceReturn: 1.5, ruralPension: 0, assistancePaid: 0, landRentShare: 0 }
    // Nearly everybody finds work: look at a year in which this one does.
    let at = 2010
    do work(counted(world), { ...tinyNow(at, changes), first: true }, chances('work', at++))
    while (doing(world, away) !== activity.offFarm)
    const pay = world.places.wage[city * 2] * tinyNow(2010).parameters.villagerWage
    expect(world.households.income[h] / (0.4 * 1.5 * pay)).toBeCloseTo(1, 6)
    expect(world.ledger.income[0] / (0.6 * pay)).toBeCloseTo(1, 6)
  })

  test('support for children reaches those below 16, wherever they live, and is booked', () => {
    const incomes = (familySupport: number) => {
      const world = tinyWorld()
      const homes = [village, city].map(place => {
        const h = household(world, place)
        person(world, h, { age: 40, ...worker })
        person(world, h, { age: 10 })
        person(world, h, { age: 15 })
        person(world, h, { age: 17, idLow: certain - 1 })
        return h
      })
      work(counted(world), tinyNow(2010, { familySupport, assistancePaid: 0, landRentShare: 0 }), chances('work', 2010))
      return { totals: homes.map(h => world.households.income[h] * 4), booked: world.governments.programmes[0] }
    }
    const [none, some] = [0, 1000].map(incomes)
    some.totals.forEach((total, n) => expect(total - none.totals[n]).toBeCloseTo(2000, 2))
    expect(some.booked - none.booked).toBeCloseTo(4000, 6)
  })

  test('a rural pension reaches the old of the villages, and they alone', () => {
    const incomes = (ruralPension: number) => {
      const world = tinyWorld()
      const old = household(world, village)
      person(world, old, { age: 70, idLow: certain - 1 })
      const young = household(world, village)
      person(world, young, { age: 40, ...worker })
      const urban = household(world, city)
      person(world, urban, { age: 70, idLow: certain - 1 })
      person(world, household(world, city), { age: 30, ...worker })
      work(counted(world), tinyNow(2010, { ruralPension, assistancePaid: 0, landRentShare: 0 }), chances('work', 2010))
      return [old, young, urban].map(h => world.households.income[h])
    }
    const [none, some] = [0, 100].map(incomes)
    expect(some[0] - none[0]).toBeCloseTo(1200, 3)
    expect(some.slice(1)).toEqual(none.slice(1))
  })

  test('pensions of workers are what workers are deducted, villagers by their own pay: all incomes together stay the same', () => {
    const incomes = (pensionUrban: number, villagerWage: number) => {
      const world = after(2011, 20_000)
      work(world, nowOf(2012, { pensionUrban, villagerWage, remittanceReturn: 1, remittanceWhole: 0 }), chances('work', 2012))
      return { all: total(world.ledger.income), pensions: total(world.ledger.urbanPensioners) * pensionUrban * world.ledger.means[mean.urbanWage] }
    }
    for (const villagerWage of [0.3, 1]) {
      const [none, some] = [0, 0.5].map(pensionUrban => incomes(pensionUrban, villagerWage))
      expect(some.pensions).toBeGreaterThan(0.01 * none.all)
      expect(Math.abs(some.all - none.all)).toBeLessThan(1e-9 * none.all)
    }
  })

  test('the mean wage of the base year is kept, so that pensions rise with wages', () => {
    const world = after(2010)
    const base = world.ledger.means[mean.urbanWageBase]
    work(world, nowOf(2011), chances('work', 2011))
    expect(world.ledger.means[mean.urbanWageBase]).toBe(base)
    expect(world.ledger.means[mean.urbanWage]).toBeGreaterThan(base)
  })
})

describe('members of a household elsewhere', () => {
  /** A couple in the city, he at work and she at home, with a child at school there or boarding in the town. */
  function family(withParents: boolean): { world: World; h: number } {
    const world = tinyWorld()
    const h = household(world, village)
    person(world, h, { age: 62, sex: 1, idLow: certain - 1 })
    const wife = person(world, h, { age: 30, sex: 1, place: city, idLow: certain - 1 })
    const man = person(world, h, { age: 32, place: city, partner: wife, ...worker })
    person(world, h, { age: 8, place: withParents ? city : town, mother: wife, father: man })
    world.places.employment.fill(1)
    work(counted(world), { ...tinyNow(2010, { familySupport: 0 }), first: true }, chances('work', 2010))
    return { world, h }
  }

  test('share one purse where they live together', () => {
    const { world: { ledger } } = family(true)
    const inCity = Array.from({ length: ledger.purses }, (_, n) => n).filter(n => ledger.where[n] === city)
    expect(inCity.map(n => ledger.heads[n])).toEqual([3])
    expect(ledger.perHead[inCity[0]]).toBeGreaterThan(0)
  })

  test('a pupil counts at home, unless a parent lives at the place of school', () => {
    const atHome = ({ world, h }: ReturnType<typeof family>) => world.households.word[h] & membersMask
    expect([true, false].map(family).map(atHome)).toEqual([1, 2])
  })
})

test('some of a village always farm, whoever grows old', () => {
  const world = tinyWorld()
  world.places.localShare.fill(0.95)
  for (const elapsed of [0, 20, 40]) for (const below of offFarm(world, elapsed).below.subarray(0, world.places.villages * offFarmClasses)) expect(below).toBeLessThanOrEqual(Math.ceil(belowShare(mostLocal)))
})

describe('the count', () => {
  test('adds up: residents are the living, as many as are registered, and incomers are those registered elsewhere', () => {
    const world = after(2012)
    countResidents(world, nowOf(2012))
    const people = living(world)
    expect(total(world.places.residents)).toBe(people.length)
    expect(total(world.places.registered)).toBe(people.length)
    expect(total(world.places.incomers)).toBe(people.filter(i => world.people.place[i] !== world.people.registered[i]).length)
    expect(total(world.places.elders)).toBe(people.filter(i => ageOf(world, i) >= 60).length)
    expect(total(world.places.pupils)).toBe(people.filter(i => ageOf(world, i) >= 6 && ageOf(world, i) <= 11).length)
  })
})
