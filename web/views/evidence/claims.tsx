/** The paper's claims: what it says, what was run, what came out, and what that rests on. */
import { useEffect, useState } from 'preact/hooks'
import type { Claim, ClaimsReport, Part, Verdict } from '../../../sim/experiments/claims-report.ts'
import type { Quantity } from '../../../sim/indicators/indicator.ts'
import { format } from '../../charts/format.ts'
import { Segmented } from '../../controls/segmented.tsx'
import { route } from '../../state/route.ts'
import { text } from '../../text/index.ts'
import { LinkTo } from './link-to.tsx'
import { DifferenceMark } from './marks.tsx'
import { differenceText, measureOf } from './measure.ts'
import { Report, ReportTable } from './report.tsx'
import { useGradually } from './use-gradually.ts'

export function Claims() {
  return <Report name="claims">{report => <Whole report={report} />}</Report>
}

const verdicts: readonly Verdict[] = ['agrees', 'disagrees', 'undecided']

function Whole({ report: { claims, manifest } }: { report: ClaimsReport }) {
  const words = text.evidence.claims
  const [which, choose] = useState<Verdict | 'all'>('all')
  const count = (verdict: Verdict) => claims.filter(claim => claim.verdict === verdict).length
  const chosen = claims.filter(({ verdict }) => which === 'all' || verdict === which)
  const shown = useGradually(chosen.length, 2)
  const options = {
    all: words.all(claims.length),
    ...Object.fromEntries(verdicts.map(verdict => [verdict, words.count[verdict](count(verdict))])),
  } as Record<Verdict | 'all', string>
  return (
    <>
      <p class="finding">{words.finding(count('agrees'), count('disagrees'), count('undecided'), manifest.seeds.length)}</p>
      <Segmented label={words.which} options={options} value={which} onChange={chosen => choose(chosen)} />
      {chosen.slice(0, shown).map(claim => <OneClaim key={claim.id} claim={claim} runs={manifest.seeds.length} />)}
    </>
  )
}

const claimId = (id: string) => `claim-${id}`

function OneClaim({ claim, runs }: { claim: Claim; runs: number }) {
  const words = text.evidence.claims
  const { id, section, paper, experiment, restsOn, verdict, parts } = claim
  const asked = route.value?.item === id
  useEffect(() => {
    if (asked) document.getElementById(claimId(id))!.scrollIntoView()
  }, [asked])
  return (
    <article class="claim" id={claimId(id)} aria-labelledby={`${claimId(id)}-name`}>
      <h3 id={`${claimId(id)}-name`}>
        <LinkTo open={{ section: 'claims', item: id }}>{paper}</LinkTo>
      </h3>
      <p><VerdictMark verdict={verdict} /> <span class="soft">{words.section(section)}</span></p>
      <dl class="facts">
        <div><dt>{words.experiment}</dt><dd>{experiment}</dd></div>
        <div><dt>{words.restsOn}</dt><dd>{restsOn}</dd></div>
      </dl>
      <ReportTable name={words.partsOf(paper)} columns={[
        { head: words.columns.part }, { head: words.columns.indicator }, { head: words.columns.year, number: true },
        { head: words.columns.expected }, { head: words.columns.picture, picture: true }, { head: words.columns.difference, number: true },
        { head: words.columns.interval, number: true }, { head: words.columns.verdict },
      ]} rows={parts.map(part => partRow(part, runs))} />
    </article>
  )
}

function partRow(part: Part, runs: number) {
  const words = text.evidence.claims
  const { id, label, indicator, quantity, year, expected, base, difference, low, high, verdict } = part
  const { title, unit } = measureOf(indicator, quantity)
  const reach = Math.max(Math.abs(base), Math.abs(difference))
  const interval = low === null || high === null ? words.noInterval
    : text.charts.line.range(differenceText(quantity, low, true, reach), differenceText(quantity, high, true, reach))
  return {
    key: id,
    cells: [
      { shown: label }, { shown: saysItself(quantity) || unit === '' ? title : <>{title}<span class="under">{unit}</span></>, raw: indicator }, { shown: year, raw: year }, { shown: words.expected[expected] },
      { shown: <DifferenceMark value={difference} low={low} high={high} expected={expected} /> },
      {
        shown: <>{differenceText(quantity, difference, false, reach)}<span class="under">{words.from(format(quantity, text.charts, false, reach).value(base))}</span></>,
        raw: difference,
      },
      { shown: interval },
      { shown: <VerdictMark verdict={verdict} runs={runs} />, raw: words.verdicts[verdict] },
    ],
  }
}

/** Whether the numbers of a quantity bear their unit. */
const saysItself = (quantity: Quantity) => quantity !== 'ratio' && quantity !== 'index' && quantity !== 'count'

function VerdictMark({ verdict, runs }: { verdict: Verdict; runs?: number }) {
  const words = text.evidence.claims
  return <span class={`verdict ${verdict}`}>{verdict === 'undecided' && runs ? words.undecidedAt(runs) : words.verdicts[verdict]}</span>
}
