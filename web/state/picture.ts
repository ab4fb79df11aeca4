/** What charts and map show. */
import { computed, effect, signal } from '@preact/signals'
import type { Places } from '../engine.ts'
import { isOf, type Picture } from './runs.ts'
import { active, baseline, dragging } from './scenarios.ts'
import { yearChosen, yearWhile } from './view.ts'

export const places = signal<Places | undefined>(undefined)
/** What charts and map show; it stays until the next one is whole. */
export const picture = signal<Picture | undefined>(undefined)
/** Goes up with every year of a picture that is still growing. */
export const grown = signal(0)

/** Whether what is shown belongs to earlier lever positions. */
export const isStale = computed(() => picture.value !== undefined
  && (picture.value.lastTime === true || !isOf(picture.value, baseline.value, active.value)))

/** Milliseconds after which a preview is late. */
const lateAfter = 400
const isLate = signal(false)
effect(() => {
  isLate.value = false
  // Each picture begins the wait anew.
  if (!dragging.value || !isStale.value || !picture.value) return
  const timer = setTimeout(() => { isLate.value = true }, lateAfter)
  return () => clearTimeout(timer)
})

/** Whether charts show it: while a lever is held only when the next preview is late, because otherwise each chart would be drawn twice for it. */
export const isDim = computed(() => isStale.value && (!dragging.value || isLate.value))

/** While the first picture grows, the year shown follows it. */
export function followFirstRun() {
  const end = effect(() => {
    void grown.value
    const shown = picture.value
    if (!shown) return
    const { records } = shown.other
    if (records.length > 0) yearChosen.value = yearWhile(records[records.length - 1].year)
    if (shown.base.whole) queueMicrotask(() => end())
  })
}
