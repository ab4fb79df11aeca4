/** The map of the year shown, and what it shows. */
import { signal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { Topology } from 'topojson-specification'
import geometryUrl from '../../scenarios/data/prefectures.topo.json?url'
import { csv, download, fileName } from '../charts/export.ts'
import { format } from '../charts/format.ts'
import { chinaMap, type MapData } from '../charts/map.ts'
import { numberText } from '../charts/number-text.ts'
import type { PlaceMapData } from '../charts/place-map.ts'
import { tableElement, type Table } from '../charts/table.ts'
import { Menu } from '../controls/menu.tsx'
import { Segmented } from '../controls/segmented.tsx'
import { stageKind } from '../../sim/index.ts'
import { fetched } from '../fetched.ts'
import { countyInLetters, loadCounties, prefectureInLetters } from '../state/counties.ts'
import { active, dismissKinds, grown, isDim, picture, places, report, stage } from '../state.ts'
import { recordOf } from '../state/runs.ts'
import { mapIndicators, mapValues } from '../state/series.ts'
import { mapChosen, mapKind, year } from '../state/view.ts'
import { text } from '../text/index.ts'
import { Dialog } from './dialog.tsx'
import { exportNotes, withRun } from './export-notes.ts'
import { savePng, saveSvg, What } from './figure-tools.tsx'
import { mapBreaks } from './map-breaks.ts'
import { isChange, mapIndicator, ofOneRun, titleOfMap, unitOfMap } from './map-words.ts'
import { placeMapData, PlaceMapView } from './place-map-view.tsx'
import { StageBar } from './stage-bar.tsx'
import { useChart } from './use-chart.ts'
import { VillageView } from './village-view.tsx'

const geometry = signal<Topology | undefined>(undefined)
const tableOpen = signal(false)
const whatOpen = signal(false)

export async function loadGeometry() {
  try {
    geometry.value = await fetched<Topology>(geometryUrl)
    dismissKinds('offline')
  } catch {
    report({ kind: 'offline' })
  }
}

function prefectureName(prefecture: number): string {
  const { prefectures, provinces } = places.peek()!
  return text.stage.prefectureIn(prefectures.nameZh[prefecture], prefectureInLetters(prefecture), provinces.nameEn[prefectures.province[prefecture]])
}

function mapData(): MapData | undefined {
  void grown.value
  const shown = picture.value
  const known = places.value
  if (!shown || !known || shown.base.scenario.stage !== 'nation') return undefined
  const id = mapIndicator.value
  const kind = mapKind.value === 'level' && isChange(id) ? 'change' : mapKind.value
  const record = recordOf(shown.other, year.value)
  const given = mapValues(shown, id, isChange(id) && kind === 'change' ? 'level' : kind, year.value)
  if (!record || !given) return undefined
  return {
    title: titleOfMap(id, kind),
    unit: ofOneRun(shown, unitOfMap(id, kind)),
    yearShown: record.year,
    kind,
    ...given,
    breaks: mapBreaks(shown, id, kind),
    settlements: {
      ...record.settlements,
      nameOf: settlement => {
        const county = record.settlements.county[settlement]
        return text.stage.county(known.counties.nameZh[county], countyInLetters(county))
      },
      prefectureOf: settlement => known.counties.prefecture[record.settlements.county[settlement]],
    },
    dim: isDim.value,
  }
}

/** @param bare the way to another part of China stands elsewhere */
export function MapPanel({ bare = false }: { bare?: boolean }) {
  const id = mapIndicator.value
  const words = text.map
  const svg = useRef<(() => SVGSVGElement | undefined) | undefined>(undefined)
  const keep = (get: () => SVGSVGElement | undefined) => { svg.current = get }
  const kind = stageKind(stage.value)
  if (kind === 'village') {
    return (
      <section class="map-panel" aria-label={words.heading}>
        {!bare && <StageBar />}
        <VillageView />
      </section>
    )
  }
  const title = titleOfMap(id, mapKind.value)
  const untouched = active.value.policies.length === 0
  return (
    <section class="map-panel" aria-label={words.heading}>
      {!bare && <StageBar />}
      <div class="map-tools">
        <select aria-label={words.indicator} value={id} onChange={event => { mapChosen.value = event.currentTarget.value }}>
          {mapIndicators.map(option => <option key={option} value={option}>{text.indicator.title(option)}</option>)}
        </select>
        <Segmented label={words.kind} options={words.kinds} value={mapKind.value} onChange={chosen => { mapKind.value = chosen }} />
        <Menu compact title={text.chart.menu(words.heading)} items={[
          { label: text.chart.table, act: () => { tableOpen.value = true } },
          { label: text.chart.csv, act: () => void saveCsv(title) },
          { label: text.chart.svg, act: () => void saveSvg(words.file(title), svg.current?.(), exportNotes()) },
          { label: text.chart.png, act: () => void savePng(words.file(title), svg.current?.(), exportNotes()) },
          'line',
          { label: text.chart.what, act: () => { whatOpen.value = true } },
        ]} />
      </div>
      {mapKind.value === 'difference' && untouched && <p class="map-note">{words.noDifference}</p>}
      {kind === 'county' ? <PlaceMapView key="county" onReady={keep} />
        : geometry.value && places.value ? <MapView key="nation" geometry={geometry.value} onReady={keep} />
        : <div class="map-frame" />}
      {tableOpen.value && <MapTable title={title} />}
      {whatOpen.value && (
        <Dialog title={title} label={title} onClose={() => { whatOpen.value = false }}>
          <What indicators={[id]} />
        </Dialog>
      )}
    </section>
  )
}

function MapView({ geometry: topology, onReady }: { geometry: Topology; onReady(svg: () => SVGSVGElement | undefined): void }) {
  const box = useChart(element => chinaMap(element, {
    words: text.charts,
    geometry: topology,
    prefectureCodes: places.peek()!.prefectures.code,
    prefectureName,
  }), mapData, onReady)
  // Names in letters come when somebody first asks for one.
  const ask = () => void loadCounties()
  return <div class="map-frame" ref={box} onPointerEnter={ask} onFocusIn={ask} />
}

/** Every prefecture or place with its number, and the whole above all. */
function mapTable(): { table: Table; rows: (string | number)[][] } | undefined {
  return stage.peek() === 'nation' ? nationTable() : countyTable()
}

function countyTable(): { table: Table; rows: (string | number)[][] } | undefined {
  const data = placeMapData()
  if (!data) return undefined
  const numbers = format(data.quantity, text.charts, data.relative)
  const write = (value: number) => (data.kind === 'level' ? numbers.number(value) : numbers.signed(value))
  const heads = text.charts.table
  const residents = text.indicator.title('population')
  return {
    table: {
      caption: `${data.title}, ${data.unit}, ${data.yearShown}`,
      columns: [heads.place, heads.value, residents],
      rows: [
        { head: text.stage.all, cells: [write(data.wholeValue), numberText(data.residents.reduce((sum, n) => sum + n, 0), text.locale)] },
        ...data.places.map(({ name }, row) => ({ head: name, cells: [write(data.values[row]), numberText(Math.round(data.residents[row]), text.locale)] })),
      ],
    },
    rows: [
      [heads.place, headOf(data), residents],
      ...data.places.map(({ name }, row) => [name, Number((data.values[row] * numbers.scale).toPrecision(12)), Math.round(data.residents[row])]),
    ],
  }
}

function nationTable(): { table: Table; rows: (string | number)[][] } | undefined {
  const data = mapData()
  const known = places.peek()
  if (!data || !known) return undefined
  const numbers = format(data.quantity, text.charts, data.relative)
  const write = (value: number) => (data.kind === 'level' ? numbers.number(value) : numbers.signed(value))
  const { code } = known.prefectures
  const prefectures = [...data.values].map((value, prefecture) => ({
    code: code[prefecture],
    name: prefectureName(prefecture),
    value,
  }))
  const heads = text.charts.table
  return {
    table: {
      caption: `${data.title}, ${data.unit}, ${data.yearShown}`,
      columns: [heads.place, heads.value],
      rows: [
        { head: text.map.nation, cells: [write(data.nationalValue)] },
        ...prefectures.map(({ name, value }) => ({ head: name, cells: [write(value)] })),
      ],
    },
    rows: [
      [text.map.code, heads.place, headOf(data)],
      ...prefectures.map(({ code, name, value }) => [code, name, Number((value * numbers.scale).toPrecision(12))]),
    ],
  }
}

/** As a file has no caption. */
const headOf = ({ title, unit, yearShown }: MapData | PlaceMapData): string => `${title} (${unit}, ${yearShown})`

async function saveCsv(title: string) {
  await loadCounties()
  const made = mapTable()
  if (made) download(fileName(text.map.file(title), 'csv'), csv(withRun(made.rows)), 'text/csv')
}

function MapTable({ title }: { title: string }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const fill = () => {
      const made = mapTable()
      if (made) box.current?.replaceChildren(tableElement(made.table))
    }
    fill()
    // Once more with the names in letters, which may still be on their way.
    void loadCounties().then(fill)
  }, [])
  return (
    <Dialog title={title} label={title} onClose={() => { tableOpen.value = false }}>
      <div class="table-box" ref={box} tabIndex={0} role="region" aria-label={title} />
    </Dialog>
  )
}
