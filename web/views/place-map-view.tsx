/** The map of a county: its villages and towns in the year shown. */
import { indicatorIndex } from '../../sim/index.ts'
import { placeMap, type MapPlace, type PlaceMapData } from '../charts/place-map.ts'
import { grown, isDim, picture } from '../state.ts'
import { recordOf, type Run } from '../state/runs.ts'
import { mapValues } from '../state/series.ts'
import { mapKind, year } from '../state/view.ts'
import { text } from '../text/index.ts'
import { mapBreaks } from './map-breaks.ts'
import { isChange, mapIndicator, ofOneRun, titleOfMap, unitOfMap } from './map-words.ts'
import { useChart } from './use-chart.ts'

/** The own places of a run in the order of their rows: the same list as long as it is the same run. */
const lists = new WeakMap<NonNullable<Run['places']>, MapPlace[]>()

function ownPlaces(run: Run): MapPlace[] {
  if (!run.places) return []
  let list = lists.get(run.places)
  if (!list) {
    list = run.places.filter(({ own }) => own).sort((a, b) => a.row - b.row)
      .map(({ name, kind, longitude, latitude }) => ({ name: text.stage.place(name), label: text.stage.label(name), isTown: kind !== 'village', longitude, latitude }))
    lists.set(run.places, list)
  }
  return list
}

export function placeMapData(): PlaceMapData | undefined {
  void grown.value
  const shown = picture.value
  if (!shown?.other.places) return undefined
  const id = mapIndicator.value
  const kind = mapKind.value === 'level' && isChange(id) ? 'change' : mapKind.value
  const record = recordOf(shown.other, year.value)
  const given = mapValues(shown, id, isChange(id) && kind === 'change' ? 'level' : kind, year.value)
  if (!record?.places || !given) return undefined
  const { nationalValue, ...values } = given
  const places = ownPlaces(shown.other)
  const population = indicatorIndex('population')
  const width = record.places.length / places.length
  return {
    title: titleOfMap(id, kind),
    unit: ofOneRun(shown, unitOfMap(id, kind)),
    yearShown: record.year,
    kind,
    ...values,
    places,
    residents: Float64Array.from(places, (_, row) => record.places![row * width + population]),
    wholeValue: nationalValue,
    whole: text.stage.whole,
    note: text.stage.note(places.length),
    breaks: mapBreaks(shown, id, kind),
    dim: isDim.value,
  }
}

export function PlaceMapView({ onReady }: { onReady(svg: () => SVGSVGElement | undefined): void }) {
  const box = useChart(element => placeMap(element, text.charts), placeMapData, onReady)
  return <div class="map-frame" ref={box} />
}
