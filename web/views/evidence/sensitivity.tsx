/** Which parameters drive which indicators. */
import { useMemo, useRef } from 'preact/hooks'
import { parameters, type Parameter } from '../../../sim/index.ts'
import type { Estimate, SensitivityReport } from '../../../sim/experiments/sensitivity-report.ts'
import { format } from '../../charts/format.ts'
import { numberText } from '../../charts/number-text.ts'
import { tornado, type TornadoData } from '../../charts/tornado.ts'
import { go } from '../../state.ts'
import { route } from '../../state/route.ts'
import { text } from '../../text/index.ts'
import { Drawing } from './drawing.tsx'
import { differenceText, measureOf } from './measure.ts'
import { plainNumber } from './parameters.tsx'
import { ChartTools, Report, ReportTable, rowsOf, type Column, type Row } from './report.tsx'

export function Sensitivity() {
  return <Report name="sensitivity">{report => <Whole report={report} />}</Report>
}

/** More bars than these say less. */
const most = 15

function Whole({ report }: { report: SensitivityReport }) {
  const words = text.evidence.sensitivity
  const all = report.indicators
  const shown = all.find(({ id, year }) => keyOf(id, year) === route.value?.item) ?? all[0]
  if (!shown) return null
  return (
    <>
      <p class="field indicator-choice">
        <label for="sensitivity-indicator">{words.indicator}</label>
        <select id="sensitivity-indicator" value={keyOf(shown.id, shown.year)}
          onChange={event => go({ section: 'sensitivity', item: event.currentTarget.value })}>
          {all.map(({ id, year }) => (
            <option key={keyOf(id, year)} value={keyOf(id, year)}>{words.option(measureOf(id).title, year)}</option>
          ))}
        </select>
      </p>
      <One key={keyOf(shown.id, shown.year)} {...shown} />
    </>
  )
}

const keyOf = (id: string, year: number) => `${id}-${year}`

const known = parameters as Record<string, Parameter>
const unitOf = (id: string) => known[id]?.unit ?? ''
const meaningOf = (id: string) => known[id]?.meaning ?? ''

/** What a parameter explains alone is part of what it explains with others: where it comes out larger, the sample says nothing. */
export const isUnsure = ({ first, total }: { first?: Estimate; total?: Estimate }): boolean =>
  first !== undefined && total !== undefined && first.value > total.value

function One({ id, year, base, luck, parameters: effects }: SensitivityReport['indicators'][number]) {
  const words = text.evidence.sensitivity
  const { title, unit, quantity } = measureOf(id)
  const svg = useRef<(() => SVGSVGElement) | undefined>(undefined)
  const ranked = useMemo(() => effects.toSorted((a, b) => b.muStar - a.muStar), [effects])
  const data = useMemo((): TornadoData => ({
    title: words.title(title, year), unit, quantity, base, luck,
    rows: ranked.slice(0, most).map(effect => ({
      id: effect.id, name: text.evidence.parameters.name(effect.id), meaning: meaningOf(effect.id), low: effect.lowValue, high: effect.highValue,
      from: plainNumber(effect.low), to: plainNumber(effect.high),
    })),
  }), [effects])
  const numbers = format(quantity, text.charts)
  const hasSobol = effects.some(({ first, total }) => first || total)
  const columns: Column[] = [
    { head: words.columns.parameter }, { head: words.columns.low, number: true }, { head: words.columns.high, number: true },
    { head: words.columns.muStar, number: true }, { head: words.columns.mu, number: true }, { head: words.columns.sigma, number: true },
    ...(hasSobol ? [{ head: words.columns.first, number: true }, { head: words.columns.total, number: true }] : []),
  ]
  const rows = ranked.map((effect): Row => ({
    key: effect.id,
    cells: [
      { shown: <>{text.evidence.parameters.name(effect.id)}<span class="under parameter-meaning">{meaningOf(effect.id)}</span><span class="under">{unitOf(effect.id)}</span></>, raw: effect.id },
      { shown: <>{numbers.value(effect.lowValue)}<span class="under">{words.at(plainNumber(effect.low))}</span></>, raw: effect.lowValue },
      { shown: <>{numbers.value(effect.highValue)}<span class="under">{words.at(plainNumber(effect.high))}</span></>, raw: effect.highValue },
      {
        shown: <>{bareDifference(effect.muStar)}
          <span class="under">{text.charts.line.range(bare(effect.muStarLow), bare(effect.muStarHigh))}</span></>,
        raw: effect.muStar,
      },
      { shown: differenceText(quantity, effect.mu), raw: effect.mu },
      { shown: bareDifference(effect.sigma), raw: effect.sigma },
      ...(hasSobol ? [sobol(effect.first, isUnsure(effect)), sobol(effect.total, isUnsure(effect))] : []),
    ],
  }))
  return (
    <>
      <div class="figure tornado-figure">
        <Drawing data={data} make={box => tornado(box, text.charts)} onReady={get => { svg.current = get }} />
        <ChartTools title={data.title} svg={() => svg.current?.()} rows={() => rowsOf(columns, rows)} />
      </div>
      <p class="measure soft">{words.ranked} {words.luck(bareDifference(luck))}</p>
      <h3>{words.all}</h3>
      <ReportTable name={words.tableName(title, year)} caption={words.tableMeaning} columns={columns} rows={rows} />
    </>
  )

  function bareDifference(value: number): string {
    return differenceText(quantity, value).replace('+', '')
  }

  function bare(value: number): string {
    return differenceText(quantity, value, true).replace('+', '')
  }
}

/** A share of the variance. */
function sobol(estimate: Estimate | undefined, unsure: boolean) {
  if (!estimate) return { shown: '', raw: '' }
  const percent = (value: number) => numberText(Math.round(value * 100), text.locale)
  return {
    shown: <span class={unsure ? 'soft' : undefined}>{text.charts.percent(percent(estimate.value))}
      {unsure && <sup title={text.evidence.sensitivity.tooSmall}>{text.evidence.sensitivity.unsureMark}</sup>}
      <span class="under">{text.charts.line.range(percent(estimate.low), percent(estimate.high))}</span></span>,
    raw: estimate.value,
  }
}
