/** Indicators by their definitions, in a world made by hand and in China. */
import { describe, expect, test } from 'vitest'
import { observe } from '../../../sim/indicators/observe.ts'
import { defaultParameters, parameters as allParameters, type Parameters } from '../../../sim/parameters.ts'
import { countResidents } from '../../../sim/processes/count.ts'
import { priceServices, serve } from '../../../sim/processes/serve.ts'
import { areas, indicatorIndex, indicators, measureCounties, observeCounties, tiers, type YearRecord } from '../../../sim/index.ts'
import { ageMask, aliveBit } from '../../../sim/codes/person-word.ts'
import { services } from '../../../sim/services.ts'
import { activity, copyWorld, type World } from '../../../sim/world.ts'
import { after, censusDay, fingerprint, living, nation, nowOf } from '../../helpers/nation.ts'
import { city, counted, household, otherVillage, person, tinyNow, tinyWorld, town, village } from '../../helpers/tiny-world.ts'

const of = (record: YearRecord, id: string) => record.nation[indicatorIndex(id)]
const seen = (world: World) => observe(counted(world), tinyNow(2012))

describe('who is left behind', () => {
  /** A village household of a grandmother, her daughter and son-in-law, and their child. */
  function family({ mother = village, father = village, age = 8 }: { mother?: number; father?: number; age?: number } = {}) {
    const world = tinyWorld()
    const h = household(world, village)
    const grandmother = person(world, h, { age: 66, sex: 1 })
    const m = person(world, h, { age: 35, sex: 1, mother: grandmother, place: mother })
    const f = person(world, h, { age: 36, place: father })
    person(world, h, { age, mother: m, father: f })
    return seen(world)
  }
  const variants = ['leftBehindChildShare', 'leftBehindChildFatherShare', 'leftBehindChildMotherShare', 'leftBehindChildBothShare', 'leftBehindChildUnder16Share']

  test.each([
    ['nobody away', {}, [0, 0, 0, 0, 0]],
    ['the father away', { father: city }, [1, 1, 0, 0, 0]],
    ['the mother away', { mother: town }, [1, 0, 1, 0, 0]],
    ['both away', { mother: city, father: city }, [1, 0, 0, 1, 1]],
    ['both away from a child of 17', { mother: city, father: city, age: 17 }, [1, 0, 0, 1, NaN]],
  ])('of children, with %s', (_, where, expected) => {
    const record = family(where)
    expect(variants.map(id => of(record, id))).toEqual(expected)
    expect(of(record, 'leftBehindChildren')).toBe(expected[0])
    expect(of(record, 'leftBehindChildrenBoth')).toBe(expected[3])
  })

  const ofElders = ['leftBehindElderShare', 'leftBehindElderVillageShare', 'leftBehindElderAnyShare', 'elderWithoutAdultShare']
  test.each([
    ['in the village', village, [0, 0, 0, 0]],
    ['in the next village', otherVillage, [0, 1, 0, 0]],
    ['in its town', town, [0, 1, 0, 0]],
    ['in the city', city, [1, 1, 1, 0]],
  ])('of the old, with the daughter %s', (_, mother, expected) => {
    // The son-in-law stays in the house.
    expect(ofElders.map(id => of(family({ mother }), id))).toEqual(expected)
  })

  test('an empty nest has nobody of working age in the house', () => {
    const record = family({ mother: city, father: city })
    expect(of(record, 'elderWithoutAdultShare')).toBe(1)
    expect(of(record, 'householdsWithoutAdultShare')).toBe(1)
  })

  test('children of town and country are counted where they live, those of migrants apart', () => {
    const world = tinyWorld()
    const h = household(world, town)
    const m = person(world, h, { age: 30, sex: 1, place: city })
    person(world, h, { age: 5, mother: m })
    person(world, h, { age: 6, registered: village })
    const record = seen(world)
    expect(of(record, 'leftBehindChildShareEverywhere')).toBe(0.5)
    expect(of(record, 'leftBehindChildrenEverywhere')).toBe(1)
    expect(of(record, 'leftBehindChildShare')).toBeNaN()
    expect(of(record, 'migrantChildShare')).toBe(0.5)
  })
})

