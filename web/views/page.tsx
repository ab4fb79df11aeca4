/** The page as a whole. */
import { signal } from '@preact/signals'
import { render, type ComponentChildren } from 'preact'
import { pause } from '../breathe.ts'
import { leastLevers, leversWidth, resultsWidth, Splitter } from '../controls/splitter.tsx'
import { route } from '../state/route.ts'
import { picture } from '../state.ts'
import { text } from '../text/index.ts'
import { Evidence } from './evidence/evidence.tsx'
import { FigureDialog } from './figure-tools.tsx'
import { Footer, ProgressLine, WaitingNote } from './footer.tsx'
import { Header } from './header.tsx'
import { LeversPanel } from './levers-panel.tsx'
import { loadGeometry, MapPanel } from './map-panel.tsx'
import { Printed } from './printed.tsx'
import { OneByOne, Results } from './results.tsx'
import { TimeControl } from './time-control.tsx'
import { Troubles } from './troubles.tsx'

const narrowQuery = matchMedia('(max-width: 699px)')
const isNarrow = signal(narrowQuery.matches)
narrowQuery.addEventListener('change', event => { isNarrow.value = event.matches })

/** The larger parts of the page, in the order in which they come. */
const parts = ['results', 'levers'] as const
const partsShown = signal(0)

/** The frame and the map at once, then part by part, so that the browser answers in between. */
export async function show(place: Element) {
  void loadGeometry()
  render(<Page />, place)
  while (partsShown.peek() < parts.length) {
    await pause()
    partsShown.value++
  }
}

function Part({ name, children }: { name: typeof parts[number]; children: ComponentChildren }) {
  return parts.indexOf(name) < partsShown.value ? children : null
}

function Page() {
  return (
    <>
      <Header />
      <ProgressLine />
      {route.value && <Evidence />}
      {/* Kept as it is while the reader is elsewhere: its charts and map need not be made anew. */}
      <main class={picture.value ? 'main' : 'main waiting'} hidden={route.value !== undefined} style={{ '--levers': `${leversWidth.value}px`, '--results': `${resultsWidth.value}px` }}>
        <Printed />
        <Part name="levers"><LeversPanel /></Part>
        <WaitingNote />
        <Splitter label={text.levers.edge} width={leversWidth} name="leversWidth" side="left" min={leastLevers} max={480} />
        {isNarrow.value ? <Part name="results"><OneByOne /></Part> : (
          <>
            <MapPanel />
            <Splitter label={text.results.edge} width={resultsWidth} name="resultsWidth" side="right" min={360} max={900} />
            <Part name="results"><Results /></Part>
          </>
        )}
        <TimeControl />
      </main>
      <Troubles />
      <Footer />
      <FigureDialog />
    </>
  )
}
