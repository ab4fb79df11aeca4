/** What can be done with a chart: seen large, read as a table, taken along as a file, explained. */
import { signal } from '@preact/signals'
import type { ComponentType } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { areas } from '../../sim/record.ts'
import { csv, download, fileName, png, svgText } from '../charts/export.ts'
import { numberText } from '../charts/number-text.ts'
import type { PyramidData } from '../charts/population-pyramid.ts'
import { seriesRows, seriesTable, tableElement, type Table } from '../charts/table.ts'
import { Icon } from '../controls/icons.tsx'
import { Menu } from '../controls/menu.tsx'
import { places, report, stage } from '../state.ts'
import { chartKind } from '../state/view.ts'
import { text } from '../text/index.ts'
import { destinationRows, DestinationsView, destinationTable } from './destinations.tsx'
import { Dialog } from './dialog.tsx'
import { exportNotes, withRun } from './export-notes.ts'
import { indicatorOf, lineFigures, titleIn } from './figures.ts'
import { KindSwitch, LineView, pyramidData, PyramidView, stillFigure } from './figure.tsx'
import { provinceIndicators, provincesRows, provincesTable, ProvincesView } from './provinces.tsx'

export type DialogOf = { figure: string; part: 'large' | 'table' | 'what' }
const openFigure = signal<DialogOf | undefined>(undefined)

export const pyramidId = 'pyramid'
/** Of a county or the village alone. */
export const destinationsId = 'destinations'
/** Of the nation alone. */
export const provincesId = 'provinces'

interface OtherFigure {
  title: string
  View: ComponentType<{ onReady?(svg: () => SVGSVGElement): void }>
  rows(): (string | number)[][]
  table(): Table
  /** What it means, in a sentence, and the indicators behind it. */
  what: { meaning?: string; indicators(): readonly string[] }
}

/** The figures that are no lines over the years. */
export const otherFigures: Record<string, OtherFigure | undefined> = {
  [destinationsId]: {
    title: text.stage.destinations, View: DestinationsView, rows: destinationRows, table: destinationTable,
    what: { meaning: text.stage.destinationsMeaning, indicators: () => [] },
  },
  [provincesId]: {
    title: text.provinces.heading, View: ProvincesView, rows: provincesRows, table: provincesTable,
    what: { meaning: text.provinces.meaning, indicators: provinceIndicators },
  },
  [pyramidId]: {
    title: text.figures.pyramid, View: PyramidView, rows: pyramidRows, table: pyramidTable,
    what: { meaning: text.figures.areasMeaning, indicators: () => ['population'] },
  },
}

export function titleOf(id: string): string {
  const figure = lineFigures.find(candidate => candidate.id === id)
  return otherFigures[id]?.title ?? (figure ? titleIn(figure, stage.value) : '')
}

export function FigureTools({ id, svg, large = false }: { id: string; svg(): SVGSVGElement | undefined; large?: boolean }) {
  const title = titleOf(id)
  const words = text.chart
  return (
    <div class="figure-tools">
      {!large && (
        <button type="button" class="quiet small" aria-label={words.enlargeThis(title)} title={words.enlarge}
          onClick={() => { openFigure.value = { figure: id, part: 'large' } }}>
          <Icon name="enlarge" />
        </button>
      )}
      <Menu compact title={words.menu(title)} items={[
        { label: words.table, act: () => { openFigure.value = { figure: id, part: 'table' } } },
        { label: words.csv, act: () => saveCsv(id) },
        { label: words.svg, act: () => void saveSvg(title, svg(), notesOf(id)) },
        { label: words.png, act: () => void savePng(title, svg(), notesOf(id)) },
        'line',
        { label: words.what, act: () => { openFigure.value = { figure: id, part: 'what' } } },
      ]} />
    </div>
  )
}

/** Where there are repeats: the others are of one run. */
const showsMeans = (id: string): boolean => id === provincesId || lineFigures.some(candidate => candidate.id === id)

/** A chart of one series names its lines itself. */
function notesOf(id: string): string[] {
  const figure = lineFigures.find(candidate => candidate.id === id)
  return exportNotes({
    withBase: id === pyramidId || (figure !== undefined && figure.series.length > 1 && chartKind.peek() === 'level'),
    ofMeans: showsMeans(id),
  })
}

export async function saveSvg(title: string, svg: SVGSVGElement | undefined, notes?: readonly string[]) {
  if (svg) download(fileName(title, 'svg'), await drawing(svg, notes), 'image/svg+xml')
}

/** Says so where the browser cannot make the picture, as of one that is too large. */
export async function savePng(title: string, svg: SVGSVGElement | undefined, notes?: readonly string[]) {
  if (!svg) return
  try {
    download(fileName(title, 'png'), await png(await drawing(svg, notes)), 'image/png')
  } catch {
    report({ kind: 'notDrawn' })
  }
}