test('migrant workers by how far they went', () => {
  const world = tinyWorld()
  const h = household(world, village)
  const at = (place: number, does: number) => person(world, h, { age: 30, place, does, registered: village })
  at(village, activity.offFarm)
  at(village, activity.farm)
  at(town, activity.offFarm)
  at(town, activity.unemployed)
  at(city, activity.offFarm)
  at(city, activity.retired)
  const record = seen(world)
  expect(of(record, 'localMigrantWorkers')).toBe(1)
  expect(of(record, 'outMigrantWorkers')).toBe(3)
  expect(of(record, 'migrantWorkers')).toBe(4)
  expect(['sameCounty', 'sameProvince', 'otherProvince'].map(band => of(record, `outMigrantWorkers.${band}`))).toEqual([2, 1, 0])
  expect(of(record, 'migrantMeanAge')).toBe(30)
  expect(of(record, 'youngAwayShare')).toBeCloseTo(4 / 6, 12)
})

test('a couple who work away together keep house there, whoever works away alone does not', () => {
  /** Grandparents with a child at home in the village; her parents elsewhere, with the partner at home or wherever they are. */
  const sizes = (mother: number, father: number) => {
    const world = tinyWorld()
    const h = household(world, village)
    for (let n = 0; n < 3; n++) person(world, h, { age: n === 0 ? 8 : 62 })
    const m = person(world, h, { age: 30, sex: 1, place: mother, does: activity.offFarm })
    person(world, h, { age: 31, place: father, does: activity.offFarm, partner: m })
    const record = seen(world)
    return [of(record, 'householdSize'), record.byArea[areas.indexOf('city') * indicators.length + indicatorIndex('householdSize')]]
  }
  expect(sizes(city, city)).toEqual([(3 + 2) / 2, 2])
  expect(sizes(city, town)).toEqual([3, NaN])
  expect(sizes(city, village)).toEqual([4, NaN])
  expect(sizes(village, village)).toEqual([5, NaN])
})

test('members are those who live at home on the day, whatever work counted earlier in the year', () => {
  const world = tinyWorld()
  const h = household(world, village)
  for (const age of [40, 38, 12]) person(world, h, { age })
  // A pupil of the primary school who lives with relatives in town is away, as are boarders of any age.
  person(world, h, { age: 8, place: town })
  person(world, h, { age: 17, place: town, does: activity.pupil })
  world.households.word[h] = 5
  // Founded by this year's moves, after work counted.
  const founded = household(world, city, village)
  for (const age of [30, 29]) person(world, founded, { age })
  const record = seen(world)
  const sizes = [0, 1, 2].map(area => record.byArea[area * indicators.length + indicatorIndex('householdSize')])
  expect(sizes).toEqual([3, NaN, 2])
  expect(of(record, 'householdSize')).toBe(5 / 2)
})

test('who splits off elsewhere leaves no house behind', () => {
  const world = tinyWorld()
  const stays = household(world, village)
  for (let n = 0; n < 2; n++) person(world, stays, { age: 70 })
  const gone = household(world, city, village)
  person(world, gone, { age: 40 })
  expect(of(seen(world), 'emptyHouseShare')).toBe(1 / 2)
  expect(of(seen(world), 'hollowVillageHousesShare')).toBe(0.5)
  // The old stayed in the house and kept its land.
  world.households.land[gone] = 0
  expect(of(seen(world), 'emptyHouseShare')).toBe(0)
  expect(of(seen(world), 'hollowVillageHousesShare')).toBe(0)
  // Back in the village they have a house of their own.
  world.households.home[gone] = village
  expect(of(seen(world), 'emptyHouseShare')).toBe(1 / 2)
})

test('what is hollow, by each definition', () => {
  const world = tinyWorld()
  const gone = household(world, city, village)
  for (let n = 0; n < 5; n++) person(world, gone, { age: 40, registered: village })
  const stays = household(world, village)
  for (let n = 0; n < 5; n++) person(world, stays, { age: 70 })
  const record = seen(world)
  // The other village has nobody registered, so it is not emptier than it was.
  expect(of(record, 'hollowVillageShare')).toBe(0.5)
  expect(of(record, 'hollowVillageHalfShare')).toBe(0)
  expect(of(record, 'villageResidentRatio')).toBe(0.5)
  expect(of(record, 'emptyHouseShare')).toBe(0.5)
  expect(of(record, 'hollowVillageHousesShare')).toBe(0.5)
})

