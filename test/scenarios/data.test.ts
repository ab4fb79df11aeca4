/** The nation's tables hold together and are what the build makes of the sources. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { loadNation } from '../../sim/cli/data.ts'
import { ageGroups } from '../../sim/data.ts'

const folder = fileURLToPath(new URL('../../scenarios/data/', import.meta.url))
const nation = loadNation()
const { counties, prefectures, provinces, fertility, mortality, observed } = nation
const topology = JSON.parse(readFileSync(join(folder, 'prefectures.topo.json'), 'utf8')) as
  { objects: { pref: { geometries: { properties: { code: string } }[] } } }

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0)
const countiesWhere = (holds: (county: number) => boolean) => counties.code.filter((_, county) => holds(county))

test('the counties are those of the census, with its residents', () => {
  expect(counties.code).toHaveLength(2861)
  expect(new Set(counties.code).size).toBe(2861)
  expect(sum(counties.residents)).toBe(1_332_087_462)
  expect(sum(counties.urban)).toBe(669_557_790)
})

test('every column has a cell for every county, and every cell is a number', () => {
  for (const [name, column] of Object.entries(counties)) {
    expect(column, name).toHaveLength(2861)
    if (name === 'nameZh') continue
    expect(column.flat().every(cell => Number.isFinite(cell) && Number(cell) >= 0), name).toBe(true)
  }
  for (const name of ['nonAgricultural', 'employedShare16Up', 'agricultureShareOfEmployed', 'educationStaffShare',
    'healthStaffShare', 'tapWater', 'toilet', 'bath', 'rented'] as const) {
    expect(Math.max(...counties[name]), name).toBeLessThanOrEqual(1)
  }
})

test('in every county ages, city and countryside add up', () => {
  expect(countiesWhere(i => counties.ageSex[i].length !== 2 * ageGroups)).toEqual([])
  expect(countiesWhere(i => sum(counties.ageSex[i]) !== counties.residents[i])).toEqual([])
  expect(countiesWhere(i => counties.urban[i] + counties.rural[i] !== counties.residents[i])).toEqual([])
  expect(countiesWhere(i => sum(counties.education[i]) > counties.residents[i])).toEqual([])
})

test('every county lies in a unit of the map, in its own province', () => {
  expect(prefectures.code).toEqual(topology.objects.pref.geometries.map(({ properties }) => Number(properties.code)))
  expect(countiesWhere(i => prefectures.province[counties.prefecture[i]] !== counties.province[i])).toEqual([])
  const provinceOf = (code: number) => Math.floor(code / 10000) * 10000
  expect(countiesWhere(i => provinces.code[counties.province[i]] !== provinceOf(counties.code[i]))).toEqual([])
})

test('the units without a county are Sansha and the cities founded after 2010', () => {
  const withCounty = new Set(counties.prefecture)
  expect(prefectures.code.filter((_, unit) => !withCounty.has(unit)))
    .toEqual([460300, 659005, 659006, 659007, 659008, 659009, 659010])
})

test('no county is off the map', () => {
  const { longitude, latitude } = counties
  const off = countiesWhere(i => longitude[i] < 73 || longitude[i] > 135.5 || latitude[i] < 18 || latitude[i] > 54)
  expect(off).toEqual([])
})

test('the counties of each province add up to its census within 1 %', () => {
  const census = nation.provinceCensus.find(({ year }) => year === 2010)!
  for (const [province, residents] of census.residents.entries()) {
    const counted = sum(counties.residents.filter((_, i) => counties.province[i] === province))
    expect(Math.abs(counted / residents - 1), provinces.nameEn[province]).toBeLessThan(0.01)
  }
})

test('migrants come from and go to the 31 provinces', () => {
  expect(provinces.code).toHaveLength(31)
  expect(nation.originDestination).toHaveLength(31 * 31)
  expect(provinces.code.every((_, i) => nation.originDestination[i * 31 + i] === 0)).toBe(true)
  const total = sum(nation.originDestination)
  expect(total).toBeGreaterThan(10_200_000)
  expect(total).toBeLessThan(10_300_000)
})

test('recent migrants arrive from and leave for the provinces they did: as many in all, few in Tibet, most in Guangdong', () => {
  const { arrivals, departures } = nation.recentMigrants
  const of = (column: number[], name: string) => column[provinces.nameEn.indexOf(name)]
  for (const column of [arrivals, departures]) {
    expect(column).toHaveLength(31)
    expect(Math.abs(sum(column) / 53.28e6 - 1)).toBeLessThan(0.001)
    expect(Math.min(...column)).toBe(of(column, 'Tibet'))
  }
  expect(Math.max(...arrivals)).toBe(of(arrivals, 'Guangdong'))
  expect(of(departures, 'Gansu')).toBeGreaterThan(2 * of(arrivals, 'Gansu'))
  // Who came in five years goes with who was there: the shifted names of six rows would break that.
  const there = provinces.code.map((_, q) => sum(counties.incomersOtherProvince.filter((_, c) => counties.province[c] === q)))
  for (const [q, number] of there.entries()) expect(arrivals[q] / number, provinces.nameEn[q]).toBeLessThan(2)
})

test('birth rates give the total fertility, death rates reach 2050', () => {
  for (const [i, year] of fertility.year.entries()) {
    const total = fertility.tfrMedium[fertility.tfrYear.indexOf(year)]
    expect(Math.abs(5 * sum(fertility.rate[i]) - total), String(year)).toBeLessThan(0.002)
  }
  expect(fertility.tfrYear).toEqual(Array.from({ length: 101 }, (_, i) => 2000 + i))
  expect(mortality.periodStart).toEqual([2000, 2005, 2010, 2015, 2020, 2025, 2030, 2035, 2040, 2045])
  for (const rates of [...mortality.male, ...mortality.female]) expect(rates).toHaveLength(mortality.ageStart.length)
  expect(nation.singleAge2010.male).toHaveLength(101)
})

test('observed series run in the order of years, in the units of the engine', () => {
  for (const { indicator, points } of observed) {
    expect(points.length, indicator).toBeGreaterThan(0)
    const years = points.map(({ year }) => year)
    expect(years, indicator).toEqual([...new Set(years)].sort((a, b) => a - b))
    if (!/Share|60Plus|gini/.test(indicator)) continue
    expect(Math.max(...points.map(({ value }) => value)), indicator).toBeLessThan(1)
  }
  const urban = observed.find(({ indicator }) => indicator === 'urbanShare')!.points
  expect(urban.find(({ year }) => year === 2010)!.value).toBe(0.4995)
  expect(urban.find(({ year }) => year === 2024)!.value).toBe(0.67)
})

test('the two files are below 700 kB, compressed', () => {
  const sizes = ['nation.json', 'prefectures.topo.json']
    .map(name => gzipSync(readFileSync(join(folder, name))).length)
  expect(sum(sizes)).toBeLessThan(700_000)
})

test('building again gives the same bytes', () => {
  const output = mkdtempSync(join(tmpdir(), 'nation-'))
  try {
    execFileSync(process.execPath, [join(folder, 'build.mjs'), output])
    for (const name of ['nation.json', 'county-index.json', 'prefectures.topo.json']) {
      expect(readFileSync(join(output, name)).equals(readFileSync(join(folder, name))), name).toBe(true)
    }
  } finally {
    rmSync(output, { recursive: true })
  }
})
