/** The year shown: play, pause, step, scrub. One year for all charts and the map. */
import { Icon } from '../controls/icons.tsx'
import { active } from '../state.ts'
import { goToYear, playing, speed, speeds, year } from '../state/view.ts'
import { text } from '../text/index.ts'

export function showYear(chosen: number) {
  const [first, last] = active.value.years
  goToYear(Math.min(last, Math.max(first, chosen)))
}

export function TimeControl() {
  const words = text.time
  const [first, last] = active.value.years
  const shown = Math.min(last, year.value)
  return (
    <div class="time" role="group" aria-label={words.heading}>
      <button type="button" class="play" aria-label={playing.value ? words.pause : words.play} title={playing.value ? words.pause : words.play}
        onClick={() => { playing.value = !playing.value }}>
        <Icon name={playing.value ? 'pause' : 'play'} />
      </button>
      <button type="button" class="quiet" aria-label={words.back} title={words.back} disabled={shown <= first}
        onClick={() => showYear(shown - 1)}><Icon name="back" /></button>
      <button type="button" class="quiet" aria-label={words.forward} title={words.forward} disabled={shown >= last}
        onClick={() => showYear(shown + 1)}><Icon name="forward" /></button>
      <output class="time-year">{shown}</output>
      <div class="time-track" style={{ '--at': `${((shown - first) / (last - first)) * 100}%` }}>
        <input type="range" aria-label={words.heading} min={first} max={last} step={1} value={shown}
          onInput={event => showYear(event.currentTarget.valueAsNumber)} />
        <div class="time-ends" aria-hidden="true"><span>{first}</span><span>{last}</span></div>
      </div>
      <select class="time-speed" aria-label={words.speed} value={String(speed.value)}
        onChange={event => { speed.value = Number(event.currentTarget.value) }}>
        {speeds.map(count => <option key={count} value={String(count)}>{words.perSecondShort(count)}</option>)}
      </select>
    </div>
  )
}