test('schooling is that of people of 20–24', () => {
  const world = tinyWorld()
  const h = household(world, city)
  for (const [age, education] of [[20, 0], [22, 2], [24, 3], [23, 1], [25, 3], [19, 3]]) person(world, h, { age, education })
  const record = seen(world)
  expect(of(record, 'seniorSecondaryShare')).toBe(0.5)
  expect(of(record, 'collegeShare')).toBe(0.25)
})

describe('services as people reach them', () => {
  /** Three who are registered in the city and one who is not, and four in the village. */
  function served(changes: Partial<Parameters> = {}) {
    const world = tinyWorld()
    const h = household(world, city)
    for (let n = 0; n < 3; n++) person(world, h, { age: 40 })
    person(world, h, { age: 40, registered: village })
    const others = household(world, village)
    for (let n = 0; n < 4; n++) person(world, others, { age: 40 })
    return observe(counted(world), tinyNow(2012, changes))
  }
  const closed = { accessSmall: 0.6, accessHealth: 0.6, accessAssistance: 0.3 }
  /** Schooling, health, care, assistance, infrastructure, culture. */
  const share = (0.6 + 0.6 + 0.3 + 0.3 + 1 + 1) / 6

  test('whoever is registered elsewhere counts with the share of access of the place', () => {
    const record = served(closed)
    expect(of(record, 'serviceLevelUrban')).toBeCloseTo((3 + share) / 4, 12)
    expect(of(record, 'serviceLevelUrban.health')).toBeCloseTo((3 + 0.6) / 4, 12)
    expect(of(record, 'serviceLevelRural')).toBe(1)
    expect(of(record, 'serviceLevel')).toBeCloseTo((7 + share) / 8, 12)
    expect(of(record, 'serviceRatio')).toBeCloseTo((3 + share) / 4, 12)
    expect(of(record, 'peopleAtStandard')).toBe(7 / 8)
    expect(of(record, 'peopleAtStandardAll')).toBe(7 / 8)
    expect(of(record, 'peopleAtStandard.health')).toBe(7 / 8)
    expect(of(record, 'peopleAtStandard.culture')).toBe(1)
    const mean = (7 + share) / 8
    expect(of(record, 'serviceTheil')).toBeCloseTo((7 * (1 / mean) * Math.log(1 / mean) + (share / mean) * Math.log(share / mean)) / 8, 12)
    expect(of(record, 'serviceVariation')).toBeCloseTo(Math.sqrt((7 + share * share) / 8 - mean * mean) / mean, 12)
    expect(of(record, 'serviceGini')).toBeCloseTo((7 * (1 - share)) / (8 * 8 * mean), 12)
  })

  test('where everything is open to all there is no difference', () => {
    const open = Object.fromEntries(Object.keys(defaultParameters().hukouOpenness).map(tier => [tier, 1])) as Parameters['hukouOpenness']
    const record = served({ ...closed, hukouOpenness: open })
    for (const id of ['serviceLevel', 'serviceLevelUrban', 'serviceRatio', 'peopleAtStandard']) expect(of(record, id), id).toBe(1)
    for (const id of ['serviceTheil', 'serviceGini', 'serviceVariation']) expect(of(record, id), id).toBeCloseTo(0, 12)
  })

  test('opening cities raises the level in towns and cities at the same money', () => {
    const open = Object.fromEntries(Object.keys(defaultParameters().hukouOpenness).map(tier => [tier, 1])) as Parameters['hukouOpenness']
    const [before, opened] = [{}, { hukouOpenness: open }].map(changes => {
      const world = after(2014, 50_000)
      const now = nowOf(2014, changes)
      countResidents(world, now)
      priceServices(world, now.parameters)
      serve(world, now)
      return observe(world, now)
    })
    expect(of(opened, 'serviceLevelUrban')).toBeGreaterThan(of(before, 'serviceLevelUrban') * 1.01)
    // Among townspeople some were less well served than others; what is gained there the countryside has not.
    expect(of(opened, 'serviceTheil.withinAreas')).toBeLessThan(of(before, 'serviceTheil.withinAreas'))
    expect(of(opened, 'serviceTheil.betweenAreas')).toBeGreaterThan(of(before, 'serviceTheil.betweenAreas'))
    expect(of(opened, 'serviceLevelRural')).toBe(of(before, 'serviceLevelRural'))
    expect(of(opened, 'needPerHead')).toBeGreaterThan(of(before, 'needPerHead'))
  })
})

