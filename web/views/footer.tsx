/** What the numbers on the page come from, in one line; and how the run is getting on. */
import { Icon } from '../controls/icons.tsx'
import { settingsOf } from '../state/laboratory.ts'
import { failure, go, goOn, grown, isStale, laboratory, picture, places, progress, runsDone, stop, stopped } from '../state.ts'
import { areMeans, repeatsOf } from '../state/repeats.ts'
import { previewScaleOf } from '../state/runs.ts'
import { isConserved } from '../state/series.ts'
import { text } from '../text/index.ts'
import { hasDrawn } from './drawing.ts'

export function Footer() {
  void grown.value
  const words = text.footer
  const shown = picture.value
  const { seed } = settingsOf(laboratory.value)
  const computed = shown?.base.whole && !shown.lastTime
  const conserved = computed && isConserved(shown.base) && isConserved(shown.other)
  return (
    <footer class="footer">
      <Badge />
      {shown && <span>{words.seed(seed)}</span>}
      <span>{words.runs(runsDone.value)}</span>
      {computed && (
        <span class={conserved ? '' : 'warning'} title={words.conservedMeaning}>
          {conserved ? <>{words.conserved} <Icon name="check" /></> : words.notConserved}
        </span>
      )}
      <button type="button" class="text-button" onClick={() => go({ section: 'validation', item: '' })}>{words.rests}</button>
      <RunState />
    </footer>
  )
}

/** At which scale the picture was computed, or, where runs were repeated, each part of it. */
export function Badge() {
  const shown = picture.value
  if (!shown) return null
  if (shown.lastTime) return <span class="badge">{text.run.lastTime(shown.scale)}</span>
  const preview = shown.scale >= previewScaleOf(shown.base.scenario)
  const finest = shown.scale <= laboratory.value.entries[0].scenario.scale
  const repeats = repeatsOf(shown.other.scenario)
  return (
    <span class={finest ? 'badge finest' : 'badge'} data-scale={shown.scale}>
      {repeats && areMeans(repeats) ? text.run.means(repeats.base.length, repeats.scenario.scale, shown.scale)
        : shown.levels ? text.run.changed(shown.levels, shown.scale)
          : preview && !finest ? text.run.preview(shown.scale) : text.run.shown(shown.scale)}
    </span>
  )
}

function RunState() {
  const words = text.run
  const now = progress.value
  const awaited = now ? undefined : waiting()
  return (
    <div class="run-state">
      {now && <span>{textOf(now)}</span>}
      {awaited && <span>{awaited}</span>}
      {!now && stopped.value && <span>{stoppedWords()}</span>}
      {!now && !stopped.value && failure.value && <span>{words.failed}</span>}
      {now && <progress aria-label={words.progress} value={now.share} max={1} />}
      {now && <button type="button" class="small-button" onClick={stop}>{words.cancel}</button>}
      {!now && stopped.value && <button type="button" class="small-button" onClick={goOn}>{words.goOn}</button>}
    </div>
  )
}

function stoppedWords(): string {
  const words = text.run
  if (!picture.value) return words.stoppedBefore
  return picture.value.base.whole ? words.stopped : words.stoppedMidway
}

function textOf({ scale, year, refining }: NonNullable<typeof progress.value>): string {
  const { value: shown } = picture
  if (!shown?.base.whole || shown.lastTime) return text.run.first(year)
  // Coarser than what is shown already: what previews start from, made ready before a lever is moved.
  if (!refining && shown.scale < scale) return text.run.preparing(scale, year)
  return refining ? text.run.refining(scale, year) : text.run.running(scale, year)
}

/** What is waited for while there is no picture; nothing where nothing is on its way. */
export function waiting(): string | undefined {
  if (picture.value || stopped.value || failure.value) return undefined
  if (progress.value) return text.run.first(progress.value.year)
  return places.value ? text.run.beginning : text.run.loading
}

/** In the middle of the empty map; `ProgressLine` says it to those who listen. */
export function WaitingNote() {
  // Once there are charts, each of them says it.
  const words = hasDrawn() ? undefined : waiting()
  return words ? <p class="waiting-note" aria-hidden="true">{words}</p> : null
}

/** The thin line under the header, and the state of the run for those who listen: few words, at its turns only. */
export function ProgressLine() {
  const now = progress.value
  return (
    <>
      <div class={now ? 'progress-line on' : 'progress-line'} style={{ '--share': String(now?.share ?? 0) }} aria-hidden="true" />
      <p class="hidden" role="status">{announced()}</p>
    </>
  )
}

function announced(): string {
  const words = text.run
  if (!places.value) return words.loading
  if (stopped.value) return stoppedWords()
  if (failure.value) return words.failed
  const shown = picture.value
  if (!shown?.base.whole || isStale.value) return ''
  return progress.value ? '' : words.done(shown.scale)
}
