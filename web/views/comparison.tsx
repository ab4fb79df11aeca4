/** Settings compared: a column for each that the reader has kept, and one for that of the levers now; what each gives, and how far that is from the baseline. */
import type { ComponentChild } from 'preact'
import { useId, useRef } from 'preact/hooks'
import { csv, download, fileName } from '../charts/export.ts'
import { format } from '../charts/format.ts'
import { useFocusStays } from '../controls/focus-control.ts'
import { active, baseline, dragging, grown, isStale, openScenario, picture } from '../state.ts'
import { bestOf, comparedIds, foundIn, isComparable, isKeptWhole, keep, kept, keptAlready, keptFound, letGoOf, shownDifference, type Found, type Kept } from '../state/kept.ts'
import { isNamed } from '../state/laboratory.ts'
import { repeatsOf } from '../state/repeats.ts'
import { nationValue } from '../state/series.ts'
import { year } from '../state/view.ts'
import { text } from '../text/index.ts'
import { indicatorOf } from './figures.ts'
import { leverWords } from './moved-words.ts'
import { nameOf, scenarioName } from './scenario-name.ts'

export const comparisonId = 'comparison'

/** Measures of equality and money. */
const measures = comparedIds.map(([id, better]) => ({ ...indicatorOf(id), better }))

/** A setting of the levers. */
interface Setting {
  key: string
  name: string
  what: string
  /** By measure; undefined while they are still to come. */
  found: (Found | undefined)[]
  /** Of the runs that they are from, and of how many pairs they are means. */
  scale: number
  pairs?: number
  kept?: Kept
}

/** All but the baseline, which everything is held against. */
function settings(): Setting[] {
  void grown.value
  const all = kept.value.filter(one => isComparable(one, baseline.value))
  const now = active.value
  const own = keptAlready(now, kept.value)
  const words = text.comparison
  return [
    ...all.map(one => ({
      key: String(one.number), name: isNamed(one.scenario) ? nameOf(one.scenario) : words.numbered(one.number), what: one.scenario.policies.map(leverWords).join('; '),
      found: measures.map(({ id }) => keptFound(one, id, year.value)), scale: one.repeated?.scale ?? one.scale, pairs: one.repeated?.pairs, kept: one,
    })),
    ...(!own && picture.value && now.policies.length > 0 ? [settingNow()] : []),
  ]
}

/** The levers as they are; what is shown of levers before is not of them. */
function settingNow(): Setting {
  const shown = picture.value!
  const { scenario } = shown.other
  const repeated = isStale.value ? undefined : foundIn(repeatsOf(scenario))
  const at = year.value - scenario.years[0]
  const found = (id: string): Found | undefined => {
    if (isStale.value) return undefined
    return repeated ? repeated.of[id][Math.min(repeated.of[id].length - 1, at)] : { difference: shownDifference(shown, id, year.value) }
  }
  return {
    key: 'now', name: scenarioName.value, what: active.value.policies.map(leverWords).join('; '), found: measures.map(({ id }) => found(id)),
    scale: repeated?.scale ?? shown.scale, pairs: repeated?.pairs,
  }
}

/** It rests while a lever is held: every preview would draw it anew. */
export function ComparisonView() {
  const last = useRef<ComponentChild>(null)
  const root = useRef<HTMLDivElement>(null)
  const reason = useId()
  useFocusStays(root, box => box.querySelector<HTMLElement>('.settings li:last-of-type button:last-of-type') ?? box.querySelector('button'))
  if (!dragging.value) last.current = comparison(reason)
  return <div ref={root}>{last.current}</div>
}

/** Why the levers cannot be kept as they are, if they cannot. */
function whyNot(): string | undefined {
  const words = text.comparison
  const shown = picture.value
  if (active.value.policies.length === 0) return words.moveFirst
  const isWhole = shown !== undefined && shown.other.whole && shown.base !== shown.other && !isStale.value && shown.scale <= baseline.value.scale
  return isWhole ? undefined : words.waitsFor(baseline.value.scale)
}

