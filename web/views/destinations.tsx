/** Where the people of a county or the village live who have left it. */
import { useEffect } from 'preact/hooks'
import { bars, type BarsData } from '../charts/bars.ts'
import { numberText } from '../charts/number-text.ts'
import type { Table } from '../charts/table.ts'
import { grown, isDim, picture, places } from '../state.ts'
import { loadCounties, prefectureInLetters } from '../state/counties.ts'
import { recordOf, type Run } from '../state/runs.ts'
import { year } from '../state/view.ts'
import { text } from '../text/index.ts'
import { scenarioName } from './scenario-name.ts'
import { useChart } from './use-chart.ts'

/** As many as can be read at a glance. */
const most = 12

export interface Destination {
  /** Undefined for all that are not listed. */
  prefecture?: number
  name: string
  value: number
  base?: number
}

/** The year shown, by prefecture, the largest first; the last holds the rest. */
export function destinationsOf(run: Run, base: Run, shownYear: number, limit = most): Destination[] {
  const now = byPrefecture(run, shownYear)
  if (!now) return []
  const before = run === base ? undefined : byPrefecture(base, shownYear)
  const all = [...new Set([...now.keys(), ...(before?.keys() ?? [])])]
    .map(prefecture => ({ prefecture, value: now.get(prefecture) ?? 0, ...(before && { base: before.get(prefecture) ?? 0 }) }))
    .filter(({ value, base: then = 0 }) => value + then > 0)
    .sort((a, b) => b.value - a.value)
  const listed: Destination[] = all.slice(0, limit).map(row => ({ ...row, name: nameOf(row.prefecture) }))
  const rest = all.slice(limit)
  if (rest.length === 0) return listed
  const sum = (key: 'value' | 'base') => rest.reduce((total, row) => total + (row[key] ?? 0), 0)
  return [...listed, { name: text.stage.elsewhere, value: sum('value'), ...(before && { base: sum('base') }) }]
}

function byPrefecture(run: Run, shownYear: number): Map<number, number> | undefined {
  const away = recordOf(run, shownYear)?.away
  if (!away || !run.places) return undefined
  const sums = new Map<number, number>()
  for (const { place, prefecture } of run.places) {
    if (away[place] > 0) sums.set(prefecture, (sums.get(prefecture) ?? 0) + away[place])
  }
  return sums
}

function nameOf(prefecture: number): string {
  const { prefectures, provinces } = places.peek()!
  return text.stage.prefectureIn(prefectures.nameZh[prefecture], prefectureInLetters(prefecture), provinces.nameEn[prefectures.province[prefecture]])
}

const whole = (value: number) => numberText(Math.round(value), text.locale)

function barsData(): BarsData | undefined {
  void grown.value
  const shown = picture.value
  if (!shown?.other.places || !places.value) return undefined
  return {
    title: text.stage.destinations,
    unit: text.stage.destinationUnit,
    yearShown: recordOf(shown.other, year.value)?.year ?? year.value,
    rows: destinationsOf(shown.other, shown.base, year.value),
    write: whole,
    dim: isDim.value,
  }
}

export function DestinationsView({ onReady }: { onReady?(svg: () => SVGSVGElement): void }) {
  useEffect(() => void loadCounties(), [])
  const box = useChart(element => bars(element, text.charts), barsData, onReady)
  return <div class="figure-box" ref={box} />
}

/** All of them, as a file: what the numbers are of stands in every head. */
export function destinationRows(): (string | number)[][] {
  const [[place, ...columns], ...rows] = destinationColumns()
  return [[place, ...columns.map(column => text.stage.destinationHead(String(column), year.peek()))], ...rows]
}

function destinationColumns(): (string | number)[][] {
  const { place, baseline } = text.stage.destinationColumns
  const shown = picture.peek()
  const all = shown ? destinationsOf(shown.other, shown.base, year.peek(), Infinity) : []
  const compared = all.some(({ base }) => base !== undefined)
  return [
    compared ? [place, scenarioName.peek(), baseline] : [place, baseline],
    ...all.map(({ name, value, base }) => (compared ? [name, value, base ?? 0] : [name, value])),
  ]
}

export function destinationTable(): Table {
  const [columns, ...rows] = destinationColumns()
  return {
    caption: `${text.stage.destinations}, ${text.stage.destinationUnit}, ${year.peek()}`,
    columns: columns.map(String),
    rows: rows.map(([head, ...cells]) => ({ head: String(head), cells: cells.map(cell => whole(Number(cell))) })),
  }
}
