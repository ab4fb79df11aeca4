/** The first year: what the census found is there, by province, age and sex; families make sense; and a coarse China agrees with a fine one. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { run, type World, type YearRecord } from '../../sim/index.ts'
import { activityShift, ageMask, aliveBit, educationShift } from '../../sim/codes/person-word.ts'
import * as schoolAge from '../../sim/codes/school-age.ts'
import { activity, education } from '../../sim/world.ts'
import { wivesByAge } from '../../sim/populate/kin.ts'
import { defaultParameters } from '../../sim/parameters.ts'
import { ageOf, brokenLinks, censusDay, living, nation, scenarioOf, sexOf, total, valueOf } from '../helpers/nation.ts'

const { counties, provinces } = nation
const provinceNumber = provinces.code.length
const cells = 36
const scale = 1000

/** National sums of columns of the census of 2010. */
function censusOf2010<Column extends string>(...columns: Column[]): Record<Column, number> {
  const [head, ...rows] = readFileSync('scenarios/data/sources/provinces/census_province_2010_2020.csv', 'utf8').trim().split('\n').map(line => line.split(','))
  const sum = (column: Column) => total(rows.filter(row => row[head.indexOf('year')] === '2010').map(row => Number(row[head.indexOf(column)])))
  return Object.fromEntries(columns.map(column => [column, sum(column)])) as Record<Column, number>
}

/** Sums over the counties of each province. */
function byProvince(column: (county: number) => number): Float64Array {
  const sums = new Float64Array(provinceNumber)
  counties.province.forEach((province, c) => { sums[province] += column(c) })
  return sums
}

const world = censusDay(scale)
const people = living(world)
const [record] = run(scenarioOf({ scale, years: [2010, 2010] }), nation, censusDay(scale))
const { place, registered, mother, father, partner, household } = world.people
const provinceOf = (j: number) => world.places.province[j]

/** Real persons by province of those whom it holds for. */
function persons(where: (i: number) => number, holds: (i: number) => boolean = () => true): Float64Array {
  const sums = new Float64Array(provinceNumber)
  for (const i of people) if (holds(i)) sums[provinceOf(where(i))] += scale
  return sums
}

/** The greatest relative deviation, and where. */
function worst(ours: Float64Array, theirs: Float64Array): { deviation: number; province: string } {
  let at = 0
  const deviation = (q: number) => Math.abs(ours[q] / theirs[q] - 1)
  for (let q = 0; q < provinceNumber; q++) if (deviation(q) > deviation(at)) at = q
  return { deviation: deviation(at), province: provinces.nameEn[at] }
}

describe('the margins of 2010, in every province', () => {
  test('residents are within 1 % of the census', () => {
    const { deviation, province } = worst(persons(i => place[i]), byProvince(c => counties.residents[c]))
    expect(deviation, province).toBeLessThan(0.01)
  })

  test('residents of towns and cities are within 1 % of the census', () => {
    const urban = persons(i => place[i], i => place[i] >= world.places.villages)
    const { deviation, province } = worst(urban, byProvince(c => counties.urban[c]))
    expect(deviation, province).toBeLessThan(0.01)
  })

  test('registered persons are within 1 % of the census', () => {
    const { deviation, province } = worst(persons(i => registered[i]), byProvince(c => counties.registered[c]))
    expect(deviation, province).toBeLessThan(0.01)
  })

  test('the 36 cells of sex and age deviate by less than 1 % of residents in all, cell by cell added up', () => {
    const ours = Array.from({ length: provinceNumber }, () => new Float64Array(cells))
    for (const i of people) ours[provinceOf(place[i])][sexOf(world, i) * 18 + Math.min(17, Math.floor(ageOf(world, i) / 5))] += scale
    const theirs = Array.from({ length: provinceNumber }, () => new Float64Array(cells))
    counties.province.forEach((province, c) => counties.ageSex[c].forEach((number, cell) => { theirs[province][cell] += number }))
    for (let q = 0; q < provinceNumber; q++) {
      const deviation = total(theirs[q].map((number, cell) => Math.abs(ours[q][cell] - number))) / total(theirs[q])
      expect(deviation, provinces.nameEn[q]).toBeLessThan(0.01)
      // No cell is off by more than what rounding its urban and its rural part can do.
      theirs[q].forEach((number, cell) => expect(Math.abs(ours[q][cell] - number), `${provinces.nameEn[q]}, cell ${cell}`)
        .toBeLessThanOrEqual(3 * scale))
    }
  })
})

describe('the people away in 2010', () => {
  test('leave 37.7 % of village children behind, within two points', () => {
    expect(Math.abs(valueOf(record, 'leftBehindChildShare') - 0.377)).toBeLessThan(0.02)
  })

  test('are 153 million out-migrant workers, within a tenth', () => {
    expect(Math.abs(valueOf(record, 'outMigrantWorkers') / 153.35e6 - 1)).toBeLessThan(0.1)
  })

  test('left with their whole household in 20 % of cases, within three points', () => {
    expect(Math.abs(valueOf(record, 'wholeHouseholdShare') - 0.2)).toBeLessThan(0.03)
  })
})