describe('in China', () => {
  const world = after(2014, 50_000)
  const record = observe(world, nowOf(2014))
  const width = indicators.length
  const column = (table: ArrayLike<number>, id: string) =>
    Array.from({ length: table.length / width }, (_, row) => table[row * width + indicatorIndex(id)])
  const total = (values: number[]) => values.reduce((a, b) => a + b, 0)
  const alive = living(world)
  const age = (i: number) => world.people.word[i] & ageMask

  test('what is known of people and places agrees with counting them', () => {
    const { people, places, scale } = world
    expect(of(record, 'population')).toBe(alive.length * scale)
    expect(of(record, 'share60Plus')).toBeCloseTo(alive.filter(i => age(i) >= 60).length / alive.length, 12)
    expect(of(record, 'urbanShare')).toBeCloseTo(alive.filter(i => people.place[i] >= places.villages).length / alive.length, 12)
    const children = alive.filter(i => age(i) < 18 && people.place[i] < places.villages)
    const away = (i: number, parent: number) => parent >= 0 && (people.word[parent] & aliveBit) !== 0 && people.place[parent] !== people.place[i]
    const left = children.filter(i => away(i, people.mother[i]) || away(i, people.father[i]))
    expect(of(record, 'leftBehindChildShare')).toBeCloseTo(left.length / children.length, 12)
    expect(of(record, 'leftBehindChildBothShare'))
      .toBeCloseTo(children.filter(i => away(i, people.mother[i]) && away(i, people.father[i])).length / children.length, 12)
    const ages = alive.map(age).sort((a, b) => a - b)
    expect(Math.abs(of(record, 'medianAge') - ages[ages.length >> 1])).toBeLessThanOrEqual(1)
    expect(record.pyramid.reduce((a, b) => a + b, 0)).toBe(alive.length * scale)
  })

  test('numbers of persons and of land add up over provinces, tiers and areas', () => {
    const { provinces, prefectures, byTier, byArea } = record
    for (const id of ['population', 'leftBehindChildrenEverywhere']) {
      for (const table of [provinces, byTier, byArea]) expect(total(column(table, id)) / of(record, id)).toBeCloseTo(1, 12)
    }
    for (const id of ['urbanResidents', 'ruralResidents', 'outMigrantWorkers', 'farmland', 'landTaken', 'leftBehindChildren']) {
      expect(total(column(provinces, id)) / of(record, id), id).toBeCloseTo(1, 12)
      expect(total(column(prefectures, id)) / of(record, id), id).toBeCloseTo(1, 5)
    }
    const tierOf = (i: number) => world.places.tier[world.people.place[i]]
    expect(column(byTier, 'population')).toEqual(tiers.map((_, tier) => alive.filter(i => tierOf(i) === tier).length * world.scale))
    const inTowns = column(byTier, 'population')[tiers.indexOf('town')]
    expect(areas).toEqual(['village', 'town', 'city'])
    expect(column(byArea, 'population')).toEqual([of(record, 'ruralResidents'), inTowns, of(record, 'urbanResidents') - inTowns])
  })

  test('the parts of the Theil index add up, for the nation and every province', () => {
    const parts = (values: ArrayLike<number>, from: number, kind: string) =>
      ['within', 'between'].reduce((sum, part) => sum + values[from + indicatorIndex(`serviceTheil.${part}${kind}`)], 0)
    for (const kind of ['Areas', 'Provinces']) expect(parts(record.nation, 0, kind)).toBeCloseTo(of(record, 'serviceTheil'), 12)
    column(record.provinces, 'serviceTheil').forEach((value, q) => expect(parts(record.provinces, q * width, 'Areas')).toBeCloseTo(value, 12))
  })

  test('variants are nested as their definitions are', () => {
    for (const table of [record.nation, record.provinces]) {
      const below = (less: string, more: string) => column(table, less).forEach((value, q) => {
        expect(value, `${less} of ${q}`).toBeLessThanOrEqual(column(table, more)[q] + 1e-12)
      })
      below('leftBehindChildBothShare', 'leftBehindChildShare')
      below('leftBehindChildShareOfAll', 'leftBehindChildShareEverywhere')
      below('leftBehindElderShare', 'leftBehindElderVillageShare')
      below('leftBehindElderShare', 'leftBehindElderAnyShare')
      below('leftBehindElderShare', 'leftBehindElderOfParentsShare')
      below('hollowVillageHalfShare', 'hollowVillageShare')
      below('peopleAtStandardAll', 'peopleAtStandard.health')
      below('collegeShare', 'seniorSecondaryShare')
      below('share65Plus', 'share60Plus')
      const kinds = ['leftBehindChildFatherShare', 'leftBehindChildMotherShare', 'leftBehindChildBothShare']
      column(table, 'leftBehindChildShare').forEach((value, q) => {
        expect(total(kinds.map(id => column(table, id)[q]))).toBeCloseTo(value, 12)
      })
    }
  })

  test('shares that are of one whole add up to it', () => {
    const whole = (ids: string[]) => total(ids.map(id => of(record, id)))
    expect(whole(['sameCounty', 'sameProvince', 'otherProvince'].map(band => `outMigrantShare.${band}`))).toBeCloseTo(1, 12)
    expect(whole(tiers.slice(1).map(tier => `tierShare.${tier}`))).toBeCloseTo(of(record, 'urbanShare'), 12)
    expect(whole(['centre', 'province', 'county'].map(level => `spendingByShare.${level}`))).toBeCloseTo(1, 9)
    expect(whole(['transfers.rebates', 'transfers.equalization', 'transfers.earmarked']) / of(record, 'transfersTotal')).toBeCloseTo(1, 12)
  })

  test('the Gini coefficient of incomes is that of every person’s income', () => {
    const { perHead, heads, purses } = world.ledger
    const incomes = Array.from({ length: purses }, (_, n) => Array<number>(heads[n]).fill(perHead[n])).flat().sort((a, b) => a - b)
    const sum = total(incomes)
    const defined = (2 * incomes.reduce((area, income, n) => area + (n + 1) * income, 0)) / (incomes.length * sum) - (incomes.length + 1) / incomes.length
    expect(of(record, 'giniIncome')).toBeCloseTo(defined, 9)
  })

  test('every indicator has a value where it makes sense and none elsewhere', () => {
    const tables = { nation: record.nation, province: record.provinces, prefecture: record.prefectures, tier: record.byTier, area: record.byArea }
    for (const { id, levels } of indicators) {
      for (const [level, table] of Object.entries(tables)) {
        const known = column(table, id).filter(Number.isFinite).length
        if (levels.includes(level as keyof typeof tables)) expect(known, `${id} by ${level}`).toBeGreaterThan(0)
        else expect(known, `${id} by ${level}`).toBe(0)
      }
    }
  })

  test('shares lie between 0 and 1, and nothing that is counted is negative', () => {
    for (const { id, quantity } of indicators) {
      if (id === 'populationChange') continue
      for (const table of [record.nation, record.provinces, record.byTier]) {
        for (const value of column(table, id).filter(Number.isFinite)) {
          if (quantity === 'share' && id !== 'selfSufficiency') expect(value, id).toBeLessThanOrEqual(1 + 1e-9)
          if (quantity !== 'money' && id !== 'zipfSlope') expect(value, id).toBeGreaterThanOrEqual(0)
        }
      }
    }
  })

  test('towns and cities stand where they stood, in arrays that nobody else holds', () => {
    const later = observe(after(2015, 50_000), nowOf(2015))
    for (const column of ['county', 'longitude', 'latitude'] as const) {
      expect(later.settlements[column]).toEqual(record.settlements[column])
      expect(record.settlements[column].buffer).not.toBe(world.places[column].buffer)
    }
  })

  test('in 2010 quality at the facility is 1 on average, and what residents reach of it less: units say so', () => {
    const world = after(2010)
    const { residents, levelBase } = world.places
    const people = residents.reduce((a, b) => a + b, 0)
    const width = levelBase.length / residents.length
    const quality = (service: number) => residents.reduce((sum, number, j) => sum + number * levelBase[j * width + service], 0) / people
    for (const service of ['schooling', 'health', 'infrastructure']) expect(quality(services.indexOf(service as 'health')), service).toBeCloseTo(1, 1)
    const record = observe(world, nowOf(2010))
    expect(of(record, 'serviceLevel')).toBeLessThan(0.95)
    for (const { id, unit } of indicators) {
      if (!id.startsWith('serviceLevel')) continue
      expect(unit.en, id).toBe('1 = mean quality at the facility in 2010, before distance and registration')
      expect(unit.zh, id).toContain('未扣除距离和户籍限制')
    }
    expect(allParameters.serviceStandard.unit).toContain('before distance and registration')
    // A pupil costs more than the variable cost, which is the unit.
    const { users, unitCost } = world.places
    const schooling = services.indexOf('schooling')
    const pupils = residents.reduce((sum, _, j) => sum + users[j * width + schooling], 0)
    expect(residents.reduce((sum, _, j) => sum + users[j * width + schooling] * unitCost[j * width + schooling], 0) / pupils).toBeGreaterThan(1.1)
    expect(indicators[indicatorIndex('needPerHead')].unit).toEqual({ en: '1 = variable cost of one pupil’s schooling', zh: '一名学生教育的可变成本=1' })
  })

  test('looking changes nothing', () => {
    const before = censusDay()
    const copy = copyWorld(before)
    observe(before, nowOf(2010))
    expect(fingerprint({ ...before, memory: null })).toBe(fingerprint({ ...copy, memory: null }))
    expect(nation.provinces.code).toHaveLength(31)
  })
})

