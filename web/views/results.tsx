/** What happens: the headline figures and the charts, two by two; on a narrow screen one at a time. */
import { computed, signal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { Icon } from '../controls/icons.tsx'
import { text } from '../text/index.ts'
import { grown, picture, stage } from '../state.ts'
import { positionOf } from '../state/series.ts'
import { DestinationsView } from './destinations.tsx'
import { destinationsId, FigureTools, pyramidId, titleOf } from './figure-tools.tsx'
import { KindSwitch, LineView, PyramidView } from './figure.tsx'
import { lineFigures } from './figures.ts'
import { Headline } from './headline.tsx'
import { MapPanel } from './map-panel.tsx'
import { StageBar } from './stage-bar.tsx'

/** What makes sense in the stage: a county has no ratio of town to countryside where it is all city. */
const figureIds = computed(() => {
  void grown.value
  const run = picture.value?.base
  const lines = lineFigures.filter(({ series }) => !run || run.records.length === 0
    || series.some(({ indicator }) => run.records.some(({ nation }) => Number.isFinite(nation[positionOf(indicator)!]))))
  // Text, so that nothing is drawn anew while it stays the same.
  return [...(stage.value === 'nation' ? [] : [destinationsId]), ...lines.map(({ id }) => id), pyramidId].join(' ')
})

export function Results() {
  return (
    <section class="results" id="results" tabIndex={-1} aria-label={text.results.heading}>
      <Headline />
      <KindSwitch />
      <div class="figures">
        {figureIds.value.split(' ').map(id => <Figure key={id} id={id} />)}
      </div>
    </section>
  )
}

function Figure({ id }: { id: string }) {
  const svg = useRef<(() => SVGSVGElement) | undefined>(undefined)
  const figure = lineFigures.find(candidate => candidate.id === id)
  const keep = (get: () => SVGSVGElement) => { svg.current = get }
  return (
    <div class={figure ? 'figure' : `figure ${id}-figure`} data-figure={id}>
      {figure ? <LineView figure={figure} onReady={keep} />
        : id === destinationsId ? <DestinationsView onReady={keep} />
        : <PyramidView onReady={keep} />}
      <FigureTools id={id} svg={() => svg.current?.()} />
    </div>
  )
}

const mapId = 'map'
const chosen = signal('urbanShare')

/** One picture at a time, for narrow screens. */
export function OneByOne() {
  const ids = [...figureIds.value.split(' '), mapId]
  const at = Math.max(0, ids.indexOf(chosen.value))
  const go = (to: number) => { chosen.value = ids[(to + ids.length) % ids.length] }
  const id = ids[at]
  const words = text.chart
  return (
    <section class="results one" id="results" tabIndex={-1} aria-label={text.results.heading}>
      <Headline />
      <StageBar />
      <div class="picker">
        <button type="button" class="quiet" aria-label={words.previous} onClick={() => go(at - 1)}><Icon name="back" /></button>
        <select aria-label={words.choose} value={id} onChange={event => { chosen.value = event.currentTarget.value }}>
          {ids.map(option => <option key={option} value={option}>{option === mapId ? text.map.heading : titleOf(option)}</option>)}
        </select>
        <button type="button" class="quiet" aria-label={words.next} onClick={() => go(at + 1)}><Icon name="forward" /></button>
      </div>
      {id === mapId ? <MapPanel bare /> : (
        <>
          <Figure key={id} id={id} />
          {id !== pyramidId && <KindSwitch />}
        </>
      )}
    </section>
  )
}
