/** How far births differ between provinces beyond what ages and areas of their women give. */
import { ageGroups, type NationData } from '../data.ts'
import type { Parameters } from '../parameters.ts'
import { birthRates } from '../processes/rates.ts'

const firstGroup = 3
const lastGroup = 9
/** Factors are kept within this range: the census's births are undercounted, not everywhere alike. Assumption. */
const range = [0.5, 2] as const

/**
 * Births of the census of 2010 by province, over births that national rates by age and factors by area give for the women counted there;
 * by province, 1 in the nation (indirect standardisation).
 */
export function fertilityByProvince(data: NationData, parameters: Parameters): Float64Array {
  const { counties, provinces } = data
  const rates = birthRates(data, 2010, parameters.fertilityVariant, 1)
  const expected = new Float64Array(provinces.code.length)
  const residents = new Float64Array(provinces.code.length)
  counties.code.forEach((_, c) => {
    const q = counties.province[c]
    residents[q] += counties.residents[c]
    const rural = counties.rural[c] / Math.max(1, counties.rural[c] + counties.urban[c])
    const urbanFactor = counties.district[c] === 1 ? parameters.fertilityCity : parameters.fertilityTown
    const area = rural * parameters.fertilityVillage + (1 - rural) * urbanFactor
    for (let group = firstGroup; group <= lastGroup; group++) {
      expected[q] += counties.ageSex[c][ageGroups + group] * rates[group * 5 + 2] * area
    }
  })
  const births = provinces.birthRate2010.map((rate, q) => rate * residents[q])
  const sum = (values: ArrayLike<number>) => Array.from(values).reduce((all, value) => all + value, 0)
  const nation = sum(births) / sum(expected)
  return expected.map((value, q) => Math.min(range[1], Math.max(range[0], births[q] / value / nation)))
}
