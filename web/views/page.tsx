/** The page as a whole. */
import { signal } from '@preact/signals'
import { render } from 'preact'
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

export function show(place: Element) {
  void loadGeometry()
  render(<Page />, place)
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
        <LeversPanel />
        <WaitingNote />
        <Splitter label={text.levers.edge} width={leversWidth} name="leversWidth" side="left" min={leastLevers} max={480} />
        {isNarrow.value ? <OneByOne /> : (
          <>
            <MapPanel />
            <Splitter label={text.results.edge} width={resultsWidth} name="resultsWidth" side="right" min={360} max={900} />
            <Results />
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
