/** Wiring only: the reader's choices → runs → picture → charts. */
import './styles.css'
import { effect } from '@preact/signals'
import { pause, whenIdle } from './breathe.ts'
import { numberText } from './charts/number-text.ts'
import {
  active, followAddress, followFirstRun, readAddress, runsDone, showLastTime, startEngine, stepBack, stepForward,
} from './state.ts'
import { loadCountiesAhead } from './state/counties.ts'
import { followKept } from './state/kept-in-tab.ts'
import { followPlay, followTheme } from './state/view.ts'
import { text } from './text/index.ts'

followTheme()
followPlay(() => active.value.years[1])
followFirstRun()
// The address first, so that the first run is the one it asks for; the workers start while the page is still loading.
await readAddress(true)
await pause()
startEngine()
await pause()
showLastTime()
await pause()
followAddress()

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

const loading = import('./views/page.tsx')
// The first number makes the browser load its tables of how numbers are written.
numberText(0, text.locale)
const { show } = await loading
await pause()
await show(document.getElementById('page')!)
// Links, files and the names of counties can be had from now on, also from where the network is gone; where it is gone already, who asks for them is told.
whenIdle(() => void import('./state/link.ts').then(followKept).catch(() => {}))
const endWaiting = effect(() => {
  if (runsDone.value === 0) return
  // Not beside the first picture, which keeps the page busy.
  setTimeout(() => whenIdle(loadCountiesAhead), 3000)
  queueMicrotask(() => endWaiting())
})
