/** What was fitted, to what, and how near it came. */
import { parameters, type Parameter } from '../../../sim/index.ts'
import type { CalibrationReport, FittedParameter, Target, TiedProvince } from '../../../sim/experiments/calibrate-report.ts'
import { reportOf } from '../../state/reports.ts'
import { format } from '../../charts/format.ts'
import { numberText } from '../../charts/number-text.ts'
import { text } from '../../text/index.ts'
import { ErrorMark, RangeMark } from './marks.tsx'
import { plainNumber } from './parameters.tsx'
import { Report, ReportTable, type Row } from './report.tsx'
import { signed } from './validation.tsx'

export function Calibration() {
  return <Report name="calibration">{report => <Whole report={report} />}</Report>
}

function Whole({ report }: { report: CalibrationReport }) {
  const words = text.evidence.calibration
  return (
    <>
      <p class="finding">{words.finding(plainNumber(report.distanceBefore), plainNumber(report.distanceAfter), numberText(report.evaluations, text.locale))}</p>
      {!report.converged && <p class="warning">{words.notConverged}</p>}
      <h3>{words.parameters}</h3>
      <Fitted fitted={report.parameters} />
      <h3>{words.targets}</h3>
      <Targets targets={report.targets} />
      <h3>{words.ties}</h3>
      <Ties provinces={report.provinces} />
    </>
  )
}

const known = parameters as Record<string, Parameter>

function Fitted({ fitted }: { fitted: FittedParameter[] }) {
  const words = text.evidence.calibration
  return (
    <ReportTable name={words.parameters} caption={words.parametersMeaning}
      columns={[
        { head: words.columns.parameter }, { head: words.columns.before, number: true }, { head: words.columns.after, number: true },
        { head: words.columns.interval, number: true }, { head: words.columns.narrowed, number: true },
        { head: words.columns.picture, picture: true }, { head: words.columns.meaning, small: true },
      ]}
      rows={fitted.map(({ id, before, after, low, high, priorSd }): Row => {
        const { min, max, unit, meaning } = known[id] ?? { min: low, max: high, unit: '', meaning: '' }
        // Half the width of a 95 % interval is about twice the standard deviation.
        const narrowed = Math.max(0, 1 - (high - low) / (2 * 1.96 * priorSd))
        return {
          key: id,
          cells: [
            { shown: <>{text.evidence.parameters.name(id)}<span class="under">{unit}</span></>, raw: id },
            { shown: plainNumber(before), raw: before }, { shown: plainNumber(after), raw: after },
            { shown: text.charts.line.range(plainNumber(low), plainNumber(high)) },
            { shown: format('share', text.charts).value(narrowed), raw: narrowed },
            { shown: <RangeMark min={min} max={max} before={before} after={after} low={low} high={high} /> },
            { shown: meaning },
          ],
        }
      })} />
  )
}

/** A target's name and quantity stand in the report of the facts. */
function Targets({ targets }: { targets: Target[] }) {
  const words = text.evidence.calibration
  const validation = reportOf('validation')
  const facts = validation.state === 'ready' ? validation.report.facts : []
  return (
    <ReportTable name={words.targets} caption={words.targetsMeaning}
      columns={[
        { head: words.columns.target }, { head: words.columns.year, number: true }, { head: words.columns.observed, number: true },
        { head: words.columns.before, number: true }, { head: words.columns.after, number: true },
        { head: words.columns.error, picture: true }, { head: words.columns.errorAfter, number: true },
      ]}
      rows={targets.map(({ id, year, observed, before, after, error }): Row => {
        const fact = facts.find(candidate => candidate.id === id && candidate.year === year) ?? facts.find(candidate => candidate.id === id)
        const write = fact ? format(fact.quantity, text.charts).value : plainNumber
        return {
          key: `${id} ${year}`,
          cells: [
            { shown: fact?.label ?? text.indicator.title(id), raw: id }, { shown: year, raw: year }, { shown: write(observed), raw: observed },
            { shown: write(before), raw: before }, { shown: write(after), raw: after },
            { shown: <ErrorMark error={error} before={fact ? (before - observed) / fact.tolerance : undefined} /> },
            { shown: signed(error), raw: error },
          ],
        }
      })} />
  )
}

function Ties({ provinces }: { provinces: TiedProvince[] }) {
  const words = text.evidence.calibration
  const { columns } = words
  const share = format('share', text.charts).value
  return (
    <ReportTable name={words.ties} caption={words.tiesMeaning}
      columns={[
        { head: columns.province }, { head: `${columns.tie}, ${words.tiesUnit}`, number: true },
        ...[columns.published, columns.moved, columns.urbanBefore, columns.urbanAfter].map(head => ({ head, number: true })),
      ]}
      rows={provinces.map(({ code, nameEn, nameZh, tie, published, observed, before, after }): Row => ({
        key: String(code),
        cells: [
          { shown: <>{nameEn} <span lang="zh">{nameZh}</span></>, raw: `${nameEn} ${nameZh}` }, { shown: signed(tie), raw: tie },
          ...[published, observed, before, after].map(value => ({ shown: share(value), raw: value })),
        ],
      }))} />
  )
}
