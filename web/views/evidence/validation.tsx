/** The baseline beside published facts: those the model was fitted to, and those it never saw. */
import type { ComponentChildren } from 'preact'
import { useMemo, useRef, useState } from 'preact/hooks'
import type { Fact, Forecast, ProvinceFact, Series, ValidationReport } from '../../../sim/experiments/validate-report.ts'
import { format } from '../../charts/format.ts'
import { lineChart } from '../../charts/line-chart.ts'
import type { LineChartData } from '../../charts/lines.ts'
import { numberText } from '../../charts/number-text.ts'
import { active as activeLine } from '../../charts/palette.ts'
import { scatter, type ScatterData } from '../../charts/scatter.ts'
import { seriesRows } from '../../charts/table.ts'
import { Segmented } from '../../controls/segmented.tsx'
import { reducedMotion } from '../../state/view.ts'
import { text } from '../../text/index.ts'
import { Drawing } from './drawing.tsx'
import { ErrorMark } from './marks.tsx'
import { differenceText, measureOf, valueText } from './measure.ts'
import { OnThisPage, Part } from './parts.tsx'
import { ChartTools, Report, ReportTable, rowsOf, TableHead, type Column, type Row } from './report.tsx'
import { useGradually } from './use-gradually.ts'

export function Validation() {
  return <Report name="validation">{report => <Whole report={report} />}</Report>
}

/** The parts of the section, in order; the address may lead to any. */
const parts = ['kept-back', 'forecasts', 'provinces', 'years', 'fitted'] as const

function Whole({ report }: { report: ValidationReport }) {
  const words = text.evidence.validation
  const held = report.facts.filter(({ use }) => use === 'V')
  const fitted = report.facts.filter(({ use }) => use === 'C')
  const inside = (facts: Fact[]) => facts.filter(fact => fact.inside).length
  const shown = useGradually(parts.length, 1)
  const views: Record<(typeof parts)[number], () => ComponentChildren> = {
    'kept-back': () => <FactTable name={words.parts['kept-back']} caption={words.heldMeaning} facts={held} />,
    'forecasts': () => <Forecasts forecasts={report.forecasts} />,
    'provinces': () => <Provinces provinces={report.provinces} />,
    'years': () => <><p class="measure soft">{words.seriesMeaning}</p><AllSeries report={report} /></>,
    'fitted': () => <FactTable name={words.parts.fitted} caption={words.fittedMeaning} facts={fitted} />,
  }
  return (
    <>
      <p class="finding">
        {words.finding(inside(held), held.length, inside(fitted), fitted.length)}{' '}
        {words.beaten(report.forecasts.filter(({ beaten }) => beaten).length, report.forecasts.length)}
      </p>
      <OnThisPage section="validation" parts={parts.map(part => ({ id: part, name: words.parts[part] }))} />
      {parts.slice(0, shown).map(id => <Part key={id} id={id} name={words.parts[id]}>{views[id]()}</Part>)}
    </>
  )
}

/** The facts of one kind together, year after year, under what they count and who says so. */
function FactTable({ name, caption, facts }: { name: string; caption: string; facts: Fact[] }) {
  const words = text.evidence.validation
  const { columns } = words
  const all = [...new Set(facts.map(({ id }) => id))].map(id => facts.filter(fact => fact.id === id))
  const groups = all.slice(0, useGradually(all.length, 3))
  const heads = [columns.year, columns.model, columns.observed, columns.tolerance, columns.error, columns.tolerances, columns.verdict]
  return (
    <div class="report-table">
      <TableHead name={name} caption={caption} rows={() => factRows(facts)} />
      <div class="scroll" tabIndex={0} role="region" aria-label={name}>
        <table class="chart-table fact-table" aria-label={name}>
          <thead><tr>{heads.map((head, k) => <th key={head} scope="col" class={k > 0 && k < 4 || k === 5 ? 'number' : ''}>{head}</th>)}</tr></thead>
          {groups.map(group => {
            const [{ id, label, unit, quantity }] = group
            return (
              <tbody key={id}>
                <tr>
                  <th scope="rowgroup" colSpan={heads.length}>
                    {label} <span class="soft">{unit.replace(/^share of/, '% of')}</span>
                    <details class="counted">
                      <summary>{words.counted}<span class="hidden">: {label}</span></summary>
                      {toldByYear(group, 'definition').map(told => <p key={told}>{told}</p>)}
                      {toldByYear(group, 'source').map(told => <p key={told}>{told}</p>)}
                    </details>
                  </th>
                </tr>
                {group.map(fact => (
                  <tr key={fact.year}>
                    <th scope="row">{fact.year}</th>
                    <td class="number"><WithInterval fact={fact} /></td>
                    <td class="number">{format(quantity, text.charts).value(fact.observed)}</td>
                    <td class="number">{tolerance(fact)}</td>
                    <td><ErrorMark error={fact.error} /></td>
                    <td class="number">{signed(fact.error)}</td>
                    <td><Inside inside={fact.inside} /></td>
                  </tr>
                ))}
              </tbody>
            )
          })}
        </table>
      </div>
    </div>
  )
}

