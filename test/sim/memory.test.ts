/** The memory of a world: what compiled loops are handed lies in it, copies share nothing, and a world that needs more room stays what it was. */
import { expect, test } from 'vitest'
import { populate, run } from '../../sim/index.ts'
import { constant, createMemory } from '../../sim/memory.ts'
import { giveBirth } from '../../sim/processes/give-birth.ts'
import { migrate } from '../../sim/processes/migrate.ts'
import { pair } from '../../sim/processes/pair.ts'
import { chanceOf, draw } from '../../sim/random.ts'
import { scratchIn, scratchZerosIn } from '../../sim/scratch.ts'
import { addHousehold, addPerson, copyWorld, createWorld, enlarge, type World } from '../../sim/world.ts'
import { after, censusDay, chances, nation, nowOf, scenarioOf } from '../helpers/nation.ts'
import { household, person, tinyWorld, village } from '../helpers/tiny-world.ts'

const chance = chanceOf('memory', 'test')
const memory = () => createMemory(1 << 16)

/** Every column of a world as plain numbers, as far as it is used. */
function contents({ people, households, places, governments, ledger }: World): Record<string, number[]> {
  const used = (name: string, columns: object, count = Infinity) =>
    Object.entries(columns).flatMap(([key, column]) =>
      (typeof column === 'number' ? [[`${name}.${key}`, [column]]] : [[`${name}.${key}`, Array.from((column as Float64Array).subarray(0, Math.min(count, (column as Float64Array).length)))]]))
  return Object.fromEntries([
    ...used('people', people, people.count), ...used('households', households, households.count), ...used('places', places), ...used('governments', governments),
    ...used('ledger', ledger, Math.max(ledger.purses, ledger.income.length)),
  ])
}

test('a compiled loop reads and writes the columns that TypeScript sees', () => {
  const here = memory()
  const low = here.column(Int32Array, 6)
  const high = here.column(Int32Array, 6)
  const drawn = here.column(Int32Array, 6)
  low.set([-5, 0, 2 ** 31 - 1, 12, -(2 ** 31), 3])
  high.set([7, -(2 ** 31), 1, 0, -1, 2 ** 31 - 1])
  here.loops.drawEach(chance, low, high, 6, drawn)
  expect(Array.from(drawn)).toEqual(Array.from(low, (id, n) => draw(chance, id, high[n])))
})

test('a column of another memory is refused, and so is one of none, unless it never changes', () => {
  const here = memory()
  const drawn = here.column(Int32Array, 2)
  const ids = Int32Array.of(1, 2)
  expect(() => here.loops.drawEach(chance, ids, ids, 2, drawn)).toThrow('expected a column of this world or a constant one')
  const others = memory().column(Int32Array, 2)
  expect(() => here.loops.drawEach(chance, others, others, 2, drawn)).toThrow('expected a column of this world')
  here.loops.drawEach(chance, constant(ids), ids, 2, drawn)
  expect(Array.from(drawn)).toEqual([1, 2].map(id => draw(chance, id, id)))
})

test('says so when there is no room left', () => {
  expect(() => memory().column(Float64Array, 1 << 20)).toThrow(/memory of a world: expected at most \d+ bytes, got \d+/)
})

test('scratch columns keep what was left in them, those of zeros do not, and worlds do not share them', () => {
  const [here, there] = [memory(), memory()]
  const kept = scratchIn(Int32Array)
  const zeros = scratchZerosIn(Float64Array)
  kept(here, 10).fill(3)
  kept(there, 10).fill(4)
  zeros(here, 10).fill(3)
  expect(kept(here, 8).every(value => value === 3)).toBe(true)
  expect(kept(here, 8)).toHaveLength(8)
  expect(zeros(here, 10).every(value => value === 0)).toBe(true)
  // More than it had: other memory, the same column from then on.
  kept(here, 100)[99] = 5
  expect(kept(here, 100)[99]).toBe(5)
})

test('a world that is moved to more room has the same people, households, places and money', () => {
  const world = copyWorld(censusDay(100_000))
  const before = contents(world)
  const room = world.people.word.length
  enlarge(world)
  expect(world.people.word.length).toBeGreaterThan(room)
  expect(contents(world)).toEqual(before)
})

test('how much room there is makes no difference to what happens', () => {
  const scenario = scenarioOf({ scale: 100_000, years: [2010, 2013] })
  const nationOf = (world: World) => Array.from(run(scenario, nation, world), record => Array.from(record.nation))
  const wide = populate(scenario, nation)
  enlarge(wide)
  expect(nationOf(wide)).toEqual(nationOf(populate(scenario, nation)))
})

/** The same world with room for nobody more. */
function withoutRoom(world: World): World {
  const room = { persons: world.people.count, households: world.households.count }
  const tight = createWorld(world.year, world.scale, room, world.places, world.governments)
  for (const part of ['people', 'households', 'ledger'] as const) {
    const to = tight[part] as unknown as Record<string, number | Float64Array>
    for (const [name, column] of Object.entries(world[part] as unknown as Record<string, number | Float64Array>)) {
      const its = to[name]
      if (typeof column === 'number') to[name] = column
      else (its as Float64Array).set(column.subarray(0, (its as Float64Array).length))
    }
  }
  return tight
}

test.each([
  ['fertility', giveBirth], ['partnership', pair], ['migration', migrate],
] as const)('%s gets the room it needs before loops add people and households', (name, process) => {
  const [wide, tight] = [copyWorld(after(2010)), withoutRoom(after(2010))]
  const before = wide.people.count + wide.households.count
  for (const world of [wide, tight]) process(world, nowOf(2011), chances(name, 2011))
  expect(wide.people.count + wide.households.count).toBeGreaterThan(before)
  expect(contents(tight)).toEqual(contents(wide))
})

test('people and households come in beyond the first room', () => {
  const world = tinyWorld(64)
  const h = household(world, village)
  const [persons, households] = [world.people.word.length, world.households.first.length]
  for (let n = 0; n < persons; n++) person(world, h, { age: 30 })
  for (let n = 0; n < households; n++) addHousehold(world, n, n, village, village)
  addPerson(world, { word: 1, idLow: 7, idHigh: 8, household: h, place: village, registered: village, mother: -1, father: -1 })
  expect(world.people.count).toBe(persons + 1)
  expect(world.households.count).toBe(households + 1)
  let members = 0
  for (let i = world.households.first[h]; i >= 0; i = world.people.next[i]) members++
  expect(members).toBe(persons + 1)
})
