/** Published facts that no parameter was fitted to, and what the baseline gives for them: which it meets, which it misses. */

/** How these figures were computed; the finest scale the page offers. */
export const comparedAt = { scale: 1000, seed: '1' } as const

export interface Comparison {
  /** Its name is in `web/text`. */
  id: string
  year: number
  /** Shares are 0–1, numbers of people are persons. */
  quantity: 'share' | 'ratio' | 'years' | 'persons' | 'points'
  model: number
  /** As published; a pair where a range is given. */
  published: number | readonly [low: number, high: number]
  source: string
  /** Whether the two differ by no more than was agreed beforehand for this fact. */
  met: boolean
}

const communique = 'National Bureau of Statistics, annual data'
const incomes = 'National Bureau of Statistics, household surveys'
const migrantSurvey = 'National Bureau of Statistics, survey of migrant workers'
const census = 'National Bureau of Statistics, census of 2020'
const children = 'National Bureau of Statistics, UNICEF and UNFPA, 2023'
const police = 'Ministry of Public Security'

export const comparisons: readonly Comparison[] = [
  { id: 'outMigrants', year: 2023, quantity: 'persons', model: 140e6, published: 177e6, source: migrantSurvey, met: false },
  { id: 'withinProvince', year: 2023, quantity: 'share', model: 0.438, published: 0.618, source: migrantSurvey, met: false },
  { id: 'migrantAge', year: 2023, quantity: 'years', model: 39.2, published: 43.1, source: migrantSurvey, met: false },
  { id: 'ageGap', year: 2020, quantity: 'points', model: 0.036, published: [0.06, 0.09], source: census, met: false },
  { id: 'registeredUrban', year: 2020, quantity: 'share', model: 0.482, published: 0.454, source: police, met: false },
  { id: 'leftBehind', year: 2020, quantity: 'persons', model: 49.7e6, published: 41.8e6, source: children, met: false },
  { id: 'share60', year: 2020, quantity: 'share', model: 0.184, published: 0.187, source: census, met: true },
  { id: 'householdSize', year: 2020, quantity: 'ratio', model: 2.75, published: 2.62, source: census, met: true },
  { id: 'urban', year: 2020, quantity: 'share', model: 0.639, published: 0.639, source: communique, met: true },
  { id: 'urban', year: 2024, quantity: 'share', model: 0.672, published: 0.67, source: communique, met: true },
  { id: 'incomes', year: 2020, quantity: 'ratio', model: 2.54, published: 2.56, source: incomes, met: true },
  { id: 'incomes', year: 2024, quantity: 'ratio', model: 2.35, published: 2.34, source: incomes, met: true },
  { id: 'farming', year: 2020, quantity: 'share', model: 0.206, published: 0.206, source: census, met: true },
]
