/** The picture of the last visit: shown until this visit's first run is there, and kept for the next one. */
import { whenIdle } from '../breathe.ts'
import { keeping, kept } from './last-picture.ts'
import { picture, places } from './picture.ts'
import type { Run } from './runs.ts'
import { baseline } from './scenarios.ts'
import { report } from './trouble.ts'

let keepable = true
/** The picture that is being kept: a later one takes its place, for two that are written at a time spoil each other. */
let beingKept: ReturnType<typeof keeping> | undefined

/** For the next visit, when there is time. What the browser refuses is said once. */
export function keepLater(run: Run) {
  const known = places.peek()
  if (!known || !keepable) return
  const steps = keeping(run, known)
  beingKept = steps
  whenIdle(some)

  function some() {
    if (steps !== beingKept) return
    const until = performance.now() + 8
    let step = steps.next()
    while (!step.done && performance.now() < until) step = steps.next()
    if (!step.done) return whenIdle(some)
    keepable = step.value
    if (!keepable) report({ kind: 'notKept' })
  }
}

/** Shows the baseline of the last visit, if the browser kept one of these settings, until this visit's first run is there. */
export function showLastTime() {
  const last = kept(baseline.peek())
  if (!last) return
  places.value ??= last.places
  picture.value = { scale: last.run.scenario.scale, base: last.run, other: last.run, lastTime: true }
}
