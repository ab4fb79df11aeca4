/** Allocation: who pays for services, where the money goes, and that it is the same money. */
import { describe, expect, test } from 'vitest'
import { forEachService, services, spendingShare } from '../../../sim/services.ts'
import type { Parameters } from '../../../sim/parameters.ts'
import { centre, levelOfGovernment } from '../../../sim/world.ts'
import { serve } from '../../../sim/processes/serve.ts'
import { taxAndTransfer } from '../../../sim/processes/tax-and-transfer.ts'
import { work } from '../../../sim/processes/work.ts'
import type { World } from '../../../sim/world.ts'
import { run, type PolicyInForce } from '../../../sim/index.ts'
import { city, counted, household, person, tinyNow, tinyWorld, village } from '../../helpers/tiny-world.ts'
import { after, censusDay, chances, nation, nowOf, scenarioOf, total, valueOf } from '../../helpers/nation.ts'

const year = 2012
const width = services.length

/** A year's budget and services; work has followed the same parameters. */
function served(parameters: Partial<Parameters> = {}): World {
  const world = after(2011)
  const now = nowOf(year, parameters)
  work(world, now, chances('work', year))
  taxAndTransfer(world, now)
  serve(world, now)
  return world
}

const usual = served()

/** Money for a service over places that match. */
function money({ places }: World, matches: (j: number) => boolean, k?: number): number {
  let sum = 0
  places.spending.forEach((yuan, at) => {
    if ((k === undefined || at % width === k) && matches(Math.floor(at / width))) sum += yuan
  })
  return sum
}

/** All that is spent on services and all else. */
const spent = ({ places, governments }: World) => total(places.spending) + total(governments.administration)

/** Counties as their town or city, with what the town or city puts out per resident of the county, poorest first. */
function counties({ places }: World): { town: number; base: number }[] {
  const residents = new Float64Array(places.count)
  for (let j = 0; j < places.count; j++) residents[places.town[j]] += places.residents[j]
  const output = (j: number) => places.wage[j * 2] * places.labour[j * 2] + places.wage[j * 2 + 1] * places.labour[j * 2 + 1]
  return Array.from({ length: places.count - places.villages }, (_, n) => places.villages + n)
    .filter(town => residents[town] > 0).map(town => ({ town, base: output(town) / residents[town] })).toSorted((a, b) => a.base - b.base)
}

/** Change of the money for a service in the poorest and in the richest quarter of counties. */
function changeOf(world: World, k: number): [poor: number, rich: number] {
  const sorted = counties(usual)
  const quarter = Math.floor(sorted.length / 4)
  return [sorted.slice(0, quarter), sorted.slice(-quarter)].map(some => {
    const towns = new Set(some.map(({ town }) => town))
    const its = (j: number) => towns.has(usual.places.town[j])
    return money(world, its, k) / money(usual, its, k) - 1
  }) as [number, number]
}

const only = (service: (typeof services)[number], value: number, others: number) => ({ ...forEachService(others), [service]: value })

describe('the pooling of revenue', () => {
  test('takes from towns that collect much and gives to villages; the total stays', () => {
    const rural = [1, 0.5, 0].map(keptLocally => money(served({ keptLocally }), j => j < usual.places.villages))
    expect(rural[0]).toBeLessThan(rural[1])
    expect(rural[1]).toBeLessThan(rural[2])
    for (const keptLocally of [0, 1]) {
      expect(spent(served({ keptLocally })) / spent(usual)).toBeCloseTo(1, 12)
    }
  })

  test('leaves no money of counties when everything is pooled', () => {
    const { governments: g } = served({ keptLocally: 0 })
    for (let at = levelOfGovernment.county; at < g.byLevel.length; at += 3) expect(g.byLevel[at]).toBe(0)
  })
})

