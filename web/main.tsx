/** Wiring only: the reader's choices → runs → picture → charts. */
import { render } from 'preact'
import './styles.css'
import { active, followAddress, followFirstRun, readAddress, startEngine, stepBack, stepForward } from './state.ts'
import { followPlay, followTheme } from './state/view.ts'
import { loadGeometry } from './views/map-panel.tsx'
import { Page } from './views/page.tsx'

document.addEventListener('keydown', event => {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return
  // A field being typed in has an undo of its own.
  if (event.target instanceof HTMLInputElement && ['text', 'number'].includes(event.target.type)) return
  const key = event.key.toLowerCase()
  if (key !== 'z' && key !== 'y') return
  event.preventDefault()
  if (key === 'y' || event.shiftKey) stepForward()
  else stepBack()
})

followTheme()
followPlay(() => active.value.years[1])
followFirstRun()
void loadGeometry()
// The address first, so that the first run is the one it asks for.
await readAddress()
startEngine()
followAddress()
// The worker starts while the page is laid out.
await new Promise(requestAnimationFrame)
render(<Page />, document.getElementById('page')!)
