/** Small print of pictures that leave the page: what they are of. */
import { areMeans, repeatsOf } from '../state/repeats.ts'
import { picture } from '../state.ts'
import { text } from '../text/index.ts'
import { movedWords } from './moved-words.ts'
import { nameOf } from './scenario-name.ts'
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
  const moved = movedWords(other.scenario)
  const repeats = ofMeans ? repeatsOf(other.scenario) : undefined
  const run = repeats && areMeans(repeats) ? text.notes.means(repeats.base.length, repeats.scenario.scale) : text.notes.run(other.scenario.scale, other.scenario.seed)
  return [
    text.notes.scenario(text.title, moved.length > 0 ? nameOf(other.scenario) : text.results.baseline, moved),
    text.notes.of(stageName(), run, other.scenario.years[0], other.scenario.years[1]),
    ...(withBase && base !== other ? [text.notes.dashed] : []),
  ]
}
