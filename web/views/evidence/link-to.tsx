/** A real link to a part of the page, so that it can be copied and opened beside; here it changes the view without loading anything. */
import type { ComponentChildren } from 'preact'
import { addressOf, go } from '../../state.ts'
import type { Route } from '../../state/route.ts'

export function LinkTo({ open, current, class: style, children }: {
  open: Route | undefined
  current?: boolean
  class?: string
  children: ComponentChildren
}) {
  return (
    <a href={addressOf(open)} class={style} aria-current={current ? 'page' : undefined}
      onClick={event => {
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.button > 0) return
        event.preventDefault()
        go(open)
      }}>{children}</a>
  )
}