describe('the economy of 2010', () => {
  test('pays 19,109 yuan a head in town and 5,919 in the countryside, within 2 %', () => {
    expect(Math.abs(valueOf(record, 'incomeUrban') / 19_109 - 1)).toBeLessThan(0.02)
    expect(Math.abs(valueOf(record, 'incomeRural') / 5919 - 1)).toBeLessThan(0.02)
  })

  test('has 36.7 % of the employed in farming, within a point', () => {
    expect(Math.abs(valueOf(record, 'farmEmploymentShare') - 0.367)).toBeLessThan(0.01)
  })

  test('has more of them there if more are assumed to farm', () => {
    const scenario = scenarioOf({ years: [2010, 2010], assumptions: { farmShare2010: 0.42 } })
    const [assumed] = run(scenario, nation)
    expect(Math.abs(valueOf(assumed, 'farmEmploymentShare') - 0.42)).toBeLessThan(0.015)
  })
})

describe('public money of 2010', () => {
  test('follows the rate of tax, and the centre has its share of it', () => {
    const revenue = (assumptions: Record<string, number>) => {
      const [first] = run(scenarioOf({ years: [2010, 2010], assumptions }), nation)
      return { all: valueOf(first, 'revenueTotal'), local: valueOf(first, 'revenueLocalTaxes') }
    }
    const { taxRate, centralShare } = defaultParameters()
    const [usual, more, central] = [revenue({}), revenue({ taxRate: taxRate * 1.2 }), revenue({ centralShare: centralShare + 0.1 })]
    expect(more.local / usual.local).toBeCloseTo(1.2, 6)
    expect(central.all / usual.all).toBeCloseTo(1, 6)
    expect(central.local / usual.local).toBeCloseTo((1 - centralShare - 0.1) / (1 - centralShare), 6)
  })
})

describe('families', () => {
  test('live alone as often as the census found, within three points of all households', () => {
    const census = censusOf2010('family_households', 'hh_one_person')
    const members = new Map<number, number>()
    for (const i of people) if (place[i] === world.households.home[household[i]]) members.set(household[i], (members.get(household[i]) ?? 0) + 1)
    const alone = Array.from(members.values()).filter(number => number === 1).length / members.size
    expect(Math.abs(alone - census.hh_one_person / census.family_households)).toBeLessThan(0.03)
  })

  test('hang together: households, partners, places', () => {
    expect(brokenLinks(world)).toEqual([])
    expect(people.length).toBe(world.people.count)
  })

  test('have ids of their own, people as households', () => {
    for (const { idLow, idHigh, count } of [world.people, world.households]) {
      // Sorted, equal ids stand beside each other.
      const ids = BigInt64Array.from({ length: count }, (_, i) => (BigInt(idHigh[i]) << 32n) | BigInt(idLow[i] >>> 0)).sort()
      expect(ids.every((id, n) => n === 0 || id !== ids[n - 1])).toBe(true)
    }
  })

  test('have mothers 15 to 49 years older than their children, and women', () => {
    const gaps = new Map<number, number>()
    for (const i of people) {
      if (mother[i] < 0) continue
      const gap = ageOf(world, mother[i]) - ageOf(world, i)
      if (gap < 15 || gap > 49 || sexOf(world, mother[i]) !== 1) gaps.set(gap, (gaps.get(gap) ?? 0) + 1)
    }
    expect([...gaps]).toEqual([])
  })

  test('have fathers 15 to 60 years older, and men', () => {
    const wrong = people.filter(i => father[i] >= 0 && (sexOf(world, father[i]) !== 0
      || ageOf(world, father[i]) - ageOf(world, i) < 15 || ageOf(world, father[i]) - ageOf(world, i) > 60))
    expect(wrong.length).toBe(0)
  })

  test('have couples of a man and a woman, both grown, in one household', () => {
    const wives = people.filter(i => partner[i] >= 0 && sexOf(world, i) === 1)
    expect(wives.length).toBeGreaterThan(200_000)
    for (const i of wives) {
      if (sexOf(world, partner[i]) === 0 && household[partner[i]] === household[i] && Math.min(ageOf(world, i), ageOf(world, partner[i])) >= 16) continue
      expect.fail(`${ageOf(world, i)} and ${ageOf(world, partner[i])}`)
    }
  })

  test('are married about as often as is assumed, young and old', () => {
    for (const [from, to] of [[25, 29], [35, 44], [45, 59], [60, 74]]) {
      const women = people.filter(i => sexOf(world, i) === 1 && ageOf(world, i) >= from && ageOf(world, i) <= to)
      const assumed = total(women.map(i => wivesByAge(ageOf(world, i)))) / women.length
      const married = women.filter(i => world.people.partner[i] >= 0).length / women.length
      expect(Math.abs(married - assumed), `${from} to ${to}`).toBeLessThan(0.15)
    }
  })

  test('give nearly every child a living parent, and nearly none a home without anybody grown', () => {
    const children = people.filter(i => ageOf(world, i) < 16)
    const orphans = children.filter(i => mother[i] < 0 && father[i] < 0)
    expect(orphans.length / children.length).toBeLessThan(0.03)
    const grownNear = (i: number) => {
      for (let m = world.households.first[household[i]]; m >= 0; m = world.people.next[m]) {
        if (ageOf(world, m) >= 16 && place[m] === place[i]) return true
      }
      return false
    }
    const alone = children.filter(i => !grownNear(i))
    expect(alone.length / children.length).toBeLessThan(0.03)
  })

  test('keep house where somebody of them lives, unless all have left one by one', () => {
    const empty = Array.from({ length: world.households.count }, (_, h) => h).filter(h => {
      for (let i = world.households.first[h]; i >= 0; i = world.people.next[i]) if (place[i] === world.households.home[h]) return false
      return true
    })
    expect(empty.length / world.households.count).toBeLessThan(0.02)
  })

  test('are all alive', () => {
    expect(people.every(i => (world.people.word[i] & aliveBit) !== 0)).toBe(true)
  })
})

