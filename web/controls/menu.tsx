/** A button that opens a short list of things to do; arrow keys move in it, Escape and a click elsewhere close it. */
import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { Icon } from './icons.tsx'

export interface MenuItem {
  label: string
  act(): void
  checked?: boolean
  disabled?: boolean
}

export function Menu({ label, children, items, title, align = 'end', compact = false }: {
  /** Accessible name where the button shows only a sign. */
  title?: string
  label?: ComponentChildren
  children?: ComponentChildren
  items: (MenuItem | 'line' | { heading: string })[]
  align?: 'start' | 'end'
  compact?: boolean
}) {
  const [open, setOpen] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const id = useId()
  const byTouch = useRef(false)

  useEffect(() => {
    if (!open) return
    const leave = (event: Event) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false)
    }
    document.addEventListener('pointerdown', leave)
    document.addEventListener('focusin', leave)
    // Under a finger a text field would call up the keyboard, which covers the list.
    root.current?.querySelector<HTMLElement>(byTouch.current ? '[role^=menuitem]:not([disabled])' : '.menu-list input, [role^=menuitem]')?.focus()
    return () => {
      document.removeEventListener('pointerdown', leave)
      document.removeEventListener('focusin', leave)
    }
  }, [open])

  function press(event: KeyboardEvent) {
    if (event.key === 'Escape' && open) {
      event.stopPropagation()
      setOpen(false)
      button.current?.focus()
      return
    }
    const all = [...root.current!.querySelectorAll<HTMLElement>('[role^=menuitem]:not([disabled])')]
    const at = all.indexOf(document.activeElement as HTMLElement)
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key]
    if (!open || to === undefined || (at < 0 && event.key !== 'ArrowDown')) return
    event.preventDefault()
    all.at(to % all.length)?.focus()
  }

  return (
    <div class="menu" ref={root} onKeyDown={press}>
      <button type="button" ref={button} class={compact ? 'quiet small' : 'quiet'} aria-expanded={open} aria-controls={open ? id : undefined}
        aria-haspopup="menu" aria-label={title} title={title}
        onPointerDown={event => { byTouch.current = event.pointerType === 'touch' }} onKeyDown={() => { byTouch.current = false }} onClick={() => setOpen(!open)}>
        {label ?? <Icon name="more" />}
      </button>
      {open && (
        <div class={`menu-list menu-${align}`} id={id}>
          {children}
          <div role="menu" aria-label={title ?? (typeof label === 'string' ? label : undefined)}>
            {items.map((item, index) => item === 'line' ? <hr key={index} role="separator" />
              : 'heading' in item ? <p key={index} class="menu-heading" role="presentation">{item.heading}</p> : (
              <button key={item.label} type="button" disabled={item.disabled}
                role={item.checked === undefined ? 'menuitem' : 'menuitemradio'} aria-checked={item.checked}
                onClick={() => {
                  setOpen(false)
                  button.current?.focus()
                  item.act()
                }}>
                <span class="menu-check">{item.checked && <Icon name="check" />}</span>{item.label}
              </button>
            ))}
          </div>
        </div>
      )}
    </div>
  )
}
