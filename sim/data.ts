/** The tables that the engine reads: what they hold, in which unit and order, and what is looked up in them. `scenarios/data/build.mjs` writes them. */

import type { Stage } from './stages/stage.ts'
import type { Surroundings } from './stages/surroundings.ts'

/** Five-year age groups of the census: 0–4, 5–9 … 80–84, 85 and over. */
export const ageGroups = 18
export const ageGroupOf = (age: number): number => Math.min(ageGroups - 1, Math.floor(age / 5))

export interface NationData {
  format: 1
  /** SHA-256 of the tables, first 16 hex digits: goes into every manifest. */
  hash: string
  provinces: {
    /** GB/T 2260 code, such as 510000. */
    code: number[]
    nameEn: string[]
    nameZh: string[]
    longitude: number[]
    latitude: number[]
    /** Gross regional product 2010, 100 million yuan, current prices. */
    gdp2010: number[]
    /** Disposable income per head 2010, yuan, all residents. */
    income2010: number[]
    /** Local general budget revenue 2014 and gross regional product 2014, 100 million yuan: their ratio is the province's own tax effort. */
    revenue2014: number[]
    gdp2014: number[]
    /** Births per thousand residents, census of 2010. */
    birthRate2010: number[]
  }
  /** Units of the map: prefectures of 2020 and counties directly under a province. */
  prefectures: { code: number[]; nameZh: string[]; province: number[] }
  counties: {
    /** GB/T 2260 code of 2010. */
    code: number[]
    nameZh: string[]
    /** Index into `provinces`. */
    province: number[]
    /** Index into `prefectures`. */
    prefecture: number[]
    /** 1 for an urban district (shiqu): the districts of one prefecture form one city. */
    district: number[]
    longitude: number[]
    latitude: number[]
    /** Persons, census of 1 November 2010. */
    residents: number[]
    registered: number[]
    urban: number[]
    rural: number[]
    /** Share of residents with non-agricultural registration, 0–1. */
    nonAgricultural: number[]
    /** Residents registered in another township of the same county, of another county of the province, of another province; persons. */
    incomersSameCounty: number[]
    incomersSameProvince: number[]
    incomersOtherProvince: number[]
    /** Residents by sex (male, female) and five-year age group: `ageSex[county][sex * 18 + group]`, persons. */
    ageSex: number[][]
    /** Family households and the people in them. */
    households: number[]
    householdPopulation: number[]
    /** Persons aged 6 and over by sex (male, female) and highest level attended (primary or less, junior secondary, senior secondary, college): `education[county][sex * 4 + level]`. */
    education: number[][]
    /** Shares of the long-form sample, 0–1. */
    employedShare16Up: number[]
    agricultureShareOfEmployed: number[]
    /** Shares of employed persons in education and in health and welfare, per employed person. */
    educationStaffShare: number[]
    healthStaffShare: number[]
    /** Shares of households with tap water, toilet, bath; and renting. */
    tapWater: number[]
    toilet: number[]
    bath: number[]
    rented: number[]
  }
  /** Lifetime migrants 2010 by province of birth (row) and residence (column), long-form sample counts: `originDestination[origin * 31 + destination]`. */
  originDestination: number[]
  /** People of 2015 who lived in another province in 2010, by province where they arrived and from where they came; persons. */
  recentMigrants: { arrivals: number[]; departures: number[] }
  /** UN WPP 2024 death rates per person-year: `male[period][age]`; ages 0, 1, 5, 10 … 100. */
  mortality: { periodStart: number[]; ageStart: number[]; male: number[][]; female: number[][] }
  /** UN WPP 2024 births per woman and year, by year and age group 15–19 … 45–49: `rate[year][group]`; every year to 2024, every fifth after, as published. `tfr`: by single year 2000–2100, three variants. */
  fertility: { year: number[]; rate: number[][]; tfrYear: number[]; tfrMedium: number[]; tfrLow: number[]; tfrHigh: number[]; boysPerGirl: number[] }
  /** UN single ages on the day of the census of 2010: persons by single age 0–100, used to split five-year groups. */
  singleAge2010: { male: number[]; female: number[] }
  /** Published series that the pages and the validation show beside the model. Shares are 0–1. */
  observed: ObservedSeries[]
  /** Residents and their urban part by province in the censuses of 2010 and 2020, for checks: persons. */
  provinceCensus: { year: number; residents: number[]; urban: number[] }[]
  /** Yearbook figures for the end of 2015 by province, as they stood before the census of 2020: persons. */
  provinceYearbook2015: { residents: number[]; urban: number[] }
  /** Census of 2000 by province, advance results: persons. */
  provinceCensus2000: { residents: number[]; urban: number[] }
  /** What makes a part of China the stage; the nation has none. */
  stage?: StageData
}

/** A part of China that is simulated, with the rest of it given. */
export interface StageData {
  name: Stage
  /** The counties that are simulated, with the part of their villagers and townspeople that is. */
  own: { county: number; rural: number; urban: number }[]
  /** Number of villages, where it does not follow from the number of villagers. */
  villages?: number
  surroundings: Surroundings
}

interface ObservedSeries {
  /** The id of the indicator it belongs to. */
  indicator: string
  /** The publisher, the table and what the definition is. */
  source: string
  points: { year: number; value: number }[]
}

/** @throws Error if there is no census of that year by province */
export function censusByProvince({ provinceCensus }: NationData, year: number): NationData['provinceCensus'][number] {
  const found = provinceCensus.find(census => census.year === year)
  if (!found) throw new Error(`data: expected the census of ${year} by province, found none`)
  return found
}

/** @throws Error if nothing is published of that indicator */
export function publishedSeries({ observed }: NationData, indicator: string): ObservedSeries {
  const found = observed.find(series => series.indicator === indicator)
  if (!found) throw new Error(`data: expected a published series of ${indicator}, found none`)
  return found
}
