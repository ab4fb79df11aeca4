/** What pictures and tables that leave the page are of. */
import { areMeans, repeatsOf } from '../state/repeats.ts'
import { picture } from '../state.ts'
import { text } from '../text/index.ts'
import { movedWords } from './moved-words.ts'
import { nameOf } from './scenario-name.ts'
import { stageName } from './stage-name.ts'

/**
 * Small print of pictures, of what is shown now.
 * @param withBase whether the baseline is drawn without its name
 * @param ofMeans whether it shows means where there are repeats
 */
export function exportNotes({ withBase = false, ofMeans = false } = {}): string[] {
  const shown = picture.peek()
  if (!shown) return [text.title]
  const { other, base } = shown
  const moved = movedWords(other.scenario)
  const repeats = ofMeans ? repeatsOf(other.scenario) : undefined
  const run = repeats && areMeans(repeats) ? text.notes.means(repeats.base.length, repeats.scenario.scale)
    : shown.levels ? text.notes.changed(shown.levels, shown.scale, other.scenario.seed)
      : text.notes.run(other.scenario.scale, other.scenario.seed)
  return [
    text.notes.scenario(text.title, moved.length > 0 ? nameOf(other.scenario) : text.results.baseline, moved),
    text.notes.of(stageName(), run, other.scenario.years[0], other.scenario.years[1]),
    ...(withBase && base !== other ? [text.notes.dashed] : []),
  ]
}

/**
 * Rows of a table with columns that say what they are of, in every row: who takes some of the rows along has it.
 * @param ofMeans whether it shows means where there are repeats
 */
export function withRun(rows: readonly (readonly (string | number)[])[], { ofMeans = false } = {}): (string | number)[][] {
  const shown = picture.peek()
  if (!shown) return rows.map(row => [...row])
  const { levels, other: { scenario } } = shown
  const repeats = ofMeans ? repeatsOf(scenario) : undefined
  const means = repeats && areMeans(repeats) ? repeats : undefined
  const moved = movedWords(scenario)
  const words = text.notes.columns
  const heads = [words.scenario, words.place, words.scale, words.seed, ...(means ? [words.pairs] : levels ? [words.levels] : [])]
  const { scale, seed } = (means ?? shown.other).scenario
  const cells = [
    moved.length > 0 ? `${nameOf(scenario)}: ${moved.join('; ')}` : text.results.baseline, stageName(), scale, seed, ...(means ? [means.base.length] : levels ? [levels] : []),
  ]
  return rows.map((row, k) => [...row, ...(k === 0 ? heads : cells)])
}
