/** Fertility: the extremes, the numbers, and what a child is born with. */
import { describe, expect, test } from 'vitest'
import { ageGroups } from '../../../sim/data.ts'
import { run } from '../../../sim/index.ts'
import { fertilityByCounty } from '../../../sim/populate/fertility-by-county.ts'
import { giveBirth } from '../../../sim/processes/give-birth.ts'
import { birthRates } from '../../../sim/processes/rates.ts'
import { areaOf } from '../../../sim/places.ts'
import { childrenShift, female } from '../../../sim/codes/person-word.ts'
import type { World } from '../../../sim/world.ts'
import type { Parameters } from '../../../sim/parameters.ts'
import { after, ageOf, brokenLinks, censusDay, chances, idOf, living, nation, nowOf, scenarioOf, sexOf, total, valueOf } from '../../helpers/nation.ts'
import { dataOf, scenarioAt } from '../../helpers/stages.ts'

const year = 2011
const childrenOf = ({ people }: World, i: number) => (people.word[i] >>> childrenShift) & 15

function births(world: World, changes: Partial<Parameters> = {}, at = year) {
  const before = world.people.count
  const isMother = (i: number) => sexOf(world, i) === female && ageOf(world, i) >= 15 && ageOf(world, i) <= 49
  const women = living(world).filter(isMother)
  const parity = new Map(women.map(i => [i, childrenOf(world, i)]))
  giveBirth(world, nowOf(at, changes), chances('fertility', at))
  const babies = Array.from({ length: world.people.count - before }, (_, n) => before + n)
  return { world, babies, women, parity, mothers: babies.map(i => world.people.mother[i]) }
}

