/** Ageing and schooling: a year for everybody, and who enters, leaves and goes on at school. */
import { describe, expect, test } from 'vitest'
import { growOlder } from '../../../sim/processes/grow-older.ts'
import * as schoolAge from '../../../sim/codes/school-age.ts'
import { activityShift, aliveBit, educationShift, eventBit, oldestAge, yearsAwayMask, yearsAwayShift } from '../../../sim/codes/person-word.ts'
import { tidy } from '../../../sim/tidy.ts'
import { activity, education, type World } from '../../../sim/world.ts'
import { run } from '../../../sim/index.ts'
import { after, ageOf, censusDay, chances, idOf, living, nation, nowOf, scenarioOf, valueOf } from '../../helpers/nation.ts'
import { city, household, person, tinyNow, tinyWorld, town, village } from '../../helpers/tiny-world.ts'

const year = 2011
const doing = ({ people }: World, i: number) => (people.word[i] >>> activityShift) & 7
const levelOf = ({ people }: World, i: number) => (people.word[i] >>> educationShift) & 3
const awayOf = ({ people }: World, i: number) => (people.word[i] >>> yearsAwayShift) & yearsAwayMask
/** Nothing but the constants decides who goes on. */
const plain = { educationQuality: 0, educationParents: 0, educationLeftBehind: 0, educationTrend: 0 }

/** A thousand pupils of this age. */
function classOf(age: number, level: number, number = 1000): World {
  const world = tinyWorld()
  for (let n = 0; n < number; n++) person(world, household(world, village), { age, education: level, does: activity.pupil })
  return world
}

describe('ageing', () => {
  test('everybody alive is a year older, up to the oldest age, and nobody else changes age', () => {
    const world = censusDay()
    const ages = living(world).map(i => ageOf(world, i))
    const dead = world.people.count - 1
    world.people.word[dead] = 50
    world.people.word[0] = (world.people.word[0] & ~127) | oldestAge
    ages[0] = oldestAge
    growOlder(world, nowOf(year), chances('ageing', year))
    expect(living(world).map(i => ageOf(world, i))).toEqual(ages.slice(0, -1).map(age => Math.min(oldestAge, age + 1)))
    expect(world.people.word[dead]).toBe(50)
  })

  test('those away from their registration have been away a year longer, and those at home, or new where they live, not at all', () => {
    const world = censusDay()
    const { place, registered } = world.people
    const before = living(world).map(i => awayOf(world, i))
    const were = place.slice()
    const absent = living(world).map(i => place[i] !== registered[i])
    growOlder(world, nowOf(year), chances('ageing', year))
    living(world).forEach((i, n) => {
      expect(awayOf(world, i)).toBe(absent[n] && place[i] === were[i] ? Math.min(yearsAwayMask, before[n] + 1) : 0)
    })
  })

  test('last year’s events are over; only school makes new ones', () => {
    const world = censusDay()
    for (const i of living(world)) world.people.word[i] |= eventBit
    growOlder(world, nowOf(year), chances('ageing', year))
    const turning = new Set<number>(Object.values(schoolAge))
    const eventful = living(world).filter(i => (world.people.word[i] & eventBit) !== 0)
    expect(eventful.length).toBeGreaterThan(0)
    for (const i of eventful) expect(turning.has(ageOf(world, i)) || ageOf(world, i) > schoolAge.collegeEnd).toBe(true)
  })
})

