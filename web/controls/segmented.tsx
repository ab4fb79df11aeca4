/** One of a few, side by side: radio buttons that look like one control. */
import { useId } from 'preact/hooks'

export function Segmented<T extends string>({ label, options, value, onChange }: {
  label: string
  options: Record<T, string>
  value: T
  onChange(value: T): void
}) {
  const name = useId()
  return (
    <fieldset class="segmented">
      <legend class="hidden">{label}</legend>
      {(Object.keys(options) as T[]).map(option => (
        <label key={option} class={option === value ? 'chosen' : ''}>
          <input type="radio" name={name} value={option} checked={option === value} onChange={() => onChange(option)} />
          <span>{options[option]}</span>
        </label>
      ))}
    </fieldset>
  )
}