/** What is told of the facts of a group: once where it is the same for all years, else with its years. */
function toldByYear(group: Fact[], what: 'definition' | 'source'): string[] {
  const different = [...new Set(group.map(fact => fact[what]))]
  if (different.length === 1) return different
  return different.map(told => `${group.filter(fact => fact[what] === told).map(({ year }) => year).join(', ')}: ${told}`)
}

/** Side by side where there is room. */
function WithInterval({ fact: { quantity, model, low, high } }: { fact: Fact }) {
  const numbers = format(quantity, text.charts)
  return (
    <>
      {numbers.value(model)}
      {low !== null && high !== null && <span class="around"> ({text.charts.line.range(numbers.number(low), numbers.number(high))})</span>}
    </>
  )
}

function factRows(facts: Fact[]): (string | number)[][] {
  const { columns, inside, outside } = text.evidence.validation
  const { low, high } = text.charts.table
  return [
    [columns.fact, columns.year, columns.unit, columns.model, low(columns.model), high(columns.model), columns.observed, columns.tolerance,
      columns.tolerances, columns.verdict, columns.definition, columns.source],
    ...facts.map(fact => [fact.label, fact.year, fact.unit, fact.model, fact.low ?? '', fact.high ?? '', fact.observed, fact.tolerance,
      fact.error, fact.inside ? inside : outside, fact.definition, fact.source]),
  ]
}

const tolerance = ({ quantity, tolerance: value }: Fact) => differenceText(quantity, value).replace('+', '±')

/** In tolerances, with more decimals where two would not tell whether it is within one. */
export function signed(value: number): string {
  const size = Math.abs(value)
  const places = [2, 3, 4].find(digits => size === 1 || Number(size.toFixed(digits)) !== 1) ?? 5
  return numberText(value, text.locale, { maximumFractionDigits: places, minimumFractionDigits: places, signDisplay: 'exceptZero' })
}

function Inside({ inside }: { inside: boolean }) {
  const words = text.evidence.validation
  return <span class={inside ? 'verdict agrees' : 'verdict disagrees'}>{inside ? words.inside : words.outside}</span>
}

function AllSeries({ report }: { report: ValidationReport }) {
  const shown = useGradually(report.series.length, 2)
  const last = Math.max(...report.series.flatMap(({ points }) => points.map(({ year }) => year)))
  const [chosen, choose] = useState(last)
  const [pointed, pointAt] = useState<number | undefined>(undefined)
  const goTo = (year: number) => {
    choose(year)
    pointAt(undefined)
  }
  return (
    <div class="figures evidence-figures">
      {report.series.slice(0, shown).map(series => (
        <SeriesChart key={series.indicator} series={series} year={pointed ?? chosen} onYear={goTo} onPoint={pointAt} />
      ))}
    </div>
  )
}

/** The first year that nothing was fitted to: facts of single years apart, the fit ends with 2015. */
const heldBackFrom = 2016

function SeriesChart({ series: { indicator, points }, year, onYear, onPoint }: {
  series: Series
  year: number
  onYear(year: number): void
  onPoint(year: number | undefined): void
}) {
  const words = text.evidence.validation
  const { title, unit, quantity } = measureOf(indicator)
  const svg = useRef<(() => SVGSVGElement) | undefined>(undefined)
  const still = useMemo((): Omit<LineChartData, 'yearShown'> => {
    const observed = (use: 'C' | 'V') => points.filter(point => point.observed !== undefined && (point.use ?? 'V') === use)
      .map(point => ({ year: point.year, value: point.observed! }))
    return {
      title, unit, quantity,
      years: [points[0].year, points[points.length - 1].year],
      lines: [{
        id: words.columns.model,
        label: '',
        colour: activeLine.colour,
        points: points.map(point => ({ year: point.year, value: point.model })),
        band: points.filter(({ low, high }) => low !== null && high !== null).map(({ year: at, low, high }) => ({ year: at, low: low!, high: high! })),
      }],
      observed: [
        { source: '', use: 'fitted', label: text.charts.line.fitted, points: observed('C') },
        { source: '', use: 'heldBack', label: text.charts.line.heldBack, points: observed('V') },
      ],
      projectionFrom: heldBackFrom,
      projectionName: words.heldBack,
      domain: 'auto',
      reducedMotion: reducedMotion.peek(),
    }
  }, [points])
  // Of what is read at the end of a year the run knows one year less.
  const data = useMemo(() => ({ ...still, yearShown: Math.min(year, still.years[1]) }), [still, year])
  return (
    <div class="figure" data-series={indicator}>
      <Drawing data={data} make={box => lineChart(box, { words: text.charts, onYear, onPoint })} onReady={get => { svg.current = get }} />
      <ChartTools title={title} svg={() => svg.current?.()} rows={() => seriesRows(still, text.charts)} />
      <details class="behind">
        <summary>{text.evidence.table}<span class="hidden">: {title}</span></summary>
        <SeriesTable series={{ indicator, points }} />
      </details>
    </div>
  )
}

