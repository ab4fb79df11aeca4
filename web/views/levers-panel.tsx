/** What the reader changes: moved levers first, the others by subject; apart from them what is assumed, and how the run is made. */
import { effect, signal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'
import {
  assumptions, parameters, policies, stageKind, topicsAssumed, type Assumption as Assumed, type Parameter,
} from '../../sim/index.ts'
import type { Policy } from '../../sim/policies/policy.ts'
import { Assumption } from '../controls/assumption.tsx'
import { Icon } from '../controls/icons.tsx'
import { groupNames, leversOf, sectionsOf, type LeverGroup } from '../controls/lever-groups.ts'
import { Lever } from '../controls/lever.tsx'
import { NumberField } from '../controls/number-field.tsx'
import { Segmented } from '../controls/segmented.tsx'
import { lastYears, settingsOf } from '../state/laboratory.ts'
import { scalesOf } from '../state/runs.ts'
import { active, comeNear, dragging, laboratory, resetAssumptions, resetLevers, setSettings, stage } from '../state.ts'
import { read, write } from '../state/storage.ts'
import { text } from '../text/index.ts'

/** Whether the drawer or sheet is open, where the screen has no room for a column. */
export const leversOpen = signal(false)

/** Moved levers stand first, in place of the hint, but only once hand and focus have left: a lever must not jump away from under the hand. */
const order = signal<readonly string[]>([])

function settle() {
  if (!dragging.value) order.value = [...new Set(active.value.policies.map(({ id }) => id))]
}

function settleIfLeft() {
  if (!document.querySelector('.levers:hover, .levers:focus-within')) settle()
}

effect(() => {
  void active.value
  settleIfLeft()
})

/** Which groups are unfolded; the first, until the reader says otherwise. */
const unfolded = signal<readonly string[]>(read('openGroups', [groupNames[0]], (value): value is LeverGroup[] =>
  Array.isArray(value) && value.every(name => typeof name === 'string')))

function unfold(groups: readonly string[]) {
  unfolded.value = groups
  write('openGroups', groups)
}

const sought = signal('')

/** Every word typed is in the lever's name, its parts, what it means, or is its section of the paper. */
function matches(policy: Policy, words: string[]): boolean {
  const parts = policy.kind === 'choice' ? policy.choices : 'parts' in policy ? policy.parts : []
  const about = [text.levers.name(policy.id), ...parts.map(part => text.levers.option(policy.id, part)), policy.meaning, policy.section]
  const all = about.join(' ').toLowerCase()
  return words.every(word => all.includes(word))
}

/** With its last lever the button goes away; the focus stays near. */
function resetAll(reset: () => void) {
  reset()
  settle()
  document.querySelector<HTMLElement>('.levers .segmented input:checked')?.focus()
}

function nearLever({ target }: PointerEvent) {
  if (target instanceof HTMLInputElement && target.type === 'range') comeNear()
}

export function LeversPanel() {
  const words = text.levers
  const moved = new Set(active.value.policies.map(({ id }) => id))
  const close = useRef<HTMLButtonElement>(null)
  const isOpen = leversOpen.value
  useEffect(() => {
    if (!isOpen) return
    close.current?.focus()
    return () => document.querySelector<HTMLElement>('.open-levers')?.focus()
  }, [isOpen])
  const assumed = Object.keys(active.value.assumptions).length
  const { lists, which, counted } = text.assumptions
  return (
    <aside class={isOpen ? 'levers open' : 'levers'} aria-label={words.heading} id="levers"
      onPointerOver={nearLever} onPointerDown={nearLever}
      onPointerLeave={event => { if (!event.currentTarget.matches(':focus-within')) settle() }}
      onFocusOut={event => { if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setTimeout(settleIfLeft) }}
      onKeyDown={event => { if (event.key === 'Escape' && isOpen) leversOpen.value = false }}>
      <div class="panel-head">
        <h2>{words.heading}</h2>
        {list.value === 'policies' && moved.size > 0 && <button type="button" class="text-button" onClick={() => resetAll(resetLevers)}>{text.header.reset}</button>}
        {list.value === 'assumptions' && assumed > 0 && (
          <button type="button" class="text-button" onClick={() => resetAll(resetAssumptions)}>{text.assumptions.reset}</button>
        )}
        <button ref={close} type="button" class="quiet close-levers" aria-label={words.close} onClick={() => { leversOpen.value = false }}>
          <Icon name="close" />
        </button>
      </div>
      <Segmented label={which} value={list.value} onChange={chosen => { list.value = chosen }}
        options={{ policies: counted(lists.policies, moved.size), assumptions: counted(lists.assumptions, assumed) }} />
      {list.value === 'policies' ? <Policies /> : <Assumptions />}
      <RunSettings />
    </aside>
  )
}

/** Policies and assumptions never stand in one list. */
const list = signal<'policies' | 'assumptions'>('policies')

function Policies() {
  const words = text.levers
  // One that has just been reset stays where it is, under the hand.
  const first = order.value.flatMap(id => policies.filter(policy => policy.id === id))
  const typed = sought.value.toLowerCase().split(/\s+/).filter(Boolean)
  const groups = groupNames.map(group => ({
    group,
    members: leversOf(group).filter(policy => !first.includes(policy) && matches(policy, typed)),
  })).filter(({ members }) => members.length > 0)
  return (
    <>
      {first.length === 0 && <p class="hint">{words.resultHint}</p>}
      {first.length > 0 && (
        <section class="lever-group touched">
          <h3>{words.touched}</h3>
          {first.map(policy => <Lever key={policy.id} policy={policy} />)}
        </section>
      )}
      <Search label={words.search} groups={groupNames} />
      <p class="hidden" role="status">{typed.length > 0 ? words.found(groups.reduce((sum, { members }) => sum + members.length, 0)) : ''}</p>
      {typed.length > 0 && groups.length === 0 && <p class="hint">{words.nothingFound}</p>}
      {groups.map(({ group, members }) => (
        <Fold key={group} id={group} name={words.groups[group]} note={words.sections(sectionsOf(group))} forced={typed.length > 0}
          inside={members.map(({ id }) => words.name(id)).join(' · ')}>
          {members.map(policy => <Lever key={policy.id} policy={policy} />)}
        </Fold>
      ))}
    </>
  )
}

function Assumptions() {
  const words = text.assumptions
  const typed = sought.value.toLowerCase().split(/\s+/).filter(Boolean)
  const others = Object.keys(active.value.assumptions).filter(id => !assumptions.some(assumption => assumption.id === id))
  const found = ({ id, tier, meaning }: Assumed) => typed.every(word => `${id} ${words.name(id, tier)} ${meaning}`.toLowerCase().includes(word))
  const groups = [
    ...topicsAssumed.map(topic => ({ id: topic, name: words.topics[topic], members: assumptions.filter(assumption => assumption.topic === topic && found(assumption)) })),
    { id: 'others', name: words.others, members: others.map(anyParameter).filter(found) },
  ].filter(({ members }) => members.length > 0)
  return (
    <>
      <p class="hint">{words.hint}</p>
      <Search label={words.search} groups={[...topicsAssumed, 'others']} />
      {typed.length > 0 && groups.length === 0 && <p class="hint">{words.nothingFound}</p>}
      {groups.map(({ id, name, members }) => (
        <Fold key={id} id={id} name={name} note="" forced={typed.length > 0 || members.some(member => member.id in active.value.assumptions)}
          inside={[...new Set(members.map(member => (member.tier ? words.byTier : words.name(member.id))))].join(' · ')}>
          {members.map(assumption => <Assumption key={assumption.id} assumption={assumption} group={name} />)}
        </Fold>
      ))}
    </>
  )
}

/** A file may assume any parameter otherwise, also those that no list has. */
function anyParameter(id: string): Assumed {
  const { value, unit, min, max, meaning, source } = (parameters as Record<string, Parameter>)[id]
  return { id, topic: 'jobs', kind: 'number', default: value, unit, min, max, meaning, source, sets: [id] }
}

function Search({ label, groups }: { label: string; groups: readonly string[] }) {
  const allOpen = groups.every(group => unfolded.value.includes(group))
  return (
    <div class="lever-search">
      <input type="search" aria-label={label} placeholder={label} value={sought.value} spellcheck={false}
        onInput={event => { sought.value = event.currentTarget.value }} />
      <button type="button" class="text-button"
        onClick={() => unfold([...unfolded.value.filter(group => !groups.includes(group)), ...(allOpen ? [] : groups)])}>
        {allOpen ? text.levers.foldAll : text.levers.unfoldAll}
      </button>
    </div>
  )
}

/** A group that folds away; folded, it says what is in it. */
function Fold({ id: group, name, note, inside, forced, children }: {
  id: string
  name: string
  note: string
  inside: string
  /** Open whatever the reader has folded. */
  forced: boolean
  children: ComponentChildren
}) {
  const id = useId()
  const { value } = unfolded
  const open = forced || value.includes(group)
  return (
    <section class="lever-group">
      <h3>
        <button type="button" class="fold" aria-expanded={open} aria-controls={id}
          onClick={() => unfold(value.includes(group) ? value.filter(other => other !== group) : [...value, group])}>
          <Icon name="down" />{name} {note && <span class="soft">{note}</span>}
        </button>
      </h3>
      <div id={id}>{open ? children : <p class="fold-inside">{inside}</p>}</div>
    </section>
  )
}

function RunSettings() {
  const words = text.settings
  const { seed, scale, lastYear } = settingsOf(laboratory.value)
  return (
    <section class="run-settings">
      <h3>{text.levers.settings}</h3>
      <div class="fields">
        <div class="field">
          <label for="seed">{words.seed}</label>
          <input id="seed" type="text" maxLength={64} value={seed} spellcheck={false} title={words.seedMeaning}
            onChange={event => {
              const typed = event.currentTarget.value.trim()
              event.currentTarget.value = typed || seed
              if (typed && typed !== seed) setSettings({ seed: typed })
            }} />
        </div>
        <div class="field">
          <label for="scale">{words.scale}</label>
          <select id="scale" value={String(scale)} title={words.scaleMeaning}
            onChange={event => setSettings({ scale: Number(event.currentTarget.value) })}>
            {[...new Set([...scalesOf[stageKind(stage.value)].choices, scale])].sort((a, b) => b - a).map(option => (
              <option key={option} value={String(option)}>{text.ratio(option)}</option>
            ))}
          </select>
        </div>
        <NumberField label={words.lastYear} value={lastYear} min={lastYears.min} max={lastYears.max} step={1} isYear
          onSet={chosen => setSettings({ lastYear: chosen })} />
      </div>
      <p class="hint">{words.scaleMeaning} {words.seedMeaning}</p>
    </section>
  )
}