describe('fertility', () => {
  test('nobody is born when rates are zero', () => {
    const { world, babies } = births(censusDay(), { fertilityFactor: 0 })
    expect(babies).toEqual([])
    expect(world.tally.births).toBe(0)
  })

  test('nobody is born where nobody has a partner', () => {
    const world = censusDay()
    world.people.partner.fill(-1)
    expect(births(world).babies).toEqual([])
  })

  test.each([0.5, 1, 1.5])('births at %d times the rates are rates × women, within three standard errors', fertilityFactor => {
    const { world, babies, women } = births(censusDay(10_000), { fertilityFactor })
    const rates = birthRates(nation, year, 'medium', fertilityFactor)
    const expected = total(women.map(i => rates[ageOf(world, i)]))
    expect(world.tally.births).toBe(babies.length)
    expect(expected).toBeGreaterThan(500)
    expect(Math.abs(babies.length - expected)).toBeLessThan(3 * Math.sqrt(expected))
  })

  test('births stay those of the rates when the world has changed for five years', () => {
    const world = after(2015, 10_000)
    const { babies, women } = births(world, {}, 2016)
    const rates = birthRates(nation, 2016, 'medium', 1)
    const expected = total(women.map(i => rates[ageOf(world, i)]))
    expect(Math.abs(babies.length - expected)).toBeLessThan(3 * Math.sqrt(expected))
  })

  test('couples without a child have one sooner, and births stay as many', () => {
    const firstShare = (fertilityFirst: number) => {
      const { mothers, parity } = births(censusDay(20_000), { fertilityFirst })
      return { first: mothers.filter(i => parity.get(i) === 0).length / mothers.length, all: mothers.length }
    }
    const [alike, sooner] = [1, 5].map(firstShare)
    expect(sooner.first).toBeGreaterThan(alike.first + 0.1)
    expect(Math.abs(sooner.all / alike.all - 1)).toBeLessThan(0.1)
  })

  test('areas come nearer: of the logarithm of their difference half is left in 2020, and later', () => {
    const factor = (at: number, fertilityConverges: number) => {
      const { mothers, women, world } = births(censusDay(10_000), { fertilityConverges, fertilityAdaptation: 1 }, at)
      // Of women who live where they are registered, so that no other area counts.
      const share = (inVillage: boolean, of: number[]) =>
        of.filter(i => (world.people.place[i] < world.places.villages) === inVillage && world.people.registered[i] === world.people.place[i] && world.people.partner[i] >= 0).length
      return (share(true, mothers) / share(true, women)) / (share(false, mothers) / share(false, women))
    }
    const [asItWas, in2020, in2030] = [factor(2020, 0), factor(2020, 0.5), factor(2030, 0.5)]
    expect(in2020).toBeLessThan(asItWas * 0.9)
    expect(in2020).toBeGreaterThan(Math.sqrt(asItWas) * 0.85)
    expect(Math.abs(in2030 / in2020 - 1)).toBeLessThan(0.1)
    expect(factor(2010, 1)).toBe(factor(2010, 0))
  })

  test('a mother is a woman of 15 to 49 with a partner, and has one child more', () => {
    const { world, mothers, parity } = births(censusDay(20_000))
    expect(new Set(mothers).size).toBe(mothers.length)
    for (const mother of mothers) {
      expect(parity.has(mother)).toBe(true)
      expect(world.people.partner[mother]).toBeGreaterThanOrEqual(0)
      expect(childrenOf(world, mother)).toBe(parity.get(mother)! + 1)
    }
  })

  test('a child is a newborn of its mother’s household and registration, and lives with her or at home', () => {
    const { world, babies, mothers } = births(censusDay(20_000))
    const { people, households } = world
    expect(brokenLinks(world)).toEqual([])
    babies.forEach((baby, n) => {
      const mother = mothers[n]
      expect(ageOf(world, baby)).toBe(0)
      expect(people.household[baby]).toBe(people.household[mother])
      expect(people.registered[baby]).toBe(people.registered[mother])
      expect(people.father[baby]).toBe(people.partner[mother])
      expect([people.place[mother], households.home[people.household[mother]]]).toContain(people.place[baby])
    })
  })

  test('grandparents at home raise no baby when babies stay with their mothers', () => {
    const { world, babies, mothers } = births(censusDay(20_000), { babyStaysHome: 0 })
    babies.forEach((baby, n) => expect(world.people.place[baby]).toBe(world.people.place[mothers[n]]))
  })

  test('boys and girls are born in the proportion of the data, within three standard errors', () => {
    const { world, babies } = births(censusDay(10_000), { fertilityFactor: 3 })
    const boysPerGirl = nation.fertility.boysPerGirl[nation.fertility.tfrYear.indexOf(year)]
    const girls = 1 / (1 + boysPerGirl)
    const share = babies.filter(i => sexOf(world, i) === female).length / babies.length
    expect(babies.length).toBeGreaterThan(3000)
    expect(Math.abs(share - girls)).toBeLessThan(3 * Math.sqrt(girls * (1 - girls) / babies.length))
  })

  test('nobody has a third child when no births follow the second', () => {
    const { mothers, parity } = births(censusDay(20_000), { fertilityAfterSecond: 0 })
    expect(mothers.length).toBeGreaterThan(100)
    for (const mother of mothers) expect(parity.get(mother)).toBeLessThan(2)
  })

  test('a woman in a village has more children than one in a city, as the ratio of the areas says', () => {
    // Births per partnered woman of 20–34 who lives where she is registered, by area; a large difference so that it shows.
    const changes = { fertilityVillage: 3, fertilityTown: 2, fertilityCity: 1, fertilityAfterSecond: 1 }
    const { world, mothers, women } = births(censusDay(10_000), changes)
    const { place, registered, partner } = world.people
    const isOne = (i: number) => place[i] === registered[i] && partner[i] >= 0 && ageOf(world, i) >= 20 && ageOf(world, i) < 35
    const rate = (area: number) => {
      const here = (i: number) => isOne(i) && areaOf(world.places, place[i]) === area
      const born = mothers.filter(here).length
      return { rate: born / women.filter(here).length, error: 1 / Math.sqrt(born) }
    }
    const [inVillages, , inCities] = [0, 1, 2].map(rate)
    const ratio = inVillages.rate / inCities.rate
    // Ages within the band differ a little between areas; a tenth is left for that.
    expect(Math.abs(Math.log(ratio / 3))).toBeLessThan(0.1 + 2 * Math.hypot(inVillages.error, inCities.error))
  })

  test('cash for children adds births, most where there is least to live on, and takes none away', () => {
    const world = () => {
      const start = after(2012, 20_000)
      // Every other household lives on a tenth of what the others have.
      for (let h = 0; h < start.households.count; h++) start.households.income[h] = h % 2 === 0 ? 4000 : 40_000
      return start
    }
    const [none, some] = [0, 3000].map(familySupport => births(world(), { familySupport, familyResponse: 1 }, 2013))
    const kept = new Set(some.mothers)
    for (const mother of none.mothers) expect(kept.has(mother)).toBe(true)
    const of = ({ mothers, world: { people } }: typeof none, poor: boolean) => mothers.filter(i => (people.household[i] % 2 === 0) === poor).length
    expect(of(some, true) / of(none, true)).toBeGreaterThan(1.2)
    expect(of(some, true) / of(none, true)).toBeGreaterThan(of(some, false) / of(none, false))
  })

  test('ids of children are new, and theirs alone', () => {
    const world = after(2015)
    const ids = new Set(living(world).map(i => idOf(world, i)))
    expect(ids.size).toBe(living(world).length)
    const { babies } = births(world, { fertilityFactor: 1.5 }, 2016)
    for (const baby of babies) expect(ids.has(idOf(world, baby))).toBe(false)
    expect(new Set(babies.map(i => idOf(world, i))).size).toBe(babies.length)
  })
})

