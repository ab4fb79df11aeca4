/** On paper alone: what was changed, in words. */
import { useEffect } from 'preact/hooks'
import { active } from '../state.ts'
import { year } from '../state/view.ts'
import { text } from '../text/index.ts'
import { followPrinting } from './drawing.ts'
import { movedWords } from './moved-words.ts'
import { scenarioName } from './scenario-name.ts'

export function Printed() {
  const { seed, scale, years } = active.value
  const moved = movedWords(active.value)
  useEffect(followPrinting, [])
  return (
    <section class="printed">
      <h2>{scenarioName.value}</h2>
      {moved.length === 0 && <p>{text.header.untouched}</p>}
      <ul>{moved.map((words, k) => <li key={k}>{words}</li>)}</ul>
      <p class="soft">{text.printed.run(seed, scale, years, Math.min(year.value, years[1]))}</p>
    </section>
  )
}
