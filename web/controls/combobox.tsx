/** A text field with a list of what may be meant; arrow keys go through the list while the cursor stays in the field. */
import { useEffect, useId, useRef, useState } from 'preact/hooks'

export interface Choice {
  key: string
  /** What is chosen, and what tells it from others of the same name. */
  name: string
  note: string
  lang?: string
}

export function Combobox({ label, placeholder, find, onChoose, nothing, others, onFocus }: {
  label: string
  placeholder: string
  /** The likeliest first, and how many more there are; none while nothing is typed. */
  find(typed: string): { choices: Choice[]; more: number }
  onChoose(choice: Choice): void
  /** What is said when nothing fits, and below the list of how many more fit. */
  nothing: string
  others(more: number): string
  onFocus?(): void
}) {
  const id = useId()
  const [typed, type] = useState('')
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(0)
  const root = useRef<HTMLDivElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const { choices: found, more } = open && typed.trim() ? find(typed) : { choices: [], more: 0 }
  const shown = open && typed.trim() !== ''

  useEffect(() => {
    if (!shown) return
    document.getElementById(`${id}-${at}`)?.scrollIntoView({ block: 'nearest' })
  }, [at, shown])

  function choose(choice: Choice | undefined) {
    if (!choice) return
    type('')
    setOpen(false)
    onChoose(choice)
  }

  function press(event: KeyboardEvent) {
    const last = found.length - 1
    const to = { ArrowDown: at >= last ? 0 : at + 1, ArrowUp: at <= 0 ? last : at - 1 }[event.key]
    if (to !== undefined) {
      event.preventDefault()
      if (shown) setAt(to)
      else setOpen(true)
    } else if (event.key === 'Enter' && shown) {
      event.preventDefault()
      choose(found[at])
    } else if (event.key === 'Escape' && (shown || typed)) {
      event.stopPropagation()
      if (shown) setOpen(false)
      else type('')
    }
  }

  return (
    <div class="combobox" ref={root}
      onFocusOut={event => { if (!root.current!.contains(event.relatedTarget as Node | null)) setOpen(false) }}>
      <input ref={input} type="text" role="combobox" aria-label={label} placeholder={placeholder} value={typed} spellcheck={false} autocomplete="off"
        aria-autocomplete="list" aria-expanded={shown} aria-controls={shown ? id : undefined}
        aria-activedescendant={shown && found.length > 0 ? `${id}-${at}` : undefined}
        onFocus={onFocus}
        onInput={event => {
          type(event.currentTarget.value)
          setAt(0)
          setOpen(true)
        }}
        onKeyDown={press} />
      {shown && (
        <ul id={id} role="listbox" aria-label={label}>
          {found.map((choice, k) => (
            <li key={choice.key} id={`${id}-${k}`} role="option" aria-selected={k === at}
              // Before the field loses the focus, which would close the list.
              onPointerDown={event => event.preventDefault()} onClick={() => choose(choice)} onPointerMove={() => setAt(k)}>
              <span lang={choice.lang}>{choice.name}</span> <span class="soft">{choice.note}</span>
            </li>
          ))}
          {found.length === 0 && <li class="soft" role="option" aria-selected={false} aria-disabled="true">{nothing}</li>}
          {more > 0 && <li class="soft" role="option" aria-selected={false} aria-disabled="true">{others(more)}</li>}
        </ul>
      )}
    </div>
  )
}
