/** What all reports share: the state they are in, where they came from, tables to read and take along. */
import type { ComponentChildren } from 'preact'
import { csv, download, fileName } from '../../charts/export.ts'
import { Menu, type MenuItem } from '../../controls/menu.tsx'
import { fetchReport, reportOf, type ReportName, type Reports } from '../../state/reports.ts'
import { text } from '../../text/index.ts'
import { savePng, saveSvg } from '../figure-tools.tsx'
import { useGradually } from './use-gradually.ts'

/** A report once it is there; until then, and where there is none, a sentence in its place. */
export function Report<Name extends ReportName>({ name, children }: {
  name: Name
  children(report: Reports[Name]): ComponentChildren
}) {
  const words = text.evidence.report
  const shelf = reportOf(name)
  if (shelf.state === 'ready') {
    return (
      <>
        {children(shelf.report)}
        <Manifest report={shelf.report} name={name} />
      </>
    )
  }
  if (shelf.state === 'unasked' || shelf.state === 'loading') return <p class="report-state" role="status">{words.loading}</p>
  return (
    <div class="report-state" role="status">
      <p>{words[shelf.state]}</p>
      {shelf.state === 'absent' && <p>{words.compute}</p>}
      {shelf.state === 'absent' && <pre><code>{words.command(name)}</code></pre>}
      {shelf.state !== 'absent' && <button type="button" onClick={() => void fetchReport(name)}>{words.again}</button>}
    </div>
  )
}

/** What the report was computed from: enough to do it again. */
function Manifest({ report, name }: { report: Reports[ReportName]; name: ReportName }) {
  const words = text.evidence.report
  const { manifest } = report
  return (
    <p class="manifest">
      {words.manifest(manifest.version, manifest.scale, manifest.seeds.length, manifest.dataHash)}{' '}
      <code>{'command' in report ? `npx ${report.command.replace(/^npx /, '')}` : words.command(name)}</code>
    </p>
  )
}

export interface Column {
  head: string
  /** Numbers stand to the right. */
  number?: boolean
  /** In small print. */
  small?: boolean
  /** Drawn, and left out of the file. */
  picture?: boolean
}

export interface Cell {
  shown: ComponentChildren
  /** What the file says; the text shown where it is absent. */
  raw?: string | number | null
}

export interface Row {
  key: string
  cells: Cell[]
  /** So that a link may lead to it. */
  id?: string
  class?: string
}

const rowsAtOnce = 15

const rawOf = ({ shown, raw = shown as string }: Cell): string | number => (raw === null ? '' : raw)

export function rowsOf(columns: readonly Column[], rows: readonly Row[]): (string | number)[][] {
  const kept = columns.flatMap((column, k) => (column.picture ? [] : [k]))
  return [kept.map(k => columns[k].head), ...rows.map(({ cells }) => kept.map(k => rawOf(cells[k])))]
}

/** What a table says, in a sentence, and its file. */
export function TableHead({ name, caption, rows }: { name: string; caption?: ComponentChildren; rows?: () => (string | number)[][] }) {
  return (
    <div class="report-table-head">
      <div class="measure">{caption}</div>
      {rows && (
        <button type="button" class="text-button small-print" onClick={() => download(fileName(name, 'csv'), csv(rows()), 'text/csv')}>
          {text.chart.csv}<span class="hidden">: {name}</span>
        </button>
      )}
    </div>
  )
}

/** A table with a name and, above it at the end of the line, its file. */
export function ReportTable({ name, caption, columns, rows, file = true }: {
  name: string
  caption?: ComponentChildren
  columns: readonly Column[]
  rows: readonly Row[]
  file?: boolean
}) {
  const shown = useGradually(rows.length, rowsAtOnce)
  return (
    <div class="report-table">
      {(caption || file) && <TableHead name={name} caption={caption} rows={file ? () => rowsOf(columns, rows) : undefined} />}
      <div class="scroll" tabIndex={0} role="region" aria-label={name}>
        <table class="chart-table" aria-label={name}>
          <thead>
            <tr>{columns.map(({ head, number }) => <th key={head} scope="col" class={number ? 'number' : ''}>{head}</th>)}</tr>
          </thead>
          <tbody>
            {rows.slice(0, shown).map(({ key, cells, id, class: style }) => (
              <tr key={key} id={id} class={style}>
                {cells.map(({ shown }, k) => k === 0
                  ? <th key={k} scope="row">{shown}</th>
                  : <td key={k} class={`${columns[k].number ? 'number' : ''}${columns[k].small ? ' small-print' : ''}`}>{shown}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}

/** Files of a drawing; its table stands on the page. */
export function ChartTools({ title, svg, rows }: {
  title: string
  svg(): SVGSVGElement | undefined
  rows?: () => (string | number)[][]
}) {
  const words = text.chart
  const items: MenuItem[] = [
    ...(rows ? [{ label: words.csv, act: () => download(fileName(title, 'csv'), csv(rows()), 'text/csv') }] : []),
    { label: words.svg, act: () => void saveSvg(title, svg()) },
    { label: words.png, act: () => void savePng(title, svg()) },
  ]
  return <div class="figure-tools"><Menu compact title={words.menu(title)} items={items} /></div>
}
