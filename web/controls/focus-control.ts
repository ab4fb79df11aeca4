/** Where the focus goes when what has it goes away, so that a reader at the keyboard is not sent to the top of the page. */
import type { RefObject } from 'preact'
import { useLayoutEffect } from 'preact/hooks'

/** A button that resets something goes away with what it reset: the focus goes to what sets it. */
export function focusControl(place: Element | null) {
  place?.querySelector<HTMLElement>('input[type=range], select')?.focus()
}

/**
 * What is focused inside `root` may go when that is drawn anew.
 * @param instead what then has the focus
 */
export function useFocusStays<T extends HTMLElement>(root: RefObject<T | null>, instead: (root: T) => HTMLElement | null | undefined) {
  // What was drawn last is still there.
  const wasInside = root.current?.contains(document.activeElement) ?? false
  useLayoutEffect(() => {
    if (wasInside && root.current && (document.activeElement === document.body || !document.activeElement)) instead(root.current)?.focus()
  })
}
