/** What the reader changes: moved levers first, the others in the order of the paper, and how the run is made. */
import { effect, signal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { policies } from '../../sim/index.ts'
import type { Policy } from '../../sim/policies/policy.ts'
import { Icon } from '../controls/icons.tsx'
import { Lever } from '../controls/lever.tsx'
import { NumberField } from '../controls/number-field.tsx'
import { lastYears, scales, settingsOf } from '../state/laboratory.ts'
import { active, dragging, laboratory, resetLevers, setSettings } from '../state.ts'
import { text } from '../text/index.ts'

/** Whether the drawer or sheet is open, where the screen has no room for a column. */
export const leversOpen = signal(false)

type Group = keyof typeof text.levers.groups

/** PAGE's groups, by the section of the paper that a lever names first. */
const groupOfSection: Record<string, Group> = {
  '4.2': 'money',
  '4.1': 'services',
  '4': 'cities',
  '2.1': 'land',
  '3': 'land',
  '3.1': 'land',
  '3.2': 'land',
  '2.2': 'families',
}

function groupOf({ section }: Policy): Group {
  return groupOfSection[section.split(',')[0].trim()] ?? 'land'
}

/** Moved levers stand first, but only once hand and focus have left: a lever must not jump away from under the hand. */
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

export function LeversPanel() {
  const words = text.levers
  const moved = new Set(active.value.policies.map(({ id }) => id))
  const first = order.value.flatMap(id => policies.filter(policy => policy.id === id && moved.has(id)))
  const groups = Object.keys(words.groups) as Group[]
  const close = useRef<HTMLButtonElement>(null)
  const isOpen = leversOpen.value
  useEffect(() => {
    if (!isOpen) return
    close.current?.focus()
    return () => document.querySelector<HTMLElement>('.open-levers')?.focus()
  }, [isOpen])
  return (
    <aside class={isOpen ? 'levers open' : 'levers'} aria-label={words.heading} id="levers"
      onPointerLeave={event => { if (!event.currentTarget.matches(':focus-within')) settle() }}
      onFocusOut={event => { if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setTimeout(settleIfLeft) }}
      onKeyDown={event => { if (event.key === 'Escape' && isOpen) leversOpen.value = false }}>
      <div class="panel-head">
        <h2>{words.heading}</h2>
        {moved.size > 0 && <button type="button" class="text-button" onClick={resetLevers}>{text.header.reset}</button>}
        <button ref={close} type="button" class="quiet close-levers" aria-label={words.close} onClick={() => { leversOpen.value = false }}>
          <Icon name="close" />
        </button>
      </div>
      {moved.size === 0 && <p class="hint">{words.resultHint}</p>}
      {first.length > 0 && (
        <section class="lever-group touched">
          <h3>{words.touched}</h3>
          {first.map(policy => <Lever key={policy.id} policy={policy} />)}
        </section>
      )}
      {groups.map(group => {
        const members = policies.filter(policy => groupOf(policy) === group && !first.includes(policy))
        if (members.length === 0) return null
        return (
          <section class="lever-group" key={group}>
            <h3>{words.groups[group]} <span class="soft">{words.sections(sectionsOf(group))}</span></h3>
            {members.map(policy => <Lever key={policy.id} policy={policy} />)}
          </section>
        )
      })}
      <RunSettings />
    </aside>
  )
}

function sectionsOf(group: Group): string {
  const sections = policies.filter(policy => groupOf(policy) === group).flatMap(({ section }) => section.split(', '))
  return [...new Set(sections)].join(', ')
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
            {[...new Set([...scales, scale])].sort((a, b) => b - a).map(option => (
              <option key={option} value={String(option)}>{text.ratio(option)}</option>
            ))}
          </select>
        </div>
        <NumberField label={words.lastYear} value={lastYear} min={lastYears.min} max={lastYears.max} step={1}
          onSet={chosen => setSettings({ lastYear: chosen })} />
      </div>
      <p class="hint">{words.scaleMeaning} {words.seedMeaning}</p>
    </section>
  )
}
