/** One more person changes nobody else's fate: draws belong to people, not to a place in a queue. */
import { describe, expect, test } from 'vitest'
import { die } from '../../sim/processes/die.ts'
import { giveBirth } from '../../sim/processes/give-birth.ts'
import { growOlder } from '../../sim/processes/grow-older.ts'
import { work } from '../../sim/processes/work.ts'
import { activityShift, aliveBit, sexShift, villagerBit } from '../../sim/codes/person-word.ts'
import { tidy } from '../../sim/tidy.ts'
import { activity, addHousehold, addPerson, type World } from '../../sim/world.ts'
import { after, chances, idOf, living, nowOf } from '../helpers/nation.ts'

const year = 2012
const stranger = { idLow: 123_456_789, idHigh: -987_654_321 }

/** Somebody whom the world has not known, alone in a village household. */
function withOneMore(world: World, age: number, sex: number): World {
  const h = addHousehold(world, 17, 23, 0, 0)
  const does = age < 6 ? activity.infant : age < 16 ? activity.pupil : activity.farm
  addPerson(world, {
    word: age | (sex << sexShift) | (does << activityShift) | aliveBit | villagerBit, ...stranger,
    household: h, place: 0, registered: 0, mother: -1, father: -1,
  })
  return world
}

/** Everybody's word after the demographic steps, by id: age, schooling, children born, alive or gone. */
function fates(world: World): Map<string, number> {
  const now = nowOf(year)
  growOlder(world, now, chances('ageing', year))
  die(world, now, chances('mortality', year))
  giveBirth(world, now, chances('fertility', year))
  return new Map(living(world).map(i => [idOf(world, i), world.people.word[i]]))
}

const scale = 20_000
const usual = fates(after(2011, scale))
const differ = (others: Map<string, number>) => [...others].filter(([id, word]) =>
  usual.get(id) !== word && id !== `${stranger.idLow} ${stranger.idHigh}`).map(([id]) => id)
const missing = (others: Map<string, number>) => [...usual.keys()].filter(id => !others.has(id))

describe('one more person', () => {
  test.each([['a man of 40', 40, 0], ['a boy of 15', 15, 0], ['a girl of 3', 3, 1], ['a woman of 70', 70, 1], ['a man of 95', 95, 0]])(
    '%s changes nobody else’s ageing, schooling, death, or births', (_, age, sex) => {
      const others = fates(withOneMore(after(2011, scale), age, sex))
      expect(differ(others)).toEqual([])
      expect(missing(others)).toEqual([])
    })

  test('a woman of 30 without a partner adds her share to the births of her age and changes no other age', () => {
    // Rates hold for all women of an age, so one more raises the chance of those with a partner by one part in their number.
    const others = fates(withOneMore(after(2011, scale), 30, 1))
    expect(differ(others).length + missing(others).length).toBeLessThanOrEqual(2)
  })

  test('first in line, or last: the order of people in memory changes nobody’s fate', () => {
    const world = after(2011, scale)
    tidy(world)
    const others = fates(world)
    expect(differ(others)).toEqual([])
    expect(missing(others)).toEqual([])
  })

  test('a child changes nobody’s work', () => {
    const doing = (world: World) => {
      work(world, nowOf(year), chances('work', year))
      return new Map(living(world).map(i => [idOf(world, i), (world.people.word[i] >>> activityShift) & 7]))
    }
    // A child seeks no work and leaves every market as it was.
    const [without, with_] = [doing(after(2011, scale)), doing(withOneMore(after(2011, scale), 3, 0))]
    expect([...without].filter(([id, does]) => with_.get(id) !== does)).toEqual([])
  })
})
