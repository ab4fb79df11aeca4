/** The stored run of the nation around counties: compact, made from the tables at hand, and the rest of China as the census has it. */
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { firstYear, lastYear, run, type SurroundingsFile } from '../../../sim/index.ts'
import { defaultsHash, hashOf } from '../../../sim/cli/hash.ts'
import { ageGroups } from '../../../sim/data.ts'
import { livingByArea } from '../../../sim/processes/die.ts'
import { growOlder } from '../../../sim/processes/grow-older.ts'
import { givenLiving } from '../../../sim/processes/surround.ts'
import { recordSurroundings } from '../../../sim/experiments/record-surroundings.ts'
import { givenColumn, givenWidth, readSurroundings, valuesIn } from '../../../sim/stages/surroundings.ts'
import { after, chances, nation, nowOf, total } from '../../helpers/nation.ts'
import { censusDayAt, dataOf, isOwn, scenarioAt } from '../../helpers/stages.ts'

const text = readFileSync('scenarios/data/surroundings.json', 'utf8')
const file: SurroundingsFile = JSON.parse(text)
const surroundings = readSurroundings(file, nation.prefectures.code.length, nation.provinces.code.length)
const census = total(nation.counties.residents)

/** Sum over all units. */
const all = (year: number, column: number) => {
  const values = valuesIn(surroundings, year)
  let sum = 0
  for (let unit = 0; unit < surroundings.units; unit++) sum += values[unit * givenWidth + column]
  return sum
}

describe('the stored run', () => {
  test('is below 250 kB, compressed', () => {
    expect(gzipSync(text).length).toBeLessThan(250_000)
  })

  test('was recorded from these tables and parameters, and is as it was written: else npm run surroundings', () => {
    const { hash, from, format, ...rest } = file
    expect(format).toBe(1)
    expect(from.dataHash).toBe(nation.hash)
    expect(from.parameters).toBe(defaultsHash(nation))
    expect(hashOf(rest)).toBe(hash)
    expect([file.years[0], file.years.at(-1)]).toEqual([firstYear, lastYear])
  })

  test('is taken down as it is lived: what is read back is the world of that year', () => {
    const scale = 100_000
    const coarse = recordSurroundings(nation, scale, '1', () => {})
    const read = readSurroundings({ ...coarse, hash: '', from: file.from }, nation.prefectures.code.length, nation.provinces.code.length)
    for (const year of [2010, 2012]) {
      const { places } = after(year, scale)
      const values = valuesIn(read, year)
      const of = (column: number) => total(Array.from({ length: read.units }, (_, unit) => values[unit * givenWidth + column]))
      // In steps of a hundred persons.
      expect(Math.abs(of(givenColumn.residents) - total(places.residents) * scale)).toBeLessThan(read.units * 50)
      expect(Math.abs(of(givenColumn.incomers) - total(places.incomers) * scale)).toBeLessThan(read.units * 50)
    }
    expect(coarse.norms.townspeople).toBeGreaterThan(0.8)
    expect(coarse.norms.townspeople).toBeLessThan(0.97)
  })

  test('has all of China in 2010, and everybody registered somewhere in every year', () => {
    expect(Math.abs(all(2010, givenColumn.residents) / census - 1)).toBeLessThan(0.005)
    for (const year of [2010, 2015, 2031, 2050]) {
      expect(Math.abs(all(year, givenColumn.registered) / all(year, givenColumn.residents) - 1), String(year)).toBeLessThan(0.002)
    }
  })

  test('has the people of each area by age, whom death rates are shared out among', () => {
    const given = givenLiving({ ...nowOf(2012), data: dataOf('county:510121') })!
    const world = after(2011, 20_000)
    growOlder(world, nowOf(2012), chances('ageing', 2012))
    const lived = livingByArea(world)
    const oldIn = (living: ArrayLike<number>, area: number) => total(Array.from(living).filter((_, at) =>
      Math.floor(at / ageGroups / 2) === area && at % ageGroups >= 12))
    for (let area = 0; area < 3; area++) {
      const [share, its] = [given, lived].map(living => oldIn(living, area) / [0, 1, 2].reduce((sum, other) => sum + oldIn(living, other), 0))
      expect(Math.abs(share - its), String(area)).toBeLessThan(0.01)
    }
    expect(Math.abs((total(given) * 1000) / (total(lived) * 20_000) - 1)).toBeLessThan(0.005)
  })

  test('goes evenly from one recorded year to the next', () => {
    const [before, between, after] = [2020, 2021, 2022].map(year => all(year, givenColumn.labour))
    expect(between).toBeCloseTo((before + after) / 2, 0)
  })
})

describe.each(['county:510121', 'county:110108', 'county:542123'] as const)('around %s', stage => {
  const world = censusDayAt(stage, 50)
  const { places, scale } = world

  test('lies the rest of China: together they have its people', () => {
    expect(Math.abs((total(places.residents) * scale) / census - 1)).toBeLessThan(0.01)
  })

  test('are wages, chances of work and services, which go on being read', () => {
    for (const record of run(scenarioAt(stage, { scale: 50, years: [2010, 2012] }), dataOf(stage), world)) void record
    const values = valuesIn(surroundings, 2012)
    let seen = 0
    for (let j = places.villages; j < places.count; j++) {
      if (isOwn(world, j)) continue
      seen++
      const unit = places.given[j] * givenWidth
      expect(places.wage[j * 2]).toBe(values[unit + givenColumn.wage])
      expect(places.employment[j * 2 + 1]).toBe(values[unit + givenColumn.skilledEmployment])
      expect(places.level[j * 6]).toBeGreaterThan(0)
      expect(places.rent[j]).toBeGreaterThan(0)
    }
    expect(seen).toBeGreaterThan(500)
  })
})