describe('a floor', () => {
  const floors = (share: number) => served({ floor: forEachService(share) })

  test('changes nothing where everybody is above it', () => {
    expect(Array.from(floors(0.01).places.spending)).toEqual(Array.from(usual.places.spending))
  })

  test('lifts the poorest places, and nobody is below it while money lasts', () => {
    const floored = floors(0.6)
    let lifted = 0
    for (let k = 0; k < width; k++) {
      const before = after(2011).places
      let reached = 0
      let users = 0
      for (let j = 0; j < before.count; j++) {
        reached += before.level[j * width + k] * before.users[j * width + k]
        users += before.users[j * width + k]
      }
      const floor = (0.6 * reached) / users
      // A province has no money left for others where some are below the floor nevertheless.
      const short = new Set<number>()
      const served = (j: number) => floored.places.users[j * width + k] > 0 && floored.places.spending[j * width + k] > 0
      for (let j = 0; j < before.count; j++) {
        if (served(j) && floored.places.level[j * width + k] < floor * (1 - 1e-9)) short.add(before.province[j])
      }
      expect(short.size, `provinces short of money for ${services[k]}`).toBeLessThan(16)
      for (let j = 0; j < before.count; j++) {
        const at = j * width + k
        if (!served(j) || short.has(before.province[j])) continue
        expect(floored.places.level[at]).toBeGreaterThanOrEqual(floor * (1 - 1e-9))
        if (usual.places.level[at] < floor) lifted++
        // Who stands above the floor pays for the others, and not below the floor.
        else expect(floored.places.level[at]).toBeLessThanOrEqual(usual.places.level[at] * (1 + 1e-9))
      }
    }
    expect(lifted).toBeGreaterThan(10)
  })

  test('is paid from the same money, to the last yuan', () => {
    for (const share of [0.3, 0.6, 1]) {
      const { places, governments: g } = floors(share)
      expect(total(places.spending) / total(usual.places.spending)).toBeCloseTo(1, 12)
      expect(total(g.administration) / total(usual.governments.administration)).toBeCloseTo(1, 12)
    }
  })

  test('that no province can pay gives each place below it the same part of what it lacks', () => {
    const world = floors(50)
    const k = 1
    const missing = (j: number) => world.places.level[j * width + k] / 50
    expect(money(world, () => true, k) / money(usual, () => true, k)).toBeCloseTo(1, 12)
    expect(Math.max(...Array.from({ length: world.places.count }, (_, j) => missing(j)))).toBeLessThan(1)
  })

  test('for one service leaves the money for the others alone', () => {
    const world = served({ floor: only('health', 0.8, 0) })
    for (let k = 0; k < width; k++) {
      const same = world.places.spending.every((yuan, at) => at % width !== k || yuan === usual.places.spending[at])
      expect(same).toBe(services[k] !== 'health')
    }
  })
})

describe('supervision', () => {
  test('raises quality per yuan, though it costs money', () => {
    const { places } = usual
    const closer = served({ supervision: 0.8 })
    expect(total(closer.places.spending)).toBeLessThan(total(places.spending))
    expect(total(closer.governments.administration)).toBeGreaterThan(total(usual.governments.administration))
    const perYuan = (world: World) => {
      let level = 0
      world.places.level.forEach((value, at) => { level += value * world.places.users[at] })
      return level / total(world.places.spending)
    }
    expect(perYuan(closer)).toBeGreaterThan(perYuan(usual))
    expect(total(closer.places.level)).toBeGreaterThan(total(places.level))
  })

  test('costs its share of all money for services, whoever pays it', () => {
    const earmarked = { mixRebates: 0, mixEqualization: 0, mixEarmarked: 1 }
    const central = { centralDuty: forEachService(0.5) }
    for (const changes of [{}, earmarked, central]) {
      const [without, closer] = [{}, { supervision: 1 }].map(more => served({ ...changes, ...more }))
      const { supervisionCost, supervision } = nowOf(year).parameters
      const saved = 1 - total(closer.places.spending) / total(without.places.spending)
      // What the centre pays on top follows what the others pay, which is less.
      if (!('centralDuty' in changes)) expect(saved).toBeCloseTo(supervisionCost * (1 - supervision), 6)
      else expect(saved).toBeGreaterThan(supervisionCost * (1 - supervision))
    }
  })

  test('is not worth it when it costs more than it saves', () => {
    expect(total(served({ supervision: 1, supervisionCost: 0.3, leak: 0.02 }).places.level))
      .toBeLessThan(total(served({ leak: 0.02 }).places.level))
  })

  test('that is given up saves what it cost', () => {
    expect(total(served({ supervision: 0 }).places.spending)).toBeGreaterThan(total(usual.places.spending))
  })
})

