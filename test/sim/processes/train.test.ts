/** Training: money turns unskilled migrants into skilled ones, at its cost, and nobody else. */
import { expect, test } from 'vitest'
import { indicatorIndex, indicators } from '../../../sim/index.ts'
import { observe } from '../../../sim/indicators/observe.ts'
import { defaultParameters } from '../../../sim/parameters.ts'
import { train } from '../../../sim/processes/train.ts'
import { wageIndex } from '../../../sim/wage-index.ts'
import { activityShift, educationShift, villagerBit } from '../../../sim/codes/person-word.ts'
import { activity, education, type World } from '../../../sim/world.ts'
import { after, ageOf, chances, living, nowOf, total } from '../../helpers/nation.ts'

const year = 2013
const { trainingCost } = defaultParameters()
const levelOf = ({ people: { word } }: World, i: number) => (word[i] >>> educationShift) & 3

function trained(yuan: number): { world: World; rose: number[]; before: Uint32Array } {
  const world = after(2012, 20_000)
  world.governments.programmes.fill(0)
  const before = world.people.word.slice()
  train(world, nowOf(year, { training: yuan }), chances('ageing', year))
  return { world, before, rose: living(world).filter(i => world.people.word[i] !== before[i]) }
}

test('without money nobody is trained, and nothing is booked', () => {
  const { world, rose } = trained(0)
  expect(rose).toEqual([])
  expect(total(world.governments.programmes)).toBe(0)
})

test('migrant villagers of 16 to 49 who work in town rise to the skill of senior secondary school, and nobody else', () => {
  const { world, rose, before } = trained(1500)
  expect(rose.length).toBeGreaterThan(50)
  expect(world.tally.trained).toBe(rose.length)
  for (const i of rose) {
    expect((before[i] >>> educationShift) & 3).toBeLessThan(education.senior)
    expect(levelOf(world, i)).toBe(education.senior)
    expect(world.people.word[i] & ~(3 << educationShift)).toBe(before[i] & ~(3 << educationShift))
    expect(before[i] & villagerBit).toBe(villagerBit)
    expect([activity.offFarm, activity.unemployed]).toContain((before[i] >>> activityShift) & 7)
    expect(ageOf(world, i)).toBeGreaterThanOrEqual(16)
    expect(ageOf(world, i)).toBeLessThan(50)
    expect(world.people.place[i]).toBeGreaterThanOrEqual(world.places.villages)
    expect(world.people.registered[i]).toBeLessThan(world.places.villages)
  }
})

test('costs what it is said to cost for each who rises', () => {
  const { world, rose } = trained(1200)
  const perHead = total(world.governments.programmes) / (rose.length * world.scale * wageIndex(world))
  // Who rises is drawn: a few hundred in thousands.
  expect(Math.abs(perHead / trainingCost - 1)).toBeLessThan(0.2)
})

test('who rises on little money rises on more', () => {
  const more = new Set(trained(1000).rose)
  for (const i of trained(300).rose) expect(more.has(i)).toBe(true)
})

test('counts as senior secondary schooling, as the definition says', () => {
  const at = indicatorIndex('seniorSecondaryShare')
  const [without, withMoney] = [0, 1500].map(yuan => observe(trained(yuan).world, nowOf(year)).nation[at])
  expect(withMoney).toBeGreaterThan(without)
  expect(indicators[at].definition.en).toMatch(/trained/)
  expect(indicators[at].definition.zh).toMatch(/培训/)
})
