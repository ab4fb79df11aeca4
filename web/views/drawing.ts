/** Signals drive the charts without rendering anything anew: one effect a chart, drawn when a frame has time and it is in view. */
import { effect } from '@preact/signals'
import { dontDraw, drawSoon } from '../charts/frames.ts'

/**
 * Draws now and whenever the signals that `data` reads have changed, for as long as the box is on the page.
 * @param data reads signals; nothing to draw yet gives undefined
 * @returns stops it
 */
export function follow<T>(box: Element, data: () => T | undefined, draw: (data: T) => void): () => void {
  const owner = {}
  let seen = false
  let drawn = false
  let latest: T | undefined
  const soon = () => {
    // Once even out of view: who cannot see it may still come to it, and finds it described.
    if (!seen && drawn) return
    drawSoon(owner, () => {
      // What there was to draw may be gone since: a county left, a run begun anew.
      if (latest === undefined) return
      drawn = true
      draw(latest)
    })
  }
  const observer = new IntersectionObserver(entries => {
    seen = entries[entries.length - 1].isIntersecting
    soon()
  }, { rootMargin: '200px' })
  observer.observe(box)
  const end = effect(() => {
    latest = data()
    soon()
  })
  return () => {
    end()
    observer.disconnect()
    dontDraw(owner)
  }
}
