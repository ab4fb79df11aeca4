/** The charts of the page: which indicators each shows, and what it is handed to draw. */
import { indicatorIndex, indicators, type Stage } from '../../sim/index.ts'
import type { Indicator } from '../../sim/indicators/indicator.ts'
import type { Line, LineChartData, ObservedPoints } from '../charts/lines.ts'
import { active as activeLine, areaColour, baseline as baselineLine, plain as plainLine, seriesColours } from '../charts/palette.ts'
import type { Places } from '../engine.ts'
import { defaultDates } from '../state/laboratory.ts'
import { differenceOf, repeatsOf, type Interval } from '../state/repeats.ts'
import type { Picture, Run } from '../state/runs.ts'
import { differenceSeries, nationSeries, type Point } from '../state/series.ts'
import { text } from '../text/index.ts'

interface Series {
  indicator: string
  /** Stands at the line's end; none where the chart has one series. */
  label?: string
  colour?: string
}

export interface LineFigure {
  id: string
  title: string
  /** In a county or the village, where another is meant there. */
  titleHere?: string
  series: Series[]
  /** What is said of it beyond the definitions of its indicators. */
  meaning?: string
  /** Has the unit of all series together, where that of the first is narrower. */
  whole?: string
  domain: 'zero' | 'auto'
}

const transferColours = [seriesColours[3], seriesColours[0], seriesColours[1]]

export const lineFigures: readonly LineFigure[] = [
  { id: 'urbanShare', title: text.figures.urbanShare, series: [{ indicator: 'urbanShare' }], domain: 'auto' },
  { id: 'incomeRatio', title: text.figures.incomeRatio, series: [{ indicator: 'incomeRatio' }], domain: 'auto' },
  {
    id: 'share60Plus',
    title: text.figures.share60Plus,
    series: [
      { indicator: 'share60PlusVillage', label: text.results.areas.village, colour: areaColour.village },
      { indicator: 'share60PlusTown', label: text.results.areas.town, colour: areaColour.town },
      { indicator: 'share60PlusCity', label: text.results.areas.city, colour: areaColour.city },
    ],
    whole: 'share60Plus',
    meaning: text.figures.areasMeaning,
    domain: 'zero',
  },
  { id: 'leftBehind', title: text.figures.leftBehind, series: [{ indicator: 'leftBehindChildShare' }], domain: 'zero' },
  { id: 'hollow', title: text.figures.hollow, series: [{ indicator: 'hollowVillageShare' }], domain: 'zero' },
  { id: 'serviceRatio', title: text.figures.serviceRatio, series: [{ indicator: 'serviceRatio' }], domain: 'auto' },
  { id: 'serviceTheil', title: text.figures.serviceTheil, series: [{ indicator: 'serviceTheil' }], domain: 'zero' },
  {
    id: 'transfers',
    title: text.figures.transfers,
    titleHere: text.figures.transfersHere,
    series: Object.entries(text.figures.transferKinds)
      .map(([indicator, label], k) => ({ indicator, label, colour: transferColours[k] })),
    domain: 'zero',
  },
]

/** What the headline shows, the first three on a narrow screen too. */
export const headlineIndicators: readonly string[] = [
  'urbanShare', 'incomeRatio', 'serviceRatio', 'leftBehindChildShare', 'hollowVillageShare', 'share60PlusVillage',
]

export function indicatorOf(id: string): Indicator {
  return indicators[indicatorIndex(id)]
}

/** What the figure is called in this part of China. */
export const titleIn = ({ title, titleHere }: LineFigure, stage: Stage): string => (stage === 'nation' ? title : titleHere ?? title)

export type ChartKind = 'level' | 'difference'

/** All but the year shown, so that a chart can tell when only that has moved. */
export type StillFigure = Omit<LineChartData, 'yearShown'>

/**
 * @param policyFrom first year of the first policy, where a lever is moved
 * @param dim whether the lines are shown to be of an older run than the one asked for
 * @param seen the range of values that the chart has shown before
 * @param name of the scenario, for its lines
 */
export function lineData(
  figure: LineFigure,
  kind: ChartKind,
  picture: Picture,
  places: Places | undefined,
  { policyFrom, dim, reducedMotion, seen, name }: { policyFrom?: number; dim: boolean; reducedMotion: boolean; seen?: readonly [number, number]; name: string },
): StillFigure {
  const { whole, series: [first] } = figure
  const { quantity, unit } = indicatorOf(whole ?? first.indicator)
  const difference = kind === 'difference'
  // What was observed is the nation's.
  const observed = difference || picture.base.scenario.stage !== 'nation' ? [] : observedOf(figure, places)
  const lines = difference ? differenceLines(figure, picture) : levelLines(figure, picture, name)
  const covers = widen(seen, lines)
  const reach = covers && Math.max(...covers.map(Math.abs))
  return {
    title: titleIn(figure, picture.base.scenario.stage),
    unit: text.units[kind](quantity, unit, reach),
    quantity,
    reach,
    covers,
    years: picture.base.scenario.years,
    lines,
    observed: observed.length > 0 ? observed : undefined,
    policyFrom,
    projectionFrom: defaultDates.from,
    domain: figure.domain,
    difference,
    dim,
    reducedMotion,
  }
}