describe('schooling', () => {
  test('children enter primary school at 6 and junior secondary school at 12, all of them', () => {
    const world = tinyWorld()
    const entering = person(world, household(world, village), { age: schoolAge.entry - 1 })
    const younger = person(world, household(world, village), { age: schoolAge.entry - 2 })
    const goingOn = person(world, household(world, village), { age: schoolAge.junior - 1 })
    growOlder(world, tinyNow(year), chances('ageing', year))
    expect([entering, younger, goingOn].map(i => doing(world, i))).toEqual([activity.pupil, activity.infant, activity.pupil])
    expect([entering, younger, goingOn].map(i => levelOf(world, i))).toEqual([education.primary, education.primary, education.junior])
  })

  test('nobody goes on to senior secondary school, or to college, where the chance is zero', () => {
    for (const [age, level] of [[schoolAge.juniorEnd - 1, education.junior], [schoolAge.seniorEnd - 1, education.senior]]) {
      const world = classOf(age, level)
      growOlder(world, tinyNow(year, { ...plain, seniorSecondary: 0, college: 0 }), chances('ageing', year))
      expect(living(world).some(i => doing(world, i) === activity.pupil)).toBe(false)
      expect(living(world).every(i => levelOf(world, i) === level)).toBe(true)
    }
  })

  test('everybody goes on where the chance is one, and is done by the end of college', () => {
    const world = classOf(schoolAge.juniorEnd - 1, education.junior, 100)
    const years = schoolAge.collegeEnd - schoolAge.juniorEnd + 1
    const pupils: number[] = []
    for (let n = 0; n < years; n++) {
      growOlder(world, tinyNow(year + n, { seniorSecondary: 1, college: 1 }), chances('ageing', year + n))
      pupils.push(living(world).filter(i => doing(world, i) === activity.pupil).length)
    }
    expect(pupils).toEqual([...new Array(years - 1).fill(100), 0])
    expect(living(world).every(i => levelOf(world, i) === education.college)).toBe(true)
  })

  test('who is done with school in town looks for work there', () => {
    const world = classOf(schoolAge.seniorEnd - 1, education.senior, 20)
    for (const i of living(world)) world.people.place[i] = town
    growOlder(world, tinyNow(year, { ...plain, college: 0 }), chances('ageing', year))
    for (const i of living(world)) {
      expect(doing(world, i)).toBe(activity.atHome)
      expect(world.people.place[i]).toBe(town)
    }
  })

  test.each([[0, 0], [0, 1], [0.4, 0.3], [1, 0], [1, 1]])('of students who leave college, %d go home to the village, and %d of these to its town', (graduatesReturn, returnTown) => {
    const world = classOf(schoolAge.collegeEnd - 1, education.college, 4000)
    for (const i of living(world)) world.people.place[i] = city
    growOlder(world, tinyNow(year, { graduatesReturn, returnTown }), chances('ageing', year))
    const shares = [village, town, city].map(j => living(world).filter(i => world.people.place[i] === j).length / 4000)
    const expected = [graduatesReturn * (1 - returnTown), graduatesReturn * returnTown, 1 - graduatesReturn]
    shares.forEach((share, n) => expect(Math.abs(share - expected[n])).toBeLessThanOrEqual(3 * Math.sqrt(expected[n] * (1 - expected[n]) / 4000)))
    expect(living(world).every(i => doing(world, i) === activity.atHome && (world.people.word[i] & eventBit) !== 0)).toBe(true)
  })

  test('the college share of those of 20–24 goes on evenly after the first year, and rises with enrolment', () => {
    const records = [...run(scenarioOf({ scale: 20_000, years: [2010, 2020] }), nation, censusDay(20_000))]
    const shares = records.map(record => valueOf(record, 'collegeShare'))
    for (let n = 1; n <= 6; n++) expect(Math.abs(shares[n] - shares[n - 1]), shares.join(' ')).toBeLessThan(0.035)
    // Gross enrolment, 54 % in 2020, was less when most of these entered, and counts adults.
    expect(shares[10], shares.join(' ')).toBeGreaterThan(0.4)
    expect(shares[10], shares.join(' ')).toBeLessThan(0.52)
    expect(Math.min(...shares), shares.join(' ')).toBeGreaterThan(shares[0] - 0.02)
    expect(shares[6], shares.join(' ')).toBeGreaterThan(shares[0])
  })

  test.each([0.2, 0.5, 0.8])('a chance of %d is the share that goes on, within three standard errors', chance => {
    const world = classOf(schoolAge.juniorEnd - 1, education.junior, 4000)
    growOlder(world, tinyNow(year, { ...plain, seniorSecondary: chance }), chances('ageing', year))
    const share = living(world).filter(i => levelOf(world, i) === education.senior).length / 4000
    expect(Math.abs(share - chance)).toBeLessThan(3 * Math.sqrt(chance * (1 - chance) / 4000))
  })

  test('a mother who went to college, better schools, and parents at home raise the share that goes on', () => {
    const share = (motherLevel: number, motherAway: boolean, level: number) => {
      const world = tinyWorld()
      world.places.level.fill(level)
      const children = Array.from({ length: 2000 }, () => {
        const h = household(world, village)
        const mother = person(world, h, { age: 40, sex: 1, education: motherLevel, place: motherAway ? 3 : village })
        return person(world, h, { age: schoolAge.juniorEnd - 1, education: education.junior, does: activity.pupil, mother })
      })
      growOlder(world, tinyNow(year), chances('ageing', year))
      return children.filter(i => levelOf(world, i) === education.senior).length
    }
    const usual = share(education.junior, false, 1)
    expect(share(education.college, false, 1)).toBeGreaterThan(usual)
    expect(share(education.primary, false, 1)).toBeLessThan(usual)
    expect(share(education.junior, true, 1)).toBeLessThan(usual)
    expect(share(education.junior, false, 2)).toBeGreaterThan(usual)
  })

  test('who boards at school in town is not left behind by parents at home, nor who lives with them away', () => {
    const share = (motherAt: number) => {
      const world = tinyWorld()
      const children = Array.from({ length: 2000 }, () => {
        const h = household(world, village)
        const mother = person(world, h, { age: 40, sex: 1, place: motherAt })
        return person(world, h, { age: schoolAge.seniorEnd - 1, education: education.senior, does: activity.pupil, mother, place: town })
      })
      growOlder(world, tinyNow(year, { college: 0.5 }), chances('ageing', year))
      return children.filter(i => levelOf(world, i) === education.college).length
    }
    expect(share(village)).toBeGreaterThan(1.1 * share(city))
    expect(share(town)).toBe(share(village))
  })

  test('schools that are closed to people registered elsewhere keep their children from going on', () => {
    const share = (registered: number, open: number) => {
      const world = tinyWorld()
      const children = Array.from({ length: 2000 }, () => {
        const h = household(world, city, village)
        return person(world, h, { age: schoolAge.juniorEnd - 1, education: education.junior, does: activity.pupil, place: city, registered })
      })
      const hukouOpenness = { town: open, small: open, medium: open, large: open, veryLarge: open, mega: open }
      growOlder(world, tinyNow(year, { seniorSecondary: 0.5, accessSmall: 0.5, hukouOpenness }), chances('ageing', year))
      return children.filter(i => levelOf(world, i) === education.senior).length
    }
    expect(share(village, 0)).toBeLessThan(0.9 * share(city, 0))
    expect(share(village, 1)).toBe(share(city, 1))
    expect(share(city, 0)).toBe(share(city, 1))
  })

  test('the pupils of villages who are counted in their own town are as many of them as on census day', () => {
    const shareInTown = (world: World) => {
      const pupils = living(world).filter(i => doing(world, i) === activity.pupil && ageOf(world, i) >= schoolAge.juniorEnd && ageOf(world, i) < schoolAge.seniorEnd
        && world.people.registered[i] < world.places.villages)
      return pupils.filter(i => world.people.place[i] === world.places.town[world.people.registered[i]]).length / pupils.length
    }
    const [first, later] = [censusDay(20_000), after(2014, 20_000)].map(shareInTown)
    expect(Math.abs(later - first)).toBeLessThan(0.1)
  })

  test('nobody above the end of college is a pupil, in the first year or later', () => {
    const world = censusDay()
    for (const y of [2011, 2012]) {
      growOlder(world, nowOf(y), chances('ageing', y))
      expect(living(world).filter(i => doing(world, i) === activity.pupil && ageOf(world, i) >= schoolAge.collegeEnd)).toEqual([])
    }
  })

  test('a dead mother’s schooling counts the same before and after memory is tidied', () => {
    const orphans = (tidied: boolean) => {
      const world = tinyWorld()
      for (let n = 0; n < 1000; n++) {
        const h = household(world, village)
        const mother = person(world, h, { age: 40, sex: 1, education: education.college })
        const child = person(world, h, { age: schoolAge.juniorEnd - 1, education: education.junior, does: activity.pupil, mother })
        world.people.word[mother] &= ~aliveBit
        world.people.next[child] = -1
        world.households.first[h] = child
      }
      if (tidied) tidy(world)
      growOlder(world, tinyNow(year), chances('ageing', year))
      return new Set(living(world).filter(i => levelOf(world, i) === education.senior).map(i => idOf(world, i)))
    }
    const [before, afterwards] = [orphans(false), orphans(true)]
    expect([...before].filter(id => !afterwards.has(id)).length).toBe(0)
    expect(afterwards.size).toBe(before.size)
  })
})