function comparison(reason: string) {
  const words = text.comparison
  const shown = picture.value
  const all = settings()
  const now = active.value
  const same = keptAlready(now, kept.value)
  const repeats = shown && repeatsOf(shown.other.scenario)
  const why = whyNot()
  const isWhole = same !== undefined && (why !== undefined || isKeptWhole(same, shown!.scale, repeats))
  const hidden = kept.value.length - kept.value.filter(one => isComparable(one, baseline.value)).length
  const ready = why === undefined && !isWhole
  const levels = measures.map(({ id }) => (shown ? nationValue(shown.base, id, year.value) : NaN))
  const bases = all.map(({ scale, pairs }) => words.basis(scale, pairs))
  const ofBase = shown ? words.basis(shown.base.scenario.scale) : ''
  const isMixed = new Set(bases).size > 1
  const saysBases = isMixed || bases.some(basis => basis !== ofBase)
  const head = (key: string, name: string, basis: string) => (
    <th key={key} scope="col" class="number">{name}{saysBases && <span class="unit">{basis}</span>}</th>
  )
  return (
    <>
      <div class="province-tools">
        <h3>{words.heading(year.value)}</h3>
        <button type="button" class="small-button" aria-disabled={!ready} aria-describedby={why && !isWhole ? reason : undefined}
          onClick={() => { if (ready) keep(now, shown!, repeats) }}>
          {isWhole ? words.isKept : !same ? words.keep : same.scale <= (shown?.scale ?? 0) ? words.keepRepeats : words.keepFiner}
        </button>
        {why && !isWhole && <span class="small-print" id={reason}>{why}</span>}
        {kept.value.length > 0 && <button type="button" class="text-button small-print" onClick={save}>{text.chart.csv}</button>}
      </div>
      <p class="province-finding">{words.meaning}{hidden > 0 && ` ${words.hidden(hidden)}`}</p>
      <ol class="settings">
        {all.map(setting => <SettingItem key={setting.key} setting={setting} />)}
      </ol>
      <div class="scroll comparison-table" tabIndex={0} role="region" aria-label={words.heading(year.value)}>
        <table class="chart-table">
          <thead>
            <tr>
              <td />
              {head('baseline', text.results.baseline, ofBase)}
              {all.map(({ key, name }, n) => head(key, name, bases[n]))}
            </tr>
          </thead>
          <tbody>
            {measures.map((measure, n) => (
              <MeasureRow key={measure.id} measure={measure} level={levels[n]} found={all.map(its => its.found[n])} ranked={!isMixed} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

/** What a setting is, and what can be done with it. */
function SettingItem({ setting: { name, what, kept: its } }: { setting: Setting }) {
  const words = text.comparison
  return (
    <li>
      <b>{name}</b> {what}
      {its && (
        <>
          {' '}<button type="button" class="text-button small-print" aria-label={words.openThis(name)}
            onClick={() => openScenario({ ...its.scenario, scale: baseline.peek().scale })}>{words.open}</button>
          {' '}<button type="button" class="text-button small-print" aria-label={words.removeThis(name)} onClick={() => letGoOf(its)}>{words.remove}</button>
        </>
      )}
    </li>
  )
}

/** @param ranked whether one may be called the best: settings of different scales differ by more than their levers */
function MeasureRow({ measure: { id, quantity, unit, better }, level, found, ranked }: {
  measure: (typeof measures)[number]
  level: number
  found: (Found | undefined)[]
  ranked: boolean
}) {
  const words = text.comparison
  const numbers = format(quantity, text.charts)
  const best = ranked ? bestOf(found, better, numbers.signed) : -1
  return (
    <tr>
      <th scope="row">{text.indicator.short(id)}<span class="unit">{text.units.level(quantity, unit)}</span></th>
      <td class="number">{numbers.number(level)}</td>
      {found.map((one, n) => one === undefined ? <td key={n} class="number soft">…</td> : (
        <td key={n} class={n === best ? 'number best' : 'number'}>
          {n === best && <span class="best-mark" title={words.best}>★<span class="hidden">{words.best}</span> </span>}{numbers.number(level + one.difference)}
          <span class="unit">{numbers.difference(one.difference)}</span>
          {one.low !== undefined && one.high !== undefined && one.low < one.high && <span class="unit interval">{numbers.interval(one.low, one.high, true)}</span>}
        </td>
      ))}
    </tr>
  )
}

function save() {
  const words = text.comparison
  const shown = picture.peek()
  const exact = (value: number | undefined) => (value !== undefined && Number.isFinite(value) ? Number(value.toPrecision(12)) : '')
  const all = settings()
  const areRepeated = all.some(({ pairs }) => pairs !== undefined)
  const { low, high } = text.charts.table
  const heads = measures.flatMap(({ id, quantity, unit }) => {
    const difference = `${text.indicator.title(id)}, ${text.results.difference.toLowerCase()}`
    return [`${text.indicator.title(id)} (${text.units.level(quantity, unit)}, ${year.peek()})`, difference, ...(areRepeated ? [low(difference), high(difference)] : [])]
  })
  const levelOf = (id: string) => (shown ? nationValue(shown.base, id, year.peek()) : NaN)
  const cells = (found: (Found | undefined)[]) => measures.flatMap(({ id, quantity }, n) => {
    const { scale } = format(quantity, text.charts)
    const { difference = NaN, low: least = NaN, high: most = NaN } = found[n] ?? {}
    return [exact((levelOf(id) + difference) * scale), exact(difference * scale), ...(areRepeated ? [exact(least * scale), exact(most * scale)] : [])]
  })
  const { columns } = text.notes
  download(fileName(words.heading(year.peek()), 'csv'), csv([
    [words.setting, words.changes, ...heads, columns.scale, columns.seed, ...(areRepeated ? [columns.pairs] : [])],
    [text.results.baseline, '', ...cells(measures.map(() => ({ difference: 0 }))), shown?.base.scenario.scale ?? '', baseline.peek().seed, ...(areRepeated ? [1] : [])],
    ...all.map(({ name, what, found, scale, pairs = 1 }) => [name, what, ...cells(found), scale, baseline.peek().seed, ...(areRepeated ? [pairs] : [])]),
  ]), 'text/csv')
}
