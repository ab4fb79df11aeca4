/** A button that resets something goes away with what it reset: the focus goes to what sets it, so that a reader at the keyboard is not sent to the top of the page. */
export function focusControl(place: Element | null) {
  place?.querySelector<HTMLElement>('input[type=range], select')?.focus()
}
