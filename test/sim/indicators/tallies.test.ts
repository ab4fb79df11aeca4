/** Counting by groups of places: who is in a group does not change what they add up to. */
import { expect, test } from 'vitest'
import { ageMask, sexShift } from '../../../sim/codes/person-word.ts'
import * as at from '../../../sim/codes/positions.ts'
import { tallyUp } from '../../../sim/indicators/tallies.ts'
import { tiers } from '../../../sim/index.ts'
import { after, living, nation } from '../../helpers/nation.ts'

const world = after(2014, 50_000)
const { people, places } = world
const provinces = nation.provinces.code.length
const tally = (apart: boolean) => {
  const { counts, byAge, groupOf, groups } = tallyUp(world, provinces, tiers.length, apart)
  return { counts: counts.slice(), byAge: byAge.slice(), groupOf: groupOf.slice(), groups }
}
const [apart, together] = [tally(true), tally(false)]

test('places of one prefecture and tier count what they count one by one', () => {
  const added = new Int32Array(together.counts.length)
  for (let j = 0; j < places.count; j++) {
    for (let n = 0; n < at.rowWidth; n++) added[together.groupOf[j] * at.rowWidth + n] += apart.counts[apart.groupOf[j] * at.rowWidth + n]
  }
  expect(together.groups).toBeLessThan(apart.groups)
  expect(together.counts).toEqual(added)
  expect(together.byAge).toEqual(apart.byAge)
})

test('everyone is counted once as a resident, and once where registered', () => {
  const alive = living(world)
  const sum = (from: number, until: number, j: number) => apart.counts.subarray(j * at.rowWidth + from, j * at.rowWidth + until).reduce((a, b) => a + b, 0)
  for (let j = 0; j < places.count; j++) {
    expect(sum(at.residents, at.minors, j)).toBe(alive.filter(i => people.place[i] === j).length)
    expect(sum(at.origins, at.workersAge, j)).toBe(alive.filter(i => people.registered[i] === j).length)
  }
})

test('the old in villages are told by where their grown children live, wives left aside', () => {
  const alive = living(world)
  const kin = new Map(alive.filter(i => (people.word[i] & ageMask) >= 60 && people.place[i] < places.villages).map(i => [i, 0]))
  const wives = alive.filter(i => ((people.word[i] >>> sexShift) & 1) === 1 && people.partner[i] >= 0)
  // There is something to leave aside.
  expect(wives.some(i => kin.has(people.mother[i]))).toBe(true)
  for (const child of alive.filter(i => (people.word[i] & ageMask) >= 18 && !wives.includes(i))) {
    for (const parent of [people.mother[child], people.father[child]]) {
      const [here, there] = [people.place[parent], people.place[child]]
      const where = here === there ? at.childrenHere : places.town[here] === places.town[there] ? at.childrenNear : at.childrenAway
      if (kin.has(parent)) kin.set(parent, kin.get(parent)! | where)
    }
  }
  const expected = new Int32Array(places.count * at.elderKinds)
  for (const [i, where] of kin) expected[people.place[i] * at.elderKinds + where]++
  const counted = Int32Array.from(expected, (_, n) => apart.counts[Math.floor(n / at.elderKinds) * at.rowWidth + at.elders + (n % at.elderKinds)])
  expect(counted).toEqual(expected)
})
