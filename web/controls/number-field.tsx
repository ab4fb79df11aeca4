/** A typed number: taken on Enter or when left; out of range, the nearest is taken and the field says so until the number changes again. */
import { useEffect, useId, useState } from 'preact/hooks'
import { numberText } from '../charts/number-text.ts'
import { text } from '../text/index.ts'
import { toStep } from '../state/laboratory.ts'

export function NumberField({ label, value, min, max, step, isYear = false, onSet }: {
  label: string
  value: number
  min: number
  max: number
  step: number
  /** Years have no comma. */
  isYear?: boolean
  onSet(value: number): void
}) {
  const id = useId()
  /** What was taken instead of what was typed. */
  const [nearest, setNearest] = useState<number | undefined>(undefined)
  const outside = nearest === value
  const written = (number: number) => (isYear ? String(number) : numberText(number, text.locale, { maximumFractionDigits: 6 }))
  useEffect(() => {
    if (nearest !== undefined && nearest !== value) setNearest(undefined)
  }, [value])

  function take(event: Event) {
    const input = event.currentTarget as HTMLInputElement
    const typed = input.valueAsNumber
    const taken = Number.isNaN(typed) ? value : toStep(typed, { min, max, step })
    setNearest(typed < min || typed > max ? taken : undefined)
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
      {outside && <span class="field-note" id={`${id}-note`} role="status">{text.levers.outside(written(min), written(max))}</span>}
    </div>
  )
}