describe('responsibility', () => {
  test('of the centre takes the burden off poor counties: money per user is alike everywhere, so they gain most', () => {
    const world = served({ centralDuty: only('schooling', 0.5, 0) })
    const [poor, rich] = changeOf(world, 0)
    expect(poor).toBeGreaterThan(rich)
    expect(rich).toBeGreaterThan(0)
    const direct = total(world.governments.direct)
    expect(direct / (0.5 * money(usual, () => true, 0))).toBeCloseTo(1, 12)
    expect(world.governments.central[centre.borrowed] - usual.governments.central[centre.borrowed]).toBeCloseTo(direct, -3)
    for (let k = 1; k < width; k++) expect(changeOf(world, k)).toEqual([0, 0])
  })

  test('of counties lets poor counties fall behind; that of the province brings them up; the total stays', () => {
    const [poorer, richer] = changeOf(served({ countyDuty: only('health', 1, 0.5) }), 1)
    expect(poorer).toBeLessThan(0)
    expect(richer).toBeGreaterThan(poorer)
    const [up, down] = changeOf(served({ countyDuty: only('health', 0, 0.5) }), 1)
    expect(up).toBeGreaterThan(0)
    expect(down).toBeLessThan(up)
    for (const duty of [0, 0.2, 0.8, 1]) {
      const world = served({ countyDuty: forEachService(duty) })
      expect(spent(world) / spent(usual)).toBeCloseTo(1, 12)
    }
  })

  test('of counties is their money, of the province its own', () => {
    const share = (duty: number, level: number) => {
      const { byLevel } = served({ countyDuty: forEachService(duty) }).governments
      return total(byLevel.filter((_, at) => at % 3 === level)) / total(byLevel)
    }
    const { county, province } = levelOfGovernment
    expect(share(0, county)).toBe(0)
    expect(share(1, province)).toBeLessThan(0.001)
    expect(share(1, county)).toBeGreaterThan(share(0.5, county))
  })
})

describe('cash and services', () => {
  test('differ: assistance reaches households and leaves places less', () => {
    const world = served({ assistancePaid: 3000 })
    const rural = ({ ledger }: World) => total(ledger.income.filter((_, at) => at % 2 === 1))
    expect(rural(world)).toBeGreaterThan(rural(usual))
    expect(total(world.places.spending)).toBeLessThan(total(usual.places.spending))
    expect(total(world.governments.cash)).toBeGreaterThan(total(usual.governments.cash))
  })

  test('differ: the pension of a villager goes along to the city, a seat in school does not', () => {
    const world = tinyWorld()
    const family = household(world, city, village)
    const elder = person(world, family, { age: 70, place: city, registered: village, villager: true })
    person(world, family, { age: 10, place: city, registered: village, villager: true })
    counted(world)
    expect(world.places.users[city * width]).toBeLessThan(1)
    expect(world.places.users[village * width]).toBe(0)
    work(world, tinyNow(2012, { ruralPension: 100 }), chances('work', 2012))
    const without = tinyWorld()
    const alike = household(without, city, village)
    person(without, alike, { age: 70, place: city, registered: village, villager: true })
    person(without, alike, { age: 10, place: city, registered: village, villager: true })
    counted(without)
    work(without, tinyNow(2012, { ruralPension: 0 }), chances('work', 2012))
    expect(world.households.income[family] - without.households.income[alike]).toBeGreaterThan(0)
    expect(world.people.place[elder]).toBe(city)
  })

  test('debt is what was borrowed since the first year', () => {
    const world = after(2011)
    const before = world.governments.debt[0]
    world.governments.programmes[0] = 1e13
    taxAndTransfer(world, nowOf(year))
    expect(world.governments.borrowed[0]).toBeGreaterThan(0)
    expect(world.governments.debt[0]).toBe(before + world.governments.borrowed[0])
    const { central } = world.governments
    const owed = central[centre.debt]
    taxAndTransfer(world, nowOf(year))
    expect(central[centre.debt]).toBe(owed + central[centre.borrowed])
  })
})

test('a policy in force from the first year on acts on services as much as one from the second on', () => {
  const ratio = (policies: PolicyInForce[]) => {
    const records = [...run(scenarioOf({ years: [2010, 2012], policies }), nation, censusDay())]
    return valueOf(records[2], 'serviceRatio')
  }
  const tilt = (from: number) => ratio([{ id: 'ruralTilt', value: 2, from, phaseIn: 0 }])
  const effect = (from: number) => tilt(from) - ratio([])
  expect(effect(2011)).toBeLessThan(-0.05)
  expect(effect(2010) / effect(2011)).toBeGreaterThan(0.9)
  expect(effect(2010) / effect(2011)).toBeLessThan(1.1)
})

test('a tilt or a floor moves no money where provinces have nothing to share out', () => {
  const nothing = { keptLocally: 1, transferPool: 0 }
  const without = served(nothing)
  for (const changes of [{ ruralWeight: 2 }, { floor: forEachService(0.8) }]) {
    expect(Array.from(served({ ...nothing, ...changes }).places.spending)).toEqual(Array.from(without.places.spending))
  }
})

test('the first budget is split between services as the accounts of 2010 are, grants included', () => {
  const world = after(2010, 20_000)
  const local = total(world.governments.spending)
  spendingShare.forEach((share, k) => expect(Math.abs(money(world, () => true, k) / local - share), services[k]).toBeLessThan(0.01))
})
