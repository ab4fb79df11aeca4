/**
 * A limit case with a closed form. Nothing matters but income: no amenities, distance, hukou, rent, network, separation. People who farm in a village
 * choose whether to leave for the city by a logit in λ β_w ln(expected urban pay / rural income); expected pay is p·w + (1 − p)·b (Harris–Todaro).
 */
import { describe, expect, test } from 'vitest'
import type { Parameters } from '../../sim/parameters.ts'
import { migrate } from '../../sim/processes/migrate.ts'
import { work } from '../../sim/processes/work.ts'
import { certain } from '../../sim/random.ts'
import { activityShift, eventBit } from '../../sim/codes/person-word.ts'
import { activity, type World } from '../../sim/world.ts'
import { chances, living } from '../helpers/nation.ts'
import { city, counted, household, person, tinyNow, tinyWorld, village } from '../helpers/tiny-world.ts'

const year = 2011
const households = 4000
const onlyIncome: Partial<Parameters> = {
  distanceWeight: 0, weightHealth: 0, weightSchooling: 0, weightInfrastructure: 0, weightAssistance: 0, weightRent: 0, networkWeight: 0,
  hukouSmall: 0, hukouMedium: 0, hukouLarge: 0, hukouMega: 0, separation: 0, townMove: 0, conversion: 0,
  // Work pays the same from year to year, and to villagers as to others; nothing is sent, let, or paid out in cash.
  wageAdjustment: 0, villagerWage: 1, skillPremium: 1.5, unemployedIncome: 0.3, landRentShare: 0, ruralPension: 0, assistancePaid: 0, cropLoss: 0,
  pensionUrban: 0, agglomeration: 0,
  constantSend: -50, constantMove: 0, constantJoin: -50, constantReturn: -50,
}
const wage = 20_000

interface Setting { rural: number; seekers: number; jobs: number; changes?: Partial<Parameters>; members?: number }

/** Village households of farmers aged 22, a city with jobs and seekers, and nowhere else to go. @returns the share that has left, and of whom */
function leaving({ rural, seekers, jobs, changes = {}, members = 1 }: Setting) {
  const world = tinyWorld(16_384)
  const { places } = world
  // The town is the city: every place that comes to mind is this one.
  places.town.fill(city)
  places.jobsBase.fill(0)
  places.jobsBase[city * 2] = jobs
  places.farmIncomeBase[village] = rural
  places.farmWorkersBase[village] = households * members
  places.residentsBase[city] = seekers
  const always = { age: 22, idLow: -certain }
  for (let n = 0; n < seekers; n++) person(world, household(world, city), always)
  for (let n = 0; n < households; n++) {
    const h = household(world, village)
    for (let m = 0; m < members; m++) person(world, h, { ...always, event: true })
  }
  const now = { ...tinyNow(year, { ...onlyIncome, ...changes }), first: true, elapsed: 0 }
  work(counted(world), now, chances('work', year))
  // In the city nothing has happened: its people keep their places.
  for (const i of living(world)) if (world.people.place[i] === city) world.people.word[i] &= ~eventBit
  // So many people may have moved the world to another memory.
  const employment = world.places.employment[city * 2]
  const expected = employment * wage + (1 - employment) * wage * now.parameters.unemployedIncome
  migrate(world, now, chances('migration', year))
  return { world, employment, expected, share: leftVillage(world) / households, parameters: now.parameters }
}

/** Households of which somebody has left the village. */
function leftVillage({ people, households: { count, first, origin } }: World): number {
  let number = 0
  for (let h = 0; h < count; h++) {
    if (origin[h] !== village) continue
    for (let i = first[h]; i >= 0; i = people.next[i]) {
      if (people.place[i] === village) continue
      number++
      break
    }
  }
  return number
}

const logistic = (utility: number) => 1 / (1 + Math.exp(-utility))

function expectShare(share: number, probability: number): void {
  const error = Math.sqrt(probability * (1 - probability) / households)
  expect(Math.abs(share - probability), `${share} against ${probability}`).toBeLessThan(3 * error)
}

