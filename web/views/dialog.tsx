/** A dialog over the page; Escape, its button and a click beside it close it. */
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { Icon } from '../controls/icons.tsx'
import { text } from '../text/index.ts'

export function Dialog({ title, label, wide = false, onClose, children }: {
  /** The heading; a dialog without one has its name as a label. */
  title?: string
  label: string
  wide?: boolean
  onClose(): void
  children: ComponentChildren
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const before = document.activeElement as HTMLElement | null
    dialog.current!.showModal()
    return () => before?.focus()
  }, [])
  return (
    <dialog ref={dialog} class={wide ? 'wide' : ''} aria-label={label} onClose={onClose}
      onPointerDown={event => { if (event.target === dialog.current) dialog.current!.close() }}>
      <div class="dialog-head">
        {title && <h2>{title}</h2>}
        <button type="button" class="quiet" aria-label={text.chart.close} title={text.chart.close} onClick={() => dialog.current!.close()}>
          <Icon name="close" />
        </button>
      </div>
      <div class="dialog-body">{children}</div>
    </dialog>
  )
}
