/** A chart in its place, with the buttons that belong to it. */
import { computed, useComputed } from '@preact/signals'
import { lineChart } from '../charts/line-chart.ts'
import { populationPyramid, type PyramidData } from '../charts/population-pyramid.ts'
import { active, dragging, grown, isDim, picture, places } from '../state.ts'
import { Segmented } from '../controls/segmented.tsx'
import { recordOf, type Picture } from '../state/runs.ts'
import { chartKind, goToYear, playing, pointAtYear, printing, reducedMotion, year } from '../state/view.ts'
import { text } from '../text/index.ts'
import { lineData, type LineFigure, type StillFigure } from './figures.ts'
import { ofOneRun } from './map-words.ts'
import { scenarioName } from './scenario-name.ts'
import { useChart } from './use-chart.ts'

/** Widest ranges by chart and kind; new years or another seed do not narrow an axis again. */
const ranges = new Map<string, readonly [number, number]>()

/** No transitions on paper, while the reader moves something, nor while the first run adds a year at a time. */
function isStill({ base }: Picture): boolean {
  return reducedMotion.value || printing.value || dragging.value || playing.value || !base.whole
}

/** The first year of the first policy. */
const policyFrom = computed(() => {
  const { policies } = active.value
  return policies.length > 0 ? Math.min(...policies.map(({ from }) => from)) : undefined
})

/** What a line chart shows now, without the year. */
export function stillFigure(figure: LineFigure): StillFigure | undefined {
  void grown.value
  const shown = picture.value
  if (!shown) return undefined
  const key = `${shown.base.scenario.stage} ${figure.id} ${chartKind.value}`
  const data = lineData(figure, chartKind.value, shown, places.value, {
    policyFrom: policyFrom.value,
    dim: isDim.value,
    reducedMotion: isStill(shown),
    seen: ranges.get(key),
    name: scenarioName.value,
  })
  if (data.covers) ranges.set(key, data.covers)
  return data
}

export function LineView({ figure, onReady }: { figure: LineFigure; onReady?(svg: () => SVGSVGElement): void }) {
  const still = useComputed(() => stillFigure(figure))
  const box = useChart(
    element => lineChart(element, { words: text.charts, onYear: goToYear, onPoint: pointAtYear }),
    () => still.value && { ...still.value, yearShown: year.value }, onReady)
  return <div class="figure-box" ref={box} />
}

export function pyramidData(): PyramidData | undefined {
  void grown.value
  const shown = picture.value
  const now = shown && recordOf(shown.other, year.value)
  if (!now) return undefined
  return {
    title: text.figures.pyramid,
    yearShown: now.year,
    stage: shown.base.scenario.stage,
    name: scenarioName.value,
    ofUnit: unit => ofOneRun(shown, unit),
    pyramid: now.pyramid,
    base: shown.base === shown.other ? undefined : recordOf(shown.base, year.value)?.pyramid,
    dim: isDim.value,
    reducedMotion: isStill(shown),
  }
}

export function PyramidView({ onReady }: { onReady?(svg: () => SVGSVGElement): void }) {
  const box = useChart(element => populationPyramid(element, { words: text.charts }), pyramidData, onReady)
  return <div class="figure-box" ref={box} />
}

/** Level or difference, for all line charts at once. */
export function KindSwitch() {
  const { kind, level, difference } = text.results
  return (
    <div class="kind-switch">
      <Segmented label={kind} options={{ level, difference }} value={chartKind.value}
        onChange={chosen => { chartKind.value = chosen }} />
    </div>
  )
}
