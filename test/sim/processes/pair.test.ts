/** Partnership: who finds whom, who never may, and which households come of it. */
import { describe, expect, test } from 'vitest'
import { run } from '../../../sim/index.ts'
import { pair } from '../../../sim/processes/pair.ts'
import { female, male } from '../../../sim/codes/person-word.ts'
import { activity, copyWorld, type World } from '../../../sim/world.ts'
import { after, ageOf, brokenLinks, censusDay, chances, idOf, living, nation, nowOf, scenarioOf, sexOf, total } from '../../helpers/nation.ts'
import { city, counted, household, otherVillage, person, tinyNow, tinyWorld, town, village, type Someone } from '../../helpers/tiny-world.ts'

const year = 2011
/** Every woman looks, and nobody leaves home. */
const eager = { marriageHazard: 1000, neolocalRural: 0, neolocalUrban: 0, fission: 0 }

/** A list of one person, where loops reach it. */
function inMemory({ memory }: World, i: number): Int32Array {
  const list = memory.column(Int32Array, 1)
  list[0] = i
  return list
}

function couples(world: World): [number, number][] {
  return living(world).filter(i => world.people.partner[i] > i).map(i => [i, world.people.partner[i]])
}

/** Marries in a world that was counted. @returns the couples that are new */
function married(world: World, changes = {}, at = year): [number, number][] {
  const before = new Set(couples(world).map(([a]) => a))
  pair(world, nowOf(at, changes), chances('partnership', at))
  return couples(world).filter(([a]) => !before.has(a))
}