function SeriesTable({ series: { indicator, points } }: { series: Series }) {
  const { columns, uses } = text.evidence.validation
  const { title, quantity } = measureOf(indicator)
  const numbers = format(quantity, text.charts)
  return (
    <ReportTable name={title} file={false}
      columns={[{ head: columns.year }, { head: columns.model, number: true }, { head: columns.observed, number: true }, { head: columns.use }]}
      rows={points.map(({ year, model, low, high, observed, use }) => ({
        key: String(year),
        cells: [
          { shown: year }, { shown: valueText(quantity, model, low, high) },
          { shown: observed === undefined ? '' : numbers.value(observed) }, { shown: use ? uses[use] : '' },
        ],
      }))} />
  )
}

function Provinces({ provinces }: { provinces: ProvinceFact[] }) {
  const words = text.evidence.validation
  const [which, choose] = useState<'urbanShare' | 'growth'>('urbanShare')
  const svg = useRef<(() => SVGSVGElement) | undefined>(undefined)
  const { title, unit, reach } = { ...words.byProvince[which], reach: { urbanShare: 0.03, growth: 0.04 }[which] }
  const data = useMemo((): ScatterData => ({
    title, unit, quantity: 'share', reach,
    points: provinces.map(province => ({ id: String(province.code), name: province.nameEn, ...province[which] })),
  }), [provinces, which])
  const numbers = format('share', text.charts)
  const { columns } = words
  const heads: Column[] = [
    { head: columns.province }, { head: columns.model, number: true }, { head: columns.observed, number: true },
    { head: text.charts.scatter.carriedForward, number: true }, { head: text.charts.scatter.logistic, number: true },
  ]
  const rows = provinces.map(({ code, nameEn, nameZh, [which]: value }): Row => ({
    key: String(code),
    cells: [
      { shown: <>{nameEn} <span lang="zh">{nameZh}</span></>, raw: `${nameEn} ${nameZh}` },
      { shown: valueText('share', value.model, value.low, value.high), raw: value.model },
      ...[value.observed, value.carriedForward, value.logistic].map(number => ({ shown: numbers.value(number), raw: number })),
    ],
  }))
  return (
    <>
      <Segmented label={words.parts.provinces} options={words.which} value={which} onChange={chosen => choose(chosen)} />
      <div class="figure province-figure">
        <Drawing data={data} make={box => scatter(box, text.charts)} onReady={get => { svg.current = get }} />
        <ChartTools title={title} svg={() => svg.current?.()} rows={() => rowsOf(heads, rows)} />
      </div>
      <details class="behind">
        <summary>{text.evidence.table}<span class="hidden">: {title}</span></summary>
        <ReportTable name={`${title}, ${unit}`} columns={heads} rows={rows} />
      </details>
    </>
  )
}

function Forecasts({ forecasts }: { forecasts: Forecast[] }) {
  const words = text.evidence.validation
  const points = (value: number) => text.charts.percentagePoints((value * 100).toFixed(1))
  const { scatter: names } = text.charts
  return (
    <ReportTable name={words.parts.forecasts} caption={words.forecastsMeaning}
      columns={[
        { head: words.columns.forecast }, { head: words.columns.year, number: true }, { head: words.columns.model, number: true },
        { head: names.carriedForward, number: true }, { head: names.logistic, number: true }, { head: words.columns.verdict },
        { head: words.columns.from2015, number: true },
      ]}
      rows={forecasts.map(({ id, year, model, carriedForward, logistic, from2015, beaten }) => {
        const best = Math.min(model, carriedForward, logistic)
        const cell = (value: number) => ({ shown: value === best ? <strong>{points(value)}</strong> : points(value), raw: value })
        return {
          key: `${id} ${year}`,
          cells: [
            { shown: words.forecastNames[id] }, { shown: year }, cell(model), cell(carriedForward), cell(logistic),
            {
              shown: <span class={beaten ? 'verdict agrees' : 'verdict disagrees'}>{beaten ? words.isBeaten : words.isNotBeaten}</span>,
              raw: beaten ? words.isBeaten : words.isNotBeaten,
            },
            { shown: points(from2015), raw: from2015 },
          ],
        }
      })} />
  )
}