describe('counties', () => {
  const scale = 50_000
  const world = after(2014, scale)
  const { parameters } = nowOf(2014)
  const first = observeCounties(censusDay(scale), nation)
  const table = measureCounties(world, nation, parameters, first.residents)
  const record = observe(world, nowOf(2014))
  const column = (id: string) => nation.counties.code.map((_, c) => table[c * indicators.length + indicatorIndex(id)])

  test('add up to the nation', () => {
    for (const id of ['population', 'farmland', 'outMigrantWorkers', 'urbanResidents']) {
      const sum = column(id).filter(Number.isFinite).reduce((a, b) => a + b, 0)
      expect(sum / record.nation[indicatorIndex(id)], id).toBeCloseTo(1, 9)
    }
    const residents = column('population')
    const old = column('share60Plus').reduce((sum, share, c) => sum + (residents[c] > 0 ? share * residents[c] : 0), 0)
    expect(old / of(record, 'population')).toBeCloseTo(of(record, 'share60Plus'), 9)
  })

  test('say of people what the table of people says', () => {
    const { residents, urban, rural, ageSex } = observeCounties(world, nation)
    const agedFrom = (c: number, group: number) => [0, 18].reduce((sum, sex) =>
      sum + ageSex.slice(c * 36 + sex + group, c * 36 + sex + 18).reduce((a, b) => a + b, 0), 0)
    const expected: Record<string, (c: number) => number> = {
      population: c => residents[c], urbanResidents: c => urban[c], ruralResidents: c => rural[c], urbanShare: c => urban[c] / residents[c],
      share60Plus: c => agedFrom(c, 12) / residents[c], share65Plus: c => agedFrom(c, 13) / residents[c],
      populationChange: c => residents[c] / first.residents[c] - 1,
    }
    for (const [id, of] of Object.entries(expected)) {
      column(id).forEach((value, c) => {
        if (!(Math.abs(value - of(c)) <= 1e-9 * Math.max(1, of(c)))) expect(value, `${id} ${nation.counties.code[c]}`).toBe(of(c))
      })
    }
  })

  test('have what makes sense for them and nothing else', () => {
    for (const { id, levels } of indicators) {
      const known = column(id).filter(Number.isFinite).length
      if (levels.includes('county')) expect(known, id).toBeGreaterThan(0)
      else expect(known, id).toBe(0)
    }
  })
})
