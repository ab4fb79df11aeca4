/** Every word that the charts and the map put on the page; the dictionaries in `web/text` supply them. */

import type { Area, Tier } from '../../sim/record.ts'

/** A number with its unit: how many engine units make one shown unit, and the number put into words. */
export interface Scaled {
  /** Engine units in one shown unit: persons per million, or per 万. */
  per: number
  /** `text('1,341')` → "1,341 m" */
  text(number: string): string
  /** The unit of an axis: `of('residents')` → "million residents" */
  of(unit: string): string
}

export interface ChartWords {
  /** BCP 47, handed to Intl: "en-GB", "zh-CN". */
  locale: string

  /** Numbers with their units; the number comes ready, with its sign where it is a difference. */
  percent(number: string): string
  /** A difference between two shares: "+1.2 pp". */
  percentagePoints(number: string): string
  /** The engine counts persons. English shows millions where they are many, Chinese 万人. The largest unit first, persons themselves last. */
  persons: readonly Scaled[]
  /** The engine counts yuan. English shows bn yuan (per 1e9) where they are many, Chinese 亿元 (per 1e8). */
  money: readonly Scaled[]
  /** The engine counts mu. */
  area: readonly Scaled[]
  yuan(number: string): string
  years(number: string): string
  /** Where there is no number: "no data". */
  noData: string

  line: {
    /** The accessible name of a chart: subject, unit and the years it covers. */
    label(title: string, unit: string, from: number, to: number): string
    /** One series in the year shown, read aloud: "Baseline 49.9%". */
    reading(label: string, value: string): string
    /** The whole year read aloud: "2030: Baseline 49.9%, Policy 50.3%". */
    yearReading(year: number, readings: string[]): string
    /** The range of a band in the tooltip: "49.1 to 50.3". */
    range(low: string, high: string): string
    policyFrom(year: number): string
    /** At the end of a line that ends before the years do. */
    until(label: string, year: number): string
    projection: string
    observed: string
    /** Observed points that the model was fitted to, and those it never saw. */
    fitted: string
    heldBack: string
  }

  scatter: {
    /** The accessible name: what is shown, and how one moves in it. */
    label(title: string, unit: string, places: number): string
    /** One place read aloud. */
    reading(name: string, readings: string[]): string
    /** Names of the axes, of the line on which they are equal, and of the marks. */
    observed: string
    model: string
    equal: string
    carriedForward: string
    logistic: string
    /** A value with its interval. */
    between(value: string, low: string, high: string): string
  }

  tornado: {
    label(title: string, unit: string, rows: number): string
    /** Above the ends of the parameters' ranges. */
    range: string
    /** What the two bars of a row mean. */
    low: string
    high: string
  }

  pyramid: {
    /** The accessible description: year, and per area its residents. */
    label(title: string, year: number, parts: string[]): string
    /** The age group under the reader's keys, read aloud with every bar: "40–44: village, male 12.1 m; …". */
    groupReading(group: string, readings: string[]): string
    area: Record<Area, string>
    male: string
    female: string
    age: string
    /** Age group; `to` is absent for the last, open group. */
    ageGroup(from: number, to?: number): string
    /** Unit of bars that go as far as `reach` persons, such as "million residents". */
    unit(reach: number): string
    /** The same when the bars are shares of the area's residents. */
    shareUnit: string
    baseline: string
    residents(persons: string): string
  }

  map: {
    /** The accessible name: what is shown, of which year, and that arrow keys move between prefectures. */
    label(title: string, unit: string, year: number): string
    /** Beside the national value on the legend: "China 49.9%". */
    nation(value: string): string
    /** What the hatch means: "no one lives here, or no data". */
    noData: string
    /** What the middle of the diverging scale means: "no change" (over time), "no difference" (from the baseline). */
    noChange: string
    noDifference: string
    tiers: Record<Tier, string>
    /** Heading of the circles in the legend: "Urban residents". */
    circles: string
    /** A town or city in the tooltip: "1.2 m urban residents". */
    urbanResidents(persons: string): string
    /** A prefecture or place read aloud: "成都市: urban share 65.8%". */
    reading(name: string, title: string, value: string): string
    /** Which prefectures the map shows, in small print: it makes no statement about borders. */
    coverage(prefectures: number): string
  }

  places: {
    /** The accessible name of a county's map. */
    label(title: string, unit: string, year: number, places: number): string
    village: string
    town: string
    residents(persons: string): string
  }

  bars: {
    label(title: string, unit: string, year: number): string
  }

  gains: {
    /** The accessible name: what is shown, and the readings of the first and the last place. */
    label(title: string, unit: string, readings: string[]): string
    reading(name: string, value: string): string
  }

  households: {
    /** The accessible name of the picture of households. */
    label(year: number, households: number, persons: number): string
    /** Under the name of a place: how many live there, how many of its own are away. */
    place(residents: number, away: number): string
    /** What the dots are. */
    child: string
    grown: string
    old: string
    home: string
    town: string
    away: string
    empty: string
  }

  table: {
    year: string
    /** Column headings of a band: "Baseline, low". */
    low(label: string): string
    high(label: string): string
    observed(label: string): string
    unit: string
    place: string
    value: string
  }
}