const settings: [string, Setting][] = [
  ['rural income is half of expected pay', { rural: 7000, seekers: 1000, jobs: 700 }],
  ['rural income is a third', { rural: 5000, seekers: 1000, jobs: 900 }],
  ['rural income is above expected pay', { rural: 16_000, seekers: 1000, jobs: 600 }],
  ['income counts for more', { rural: 10_000, seekers: 1000, jobs: 800, changes: { wageWeight: 2.18 } }],
  ['income counts for less', { rural: 10_000, seekers: 1000, jobs: 800, changes: { wageWeight: 1.65 } }],
  ['places are much alike', { rural: 10_000, seekers: 1000, jobs: 800, changes: { nestScale: 0.25 } }],
  ['places are unlike', { rural: 10_000, seekers: 1000, jobs: 800, changes: { nestScale: 1 } }],
  ['moving is disliked', { rural: 5000, seekers: 1000, jobs: 800, changes: { constantMove: -2 } }],
]

describe('the chance of work', () => {
  test.each([550, 700, 900])('is jobs over seekers with %i jobs for a thousand', jobs => {
    expect(leaving({ rural: 6000, seekers: 1000, jobs }).employment).toBeCloseTo(jobs / 1000, 9)
  })
})

describe('whoever farms alone', () => {
  test.each(settings)('leaves as the logit says when %s', (_, setting) => {
    const { share, expected, parameters: p } = leaving(setting)
    expectShare(share, logistic(p.constantMove + p.nestScale * p.wageWeight * Math.log(expected / setting.rural)))
  })

  test('leaves in half of the cases when expected pay is what the farm pays, though the wage is above it', () => {
    const rural = 0.7 * wage + 0.3 * wage * 0.3
    const { share, expected } = leaving({ rural, seekers: 1000, jobs: 700 })
    expect(expected).toBeCloseTo(rural, 6)
    expect(rural).toBeLessThan(wage)
    expectShare(share, 0.5)
  })

  test('stays more when more seek the same jobs', () => {
    const [few, many] = [800, 1400].map(seekers => leaving({ rural: 8000, seekers, jobs: 760 }).share)
    expect(many).toBeLessThan(few)
  })
})

describe('a household of two farmers', () => {
  const sending = { constantSend: 0, constantMove: -50, budgetShared: 0.6 }

  test.each([5000, 9000, 14_000])('sends one of them as the logit of income per head says, at %i yuan from the farm', rural => {
    const { share, expected, parameters: p } = leaving({ rural, seekers: 1000, jobs: 800, members: 2, changes: sending })
    // Crops are not lost here, so the farm goes on as before and the pay is added.
    const perHead = (2 * rural + p.budgetShared * expected) / 2
    expectShare(share, logistic(p.constantSend + p.nestScale * p.wageWeight * Math.log(perHead / rural)))
  })

  test('sends fewer when those who stay lose part of the crop', () => {
    const [none, third] = [0, 0.333].map(cropLoss =>
      leaving({ rural: 9000, seekers: 1000, jobs: 800, members: 2, changes: { ...sending, cropLoss } }).share)
    expect(third).toBeLessThan(none)
  })
})

describe('who is away and has nobody at home', () => {
  test.each([0, 2])('returns as the logit of what is earned here and there says, with co-villagers counting %i', networkWeight => {
    const world = tinyWorld(16_384)
    const { places, people } = world
    places.town.fill(city)
    places.jobsBase.fill(0)
    places.jobsBase[city * 2] = 3600
    places.farmIncomeBase[village] = 9000
    // As many stay in the village as have left it: half of those registered there live in the city.
    const gone = Array.from({ length: households }, () => person(world, household(world, city, village), { age: 22, idLow: -certain, place: city, event: true }))
    for (const i of gone) world.households.home[people.household[i]] = village
    for (let n = 0; n < households; n++) person(world, household(world, village), { age: 70 })
    const changes = {
      ...onlyIncome, networkWeight, constantMove: -50, constantReturn: 0, returnAge: 0, returnUnemployed: 0, returnTown: 0, localJobs: 0, remittanceSplit: 0, farmLabourElasticity: 1,
    }
    const now = { ...tinyNow(year, changes), first: true, elapsed: 0 }
    work(counted(world), now, chances('work', year))
    const { parameters: p } = now
    const company = Math.exp(networkWeight * 0.5 / (0.5 + p.networkHalf))
    const back = world.places.farmIncome[village]
    let expected = 0
    for (const i of gone) {
      const works = ((world.people.word[i] >>> activityShift) & 7) === activity.offFarm
      // Who is alone has all of the pay.
      const here = wage * (works ? 1 : p.unemployedIncome)
      expected += logistic(p.nestScale * (p.wageWeight * Math.log(back / here) - Math.log(company)))
    }
    migrate(world, now, chances('migration', year))
    const returned = gone.filter(i => world.people.place[i] === village).length
    expectShare(returned / households, expected / households)
  })
})
