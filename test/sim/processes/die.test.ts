/** Mortality: the extremes, the numbers, and what a death leaves behind. */
import { describe, expect, test } from 'vitest'
import { die, livingByArea } from '../../../sim/processes/die.ts'
import { deathProbabilities } from '../../../sim/processes/rates.ts'
import { areaOf } from '../../../sim/places.ts'
import { ageGroupOf, ageGroups } from '../../../sim/data.ts'
import { aliveBit, eventBit, oldestAge } from '../../../sim/codes/person-word.ts'
import { health, services } from '../../../sim/services.ts'
import { after, ageOf, brokenLinks, censusDay, chances, idOf, living, nation, nowOf, sexOf, total } from '../../helpers/nation.ts'
import { city, household, otherVillage, person, tinyNow, tinyWorld, village } from '../../helpers/tiny-world.ts'

const year = 2011
const ages = oldestAge + 1
/** Health care makes no difference to deaths. */
const alike = { mortalityHealthElasticity: 0 }

describe('mortality', () => {
  test('nobody dies when rates are zero', () => {
    const world = censusDay()
    die(world, nowOf(year, { mortalityFactor: 0 }), chances('mortality', year))
    expect(world.tally.deaths).toBe(0)
    expect(living(world)).toHaveLength(world.people.count)
  })

  test('everybody dies when rates know no bounds', () => {
    const world = censusDay()
    die(world, nowOf(year, { mortalityFactor: 1e9, ...alike }), chances('mortality', year))
    expect(living(world)).toHaveLength(0)
    expect(world.tally.deaths).toBe(world.people.count)
    expect(Array.from(world.households.first.subarray(0, world.households.count)).every(first => first === -1)).toBe(true)
  })

  test('is an event to children wherever they live', () => {
    const world = censusDay(20_000)
    const { word, mother, father, household } = world.people
    const alive = living(world)
    for (const i of alive) word[i] &= ~eventBit
    const isAlive = (i: number) => i >= 0 && (word[i] & aliveBit) !== 0
    const parents = new Map(alive.map(i => [i, [mother[i], father[i]].filter(isAlive)]))
    die(world, nowOf(year, { graveIllness: 0 }), chances('mortality', year))
    const orphans = living(world).filter(i => parents.get(i)!.some(parent => !isAlive(parent)))
    expect(orphans.filter(i => parents.get(i)!.some(parent => !isAlive(parent) && household[parent] !== household[i])).length).toBeGreaterThan(10)
    for (const i of orphans) expect(word[i] & eventBit).not.toBe(0)
  })

  test('a faster pace lowers death rates in years to come, and leaves those of 2010', () => {
    const people = livingByArea(censusDay()).slice()
    const rates = (y: number, mortalityPace: number) => deathProbabilities(nation, y, nowOf(y, { mortalityPace, mortalityConverges: 0 }).parameters, people)
    expect(rates(2010, 2)).toEqual(rates(2010, 1))
    expect(rates(2020, 2)).toEqual(rates(2030, 1))
    expect(rates(2040, 0)).toEqual(rates(2010, 1))
    const at = (values: Float64Array) => values[2 * ages + 65]
    expect(at(rates(2030, 1.5))).toBeLessThan(at(rates(2030, 1)))
    expect(at(rates(2030, 0.5))).toBeGreaterThan(at(rates(2030, 1)))
  })

  test('villages lived 3.9 years less than towns and cities if areas differed as in 2001–05, and 1.9 with what is gone of that by 2020', () => {
    const people = livingByArea(after(2020, 20_000)).slice()
    const gap = (y: number, mortalityConverges: number) => {
      const rates = deathProbabilities(nation, y, nowOf(y, { mortalityConverges }).parameters, people)
      const weights = Array.from({ length: 3 * 2 * ages }, (_, at) => people[Math.floor(at / ages) * ageGroups + ageGroupOf(at % ages)])
      const expectancy = (areas: number[], sex: number) => {
        let [alive, years] = [1, 0]
        for (let age = 1; age <= oldestAge; age++) {
          const at = areas.map(area => (area * 2 + sex) * ages + age)
          const dies = total(at.map(n => rates[n] * weights[n])) / Math.max(1e-9, total(at.map(n => weights[n])))
          years += alive * (1 - dies / 2)
          alive *= 1 - dies
        }
        return years
      }
      return total([0, 1].map(sex => (expectancy([1, 2], sex) - expectancy([0], sex)) / 2))
    }
    const usual = nowOf(2020).parameters.mortalityConverges
    expect(gap(2020, 0)).toBeCloseTo(3.9, 0)
    expect(Math.abs(gap(2020, usual) - 1.9)).toBeLessThan(0.15)
    expect(gap(2020, 1)).toBeCloseTo(0, 9)
    expect(gap(2003, usual)).toBe(gap(2003, 0))
    expect(gap(2010, usual)).toBeGreaterThan(gap(2020, usual))
    expect(Math.abs(gap(2040, usual) / gap(2020, usual) - 1)).toBeLessThan(0.25)
  })

  test('nobody grows older than the oldest age, whatever the rates', () => {
    const world = censusDay()
    for (const i of living(world)) world.people.word[i] = (world.people.word[i] & ~127) | oldestAge
    die(world, nowOf(year, { mortalityFactor: 0, ...alike }), chances('mortality', year))
    expect(living(world)).toHaveLength(0)
  })

  test.each([[0, 110], [0, 14], [15, 59], [60, 79], [80, 110]])('deaths at %i to %i are those of the rates, within three standard errors', (from, to) => {
    const world = censusDay(10_000)
    const probability = deathProbabilities(nation, year, nowOf(year).parameters, livingByArea(world))
    const atRisk = living(world).filter(i => ageOf(world, i) >= from && ageOf(world, i) <= to)
    let expected = 0
    let variance = 0
    for (const i of atRisk) {
      const p = probability[(areaOf(world.places, world.people.place[i]) * 2 + sexOf(world, i)) * ages + ageOf(world, i)]
      expected += p
      variance += p * (1 - p)
    }
    die(world, nowOf(year, alike), chances('mortality', year))
    const deaths = atRisk.filter(i => (world.people.word[i] & aliveBit) === 0).length
    expect(expected).toBeGreaterThan(10)
    expect(Math.abs(deaths - expected)).toBeLessThan(3 * Math.sqrt(variance))
  })

  test('twice the rates kill all whom the rates kill, and others', () => {
    const [once, twice] = [1, 2].map(mortalityFactor => {
      const world = censusDay()
      die(world, nowOf(year, { mortalityFactor }), chances('mortality', year))
      return new Set(living(world).map(i => idOf(world, i)))
    })
    expect([...twice].every(id => once.has(id))).toBe(true)
    expect(twice.size).toBeLessThan(once.size)
  })

  test('as many fall ill per death as assumed, and nobody who is not close to death; they live', () => {
    const ill = (graveIllness: number, mortalityFactor = 1) => {
      const world = censusDay(20_000)
      const { word, partner, mother, father } = world.people
      // A death tells those who are left too: here nobody has anybody.
      for (const i of living(world)) word[i] &= ~eventBit
      for (const link of [partner, mother, father]) link.fill(-1)
      const { first } = world.households
      const alone = living(world).filter(i => first[world.people.household[i]] === i && world.people.next[i] < 0)
      die(world, nowOf(year, { graveIllness, mortalityFactor }), chances('mortality', year))
      const deaths = alone.filter(i => (word[i] & aliveBit) === 0).length
      return { deaths, ill: alone.filter(i => (word[i] & eventBit) !== 0 && (word[i] & aliveBit) !== 0).map(i => idOf(world, i)) }
    }
    expect(ill(0).ill).toEqual([])
    const { deaths, ill: three } = ill(3)
    expect(deaths).toBe(ill(0).deaths)
    expect(Math.abs(three.length - 3 * deaths)).toBeLessThan(4 * Math.sqrt(12 * deaths))
    expect(ill(3, 0).ill).toEqual([])
  })

  test('where health care is better fewer die, and more where it is worse', () => {
    const survivors = (elasticity: number) => {
      const world = censusDay(20_000)
      const { level, count } = world.places
      for (let j = 0; j < count; j++) level[j * services.length + health] = j % 2 === 0 ? 2 : 0.5
      die(world, nowOf(year, { mortalityHealthElasticity: elasticity }), chances('mortality', year))
      return [0, 1].map(parity => living(world).filter(i => world.people.place[i] % 2 === parity).length)
    }
    const [good, poor] = survivors(0.4)
    const [goodAlike, poorAlike] = survivors(0)
    expect(good).toBeGreaterThan(goodAlike)
    expect(poor).toBeLessThan(poorAlike)
  })

  test('better health care for all lowers deaths everywhere', () => {
    const survivors = (better: number) => {
      const world = censusDay(20_000)
      for (let j = 0; j < world.places.count; j++) world.places.level[j * services.length + health] *= better
      die(world, nowOf(year, { mortalityHealthElasticity: 0.4 }), chances('mortality', year))
      return world.tally.deaths
    }
    expect(Math.abs(survivors(2) / survivors(1) - 2 ** -0.4)).toBeLessThan(0.05)
  })

  test('health care of the first year, as people reached it, leaves the rates as they are', () => {
    const deaths = (elasticity: number) => {
      const world = after(2010, 20_000)
      const { access, villages } = world.places
      expect(access.some((its, at) => at < villages * services.length && at % services.length === health && its < 0.9)).toBe(true)
      world.places.level.set(world.places.levelBase)
      die(world, nowOf(year, { mortalityHealthElasticity: elasticity }), chances('mortality', year))
      return world.tally.deaths
    }
    expect(Math.abs(deaths(0.4) / deaths(0) - 1)).toBeLessThan(0.02)
  })

  test.each([['villages', 0], ['cities', 2]])('the nation has the UN’s rates at every age, though many more lived in %s', (_, to) => {
    const world = censusDay(10_000)
    const { parameters } = nowOf(year)
    const people = living(world)
    // One area alone has the national rates.
    const alone = Array.from({ length: 6 * ageGroups }, (_, at) => (at < 2 * ageGroups ? 1 : 0))
    const rates = deathProbabilities(nation, year, parameters, alone)
    const areas = people.map((i, n) => (n % 2 === 0 ? to : areaOf(world.places, world.people.place[i])))
    const counts = new Float64Array(6 * ageGroups)
    people.forEach((i, n) => { counts[(areas[n] * 2 + sexOf(world, i)) * ageGroups + ageGroupOf(ageOf(world, i))]++ })
    const probability = deathProbabilities(nation, year, parameters, counts)
    const expected = [rates, probability].map((its, ofAreas) => {
      const deaths = new Float64Array(ageGroups)
      people.forEach((i, n) => { deaths[ageGroupOf(ageOf(world, i))] += its[(ofAreas * areas[n] * 2 + sexOf(world, i)) * ages + ageOf(world, i)] })
      return deaths
    })
    expect(Math.abs(total(expected[1]) / total(expected[0]) - 1)).toBeLessThan(0.001)
    for (let group = 0; group < ageGroups; group++) expect(Math.abs(expected[1][group] / expected[0][group] - 1), String(group)).toBeLessThan(0.003)
  })

  test('widows, widowers and who is left of the household are told, and no household lists the dead', () => {
    const world = censusDay(20_000)
    const couples = living(world).filter(i => world.people.partner[i] >= 0).map(i => [i, world.people.partner[i]])
    const before = living(world)
    for (const i of living(world)) world.people.word[i] &= ~eventBit
    die(world, nowOf(year, { graveIllness: 0 }), chances('mortality', year))
    expect(brokenLinks(world)).toEqual([])
    const { word, partner } = world.people
    const widowed = couples.filter(([i, other]) => (word[i] & aliveBit) !== 0 && (word[other] & aliveBit) === 0)
    expect(widowed.length).toBeGreaterThan(10)
    for (const [i] of widowed) expect([partner[i], (word[i] & eventBit) !== 0]).toEqual([-1, true])
    // A household in which a parent, a child or anybody else has died thinks anew, and children elsewhere; no other does.
    const { household } = world.people
    const mourning = new Set(before.filter(i => (word[i] & aliveBit) === 0).map(i => household[i]))
    const told = new Set(living(world).filter(i => (word[i] & eventBit) !== 0).map(i => household[i]))
    const left = new Set(living(world).map(i => household[i]))
    for (const h of mourning) if (left.has(h)) expect(told.has(h)).toBe(true)
    const { mother, father } = world.people
    const died = new Set(before.filter(i => (word[i] & aliveBit) === 0))
    const orphans = living(world).filter(i => died.has(mother[i]) || died.has(father[i]))
    const besides = new Set([...widowed.map(([i]) => i), ...orphans].map(i => household[i]))
    for (const h of told) expect(mourning.has(h) || besides.has(h)).toBe(true)
  })

  describe('hands on the land of a household that ends', () => {
    /** An old couple of the oldest age, who die for sure, and their children by where each keeps house and where that household is from. */
    const inherited = (children: { home: number; origin: number; sex?: number }[], { survivor = false } = {}) => {
      const world = tinyWorld()
      const theirs = household(world, village)
      const father = person(world, theirs, { age: oldestAge })
      const mother = person(world, theirs, { age: survivor ? 70 : oldestAge, sex: 1, partner: father })
      const its = children.map(({ home, origin, sex }) => {
        const h = household(world, home, origin)
        world.households.land[h] = 1
        person(world, h, { age: 45, mother, father, sex })
        return h
      })
      die(world, tinyNow(year, { mortalityFactor: 0 }), chances('mortality', year))
      const { land } = world.households
      return { children: its.map(h => land[h]), left: land[theirs] }
    }
    const here = { home: village, origin: village }
    const away = { home: city, origin: village }
    const elsewhere = { home: otherVillage, origin: otherVillage, sex: 1 }

    test('to the child who keeps house in the village, once though both parents die', () => {
      expect(inherited([here])).toEqual({ children: [1 + 8], left: 0 })
    })
    test('to children alike wherever they live, if their household is of the village', () => {
      expect(inherited([here, away, elsewhere, away, away])).toEqual({ children: [3, 3, 1, 3, 3], left: 0 })
    })
    test('to nobody of another village', () => {
      expect(inherited([elsewhere])).toEqual({ children: [1], left: 8 })
    })
    test('not while somebody of it lives', () => {
      expect(inherited([here], { survivor: true })).toEqual({ children: [1], left: 8 })
    })
  })
})