function drawing(svg: SVGSVGElement, notes: readonly string[] = [text.title]): Promise<string> {
  const ground = getComputedStyle(document.documentElement).getPropertyValue('--ground').trim()
  return svgText(svg, { ground, notes })
}

function saveCsv(id: string) {
  const figure = lineFigures.find(candidate => candidate.id === id)
  const data = figure && stillFigure(figure)
  const rows = data ? seriesRows(data, text.charts) : otherFigures[id]?.rows()
  if (rows) download(fileName(titleOf(id), 'csv'), csv(withRun(rows, { ofMeans: showsMeans(id) })), 'text/csv')
}

function tableOf(id: string): Table | undefined {
  const figure = lineFigures.find(candidate => candidate.id === id)
  const data = figure && stillFigure(figure)
  return data ? seriesTable(data, text.charts) : otherFigures[id]?.table()
}

function pyramidTable(): Table {
  const data = pyramidData()
  const { columns, rows } = pyramidColumns(data)
  return {
    caption: text.figures.pyramidCaption(data?.yearShown ?? 0),
    columns: [text.charts.pyramid.age, ...columns],
    rows: rows.map(([head, ...cells]) => ({
      head: String(head),
      cells: cells.map(cell => numberText(Math.round(Number(cell)), text.locale)),
    })),
  }
}

/** As a file: what the numbers are of stands in every head. */
function pyramidRows(): (string | number)[][] {
  const data = pyramidData()
  const { columns, rows } = pyramidColumns(data)
  return [[text.charts.pyramid.age, ...columns.map(head => text.figures.pyramidHead(head, data?.yearShown ?? 0))], ...rows]
}

/** Residents by age group; a column for each area and sex, and once more for the baseline where a lever is moved. */
function pyramidColumns(data: PyramidData | undefined): { columns: string[]; rows: (string | number)[][] } {
  if (!data) return { columns: [], rows: [] }
  const words = text.charts.pyramid
  const cells = areas.flatMap(area => [words.male, words.female].map(sex => `${words.area[area]}, ${sex}`))
  const groups = data.pyramid.length / cells.length
  const sides = [{ name: data.name, pyramid: data.pyramid }, ...(data.base ? [{ name: words.baseline, pyramid: data.base }] : [])]
  return {
    columns: sides.flatMap(({ name }) => cells.map(cell => (data.base ? `${name}, ${cell}` : cell))),
    rows: Array.from({ length: groups }, (_, group) => [
      words.ageGroup(group * 5, group === groups - 1 ? undefined : group * 5 + 4),
      ...sides.flatMap(({ pyramid }) => cells.map((_, column) => pyramid[column * groups + group])),
    ]),
  }
}

/** The dialog of whichever chart is open. */
export function FigureDialog() {
  const open = openFigure.value
  const svg = useRef<(() => SVGSVGElement) | undefined>(undefined)
  if (!open) return null
  const { figure: id, part } = open
  const title = titleOf(id)
  const figure = lineFigures.find(candidate => candidate.id === id)
  const other = otherFigures[id]
  const Other = other?.View
  const close = () => { openFigure.value = undefined }
  return (
    <Dialog key={`${id} ${part}`} title={part === 'large' ? undefined : title} label={title} onClose={close} wide={part === 'large'}>
      {part === 'large' && (
        <div class="figure large">
          {figure && <KindSwitch />}
          {figure && <LineView figure={figure} onReady={get => { svg.current = get }} />}
          {Other && <Other onReady={get => { svg.current = get }} />}
          <FigureTools large id={id} svg={() => svg.current?.()} />
        </div>
      )}
      {part === 'table' && <TableView id={id} />}
      {part === 'what' && <Meaning words={other?.what.meaning ?? figure?.meaning} />}
      {part === 'what' && <What indicators={other?.what.indicators() ?? figure?.series.map(({ indicator }) => indicator) ?? []} />}
    </Dialog>
  )
}

function TableView({ id }: { id: string }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const table = tableOf(id)
    if (table) box.current!.replaceChildren(tableElement(table))
  }, [id])
  return <div class="table-box" ref={box} tabIndex={0} role="region" aria-label={titleOf(id)} />
}

const Meaning = ({ words }: { words?: string }) => (words ? <p>{words}</p> : null)

export function What({ indicators }: { indicators: readonly string[] }) {
  const words = text.chart
  return (
    <dl class="facts">
      {indicators.map(indicatorOf).map(({ id, definition, unit, quantity }) => (
        <div key={id}>
          <dt>{text.indicator.title(id)}</dt>
          <dd>{text.of(definition)}</dd>
          <dd class="soft">{words.unit}: {text.units.level(quantity, unit)}</dd>
          {places.value?.observed.filter(({ indicator }) => indicator === id).map(({ source }) => (
            <dd key={source} class="soft">{words.observed}: {source}</dd>
          ))}
        </div>
      ))}
    </dl>
  )
}
