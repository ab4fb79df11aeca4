/** How far births differ between provinces, and between counties of one, beyond what ages and areas of their women give. */
import { ageGroups, type NationData } from '../data.ts'
import { sum } from '../math.ts'
import type { Parameters } from '../parameters.ts'
import { birthRates } from '../processes/rates.ts'

const firstGroup = 3
const lastGroup = 9
/** Factors are kept within this range: the census's births are undercounted, not everywhere alike. Assumption. */
const range = [0.5, 2] as const
/** Children of a county on average of its province that are added to those counted: small counties differ less. Assumption. */
const shrinkage = 500

/**
 * By county, 1 in the nation (indirect standardisation): the births of its province in the census of 2010 over those expected there, times the children of 0–4
 * counted in the county over those that its part of the province's would be.
 */
export function fertilityByCounty(data: NationData, parameters: Parameters): number[] {
  const { counties, provinces } = data
  const expected = expectedBirths(data, parameters)
  const children = counties.ageSex.map(its => its[0] + its[ageGroups])
  const byProvince = (of: (c: number) => number) => {
    const sums = provinces.code.map(() => 0)
    counties.province.forEach((q, c) => { sums[q] += of(c) })
    return sums
  }
  const expectedOf = byProvince(c => expected[c])
  const childrenOf = byProvince(c => children[c])
  const births = byProvince(c => counties.residents[c]).map((residents, q) => provinces.birthRate2010[q] * residents)
  const nation = sum(births) / sum(expectedOf)
  return counties.province.map((q, c) => {
    const province = births[q] / expectedOf[q] / nation
    const county = (children[c] + shrinkage) / ((expected[c] * childrenOf[q]) / expectedOf[q] + shrinkage)
    return Math.min(range[1], Math.max(range[0], province * county))
  })
}

/**
 * Births that national rates by age and factors by area give for the women counted in each county. Some children are not where their mothers are: those of
 * mothers away from the county are born to it, and those of mothers who came there are born to others, as far as newborns stay home. Migrants are taken to have
 * as many children per head as all people: with that counties, and provinces, differ less than with half or one and a half times as many.
 */
function expectedBirths(data: NationData, parameters: Parameters): number[] {
  const { counties } = data
  const rates = birthRates(data, 2010, parameters.fertilityVariant, 1)
  const ofResidents = counties.code.map((_, c) => {
    const rural = counties.rural[c] / Math.max(1, counties.rural[c] + counties.urban[c])
    const urbanFactor = counties.district[c] === 1 ? parameters.fertilityCity : parameters.fertilityTown
    const area = rural * parameters.fertilityVillage + (1 - rural) * urbanFactor
    let births = 0
    for (let group = firstGroup; group <= lastGroup; group++) births += counties.ageSex[c][ageGroups + group] * rates[group * 5 + 2] * area
    return births
  })
  const perHead = sum(ofResidents) / sum(counties.residents)
  return ofResidents.map((births, c) =>
    Math.max(births / 4, births + parameters.babyStaysHome * perHead * (counties.registered[c] - counties.residents[c])))
}
