/** Settings compared: a column for each that the reader has kept, and one for that of the levers now; what each gives, and how far that is from the baseline. */
import type { ComponentChild } from 'preact'
import { useRef } from 'preact/hooks'
import { csv, download, fileName } from '../charts/export.ts'
import { format } from '../charts/format.ts'
import { active, baseline, dragging, grown, isStale, openScenario, picture } from '../state.ts'
import { isComparable, keep, kept, keptAlready, keptDifference, letGoOf, shownDifference, type Kept } from '../state/kept.ts'
import { isNamed } from '../state/laboratory.ts'
import { nationValue } from '../state/series.ts'
import { year } from '../state/view.ts'
import { text } from '../text/index.ts'
import { indicatorOf } from './figures.ts'
import { leverWords } from './moved-words.ts'
import { nameOf, scenarioName } from './scenario-name.ts'

export const comparisonId = 'comparison'

/** Measures of equality and money, and whether more of it is better (1), or less (−1). */
const measures = ([
  ['peopleAtStandard', 1], ['serviceTheil', -1], ['serviceRatio', -1], ['meansVariation', -1], ['incomeRatio', -1], ['spendingTotalPerHead', 0],
] as const).map(([id, better]) => ({ ...indicatorOf(id), better }))

/** A setting of the levers. */
interface Setting {
  key: string
  name: string
  what: string
  differences: number[]
  /** Of the runs that they are from. */
  scale: number
  kept?: Kept
}

/** All but the baseline, which everything is held against. */
function settings(): Setting[] {
  void grown.value
  const shown = picture.value
  const all = kept.value.filter(one => isComparable(one, baseline.value))
  const now = active.value
  const own = keptAlready(now, kept.value)
  const words = text.comparison
  return [
    ...all.map(one => ({
      key: String(one.number), name: isNamed(one.scenario) ? nameOf(one.scenario) : words.numbered(one.number), what: one.scenario.policies.map(leverWords).join('; '),
      differences: measures.map(({ id }) => keptDifference(one, id, year.value)), scale: one.scale, kept: one,
    })),
    ...(!own && shown && now.policies.length > 0 ? [{
      key: 'now', name: scenarioName.value, what: now.policies.map(leverWords).join('; '), differences: measures.map(({ id }) => shownDifference(shown, id, year.value)),
      scale: shown.scale,
    }] : []),
  ]
}

/** It rests while a lever is held: every preview would draw it anew. */
export function ComparisonView() {
  const last = useRef<ComponentChild>(null)
  if (!dragging.value) last.current = comparison()
  return <>{last.current}</>
}

function comparison() {
  const words = text.comparison
  const shown = picture.value
  const all = settings()
  const now = active.value
  const same = keptAlready(now, kept.value)
  const isFinest = same !== undefined && shown !== undefined && same.scale <= shown.scale
  const hidden = kept.value.length - kept.value.filter(one => isComparable(one, baseline.value)).length
  const ready = shown !== undefined && shown.other.whole && shown.base !== shown.other && !isStale.value
  const levels = measures.map(({ id }) => (shown ? nationValue(shown.base, id, year.value) : NaN))
  return (
    <>
      <div class="province-tools">
        <h3>{words.heading(year.value)}</h3>
        <button type="button" class="small-button" disabled={!ready || isFinest} onClick={() => keep(now, shown!)}>
          {same ? (isFinest ? words.isKept : words.keepFiner) : words.keep}
        </button>
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
              <th scope="col" class="number">{text.results.baseline}</th>
              {all.map(({ key, name }) => <th key={key} scope="col" class="number">{name}</th>)}
            </tr>
          </thead>
          <tbody>{measures.map((measure, n) => <MeasureRow key={measure.id} measure={measure} level={levels[n]} differences={all.map(its => its.differences[n])} />)}</tbody>
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

function MeasureRow({ measure: { id, quantity, unit, better }, level, differences }: { measure: (typeof measures)[number]; level: number; differences: number[] }) {
  const words = text.comparison
  const numbers = format(quantity, text.charts)
  const best = better === 0 || differences.length < 2 ? NaN : Math.max(...differences.map(difference => difference * better))
  return (
    <tr>
      <th scope="row">{text.indicator.short(id)}<span class="unit">{text.units.level(quantity, unit)}</span></th>
      <td class="number">{numbers.number(level)}</td>
      {differences.map((difference, n) => {
        const isBest = best > 0 && difference * better === best && numbers.signed(difference) !== numbers.signed(0)
        return (
          <td key={n} class={isBest ? 'number best' : 'number'}>
            {isBest && <span class="best-mark" title={words.best}>★<span class="hidden">{words.best}</span> </span>}{numbers.number(level + difference)}
            <span class="unit">{numbers.difference(difference)}</span>
          </td>
        )
      })}
    </tr>
  )
}

function save() {
  const words = text.comparison
  const shown = picture.peek()
  const exact = (value: number) => (Number.isFinite(value) ? Number(value.toPrecision(12)) : '')
  const heads = measures.flatMap(({ id, quantity, unit }) => [`${text.indicator.title(id)} (${text.units.level(quantity, unit)}, ${year.peek()})`, `${text.indicator.title(id)}, ${text.results.difference.toLowerCase()}`])
  const levelOf = (id: string) => (shown ? nationValue(shown.base, id, year.peek()) : NaN)
  const cells = (differences: number[]) => measures.flatMap(({ id, quantity }, n) => {
    const { scale } = format(quantity, text.charts)
    return [exact((levelOf(id) + differences[n]) * scale), exact(differences[n] * scale)]
  })
  download(fileName(words.heading(year.peek()), 'csv'), csv([
    [words.setting, words.changes, ...heads, text.notes.columns.scale, text.notes.columns.seed],
    [text.results.baseline, '', ...cells(measures.map(() => 0)), shown?.base.scenario.scale ?? '', baseline.peek().seed],
    ...settings().map(({ name, what, differences, scale }) => [name, what, ...cells(differences), scale, baseline.peek().seed]),
  ]), 'text/csv')
}
