/** A slider with its default marked and the change coloured. It speaks while held and again when let go. */
import { toStep } from '../state/laboratory.ts'

export function Track({ label, value, standard, min, max, step, text, onDrag, onSet, onRest }: {
  label: string
  value: number
  /** The default, marked on the track. */
  standard: number
  min: number
  max: number
  step: number
  /** The value in words. */
  text: string
  onDrag(value: number): void
  onSet(value: number): void
  /** Let go, perhaps where it was before. */
  onRest(): void
}) {
  const at = (number: number) => `${Math.min(100, Math.max(0, ((number - min) / (max - min)) * 100))}%`
  const read = (event: Event) => toStep((event.currentTarget as HTMLInputElement).valueAsNumber, { min, max, step })

  function press(event: KeyboardEvent) {
    const input = event.currentTarget as HTMLInputElement
    if (event.key === 'Escape') {
      input.blur()
      return
    }
    const steps = { PageUp: 10, PageDown: -10 }[event.key]
    if (steps === undefined) return
    event.preventDefault()
    onSet(toStep(value + steps * step, { min, max, step }))
  }

  return (
    <div class="track" style={{ '--from': at(Math.min(value, standard)), '--to': at(Math.max(value, standard)), '--default': at(standard) }}>
      <div class="track-line" aria-hidden="true">
        <div class="track-change" />
        <div class="track-default" />
      </div>
      <input type="range" aria-label={label} aria-valuetext={text} min={min} max={max} step={step} value={value}
        onInput={event => onDrag(read(event))}
        onChange={event => onSet(read(event))}
        onKeyDown={press}
        onPointerUp={() => setTimeout(onRest)}
        onPointerCancel={() => setTimeout(onRest)}
        onBlur={() => setTimeout(onRest)} />
    </div>
  )
}