/** Where something else is assumed: the baseline of the defaults, the modified one, and the scenario; else the latter two, or the baseline alone. */
function levelLines({ series }: LineFigure, { base, other, plain }: Picture, name: string): Line[] {
  const { baseline, modified, plain: defaults, ofDifference, ofWhom, ofNamed } = text.results
  const moved = base !== other
  const baseName = plain ? modified : baseline
  return series.flatMap(({ indicator, label, colour = activeLine.colour }): Line[] => {
    const beneath = (name: string, style: typeof baselineLine | typeof plainLine, points: readonly Point[]): Line =>
      // The id is what the tooltip says where no label stands at the line's end.
      ({ id: label ? ofWhom(label, name) : name, label: label ? '' : name, group: label, column: name, ...style, points })
    const found = moved ? intervals(other, indicator) : []
    const under = plain ? [beneath(defaults, plainLine, found.length > 0 ? beneathMeans(found, base, plain, indicator) : nationSeries(plain, indicator))] : []
    const mean = (of: 'base' | 'other') => found.map(({ year, [of]: value }) => ({ year, value }))
    const own: Line = {
      id: label ? ofNamed(label, name) : name,
      label: label ?? (moved ? name : ''),
      group: label,
      column: name,
      colour,
      ...(found.length > 0
        // About the baseline's mean, so that the band says whether the two lines can be told apart.
        ? { points: mean('other'), band: found.map(({ year, base: from, low, high }) => ({ year, low: from + low, high: from + high })), bandOf: ofDifference }
        : { points: nationSeries(other, indicator) }),
    }
    if (!moved) return [...under, { ...own, id: label ?? baseName, label: label ?? (plain ? modified : ''), column: baseName }]
    return [...under, beneath(baseName, baselineLine, found.length > 0 ? mean('base') : nationSeries(base, indicator)), own]
  })
}

/** The baseline of the defaults beside means: it is not repeated, so it lies as far from the mean of the modified one as the one run of each does. */
function beneathMeans(found: readonly (Interval & { year: number })[], base: Run, plain: Run, id: string): Point[] {
  const assumed = new Map(differenceSeries(plain, base, id).map(({ year, value }) => [year, value]))
  return found.map(({ year, base: mean }) => ({ year, value: mean - (assumed.get(year) ?? NaN) }))
}

/** What the policies change, and apart from it what the assumptions do. */
function differenceLines({ series }: LineFigure, { base, other, plain }: Picture): Line[] {
  const { byPolicies, byAssumptions, difference, ofWhom } = text.results
  return series.flatMap(({ indicator, label, colour = activeLine.colour }): Line[] => {
    const own: Line = {
      id: label ?? (plain ? byPolicies : difference),
      label: label ?? (plain ? byPolicies : ''),
      colour,
      ...(repeated(other, indicator) ?? { points: differenceSeries(base, other, indicator) }),
    }
    if (!plain) return [own]
    const assumed: Line = {
      id: label ? ofWhom(label, byAssumptions) : byAssumptions,
      label: label ? '' : byAssumptions,
      ...plainLine,
      points: differenceSeries(plain, base, indicator),
    }
    return base === other ? [{ ...assumed, label: label ?? byAssumptions }] : [assumed, own]
  })
}

/** The mean difference of repeats and where it lies, by year; nothing where there are none. */
function repeated(run: Run, id: string): Pick<Line, 'points' | 'band'> | undefined {
  const found = intervals(run, id).map(({ year, difference, low, high }) => ({ year, value: difference, low, high }))
  return found.length > 0 ? { points: found, band: found } : undefined
}

/** What repeats tell of every year. */
function intervals({ scenario }: Run, id: string): (Interval & { year: number })[] {
  const repeats = repeatsOf(scenario)
  if (!repeats) return []
  const [first, last] = scenario.years
  const position = indicatorIndex(id)
  return Array.from({ length: last - first + 1 }, (_, k) => first + k).flatMap(year => {
    const found = differenceOf(repeats, year, ({ nation }) => nation[position])
    return found ? [{ year, ...found }] : []
  })
}

function observedOf({ series }: LineFigure, places: Places | undefined): ObservedPoints[] {
  return series.flatMap(({ indicator, label }) =>
    (places?.observed ?? []).filter(observed => observed.indicator === indicator)
      .map(({ source, points }) => ({ source, points, label })))
}

/** The widest range of values that a chart has shown, so that its axis does not jump while runs come and go. */
function widen(seen: readonly [number, number] | undefined, lines: readonly Line[]): [number, number] | undefined {
  let [low, high] = seen ?? [Infinity, -Infinity]
  for (const { points } of lines) {
    for (const { value } of points as Point[]) {
      if (value < low) low = value
      if (value > high) high = value
    }
  }
  return low <= high ? [low, high] : undefined
}
