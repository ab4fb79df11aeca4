/** Narrows a long list down while one types, and says how much is left. */
import { useId } from 'preact/hooks'

export function SearchField({ label, value, onInput, found }: {
  label: string
  value: string
  onInput(value: string): void
  /** How many are left, in words. */
  found: string
}) {
  const id = useId()
  return (
    <div class="search-field">
      <label for={id}>{label}</label>
      <input id={id} type="search" value={value} spellcheck={false} onInput={event => onInput(event.currentTarget.value)} />
      <span class="soft" role="status">{found}</span>
    </div>
  )
}

/** Whether all words typed are somewhere in these texts. */
export function isFound(typed: string, ...texts: string[]): boolean {
  const all = texts.join(' ').toLowerCase()
  return typed.toLowerCase().split(/\s+/).every(word => all.includes(word))
}
