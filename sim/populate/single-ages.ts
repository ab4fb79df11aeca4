/** Single years of age within the census's five-year groups, in the proportions of the UN estimates for its day. */
import { ageGroups, type NationData } from '../data.ts'

/** A single age for a number in [0, 1). */
export type SingleAges = (sex: number, group: number, u: number) => number

export function singleAgesOf({ singleAge2010 }: NationData): SingleAges {
  const sums = [singleAge2010.male, singleAge2010.female].map(persons =>
    Array.from({ length: ageGroups }, (_, group) => {
      const last = group === ageGroups - 1 ? 100 : group * 5 + 4
      const running: number[] = []
      let total = 0
      for (let age = group * 5; age <= last; age++) running.push((total += persons[age]))
      return running
    }))
  return (sex, group, u) => {
    const running = sums[sex][group]
    const target = u * running[running.length - 1]
    let n = 0
    while (running[n] <= target && n < running.length - 1) n++
    return group * 5 + n
  }
}
