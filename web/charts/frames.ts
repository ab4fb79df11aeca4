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

function run() {
  const until = performance.now() + budget
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
  frame = waiting.size > 0 ? requestAnimationFrame(run) : 0
}
