/** China at a coarse scale, populated once and copied for each test. */
import { createHash } from 'node:crypto'
import { loadNation } from '../../sim/cli/data.ts'
import { copyWorld, indicatorIndex, populate, readScenario, run, type World, type YearRecord } from '../../sim/index.ts'
import { defaultParameters, type Parameters } from '../../sim/parameters.ts'
import type { ChanceFor, Now } from '../../sim/processes/process.ts'
import { chanceOf } from '../../sim/random.ts'
import { ageMask, aliveBit, sexShift } from '../../sim/codes/person-word.ts'

export const nation = loadNation()

/** A scenario with these settings, read as from a file. */
export const scenarioOf = (settings: Record<string, unknown> = {}) =>
  readScenario({ format: 1, scale: 100_000, ...settings })

const kept = new Map<string, World>()

/** A copy of China on census day, with nobody's year lived through. */
export function censusDay(scale = 100_000, seed = '1'): World {
  return copyWorld(remembered(`${scale} ${seed}`, () => populate(scenarioOf({ scale, seed }), nation)))
}

/** A copy of China after the year's last step: the default course of things. */
export function after(year: number, scale = 100_000, seed = '1'): World {
  return copyWorld(remembered(`${scale} ${seed} ${year}`, () => {
    // On from the last year that is there: that a copy lives on as the original would have is what branch.test.ts holds it to.
    let from = year - 1
    while (from >= 2010 && !kept.has(`${scale} ${seed} ${from}`)) from--
    const world = from < 2010 ? censusDay(scale, seed) : after(from, scale, seed)
    for (const record of run(scenarioOf({ scale, seed, years: [2010, year] }), nation, world)) void record
    return world
  }))
}

function remembered(key: string, make: () => World): World {
  let world = kept.get(key)
  if (!world) kept.set(key, (world = make()))
  return world
}

/** What processes are told of a year: the defaults, but for these. */
export const nowOf = (year: number, changes: Partial<Parameters> = {}, data = nation): Now =>
  ({ year, first: year === 2010, elapsed: year - 2010, parameters: { ...defaultParameters(), ...changes }, data })

/** The draws of one process in one year, as a run gives them. */
export const chances = (process: string, year: number, seed = '1'): ChanceFor =>
  purpose => chanceOf(seed, process, year, purpose)

/** Indices of everybody alive. */
export function living({ people }: World): number[] {
  const { count, word } = people
  const found: number[] = []
  for (let i = 0; i < count; i++) if ((word[i] & aliveBit) !== 0) found.push(i)
  return found
}

export const ageOf = ({ people }: World, i: number): number => people.word[i] & ageMask
export const sexOf = ({ people }: World, i: number): number => (people.word[i] >>> sexShift) & 1

/** A person's id as one text, for sets and maps. */
export const idOf = ({ people }: World, i: number): string => `${people.idLow[i]} ${people.idHigh[i]}`

export const total = (values: Iterable<number>): number => {
  let sum = 0
  for (const value of values) sum += value
  return sum
}

export const valueOf = (record: YearRecord, id: string): number => record.nation[indicatorIndex(id)]

/** A fingerprint of every bit in columns, records or whole worlds. */
export function fingerprint(value: unknown): string {
  const hash = createHash('sha256')
  const add = (part: unknown): void => {
    if (ArrayBuffer.isView(part)) hash.update(new Uint8Array(part.buffer, part.byteOffset, part.byteLength))
    else if (Array.isArray(part)) part.forEach(add)
    else if (part !== null && typeof part === 'object') {
      for (const [name, inner] of Object.entries(part)) {
        hash.update(name)
        add(inner)
      }
    } else hash.update(`${typeof part} ${String(part)};`)
  }
  add(value)
  return hash.digest('hex')
}

/**
 * The largest difference between two values of one shape, number by number, relative to the number; infinite where the shape differs. Single precision may differ
 * by its last digit.
 */
export function furthest(one: unknown, other: unknown): number {
  if (Object.is(one, other)) return 0
  if (typeof one === 'number' && typeof other === 'number') return Math.abs(one - other) / Math.max(Math.abs(one), Math.abs(other))
  if (one === null || other === null || typeof one !== 'object' || typeof other !== 'object') return Infinity
  const [ones, others] = [Object.entries(one), Object.entries(other)]
  if (ones.length !== others.length) return Infinity
  let most = 0
  ones.forEach(([, part], n) => {
    const far = furthest(part, others[n][1])
    // What is no number here and is one there is as far as can be.
    most = Number.isNaN(far) ? Infinity : Math.max(most, far)
  })
  return one instanceof Float32Array && most <= 2 ** -23 ? 0 : most
}

/**
 * Everything a world holds of its people and households up to their counts: spare capacity left out, which a copy may lay out differently.
 */
export function contents(world: World): unknown {
  const used = (columns: object, count: number) => Object.fromEntries(Object.entries(columns).map(([name, column]) =>
    [name, ArrayBuffer.isView(column) ? (column as Uint32Array).subarray(0, count) : column]))
  return { ...world, people: used(world.people, world.people.count), households: used(world.households, world.households.count) }
}

/** What is wrong with the links between people, households and places; empty when nothing is. */
export function brokenLinks(world: World): string[] {
  const { people, households, places } = world
  const wrong: string[] = []
  const say = (problem: string) => { if (wrong.length < 10) wrong.push(problem) }
  const seen = new Uint8Array(people.count)
  for (let h = 0; h < households.count; h++) {
    for (let i = households.first[h]; i >= 0; i = people.next[i]) {
      if (i >= people.count || seen[i]) {
        say(`household ${h} lists ${i}, who is listed already or does not exist`)
        break
      }
      seen[i] = 1
      if (people.household[i] !== h) say(`household ${h} lists ${i}, who thinks to be in ${people.household[i]}`)
      if ((people.word[i] & aliveBit) === 0) say(`household ${h} lists ${i}, who is dead`)
    }
    if (households.first[h] < 0) continue
    if (households.home[h] >= places.count) say(`household ${h} keeps house in place ${households.home[h]} of ${places.count}`)
    if (households.origin[h] >= places.count) say(`household ${h} comes from place ${households.origin[h]} of ${places.count}`)
  }
  for (const i of living(world)) {
    if (!seen[i]) say(`${i} lives in no household`)
    if (people.place[i] >= places.count) say(`${i} lives in place ${people.place[i]} of ${places.count}`)
    if (people.registered[i] >= places.count) say(`${i} is registered in place ${people.registered[i]} of ${places.count}`)
    const partner = people.partner[i]
    if (partner === i || partner >= people.count) say(`${i} has partner ${partner}`)
    else if (partner >= 0) {
      if (people.partner[partner] !== i) say(`${i} has partner ${partner}, who has ${people.partner[partner]}`)
      if ((people.word[partner] & aliveBit) === 0) say(`${i} has partner ${partner}, who is dead`)
    }
    for (const parent of [people.mother[i], people.father[i]]) {
      if (parent === i || parent >= people.count) say(`${i} has parent ${parent}`)
    }
  }
  return wrong
}
