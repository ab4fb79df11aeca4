/** Schooling by county: as many of each level as the census counted, in the order of ages and areas that is assumed. */
import { describe, expect, test } from 'vitest'
import { classes, levels, tableSize } from '../../../sim/codes/schooling-table.ts'
import { ageGroups } from '../../../sim/data.ts'
import { addByClass, ageClass, classesOfGroups, educationByCounty, levelAttained } from '../../../sim/populate/schooling-attained.ts'
import { nation, total } from '../../helpers/nation.ts'

const { counties } = nation
const education = educationByCounty(nation)
const tableOf = (c: number, area: number) => education.subarray((c * 2 + area) * tableSize, (c * 2 + area + 1) * tableSize)
const [college, townspeople, villagers] = [levels - 1, 0, 1]

describe('schooling by county', () => {
  test('shares run up to one', () => {
    expect(education).toHaveLength(counties.code.length * 2 * tableSize)
    let [falls, ends] = [0, 0]
    for (let at = 0; at < education.length; at++) {
      if (at % levels > 0 && education[at] < education[at - 1]) falls++
      if (at % levels === college && Math.abs(education[at] - 1) < 1e-6) ends++
    }
    expect(falls).toBe(0)
    expect(ends).toBe(education.length / levels)
  })

  test.each([['men', 0], ['women', 1]])('%s reach each level as often as counted, within 3 % of all', (_, sex) => {
    const classesOf = classesOfGroups(nation.singleAge2010)[sex]
    const errors = counties.code.flatMap((_, c) => {
      const people = new Float64Array(classes)
      for (let group = 1; group < ageGroups; group++) addByClass(people, 0, counties.ageSex[c][sex * ageGroups + group], classesOf[group])
      const counted = counties.education[c].slice(sex * levels, (sex + 1) * levels)
      const all = Math.max(1, counties.urban[c] + counties.rural[c])
      return counted.map((number, level) => {
        let reached = 0
        for (const [area, part] of [[townspeople, counties.urban[c] / all], [villagers, counties.rural[c] / all]]) {
          const table = tableOf(c, area)
          for (let a = 0; a < classes; a++) {
            const at = (sex * classes + a) * levels + level
            reached += people[a] * part * (table[at] - (level > 0 ? table[at - 1] : 0))
          }
        }
        return Math.abs(reached / total(people) - number / total(counted))
      })
    })
    expect(errors.filter(error => !(error < 0.03))).toEqual([])
  })

  test('more townspeople than villagers of an age go to college', () => {
    for (let c = 0; c < counties.code.length; c += 97) {
      const below = (area: number) => tableOf(c, area)[ageClass(25) * levels + college - 1]
      expect(below(townspeople)).toBeLessThanOrEqual(below(villagers))
    }
  })

  test('a level is the first whose running share passes the draw, and children are at primary school', () => {
    const table = tableOf(0, townspeople)
    const at = (1 * classes + ageClass(30)) * levels
    for (let level = 0; level < levels; level++) expect(levelAttained(table, 1, 30, table[at + level] - 1e-9)).toBe(level)
    expect(levelAttained(table, 1, 8, 0.999)).toBe(0)
  })
})
