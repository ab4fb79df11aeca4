/**
 * The rest of China around a county: a stored run of the nation, as the county sees it. Places that are not simulated are *given*: their people, labour
 * force, wages and chances of work are read from here, year by year; their services follow from the same budget as everybody's.
 */

/** What is given of a place, real persons and yuan of 2010: positions of columns. Farm and off-farm workers are those of villages. */
export const givenColumn = {
  residents: 0, registered: 1, incomers: 2, childrenHere: 3, childrenFromElsewhere: 4, eldersHere: 5, eldersFromElsewhere: 6, pupils: 7,
  labour: 8, skilledLabour: 9, wage: 10, skilledWage: 11, employment: 12, skilledEmployment: 13, farmWorkers: 14, offFarmWorkers: 15,
  /** Who came to live there from another county in the year, but for those who came back; residents registered in another county, and those of them who left. */
  arrivals: 16, outsiders: 17, leavers: 18,
} as const
export const givenWidth = 19

const inTens = new Set<number>([givenColumn.wage, givenColumn.skilledWage])
const inThousandths = new Set<number>([givenColumn.employment, givenColumn.skilledEmployment])
/** In which steps a column is stored. */
export const givenStep = Float64Array.from({ length: givenWidth }, (_, column) => (inTens.has(column) ? 10 : inThousandths.has(column) ? 0.001 : 100))

/** What only the nation as a whole can tell of the first year: a county takes it as it is. */
export interface Norms {
  /** Share of townspeople with urban registration: the factor of the census's pattern with which the nation meets the register. */
  urbanRegistration: number
  /** Share of townspeople by registration among those registered in towns and cities. */
  townspeople: number
  /** Mean share of a village's registered people who are away. */
  absent: number
  /** Factor of the counties' pattern of farm work, and off-farm workers per worker at a share of one. */
  farmPattern: number
  offFarmByAge: number
  /** Odds of each level of schooling, by sex, with which all people have what the census counted. */
  schooling: number[]
  /** Factors of wages and of farm incomes with which the nation meets its incomes of 2010. */
  wages: number
  farmIncome: number
  /** Factors that make the mean level of schooling, health and infrastructure one. */
  levels: number[]
  /** Tax effort by province. */
  effort: number[]
  /** How readily people of one province go to another: `[from * provinces + to]`. */
  affinity: number[]
}

/** `parameters` is the SHA-256 of their defaults and of the ties to villages, first 16 hex digits. */
export interface RecordedFrom {
  dataHash: string
  parameters: string
  program: string
  scale: number
  seed: string
}

/** The file `scenarios/data/surroundings.json`. */
export interface SurroundingsFile {
  format: 1
  /** SHA-256 of what was recorded, first 16 hex digits. */
  hash: string
  /** The run it was recorded from. */
  from: RecordedFrom
  /** Years that are recorded; between them values change evenly. */
  years: number[]
  norms: Norms
  /** Births per partnered woman and unit of propensity, relative to the sum of the year's birth rates: by year and age from 15. */
  births: number[][]
  /** Everybody alive by area, sex and five years of age (see `livingByArea`), as deaths are drawn: by year, thousands. */
  living: number[][]
  /** People who receive a rural pension, assistance, an urban pension: by year and province, thousands. */
  recipients: number[][][]
  /**
   * The units: the city of each prefecture that has one, then the other towns of each province, then its countryside; `rows[unit][column]` is the value of the
   * first year and what was added to it until each further one, in steps of the column.
   */
  cities: number[]
  towns: number[]
  countrysides: number[]
  rows: number[][][]
}

/** The same, ready to be read: `values[(year * units + unit) * givenWidth + column]`. */
export interface Surroundings {
  hash: string
  years: number[]
  norms: Norms
  births: number[][]
  living: number[][]
  recipients: number[][][]
  /** The unit of a prefecture's city, of a province's towns and of its countryside; −1 where there is none. */
  cityUnit: Int32Array
  townsUnit: Int32Array
  countrysideUnit: Int32Array
  units: number
  values: Float64Array
}

export function readSurroundings(file: SurroundingsFile, prefectures: number, provinces: number): Surroundings {
  const { hash, years, norms, births, living, recipients, rows } = file
  const units = rows.length
  const values = new Float64Array(years.length * units * givenWidth)
  rows.forEach((columns, unit) => columns.forEach((changes, column) => {
    let steps = 0
    changes.forEach((change, y) => {
      steps += change
      values[(y * units + unit) * givenWidth + column] = steps * givenStep[column]
    })
  }))
  const unitOf = (codes: number[], number: number, first: number) => {
    const result = new Int32Array(number).fill(-1)
    codes.forEach((code, n) => { result[code] = first + n })
    return result
  }
  return {
    hash, years, norms, births, living, recipients, units, values,
    cityUnit: unitOf(file.cities, prefectures, 0),
    townsUnit: unitOf(file.towns, provinces, file.cities.length),
    countrysideUnit: unitOf(file.countrysides, provinces, file.cities.length + file.towns.length),
  }
}

/** Where a year lies among those recorded: the one before or at it, and the weight of the one after. */
export function recordedAt({ years }: Surroundings, year: number): { before: number; after: number; weight: number } {
  let before = 0
  while (before < years.length - 1 && years[before + 1] <= year) before++
  const after = Math.min(years.length - 1, before + 1)
  const weight = after === before ? 0 : Math.min(1, (year - years[before]) / (years[after] - years[before]))
  return { before, after, weight }
}

/** All values of a year: `[unit * givenWidth + column]`. */
export function valuesIn(surroundings: Surroundings, year: number): Float64Array {
  const { before, after, weight } = recordedAt(surroundings, year)
  const size = surroundings.units * givenWidth
  const from = surroundings.values.subarray(before * size, before * size + size)
  const to = surroundings.values.subarray(after * size, after * size + size)
  return from.map((value, at) => value + (to[at] - value) * weight)
}