describe('a coarse China and a fine one', () => {
  const course = (itsScale: number): YearRecord[] => {
    const itsWorld: World = censusDay(itsScale)
    return [...run(scenarioOf({ scale: itsScale, years: [2010, 2015] }), nation, itsWorld)]
  }
  const coarse = course(10_000)
  const fine = course(2000)

  /** How far the two may lie apart in any year: shares in points, others relative. */
  test.each([
    ['population', 0.003], ['incomeUrban', 0.03], ['incomeRural', 0.03], ['incomeRatio', 0.04], ['outMigrantWorkers', 0.05], ['migrantWorkers', 0.04],
    ['householdSize', 0.03], ['medianAge', 0.01], ['farmland', 0.01], ['transfersTotal', 0.03], ['spendingTotal', 0.03], ['serviceRatio', 0.05],
    ['serviceLevel', 0.03], ['giniIncome', 0.03], ['landPerFarmWorker', 0.03],
  ])('agree in %s to %d of the value', (id, tolerance) => {
    coarse.forEach((ofYear, y) => {
      expect(Math.abs(valueOf(ofYear, id) / valueOf(fine[y], id) - 1), String(ofYear.year)).toBeLessThan(tolerance)
    })
  })

  test.each([
    ['urbanShare', 0.006], ['registeredUrbanShare', 0.01], ['share60Plus', 0.003], ['share60PlusVillage', 0.008], ['share60PlusCity', 0.008],
    ['leftBehindChildShare', 0.025], ['leftBehindElderShare', 0.03], ['hollowVillageShare', 0.06], ['wholeHouseholdShare', 0.025], ['unemployment', 0.008],
    ['farmEmploymentShare', 0.01], ['landLetShare', 0.015], ['villagesWithoutSchool', 0.03], ['remittanceShareRural', 0.02], ['outMigrantShare.otherProvince', 0.015],
  ])('agree in %s to %d', (id, tolerance) => {
    coarse.forEach((ofYear, y) => {
      expect(Math.abs(valueOf(ofYear, id) - valueOf(fine[y], id)), String(ofYear.year)).toBeLessThan(tolerance)
    })
  })
})

describe('schooling in the first year', () => {
  test.each([scale, 10_000])('is of each level as common as the census found, within a twentieth, at 1:%i', each => {
    const { people: { word, count } } = each === scale ? world : censusDay(each)
    const reached = [0, 0, 0, 0]
    for (let i = 0; i < count; i++) if ((word[i] & aliveBit) !== 0 && (word[i] & ageMask) >= schoolAge.entry) reached[(word[i] >>> educationShift) & 3] += each
    reached.forEach((number, level) => {
      const counted = total(counties.education.map(its => its[level] + its[4 + level]))
      expect(Math.abs(number / counted - 1)).toBeLessThan(0.05)
    })
  })

  const levelOf = (i: number) => (world.people.word[i] >>> educationShift) & 3
  const doing = (i: number) => (world.people.word[i] >>> activityShift) & 7
  const share = (from: number, to: number, level: number) => {
    const young = people.filter(i => ageOf(world, i) >= from && ageOf(world, i) <= to)
    return young.filter(i => levelOf(i) === level).length / young.length
  }

  test('nobody below 19 is in college, nobody below 16 in senior secondary school', () => {
    expect(share(0, schoolAge.seniorEnd - 1, education.college)).toBe(0)
    expect(share(0, schoolAge.juniorEnd - 1, education.senior)).toBe(0)
  })

  test('those of 19 went to college about as often as those of 20', () => {
    expect(Math.abs(share(19, 19, education.college) - share(20, 20, education.college))).toBeLessThan(0.04)
  })

  test('who is at home at 16–18 and in senior secondary school is asked again at 19', () => {
    const { villages } = world.places
    const asked = people.filter(i => place[i] < villages && place[i] === registered[i] && levelOf(i) === education.senior
      && ageOf(world, i) >= schoolAge.juniorEnd && ageOf(world, i) < schoolAge.seniorEnd)
    expect(asked.length).toBeGreaterThan(100)
    expect(asked.every(i => doing(i) === activity.pupil)).toBe(true)
  })
})