describe('fertility by county', () => {
  const { counties } = nation
  const parameters = nowOf(year).parameters
  const factors = fertilityByCounty(nation, parameters)
  const women = counties.ageSex.map(its => total(its.slice(ageGroups + 3, ageGroups + 10)))

  test('lies within its range, and is about one on average', () => {
    for (const factor of factors) expect(factor >= 0.5 && factor <= 2).toBe(true)
    expect(Math.abs(total(factors.map((factor, c) => factor * counties.residents[c])) / total(counties.residents) - 1)).toBeLessThan(0.05)
  })

  test('is higher where more children were counted to a woman, in a county as in a province', () => {
    const twice = counties.ageSex[0].map((number, at) => (at % ageGroups === 0 ? number * 2 : number))
    const more = { ...nation, counties: { ...counties, ageSex: counties.ageSex.with(0, twice) } }
    expect(fertilityByCounty(more, parameters)[0]).toBeGreaterThan(factors[0] * 1.5)
    const one = counties.code.indexOf(510121)
    const inProvince = counties.province.flatMap((q, c) => (q === counties.province[one] ? [c] : []))
    // It is more rural, and more of its mothers are away, than its children tell.
    expect(factors[one]).toBeLessThan(total(inProvince.map(c => factors[c] * women[c])) / total(inProvince.map(c => women[c])))
  })

  test('of a county without people is that of its province', () => {
    const nobody = { residents: counties.residents.with(0, 0), registered: counties.registered.with(0, 0), ageSex: counties.ageSex.with(0, counties.ageSex[0].map(() => 0)) }
    const empty = { ...nation, counties: { ...counties, ...nobody } }
    const of = fertilityByCounty(empty, parameters)
    expect(Number.isFinite(of[0])).toBe(true)
    expect(of[0]).toBeGreaterThan(0.5)
  })
})

test('a county’s births go on from its children of the census', () => {
  const stage = 'county:510121'
  const records = [...run(scenarioAt(stage, { scale: 10, years: [2010, 2012] }), dataOf(stage))]
  const c = nation.counties.code.indexOf(510121)
  const counted = (nation.counties.ageSex[c][0] + nation.counties.ageSex[c][ageGroups]) / 5 / nation.counties.residents[c] * 1000
  const all = nation.counties.ageSex.map(its => its[0] + its[ageGroups])
  // The UN has more births than the census counted children: everywhere as many more.
  const [, record] = run(scenarioOf({ scale: 20_000, years: [2010, 2011] }), nation, censusDay(20_000))
  const undercount = valueOf(record, 'birthRate') / ((total(all) / 5 / total(nation.counties.residents)) * 1000)
  expect(Math.abs(valueOf(records[1], 'birthRate') / (counted * undercount) - 1)).toBeLessThan(0.25)
})
