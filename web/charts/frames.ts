/** Spreads drawing over frames, so that the page answers within 50 ms whatever there is to draw. */

/** Milliseconds of a frame, which the browser needs twice as long again to lay out and paint: one chart takes up to five, and four come into view at once. */
const budget = 8
const waiting = new Map<object, () => void>()
let frame = 0

/** Draws at the next frame that has time; a later call for the same owner takes the place of an earlier one. */
export function drawSoon(owner: object, draw: () => void) {
  waiting.set(owner, draw)
  frame ||= requestAnimationFrame(run)
}

export function dontDraw(owner: object) {
  waiting.delete(owner)
}

/** Draws at once whatever waits, however long it takes. */
export function drawNow() {
  drawUntil(Infinity)
}

function run() {
  drawUntil(performance.now() + budget)
  frame = waiting.size > 0 ? requestAnimationFrame(run) : 0
}

/** @param until the moment from which on the others are left for later */
function drawUntil(until: number) {
  // Who asks again while drawing goes on in the next frame.
  const due = [...waiting]
  for (const [owner, draw] of due) {
    if (!waiting.delete(owner)) continue
    try {
      draw()
    } catch (error) {
      // One chart that cannot be drawn must not keep the others from it.
      reportError(error)
    }
    if (performance.now() >= until) break
  }
}
