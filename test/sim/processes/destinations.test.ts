/** Tables of destinations: incomers are found again in their groups. */
import { expect, test } from 'vitest'
import { destinationsOf } from '../../../sim/processes/destinations.ts'
import { townspeople } from '../../../sim/processes/register.ts'
import { after, nation } from '../../helpers/nation.ts'

test('groups hold the incomers of a place by registration, in the order of places, and each of them is in one', () => {
  const world = after(2011)
  const { place, registered } = world.people
  const { incomers } = townspeople(world)
  const { groupStart, groupPlace, groupSize, coVillagersStart, coVillagers } = destinationsOf(world, nation, incomers)
  const expected = new Map<string, number>()
  for (const i of incomers) {
    const key = `${registered[i]} in ${place[i]}`
    expected.set(key, (expected.get(key) ?? 0) + 1)
  }
  const found = new Map<string, number>()
  for (let j = 0; j < world.places.count; j++) {
    for (let group = groupStart[j]; group < groupStart[j + 1]; group++) {
      if (group > groupStart[j]) expect(groupPlace[group]).toBeGreaterThan(groupPlace[group - 1])
      found.set(`${j} in ${groupPlace[group]}`, groupSize[group])
      expect(coVillagers.subarray(coVillagersStart[j], coVillagersStart[j + 1]).filter(its => its === group).length).toBe(groupSize[group])
    }
  }
  expect(found).toEqual(expected)
})