describe('partnership', () => {
  test('nobody marries when nobody looks', () => {
    const world = censusDay()
    expect(married(world, { marriageHazard: 0 })).toEqual([])
    expect(world.tally.marriages).toBe(0)
  })

  test('partners are each other’s only partner, alive, of the other sex and grown up', () => {
    const world = censusDay(20_000)
    const found = married(world, eager)
    expect(found.length).toBeGreaterThan(500)
    expect(world.tally.marriages).toBe(found.length)
    expect(brokenLinks(world)).toEqual([])
    for (const couple of couples(world)) expect(couple.map(i => sexOf(world, i)).sort()).toEqual([male, female])
    for (const couple of found) for (const i of couple) expect(ageOf(world, i)).toBeGreaterThanOrEqual(18)
    expect(new Set(couples(world).flat()).size).toBe(2 * couples(world).length)
  })

  test('who has a partner keeps it', () => {
    const world = censusDay()
    const before = world.people.partner.slice(0, world.people.count)
    married(world, eager)
    before.forEach((partner, i) => { if (partner >= 0) expect(world.people.partner[i]).toBe(partner) })
  })

  test.each([1, 2])('partners keep house together, with her young children, after year %i', years => {
    const world = after(2010)
    for (let n = 0; n < years; n++) {
      for (const [a, b] of married(world, {}, year + n)) expect(world.people.household[a]).toBe(world.people.household[b])
    }
    const widow = tinyWorld()
    const his = household(widow, village)
    const man = person(widow, his, { age: 34 })
    const hers = household(widow, village)
    const woman = person(widow, hers, { age: 32, sex: female })
    const [small, grown] = [5, 17].map(age => person(widow, hers, { age, mother: woman }))
    pair(counted(widow), tinyNow(year, eager), chances('partnership', year))
    const { people } = widow
    expect(people.partner[woman]).toBe(man)
    expect([man, woman, small, grown].map(i => people.household[i])).toEqual([his, his, his, hers])
    expect(brokenLinks(widow)).toEqual([])
  })

  const kin: [string, (world: World) => void][] = [
    ['brother and sister', world => {
      const h = household(world, village)
      const mother = person(world, h, { age: 55, sex: female })
      const father = person(world, h, { age: 57, partner: mother })
      person(world, h, { age: 24, sex: female, mother, father })
      person(world, h, { age: 26, mother, father })
    }],
    ['brother and sister of whom only the father is known', world => {
      const h = household(world, village)
      const father = person(world, h, { age: 75 })
      person(world, h, { age: 24, sex: female, father })
      person(world, h, { age: 26, father })
    }],
    ['half-brother and half-sister of one father', world => {
      const h = household(world, village)
      const father = person(world, h, { age: 75 })
      const [first, second] = [70, 60].map(age => person(world, h, { age, sex: female }))
      person(world, h, { age: 24, sex: female, mother: second, father })
      person(world, h, { age: 26, mother: first, father })
    }],
    ['a young father and his daughter', world => {
      const h = household(world, village)
      const father = person(world, h, { age: 38 })
      person(world, h, { age: 20, sex: female, father })
    }],
    ['a mother and her son', world => {
      const h = household(world, village)
      const mother = person(world, h, { age: 38, sex: female })
      person(world, h, { age: 20, mother })
    }],
  ]
  test.each(kin)('%s never marry, though there is nobody else', (_, make) => {
    // Ages so near that only kinship can stand between them.
    const world = tinyWorld()
    make(world)
    const before = couples(world).length
    pair(counted(world), tinyNow(year, eager), chances('partnership', year))
    expect(couples(world).length).toBe(before)
  })

  test('nobody marries a brother, sister, parent or child in twelve years, by whatever was ever known of them', () => {
    const scenario = scenarioOf({ scale: 50_000, years: [2010, 2022] })
    const world = censusDay(50_000)
    const parents = new Map<string, [string, string]>()
    const unknown = ''
    const wrong: string[] = []
    let marriages = 0
    const known = new Set<string>()
    for (const { year } of run(scenario, nation, world)) {
      const { mother, father } = world.people
      for (const i of living(world)) {
        const before = parents.get(idOf(world, i)) ?? [unknown, unknown]
        parents.set(idOf(world, i), [
          mother[i] < 0 ? before[0] : idOf(world, mother[i]), father[i] < 0 ? before[1] : idOf(world, father[i]),
        ])
      }
      for (const couple of couples(world)) {
        const [a, b] = couple.map(i => idOf(world, i))
        const name = [a, b].sort().join(' & ')
        if (known.has(name)) continue
        known.add(name)
        if (year === 2010) continue
        marriages++
        const [ofA, ofB] = [parents.get(a)!, parents.get(b)!]
        if (ofA.includes(b) || ofB.includes(a)) wrong.push(`${year}: parent and child, ${couple.map(i => ageOf(world, i))}`)
        if (ofA.some(parent => parent !== unknown && ofB.includes(parent))) wrong.push(`${year}: siblings, ${couple.map(i => ageOf(world, i))}`)
      }
    }
    expect(marriages).toBeGreaterThan(1000)
    expect(wrong).toEqual([])
  })

  test('households that split share their land, and none is lost', () => {
    const world = censusDay(20_000)
    const land = () => total(world.households.land.subarray(0, world.households.count))
    const before = land()
    const households = world.households.count
    married(world, { marriageHazard: 0.5, neolocalRural: 1, neolocalUrban: 1, fission: 1 })
    expect(world.households.count).toBeGreaterThan(households + 100)
    expect(Math.abs(land() / before - 1)).toBeLessThan(1e-6)
    expect(brokenLinks(world)).toEqual([])
  })

  test('a couple at work in the same town keeps house there with a child, not without one or while it is at home in the village', () => {
    for (const [childAt, home] of [[town, town], [village, village]]) {
      const world = tinyWorld()
      const h = household(world, village)
      const parent = person(world, h, { age: 60 })
      const wife = person(world, h, { age: 30, sex: female, place: town })
      const man = person(world, h, { age: 32, place: town, partner: wife })
      const child = person(world, h, { age: 6, place: childAt, mother: wife, father: man })
      pair(counted(world), tinyNow(year, { fission: 1 }), chances('partnership', year))
      const { people, households } = world
      expect(new Set([wife, man, child].map(i => people.household[i])).size).toBe(1)
      expect(households.home[people.household[wife]]).toBe(home)
      expect(households.origin[people.household[wife]]).toBe(village)
      expect(households.home[people.household[parent]]).toBe(village)
      expect(total(households.land.subarray(0, households.count))).toBeCloseTo(8)
      expect(brokenLinks(world)).toEqual([])
    }
    const world = tinyWorld()
    const h = household(world, village)
    const wife = person(world, h, { age: 30, sex: female, place: town })
    person(world, h, { age: 32, place: town, partner: wife })
    person(world, h, { age: 60 })
    pair(counted(world), tinyNow(year, { fission: 1 }), chances('partnership', year))
    expect(world.people.household[wife]).toBe(h)
  })

  test('no household splits when nobody leaves, but where a brother or sister keeps house with a partner', () => {
    const world = censusDay()
    const { people, households } = world
    const before = households.count
    const found = married(world, { neolocalRural: 0, neolocalUrban: 0, fission: 0, singlesLeave: 0 })
    const split = found.filter(([, b]) => people.household[b] >= before)
    expect(split.length).toBe(households.count - before)
    expect(split.length).toBeLessThan(0.2 * found.length)
  })

  test('a couple lives where he does, away from his home too; a wife from a village is registered with him, one from a town is not', () => {
    for (const [hers, registeredAt] of [[otherVillage, village], [town, town]]) {
      const world = tinyWorld()
      const man = person(world, household(world, village), { age: 30, place: city })
      const wife = person(world, household(world, hers), { age: 28, sex: female, registered: hers })
      const child = person(world, world.people.household[wife], { age: 4, mother: wife })
      pair(counted(world), tinyNow(year, eager), chances('partnership', year))
      const { people } = world
      // Neither lives where the other does, so they look among those registered where they are: here they are put together by hand.
      if (people.partner[man] !== wife) world.memory.loops.marry(people, world.households, inMemory(world, wife), inMemory(world, man), 1, world.places.villages)
      expect(people.partner[man]).toBe(wife)
      expect([man, wife, child].map(i => people.place[i])).toEqual([city, city, city])
      expect(people.registered[wife]).toBe(registeredAt)
      expect(brokenLinks(world)).toEqual([])
    }
  })

  test('nobody marries at school', () => {
    const weddings = (does: number) => {
      const world = tinyWorld()
      person(world, household(world, town), { age: 22, does })
      person(world, household(world, town), { age: 20, sex: female, does })
      pair(counted(world), tinyNow(year, eager), chances('partnership', year))
      return couples(world).length
    }
    expect([activity.offFarm, activity.pupil].map(weddings)).toEqual([1, 0])
  })

  test('grown children in town who have work leave their parents alone; others, villagers, parents and the married stay', () => {
    const leaves = (home: number, someone: Partial<Someone> = {}, withChild = false) => {
      const world = tinyWorld()
      const h = household(world, home)
      const mother = person(world, h, { age: 55, sex: female })
      const grown = person(world, h, { age: 30, does: activity.offFarm, mother, ...someone })
      if (withChild) person(world, h, { age: 3, father: grown })
      const alone = (singlesLeave: number) => {
        const copy = copyWorld(counted(world))
        pair(copy, tinyNow(year, { ...eager, marriageHazard: 0, singlesLeave }), chances('partnership', year))
        expect(brokenLinks(copy)).toEqual([])
        const its = copy.people.household[grown]
        return its !== h && copy.people.household[mother] === h && copy.households.home[its] === home && copy.households.land[its] === 0
      }
      expect(alone(0)).toBe(false)
      return alone(1)
    }
    expect(leaves(town)).toBe(true)
    expect([
      leaves(village), leaves(town, { does: activity.atHome }), leaves(town, { age: 20 }), leaves(town, { place: city }), leaves(town, {}, true),
    ]).toEqual([false, false, false, false, false])
  })

  /** A couple that would stay with his mother; where a brother keeps house there too, if he has a partner. */
  function marriedBeside(brotherMarried: boolean): { world: World; home: number; man: number; wife: number } {
    const world = tinyWorld()
    const home = household(world, village)
    const mother = person(world, home, { age: 60, sex: female })
    const brother = person(world, home, { age: 45, mother })
    if (brotherMarried) {
      const his = person(world, home, { age: 44, sex: female })
      ;[world.people.partner[brother], world.people.partner[his]] = [his, brother]
    }
    const man = person(world, home, { age: 30, mother })
    const wife = person(world, household(world, village), { age: 28, sex: female })
    pair(counted(world), tinyNow(year, eager), chances('partnership', year))
    expect(world.people.partner[wife]).toBe(man)
    return { world, home, man, wife }
  }

  test('one married child stays with the parents: a second couple founds a household of its own', () => {
    const alone = marriedBeside(false)
    expect(alone.world.people.household[alone.man]).toBe(alone.home)
    const { world: { people }, home, man, wife } = marriedBeside(true)
    expect(people.household[man]).not.toBe(home)
    expect(people.household[wife]).toBe(people.household[man])
  })
})
