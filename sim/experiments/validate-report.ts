/** What `validate` says: the baseline beside published facts, by province too, and beside three naive forecasts. Plain data, as JSON holds it. */
import type { Manifest } from './manifest.ts'
import type { Quantity } from '../indicators/indicator.ts'

/** C may be used to calibrate; V must not. */
export type Use = 'C' | 'V'

/** One published number beside the model's. Units are those of `quantity`: shares 0–1, persons, yuan of 2010. */
export interface Fact {
  id: string
  year: number
  label: string
  unit: string
  quantity: Quantity
  /** What the published number counts, and where the model's differs. */
  definition: string
  source: string
  /** Mean over the seeds, and its 95 % interval; null with a single run, which cannot tell. */
  model: number
  low: number | null
  high: number | null
  observed: number
  tolerance: number
  /** (model − observed) / tolerance. */
  error: number
  use: Use
  /** Whether the error lies from −1 to 1. */
  inside: boolean
}

/** A province's number in the model, in the census and in the two naive forecasts. */
export interface ProvinceValue {
  model: number
  low: number | null
  high: number | null
  observed: number
  carriedForward: number
  logistic: number
}

export interface ProvinceFact {
  /** GB/T 2260. */
  code: number
  nameEn: string
  nameZh: string
  /** 2020. */
  urbanShare: ProvinceValue
  /** Of residents, 2010–2020: 0.1 is ten per cent. */
  growth: ProvinceValue
}

/** Root mean square error of the model, of two forecasts that knew nothing after 2010, and of one that knew 2015 as the model's fit does; shares 0–1. */
export interface Forecast {
  id: 'urbanShareByProvince' | 'growthByProvince' | 'urbanShare'
  year: number
  model: number
  carriedForward: number
  logistic: number
  from2015: number
  /** Whether the model errs less than the two that knew nothing after 2010. */
  beaten: boolean
}

export interface SeriesPoint {
  year: number
  model: number
  low: number | null
  high: number | null
  observed?: number
  use?: Use
}

/** An indicator year by year, for a chart: model against data, read at the end of the year where that is published so; years of the fit and later ones told apart. */
export interface Series {
  indicator: string
  points: SeriesPoint[]
}

export interface ValidationReport {
  manifest: Manifest
  facts: Fact[]
  provinces: ProvinceFact[]
  forecasts: Forecast[]
  series: Series[]
}
