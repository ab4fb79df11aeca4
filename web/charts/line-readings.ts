/** What a line chart says of the year shown: the model's lines, and what was observed. */

import type { Format } from './format.ts'
import type { Tip, TipRow } from './frame.ts'
import { valueIn, type LineChartData } from './lines.ts'
import type { ChartWords } from './words.ts'

export function tipOf(data: LineChartData, numbers: Format, words: ChartWords): Tip {
  const { yearShown, unit, observed = [] } = data
  const seen = observed.flatMap(({ source, label, points, use }) =>
    points.filter(({ year }) => Math.round(year) === yearShown).map(({ value }) => ({ source, label, value, use })))
  const told = grouped(data, numbers) ?? { rows: readings(data, numbers) }
  return {
    heading: `${yearShown} · ${unit}`,
    ...told,
    rows: [...told.rows, ...seen.map(({ label, value, use }) => ({
      label: label ? `${words.line.observed}, ${label}` : use ? words.line[use] : words.line.observed,
      value: numbers.value(value),
    }))],
    note: [...new Set(seen.map(({ source }) => source))].filter(Boolean).join(' · ') || undefined,
  }
}

/** Of each line, in the year shown. */
export function readings({ lines, yearShown, difference }: LineChartData, numbers: Format): TipRow[] {
  return lines.map(({ label, id, colour, dashed, dotted, points, band }) => {
    const value = valueIn(points, yearShown)
    const around = band?.find(({ year }) => year === yearShown)
    const text = difference ? numbers.difference(value) : numbers.value(value)
    const spreadText = around && !Number.isNaN(around.low + around.high)
      ? ` (${numbers.interval(around.low, around.high, difference)})` : ''
    return { label: label || id, value: text + spreadText, colour, dashed, dotted }
  })
}

/** One row for each thing that is drawn, a column for each run of it; nothing where they are not so many. */
function grouped(data: LineChartData, numbers: Format): { columns: string[]; rows: TipRow[] } | undefined {
  const { lines } = data
  const columns = [...new Set(lines.flatMap(({ group, column }) => (group && column ? [column] : [])))]
  if (columns.length < 2) return undefined
  const single = readings(data, numbers)
  const groups = [...new Set(lines.flatMap(({ group }) => group ?? []))]
  return {
    columns,
    rows: groups.map(group => {
      const own = lines.findLast(line => line.group === group)!
      const value = columns.map(column => [single[lines.findIndex(line => line.group === group && line.column === column)]?.value ?? ''].flat().join())
      return { label: group, value, colour: own.colour }
    }),
  }
}
