/** Leads the reader to a chart: on a wide screen it is scrolled to, on a narrow one it is the one shown. */
import { signal } from '@preact/signals'

/** The chart or map that a narrow screen shows. */
export const figureShown = signal('urbanShare')

export function showFigure(id: string) {
  figureShown.value = id
  // A narrow screen draws it first.
  requestAnimationFrame(() => {
    const figure = document.querySelector<HTMLElement>(`[data-figure=${id}]`)
    figure?.scrollIntoView({ block: 'start' })
    figure?.querySelector<HTMLElement>('select, button')?.focus({ preventScroll: true })
  })
}
