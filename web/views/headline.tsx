/** The figures of the year shown: value, difference to the baseline, and how sure. */
import { useRef } from 'preact/hooks'
import { indicatorIndex } from '../../sim/index.ts'
import type { Quantity } from '../../sim/indicators/indicator.ts'
import { format } from '../charts/format.ts'
import { useFocusStays } from '../controls/focus-control.ts'
import { active, baseline, dragging, failure, goOn, grown, isStale, picture, places, plain, repeat, stage, stopped } from '../state.ts'
import { areMeans, differenceOf, mayBeChance, pairsWanted, repeatsOf, stopRepeats, type Interval, type Repeats } from '../state/repeats.ts'
import { previewScaleOf } from '../state/runs.ts'
import { nationValue } from '../state/series.ts'
import { year } from '../state/view.ts'
import { text } from '../text/index.ts'
import { comparisonId } from './comparison.tsx'
import { provincesId } from './figure-tools.tsx'
import { headlineIndicators, indicatorOf } from './figures.ts'
import { waiting } from './footer.tsx'
import { showFigure } from './show-figure.ts'
import { stageName } from './stage-name.ts'

export function Headline() {
  void grown.value
  const words = text.results
  const shown = picture.value
  const moved = active.value.policies.length > 0
  // Until the first picture of moved levers is there, nothing can be said about what they change.
  const compared = moved && shown !== undefined && shown.base !== shown.other
  const repeated = compared ? repeatsOf(shown.other.scenario) : undefined
  // The button that stops the repeats goes with their end.
  const sure = useRef<HTMLParagraphElement>(null)
  useFocusStays(sure, its => its.querySelector<HTMLElement>('.repeat') ?? its)
  return (
    <section class={isStale.value ? 'headline stale' : 'headline'} aria-label={words.headline(year.value)}>
      <dl>
        {headlineIndicators.map(id => {
          const { quantity, unit } = indicatorOf(id)
          const numbers = format(quantity, text.charts)
          const found = repeated && differenceOf(repeated, year.value, ({ nation }) => nation[indicatorIndex(id)])
          const value = found ? found.other : shown ? nationValue(shown.other, id, year.value) : NaN
          const difference = found ? found.difference : shown ? value - nationValue(shown.base, id, year.value) : 0
          const written = numbers.difference(difference)
          const unsure = found ? found.low !== found.high && mayBeChance(found) : isPreview()
          const assumed = shown?.plain && nationValue(shown.base, id, year.value) - nationValue(shown.plain, id, year.value)
          return (
            <div key={id} data-indicator={id} title={text.units.level(quantity, unit)}>
              <dt>{text.indicator.short(id)}</dt>
              <dd class="value">{shown ? numbers.value(value) : '\u2007'}</dd>
              {(compared || assumed === undefined) && (
                <dd class={difference === 0 || written === numbers.difference(0) || unsure ? 'difference none' : 'difference'}>
                  {compared ? (difference === 0 ? words.same : written) : '\u00a0'}
                </dd>
              )}
              {found && found.low !== found.high && <Range found={found} quantity={quantity} />}
              {assumed !== undefined && <dd class="assumed">{words.assumed(numbers.difference(assumed))}</dd>}
            </div>
          )
        })}
      </dl>
      <p class="sure" ref={sure} tabIndex={-1}>
        {repeated && areMeans(repeated) ? words.sureRepeated(repeated.base.length, repeated.scenario.scale) : sureness(moved)}
        {failure.value && (!shown || isStale.value) && !stopped.value && <> <button type="button" class="text-button small-print" onClick={goOn}>{text.run.tryAgain}</button></>}
        {compared && !dragging.value && !isStale.value && <Repeating repeats={repeated} />}
        {compared && stage.value === 'nation' && <> <button type="button" class="text-button small-print" onClick={() => showFigure(provincesId)}>{text.provinces.link}</button>{' '}<button type="button" class="text-button small-print" onClick={() => showFigure(comparisonId)}>{text.comparison.link}</button></>}
      </p>
    </section>
  )
}

/** The interval of the mean difference over the repeats, and whether it may be chance. */
function Range({ found, quantity }: { found: Interval; quantity: Quantity }) {
  return (
    <>
      <dd class="around">{format(quantity, text.charts).interval(found.low, found.high, true)}</dd>
      {mayBeChance(found) && <dd class="around chance">{text.results.mayBeChance}</dd>}
    </>
  )
}

/** Starts the repeats, tells how far they are, and stops them. */
function Repeating({ repeats }: { repeats: Repeats | undefined }) {
  const words = text.results
  if (repeats?.running) {
    return (
      <>
        {' '}<span role="status">{words.repeating(repeats.base.length, pairsWanted)}</span>
        {' '}<button type="button" class="text-button small-print repeat" onClick={stopRepeats}>{words.stopRepeating}</button>
      </>
    )
  }
  if (repeats && repeats.base.length === pairsWanted) return null
  return <> <button type="button" class="text-button small-print repeat" onClick={repeat}>{words.repeat}</button></>
}

/** One run of each says nothing about chance beyond that both met the same: the words must not say more. */
function sureness(moved: boolean): string {
  const words = text.results
  if (!picture.value) {
    if (stopped.value) return text.run.computingStopped(stageName())
    if (failure.value) return text.run.notComputed(stageName())
    return (places.value ? undefined : waiting()) ?? text.run.computing(stageName())
  }
  if (picture.value.lastTime) return words.sureLastTime
  if (isStale.value && !dragging.value) return stopped.value ? text.run.staleStopped : failure.value ? text.run.staleFailed : text.run.stale
  if (!moved) return plain.value ? words.sureAssumed : words.sureUntouched
  return isPreview() ? words.surePreview : words.sureMoved
}

/** Few people per place make differences of their own: they look as unsure as they are. */
function isPreview(): boolean {
  const shown = picture.value
  return dragging.value || (shown !== undefined && shown.scale > baseline.value.scale && shown.scale >= previewScaleOf(shown.base.scenario))
}
