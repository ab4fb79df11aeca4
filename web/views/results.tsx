/** What happens: the headline figures and the charts, two by two; on a narrow screen one at a time. */
import { computed } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { Icon } from '../controls/icons.tsx'
import { indicatorIndex } from '../../sim/index.ts'
import { text } from '../text/index.ts'
import { grown, picture, stage } from '../state.ts'
import { kept } from '../state/kept.ts'
import { activeScenario } from '../state/laboratory.ts'
import { history } from '../state/scenarios.ts'
import { year } from '../state/view.ts'
import { destinationsId, FigureTools, otherFigures, provincesId, pyramidId, titleOf } from './figure-tools.tsx'
import { KindSwitch, LineView } from './figure.tsx'
import { lineFigures } from './figures.ts'
import { Headline } from './headline.tsx'
import { MapPanel } from './map-panel.tsx'
import { ComparisonView, comparisonId } from './comparison.tsx'
import { figureShown } from './show-figure.ts'
import { StageBar } from './stage-bar.tsx'

/** Before a lever is let go nothing comes or goes. */
const hasMoved = computed(() => activeScenario(history.value.present).policies.length > 0)

/** What makes sense in the stage: a county has no ratio of town to countryside where it is all city. */
const figureIds = computed(() => {
  void grown.value
  const run = picture.value?.base
  const lines = lineFigures.filter(({ series }) => !run || run.records.length === 0
    || series.some(({ indicator }) => run.records.some(({ nation }) => Number.isFinite(nation[indicatorIndex(indicator)]))))
  // Text, so that nothing is drawn anew while it stays the same.
  const isNation = stage.value === 'nation'
  const comparison = isNation && (kept.value.length > 0 || hasMoved.value) ? [comparisonId] : []
  return [...(isNation ? [] : [destinationsId]), ...lines.map(({ id }) => id), ...(isNation ? [provincesId] : []), ...comparison, pyramidId].join(' ')
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
  return id === comparisonId ? <div class="figure comparison-figure" data-figure={id}><ComparisonView /></div> : <Chart id={id} />
}

function Chart({ id }: { id: string }) {
  const svg = useRef<(() => SVGSVGElement) | undefined>(undefined)
  const figure = lineFigures.find(candidate => candidate.id === id)
  const Other = otherFigures[id]?.View
  const keep = (get: () => SVGSVGElement) => { svg.current = get }
  return (
    <div class={figure ? 'figure' : `figure ${id}-figure`} data-figure={id}>
      {Other ? <Other onReady={keep} /> : figure && <LineView figure={figure} onReady={keep} />}
      <FigureTools id={id} svg={() => svg.current?.()} />
    </div>
  )
}

const mapId = 'map'

/** One picture at a time, for narrow screens. */
export function OneByOne() {
  const ids = [...figureIds.value.split(' '), mapId]
  const at = Math.max(0, ids.indexOf(figureShown.value))
  const go = (to: number) => { figureShown.value = ids[(to + ids.length) % ids.length] }
  const id = ids[at]
  const words = text.chart
  return (
    <section class="results one" id="results" tabIndex={-1} aria-label={text.results.heading}>
      <Headline />
      <StageBar />
      <div class="picker">
        <button type="button" class="quiet" aria-label={words.previous} onClick={() => go(at - 1)}><Icon name="back" /></button>
        <select aria-label={words.choose} value={id} onChange={event => { figureShown.value = event.currentTarget.value }}>
          {ids.map(option => <option key={option} value={option}>{option === mapId ? text.map.heading : option === comparisonId ? text.comparison.heading(year.value) : titleOf(option)}</option>)}
        </select>
        <button type="button" class="quiet" aria-label={words.next} onClick={() => go(at + 1)}><Icon name="forward" /></button>
      </div>
      {id === mapId ? <MapPanel bare /> : (
        <>
          <Figure key={id} id={id} />
          {!otherFigures[id] && id !== comparisonId && <KindSwitch />}
        </>
      )}
    </section>
  )
}
