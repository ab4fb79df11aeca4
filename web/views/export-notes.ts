/** Small print of pictures that leave the page: what they are of. */
import { policies, type Scenario } from '../../sim/index.ts'
import { leverText } from '../controls/lever-text.ts'
import { isNamed } from '../state/laboratory.ts'
import { areMeans, repeatsOf } from '../state/repeats.ts'
import { picture } from '../state.ts'
import { text } from '../text/index.ts'
import { stageName } from './stage-name.ts'

/**
 * Of what is shown now.
 * @param withBase whether the baseline is drawn without its name
 * @param ofMeans whether it shows means where there are repeats
 */
export function exportNotes({ withBase = false, ofMeans = false } = {}): string[] {
  const shown = picture.peek()
  if (!shown) return [text.title]
  const { other, base } = shown
  const repeats = ofMeans ? repeatsOf(other.scenario) : undefined
  const run = repeats && areMeans(repeats) ? text.notes.means(repeats.base.length, repeats.scenario.scale) : text.notes.run(other.scenario.scale, other.scenario.seed)
  return [
    text.notes.scenario(text.title, nameOf(other.scenario), leversOf(other.scenario)),
    text.notes.of(stageName(), run, other.scenario.years[0], other.scenario.years[1]),
    ...(withBase && base !== other ? [text.notes.dashed] : []),
  ]
}

const nameOf = (scenario: Scenario) => (isNamed(scenario) ? scenario.name.en : scenario.policies.length > 0 ? text.header.unnamed : text.results.baseline)

/** Every lever moved, with its value and the year from which it holds; and how much else is assumed. */
export function leversOf({ policies: inForce, assumptions }: Scenario): string[] {
  const levers = inForce.flatMap(({ id, value, from }) => {
    const policy = policies.find(candidate => candidate.id === id)
    if (!policy) return []
    const told = leverText(policy, value)
    const shown = policy.kind === 'choice' ? text.levers.option(id, String(value)) : `${told.value} ${told.unit}`.trim()
    return [text.notes.lever(text.levers.name(id), shown, from)]
  })
  const assumed = Object.keys(assumptions).length
  return [...levers, ...(assumed > 0 ? text.header.moved(0, assumed).split(', ') : [])]
}
