/** A typed number: taken on Enter or when left; out of range, the nearest is taken and the field says so. */
import { useId, useState } from 'preact/hooks'
import { text } from '../text/index.ts'
import { toStep } from '../state/laboratory.ts'

export function NumberField({ label, value, min, max, step, suffix, onSet }: {
  label: string
  value: number
  min: number
  max: number
  step: number
  suffix?: string
  onSet(value: number): void
}) {
  const id = useId()
  const [outside, setOutside] = useState(false)

  function take(event: Event) {
    const input = event.currentTarget as HTMLInputElement
    const typed = input.valueAsNumber
    const taken = Number.isNaN(typed) ? value : toStep(typed, { min, max, step })
    setOutside(!Number.isNaN(typed) && (typed < min || typed > max))
    input.value = String(taken)
    if (taken !== value) onSet(taken)
  }

  return (
    <div class={outside ? 'field outside' : 'field'}>
      <label for={id}>{label}</label>
      <input id={id} type="number" inputMode="decimal" min={min} max={max} step={step} value={value}
        aria-describedby={outside ? `${id}-note` : undefined}
        onChange={take}
        onKeyDown={event => { if (event.key === 'Escape') event.currentTarget.blur() }} />
      {suffix && <span class="field-suffix">{suffix}</span>}
      {outside && <span class="field-note" id={`${id}-note`} role="status">{text.levers.outside(String(min), String(max))}</span>}
    </div>
  )
}
