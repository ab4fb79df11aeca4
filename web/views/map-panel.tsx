/** The map of the year shown, and what it shows. */
import { computed, effect, signal } from '@preact/signals'
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
import { countyInLetters, loadCounties, prefectureInLetters } from '../state/counties.ts'
import { active, grown, isDim, picture, places, report, stage } from '../state.ts'
import { recordOf } from '../state/runs.ts'
import { mapIndicators, mapValues } from '../state/series.ts'
import { isDark, mapChosen, mapKind, year } from '../state/view.ts'
import { text } from '../text/index.ts'
import { Dialog } from './dialog.tsx'
import { follow } from './drawing.ts'
import { exportNotes, withRun } from './export-notes.ts'
import { savePng, saveSvg, What } from './figure-tools.tsx'
import { mapBreaks } from './map-breaks.ts'
import { isChange, mapIndicator, ofOneRun, titleOfMap, unitOfMap } from './map-words.ts'
import { placeMapData, PlaceMapView } from './place-map-view.tsx'
import { StageBar } from './stage-bar.tsx'
import { VillageView } from './village-view.tsx'

const geometry = signal<Topology | undefined>(undefined)
const tableOpen = signal(false)
const whatOpen = signal(false)

export async function loadGeometry() {
  try {
    const response = await fetch(geometryUrl)
    if (!response.ok) throw new Error(response.statusText)
    const topology: Topology = await response.json()
    geometry.value = topology
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
      unitOf: settlement => known.counties.prefecture[record.settlements.county[settlement]],
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
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const { prefectures } = places.peek()!
    const map = chinaMap(box.current!, {
      words: text.charts,
      geometry: topology,
      unitCodes: prefectures.code,
      unitName: prefectureName,
    })
    // Names in letters come when somebody first asks for one.
    for (const event of ['pointerenter', 'focusin']) box.current!.addEventListener(event, () => void loadCounties())
    onReady(map.svg)
    const data = computed(mapData)
    const end = follow(box.current!, () => data.value, map.update)
    let shownDark = isDark.peek()
    const endTheme = effect(() => {
      if (isDark.value === shownDark) return
      shownDark = isDark.value
      // The new custom properties hold from the next frame on.
      requestAnimationFrame(map.refreshTheme)
    })
    return () => {
      endTheme()
      end()
      map.destroy()
    }
  }, [topology])
  return <div class="map-frame" ref={box} />
}

/** Every unit with its number, and the whole above all. */
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
  const units = [...data.values].map((value, unit) => ({
    code: code[unit],
    name: prefectureName(unit),
    value,
  }))
  const heads = text.charts.table
  return {
    table: {
      caption: `${data.title}, ${data.unit}, ${data.yearShown}`,
      columns: [heads.place, heads.value],
      rows: [
        { head: text.map.nation, cells: [write(data.nationalValue)] },
        ...units.map(({ name, value }) => ({ head: name, cells: [write(value)] })),
      ],
    },
    rows: [
      [text.map.code, heads.place, headOf(data)],
      ...units.map(({ code, name, value }) => [code, name, Number((value * numbers.scale).toPrecision(12))]),
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
