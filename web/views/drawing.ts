/** Signals drive the charts without rendering anything anew: one effect a chart, drawn when a frame has time and it is in view. */
import { effect } from '@preact/signals'
import { dontDraw, drawNow, drawSoon } from '../charts/frames.ts'
import { printing } from '../state/view.ts'
import { failure } from '../state.ts'
import { text } from '../text/index.ts'
import { stageName } from './stage-name.ts'

/** Whether anything was drawn in this visit: before, the page as a whole says what it waits for. */
let hasShown = false
export const hasDrawn = (): boolean => hasShown

/**
 * Draws now and whenever the signals that `data` reads have changed, for as long as the box is on the page.
 * @param data reads signals; nothing to draw yet gives undefined
 * @returns stops it
 */
export function follow<T>(box: HTMLElement, data: () => T | undefined, draw: (data: T) => void): () => void {
  const owner = {}
  let seen = false
  let drawn = false
  let latest: T | undefined
  let waitsFor: string | undefined
  let said: string | undefined
  const soon = () => {
    // Once even out of view: who cannot see it may still come to it, and finds it described.
    if (!seen && !printing.peek() && drawn && waitsFor === said) return
    drawSoon(owner, () => {
      // What there was to draw may be gone since: a county left, a run begun anew. What is drawn then stays, but not as if it were current.
      if (waitsFor !== said) sayWaiting(box, said = waitsFor)
      if (latest === undefined) return
      drawn = true
      hasShown = true
      draw(latest)
    })
  }
  const observer = new IntersectionObserver(entries => {
    seen = entries[entries.length - 1].isIntersecting
    soon()
  }, { rootMargin: '200px' })
  observer.observe(box)
  const end = effect(() => {
    void printing.value
    latest = data()
    waitsFor = latest === undefined && hasShown ? (failure.value ? text.run.notComputed : text.run.computing)(stageName()) : undefined
    soon()
  })
  return () => {
    end()
    observer.disconnect()
    dontDraw(owner)
  }
}

/** On paper everything is of the same moment, also what nobody has scrolled to. */
export function followPrinting(): () => void {
  const begin = () => {
    printing.value = true
    drawNow()
  }
  const end = () => { printing.value = false }
  addEventListener('beforeprint', begin)
  addEventListener('afterprint', end)
  return () => {
    removeEventListener('beforeprint', begin)
    removeEventListener('afterprint', end)
  }
}

/** Nobody is to read in it meanwhile, by pointer, keys or voice. */
function sayWaiting(box: HTMLElement, words: string | undefined) {
  box.querySelector(':scope > .computing-note')?.remove()
  box.classList.toggle('computing', words !== undefined)
  box.inert = words !== undefined
  if (words === undefined) return
  const note = box.appendChild(document.createElement('p'))
  note.className = 'computing-note'
  note.textContent = words
}
