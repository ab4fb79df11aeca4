/** Land: farmland only ever shrinks, by what is taken, and never where a redline keeps it. */
import { describe, expect, test } from 'vitest'
import { copyWorld, run } from '../../../sim/index.ts'
import { defaultParameters, type Parameters } from '../../../sim/parameters.ts'
import { landPerVillager, takeLand } from '../../../sim/processes/take-land.ts'
import { taxAndTransfer } from '../../../sim/processes/tax-and-transfer.ts'
import { work } from '../../../sim/processes/work.ts'
import { wageIndex } from '../../../sim/wage-index.ts'
import { villagerBit } from '../../../sim/codes/person-word.ts'
import type { World } from '../../../sim/world.ts'
import { after, brokenLinks, censusDay, chances, living, nation, nowOf, scenarioOf, total } from '../../helpers/nation.ts'

const year = 2013

/** A year in which every town and city has grown by a tenth, with nothing wanted and nothing due from before. */
function grown(changes: Partial<Parameters> = {}, growth = 0.1): { world: World; before: Float64Array } {
  const world = after(2012, 20_000)
  const { places } = world
  places.landShort.fill(0)
  world.households.landPay.fill(0)
  world.governments.landDue.fill(0)
  for (let j = 0; j < places.count; j++) places.largest[j] = Math.round(places.residents[j] * (1 - growth))
  const before = places.farmland.slice()
  takeLand(world, nowOf(year, changes), chances('land', year))
  return { world, before }
}

