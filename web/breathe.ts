/** Long work in short pieces: the browser answers the reader in between. */

interface Yielding {
  scheduler?: { yield?(): Promise<void> }
}

/** Milliseconds at a stretch. */
const budget = 10

/** Takes all steps, with a pause whenever a stretch has been long enough. @returns what the last one gives */
export async function inPieces<Result>(steps: Iterator<void, Result>): Promise<Result> {
  for (;;) {
    const until = performance.now() + budget
    do {
      const { done, value } = steps.next()
      if (done) return value
    } while (performance.now() < until)
    await pause()
  }
}

/** Acts when the browser has nothing else to do, at the latest after some seconds. */
export function whenIdle(act: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(act, { timeout: 5000 })
  else setTimeout(act, 500)
}

/** Until the browser has done what it has to do meanwhile. */
export function pause(): Promise<void> {
  return (globalThis as Yielding).scheduler?.yield?.() ?? new Promise(go => setTimeout(go))
}