describe('land', () => {
  test('is taken where cities grow: what villages lose is what was taken', () => {
    const { world: { places }, before } = grown()
    expect(total(places.landTaken)).toBeGreaterThan(0)
    before.forEach((farmland, v) => {
      expect(places.farmland[v]).toBeLessThanOrEqual(farmland)
      expect(places.farmland[v]).toBeGreaterThanOrEqual(0)
      expect(Math.abs(farmland - places.farmland[v] - places.landTaken[v])).toBeLessThanOrEqual(1e-9 * farmland)
    })
  })

  test('is left alone when all of it is to be kept', () => {
    const { world, before } = grown({ farmlandKept: 1 })
    expect(Array.from(world.places.farmland)).toEqual(Array.from(before))
    expect(total(world.places.landTaken)).toBe(0)
    expect(total(world.places.disputes)).toBe(0)
    expect(total(world.governments.landRevenue)).toBe(0)
  })

  test('is left alone where no town grows, and in the first year', () => {
    expect(total(grown({}, -0.1).world.places.landTaken)).toBe(0)
    const world = censusDay()
    takeLand(world, nowOf(2010), chances('land', 2010))
    expect(total(world.places.landTaken)).toBe(0)
  })

  test('is taken in the second year for the growth of the year before the first, which the censuses tell', () => {
    const { places, scale } = after(2011, 20_000)
    const mu = total(places.landTaken)
    // 6.9 m mu a year were taken in 2011–2015.
    expect(mu).toBeGreaterThan(3e6)
    expect(mu).toBeLessThan(9e6)
    expect(scale).toBe(20_000)
  })

  test('never grows and never falls below a redline, year after year', () => {
    const kept = 0.99
    const scenario = scenarioOf({ years: [2010, 2016], assumptions: { farmlandKept: kept } })
    const world = censusDay()
    const start = world.places.farmland.slice()
    let before = start
    for (const record of run(scenario, nation, world)) {
      world.places.farmland.forEach((farmland, v) => {
        expect(farmland, `village ${v} in ${record.year}`).toBeLessThanOrEqual(before[v])
        expect(farmland).toBeGreaterThanOrEqual(kept * start[v] * (1 - 1e-12))
      })
      before = world.places.farmland.slice()
    }
    expect(total(before)).toBeLessThan(total(start))
  })

  test('held by a household that loses it turns its villagers into townspeople of the town or city nearby', () => {
    const world = after(2012, 20_000)
    const { places } = world
    for (let j = 0; j < places.count; j++) places.largest[j] = Math.round(places.residents[j] * 0.5)
    const [origin, registered] = [world.households.origin.slice(), world.people.registered.slice()]
    const people = living(world).length
    takeLand(world, nowOf(year, { fringeLandPerHead: 0.1 }), chances('land', year))
    let movers = 0
    for (let h = 0; h < world.households.count; h++) {
      if (world.households.first[h] < 0 || world.households.origin[h] === origin[h]) continue
      const village = origin[h]
      expect([places.town[village], places.city[village]]).toContain(world.households.origin[h])
      expect(world.households.land[h]).toBe(0)
      for (let i = world.households.first[h]; i >= 0; i = world.people.next[i]) {
        expect(world.people.place[i]).not.toBe(village)
        if (registered[i] !== village) continue
        movers++
        expect(world.people.registered[i]).toBe(world.households.origin[h])
        expect(world.people.word[i] & villagerBit).toBe(0)
      }
    }
    expect(movers).toBeGreaterThan(100)
    expect(living(world)).toHaveLength(people)
    expect(brokenLinks(world)).toEqual([])
  })

  test('leaves households as much as is not taken, village by village: what those who lost theirs held beyond it goes to the others', () => {
    const held = ({ households, places }: World) => {
      const mu = new Float64Array(places.villages)
      for (let h = 0; h < households.count; h++) {
        if (households.first[h] >= 0 && households.origin[h] < places.villages) mu[households.origin[h]] += households.land[h]
      }
      return mu
    }
    const start = after(2012, 20_000)
    const before = held(start)
    const { world } = grown()
    const { scale, places: { villages, landTaken } } = world
    const left = held(world)
    let [losing, gone] = [0, 0]
    for (let v = 0; v < villages; v++) {
      if (left[v] === 0) {
        gone++
        continue
      }
      if (landTaken[v] > 0) losing++
      expect(Math.abs(before[v] - left[v] - landTaken[v] / scale)).toBeLessThanOrEqual(1e-6 * before[v])
    }
    expect(losing).toBeGreaterThan(100)
    // Where nobody is left who could hold it, it is nobody's.
    expect(gone).toBeLessThan(0.05 * villages)
  })

  test('is sold at its price, which rises with wages, and paid for apart from it', () => {
    const { world } = grown()
    // Of the land that is wanted the mean price is the parameter; disputes put off a little of it.
    expect(total(world.governments.landRevenue) / (total(world.places.landTaken) * defaultParameters().landRevenue * wageIndex(world))).toBeCloseTo(1, 2)
    expect(wageIndex(world)).toBeGreaterThan(1)
  })

  test('brings more where rents are high', () => {
    const perMu = (dearer: boolean) => {
      const { world } = grown()
      const { places, governments } = world
      const beijing = places.province[places.villages]
      if (dearer) for (let j = places.villages; j < places.count; j++) if (places.province[j] === beijing) places.rent[j] *= 2
      takeLand(world, nowOf(year + 1), chances('land', year + 1))
      let taken = 0
      for (let v = 0; v < places.villages; v++) if (places.province[v] === beijing) taken += places.landTaken[v]
      return governments.landRevenue[beijing] / taken
    }
    expect(perMu(true)).toBeGreaterThan(1.2 * perMu(false))
  })

  test('was sold before the first year too: that year and the next have money from it', () => {
    for (const year of [2010, 2011]) expect(total(after(year).governments.fromLand), String(year)).toBeGreaterThan(1e11)
    const [first, second, third] = [2010, 2011, 2012].map(year => total(after(year).governments.fromLand))
    expect(second / first).toBeGreaterThan(0.8)
    expect(third / second).toBeLessThan(1.6)
  })

  test('is paid for: what is due is what households get with their next incomes, and what their provinces spend', () => {
    const { world } = grown()
    const { governments: g, households, scale } = world
    const due = g.landDue.slice()
    // At least the offer, on the output of 2010 or more.
    expect(total(due)).toBeGreaterThan(total(world.places.landTaken) * 2000 * defaultParameters().compensation * 0.9)
    const waiting = new Float64Array(due.length)
    for (let h = 0; h < households.count; h++) waiting[world.places.province[households.origin[h]]] += households.landPay[h] * scale
    waiting.forEach((yuan, q) => { if (yuan > 0) expect(yuan / due[q]).toBeCloseTo(1, 6) })
    expect(waiting.filter(yuan => yuan > 0).length).toBeGreaterThan(20)

    const unpaid = copyWorld(world)
    unpaid.households.landPay.fill(0)
    for (const its of [world, unpaid]) work(its, nowOf(year + 1), chances('work', year + 1))
    const paid = total(world.ledger.landPay)
    expect((total(world.ledger.income) - total(unpaid.ledger.income)) / paid).toBeCloseTo(1, 6)
    const { perHead, heads, purses } = world.ledger
    let inPurses = 0
    for (let n = 0; n < purses; n++) inPurses += (perHead[n] - unpaid.ledger.perHead[n]) * heads[n]
    expect(inPurses / paid).toBeCloseTo(1, 4)
    // It is had once: nobody decides by it.
    expect(Array.from(households.income.subarray(0, households.count))).toEqual(Array.from(unpaid.households.income.subarray(0, households.count)))
    world.ledger.landPay.forEach((yuan, q) => expect(Math.abs(due[q] - g.landDue[q] - yuan * scale)).toBeLessThanOrEqual(1e-9 * due[q]))
    taxAndTransfer(world, nowOf(year + 1))
    world.ledger.landPay.forEach((yuan, q) => expect(g.programmesPaid[q] - yuan * scale).toBeCloseTo(0, 3))

    work(world, nowOf(year + 2), chances('work', year + 2))
    expect(total(world.ledger.landPay)).toBe(0)
  })

  test('stays due when a household ends before it is paid, to those who lose theirs next', () => {
    const { world } = grown()
    const { governments: g, households } = world
    const due = total(g.landDue)
    households.landPay.fill(0)
    work(world, nowOf(year + 1), chances('work', year + 1))
    expect(total(g.landDue)).toBe(due)
    for (let j = 0; j < world.places.count; j++) world.places.largest[j] = Math.round(world.places.residents[j] * 0.9)
    takeLand(world, nowOf(year + 1), chances('land', year + 1))
    expect(total(Array.from(households.landPay, yuan => yuan * world.scale))).toBeGreaterThan(due)
  })

  test('is paid for by what it bears: twice the output is twice the money, and no less or more disputed', () => {
    const [usual, twice] = [1, 2].map(times => {
      const world = after(2012, 20_000)
      const { places } = world
      for (let v = 0; v < places.villages; v++) places.farmIncome[v] *= times
      for (let j = 0; j < places.count; j++) places.largest[j] = Math.round(places.residents[j] * 0.9)
      takeLand(world, nowOf(year), chances('land', year))
      return { due: total(world.governments.landDue), disputes: total(places.disputes) }
    })
    const waitingBefore = total(after(2012, 20_000).governments.landDue)
    expect((twice.due - waitingBefore) / (usual.due - waitingBefore)).toBeCloseTo(2, 9)
    expect(twice.disputes).toBe(usual.disputes)
  })

  test('brings no more villagers into towns than hold it: all land would bring in all', () => {
    const p = defaultParameters()
    let villagers = 0
    const steps = 10_000
    for (let n = 0; n < steps; n++) villagers += p.landPerHead / steps / landPerVillager(p, (n + 0.5) / steps)
    expect(villagers).toBeCloseTo(1, 4)
    expect(landPerVillager(p, 0)).toBe(p.fringeLandPerHead)
    expect(landPerVillager(p, 0.2)).toBeGreaterThan(landPerVillager(p, 0.1))
  })

  test('is not taken a second time for villagers who live on it and became townspeople', () => {
    const world = after(2012, 20_000)
    const { places, people } = world
    for (let j = 0; j < places.count; j++) places.largest[j] = Math.round(places.residents[j] * 0.9)
    takeLand(world, nowOf(year), chances('land', year))
    expect(world.tally.newcomersFromLand).toBeGreaterThan(100)
    places.residents.fill(0)
    for (const i of living(world)) places.residents[people.place[i]]++
    const short = places.landShort.slice()
    for (let j = places.villages; j < places.count; j++) expect(places.largest[j]).toBeGreaterThanOrEqual(places.residents[j])
    takeLand(world, nowOf(year + 1), chances('land', year + 1))
    for (let j = places.villages; j < places.count; j++) expect(places.landShort[j]).toBeLessThanOrEqual(short[j])
  })

  test('wanted and not had is wanted still: nothing is had where all is to be kept', () => {
    const { world: { places, scale } } = grown({ farmlandKept: 1 })
    const world = grown().world
    expect(total(places.landShort)).toBeGreaterThan(total(world.places.landShort))
    expect(total(world.places.landShort) + total(world.places.landTaken)).toBeCloseTo(total(places.landShort), -1)
    expect(total(places.landShort)).toBeGreaterThan(0.1 * 0.4 * scale * total(places.residents.subarray(places.villages)) * 0.9)
  })

  test('that is missing makes a town dear', () => {
    const [usual, short] = [0, 1e5].map(mu => {
      const world = after(2012)
      for (let j = world.places.villages; j < world.places.count; j++) world.places.landShort[j] = mu
      work(world, nowOf(year), chances('work', year))
      return world.places
    })
    for (let j = usual.villages; j < usual.count; j++) expect(short.rent[j]).toBeGreaterThan(usual.rent[j])
    expect(Array.from(short.rent.subarray(0, short.villages))).toEqual(Array.from(usual.rent.subarray(0, usual.villages)))
  })

  test('is disputed more at the fringe of a dear city, without consent, and without jobs or pensions', () => {
    const perMu = (changes: Partial<Parameters>) => {
      const { places } = grown(changes).world
      return total(places.disputes) / total(places.landTaken)
    }
    const usual = perMu({})
    expect(perMu({ landConsent: 1 })).toBeLessThan(usual)
    expect(perMu({ landPackage: 1 })).toBeLessThan(usual)
    const { places } = grown().world
    const rates = Array.from({ length: places.villages }, (_, v) => v).filter(v => places.landTaken[v] > 0 && places.town[v] === places.city[v])
      .toSorted((a, b) => places.rent[places.city[a]] - places.rent[places.city[b]]).map(v => places.disputes[v] / places.landTaken[v])
    expect(rates.at(-1)).toBeGreaterThan(2 * rates[0])
  })

  test('disputes are more where the offer is worse', () => {
    const disputes = [10, 20, 40].map(compensation => {
      const { places } = grown({ compensation }).world
      return total(places.disputes) / total(places.landTaken)
    })
    expect(disputes[0]).toBeGreaterThan(disputes[1])
    expect(disputes[1]).toBeGreaterThan(disputes[2])
  })

  test('let is never more than held, by household and by village', () => {
    const { world } = grown({}, -0.1)
    const { households, places } = world
    const held = new Float64Array(places.count)
    for (let h = 0; h < households.count; h++) {
      if (households.first[h] < 0) continue
      expect(households.landLet[h]).toBeGreaterThanOrEqual(0)
      expect(households.landLet[h]).toBeLessThanOrEqual(households.land[h])
      held[households.origin[h]] += households.land[h] * world.scale
    }
    for (let v = 0; v < places.villages; v++) {
      expect(places.landLet[v]).toBeLessThanOrEqual(held[v] * (1 + 1e-6))
      expect(places.landLet[v] + places.landIdle[v]).toBeLessThanOrEqual(places.farmland[v] * (1 + 1e-6))
    }
  })

  test('is not let at all where letting costs everything, and none of it lies idle where it costs nothing and somebody farms', () => {
    expect(total(grown({ lettingCost2010: 1, lettingCostLate: 1 }).world.places.landLet)).toBe(0)
    const { places } = grown({ lettingCost2010: 0, lettingCostLate: 0 }).world
    expect(total(places.landIdle.filter((_, v) => places.landFarmed[v] > 0))).toBe(0)
  })
})
